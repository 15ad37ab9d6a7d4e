#include "judging/tally.hpp"

#include <algorithm>
#include <set>

#include "judging/calibration.hpp"
#include "judging/methods.hpp"

namespace judging {

namespace {

// All that is wrong with a rubric or with the other settings.
void check_rules(const tally_rules& rules, std::vector<tally_problem>& problems) {
    std::int64_t weight = 0;
    std::set<std::string> keys;
    for (const auto& each : rules.criteria) {
        weight += each.weight_bp;
        if (!keys.insert(each.key).second)
            problems.push_back({tally_fault::criterion_twice, {}, {}, each.key});
        if (each.scale_min >= each.scale_max)
            problems.push_back({tally_fault::scale_of_one_point, {}, {}, each.key});
    }
    if (weight != 10000) problems.push_back({tally_fault::weights_do_not_sum, {}, {}, {}});
    if (rules.trim < 0) problems.push_back({tally_fault::trim_negative, {}, {}, {}});
}

void check_scores(const sheet& one, const tally_rules& rules, std::vector<tally_problem>& problems) {
    for (const auto& [key, score] : one.scores) {
        const auto by = std::ranges::find(rules.criteria, key, &workflow::criterion::key);
        if (by == rules.criteria.end())
            problems.push_back({tally_fault::criterion_unknown, one.judge, one.entry, key});
        else if (score && (*score < by->scale_min || *score > by->scale_max))
            problems.push_back({tally_fault::score_off_scale, one.judge, one.entry, key});
    }
    if (one.standing != standing::counted || rules.incomplete != incomplete_sheet::refuse) return;
    for (const auto& each : rules.criteria)
        if (!score_on(one, each.key))
            problems.push_back({tally_fault::sheet_incomplete, one.judge, one.entry, each.key});
}

std::vector<tally_problem> find_problems(const tally_input& input) {
    std::vector<tally_problem> problems;
    check_rules(input.rules, problems);
    std::set<entry_id> entries;
    for (const auto& each : input.entries)
        if (!entries.insert(each.entry).second)
            problems.push_back({tally_fault::entry_twice, {}, each.entry, {}});
    std::set<std::pair<judge_id, entry_id>> sheets;
    for (const auto& one : input.sheets) {
        if (!entries.contains(one.entry))
            problems.push_back({tally_fault::entry_unknown, one.judge, one.entry, {}});
        if (!sheets.emplace(one.judge, one.entry).second)
            problems.push_back({tally_fault::sheet_twice, one.judge, one.entry, {}});
        check_scores(one, input.rules, problems);
    }
    for (const auto& change : input.deltas)
        if (!entries.contains(change.entry))
            problems.push_back({tally_fault::entry_unknown, {}, change.entry, {}});
    std::ranges::sort(problems);
    return problems;
}

void count_sheet(const sheet& one, bool counts, sheet_counts& n) {
    ++n.assigned;
    if (one.standing == standing::excused) {
        ++n.excused;
        return;
    }
    ++n.given;
    if (one.standing == standing::recused)
        ++n.recused;
    else if (counts)
        ++n.counted;
    else
        ++n.voided;
}

std::map<entry_id, sheet_counts> count_sheets(const tally_input& input) {
    std::map<entry_id, sheet_counts> counts;
    for (const auto& one : input.sheets) count_sheet(one, is_counted(one, input.rules), counts[one.entry]);
    return counts;
}

std::map<entry_id, std::int64_t> sum_of_deltas(std::span<const delta> deltas) {
    std::map<entry_id, std::int64_t> hundredths;
    for (const auto& change : deltas) hundredths[change.entry] += change.hundredths;
    return hundredths;
}

std::vector<entry_tally> make_lines(const tally_input& input, const method_values& by_method) {
    auto counts = count_sheets(input);
    auto hundredths = sum_of_deltas(input.deltas);
    std::vector<entry_tally> lines;
    for (const auto& each : input.entries) {
        entry_tally line;
        line.entry = each.entry;
        line.category = each.category;
        line.counts = counts[each.entry];
        line.below_minimum = line.counts.counted < input.rules.minimum_sheets;
        if (const auto found = by_method.values.find(each.entry); found != by_method.values.end()) {
            line.from_sheets = found->second;
            line.value = fraction(found->second + fraction(hundredths[each.entry], 100));
        } else {
            line.why_unranked = by_method.missing.at(each.entry);
        }
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines, {}, &entry_tally::entry);
    return lines;
}

void note_ranks(std::vector<entry_tally>& lines, const std::vector<category_ranking>& rankings) {
    for (const auto& ranking : rankings)
        for (const auto& here : ranking.places)
            for (const auto entry : here.entries)
                std::ranges::lower_bound(lines, entry, {}, &entry_tally::entry)->rank = here.rank;
}

}  // namespace

tally_rules rules_for_tally(const workflow::rule_set& rules) {
    tally_rules own;
    own.criteria = rules.rubric.criteria;
    own.method = rules.tally;
    own.minimum_sheets = rules.minimum_judges_per_entry;
    return own;
}

bool is_counted(const sheet& one, const tally_rules& rules) {
    if (one.standing != standing::counted) return false;
    if (rules.incomplete != incomplete_sheet::use_what_is_there) return is_complete(one, rules.criteria);
    return std::ranges::any_of(rules.criteria, [&](const auto& each) {
        return each.weight_bp > 0 && score_on(one, each.key).has_value();
    });
}

std::vector<exact_value> counted_values(const tally_rules& rules, std::span<const sheet> sheets) {
    std::vector<exact_value> values;
    for (const auto& one : sheets)
        if (is_counted(one, rules)) values.push_back({one.judge, one.entry, *value_of(one, rules.criteria)});
    std::ranges::sort(values, {}, [](const auto& one) { return std::pair(one.entry, one.judge); });
    return values;
}

std::vector<exact_value> counted_values(const tally_input& input) {
    return counted_values(input.rules, input.sheets);
}

// Entries of equal value share a place; equal means equal as fractions.
std::vector<category_ranking> rank_values(const tally_input& input, const method_values& by_method) {
    auto hundredths = sum_of_deltas(input.deltas);
    std::map<category_id, std::map<fraction, std::vector<entry_id>, std::greater<>>> by_value;
    std::map<category_id, std::vector<entry_id>> unranked;
    for (const auto& each : input.entries) {
        const auto found = by_method.values.find(each.entry);
        by_value[each.category];
        if (found == by_method.values.end())
            unranked[each.category].push_back(each.entry);
        else
            by_value[each.category][found->second + fraction(hundredths[each.entry], 100)].push_back(
                each.entry);
    }
    std::vector<category_ranking> rankings;
    for (auto& [category, values] : by_value) {
        category_ranking ranking{category, {}, std::move(unranked[category])};
        int rank = 1;
        for (auto& [value, tied] : values) {
            std::ranges::sort(tied);
            ranking.places.push_back({rank, value, std::move(tied)});
            rank += static_cast<int>(ranking.places.back().entries.size());
        }
        std::ranges::sort(ranking.unranked);
        rankings.push_back(std::move(ranking));
    }
    return rankings;
}

tl::expected<tally_result, std::vector<tally_problem>> tally(const tally_input& input) {
    if (auto problems = find_problems(input); !problems.empty()) return tl::unexpected(std::move(problems));
    auto by_method = evaluate(input.rules, input.entries, counted_values(input));
    if (!by_method) return tl::unexpected(std::move(by_method.error()));
    tally_result result;
    result.entries = make_lines(input, *by_method);
    result.categories = rank_values(input, *by_method);
    note_ranks(result.entries, result.categories);
    result.severities = std::move(by_method->severities);
    return result;
}

std::vector<entry_id> list_out_of_balance(const tally_result& result,
                                          const std::map<entry_id, int>& ever_assigned) {
    std::vector<entry_id> wrong;
    std::set<entry_id> seen;
    for (const auto& line : result.entries) {
        seen.insert(line.entry);
        const auto expected = ever_assigned.find(line.entry);
        const int assigned = expected == ever_assigned.end() ? 0 : expected->second;
        if (!is_conserved(line.counts) || line.counts.assigned != assigned) wrong.push_back(line.entry);
    }
    for (const auto& [entry, assigned] : ever_assigned)
        if (assigned != 0 && !seen.contains(entry)) wrong.push_back(entry);
    std::ranges::sort(wrong);
    return wrong;
}

std::vector<tally_change> compare_tallies(const tally_result& before, const tally_result& after) {
    std::map<entry_id, tally_change> changes;
    for (const auto& line : before.entries) {
        changes[line.entry].value_before = line.value;
        changes[line.entry].rank_before = line.rank;
    }
    for (const auto& line : after.entries) {
        changes[line.entry].value_after = line.value;
        changes[line.entry].rank_after = line.rank;
    }
    std::vector<tally_change> list;
    for (auto& [entry, change] : changes) {
        change.entry = entry;
        if (change.value_before != change.value_after || change.rank_before != change.rank_after)
            list.push_back(change);
    }
    return list;
}

}  // namespace judging
