#include "server/features/city/entries.hpp"

#include "server/features/city/appeal.hpp"
#include "server/features/city/attachments.hpp"
#include "server/features/city/disclosed.hpp"
#include "server/features/city/entry_form.hpp"
#include "server/features/city/questions_then.hpp"
#include "server/store/cities.hpp"
#include "server/store/entry_versions.hpp"
#include "server/store/moves.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using pages::t_n;
using workflow::entry_action;
using workflow::entry_state;

pages::tag state_of_page(const my_entry& opened, const std::map<std::string, store::answer_row>& answers,
                         const form_page& page, const std::vector<workflow::field_problem>& missing) {
    bool has_problem = false, has_mistake = false, has_answer = false;
    for (const auto& one : missing)
        if (one.section == page.key) has_problem = true, has_mistake = has_mistake || !is_only_missing(one);
    if (!has_problem) return {t("Complete"), "green"};
    if (has_mistake) return {t("To correct"), "red"};
    for (const auto& asked : page.questions)
        has_answer = has_answer || (asked.key != "category" && asked.key != "third_party" &&
                                    !acts::stored_answer(opened.row, answers, asked.key).empty());
    return has_answer ? pages::tag{t("In progress"), "blue"} : pages::tag{t("Not begun"), "grey"};
}

pages::task_list tasks_of(const my_entry& opened, const std::map<std::string, store::answer_row>& answers,
                          const std::vector<workflow::attachment>& files,
                          const std::vector<workflow::field_problem>& missing) {
    pages::task_list list;
    for (const auto& page : form_pages(opened))
        list.tasks.push_back({page.title,
                              opened.href("sections/" + page.key),
                              {},
                              state_of_page(opened, answers, page, missing)});
    const bool letter_missing = std::any_of(missing.begin(), missing.end(),
                                            [](const auto& one) { return one.section == "attachments"; });
    list.tasks.push_back(
        {t("Attachments"),
         opened.href("attachments"),
         {},
         letter_missing  ? pages::tag{t("To correct"), "red"}
         : files.empty() ? pages::tag{t("None, and none is needed"), "grey"}
                         : pages::tag{t_n("{count} file", "{count} files", std::ssize(files)), "green"}});
    list.tasks.push_back(
        {t("Check and submit"),
         opened.href("check"),
         {},
         missing.empty()
             ? pages::tag{t("Ready"), "green"}
             : pages::tag{t_n("{count} point open", "{count} points open", std::ssize(missing)), "grey"}});
    return list;
}

void add_next_step(const my_entry& opened, bool may_write, pages::entry_view& view) {
    const auto& row = opened.row;
    switch (row.state) {
        case entry_state::draft:
            view.next = may_write ? t("Write, check and submit the entry by")
                                  : t("The call is closed. This draft can only be read.");
            if (may_write) view.due = deadline_of(opened);
            break;
        case entry_state::returned:
            view.next = t("Complete the entry and submit it again by");
            view.due = deadline_of(opened);
            view.asked_for = pages::text_block{row.returned_reason};
            break;
        case entry_state::submitted:
            view.next = t("The entry has been received. There is nothing to do.");
            break;
        case entry_state::eligible:
            view.next = t("The entry is eligible. The result comes with the announcement.");
            break;
        case entry_state::ineligible:
        case entry_state::withdrawn:
        case entry_state::revoked:
            if (!row.closing_reason.empty()) view.asked_for = pages::text_block{row.closing_reason};
            break;
        case entry_state::lapsed:
            view.next = missed_completion(row)
                            ? t("The entry was not completed by the date that the secretariat had set.")
                            : t("The entry was not submitted before the call closed.");
            if (missed_completion(row)) view.asked_for = pages::text_block{row.returned_reason};
            break;
        default: break;
    }
}

