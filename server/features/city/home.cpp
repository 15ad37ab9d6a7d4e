#include "server/features/city/home.hpp"

#include "server/features/city/entry.hpp"
#include "server/store/cities.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::edition_state;
using workflow::entry_state;

workflow::calendar calendar_of(const store::my_entry_row& row) {
    workflow::calendar dates;
    dates.zone = row.zone;
    dates.closes_at = row.closes_at.value_or(workflow::instant{});
    dates.grace_minutes = row.grace_minutes;
    return dates;
}

struct next_step {
    pages::phrase text;
    std::optional<workflow::instant> due;
};

next_step next_of(const store::my_entry_row& row, workflow::instant now) {
    const auto dates = calendar_of(row);
    const auto may = [&](workflow::deadline_act act) {
        return workflow::may_still(act, dates, row.edition_state, row.extended_until, now).has_value();
    };
    const bool may_write = may(workflow::deadline_act::write_entry);
    const auto end = std::max(dates.closes_at, row.extended_until.value_or(dates.closes_at));
    switch (row.state) {
        case entry_state::draft:
            if (may_write) return {t("Finish and submit it"), end};
            return {t("The call is closed; this draft was not submitted"), {}};
        case entry_state::returned: return {t("Answer the secretariat’s request"), row.return_due_at};
        case entry_state::submitted:
            if (may(workflow::deadline_act::reopen_entry))
                return {t("Nothing. You may reopen it before the deadline"), end};
            if (row.edition_state == edition_state::open)
                return {t("Nothing. The secretariat will check it"), {}};
            return {t("Nothing. The secretariat is checking it"), {}};
        case entry_state::eligible:
            if (row.edition_state == edition_state::cancelled) return {t("The edition was cancelled"), {}};
            return {t("Nothing. The panel judges it; the result comes with the announcement"), {}};
        case entry_state::awarded: return {t("See the result and print the certificate"), {}};
        case entry_state::lapsed:
            if (may_write) return {t("Your deadline was extended: reopen and submit it"), end};
            if (missed_completion(row)) return {t("It was not completed in time"), {}};
            return {t("It was not submitted in time"), {}};
        default: return {t("See where it stands"), {}};
    }
}

pages::phrase status_of(edition_state state) {
    switch (state) {
        case edition_state::planned:
        case edition_state::open: return t("The call is open");
        case edition_state::screening: return t("The secretariat checks the entries");
        // One sentence for all of judging: nothing may tell how far the result has come (P3).
        case edition_state::judging:
        case edition_state::deliberation:
        case edition_state::decided: return t("The panel judges the entries");
        case edition_state::announced:
        case edition_state::archived: return t("The winners have been announced");
        case edition_state::cancelled: return t("This edition was cancelled");
    }
    return {};
}

bool is_over(edition_state state) {
    return state == edition_state::archived || state == edition_state::cancelled;
}

}  // namespace

std::vector<pages::entry_card> cards_of(const std::vector<store::my_entry_row>& rows, workflow::instant now) {
    std::vector<pages::entry_card> cards;
    for (const auto& row : rows) {
        const auto next = next_of(row, now);
        pages::entry_card card{title_of(row.title),
                               "/my/entries/" + std::to_string(workflow::value(row.id)),
                               row.category_name + " · " + row.city_name,
                               city_tag_of(row),
                               next.text,
                               {}};
        if (next.due) card.due = pages::moment{*next.due, row.zone};
        cards.push_back(std::move(card));
    }
    return cards;
}

namespace {

// E4: a city's own extension, while it holds, opens the call for it again.
std::optional<workflow::instant> find_later(
    const std::map<workflow::edition_id, workflow::instant>& extensions, workflow::edition_id edition,
    workflow::instant now) {
    const auto found = extensions.find(edition);
    if (found == extensions.end() || found->second <= now) return std::nullopt;
    return found->second;
}

}  // namespace

namespace {

void show_deadline(pages::edition_card& card, const store::edition_line& edition,
                   const std::optional<workflow::instant>& extended_until) {
    if (!edition.closes_at) return;
    workflow::calendar dates;
    dates.closes_at = *edition.closes_at;
    dates.call_closed_at = edition.closed_at;
    if (!extended_until && workflow::was_closed_early(dates)) card.deadline_is = t("The call was closed:");
    card.deadline = pages::moment{workflow::published_deadline(dates, extended_until), edition.zone};
}

}  // namespace

http::response show_my_home(visit& visit, store::database& db) {
    pages::my_home_view view;
    bool may_write = false;
    for (const auto& one : store::list_my_cities(db, visit.person())) {
        may_write = may_write || one.confirmed;
        pages::city_line line{one.printed_name, "", one.printed_country, {}};
        if (one.confirmed) line.href = "/my/cities/" + std::to_string(workflow::value(one.id));
        if (!one.confirmed)
            line.state = pages::tag{t("Waiting to be confirmed"), "amber"};
        else if (one.waiting > 0)
            line.state = pages::tag{t("Somebody waits for you to confirm"), "amber"};
        else if (!one.approved)
            line.state = pages::tag{t("Waiting for the secretariat"), "grey"};
        view.cities.push_back(std::move(line));
    }
    view.has_no_city = view.cities.empty();
    view.waits = !view.cities.empty() && !may_write;
    const auto entries = store::list_my_entries(db);
    const auto extensions = store::list_own_extensions(db, visit.person());
    for (const auto& edition : store::list_editions(db)) {
        std::vector<store::my_entry_row> own;
        for (const auto& one : entries)
            if (one.edition_key == edition.key) own.push_back(one);
        const auto until = find_later(extensions, edition.id, db.now());
        if (own.empty() && !until && (is_over(edition.state) || edition.state == edition_state::announced))
            continue;
        pages::edition_card card{edition.name, status_of(edition.state), t("Deadline:"), {},
                                 "",           cards_of(own, db.now())};
        show_deadline(card, edition, until);
        if ((edition.state == edition_state::open || until) && may_write)
            card.start_href = "/my/editions/" + edition.key + "/entries/new";
        view.editions.push_back(std::move(card));
    }
    return visit.page("city/home", view);
}

}  // namespace features
