#include "judging/rehearsed_edition.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>

#include "judging/assignment.hpp"

namespace judging {

namespace {

// std::normal_distribution differs from library to library; the inverse of the normal on 53 bits does not.
class dice_box {
public:
    dice_box(std::uint64_t seed, int number)
        : dice_((seed + 1) * 0x9E3779B97F4A7C15ULL +
                static_cast<std::uint64_t>(number) * 0xD1B54A32D192ED03ULL) {}

    double uniform() { return (static_cast<double>(dice_() >> 11U) + 0.5) * 0x1p-53; }
    double normal() {
        using namespace boost::math;
        using in_doubles = policies::policy<policies::promote_double<false>>;
        return quantile(normal_distribution<double, in_doubles>(), uniform());
    }
    std::size_t below(std::size_t sides) {
        return std::min(sides - 1, static_cast<std::size_t>(uniform() * static_cast<double>(sides)));
    }

private:
    std::mt19937_64 dice_;
};

class maker {
public:
    maker(const rehearsal_rules& rules, int number)
        : rules_(rules),
          people_(rules.people),
          criteria_(rules.rules.rubric.criteria),
          judges_(static_cast<std::size_t>(rules.judges)),
          dice_(rules.seed, number) {}

    rehearsed_edition make() {
        make_projects();
        make_judges();
        for (std::size_t entry = 0; entry < made_.entries.size(); ++entry)
            for (std::size_t judge = 0; judge < judges_; ++judge) score(entry, judge);
        return std::move(made_);
    }

private:
    // A criterion's points weigh the same whether its scale is short or long, as in the tally of unlike
    // scales.
    void make_projects() {
        made_.categories.resize(static_cast<std::size_t>(rules_.categories));
        for (int at = 0; at < rules_.entries; ++at) {
            const int category = at % rules_.categories;
            made_.entries.push_back({entry_id{at + 1}, category_id{category + 1}});
            made_.categories[static_cast<std::size_t>(category)].push_back(static_cast<std::size_t>(at));
            country_.push_back(dice_.below(static_cast<std::size_t>(rules_.countries)));
            const double common = people_.centre + people_.quality * dice_.normal();
            double truth = 0;
            for (const auto& each : criteria_) {
                quality_.push_back(common + people_.own_quality * dice_.normal());
                truth += each.weight_bp * quality_.back() / 10000.0;
            }
            as_a_whole_.push_back(truth);
        }
        made_.truth = as_a_whole_;
    }

    void make_judges() {
        for (std::size_t judge = 0; judge < judges_; ++judge) {
            severity_.push_back(people_.severity * dice_.normal());
            const double luck = dice_.uniform(), share = dice_.uniform();
            made_.stops_after.push_back(luck < people_.dropouts ? share : 1.0);
        }
    }

    void score(std::size_t entry, std::size_t judge) {
        const bool at_home = country_[entry] == judge % static_cast<std::size_t>(rules_.countries);
        made_.same_country.push_back(at_home);
        made_.recuses.push_back(dice_.uniform() < people_.recusals);
        made_.turn.push_back(dice_.uniform());
        const bool one_impression = dice_.uniform() < people_.halo;
        const double leaning = people_.noise * dice_.normal() + severity_[judge];
        for (std::size_t at = 0; at < criteria_.size(); ++at) {
            const double own = quality_[entry * criteria_.size() + at] + people_.own_noise * dice_.normal();
            const double seen = leaning + (one_impression ? as_a_whole_[entry] : own);
            made_.fair.push_back(whole(criteria_[at], seen));
            made_.biased.push_back(at_home ? whole(criteria_[at], seen + people_.home_bias)
                                           : made_.fair.back());
        }
    }

    // From points of a scale from 1 to 10 to a score on the criterion's.
    static int whole(const workflow::criterion& by, double points) {
        const double score = by.scale_min + (points - 1) * (by.scale_max - by.scale_min) / 9.0;
        return static_cast<int>(std::clamp<double>(std::floor(score + 0.5), by.scale_min, by.scale_max));
    }

