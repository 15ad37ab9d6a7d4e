#include "judging/evidence.hpp"

#include <set>

#include "judging/methods.hpp"

namespace judging {

namespace {

std::vector<category_reliability> reliability_by_category(const tally_input& input, const ratings& all,
                                                          const interval_rules& intervals) {
    std::set<category_id> categories;
    for (const auto& each : input.entries) categories.insert(each.category);
    std::vector<category_reliability> list;
    for (const auto category : categories)
        list.push_back(
            {category, measure_reliability(part_of_category(all, input.entries, category), intervals)});
    return list;
}

// One criterion as if it were the whole rubric; a sheet without a score on it is left out.
std::vector<criterion_reliability> reliability_by_criterion(const tally_input& input,
                                                            const interval_rules& intervals) {
    std::vector<criterion_reliability> list;
    for (const auto& criterion : input.rules.criteria) {
        tally_rules alone = input.rules;
        alone.criteria = {criterion};
        alone.incomplete = incomplete_sheet::leave_out;
        const auto scores = tabulate(input.entries, counted_values(alone, input.sheets));
        list.push_back({criterion.key, find_alphas(scores, intervals).ordinal});
    }
    return list;
}

places_above_lines lines_of(std::span<const proposed_tier> tiers) {
    places_above_lines lines;
    for (const auto& tier : tiers) lines[tier.category].push_back(tier.before + tier.places);
    return lines;
}

}  // namespace

evidence gather_evidence(const tally_input& input, const evidence_facts& facts) {
    const auto values = counted_values(input);
    const auto table = tabulate(input.entries, values);
    const auto tiers = list_proposed_tiers(facts.proposal, facts.withdrawn);
    const auto gone = list_gone(facts.withdrawn);
    evidence found;
    found.intervals = facts.intervals;
    found.reliability = measure_reliability(table, facts.intervals);
    found.by_category = reliability_by_category(input, table, facts.intervals);
    found.by_criterion = reliability_by_criterion(input, facts.intervals);
    found.judges = list_judge_spreads(input.sheets, values);
    found.views = list_views(input, values);
    found.resampling = resample_judges(input, values, lines_of(tiers), gone, facts.intervals);
    found.same_country = report_same_country(table, facts.countries, facts.intervals.confidence);
    found.tiers = examine_tiers(tiers, found.views, found.resampling, gone, facts.intervals.confidence);
    return found;
}

}  // namespace judging
