#include "judging/ties.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace judging {

namespace {

using entries = std::vector<entry_id>;

bool is_barred(const tie_facts& facts, judge_id judge, entry_id entry) {
    return std::ranges::find(facts.barred, barred_pair{judge, entry}) != facts.barred.end();
}

bool is_barred_from_any(const tie_facts& facts, judge_id judge, const entries& tied) {
    return std::ranges::any_of(tied, [&](entry_id each) { return is_barred(facts, judge, each); });
}

bool counts_for(entry_id entry, const sheet& one, const tie_facts& facts) {
    return one.entry == entry && one.standing == standing::counted && !is_barred(facts, one.judge, entry);
}

bool are_the_same_entries(entries left, entries right) {
    std::ranges::sort(left);
    std::ranges::sort(right);
    return left == right;
}

rung_report report_on(workflow::tie_rung rung, std::string criterion = {}) {
    rung_report report;
    report.step = {rung, std::move(criterion)};
    return report;
}

rung_report left_together(rung_report report, const entries& tied, rung_outcome outcome, rung_remark remark) {
    report.outcome = outcome;
    report.remark = remark;
    report.groups = {tied};
    return report;
}

rung_report passed_over(rung_report report, const entries& tied, rung_remark why) {
    return left_together(std::move(report), tied, rung_outcome::passed_over, why);
}

// Groups the entries by what the rung saw, the highest figure first.
rung_report separated_by_figures(rung_report report, const entries& tied) {
    std::map<fraction, entries, std::greater<>> by_figure;
    for (const auto& [entry, figure] : report.seen) by_figure[figure].push_back(entry);
    for (auto& [figure, group] : by_figure) report.groups.push_back(std::move(group));
    report.outcome = report.groups.size() == 1             ? rung_outcome::no_difference
                     : report.groups.size() == tied.size() ? rung_outcome::separated
                                                           : rung_outcome::narrowed;
    return report;
}

using values_by_judge = std::map<judge_id, fraction>;

values_by_judge counted_values_on(entry_id entry, const tie_facts& facts) {
    values_by_judge values;
    for (const auto& one : facts.sheets) {
        if (!counts_for(entry, one, facts)) continue;
        if (auto value = value_of(one, facts.criteria)) values.emplace(one.judge, std::move(*value));
    }
    return values;
}

duel fight(entry_id left, const values_by_judge& for_left, entry_id right, const values_by_judge& for_right,
           const tie_facts& facts) {
    duel result{left, right, 0, 0, 0};
    for (const auto& [judge, value] : for_left) {
        const auto other = for_right.find(judge);
        if (other == for_right.end() || is_barred_from_any(facts, judge, {left, right})) continue;
        if (value > other->second)
            ++result.prefer_left;
        else if (value < other->second)
            ++result.prefer_right;
        else
            ++result.prefer_neither;
    }
    return result;
}

}  // namespace

rung_report ask_key_criterion(const entries& tied, const std::string& criterion, const tie_facts& facts) {
    auto report = report_on(workflow::tie_rung::key_criterion, criterion);
    if (std::ranges::find(facts.criteria, criterion, &workflow::criterion::key) == facts.criteria.end())
        return passed_over(std::move(report), tied, rung_remark::criterion_unknown);
    for (const auto entry : tied) {
        int sum = 0, count = 0;
        for (const auto& one : facts.sheets) {
            if (!counts_for(entry, one, facts)) continue;
            if (const auto score = score_on(one, criterion)) sum += *score, ++count;
        }
        if (count == 0) {
            report.seen.clear();
            return passed_over(std::move(report), tied, rung_remark::score_missing);
        }
        report.seen.push_back({entry, fraction(sum, count)});
    }
    return separated_by_figures(std::move(report), tied);
}

rung_report ask_head_to_head(const entries& tied, const tie_facts& facts) {
    auto report = report_on(workflow::tie_rung::head_to_head);
    std::map<entry_id, values_by_judge> values;
    std::map<entry_id, int> won_less_lost;
    for (const auto entry : tied) values[entry] = counted_values_on(entry, facts), won_less_lost[entry] = 0;
    bool any_judge = false;
    for (std::size_t i = 0; i < tied.size(); ++i)
        for (std::size_t j = i + 1; j < tied.size(); ++j) {
            const auto now = fight(tied[i], values[tied[i]], tied[j], values[tied[j]], facts);
            const int outcome = (now.prefer_left > now.prefer_right) - (now.prefer_left < now.prefer_right);
            won_less_lost[now.left] += outcome;
            won_less_lost[now.right] -= outcome;
            any_judge = any_judge || now.prefer_left + now.prefer_right + now.prefer_neither > 0;
            report.duels.push_back(now);
        }
    if (!any_judge) return passed_over(std::move(report), tied, rung_remark::no_common_judge);
    for (const auto entry : tied) report.seen.push_back({entry, won_less_lost[entry]});
    return separated_by_figures(std::move(report), tied);
}

