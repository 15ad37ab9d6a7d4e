#include "server/features/results/evidence_shown.hpp"

#include "server/features/results/evidence_charts.hpp"
#include "server/features/results/page.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace features {

namespace {

using judging::doubt;
using pages::t;

pages::phrase method_words(workflow::tally_method method) {
    switch (method) {
        case workflow::tally_method::mean: return t("the mean");
        case workflow::tally_method::trimmed_mean: return t("the mean without the highest and the lowest");
        case workflow::tally_method::median: return t("the median");
        case workflow::tally_method::borda: return t("the judges’ orders alone (Borda)");
        case workflow::tally_method::adjusted: return t("the mean corrected for judges’ severity");
    }
    return {};
}

std::string list_names(const evidence_names& names, const std::vector<workflow::entry_id>& entries) {
    std::string text;
    for (const auto entry : entries) text += (text.empty() ? "" : "; ") + named(names.entries, entry);
    return text;
}

pages::phrase view_words(const evidence_names& names, const judging::view_name& view) {
    using enum judging::view_kind;
    switch (view.kind) {
        case another_method: return t("By {method}", {{"method", method_words(view.method)}});
        case without_judge: {
            const auto judge = named(names.judges, *view.judge);
            return judge.empty() ? t("Without one of the judges") : t("Without {judge}", {{"judge", judge}});
        }
        case without_criterion:
            return t("Without the criterion {criterion}",
                     {{"criterion", named(names.criteria, view.criterion)}});
    }
    return {};
}

// Who would come in, or, if nobody is new, who would not be alone.
pages::phrase outcome_words(const evidence_names& names, const judging::proposed_tier& tier,
                            const judging::tier_by_view& by) {
    std::vector<workflow::entry_id> others;
    for (const auto entry : by.claimants)
        if (!std::ranges::count(tier.entries, entry)) others.push_back(entry);
    if (others.empty()) return t("it would be a tie");
    const bool is_tie = std::ranges::any_of(
        tier.entries, [&](auto entry) { return std::ranges::count(by.claimants, entry) > 0; });
    const auto who = list_names(names, others);
    return is_tie ? t("{entries} would be level with it", {{"entries", who}})
                  : t("{entries} would get it", {{"entries", who}});
}

std::string of_a_hundred(double share) {
    return std::to_string(std::clamp(static_cast<int>(std::lround(share * 100)), 1, 99));
}

// How far the scores tell entries apart at a line, by whoever is nearest to one half.
pages::phrase degree_words(const std::vector<judging::chance_above_line>& leaders) {
    double nearest = 1;
    for (const auto& one : leaders) nearest = std::min(nearest, std::abs(one.chance - 0.5));
    if (nearest <= 0.2) return t("The scores do not tell these apart at this line.");
    if (nearest <= 0.4) return t("The scores hardly tell these apart at this line.");
    return t("The scores probably tell these apart at this line, but not surely.");
}

pages::phrase leaders_words(const shown_evidence& shown, const judging::tier_finding& finding) {
    std::vector<pages::phrase> leaders;
    for (const auto& one : finding.co_leaders)
        leaders.push_back(t("{entry} (on {count} of 100)", {{"entry", named(shown.names.entries, one.entry)},
                                                            {"count", of_a_hundred(one.chance)}}));
    return t(
        "{degree} On panels of the same judges in another mix they are above it so often: {entries}.",
        {{"degree", degree_words(finding.co_leaders)}, {"entries", joined(leaders, "{before}; {after}")}});
}

pages::phrase sentence(pages::phrase view, pages::phrase outcome) {
    return t("{view}, {outcome}.", {{"view", std::move(view)}, {"outcome", std::move(outcome)}});
}

std::string prize_above(const shown_evidence& shown, const judging::tier_finding& finding) {
    std::string name;
    for (const auto& one : shown.found.tiers) {
        if (one.proposed.category != finding.proposed.category) continue;
        if (one.proposed.tier == finding.proposed.tier) break;
        name = named(shown.names.tiers, one.proposed.tier);
    }
    return name;
}

std::vector<pages::phrase> list_reasons(const shown_evidence& shown, const judging::tier_finding& finding) {
    std::vector<pages::phrase> reasons;
    if (std::ranges::count(finding.doubts, doubt::open))
        reasons.push_back(t("A tie at a prize line waits for the ladder or for a decision."));
    std::set<std::vector<workflow::entry_id>> said;  // of judges without a name one sentence is enough
    for (const auto& by : finding.views) {
        if (by.view.kind == judging::view_kind::without_criterion) continue;
        const bool is_unnamed = by.view.judge && shown.names.judges.empty();
        if (is_unnamed && !said.insert(by.claimants).second) continue;
        reasons.push_back(
            sentence(view_words(shown.names, by.view), outcome_words(shown.names, finding.proposed, by)));
    }
    if (std::ranges::count(finding.doubts, doubt::not_told_apart))
        reasons.push_back(leaders_words(shown, finding));
    if (std::ranges::count(finding.doubts, doubt::line_above))
        reasons.push_back(
            t("The prize above is not settled: this one goes to whoever is not chosen for {prize}.",
              {{"prize", prize_above(shown, finding)}}));
    if (std::ranges::count(finding.doubts, doubt::not_examined))
        reasons.push_back(
            words_for(shown.found.resampling.because.value_or(judging::not_to_be_had::no_counted_sheet)));
    return reasons;
}

pages::tag tag_of(const judging::tier_finding& finding) {
    if (std::ranges::count(finding.doubts, doubt::open)) return {t("Open"), "red"};
    return finding.is_clear ? pages::tag{t("Clear"), "green"}
                            : pages::tag{t("The panel must decide"), "amber"};
}

pages::tag tag_of(category_standing standing) {
    if (standing == category_standing::open) return {t("Open"), "red"};
    return standing == category_standing::clear ? pages::tag{t("Clear"), "green"}
                                                : pages::tag{t("The panel must decide"), "amber"};
}

pages::phrase proposed_words(const shown_evidence& shown, const judging::proposed_tier& tier) {
    if (!tier.is_open) return list_names(shown.names, tier.entries);
    return tier.entries.empty()
               ? pages::phrase()
               : t("One of: {entries}", {{"entries", list_names(shown.names, tier.entries)}});
}

pages::office_block block_of_prizes(const shown_evidence& shown, workflow::category_id category) {
    auto part = block(t("Prize by prize"), legend_of(shown, category));
    pages::table table;
    table.caption = t("What is proposed, and how sure it is");
    table.columns = {{t("Prize")}, {t("Proposed")}, {t("State")}, {t("Why")}};
    table.empty_text = t("No prize is proposed in this category.");
    for (const auto& finding : shown.found.tiers) {
        if (finding.proposed.category != category) continue;
        pages::cell state;
        state.state = tag_of(finding);
        const auto reasons = list_reasons(shown, finding);
        table.add_row(
            {{named(shown.names.tiers, finding.proposed.tier)},
             {proposed_words(shown, finding.proposed)},
             state,
             {reasons.empty()
                  ? t("Every way of counting gives it to the same entry, and so do panels of the same "
                      "judges in another mix.")
                  : joined(reasons)}},
            !finding.is_clear);
    }
    part.rows = std::move(table);
    return part;
}

// What a view says of each tier of the category, in the order of the columns.
std::vector<pages::cell> cells_of_view(const shown_evidence& shown, workflow::category_id category,
                                       const judging::view& view, bool& differs) {
    std::vector<pages::cell> cells{{view_words(shown.names, view.name)}};
    for (const auto& finding : shown.found.tiers) {
        if (finding.proposed.category != category) continue;
        if (view.because) {
            cells.push_back({words_for(*view.because)});
            continue;
        }
        const auto by = std::ranges::find(finding.views, view.name, &judging::tier_by_view::view);
        if (by == finding.views.end())
            cells.push_back({finding.proposed.is_open ? t("not decided either") : t("as proposed")});
        else
            cells.push_back({list_names(shown.names, by->claimants)}), differs = true;
    }
    return cells;
}

pages::office_block block_of_views(const shown_evidence& shown, workflow::category_id category) {
    auto part =
        block(t("What another view would change"),
              t("The same scorecards by other methods, without each judge and without each criterion. They "
                "change nothing; a "
                "criterion left out is no reason for doubt, since without it something else is measured."));
    pages::table table;
    table.caption = t("Who would get each prize");
    table.columns = {{t("View")}};
    for (const auto& finding : shown.found.tiers)
        if (finding.proposed.category == category)
            table.columns.push_back({named(shown.names.tiers, finding.proposed.tier)});
    int others = 0;
    for (const auto& view : shown.found.views) {
        bool differs = false;
        auto cells = cells_of_view(shown, category, view, differs);
        // Unnamed judges all look alike: only those who would change something are worth a row.
        if (view.name.kind == judging::view_kind::without_judge && shown.names.judges.empty() && !differs)
            ++others;
        else
            table.add_row(std::move(cells), differs);
    }
    if (others > 0) {
        std::vector<pages::cell> cells{
            {t("Without another of the judges ({count})", {{"count", std::to_string(others)}})}};
        while (cells.size() < table.columns.size()) cells.push_back({t("as proposed")});
        table.add_row(std::move(cells));
    }
    part.rows = std::move(table);
    part.folded = t("View by view");
    return part;
}

}  // namespace

