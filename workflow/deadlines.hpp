#pragma once
// E4: dates as people type them, instants as they hold, and the one function that answers "may this person
// still do this?". Features call it for every write; the zones' rules come from outside (ICU, in the shell),
// and so does the time.

#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/edition.hpp"
#include "workflow/refusal.hpp"
#include "workflow/time.hpp"

namespace workflow {

// A date and time on a wall, in no zone. Only valid ones exist: parse_civil() makes them.
struct civil_time {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    friend auto operator<=>(const civil_time&, const civil_time&) = default;
};
BOOST_DESCRIBE_STRUCT(civil_time, (), (year, month, day, hour, minute, second))

// `2014-06-30T18:00`, also with a space or with seconds. Refuses date_unreadable, date_does_not_exist
// (June 31; February 29 of a common year), time_does_not_exist (25:00).
tl::expected<civil_time, refusal> parse_civil(std::string_view text);

// `2014-11-05`, checked in the same way; for the ceremony, which has a day only.
tl::expected<civil_time, refusal> parse_civil_date(std::string_view text);

// Back to `2014-06-30T18:00`, as a form shows it.
std::string format_civil(const civil_time&);

// How a zone answers for a wall time; `at` is the instant, the earlier of two when it comes twice.
enum class zone_answer_kind { unique, skipped, twice, no_such_zone };
BOOST_DESCRIBE_ENUM(zone_answer_kind, unique, skipped, twice, no_such_zone)
struct zone_answer {
    zone_answer_kind kind = zone_answer_kind::no_such_zone;
    instant at{};
};

// The rules of all zones: IANA name and wall time in, answer out. The shell implements it with ICU.
using zone_rules = std::function<zone_answer(const std::string& zone, const civil_time&)>;

// The instant of a typed date in a zone, or which of the ways it fails: unreadable, no such date, skipped
// by a change to summer time, ambiguous on the way back, or an unknown zone.
tl::expected<instant, refusal> instant_of(std::string_view text, const std::string& zone, const zone_rules&);

// A calendar that only runs forwards has none. Each names the two dates that are in the wrong order.
std::vector<refusal> calendar_problems(const calendar&);

// When writing really ends: the deadline plus the grace period, or the person's own extension if later.
instant last_moment(const calendar&, const std::optional<instant>& personal_extension);

// When the call ends, or ended, for everybody: its deadline, or the instant before it at which it was closed
// by hand.
instant end_of_call(const calendar&);
bool was_closed_early(const calendar&);

// E7: when writing ends as people are told it: the end of the call, without the grace period, or the person's
// own extension if later.
instant published_deadline(const calendar&, const std::optional<instant>& personal_extension);

// What somebody wants to do that a deadline limits.
enum class deadline_act { write_entry, submit_entry, reopen_entry, withdraw_entry, score };
BOOST_DESCRIBE_ENUM(deadline_act, write_entry, submit_entry, reopen_entry, withdraw_entry, score)

// May this still be done? The only place where a clock meets a deadline:
// - write and submit: while the edition is open, to the deadline plus grace; later under a personal
//   extension, also while it is in screening;
// - reopen: to the deadline itself, or the extension's end, so that nobody loses a submission in the grace;
// - withdraw: until the edition is decided;
// - score: while the edition is in judging. The date at which judging is to close is a reminder's date, and
//   people close it: a late score is better than a missing one.
verdict may_still(deadline_act, const calendar&, edition_state,
                  const std::optional<instant>& personal_extension, instant now);

// Answering a request for completion: by its own due date, while the edition is in screening.
verdict may_complete(const std::optional<instant>& due_at, edition_state, instant now);

// `2014-06-30T15:00:00Z`: an instant as a refusal's fact, for the shell to print in the reader's zone.
std::string utc_text(instant);
// Back again; nothing for any other text.
std::optional<instant> find_instant(std::string_view utc_text);

// The edition's state as a refusal's fact.
std::vector<particular> state_facts(edition_state);

}  // namespace workflow
