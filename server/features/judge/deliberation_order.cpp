#include "server/features/judge/deliberation_order.hpp"

#include "server/features/judge/deliberation.hpp"

#include <algorithm>

#include "judging/slate.hpp"
#include "server/features/judge/home.hpp"
#include "server/features/results/evidence_of_judges.hpp"
#include "server/features/results/evidence_shown.hpp"
#include "server/store/deliberation.hpp"
#include "server/store/editions.hpp"
#include "server/store/results.hpp"
#include "server/store/sealed_inputs.hpp"
#include "server/store/tally.hpp"

namespace features {
namespace {

using pages::t;

struct panel_order {
    workflow::edition edition;
    judging::tally_input input;
    judging::tally_result result;
    judging::evidence found;
    evidence_names names;
    std::string url;

    shown_evidence shown() const { return {input, result, found, names, url + "?category="}; }
};

judging::slate propose(const panel_order& order, const workflow::rule_set& rules) {
    judging::slate_input asked;
    asked.rankings = order.result.categories;
    asked.tiers = order.edition.tiers;
    asked.ties.ladder = rules.tie_ladder;
    asked.ties.criteria = order.input.rules.criteria;
    asked.ties.sheets = order.input.sheets;
    return judging::propose_slate(asked);
}

evidence_names names_of(store::database& db, const panel_order& order, const workflow::rule_set& rules,
                        const std::vector<store::deliberated_entry>& visible) {
    auto names = evidence_names_of(order.edition, rules);
    for (const auto& one : visible) {
        names.entries[one.entry_id] = one.city + ": " + one.title;
        names.links[one.entry_id] = "/judging/entries/" + std::to_string(workflow::value(one.entry_id));
    }
    if (rules.panel_sees_names) names.judges = list_names_of_judges(db, order.edition.id);
    return names;
}

// Nothing while no round is closed, while a scorecard is open again, or where the tally refuses.
std::optional<panel_order> find_order(store::database& db, const store::panel_seat& seat) {
    const auto round = store::find_tallied_round(db, seat.edition_id);
    if (!round || store::has_unfinished_cards(db, *round)) return std::nullopt;
    const auto rules = store::load_rules(db, seat.edition_id).rules;
    const auto visible = store::list_deliberated(db, seat.edition_id);
    panel_order order;
    order.edition = store::load_edition(db, seat.edition_id);
    order.url = judging_url(seat, "/deliberation/order");
    order.input = store::load_panel_input(db, *round, rules);
    auto result = judging::tally(order.input);
    if (!result || result->categories.empty()) return std::nullopt;
    order.result = std::move(*result);
    order.found = judging::gather_evidence(
        order.input, {propose(order, rules), {}, store::load_known_countries(db, seat.edition_id), {}});
    order.names = names_of(db, order, rules, visible);
    return order;
}

void fill_category(pages::office_view& view, const panel_order& order, workflow::category_id category) {
    view.title = t("The order: {category}", {{"category", order.names.categories.at(category)}});
    for (auto& part : blocks_of_category(order.shown(), category)) view.blocks.push_back(std::move(part));
    view.blocks.back().links.push_back({t("All categories"), order.url});
}

void fill_overview(pages::office_view& view, const panel_order& order) {
    view.blocks.push_back(block_of_standings(order.shown()));
    for (auto& part : blocks_of_judging(order.shown())) view.blocks.push_back(std::move(part));
}

}  // namespace

http::response show_deliberated_order(visit& visit, store::database& db) {
    const auto seat = take_seat(visit, db);
    visit.frame.wide = true;
    visit.frame.breadcrumbs.push_back({t("The panel’s deliberation"), judging_url(seat, "/deliberation")});
    pages::office_view view;
    view.title = t("The order, and how sure it is");
    view.lead =
        t("Worked out from the entries that you may see, as if there were no others. Where you have a "
          "conflict, places and prizes can "
          "differ from the secretariat’s. The panel deliberates; this page decides nothing.");
    const auto order = find_order(db, seat);
    const auto asked = visit.query("category");
    if (!order) {
        if (!asked.empty()) return visit.not_there();
        view.blocks.emplace_back().inset = pages::text_block{
            t("There is no order to show: no round is closed yet, or a scorecard is open again.")};
        return visit.page("office/sheet", view);
    }
    if (asked.empty()) {
        fill_overview(view, *order);
    } else {
        const auto found = std::ranges::find(order->result.categories, asked, [](const auto& one) {
            return std::to_string(workflow::value(one.category));
        });
        if (found == order->result.categories.end()) return visit.not_there();
        visit.frame.breadcrumbs.push_back({view.title, order->url});
        fill_category(view, *order, found->category);
    }
    pages::give_jumps(view);
    return visit.page("office/sheet", view);
}

}  // namespace features
