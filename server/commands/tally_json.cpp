#include "config/version.hpp"
#include "server/commands/document.hpp"
#include "server/commands/tally_result.hpp"

namespace commands {
namespace {

// An entry that a view places elsewhere than the tally does; without a rank it has no value there.
struct other_place {
    workflow::entry_id entry{};
    std::optional<int> rank;
};
BOOST_DESCRIBE_STRUCT(other_place, (), (entry, rank))

std::vector<other_place> list_changes(const judging::tally_result& result, const judging::view& by) {
    std::map<workflow::entry_id, int> ranks;
    for (const auto& ranking : by.categories)
        for (const auto& place : ranking.places)
            for (const auto entry : place.entries) ranks[entry] = place.rank;
    std::vector<other_place> changes;
    for (const auto& line : result.entries) {
        const auto found = ranks.find(line.entry);
        const auto rank = found == ranks.end() ? std::nullopt : std::optional(found->second);
        if (rank != line.rank) changes.push_back({line.entry, rank});
    }
    return changes;
}

struct shown_view {
    judging::view_name view;
    std::optional<judging::not_to_be_had> because;
    std::vector<other_place> placed_elsewhere;
};
BOOST_DESCRIBE_STRUCT(shown_view, (), (view, because, placed_elsewhere))

struct shown_criterion {
    std::string key;
    std::string name;
    int weight_bp, scale_min, scale_max;
};
BOOST_DESCRIBE_STRUCT(shown_criterion, (), (key, name, weight_bp, scale_min, scale_max))

struct shown_rules {
    workflow::tally_method method;
    int trim;
    judging::incomplete_sheet incomplete;
    int minimum_sheets, minimum_entries_per_judge;
    std::vector<shown_criterion> criteria;
    std::vector<workflow::ladder_step> tie_ladder;
};
BOOST_DESCRIBE_STRUCT(shown_rules, (),
                      (method, trim, incomplete, minimum_sheets, minimum_entries_per_judge, criteria,
                       tie_ladder))

struct shown_reliability {
    judging::reliability whole;
    std::vector<judging::category_reliability> by_category;
    std::vector<judging::criterion_reliability> by_criterion;
};
BOOST_DESCRIBE_STRUCT(shown_reliability, (), (whole, by_category, by_criterion))

shown_rules rules_of(const tallied_file& file) {
    const auto& rules = file.scores.input.rules;
    std::vector<shown_criterion> criteria;
    for (const auto& one : rules.criteria)
        criteria.push_back({one.key, one.name, one.weight_bp, one.scale_min, one.scale_max});
    return {rules.method,
            rules.trim,
            rules.incomplete,
            rules.minimum_sheets,
            rules.minimum_entries_per_judge,
            std::move(criteria),
            file.rules.rules.tie_ladder};
}

}  // namespace

void write_json(const tallied_file& file, std::ostream& output) {
    document write(output, words_of_file{file.scores.names, file.tiers});
    const auto& found = file.found;
    write.member("program", "wego-awards " + std::string(config::program_version()));
    write.member("input_sha256", file.input_hash);
    write.member("rules", rules_of(file));
    write.member("intervals", found.intervals);
    write.member("result", file.result);
    write.member("slate", file.proposal);
    write.member("tiers", found.tiers);
    write.list("views", found.views, [&](const judging::view& by) {
        return shown_view{by.name, by.because,
                          by.because ? std::vector<other_place>() : list_changes(file.result, by)};
    });
    write.member("resampling", found.resampling);
    write.member("reliability", shown_reliability{found.reliability, found.by_category, found.by_criterion});
    write.member("judges", found.judges);
    write.member("same_country", found.same_country);
    write.close();
}

}  // namespace commands