void add_actions(const my_entry& opened, bool may_write, pages::entry_view& view) {
    if (may_write) view.actions.push_back({t("Check and submit"), opened.href("check"), "main"});
    view.actions.push_back({t("Preview as a judge will see it"), opened.href("preview"), "secondary"});
    if (!may_write) view.actions.push_back({t("Attachments"), opened.href("attachments"), "secondary"});
    // E5: a reopened entry is a draft again, and counts as not submitted until it is submitted anew.
    if (may_do(opened, entry_action::reopen)) view.reopen_action = opened.href("reopen");
    if (may_do(opened, entry_action::withdraw))
        view.actions.push_back({t("Withdraw this entry"), opened.href("withdraw"), "secondary"});
}

void add_result(store::database& db, const my_entry& opened, pages::entry_view& view) {
    if (opened.edition.state < workflow::edition_state::announced) return;
    for (const auto& one : store::list_results(db, opened.row.id)) {
        view.results.push_back(
            one.state == store::prize_state::given
                ? t("{tier} in {category}", {{"tier", one.tier_name}, {"category", opened.row.category_name}})
                : t("{tier} in {category}: revoked",
                    {{"tier", one.tier_name}, {"category", opened.row.category_name}}));
        if (!one.note.empty()) view.results.push_back(one.note);
    }
    if (!store::list_own_certificates(db, opened.row.id).empty())
        view.certificates.push_back({t("Certificate (PDF)"), opened.href("certificate")});
}

struct start_form {
    pages::start_view view;
    std::vector<store::my_city_row> cities;
};

start_form read_start(const visit& visit, store::database& db, const workflow::edition& edition) {
    start_form form;
    form.cities = store::list_my_cities(db, visit.person());
    std::erase_if(form.cities, [](const auto& one) { return !one.confirmed; });
    const auto place = "/my/editions/" + edition.key + "/entries";
    form.view.action = place;
    form.view.edition_name = edition.name;
    form.view.deadline = {workflow::end_of_call(edition.calendar)};
    form.view.back_href = "/my";
    const auto city = visit.has_field("city") ? visit.field("city") : visit.query("city");
    pages::select_field cities{"city", t("For which city?"), {}, {}, {}, form.cities.size() != 1};
    for (const auto& one : form.cities) {
        const auto id = std::to_string(workflow::value(one.id));
        cities.choices.push_back({id, one.printed_name + ", " + one.printed_country, {}, id == city, ""});
    }
    pages::radio_field categories{
        {"category", t("Category"), t("One project is entered in one category."), {}, {}}};
    for (const auto& one : edition.categories)
        categories.choices.push_back(
            {one.key, one.name, one.description, one.key == visit.field("category"), ""});
    pages::number_choices(categories);
    pages::text_field title;
    title.name = "title";
    title.label = t("Working title of the project");
    title.hint = t("You can change it until you submit.");
    title.value = visit.field("title");
    pages::tick_field third_party{"third_party",
                                  t("A company, a university or another third party enters it for the city"),
                                  {},
                                  "yes",
                                  visit.field("third_party") == "yes"};
    form.view.fields = {std::move(cities), std::move(title), std::move(categories), std::move(third_party)};
    return form;
}

void lead_back(visit& visit, const workflow::edition& edition) {
    visit.frame.zone = edition.calendar.zone;
    visit.frame.edition_name = edition.name;
    visit.frame.breadcrumbs = {{t("My entries"), "/my"}};
}

// What was submitted, in the words of its form (E9); of an entry that is none yet what a submission of now
// would keep.
store::kept_version version_for_judges(store::database& db, const my_entry& opened) {
    const auto& row = opened.row;
    if (row.current_version && !is_among(row.state, workflow::entry_states::not_complete))
        if (auto found = store::find_version(db, row.id, *row.current_version)) return std::move(found->kept);
    return acts::version_of(row, opened.edition, opened.kept, contents_of(db, opened), opened.now);
}

}  // namespace

http::response ask_for_entry(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    lead_back(visit, edition);
    const auto extensions = store::list_own_extensions(db, visit.person());
    const auto own = extensions.find(edition.id);
    const auto until = own == extensions.end() ? std::nullopt : std::optional(own->second);
    const auto may = workflow::may_still(workflow::deadline_act::write_entry, edition.calendar, edition.state,
                                         until, db.now());
    if (!may) return visit.refuse(may.error());
    auto form = read_start(visit, db, edition);
    form.view.deadline = {workflow::published_deadline(edition.calendar, until)};
    if (form.cities.empty()) return visit.see_other("/my/cities");
    return visit.page("city/start", form.view);
}

