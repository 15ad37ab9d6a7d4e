#pragma once
// One entry as the secretariat screens it: everything that its city wrote and sent, its checklist, what
// became of it. Tells no score and no judge. A state changes in store/moves.hpp only.

#include "server/store/audit.hpp"
#include "workflow/entry.hpp"
#include "workflow/states.hpp"

namespace store {

struct screened_entry {
    workflow::entry_id id;
    workflow::category_id category_id;
    workflow::city_id city_id;
    std::optional<int> number;
    std::string title, city, official_city, country, category, provider_name, flag, returned_reason,
        closing_reason;
    workflow::entry_state state;
    int version;
    bool third_party, member, city_is_approved;
    std::optional<workflow::instant> submitted_at, return_due_at, extended_until;
    workflow::instant created_at;
    std::optional<int> current_version;
    bool has_approval_letter;
};
BOOST_DESCRIBE_STRUCT(screened_entry, (),
                      (id, category_id, city_id, number, title, city, official_city, country, category,
                       provider_name, flag, returned_reason, closing_reason, state, version, third_party,
                       member, city_is_approved, submitted_at, return_due_at, extended_until, created_at,
                       current_version, has_approval_letter))
screened_entry load_screened_entry(database&, workflow::entry_id);
// The same, and until the end of the transaction nobody else moves it.
screened_entry lock_screened_entry(database&, workflow::entry_id);

struct screened_answer {
    std::string question, value;
};
BOOST_DESCRIBE_STRUCT(screened_answer, (), (question, value))
std::vector<screened_answer> list_screened_answers(database&, workflow::entry_id);

struct screened_file {
    workflow::file_id id;
    workflow::file_purpose purpose;
    std::string name, media_type, sha256;
    std::int64_t size;
};
BOOST_DESCRIBE_STRUCT(screened_file, (), (id, purpose, name, media_type, sha256, size))
std::vector<screened_file> list_screened_files(database&, workflow::entry_id);

struct screened_version {
    int number;
    std::string sha256;
    workflow::instant submitted_at;
    std::optional<std::string> submitted_by;
};
BOOST_DESCRIBE_STRUCT(screened_version, (), (number, sha256, submitted_at, submitted_by))
std::vector<screened_version> list_screened_versions(database&, workflow::entry_id);

struct check_line {
    std::string item;
    bool passed;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(check_line, (), (item, passed, note))
std::vector<check_line> list_checks(database&, workflow::entry_id);
void set_checks(database&, const author&, workflow::entry_id, const std::vector<check_line>&);

// The columns that the schema ties to a state: before the move that needs them.
void set_return(database&, workflow::entry_id, std::string_view reason, workflow::instant due_at);
// A city that an applicant proposed becomes one that everybody may see; true if it was not before.
bool approve_city(database&, const author&, workflow::city_id);
void set_flag(database&, const author&, workflow::entry_id, std::string_view flag);
void move_category(database&, const author&, workflow::entry_id, workflow::category_id,
                   workflow::decision_id);
// Scorecards on the entry that were begun, whatever became of them.
int count_begun_scorecards(database&, workflow::entry_id);

// Other entries that look alike: of the same city, or of the same title, in any edition that this role sees.
struct similar_entry {
    workflow::entry_id id;
    std::string edition, edition_name, title, city;
    workflow::entry_state state;
};
BOOST_DESCRIBE_STRUCT(similar_entry, (), (id, edition, edition_name, title, city, state))
std::vector<similar_entry> list_similar_entries(database&, workflow::entry_id);

}  // namespace store
