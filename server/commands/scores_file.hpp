#pragma once
// The scores of a round as one CSV file, a row for each score: the input of a tally that needs no database.

#include <boost/json/value.hpp>
#include <filesystem>

#include "judging/evidence.hpp"
#include "server/commands/words_by_id.hpp"

namespace commands {

struct file_names {
    words_by_id<workflow::entry_id> entries;
    words_by_id<workflow::judge_id> judges;
    words_by_id<workflow::category_id> categories;
};

// What the words of a file are called in JSON; tiers have no words of their own in it.
struct words_of_file {
    const file_names& names;
    const std::map<workflow::tier_id, std::string>& tiers;
    boost::json::value operator()(workflow::entry_id id) const {
        return boost::json::string(names.entries.word_of(id));
    }
    boost::json::value operator()(workflow::judge_id id) const {
        return boost::json::string(names.judges.word_of(id));
    }
    boost::json::value operator()(workflow::category_id id) const {
        return boost::json::string(names.categories.word_of(id));
    }
    boost::json::value operator()(workflow::tier_id id) const { return boost::json::string(tiers.at(id)); }
};

struct scores_file {
    judging::tally_input input;
    judging::known_countries countries;
    file_names names;
};

// Columns entry, category, judge, criterion, score; optional entry_country and judge_country (ISO 3166-1
// alpha-2). A missing score is an empty cell or an absent row. Scorecards that lack a score count with the
// scores that they have. Throws config::bad_file with line and column: an empty name, a criterion that the
// rules do not have, a score that is no whole number or off its scale, a score given twice, an entry in two
// categories, two countries for one.
scores_file read_scores(const std::filesystem::path&, const judging::tally_rules&);

}  // namespace commands
