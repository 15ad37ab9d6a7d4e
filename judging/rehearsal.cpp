#include "judging/rehearsal.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

#include "judging/quick_values.hpp"
#include "judging/rehearsed_edition.hpp"
#include "judging/rehearsed_prizes.hpp"

namespace judging {

namespace {

constexpr auto all_methods = std::array{workflow::tally_method::mean, workflow::tally_method::trimmed_mean,
                                        workflow::tally_method::median, workflow::tally_method::borda,
                                        workflow::tally_method::adjusted};

quick_rules quickly(const rehearsal_rules& rules, workflow::tally_method method) {
    const auto own = rules_for_tally(rules.rules);
    return {method, own.trim, own.minimum_entries_per_judge};
}

// One assignment's counts over all categories so far.
class counted_assignment {
public:
    counted_assignment(const rehearsal_rules& rules, std::optional<int> judges_per_entry,
                       const prize_lines& lines)
        : rules_(rules), judges_per_entry_(judges_per_entry), lines_(lines), at_line_(lines.places.size()) {}

    void play(const rehearsed_edition& made, const whole_units& units, const prize_judge& prizes,
              int number) {
        const bool barred = rules_.rules.conflicts.same_country_bars;
        const auto assigned = assign_rehearsed(rules_, made, judges_per_entry_, barred, number);
        const auto cards = play_cards(rules_, made, assigned);
        cards_ += static_cast<double>(std::ranges::count(assigned, 1));
        sheets_ += static_cast<double>(std::ranges::count(cards, card::counted));
        const auto table = tabulate(made, cards, made.biased, units);
        for (std::size_t at = 0; at < all_methods.size(); ++at) try_method(at, made, table);
        ++editions_;
        const auto values = quick_values(quickly(rules_, rules_.rules.tally), table, made.categories);
        for (const auto& category : made.categories) {
            ++categories_;
            if (values) add(prizes.award(made, category, *values, cards, made.biased));
        }
    }

    assignment_figures figures() const {
        assignment_figures out;
        out.judges_per_entry = judges_per_entry_;
        out.cards_per_judge = cards_ / editions_ / rules_.judges;
        out.sheets_per_entry = sheets_ / editions_ / rules_.entries;
        out.best_wins = of_categories(best_wins_);
        out.best_gets_a_prize = of_categories(best_gets_a_prize_);
        out.all_right = of_categories(all_right_);
        out.people_decide_the_first = of_categories(people_decide_the_first_);
        for (std::size_t at = 0; at < at_line_.size(); ++at) out.lines.push_back(figures_of(at));
        for (std::size_t at = 0; at < all_methods.size(); ++at)
            out.methods.push_back({all_methods[at], of_categories(first_by_[at]),
                                   share_of(refused_by_[at], editions_, rules_.confidence)});
        return out;
    }

private:
    struct counts_at_line {
        double shared_place = 0, tied = 0;
        std::array<double, 4> endings{};
    };

    estimate of_categories(double count) const { return share_of(count, categories_, rules_.confidence); }

    line_figures figures_of(std::size_t at) const {
        const auto& own = at_line_[at];
        const auto of_ties = [&](tie_ending how) {
            return share_of(own.endings[static_cast<std::size_t>(how)], own.tied, rules_.confidence);
        };
        return {lines_.tiers[at].id,
                lines_.places[at],
                of_categories(own.shared_place),
                of_categories(own.tied),
                {of_ties(tie_ending::key_criterion), of_ties(tie_ending::head_to_head),
                 of_ties(tie_ending::shared), of_ties(tie_ending::people)}};
    }

    void try_method(std::size_t at, const rehearsed_edition& made, const ratings& table) {
        const auto values = quick_values(quickly(rules_, all_methods[at]), table, made.categories);
        if (!values) {
            ++refused_by_[at];
            return;
        }
        for (const auto& category : made.categories) {
            const auto order = quick_order(category, *values);
            if (order.empty()) continue;
            const auto best = truly_best(made, category);
            if (std::ranges::find(order.front(), best) != order.front().end())
                first_by_[at] += 1.0 / static_cast<double>(order.front().size());
        }
    }

    void add(const award& given) {
        best_wins_ += given.best_wins;
        best_gets_a_prize_ += given.best_gets_a_prize;
        all_right_ += given.all_right;
        people_decide_the_first_ += given.people_decide_the_first;
        for (std::size_t at = 0; at < at_line_.size(); ++at) {
            at_line_[at].shared_place += given.at_line[at].place_shared;
            if (!given.at_line[at].ending) continue;
            ++at_line_[at].tied;
            ++at_line_[at].endings[static_cast<std::size_t>(*given.at_line[at].ending)];
        }
    }

    const rehearsal_rules& rules_;
    std::optional<int> judges_per_entry_;
    const prize_lines& lines_;
    std::vector<counts_at_line> at_line_;
    double editions_ = 0, categories_ = 0, cards_ = 0, sheets_ = 0;
    double best_wins_ = 0, best_gets_a_prize_ = 0, all_right_ = 0, people_decide_the_first_ = 0;
    std::array<double, all_methods.size()> first_by_{}, refused_by_{};
};

// The first assignment once with bias and once without, for judges of the entry's country barred or not.
class counted_bias {
public:
    counted_bias(const rehearsal_rules& rules, bool barred) : rules_(rules), barred_(barred) {}

