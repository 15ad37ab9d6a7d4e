#include "server/features/city/entry_saving.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include "server/acts/conflicts.hpp"

#include "server/features/city/entry_form.hpp"
#include "server/pages/frame/views.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::max(number, 0);
}

const form_page* find_page(const std::vector<form_page>& all, std::string_view key) {
    for (const auto& one : all)
        if (one.key == key) return &one;
    return nullptr;
}

// A one-line answer is kept without the blanks around it; a text is kept as it was typed.
std::string normal_form(const visit& visit, const workflow::question& asked, const std::string& name) {
    return asked.kind == workflow::question_kind::long_text ? visit.text(name) : visit.field(name);
}

// Every question whose version came along was on the form, also the box that was left unticked.
std::vector<given_answer> read_answers(const visit& visit, const form_page& page) {
    std::vector<given_answer> given;
    for (const auto& asked : page.questions) {
        const auto name = field_name(asked.key);
        if (!visit.has_field("version." + name)) continue;
        given.push_back({asked, normal_form(visit, asked, name), number_in(visit.field("version." + name))});
    }
    return given;
}

int version_in(const std::map<std::string, store::answer_row>& answers, const std::string& key) {
    const auto found = answers.find(key);
    return found == answers.end() ? 0 : found->second.version;
}

// The entry's own columns follow the answers of the service's own questions.
void write_own(store::database& db, my_entry& opened, const given_answer& one) {
    auto& row = opened.row;
    if (one.asked.key == "title") {
        store::set_title(db, row.id, row.title = one.value);
    } else if (one.asked.key == "category") {
        for (const auto& known : opened.edition.categories)
            if (known.key == one.value) {
                store::set_category(db, row.id, row.category_id = known.id);
                row.category_key = known.key;
            }
    } else {
        if (one.asked.key == "third_party") row.third_party = one.value == "yes";
        if (one.asked.key == "provider_name") row.provider_name = one.value;
        store::set_provider(db, row.id, row.third_party, row.provider_name);
    }
}

using errors_of_fields = std::map<std::string, pages::phrase>;

http::response section_page(visit& visit, const my_entry& opened, const std::vector<form_page>& all,
                            const form_page& page, const std::map<std::string, store::answer_row>& answers,
                            const std::map<std::string, std::string>& typed, const errors_of_fields& errors,
                            int status = 0) {
    pages::section_view view;
    const auto position = static_cast<std::size_t>(&page - all.data());
    view.title = page.title;
    view.help = page.help;
    view.entry_title = title_of(opened.row.title);
    view.position = t("Section {number} of {all}",
                      {{"number", std::to_string(position + 1)}, {"all", std::to_string(all.size())}});
    view.action = opened.href("sections/" + page.key);
    view.autosave = opened.href("save");
    for (const auto& asked : page.questions) {
        const auto as_typed = typed.find(asked.key);
        const auto found = errors.find(asked.key);
        view.fields.push_back(field_for(
            opened, asked,
            as_typed != typed.end() ? as_typed->second : acts::stored_answer(opened.row, answers, asked.key),
            found != errors.end() ? found->second : pages::phrase{}));
        view.versions.push_back(
            {"version." + field_name(asked.key), std::to_string(version_in(answers, asked.key))});
    }
    view.deadline = deadline_of(opened);
    view.back_href = opened.href();
    if (position > 0) view.previous_href = opened.href("sections/" + all[position - 1].key);
    if (status == 0) status = visit.frame.errors.empty() ? 200 : 422;
    return visit.page(status, "city/section", view);
}

http::response both_texts(visit& visit, const my_entry& opened, const form_page& page,
                          const std::vector<stale_answer>& stale) {
    pages::stale_view view{opened.href("sections/" + page.key), {}, {}, opened.href("sections/" + page.key)};
    for (const auto& one : stale) {
        const auto name = field_name(one.mine.asked.key);
        view.hidden.push_back({"version." + name, std::to_string(one.version)});
        view.texts.push_back({name, label_of(one.mine.asked), one.mine.value, one.theirs});
    }
    return visit.page(409, "frame/stale", view);
}

// What stands in the way of a submission but not of a save (E3).
std::optional<workflow::refusal> find_soft_problem(const form_page& page, const given_answer& one) {
    auto asked = one.asked;
    asked.required = false;
    const auto problem = workflow::check_answer(page.key, asked, one.value, words_of);
    if (!problem) return std::nullopt;
    return workflow::refusal{problem->code, problem->particulars};
}

std::string page_after(const my_entry& opened, const std::vector<form_page>& all, const form_page& page) {
    const auto next = static_cast<std::size_t>(&page - all.data()) + 1;
    return opened.href(next < all.size() ? "sections/" + all[next].key : "attachments");
}

http::response say(int status, const boost::json::object& said) {
    return http::json(status, boost::json::serialize(said));
}

}  // namespace

