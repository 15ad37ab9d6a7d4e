#include "server/features/city/entry.hpp"

#include "server/pages/words.hpp"
#include "server/store/moves.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::entry_state;

my_entry with_edition(visit& visit, store::database& db, store::entry_row row, workflow::instant now) {
    my_entry opened{std::move(row), store::load_edition(db, visit.edition()),
                    store::load_rules(db, visit.edition()), now};
    visit.frame.zone = opened.edition.calendar.zone;
    visit.frame.edition_name = opened.edition.name;
    visit.frame.breadcrumbs = {{t("My entries"), "/my"}};
    if (visit.request.path.size() > 3)
        visit.frame.breadcrumbs.push_back({title_of(opened.row.title), opened.href()});
    return opened;
}

// The service's own question beside the form's: who enters for the city.
std::optional<workflow::field_problem> find_provider_problem(const my_entry& opened) {
    if (!opened.row.third_party || !opened.row.provider_name.empty()) return std::nullopt;
    return workflow::field_problem{"project", "provider_name", workflow::refusal_code::answer_missing, {}};
}

}  // namespace

std::string my_entry::href(std::string_view page) const {
    auto address = "/my/entries/" + std::to_string(workflow::value(row.id));
    return page.empty() ? address : address.append("/").append(page);
}

my_entry look_at(visit& visit, store::database& db) {
    return with_edition(visit, db, store::load_entry(db, visit.who.entry.value()), db.now());
}

my_entry write_into(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    auto row = store::share_entry(db, visit.who.entry.value());
    return with_edition(visit, db, std::move(row), db.clock());
}

my_entry move_on(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    auto row = store::lock_entry(db, visit.who.entry.value());
    return with_edition(visit, db, std::move(row), db.clock());
}

workflow::verdict may_write(const my_entry& opened) {
    const auto& row = opened.row;
    if (row.state == entry_state::returned)
        return workflow::may_complete(row.return_due_at, opened.edition.state, opened.now);
    if (row.state == entry_state::draft)
        return workflow::may_still(workflow::deadline_act::write_entry, opened.edition.calendar,
                                   opened.edition.state, row.extended_until, opened.now);
    return workflow::refuse(workflow::refusal_code::not_editable_now,
                            {{"state", boost::describe::enum_to_string(row.state, "")}});
}

workflow::entry_facts facts_of(const my_entry& opened, std::vector<std::string> missing) {
    workflow::entry_facts facts;
    facts.now = opened.now;
    facts.edition = opened.edition.state;
    facts.calendar = opened.edition.calendar;
    facts.personal_extension = opened.row.extended_until;
    facts.is_own = true;  // the policy's row and row-level security have let nobody else come here
    facts.other_entries_of_the_city = opened.row.other_places;
    facts.entries_per_city = opened.rules().limits.entries_per_city;
    facts.missing_fields = std::move(missing);
    facts.completion_due_at = opened.row.return_due_at;
    return facts;
}

bool may_do(const my_entry& opened, workflow::entry_action wanted, const std::vector<std::string>& missing) {
    const auto open =
        workflow::moves_open_to(workflow::role::applicant, opened.row.state, facts_of(opened, missing));
    return std::find(open.begin(), open.end(), wanted) != open.end();
}

std::vector<workflow::field_problem> list_missing(const my_entry& opened,
                                                  const std::map<std::string, store::answer_row>& answers,
                                                  const std::vector<workflow::attachment>& files) {
    workflow::entry entry;
    entry.id = opened.row.id;
    entry.category = opened.row.category_id;
    entry.title = opened.row.title;
    if (opened.row.third_party) entry.provider = opened.row.provider_name;
    for (const auto& [question, answer] : answers) entry.answers[question] = answer.value;
    entry.attachments = files;
    auto problems = workflow::list_problems(entry, opened.rules(), words_of);
    if (auto provider = find_provider_problem(opened))
        problems.insert(problems.begin(), std::move(*provider));
    return problems;
}

std::vector<std::string> names_of(const std::vector<workflow::field_problem>& problems) {
    std::vector<std::string> names;
    for (const auto& one : problems) names.push_back(one.question);
    return names;
}

std::size_t words_of(std::string_view text) {
    return static_cast<std::size_t>(pages::count_words(text));
}

pages::moment deadline_of(const my_entry& opened) {
    if (opened.row.state == entry_state::returned && opened.row.return_due_at)
        return {*opened.row.return_due_at};
    const auto& until = opened.row.extended_until;
    if (until && *until > opened.edition.calendar.closes_at) return {*until};
    return {opened.edition.calendar.closes_at};
}

pages::tag city_tag_of(entry_state state) {
    switch (state) {
        case entry_state::draft: return {t("Draft"), "grey"};
        case entry_state::submitted: return {t("Submitted"), "blue"};
        case entry_state::returned: return {t("Completion wanted"), "amber"};
        case entry_state::eligible: return {t("Eligible"), "green"};
        case entry_state::ineligible: return {t("Not eligible"), "red"};
        case entry_state::withdrawn: return {t("Withdrawn"), "grey"};
        case entry_state::lapsed: return {t("Not submitted in time"), "grey"};
        case entry_state::awarded: return {t("Awarded"), "purple"};
        case entry_state::not_awarded: return {t("No prize"), "grey"};
        case entry_state::revoked: return {t("Award revoked"), "red"};
    }
    return {};
}

pages::phrase place_of(const my_entry& opened) {
    return pages::phrase(opened.row.category_name + " · " + opened.row.city_name + ", " +
                         opened.row.city_country);
}

pages::phrase title_of(const std::string& title) {
    return title.empty() ? t("Project without a title") : pages::phrase(title);
}

}  // namespace features