    void play(const rehearsed_edition& made, const whole_units& units, const prize_judge& prizes,
              int number) {
        const auto cards = play_cards(
            rules_, made, assign_rehearsed(rules_, made, rules_.judges_per_entry.front(), barred_, number));
        const auto method = quickly(rules_, rules_.rules.tally);
        const auto biased = quick_values(method, tabulate(made, cards, made.biased, units), made.categories);
        const auto fair = quick_values(method, tabulate(made, cards, made.fair, units), made.categories);
        for (const auto& category : made.categories) {
            ++categories_;
            if (!biased || !fair) continue;
            const auto now = prizes.award(made, category, *biased, cards, made.biased);
            best_wins_ += now.best_wins;
            changes_ += now.first != prizes.award(made, category, *fair, cards, made.fair).first;
        }
    }

    home_bias_figures figures() const {
        return {barred_, share_of(best_wins_, categories_, rules_.confidence),
                share_of(changes_, categories_, rules_.confidence)};
    }

private:
    const rehearsal_rules& rules_;
    bool barred_;
    double categories_ = 0, best_wins_ = 0, changes_ = 0;
};

}  // namespace

std::vector<workflow::problem> check(const rehearsal_rules& rules) {
    std::vector<workflow::problem> problems;
    const auto want = [&](bool is_so, const char* where, const char* message) {
        if (!is_so) problems.push_back({where, message});
    };
    const auto share = [](double one) { return one >= 0 && one <= 1; };
    const auto spread = [](double one) { return one >= 0 && one <= 100; };
    const auto& people = rules.people;
    want(!rules.rules.rubric.criteria.empty(), "rubric", "there is no criterion");
    want(workflow::total_weight_bp(rules.rules.rubric) == 10000, "rubric", "the weights do not sum to 10000");
    for (const auto& each : rules.rules.rubric.criteria)
        want(each.scale_max > each.scale_min, "rubric", "a scale needs two points");
    want(!rules.tiers.empty(), "tiers", "there is no prize");
    want(rules.categories >= 1 && rules.categories <= 1000, "categories", "1 to 1000");
    want(rules.entries >= 2 * rules.categories && rules.entries <= 5000, "entries", "two a category to 5000");
    want(rules.judges >= 1 && rules.judges <= 200, "judges", "1 to 200");
    want(rules.countries >= 1 && rules.countries <= 300, "countries", "1 to 300");
    want(rules.editions >= 1 && rules.editions <= 1'000'000, "editions", "1 to 1000000");
    want(rules.confidence > 0 && rules.confidence < 1, "confidence", "between 0 and 1");
    want(!rules.judges_per_entry.empty(), "judges_per_entry", "name at least one assignment");
    for (const auto& each : rules.judges_per_entry)
        want(!each || *each >= 1, "judges_per_entry", "at least one judge on each entry");
    want(share(people.halo), "halo", "a share from 0 to 1");
    want(spread(people.own_noise), "own_noise", "0 to 100 points");
    want(share(people.dropouts), "dropouts", "a share from 0 to 1");
    want(share(people.recusals), "recusals", "a share from 0 to 1");
    want(std::abs(people.centre) <= 100, "centre", "from -100 to 100");
    want(spread(people.quality) && spread(people.own_quality), "quality", "0 to 100 points");
    want(spread(people.noise), "noise", "0 to 100 points");
    want(spread(people.severity), "severity", "0 to 100 points");
    want(std::abs(people.home_bias) <= 100, "home_bias", "-100 to 100 points");
    return problems;
}

rehearsal rehearse(const rehearsal_rules& rules, const std::function<void(int)>& after_each) {
    if (const auto problems = check(rules); !problems.empty())
        throw std::invalid_argument(problems.front().where + ": " + problems.front().message);
    const auto lines = lines_of(rules.tiers);
    const prize_judge prizes(rules, lines);
    const whole_units units(rules.rules.rubric.criteria);
    std::vector<counted_assignment> assignments;
    for (const auto& each : rules.judges_per_entry) assignments.emplace_back(rules, each, lines);
    std::vector<counted_bias> bias{{rules, true}, {rules, false}};
    for (int number = 1; number <= rules.editions; ++number) {
        const auto made = make_up_edition(rules, number);
        for (auto& each : assignments) each.play(made, units, prizes, number);
        for (auto& each : bias) each.play(made, units, prizes, number);
        if (after_each) after_each(number);
    }
    rehearsal out{rules.editions, rules.editions * rules.categories, {}, {}};
    for (const auto& each : assignments) out.assignments.push_back(each.figures());
    for (const auto& each : bias) out.home_bias.push_back(each.figures());
    return out;
}

estimate share_of(double successes, double trials, double confidence) {
    if (trials <= 0) return no_estimate(not_to_be_had::interval_not_defined);
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2);
    const double share = successes / trials, part = z * z / trials;
    const double centre = (share + part / 2) / (1 + part);
    const double half = z / (1 + part) * std::sqrt(share * (1 - share) / trials + part / trials / 4);
    return {share, std::clamp(centre - half, 0.0, share), std::clamp(centre + half, share, 1.0), {}};
}

}  // namespace judging