std::vector<stale_answer> save_given(visit& visit, store::database& db, my_entry& opened,
                                     std::map<std::string, store::answer_row>& answers,
                                     const std::vector<given_answer>& given) {
    std::vector<store::new_answer> changed;
    std::vector<const given_answer*> sent;
    for (const auto& one : given) {
        if (one.value == acts::stored_answer(opened.row, answers, one.asked.key)) continue;
        changed.push_back({one.asked.key, one.value, one.based_on});
        sent.push_back(&one);
    }
    std::map<std::string, int> versions;
    for (auto& one : store::save_answers(db, opened.row.edition_id, opened.row.id, visit.person(), changed))
        versions.emplace(std::move(one.question), one.version);
    std::vector<stale_answer> stale;
    // Those that were not written may have been written by somebody else since they were read here.
    if (versions.size() < changed.size()) answers = store::list_answers(db, opened.row.id);
    for (const auto* one : sent) {
        const auto& key = one->asked.key;
        const auto saved = versions.find(key);
        if (saved == versions.end()) {
            stale.push_back({*one, acts::stored_answer(opened.row, answers, key), version_in(answers, key)});
            continue;
        }
        if (workflow::is_own_question(key)) write_own(db, opened, *one);
        // Of an entry that was submitted once, the panel's conflicts are known; a draft has none.
        if (key == "provider_name" && opened.row.state == workflow::entry_state::returned)
            acts::recompute_conflicts(visit.acting(db));
        answers[key] = {key, one->value, saved->second};
        store::record_act(db, visit.as_author(), workflow::audit_subject::entry,
                          workflow::value(opened.row.id), workflow::audit_action::answer_saved,
                          {{"question", key}, {"version", saved->second}});
    }
    return stale;
}

http::response show_form_page(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto all = form_pages(opened);
    const auto* page = find_page(all, visit.request.parameter("section"));
    if (page == nullptr) return visit.not_there();
    if (const auto may = may_write(opened); !may) return visit.refuse(may.error());
    return section_page(visit, opened, all, *page, store::list_answers(db, opened.row.id), {}, {});
}

http::response save_form_page(visit& visit, store::database& db) {
    auto opened = write_into(visit, db);
    const auto all = form_pages(opened);
    const auto* page = find_page(all, visit.request.parameter("section"));
    if (page == nullptr) return visit.not_there();
    auto answers = store::list_answers(db, opened.row.id);
    std::vector<given_answer> storable;
    std::map<std::string, std::string> typed;
    errors_of_fields errors;
    const auto given = read_answers(visit, *page);
    const auto may = may_write(opened);
    for (const auto& one : given) {
        const auto name = field_name(one.asked.key);
        if (!visit.is_readable(name)) {
            typed[one.asked.key] = one.value;
            errors[one.asked.key] =
                visit.error(name, t("Some signs of this text cannot be read. Type them again."));
        } else if (const auto no = find_unstorable(one.asked, one.value)) {
            typed[one.asked.key] = one.value;
            errors[one.asked.key] = visit.error(name, visit.sentence(*no));
        } else {
            if (!may) typed[one.asked.key] = one.value;
            storable.push_back(one);
        }
    }
    if (!may) {
        visit.error("main", visit.sentence(may.error()));
        return section_page(visit, opened, all, *page, answers, typed, errors, answer_to(may.error()).status);
    }
    visit.keep_changes = true;
    const auto stale = save_given(visit, db, opened, answers, storable);
    if (!stale.empty()) return both_texts(visit, opened, *page, stale);
    if (visit.field("go") == "later" && errors.empty()) return visit.see_other(opened.href(), "draft_saved");
    for (const auto& one : storable)
        if (const auto no = find_soft_problem(*page, one))
            errors[one.asked.key] = visit.error(field_name(one.asked.key), visit.sentence(*no));
    if (!errors.empty()) return section_page(visit, opened, all, *page, answers, typed, errors);
    return visit.see_other(page_after(opened, all, *page));
}

http::response save_field(visit& visit, store::database& db) {
    const auto name = visit.field("field");
    auto opened = write_into(visit, db);
    const auto all = form_pages(opened);
    const auto key = name.starts_with("answer.") ? name.substr(7) : name;
    const auto* asked = find_asked(all, key);
    if (asked == nullptr || field_name(key) != name)
        return say(
            422, {{"message", visit.with.pages.say(t("The form does not ask this question."), visit.frame)}});
    if (const auto may = may_write(opened); !may) {
        return say(422, {{"message", visit.with.pages.say(visit.sentence(may.error()), visit.frame)}});
    }
    if (!visit.is_readable("value"))
        return say(422, {{"message",
                          visit.with.pages.say(t("Some signs of this text cannot be read. Type them again."),
                                               visit.frame)}});
    const given_answer given{*asked, normal_form(visit, *asked, "value"), number_in(visit.field("version"))};
    if (const auto no = find_unstorable(given.asked, given.value))
        return say(422, {{"message", visit.with.pages.say(visit.sentence(*no), visit.frame)}});
    auto answers = store::list_answers(db, opened.row.id);
    const auto stale = save_given(visit, db, opened, answers, {given});
    if (!stale.empty())
        return say(409, {{"version", stale.front().version}, {"theirs", stale.front().theirs}});
    boost::json::object said{{"version", version_in(answers, key)},
                             {"saved_at", workflow::utc_text(opened.now)}};
    if (const auto no = find_soft_problem(all.front(), given))
        said["message"] = visit.with.pages.say(visit.sentence(*no), visit.frame);
    return say(200, said);
}

}  // namespace features
