#include "judging/scorecard.hpp"

#include <algorithm>
#include <set>

namespace judging {

std::optional<standing> standing_of(workflow::scorecard_state state) {
    using enum workflow::scorecard_state;
    switch (state) {
        case submitted:
        case locked: return standing::counted;
        case recused: return standing::recused;
        case voided: return standing::voided;
        case excused: return standing::excused;
        case assigned:
        case in_progress:
        case reopened: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<int> score_on(const sheet& one, const std::string& criterion) {
    const auto found = one.scores.find(criterion);
    return found == one.scores.end() ? std::nullopt : found->second;
}

bool is_complete(const sheet& one, std::span<const workflow::criterion> all) {
    return std::ranges::all_of(all, [&](const auto& each) { return score_on(one, each.key).has_value(); });
}

bool is_conserved(const sheet_counts& n) {
    return n.assigned == n.given + n.excused && n.given == n.counted + n.recused + n.voided;
}

std::vector<sheet> after_drop_out(std::vector<sheet> sheets, std::span<const judged_entry> entries,
                                  judge_id judge, workflow::dropout_policy policy) {
    if (policy == workflow::dropout_policy::keep_locked) return sheets;
    std::map<entry_id, category_id> category_of;
    for (const auto& each : entries) category_of[each.entry] = each.category;
    std::set<category_id> unfinished;
    for (const auto& one : sheets)
        if (one.judge == judge && one.standing == standing::excused && category_of.contains(one.entry))
            unfinished.insert(category_of[one.entry]);
    for (auto& one : sheets)
        if (one.judge == judge && one.standing == standing::counted && category_of.contains(one.entry) &&
            unfinished.contains(category_of[one.entry]))
            one.standing = standing::voided;
    return sheets;
}

}  // namespace judging