    const rehearsal_rules& rules_;
    const made_up_people& people_;
    const std::vector<workflow::criterion>& criteria_;
    std::size_t judges_;
    dice_box dice_;
    rehearsed_edition made_;
    std::vector<std::size_t> country_;
    std::vector<double> quality_, as_a_whole_, severity_;
};

}  // namespace

rehearsed_edition make_up_edition(const rehearsal_rules& rules, int number) {
    return maker(rules, number).make();
}

std::vector<char> assign_rehearsed(const rehearsal_rules& rules, const rehearsed_edition& made,
                                   std::optional<int> judges_per_entry, bool same_country_barred,
                                   int number) {
    const auto judges = static_cast<std::size_t>(rules.judges);
    std::vector<char> assigned(made.entries.size() * judges, 1);
    if (same_country_barred)
        for (std::size_t pair = 0; pair < assigned.size(); ++pair) assigned[pair] = !made.same_country[pair];
    if (!judges_per_entry || *judges_per_entry >= rules.judges) return assigned;
    assignment_input input;
    input.rules.judges_per_entry = judges_per_entry;
    input.rules.minimum_per_entry = std::min(rules.rules.minimum_judges_per_entry, *judges_per_entry);
    input.rules.expertise = expertise_rule::ignored;
    input.rules.seed = rules.seed + static_cast<std::uint64_t>(number);
    input.entries = made.entries;
    for (int judge = 1; judge <= rules.judges; ++judge) input.judges.push_back({judge_id{judge}});
    for (std::size_t pair = 0; pair < assigned.size(); ++pair)
        if (!assigned[pair])
            input.barred.push_back(
                {judge_id{static_cast<std::int64_t>(pair % judges) + 1}, made.entries[pair / judges].entry});
    assigned.assign(assigned.size(), 0);
    for (const auto& pair : assign(input).pairs)
        assigned[static_cast<std::size_t>(workflow::value(pair.entry) - 1) * judges +
                 static_cast<std::size_t>(workflow::value(pair.judge) - 1)] = 1;
    return assigned;
}

std::vector<card> play_cards(const rehearsal_rules& rules, const rehearsed_edition& made,
                             const std::vector<char>& assigned) {
    const auto judges = static_cast<std::size_t>(rules.judges);
    const auto categories = made.categories.size();
    std::vector<card> cards(assigned.size(), card::none);
    std::vector<char> left_unfinished(judges * categories, 0);
    for (std::size_t pair = 0; pair < assigned.size(); ++pair) {
        if (!assigned[pair]) continue;
        const auto judge = pair % judges;
        if (made.recuses[pair])
            cards[pair] = card::recused;
        else if (made.turn[pair] < made.stops_after[judge])
            cards[pair] = card::counted;
        else {
            cards[pair] = card::unfinished;
            left_unfinished[judge * categories + (pair / judges) % categories] = 1;
        }
    }
    if (rules.rules.dropout == workflow::dropout_policy::void_unfinished)
        for (std::size_t pair = 0; pair < cards.size(); ++pair)
            if (cards[pair] == card::counted &&
                left_unfinished[pair % judges * categories + (pair / judges) % categories])
                cards[pair] = card::unfinished;
    return cards;
}

whole_units::whole_units(const std::vector<workflow::criterion>& rubric) {
    const bool one_scale = share_one_scale(rubric);
    std::int64_t common = 1, weight = 0;
    for (const auto& each : rubric) {
        weight += each.weight_bp;
        if (!one_scale) common = std::lcm(common, std::int64_t{each.scale_max} - each.scale_min);
        if (common > 1'000'000)
            throw std::invalid_argument("the criteria's scales have too little in common");
    }
    for (const auto& each : rubric) {
        lowest_.push_back(one_scale ? 0 : each.scale_min);
        factors_.push_back(one_scale ? each.weight_bp
                                     : each.weight_bp * 100 * (common / (each.scale_max - each.scale_min)));
    }
    per_point_ = static_cast<double>(weight * common);
}

double whole_units::of(const int* scores) const {
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < factors_.size(); ++at) sum += factors_[at] * (scores[at] - lowest_[at]);
    return static_cast<double>(sum);
}

ratings tabulate(const rehearsed_edition& made, const std::vector<card>& cards,
                 const std::vector<int>& scores, const whole_units& units) {
    const auto judges = cards.size() / made.entries.size(), of_card = scores.size() / cards.size();
    ratings table;
    table.units_per_point = units.per_point();
    for (std::size_t judge = 1; judge <= judges; ++judge)
        table.judges.push_back(judge_id{static_cast<std::int64_t>(judge)});
    for (std::size_t pair = 0; pair < cards.size(); ++pair) {
        if (pair % judges == 0) {
            table.entries.push_back(made.entries[pair / judges].entry);
            table.starts.push_back(table.cells.size());
        }
        if (cards[pair] == card::counted)
            table.cells.push_back(
                {static_cast<std::uint32_t>(pair % judges), units.of(&scores[pair * of_card])});
    }
    table.starts.push_back(table.cells.size());
    return table;
}

std::vector<sheet> sheets_of(const rehearsed_edition& made, const std::vector<card>& cards,
                             const std::vector<int>& scores, const std::vector<workflow::criterion>& rubric,
                             std::span<const entry_id> entries) {
    const auto judges = cards.size() / made.entries.size();
    std::vector<sheet> sheets;
    for (const auto entry : entries)
        for (std::size_t judge = 0; judge < judges; ++judge) {
            const auto pair = static_cast<std::size_t>(workflow::value(entry) - 1) * judges + judge;
            if (cards[pair] != card::counted) continue;
            sheets.push_back({judge_id{static_cast<std::int64_t>(judge) + 1}, entry, standing::counted, {}});
            for (std::size_t at = 0; at < rubric.size(); ++at)
                sheets.back().scores[rubric[at].key] = scores[pair * rubric.size() + at];
        }
    return sheets;
}

}  // namespace judging
