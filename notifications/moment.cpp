#include "notifications/moment.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace notifications {
namespace {

std::string clock_words(const workflow::civil_time& time, bool with_day) {
    static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
    char clock[16];
    std::snprintf(clock, sizeof clock, "%02d:%02d", time.hour, time.minute);
    if (!with_day) return clock;
    return std::to_string(time.day) + " " + months[static_cast<std::size_t>(time.month - 1)] + " " +
           std::to_string(time.year) + ", " + clock;
}

bool is_day_in_utc(workflow::instant at, const workflow::civil_time& own) {
    const std::chrono::year_month_day utc{std::chrono::floor<std::chrono::days>(at)};
    return utc == std::chrono::year{own.year} / own.month / own.day;
}

}  // namespace

std::string instant_in_words(const workflow::civil_time& there, const std::string& zone,
                             const workflow::civil_time& utc) {
    if (zone.empty() || zone == "UTC") return clock_words(utc, true) + " UTC";
    return clock_words(there, true) + " (" + zone + "), " + clock_words(utc, there.day != utc.day) + " UTC";
}

void add_own_time(moment& told, const workflow::civil_time& own, const std::string& zone) {
    const auto named = " (" + zone + ")";
    if (zone == "UTC" || told.in_words.find(named) != told.in_words.npos) return;
    told.in_words += ", " + clock_words(own, !is_day_in_utc(told.at, own)) + named;
}

}  // namespace notifications
