#include "server/pages/zones.hpp"

#include <unicode/timezone.h>

#include <chrono>
#include <memory>
#include <set>
#include <stdexcept>

namespace pages {
namespace {

// ICU gives "Etc/Unknown" for a name that it does not know, and would go on with it.
std::unique_ptr<icu::TimeZone> find_zone(const std::string& name) {
    const auto wanted = icu::UnicodeString::fromUTF8(name);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString canonical;
    UBool system = false;
    icu::TimeZone::getCanonicalID(wanted, canonical, system, status);
    if (U_FAILURE(status) || !system || name == "Etc/Unknown") return nullptr;
    return std::unique_ptr<icu::TimeZone>{icu::TimeZone::createTimeZone(wanted)};
}

std::chrono::milliseconds offset_at(const icu::TimeZone& zone,
                                    std::chrono::sys_time<std::chrono::milliseconds> at) {
    std::int32_t raw = 0, summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone.getOffset(static_cast<UDate>(at.time_since_epoch().count()), false, raw, summer, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read a zone");
    return std::chrono::milliseconds{raw + summer};
}

}  // namespace

workflow::zone_answer answer_for_zone(const std::string& name, const workflow::civil_time& wall) {
    using namespace std::chrono;
    const auto zone = find_zone(name);
    if (!zone) return {workflow::zone_answer_kind::no_such_zone, {}};
    const year_month_day date{year{wall.year}, month(unsigned(wall.month)),
                              std::chrono::day(unsigned(wall.day))};
    const auto as_utc = sys_time<milliseconds>{sys_days{date}} + hours{wall.hour} + minutes{wall.minute} +
                        seconds{wall.second};
    // A wall time is at most 15 hours from UTC; the offsets of a day before and after are all it can have.
    std::set<sys_time<milliseconds>> instants;
    for (const auto near : {-hours{24}, hours{0}, hours{24}}) {
        const auto candidate = as_utc - offset_at(*zone, as_utc + near);
        if (candidate + offset_at(*zone, candidate) == as_utc) instants.insert(candidate);
    }
    if (instants.empty()) return {workflow::zone_answer_kind::skipped, {}};
    const auto kind =
        instants.size() == 1 ? workflow::zone_answer_kind::unique : workflow::zone_answer_kind::twice;
    return {kind, workflow::instant{*instants.begin()}};
}

workflow::civil_time civil_time_of(workflow::instant at, const std::string& name) {
    using namespace std::chrono;
    const auto zone = find_zone(name);
    if (!zone) throw std::invalid_argument("no such time zone: " + name);
    const auto whole = floor<milliseconds>(at);
    const auto wall = floor<seconds>(whole + offset_at(*zone, whole));
    const auto date = floor<days>(wall);
    const year_month_day parts{date};
    const hh_mm_ss time{wall - date};
    return {int{parts.year()},         int(unsigned{parts.month()}), int(unsigned{parts.day()}),
            int(time.hours().count()), int(time.minutes().count()),  int(time.seconds().count())};
}

}  // namespace pages
