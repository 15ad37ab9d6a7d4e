#include "workflow/deadlines.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include "workflow/names.hpp"

namespace workflow {

namespace {

// Exactly `digits` digits at the front of the text, taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int number = 0;
    const auto* end = text.data() + digits;
    for (const auto* at = text.data(); at != end; ++at)
        if (*at < '0' || *at > '9') return std::nullopt;
    std::from_chars(text.data(), end, number);
    text.remove_prefix(digits);
    return number;
}

bool take_one_of(std::string_view& text, std::string_view allowed) {
    if (text.empty() || allowed.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

tl::unexpected<refusal> refuse_text(refusal_code code, std::string_view text) {
    // A wrong text may be anything that was sent; a sentence needs its beginning only.
    return refuse(code, {{"text", std::string(text.substr(0, 40))}});
}

tl::expected<civil_time, refusal> take_date(std::string_view& rest, std::string_view text) {
    const auto year = take_number(rest, 4);
    if (!year || !take_one_of(rest, "-")) return refuse_text(refusal_code::date_unreadable, text);
    const auto month = take_number(rest, 2);
    if (!month || !take_one_of(rest, "-")) return refuse_text(refusal_code::date_unreadable, text);
    const auto day = take_number(rest, 2);
    if (!day) return refuse_text(refusal_code::date_unreadable, text);
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    // Years outside these are slips of the keyboard, and PostgreSQL and ICU disagree about some of them.
    if (!date.ok() || *year < 1970 || *year > 2200)
        return refuse_text(refusal_code::date_does_not_exist, text);
    return civil_time{*year, *month, *day};
}

}  // namespace

tl::expected<civil_time, refusal> parse_civil(std::string_view text) {
    auto rest = text;
    auto parsed = take_date(rest, text);
    if (!parsed) return parsed;
    if (!take_one_of(rest, "T ")) return refuse_text(refusal_code::date_unreadable, text);
    const auto hour = take_number(rest, 2);
    if (!hour || !take_one_of(rest, ":")) return refuse_text(refusal_code::date_unreadable, text);
    const auto minute = take_number(rest, 2);
    if (!minute) return refuse_text(refusal_code::date_unreadable, text);
    std::optional<int> second = 0;
    if (take_one_of(rest, ":")) second = take_number(rest, 2);
    if (!second || !rest.empty()) return refuse_text(refusal_code::date_unreadable, text);
    if (*hour > 23 || *minute > 59 || *second > 59)
        return refuse_text(refusal_code::time_does_not_exist, text);
    parsed->hour = *hour;
    parsed->minute = *minute;
    parsed->second = *second;
    return parsed;
}

tl::expected<civil_time, refusal> parse_civil_date(std::string_view text) {
    auto rest = text;
    auto parsed = take_date(rest, text);
    if (parsed && !rest.empty()) return refuse_text(refusal_code::date_unreadable, text);
    return parsed;
}

std::string format_civil(const civil_time& time) {
    std::array<char, 80> text{};
    const int length =
        time.second == 0 ? std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d", time.year,
                                         time.month, time.day, time.hour, time.minute)
                         : std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", time.year,
                                         time.month, time.day, time.hour, time.minute, time.second);
    return {text.data(), static_cast<std::size_t>(length)};
}

tl::expected<instant, refusal> instant_of(std::string_view text, const std::string& zone,
                                          const zone_rules& rules) {
    const auto civil = parse_civil(text);
    if (!civil) return tl::unexpected(civil.error());
    const auto answer = rules(zone, *civil);
    const std::vector<particular> facts{{"text", format_civil(*civil)}, {"zone", zone}};
    switch (answer.kind) {
        case zone_answer_kind::unique: return answer.at;
        case zone_answer_kind::skipped: return refuse(refusal_code::local_time_skipped, facts);
        case zone_answer_kind::twice: return refuse(refusal_code::local_time_ambiguous, facts);
        case zone_answer_kind::no_such_zone: break;
    }
    return refuse(refusal_code::zone_unknown, {{"zone", zone}});
}

std::vector<refusal> calendar_problems(const calendar& dates) {
    struct named_instant {
        const char* name;
        instant at;
    };
    std::vector<named_instant> order{{"opens_at", dates.opens_at},
                                     {"closes_at", dates.closes_at},
                                     {"judging_opens_at", dates.judging_opens_at},
                                     {"judging_closes_at", dates.judging_closes_at}};
    if (dates.announce_at) order.push_back({"announce_at", *dates.announce_at});

    std::vector<refusal> problems;
    for (std::size_t later = 1; later < order.size(); ++later) {
        auto first = order[later - 1];
        // Judging may open at the very deadline, but not within the grace period.
        if (later == 2) first.at += std::chrono::minutes{dates.grace_minutes};
        const bool may_coincide = later == 2 || later == 4;
        if (first.at < order[later].at || (may_coincide && first.at == order[later].at)) continue;
        problems.push_back(
            {refusal_code::calendar_out_of_order, {{"first", first.name}, {"then", order[later].name}}});
    }
    if (dates.grace_minutes < 0)
        problems.push_back(
            {refusal_code::calendar_out_of_order, {{"first", "closes_at"}, {"then", "grace_minutes"}}});
    return problems;
}

