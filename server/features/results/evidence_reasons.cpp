#include "server/features/results/evidence_shown.hpp"

#include <set>

namespace features {

using pages::t;

pages::phrase words_for(judging::not_to_be_had why) {
    using enum judging::not_to_be_had;
    switch (why) {
        case no_counted_sheet: return t("no scorecard counts");
        case one_sheet_only: return t("there is one scorecard only");
        case same_score_for_everything: return t("everything has the same score");
        case entries_with_equal_means: return t("all entries have the same mean");
        case divides_by_zero: return t("its formula would divide by zero");
        case no_common_judge: return t("nobody else scored the same entries");
        case tally_refused: return t("the judges’ scorecards do not hang together, or a judge has too few");
        case one_judge_only: return t("there is one judge only");
        case one_entry_only: return t("there is one entry only");
        case too_few_entries_with_all_judges: return t("fewer than two entries were scored by all judges");
        case one_criterion_only: return t("there is one criterion only");
        case no_country_known: return t("no country is known");
        case no_judge_from_an_entrys_country: return t("No judge scored an entry of the own country.");
        case countries_not_separable: return t("one’s own country cannot be told from severity here");
        case resamples_not_connected: return t("other panels of the same judges would not hang together");
        case interval_not_defined: return t("there is no interval");
    }
    return {};
}

pages::phrase joined(const std::vector<pages::phrase>& parts, std::string_view pattern) {
    pages::phrase text;
    for (const auto& one : parts) text = text.empty() ? one : t(pattern, {{"before", text}, {"after", one}});
    return text;
}

namespace {

pages::phrase words_of(judging::doubt why) {
    using judging::doubt;
    switch (why) {
        case doubt::open: return t("a tie at a prize line waits for the ladder or for a decision");
        case doubt::another_method_disagrees:
            return t("the same scores counted another way give a prize to somebody else");
        case doubt::one_judge_decides:
            return t("without one of the judges a prize would go to somebody else");
        case doubt::not_told_apart: return t("the scores of entries at a prize line lie close together");
        case doubt::line_above: return t("the prize above it is not settled");
        case doubt::not_examined: return t("there are too few scorecards to look at");
    }
    return {};
}

}  // namespace

pages::phrase legend_of(const shown_evidence& shown, std::optional<workflow::category_id> category) {
    std::set<judging::doubt> reasons;
    bool has_clear = false;
    for (const auto& finding : shown.found.tiers) {
        if (category && finding.proposed.category != *category) continue;
        has_clear = has_clear || finding.is_clear;
        reasons.insert(finding.doubts.begin(), finding.doubts.end());
    }
    std::vector<pages::phrase> parts, why;
    if (reasons.erase(judging::doubt::open) > 0)
        parts.push_back(t("Open: {reason}.", {{"reason", words_of(judging::doubt::open)}}));
    for (const auto one : reasons) why.push_back(words_of(one));
    if (!why.empty())
        parts.push_back(
            t("The panel must decide: {reasons}.", {{"reasons", joined(why, "{before}; {after}")}}));
    if (has_clear)
        parts.push_back(t("Clear: every way of counting the scores gives the prize to the same entry."));
    return joined(parts);
}

}  // namespace features
