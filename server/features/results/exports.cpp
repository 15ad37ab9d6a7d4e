#include "server/features/results/exports.hpp"

#include "server/features/frame/csv.hpp"
#include "server/features/results/page.hpp"
#include "server/store/prizes.hpp"
#include "server/store/tally.hpp"

#include <algorithm>

namespace features {

// Every prize that was announced, also those taken back, with the state of now.
http::response export_results(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto lines =
        csv_line({"category", "tier", "place", "number", "city", "country", "title", "state", "public note"});
    for (const auto& one : store::list_prizes(db, edition.id))
        lines += csv_line(
            {one.category, one.tier, std::to_string(one.place), one.number ? std::to_string(*one.number) : "",
             one.printed_city, one.printed_country, one.title,
             one.withheld ? "withheld" : boost::describe::enum_to_string(one.state, ""), one.note});
    return csv_file("results-" + edition.key + ".csv", lines);
}

// In the order in which winners are called: category by category from the lowest tier to the highest, two
// winners of one slot one after the other under one number.
http::response export_stage_list(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto prizes = store::list_prizes(db, edition.id);
    std::erase_if(prizes,
                  [](const auto& one) { return one.withheld || one.state != store::prize_state::given; });
    const auto order_of = [&](workflow::category_id id) {
        const auto found = std::ranges::find(edition.categories, id, &workflow::category::id);
        return found == edition.categories.end() ? 0 : found->order;
    };
    std::ranges::stable_sort(prizes, {}, [&](const auto& one) {
        return std::tuple(order_of(one.category_id), -one.tier_rank, -one.place);
    });
    auto lines = csv_line({"call", "category", "tier", "city as it is printed", "country as it is printed",
                           "project", "shared"});
    int call = 0;
    std::optional<std::tuple<workflow::category_id, workflow::tier_id, int>> last;
    for (const auto& one : prizes) {
        const std::tuple slot(one.category_id, one.tier_id, one.place);
        if (last != slot) ++call;
        last = slot;
        const auto winners = std::ranges::count_if(prizes, [&](const auto& other) {
            return std::tuple(other.category_id, other.tier_id, other.place) == slot;
        });
        lines += csv_line({std::to_string(call), one.category, one.tier, one.printed_city,
                           one.printed_country, one.title, winners > 1 ? "shared" : ""});
    }
    return csv_file("stage-list-" + edition.key + ".csv", lines);
}

}  // namespace features
