#include "server/features/results/slate.hpp"

#include "server/acts/ratification.hpp"
#include "server/features/results/amendments.hpp"
#include "server/features/results/page.hpp"

namespace features {

using pages::t;

namespace {

pages::phrase words_for(judging::slate_fault fault) {
    using enum judging::slate_fault;
    switch (fault) {
        case slot_without_entry: return t("No entry is left for this prize: withhold it with a reason.");
        case slot_without_reason: return t("The prize is withheld without a reason.");
        case tie_unresolved: return t("A tie is not resolved.");
        case entry_twice: return t("An entry would get two prizes.");
        case entry_not_ranked: return t("An entry without a rank would get a prize.");
        case sharing_unfit: return t("A prize was to be shared, and the order does not allow it any more.");
        case winner_withdrew:
            return t(
                "Its city has withdrawn it: record under “A winner withdraws” what becomes of the prize.");
        case out_of_balance: return t("Given scorecards are not the sum of counted, recused and void ones.");
        case few_entries:
            return t(
                "Fewer than three entries: the panel goes on (recorded under Decisions), merges or "
                "withholds.");
    }
    return {};
}

pages::table table_of_problems(const acts::proposal& made, const entry_names& names) {
    pages::table table;
    table.caption = t("What is open");
    table.columns = {{t("Where")}, {t("What")}, {t("Weight")}};
    table.empty_text = t("Nothing is open: the slate can be built.");
    for (const auto& one : made.problems) {
        std::string where = one.category ? name_of_category(made.edition, *one.category) : "";
        if (one.tier) where += ", " + name_of_tier(made.edition, *one.tier);
        if (one.entry) where += (where.empty() ? "" : ": ") + names.of(*one.entry);
        pages::cell weight;
        weight.state = one.blocks ? pages::tag{t("Stands in the way"), "red"}
                                  : pages::tag{t("To be looked at"), "amber"};
        table.add_row({{where}, {words_for(one.fault)}, weight}, one.blocks);
    }
    return table;
}

pages::office_form build_form(const workflow::edition& edition) {
    return form_to(office_url(edition, "/slate"), {}, t("Build the slate"));
}

pages::office_block block_of(const store::slate_line& slate, const workflow::edition& edition) {
    auto part = block(t("The slate that stands"));
    pages::summary_list list;
    list.rows = {
        {t("Version"), std::to_string(slate.version), {}},
        {t("State"), slate.state == store::slate_state::ratified ? t("Ratified") : t("Proposed"), {}},
        {t("Hash"), slate.hash, {}}};
    part.summary = std::move(list);
    part.links = {{t("Approve it or see who did"), office_url(edition, "/ratify")}};
    return part;
}

pages::office_block block_of_what_follows(const workflow::edition& edition) {
    auto build = block(t("Go on"));
    build.form = build_form(edition);
    build.links = {{t("Withhold a prize"), office_url(edition, "/slate/withhold")},
                   {t("Share a prize"), office_url(edition, "/slate/share")},
                   {t("A winner withdraws"), office_url(edition, "/slate/withdrawals")},
                   {t("Take a decision back"), office_url(edition, "/decisions")},
                   {t("Merge a small category"), office_url(edition, "/slate/merge")},
                   {t("Add a tier or more prizes"), office_url(edition, "/slate/tiers")}};
    return build;
}

}  // namespace

http::response show_slate(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::slate, t("Slate"));
    if (auto waiting = link_to_waiting_amendment(db, edition)) {
        view.blocks.push_back(block(t("Waits for a second person")));
        view.blocks.back().links = {std::move(*waiting)};
    }
    const auto made = acts::propose(db, edition.id);
    if (!made) {
        view.lead = t("Make the tally first: prizes are proposed from it.");
        view.blocks.push_back(block({}));
        view.blocks.back().links = {{t("To the tally"), office_url(edition, "/tally")}};
        return office_page(visit, view);
    }
    const entry_names names(db, edition.id);
    view.lead =
        t("Prizes as the tally, the ladder and the decisions propose them. “Up to” so many are given.");
    auto proposed = block(t("Proposed"));
    if (made->inputs_changed)
        proposed.warning =
            pages::text_block{t("Scorecards have changed since the last tally. Make it again first.")};
    proposed.rows = table_of_slots(edition, made->slate.slots, names);
    view.blocks.push_back(std::move(proposed));
    auto open = block(t("Before it can be built"));
    open.rows = table_of_problems(*made, names);
    view.blocks.push_back(std::move(open));
    if (const auto slate = store::find_living_slate(db, edition.id))
        view.blocks.push_back(block_of(*slate, edition));
    if (edition.state == workflow::edition_state::deliberation)
        view.blocks.push_back(block_of_what_follows(edition));
    return office_page(visit, view);
}

http::response build_slate(visit& visit, store::database& db) {
    const auto built = acts::build_slate(db, visit.as_author());
    if (!built) return visit.refuse(built.error());
    return visit.see_other("/office/" + visit.request.parameter("edition") + "/ratify", "slate_built");
}

}  // namespace features
