#pragma once
// Short ways to write judges, entries and sheets down in tests of judging, and random editions for the
// properties. Only for tests.

#include <rapidcheck.h>

#include <initializer_list>
#include <random>

#include "judging/assignment.hpp"
#include "judging/slate.hpp"
#include "judging/tally.hpp"

namespace judging::made_up {

inline entry_id entry(std::int64_t number) {
    return entry_id{number};
}
inline judge_id judge(std::int64_t number) {
    return judge_id{number};
}
inline category_id category(std::int64_t number) {
    return category_id{number};
}
inline tier_id tier(std::int64_t number) {
    return tier_id{number};
}

inline workflow::criterion criterion(std::string key, int weight_bp, int lowest = 1, int highest = 10) {
    workflow::criterion one;
    one.key = std::move(key);
    one.weight_bp = weight_bp;
    one.scale_min = lowest;
    one.scale_max = highest;
    return one;
}

// So many of each, without a conflict, in five categories.
inline assignment_input entries_and_judges(int entries, int judges, std::optional<int> each = {}) {
    assignment_input input;
    input.rules.judges_per_entry = each;
    for (int e = 1; e <= entries; ++e) input.entries.push_back({entry(e), category(1 + e % 5)});
    for (int j = 1; j <= judges; ++j) {
        available_judge one;
        one.judge = judge(j);
        input.judges.push_back(one);
    }
    return input;
}

// One criterion with all the weight, so that a score is a value.
inline std::vector<workflow::criterion> one_criterion() {
    return {criterion("merit", 10000)};
}

inline sheet merit(std::int64_t of_judge, std::int64_t of_entry, int score,
                   standing how = standing::counted) {
    return {judge(of_judge), entry(of_entry), how, {{"merit", score}}};
}

// Rows are entries 1, 2, …, columns judges 1, 2, …; 0 is a pair without a sheet. All in category 1.
inline tally_input table(const std::vector<std::vector<int>>& rows) {
    tally_input input;
    input.rules.criteria = one_criterion();
    for (std::size_t e = 0; e < rows.size(); ++e) {
        input.entries.push_back({entry(static_cast<int>(e) + 1), category(1)});
        for (std::size_t j = 0; j < rows[e].size(); ++j)
            if (rows[e][j] != 0)
                input.sheets.push_back(merit(static_cast<int>(j) + 1, static_cast<int>(e) + 1, rows[e][j]));
    }
    return input;
}

inline workflow::tier prize(std::int64_t number, int order, int per_category = 1) {
    workflow::tier one;
    one.id = tier(number);
    one.order = order;
    one.per_category = per_category;
    return one;
}

// Two criteria, 2 to 4 judges, 2 to 9 entries in two categories, every standing, small scales (so many ties).
inline rc::Gen<tally_input> any_edition(bool complete = false) {
    return rc::gen::exec([complete] {
        tally_input input;
        input.rules.criteria = {criterion("impact", 6000, 1, 4), criterion("reach", 4000, 1, 4)};
        const int judges = *rc::gen::inRange(2, 5), entries = *rc::gen::inRange(2, 10);
        std::mt19937 dice(*rc::gen::arbitrary<unsigned>());
        const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
        for (int e = 1; e <= entries; ++e) {
            input.entries.push_back({entry(e), category(1 + e % 2)});
            for (int j = 1; j <= judges; ++j) {
                const int fate = complete ? 9 : roll(10);
                const auto how = fate == 0   ? standing::recused
                                 : fate == 1 ? standing::voided
                                 : fate == 2 ? standing::excused
                                             : standing::counted;
                input.sheets.push_back(
                    {judge(j), entry(e), how, {{"impact", 1 + roll(4)}, {"reach", 1 + roll(4)}}});
            }
        }
        return input;
    });
}

inline std::map<entry_id, int> sheets_by_entry(const tally_input& input) {
    std::map<entry_id, int> counts;
    for (const auto& one : input.sheets) ++counts[one.entry];
    return counts;
}

template <class T>
std::vector<T> shuffled(std::vector<T> list, unsigned seed) {
    std::mt19937 dice(seed);
    std::shuffle(list.begin(), list.end(), dice);
    return list;
}

}  // namespace judging::made_up
