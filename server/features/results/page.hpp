#pragma once
// What the pages of the result share: their tabs, the minutes that every decision carries, entries and slots
// in words. Knows no single page.

#include "server/acts/proposal.hpp"
#include "server/features/office/page.hpp"
#include "server/store/decisions.hpp"
#include "server/store/results.hpp"

namespace features {

enum class results_part {
    tally,
    slate,
    ratification,
    decisions,
    announcement,
    appeals,
    corrections,
    certificates
};

// A page of the result: frame, tabs and title are filled.
pages::office_view begin_results(visit&, const workflow::edition&, results_part, pages::phrase title);

// The questions that every decision answers, with what was typed.
std::vector<pages::field> minutes_fields(const visit&);
// The decision that the form describes; nothing, with the errors marked, when a reason is missing or a number
// is none.
std::optional<store::minutes> read_minutes(visit&, pages::office_form&);

// "5 in favour, 1 against, 0 abstained"; empty when nobody voted.
pages::phrase words_for_votes(int in_favour, int against, int abstained);

// Entries by their numbers: "12. Málaga: Smart water".
class entry_names {
public:
    entry_names(store::database&, workflow::edition_id);
    std::string of(workflow::entry_id) const;
    std::string list(const std::vector<workflow::entry_id>&) const;
    const store::result_entry* find(workflow::entry_id) const;
    const std::vector<store::result_entry>& all() const { return entries_; }

private:
    std::vector<store::result_entry> entries_;
};

pages::tag tag_of(judging::slot_state);
// The slots as a table: category, prize, winner or reason, state.
pages::table table_of_slots(const workflow::edition&, const std::vector<judging::slot>&, const entry_names&);
std::string name_of_category(const workflow::edition&, workflow::category_id);
std::string name_of_tier(const workflow::edition&, workflow::tier_id);
pages::office_block block(pages::phrase heading, pages::phrase text = {});

}  // namespace features
