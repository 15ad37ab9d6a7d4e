#include <algorithm>

#include "judging/slate.hpp"

namespace judging {

namespace {

void check_slot(const slot& here, std::vector<slate_problem>& problems) {
    const auto add = [&](slate_fault fault) {
        problems.push_back({fault, here.category, here.tier, {}, true});
    };
    switch (here.state) {
        case slot_state::filled:
        case slot_state::shared:
            if (here.entries.empty()) add(slate_fault::slot_without_entry);
            break;
        case slot_state::withheld:
        case slot_state::vacant:
            if (here.reason.empty()) add(slate_fault::slot_without_reason);
            break;
        case slot_state::no_entry: add(slate_fault::slot_without_entry); break;
        case slot_state::tied:
        case slot_state::blocked: add(slate_fault::tie_unresolved); break;
    }
}

bool has_winners(const slot& here) {
    return here.state == slot_state::filled || here.state == slot_state::shared;
}

}  // namespace

std::vector<slate_problem> check_slate(const slate& proposal, const tally_result& result,
                                       const std::map<entry_id, int>& ever_assigned,
                                       const std::set<entry_id>& left) {
    std::vector<slate_problem> problems;
    std::map<entry_id, int> prizes;
    for (const auto& here : proposal.slots) {
        check_slot(here, problems);
        if (!has_winners(here)) continue;
        for (const auto entry : here.entries) {
            const auto line = std::ranges::find(result.entries, entry, &entry_tally::entry);
            if (line == result.entries.end() || !line->rank || line->category != here.category)
                problems.push_back({slate_fault::entry_not_ranked, here.category, here.tier, entry, true});
            if (left.contains(entry))
                problems.push_back({slate_fault::winner_withdrew, here.category, here.tier, entry, true});
            if (++prizes[entry] == 2)
                problems.push_back({slate_fault::entry_twice, here.category, here.tier, entry, true});
        }
    }
    for (const auto& sharing : proposal.unfit)
        problems.push_back({slate_fault::sharing_unfit, sharing.category, {}, {}, true});
    for (const auto entry : list_out_of_balance(result, ever_assigned))
        problems.push_back({slate_fault::out_of_balance, {}, {}, entry, true});
    for (const auto& ranking : result.categories) {
        std::size_t ranked = 0;
        for (const auto& each : ranking.places) ranked += each.entries.size();
        if (ranked < 3) problems.push_back({slate_fault::few_entries, ranking.category, {}, {}, false});
    }
    std::ranges::sort(problems);
    return problems;
}

std::vector<slot_change> compare_slates(const slate& before, const slate& after) {
    using key = std::tuple<category_id, tier_id, int>;
    std::map<key, slot_change> changes;
    for (const auto& here : before.slots) changes[{here.category, here.tier, here.number}].before = here;
    for (const auto& here : after.slots) changes[{here.category, here.tier, here.number}].after = here;
    std::vector<slot_change> list;
    for (auto& [where, change] : changes) {
        if (change.before == change.after) continue;
        std::tie(change.category, change.tier, change.number) = where;
        list.push_back(std::move(change));
    }
    return list;
}

}  // namespace judging
