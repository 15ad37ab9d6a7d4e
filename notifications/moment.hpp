#pragma once
// Instants as letters tell them (E4): in the edition's zone and UTC when a letter is queued, and in the zone
// of who reads it when it is sent. Knows no rule of a zone: wall times come from outside.

#include <string>
#include <utility>

#include "workflow/deadlines.hpp"

namespace notifications {

// "30 June 2014, 18:00 (Asia/Seoul), 09:00 UTC", from its wall times in the edition's zone and in UTC;
// without a zone, or in UTC, the latter alone.
std::string instant_in_words(const workflow::civil_time& there, const std::string& zone,
                             const workflow::civil_time& utc);

// What a letter's content holds of an instant. `at` is unset (the epoch) where there is none to tell, and in
// letters that were queued with words alone.
struct moment {
    std::string in_words;
    workflow::instant at{};

    moment() = default;
    moment(std::string words, workflow::instant instant) : in_words(std::move(words)), at(instant) {}
    bool operator==(const moment&) const = default;
};

// Adds the reader's own wall time: ", 11:00 (Europe/Madrid)", with its day where that is another than the UTC
// day. Leaves alone what names that zone already.
void add_own_time(moment&, const workflow::civil_time& own, const std::string& zone);

}  // namespace notifications
