#include "server/commands/demo_scores.hpp"

#include <stdexcept>

namespace demonstration {
namespace {

using panel_scores = std::map<std::size_t, scores>;  // by judge

// Weighted points of an entry in basis points, of all its judges together.
int sum_of(const panel_scores& given, const workflow::rubric& rubric) {
    int sum = 0;
    for (const auto& [judge, sheet] : given)
        for (const auto& criterion : rubric.criteria) sum += criterion.weight_bp * sheet.at(criterion.key);
    return sum;
}

// The mean that an entry is to have, in hundredths of a point: prizes well apart, all others below them.
int wanted_mean(const made_up_entry& entry, std::size_t number) {
    if (entry.tier == "best") return 865 + static_cast<int>(number * 7 % 20);
    if (entry.tier == "outstanding") return 820 + static_cast<int>(number * 7 % 20);
    if (entry.tier == "most_promising") return 775 + static_cast<int>(number * 7 % 20);
    return 480 + static_cast<int>(number * 53 % 250);
}

// Judges differ: some are strict, some are mild, and each has an eye for something else.
int first_guess(int mean, std::size_t judge, std::size_t entry, std::size_t criterion) {
    constexpr int severity[] = {0, -60, 40, 0, -30, 30, 20};
    const int taste = static_cast<int>((entry * 31 + judge * 17 + criterion * 13) % 5) * 60 - 120;
    return std::clamp((mean + severity[judge % 7] + taste + 50) / 100, 2, 9);
}

// Moves single scores until the mean is within a fortieth of a point of what it is to be: the smallest step
// of one score is worth less than that.
void settle(panel_scores& given, const workflow::rubric& rubric, int mean) {
    const int target = mean * 100 * static_cast<int>(given.size());
    const int near = 250 * static_cast<int>(given.size());
    for (int round = 0; round < 64; ++round)
        for (auto& [judge, sheet] : given)
            for (const auto& criterion : rubric.criteria) {
                const int away = target - sum_of(given, rubric);
                if (std::abs(away) <= near) return;
                auto& score = sheet.at(criterion.key);
                const int moved = score + (away > 0 ? 1 : -1);
                if (moved >= 2 && moved <= 10 && std::abs(away) >= criterion.weight_bp / 2) score = moved;
            }
    throw std::logic_error("the made-up scores do not settle");
}

bool may_score(const config::judge_line& judge, const config::city_line& city) {
    return judge.country != city.country;
}

// The rival gets the winner's sheets, but one judge gives a point less on the key criterion and makes it up
// on two others whose weights are worth the same: equal means, and the ladder's first rung sees the
// difference.
bool make_tie(panel_scores& rival, const panel_scores& winner, const workflow::rubric& rubric,
              const std::string& key) {
    const auto* decisive = find_criterion(rubric, key);
    for (const auto& [judge, sheet] : winner)
        for (const auto& one : rubric.criteria)
            for (const auto& other : rubric.criteria) {
                if (&one == &other || &one == decisive || &other == decisive) continue;
                if (one.weight_bp + other.weight_bp != decisive->weight_bp) continue;
                if (sheet.at(key) <= 2 || sheet.at(one.key) >= 10 || sheet.at(other.key) >= 10) continue;
                rival = winner;
                rival[judge][key] -= 1;
                rival[judge][one.key] += 1;
                rival[judge][other.key] += 1;
                return true;
            }
    return false;
}

bool same_judges(const panel_scores& left, const panel_scores& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& one, const auto& other) { return one.first == other.first; });
}

// Broken by the first rung. Gives its category.
std::string make_tie_for_the_ladder(const config::edition_file& file,
                                    const std::vector<made_up_entry>& entries,
                                    std::vector<panel_scores>& all) {
    const auto& ladder = file.rules.tie_ladder;
    if (ladder.empty() || ladder.front().rung != workflow::tie_rung::key_criterion) return {};
    for (std::size_t winner = 0; winner < entries.size(); ++winner) {
        if (entries[winner].tier != "most_promising") continue;
        for (std::size_t rival = 0; rival < entries.size(); ++rival)
            if (entries[rival].tier.empty() && entries[rival].category == entries[winner].category &&
                same_judges(all[rival], all[winner]) &&
                make_tie(all[rival], all[winner], file.rules.rubric, ladder.front().criterion))
                return entries[winner].category;
    }
    throw std::logic_error("the made-up scores have no tie");
}

// No rung that looks at scores can break it, so that the panel votes: the two entries have the same sheets.
void make_tie_for_the_panel(const std::vector<made_up_entry>& entries, std::vector<panel_scores>& all,
                            const std::string& not_in) {
    for (std::size_t winner = 0; winner < entries.size(); ++winner) {
        if (entries[winner].tier != "outstanding" || entries[winner].category == not_in) continue;
        for (std::size_t rival = 0; rival < entries.size(); ++rival)
            if (entries[rival].tier == "most_promising" &&
                entries[rival].category == entries[winner].category && same_judges(all[rival], all[winner])) {
                all[rival] = all[winner];
                return;
            }
    }
    throw std::logic_error("the made-up scores have no tie for the panel");
}

}  // namespace

std::vector<panel_scores> make_up_scores(const config::edition_file& file,
                                         const std::vector<made_up_entry>& entries) {
    std::vector<panel_scores> all(entries.size());
    const auto& criteria = file.rules.rubric.criteria;
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        const int mean = wanted_mean(entries[entry], entry);
        for (std::size_t judge = 0; judge < file.judges.size(); ++judge) {
            if (!may_score(file.judges[judge], file.cities[entries[entry].city])) continue;
            for (std::size_t i = 0; i < criteria.size(); ++i)
                all[entry][judge][criteria[i].key] = first_guess(mean, judge, entry, i);
        }
        settle(all[entry], file.rules.rubric, mean);
    }
    make_tie_for_the_panel(entries, all, make_tie_for_the_ladder(file, entries, all));
    return all;
}

}  // namespace demonstration