rung_report ask_second_ballot(const entries& tied, const tie_facts& facts) {
    auto report = report_on(workflow::tie_rung::second_ballot);
    const auto held = std::ranges::find_if(
        facts.ballots, [&](const auto& each) { return are_the_same_entries(each.entries, tied); });
    if (held == facts.ballots.end())
        return left_together(std::move(report), tied, rung_outcome::awaited, rung_remark::no_ballot_yet);
    std::map<judge_id, int> papers;
    for (const auto& paper : held->votes) ++papers[paper.judge];
    std::map<entry_id, int> votes;
    bool any_vote = false;
    for (const auto& paper : held->votes) {
        const bool is_for_one_of_them = std::ranges::find(tied, paper.entry) != tied.end();
        // Of a judge with two papers neither counts: which came last would be a matter of time.
        if (!is_for_one_of_them || papers[paper.judge] > 1 || is_barred_from_any(facts, paper.judge, tied))
            report.not_counted.push_back(paper);
        else
            ++votes[paper.entry], any_vote = true;
    }
    if (!any_vote) return passed_over(std::move(report), tied, rung_remark::ballot_without_votes);
    for (const auto entry : tied) report.seen.push_back({entry, votes[entry]});
    return separated_by_figures(std::move(report), tied);
}

rung_report ask_chair(const entries& tied, const tie_facts& facts) {
    auto report = report_on(workflow::tie_rung::chair);
    if (!facts.chair) return passed_over(std::move(report), tied, rung_remark::no_chair);
    if (is_barred_from_any(facts, *facts.chair, tied))
        return passed_over(std::move(report), tied, rung_remark::chair_has_a_conflict);
    const auto said = std::ranges::find_if(
        facts.chair_choices, [&](const auto& each) { return are_the_same_entries(each.order, tied); });
    if (said == facts.chair_choices.end())
        return left_together(std::move(report), tied, rung_outcome::awaited, rung_remark::no_choice_yet);
    int below = static_cast<int>(tied.size());
    for (const auto entry : said->order) report.seen.push_back({entry, --below});
    return separated_by_figures(std::move(report), tied);
}

rung_report ask_decision(const entries& tied, const tie_facts& facts) {
    rung_report report;
    report.by_decision = true;
    for (const auto& made : facts.decisions) {
        entries all;
        for (const auto& group : made.order) all.insert(all.end(), group.begin(), group.end());
        if (!are_the_same_entries(all, tied)) continue;
        int below = static_cast<int>(tied.size());
        for (const auto& group : made.order) {
            below -= static_cast<int>(group.size());
            for (const auto entry : group) report.seen.push_back({entry, below});
        }
        report = separated_by_figures(std::move(report), tied);
        if (report.outcome != rung_outcome::separated) report.outcome = rung_outcome::shared;
        return report;
    }
    return left_together(std::move(report), tied, rung_outcome::awaited, rung_remark::no_decision_yet);
}

namespace {

rung_report ask(const workflow::ladder_step& step, const entries& tied, const tie_facts& facts) {
    using enum workflow::tie_rung;
    switch (step.rung) {
        case key_criterion: return ask_key_criterion(tied, step.criterion, facts);
        case head_to_head: return ask_head_to_head(tied, facts);
        case second_ballot: return ask_second_ballot(tied, facts);
        case chair: return ask_chair(tied, facts);
        case shared: break;
    }
    return left_together(report_on(shared), tied, rung_outcome::shared, rung_remark::none);
}

class climber {
public:
    climber(const tie_facts& facts, tie_resolution& out) : facts_(facts), out_(out) {}

    void climb(const entries& tied, int prizes) {
        for (const auto& step : facts_.ladder) {
            out_.rungs.push_back(ask(step, tied, facts_));
            const auto report = out_.rungs.back();
            if (report.outcome == rung_outcome::shared) return add({tied, true, true});
            if (report.outcome == rung_outcome::awaited) return add({tied, false, false});
            if (report.groups.size() > 1) return go_on(report.groups, prizes);
        }
        out_.rungs.push_back(ask_decision(tied, facts_));
        const auto decided = out_.rungs.back();
        if (decided.outcome == rung_outcome::awaited) return add({tied, false, false});
        for (const auto& group : decided.groups) add({group, group.size() > 1, true});
    }

private:
    void add(tied_group group) { out_.groups.push_back(std::move(group)); }

    // Only the group that lies across the line has anything left to decide.
    void go_on(const std::vector<entries>& groups, int prizes) {
        for (const auto& group : groups) {
            const int size = static_cast<int>(group.size());
            if (prizes > 0 && prizes < size)
                climb(group, prizes);
            else
                add({group, false, true});
            prizes -= size;
        }
    }

    const tie_facts& facts_;
    tie_resolution& out_;
};

}  // namespace

tie_resolution resolve_tie(entries tied, int prizes, const tie_facts& facts) {
    std::ranges::sort(tied);  // for a report that always reads the same; no rung looks at the order
    tie_resolution resolution;
    climber(facts, resolution).climb(tied, prizes);
    return resolution;
}

}  // namespace judging