evidence_names evidence_names_of(const workflow::edition& edition, const workflow::rule_set& rules) {
    evidence_names names;
    for (const auto& one : edition.categories) names.categories[one.id] = one.name;
    for (const auto& one : edition.tiers) names.tiers[one.id] = one.name;
    for (const auto& one : rules.rubric.criteria) names.criteria[one.key] = one.name;
    return names;
}

category_standing standing_of(const shown_evidence& shown, workflow::category_id category) {
    auto standing = category_standing::clear;
    for (const auto& finding : shown.found.tiers) {
        if (finding.proposed.category != category || finding.is_clear) continue;
        if (std::ranges::count(finding.doubts, doubt::open)) return category_standing::open;
        standing = category_standing::doubtful;
    }
    return standing;
}

std::vector<workflow::category_id> in_order_of_standing(const shown_evidence& shown) {
    std::vector<workflow::category_id> categories;
    for (const auto& ranking : shown.result.categories) categories.push_back(ranking.category);
    std::ranges::stable_sort(categories, {}, [&](auto category) { return standing_of(shown, category); });
    return categories;
}

pages::office_block block_of_standings(const shown_evidence& shown) {
    auto part = block(t("Categories"), legend_of(shown, std::nullopt));
    pages::table table;
    table.caption = t("Where each category stands");
    table.columns = {{t("Category")}, {t("State")}, {t("Proposed")}, {t("Why")}};
    if (!shown.ties.empty()) table.columns.push_back({t("Tie at a prize line")});
    for (const auto category : in_order_of_standing(shown)) {
        const auto standing = standing_of(shown, category);
        pages::cell state;
        state.state = tag_of(standing);
        std::vector<pages::phrase> proposed, doubtful;
        for (const auto& finding : shown.found.tiers) {
            if (finding.proposed.category != category) continue;
            const auto tier = named(shown.names.tiers, finding.proposed.tier);
            proposed.push_back(t("{prize}: {entries}",
                                 {{"prize", tier}, {"entries", proposed_words(shown, finding.proposed)}}));
            if (!finding.is_clear) doubtful.push_back(tier);
        }
        std::vector<pages::cell> cells{
            {named(shown.names.categories, category),
             shown.category_url + std::to_string(workflow::value(category))},
            state,
            {joined(proposed, "{before}; {after}")},
            {doubtful.empty()
                 ? pages::phrase()
                 : t("To be decided: {prizes}", {{"prizes", joined(doubtful, "{before}; {after}")}})}};
        const auto tie = shown.ties.find(category);
        if (!shown.ties.empty())
            cells.push_back(tie == shown.ties.end() ? pages::cell{}
                                                    : pages::cell{tie->second.text, tie->second.href});
        table.add_row(std::move(cells), standing == category_standing::open);
    }
    part.rows = std::move(table);
    return part;
}

std::vector<pages::office_block> blocks_of_category(const shown_evidence& shown,
                                                    workflow::category_id category) {
    std::vector<pages::office_block> blocks{block_of_prizes(shown, category)};
    for (auto& each : blocks_of_charts(shown, category)) blocks.push_back(std::move(each));
    blocks.push_back(block_of_views(shown, category));
    return blocks;
}

}  // namespace features
