#pragma once
// What the secretariat's overview, its lists of entries and letters, and its extensions ask. Runs under the
// role wego_secretariat, which sees the editions that it works for. Nothing here tells a score (J5).

#include "server/store/audit.hpp"
#include "server/store/letters.hpp"
#include "server/store/states.hpp"

namespace store {

// The defined counts. Received: submitted at least once. Complete: of those neither withdrawn nor waiting for
// completion. Eligible: screened and accepted. Judged: with at least one locked scorecard. Cities: of those
// received.
struct entry_counts {
    std::int64_t drafts, received, complete, eligible, judged, cities;
};
BOOST_DESCRIBE_STRUCT(entry_counts, (), (drafts, received, complete, eligible, judged, cities))
entry_counts count_entries(database&, workflow::edition_id);

// One line of the list of entries.
struct office_entry_line {
    workflow::entry_id id;
    std::optional<int> number;
    std::string title, city, country, category;
    workflow::entry_state state;
    std::string flag;
    bool third_party;
    std::optional<workflow::instant> submitted_at, return_due_at;
    std::int64_t files;
};
BOOST_DESCRIBE_STRUCT(office_entry_line, (),
                      (id, number, title, city, country, category, state, flag, third_party, submitted_at,
                       return_due_at, files))

// Empty: any. `search` looks in title, city and provider, and for the number. `sort`: number, title, city,
// category, state, submitted; a leading `-` turns it round.
struct entry_filter {
    std::string search, category, state, country, city, sort = "number";
    bool flagged = false;
    int most = 50;
    int skip = 0;
};
std::vector<office_entry_line> list_office_entries(database&, workflow::edition_id, const entry_filter&);
std::int64_t count_office_entries(database&, workflow::edition_id, const entry_filter&);

// The keys of categories that some entry is in.
std::vector<std::string> list_used_categories(database&, workflow::edition_id);

// Categories that have fewer eligible entries than `least`, in their order.
struct small_category {
    std::string key, name;
    std::int64_t eligible;
};
BOOST_DESCRIBE_STRUCT(small_category, (), (key, name, eligible))
std::vector<small_category> list_small_categories(database&, workflow::edition_id, int least);

// The countries from which entries came, for the filter.
std::vector<std::string> list_entry_countries(database&, workflow::edition_id);

// E4: a personal extension is a recorded exception.
struct extension_line {
    std::string city;
    workflow::instant until;
    std::string reason;
    std::optional<std::string> granted_by;
    workflow::instant granted_at;
};
BOOST_DESCRIBE_STRUCT(extension_line, (), (city, until, reason, granted_by, granted_at))
std::vector<extension_line> list_extensions(database&, workflow::edition_id);
void grant_extension(database&, const author&, workflow::city_id, workflow::instant until,
                     std::string_view reason);

struct city_choice {
    workflow::city_id id;
    std::string name, country;
};
BOOST_DESCRIBE_STRUCT(city_choice, (), (id, name, country))
std::vector<city_choice> list_city_choices(database&);

struct letter_line {
    std::int64_t id;
    std::string occasion, cause, to_name, to_address;
    letter_state state;
    std::string last_error;
    int attempts;
    workflow::instant queued_at, next_attempt_at;
    std::optional<workflow::instant> accepted_at;
    std::optional<workflow::judge_id> judge_id;  // an invited judge, whose address can still be corrected
};
BOOST_DESCRIBE_STRUCT(letter_line, (),
                      (id, occasion, cause, to_name, to_address, state, last_error, attempts, queued_at,
                       next_attempt_at, accepted_at, judge_id))
// The newest first; without a state all.
std::vector<letter_line> list_letters(database&, workflow::edition_id, std::optional<letter_state>, int most,
                                      int skip);
struct letter_counts {
    std::int64_t queued, accepted, failed;
};
BOOST_DESCRIBE_STRUCT(letter_counts, (), (queued, accepted, failed))
letter_counts count_letters(database&, workflow::edition_id);
// A failed letter of the edition; throws not_found when it is none.
struct failed_letter {
    std::string occasion;
    std::optional<workflow::person_id> person_id;
};
BOOST_DESCRIBE_STRUCT(failed_letter, (), (occasion, person_id))
failed_letter load_failed_letter(database&, workflow::edition_id, std::int64_t id);
// It goes out once more, or is put aside; throws not_found when none of this edition failed.
void send_letter_again(database&, const author&, std::int64_t id);
void settle_letter(database&, const author&, std::int64_t id);
// What could not be delivered to this person goes out once more, to this address.
void redirect_failed_letters(database&, const author&, workflow::person_id, std::string_view address);

// The secretariat of an edition: its own members and those of every edition.
// A city that a file names: kept when it is new, left alone when it is known. `parent` is an official name,
// or empty.
struct known_city {
    std::string name, printed_name, country, printed_country, parent;
    bool member = false;
};
void keep_known_city(database&, const known_city&);

}  // namespace store
