#pragma once
// What stands beside a tally (J9), in words and pictures for people who know no statistics: shared by the
// secretariat's pages of the result and the panel's. Everything is made from one judging::evidence; knows no
// request and no store.

#include <map>

#include "judging/evidence.hpp"
#include "server/pages/office/views.hpp"
#include "workflow/edition.hpp"

namespace features {

// What things are called. Without `judges` they are not named (the rule set says so), and nothing tells one
// from another. `links`: where an entry leads to, if anywhere.
struct evidence_names {
    std::map<workflow::entry_id, std::string> entries;
    std::map<workflow::entry_id, std::string> links;
    std::map<workflow::judge_id, pages::phrase> judges;
    std::map<workflow::category_id, std::string> categories;
    std::map<workflow::tier_id, std::string> tiers;
    std::map<std::string, std::string> criteria;
};

// What something is called; empty when it has no name here.
template <class Map>
typename Map::mapped_type named(const Map& names, const typename Map::key_type& key) {
    const auto found = names.find(key);
    return found == names.end() ? typename Map::mapped_type() : found->second;
}

// Categories, tiers and criteria by their names; entries and judges are the caller's.
evidence_names evidence_names_of(const workflow::edition&, const workflow::rule_set&);

struct shown_evidence {
    const judging::tally_input& input;
    const judging::tally_result& result;
    const judging::evidence& found;
    const evidence_names& names;
    std::string category_url;                             // the number of a category follows
    std::map<workflow::category_id, pages::link> ties{};  // where a tie at a prize line is shown rung by rung
};

// Open, doubtful or clear: what the panel has to look at first comes first.
enum class category_standing { open, doubtful, clear };
category_standing standing_of(const shown_evidence&, workflow::category_id);
std::vector<workflow::category_id> in_order_of_standing(const shown_evidence&);

// "Where each category stands": one row a category, with what is proposed and why the panel must decide.
pages::office_block block_of_standings(const shown_evidence&);
// One category: prize by prize, the order with its uncertainty, the scores, the other views.
std::vector<pages::office_block> blocks_of_category(const shown_evidence&, workflow::category_id);

// The parts as one text.
pages::phrase joined(const std::vector<pages::phrase>&, std::string_view pattern = "{before} {after}");

// What the states of the prizes mean, of one category or of all: with the reasons that hold there and no
// others.
pages::phrase legend_of(const shown_evidence&, std::optional<workflow::category_id>);

// Why a figure cannot be had, as a sentence.
pages::phrase words_for(judging::not_to_be_had);

}  // namespace features
