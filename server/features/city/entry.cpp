#include "server/features/city/entry.hpp"

#include "server/pages/words.hpp"
#include "server/store/move_facts.hpp"
#include "server/store/moves.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::entry_state;

my_entry with_edition(visit& visit, store::database& db, store::entry_row row, workflow::instant now) {
    my_entry opened{std::move(row),
                    store::load_edition(db, visit.edition()),
                    store::load_rules(db, visit.edition()),
                    now,
                    {}};
    opened.facts = store::load_entry_facts(db, opened.edition, visit.actor(), opened.row.id);
    opened.facts.now = now;
    visit.frame.zone = opened.edition.calendar.zone;
    visit.frame.edition_name = opened.edition.name;
    visit.frame.breadcrumbs = {{t("My entries"), "/my"}};
    if (visit.request.path.size() > 3)
        visit.frame.breadcrumbs.push_back({title_of(opened.row.title), opened.href()});
    return opened;
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

bool may_do(const my_entry& opened, workflow::entry_action wanted) {
    const auto open = workflow::moves_open_to(workflow::role::applicant, opened.row.state, opened.facts);
    return std::find(open.begin(), open.end(), wanted) != open.end();
}

acts::entry_contents contents_of(store::database& db, const my_entry& opened) {
    return acts::load_contents(db, opened.row, opened.rules(), words_of);
}

std::size_t words_of(std::string_view text) {
    return static_cast<std::size_t>(pages::count_words(text));
}

pages::moment deadline_of(const my_entry& opened) {
    return {acts::deadline_of(opened.row, opened.edition)};
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

pages::tag tag_of_missed_completion() {
    return {t("Not completed in time"), "grey"};
}

pages::phrase place_of(const my_entry& opened) {
    return pages::phrase(opened.row.category_name + " · " + opened.row.city_name + ", " +
                         opened.row.city_country);
}

pages::phrase title_of(const std::string& title) {
    return title.empty() ? t("Project without a title") : pages::phrase(title);
}

}  // namespace features
