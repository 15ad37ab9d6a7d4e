#include "config/version.hpp"
#include "server/commands/document.hpp"
#include "server/commands/tally_result.hpp"

namespace commands {
namespace {

// An entry that a view places elsewhere than the tally does; without a rank it has no value there.
struct placed_elsewhere {
    workflow::entry_id entry{};
    std::optional<int> rank;
};
BOOST_DESCRIBE_STRUCT(placed_elsewhere, (), (entry, rank))

std::vector<placed_elsewhere> list_changes(const judging::tally_result& result, const judging::view& by) {
    std::map<workflow::entry_id, int> ranks;
    for (const auto& ranking : by.categories)
        for (const auto& place : ranking.places)
            for (const auto entry : place.entries) ranks[entry] = place.rank;
    std::vector<placed_elsewhere> changes;
    for (const auto& line : result.entries) {
        const auto found = ranks.find(line.entry);
        const auto rank = found == ranks.end() ? std::nullopt : std::optional(found->second);
        if (rank != line.rank) changes.push_back({line.entry, rank});
    }
    return changes;
}

using file_document = document<words_of_file>;

boost::json::value views_of(const tallied_file& file, const file_document& write) {
    boost::json::array views;
    for (const auto& by : file.found.views) {
        boost::json::object one{{"view", write.of(by.name)}, {"because", write.of(by.because)}};
        one["placed_elsewhere"] = by.because ? boost::json::array() : write.of(list_changes(file.result, by));
        views.push_back(std::move(one));
    }
    return views;
}

boost::json::value rules_of(const tallied_file& file, const file_document& write) {
    const auto& rules = file.scores.input.rules;
    boost::json::array criteria;
    for (const auto& one : rules.criteria)
        criteria.push_back({{"key", one.key},
                            {"weight_bp", one.weight_bp},
                            {"scale_min", one.scale_min},
                            {"scale_max", one.scale_max}});
    return {{"method", write.of(rules.method)},
            {"trim", rules.trim},
            {"incomplete", write.of(rules.incomplete)},
            {"minimum_sheets", rules.minimum_sheets},
            {"minimum_entries_per_judge", rules.minimum_entries_per_judge},
            {"criteria", std::move(criteria)},
            {"tie_ladder", write.of(file.rules.rules.tie_ladder)}};
}

}  // namespace

void write_json(const tallied_file& file, std::ostream& output) {
    const file_document write({file.scores.names, file.tiers});
    const boost::json::object whole{
        {"program", "wego-awards " + std::string(config::program_version())},
        {"input_sha256", file.input_hash},
        {"rules", rules_of(file, write)},
        {"intervals", write.of(file.found.intervals)},
        {"result", write.of(file.result)},
        {"slate", write.of(file.proposal)},
        {"tiers", write.of(file.found.tiers)},
        {"views", views_of(file, write)},
        {"resampling", write.of(file.found.resampling)},
        {"reliability",
         {{"whole", write.of(file.found.reliability)},
          {"by_category", write.of(file.found.by_category)},
          {"by_criterion", write.of(file.found.by_criterion)}}},
        {"judges", write.of(file.found.judges)},
        {"same_country", write.of(file.found.same_country)},
    };
    output << whole << '\n';
}

}  // namespace commands