namespace {

instant later_of(instant general, const std::optional<instant>& personal_extension) {
    return personal_extension && *personal_extension > general ? *personal_extension : general;
}

}  // namespace

instant last_moment(const calendar& dates, const std::optional<instant>& personal_extension) {
    return later_of(dates.closes_at + std::chrono::minutes{dates.grace_minutes}, personal_extension);
}

bool was_closed_early(const calendar& dates) {
    return dates.call_closed_at && *dates.call_closed_at < dates.closes_at;
}

instant end_of_call(const calendar& dates) {
    return was_closed_early(dates) ? *dates.call_closed_at : dates.closes_at;
}

instant published_deadline(const calendar& dates, const std::optional<instant>& personal_extension) {
    return later_of(end_of_call(dates), personal_extension);
}

namespace {

// E7: who is refused learns the published deadline, whatever grace has passed since.
verdict may_still_write(const calendar& dates, instant general_end, edition_state state,
                        const std::optional<instant>& personal_extension, instant now) {
    if (state == edition_state::planned) return refuse(refusal_code::not_open_yet);
    const bool is_open = state == edition_state::open;
    const bool takes_late_entries = is_open || state == edition_state::screening;
    if (is_open && now < general_end) return {};
    if (takes_late_entries && personal_extension && now < *personal_extension) return {};
    return refuse(refusal_code::call_closed,
                  {{"deadline", utc_text(published_deadline(dates, personal_extension))}});
}

verdict may_still_score(edition_state state) {
    if (state == edition_state::judging) return {};
    const bool is_later = state > edition_state::judging;
    return refuse(is_later ? refusal_code::judging_closed : refusal_code::judging_not_open,
                  state_facts(state));
}

}  // namespace

verdict may_still(deadline_act act, const calendar& dates, edition_state state,
                  const std::optional<instant>& personal_extension, instant now) {
    switch (act) {
        case deadline_act::write_entry:
        case deadline_act::submit_entry:
            if (state == edition_state::planned)
                return refuse(refusal_code::not_open_yet, {{"opens_at", utc_text(dates.opens_at)}});
            return may_still_write(dates, last_moment(dates, {}), state, personal_extension, now);
        case deadline_act::reopen_entry:
            return may_still_write(dates, dates.closes_at, state, personal_extension, now);
        case deadline_act::withdraw_entry:
            if (state < edition_state::decided) return {};
            return refuse(refusal_code::not_editable_now, state_facts(state));
        case deadline_act::score: return may_still_score(state);
    }
    return refuse(refusal_code::not_editable_now, state_facts(state));
}

verdict may_complete(const std::optional<instant>& due_at, edition_state state, instant now) {
    if (state != edition_state::screening && state != edition_state::open)
        return refuse(refusal_code::screening_not_open, state_facts(state));
    if (due_at && now >= *due_at)
        return refuse(refusal_code::completion_overdue, {{"due_at", utc_text(*due_at)}});
    return {};
}

std::string utc_text(instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const auto second = static_cast<int>(std::chrono::floor<std::chrono::seconds>(at - day).count());
    const civil_time utc{static_cast<int>(date.year()),
                         static_cast<int>(static_cast<unsigned>(date.month())),
                         static_cast<int>(static_cast<unsigned>(date.day())),
                         second / 3600,
                         second / 60 % 60,
                         second % 60};
    return format_civil(utc) + (utc.second == 0 ? ":00Z" : "Z");
}

std::optional<instant> find_instant(std::string_view text) {
    if (!text.ends_with('Z')) return std::nullopt;
    const auto civil = parse_civil(text.substr(0, text.size() - 1));
    if (!civil) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{civil->year},
                                          std::chrono::month{static_cast<unsigned>(civil->month)},
                                          std::chrono::day{static_cast<unsigned>(civil->day)}};
    return std::chrono::sys_days{day} + std::chrono::hours{civil->hour} +
           std::chrono::minutes{civil->minute} + std::chrono::seconds{civil->second};
}

std::vector<particular> state_facts(edition_state state) {
    return {{"edition_state", std::string(name_of(state))}};
}

}  // namespace workflow
