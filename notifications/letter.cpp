#include "notifications/letter.hpp"

#include <array>
#include <cstdio>
#include <utility>

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

template <class Struct, class Use>
void for_each_member(const Struct& source, Use use) {
    using members = boost::describe::describe_members<Struct, boost::describe::mod_public>;
    [&]<template <class...> class List, class... Member>(List<Member...>) {
        (use(std::string(Member::name), source.*Member::pointer), ...);
    }(members{});
}

void add(values& content, const std::string& name, const std::string& text) {
    content[name] = text;
    content["has_" + name] = !text.empty();
}

void add(values& content, const std::string& name, bool flag) {
    content[name] = flag;
}

void add(values& content, const std::string& name, int number) {
    content[name] = std::to_string(number);
    content["is_one_" + name] = number == 1;
}

template <class Row>
void add(values& content, const std::string& name, const std::vector<Row>& list) {
    std::vector<value_row> rows;
    for (const auto& item : list) {
        value_row& row = rows.emplace_back();
        for_each_member(item,
                        [&](const std::string& column, const std::string& text) { row[column] = text; });
    }
    content["has_" + name] = !rows.empty();
    content[name] = std::move(rows);
}

}  // namespace

letter write_letter(const circumstances& at, const recipient& to, const any_letter_content& any,
                    std::string message_id) {
    letter written{{}, to.name, to.address, std::move(message_id), {}};
    const auto take = [&](const std::string& name, const auto& said) { add(written.content, name, said); };
    std::visit(
        [&](const auto& about) {
            written.about = about.kind.about;
            for_each_member(about, take);
        },
        any);
    for_each_member(at, take);
    take("to_name", to.name);
    take("to_contact", to.is_contact);
    return written;
}

std::string instant_in_words(const workflow::civil_time& there, const std::string& zone,
                             const workflow::civil_time& utc) {
    if (zone.empty() || zone == "UTC") return clock_words(utc, true) + " UTC";
    return clock_words(there, true) + " (" + zone + "), " + clock_words(utc, there.day != utc.day) + " UTC";
}

}  // namespace notifications