http::response start_entry(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    lead_back(visit, edition);
    auto form = read_start(visit, db, edition);
    auto& fields = form.view.fields;
    store::new_entry said{edition.id, {}, {}, visit.field("title"), visit.field("third_party") == "yes", ""};
    bool has_city = false, has_category = false;
    for (const auto& one : form.cities)
        if (visit.find_number("city") == workflow::value(one.id)) said.city = one.id, has_city = true;
    for (const auto& one : edition.categories)
        if (one.key == visit.field("category")) said.category = one.id, has_category = true;
    const workflow::question title{"title", "", "", workflow::question_kind::short_text, true, 30};
    if (!has_city) visit.error(fields, "city", t("Choose the city."));
    if (!visit.is_readable("title")) {
        visit.error(fields, "title", t("Some signs of this text cannot be read. Type them again."));
    } else if (const auto no = workflow::check_answer("", title, said.title, words_of)) {
        visit.error(fields, "title", visit.sentence({no->code, no->particulars}));
    }
    if (!has_category) visit.error(fields, "category", t("Choose a category."));
    if (!visit.frame.errors.empty()) return visit.page("city/start", form.view);
    const auto entry = acts::begin_entry(visit.acting(db), said);
    if (!entry) return visit.refuse(entry.error());
    return visit.see_other("/my/entries/" + std::to_string(workflow::value(*entry)) + "/sections/project",
                           "entry_started");
}

http::response show_entry(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto contents = contents_of(db, opened);
    const auto may = may_write(opened).has_value();
    pages::entry_view view;
    view.title = title_of(opened.row.title);
    view.place = place_of(opened);
    view.state = city_tag_of(opened.row);
    add_next_step(opened, may, view);
    add_changes_of_questions(db, opened, view);
    add_asked_before(db, opened, contents.answers, view);
    if (may) view.tasks = tasks_of(opened, contents.answers, contents.files, contents.missing);
    add_actions(opened, may, view);
    view.timeline = timeline_of(opened);
    for (const auto& one : store::list_versions(db, opened.row.id)) {
        const auto number = std::to_string(one.number);
        view.receipts.push_back({t("Receipt of version {number}", {{"number", number}}),
                                 opened.href("receipts/" + number),
                                 {one.submitted_at}});
    }
    for (const auto& one : store::list_late_refusals(db, opened.row.id))
        view.receipts.push_back(
            {t("Receipt of a refusal"), opened.href("refusals/" + std::to_string(one.id)), {one.refused_at}});
    view.has_receipts = !view.receipts.empty();
    view.version = opened.row.version;
    add_result(db, opened, view);
    add_scores(db, opened, view);
    add_appeals(db, opened, view);
    return visit.page("city/entry", view);
}

http::response show_preview(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    pages::preview_view view{title_of(opened.row.title), place_of(opened), {}, {}, opened.href(), ""};
    if (may_write(opened)) view.check_href = opened.href("check");
    std::string_view section;
    const auto version = version_for_judges(db, opened);
    for (const auto& one : version.fields) {
        if (one.names_the_applicant || one.key == "title" || one.key == "category" ||
            one.key == "third_party")
            continue;
        const bool is_own = workflow::is_own_question(one.key);
        if (one.value.empty() && is_own) continue;
        if (view.sections.empty() || section != one.section) view.sections.push_back({one.section_title, {}});
        section = one.section;
        view.sections.back().answers.push_back(
            {is_own ? t(one.label) : pages::phrase(one.label), paragraphs_of(one.value)});
    }
    for (const auto& one : store::list_attachments(db, opened.row.id))
        view.files.push_back({one.name, "/my/attachments/" + std::to_string(workflow::value(one.id)),
                              kind_and_size(one.media_type, one.bytes), ""});
    return visit.page("city/preview", view);
}

}  // namespace features
