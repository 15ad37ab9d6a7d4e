#include "server/features/public/results.hpp"

#include "server/features/office/record.hpp"
#include "server/features/public/pages.hpp"

#include "server/pages/public/views.hpp"
#include "server/pages/zones.hpp"
#include "server/store/disclosure.hpp"
#include "server/store/public.hpp"

namespace features {
namespace {

using pages::t;
using pages::t_n;

pages::phrase note_of(bool is_revoked, bool is_shared, const std::string& note, workflow::instant changed_at,
                      const std::string& zone) {
    if (is_revoked && note.empty())
        return t("Revoked on {day}", {{"day", day_in_sentence(changed_at, zone)}});
    if (is_revoked)
        return t("Revoked on {day}: {reason}",
                 {{"day", day_in_sentence(changed_at, zone)}, {"reason", note}});
    if (is_shared && !note.empty()) return t("Shared prize. {note}", {{"note", note}});
    if (!note.empty()) return note;
    return is_shared ? t("Shared prize") : pages::phrase{};
}

bool is_one_slot(const store::public_prize& left, const store::public_prize& right) {
    return left.category_id == right.category_id && left.tier_rank == right.tier_rank &&
           left.place == right.place;
}

// The rows come in order: one shown prize for each run of rows of one slot, one category for each run of a
// category.
std::vector<pages::shown_category> categories_of(const visit& visit,
                                                 const std::vector<store::public_prize>& rows,
                                                 const std::string& zone) {
    std::vector<pages::shown_category> shown;
    for (auto first = rows.begin(); first != rows.end();) {
        auto last = first;
        int winners = 0;
        for (; last != rows.end() && is_one_slot(*first, *last); ++last)
            winners += !last->withheld && !last->revoked;
        if (first == rows.begin() || std::prev(first)->category_id != first->category_id)
            shown.push_back({first->category, first->category_description, {}});
        pages::shown_prize prize{
            first->tier, first->tier_rank, pages::medal_of(visit.with.pages, first->tier_rank), {}, {}};
        for (auto row = first; row != last; ++row) {
            if (row->withheld) {
                prize.withheld =
                    row->note.empty() ? t("This prize was not given.") : pages::phrase(row->note);
                continue;
            }
            const auto href =
                row->city_id ? "/cities/" + std::to_string(workflow::value(*row->city_id)) : std::string();
            prize.winners.push_back({row->printed_city, row->printed_country, row->title, href,
                                     note_of(row->revoked, winners > 1, row->note, row->changed_at, zone)});
        }
        shown.back().prizes.push_back(std::move(prize));
        first = last;
    }
    return shown;
}

// "A tier added: …": which decision each note is about.
std::string joined(const visit& visit, const std::vector<store::public_note>& notes) {
    std::string text;
    for (const auto& one : notes)
        text += (text.empty() ? "" : " ") + visit.with.pages.say(words_for_decision(one.kind), visit.frame) +
                ": " + one.note;
    return text;
}

http::response kept(http::response answer) {
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

}  // namespace

std::string day_in_sentence(workflow::instant at, const std::string& zone) {
    return workflow::format_civil(pages::civil_time_of(at, zone)).substr(0, 10);
}

http::response winners_page(visit& visit, store::database& db, const workflow::edition& edition) {
    const auto rows = store::list_public_prizes(db, edition.id);
    const auto notes = store::list_public_notes(db, edition.id);

    pages::winners_view view;
    view.edition_name = edition.name;
    view.categories = categories_of(visit, rows, edition.calendar.zone);
    view.intro = rows.empty() ? t("The winners of this edition have not been announced.")
                              : t("The awarded projects, by category.");
    if (!notes.empty()) view.public_note = pages::text_block{joined(visit, notes)};
    if (store::has_published_scores(db, edition.id))
        view.scores_href = "/editions/" + edition.key + "/scores";
    visit.frame.edition_name = edition.name;
    visit.frame.zone = edition.calendar.zone;
    visit.frame.breadcrumbs = {{edition.name, "/editions/" + edition.key}};
    describe(visit,
             t("{edition}: the winners, by category, with the projects that were honoured.",
               {{"edition", edition.name}}),
             "/editions/" + edition.key + "/winners");
    return kept(visit.page("public/winners", view));
}

http::response show_winners(visit& visit, store::database& db) {
    return winners_page(visit, db, store::load_edition(db, visit.edition()));
}

http::response show_newest_winners(visit& visit, store::database& db) {
    const auto newest = store::find_newest_announced(db);
    if (!newest) return list_past_editions(visit, db);
    return winners_page(visit, db, store::load_edition(db, *newest));
}

http::response list_past_editions(visit& visit, store::database& db) {
    pages::editions_view view;
    for (const auto& one : store::list_public_editions(db)) {
        const bool is_announced = one.state >= workflow::edition_state::announced;
        view.editions.push_back(
            {std::to_string(one.year), one.name, "/editions/" + one.key, one.theme,
             is_announced
                 ? t("{prizes} for {cities}", {{"prizes", t_n("{count} prize", "{count} prizes", one.prizes)},
                                               {"cities", t_n("{count} city", "{count} cities", one.cities)}})
                 : t("This edition is going on.")});
    }
    describe(visit, t("All editions of the WeGO Awards, with their calls and their winners."), "/editions");
    return kept(visit.page("public/editions", view));
}

http::response show_city(visit& visit, store::database& db) {
    const auto id = visit.id<workflow::city_id>("city");
    const auto city = store::load_public_city(db, id);
    if (city.merged_into)
        return visit.see_other("/cities/" + std::to_string(workflow::value(*city.merged_into)));

    pages::city_view view{city.printed_name, city.printed_country, city.member, {}};
    for (const auto& one : store::list_city_awards(db, id))
        view.awards.push_back({one.edition_name, one.tier, one.category, one.tier_rank,
                               pages::medal_of(visit.with.pages, one.tier_rank), one.title, one.summary,
                               note_of(one.revoked, one.shared, one.note, one.changed_at, "UTC")});
    visit.frame.breadcrumbs = {{t("Winners"), "/winners"}};
    return kept(visit.page("public/city", view));
}

}  // namespace features
