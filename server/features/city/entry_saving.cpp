#include "server/features/city/entry_saving.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "server/features/city/entry_form.hpp"
#include "server/features/city/given_answers.hpp"
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
        given.push_back({asked, normal_form(visit, asked, name), number_in(visit.field("version." + name)),
                         visit.key("key." + name)});
    }
    return given;
}

using errors_of_fields = std::map<std::string, pages::phrase>;

http::response section_page(visit& visit, const my_entry& opened, const std::vector<form_page>& all,
                            const form_page& page, const stored_answers& answers,
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
    view.history_href = opened.href("sections/" + page.key + "/history");
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
    const given_answer given{*asked, normal_form(visit, *asked, "value"), number_in(visit.field("version")),
                             visit.key("key")};
    if (const auto no = find_unstorable(given.asked, given.value))
        return say(422, {{"message", visit.with.pages.say(visit.sentence(*no), visit.frame)}});
    auto answers = store::list_answers(db, opened.row.id);
    // What was stale stays in the entry's history.
    visit.keep_changes = true;
    const auto stale = save_given(visit, db, opened, answers, {given});
    if (!stale.empty())
        return say(409, {{"version", stale.front().version}, {"theirs", stale.front().theirs}});
    boost::json::object said{{"version", version_in(answers, key)},
                             {"saved_at", workflow::utc_text(opened.now)}};
    // It was saved before, and somebody else has changed it since.
    if (const auto held = acts::stored_answer(opened.row, answers, key); held != given.value)
        said["changed"] = boost::json::object{{name, held}};
    if (const auto no = find_soft_problem(all.front(), given))
        said["message"] = visit.with.pages.say(visit.sentence(*no), visit.frame);
    return say(200, said);
}

}  // namespace features
