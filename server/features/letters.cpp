#include "server/features/letters.hpp"

#include "server/pages/zones.hpp"

#include <array>
#include <cstdio>

namespace features {
namespace {

std::string clock_words(const workflow::civil_time& time, bool with_day) {
    static constexpr std::array<const char*, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                        "July",    "August",   "September", "October", "November", "December"};
    char clock[16];
    std::snprintf(clock, sizeof clock, "%02d:%02d", time.hour, time.minute);
    if (!with_day) return clock;
    return std::to_string(time.day) + " " + months[static_cast<std::size_t>(time.month - 1)] + " " +
           std::to_string(time.year) + ", " + clock;
}

}  // namespace

void queue_letter(const visit& visit, store::database& db, const store::addressee& to,
                  const notifications::any_letter_facts& facts, std::string cause) {
    const auto letter = [&](const auto& known) { return store::letter_about(known, visit.who.edition, to, std::move(cause)); };
    store::queue_letter(db, std::visit(letter, facts));
}

std::string whole_address(const visit& visit, std::string_view path) {
    auto address = visit.with.settings.server.public_address;
    while (address.ends_with('/')) address.pop_back();
    return address.append(path);
}

std::string in_words(workflow::instant at, const std::string& zone) {
    const auto utc = pages::civil_time_of(at, "UTC");
    if (zone.empty() || zone == "UTC") return clock_words(utc, true) + " UTC";
    const auto there = pages::civil_time_of(at, zone);
    const bool same_day = there.day == utc.day;
    return clock_words(there, true) + " (" + zone + "), " + clock_words(utc, !same_day) + " UTC";
}

}  // namespace features
