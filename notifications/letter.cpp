#include "notifications/letter.hpp"

#include <algorithm>
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

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_part_character(char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_domain_character(char c) {
    return is_letter_or_digit(c) || c == '-';
}

// Non-empty parts between single dots, each of allowed characters and at most `longest` long.
template <class Allowed>
bool is_dotted(std::string_view text, std::size_t longest, Allowed allowed) {
    while (true) {
        const auto part = text.substr(0, text.find('.'));
        if (part.empty() || part.size() > longest || !std::ranges::all_of(part, allowed)) return false;
        if (part.size() == text.size()) return true;
        text.remove_prefix(part.size() + 1);
    }
}

bool is_domain(std::string_view domain) {
    return domain.find('.') != domain.npos && is_dotted(domain, 63, is_domain_character) &&
           domain.front() != '-' && domain.back() != '-' && domain.find("-.") == domain.npos &&
           domain.find(".-") == domain.npos;
}

}  // namespace

letter write_letter(const circumstances& at, const recipient& to, const any_letter_content& any,
                    std::string message_id) {
    letter written{{}, to.name, to.address, std::move(message_id), {}};
    const auto take = [&](const std::string& name, const auto& said) { add(written.content, name, said); };
    std::visit(
        [&](const auto& about) {
            written.about = about.about;
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

bool is_mail_address(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == address.npos || address.size() > 254 || at > 64) return false;
    return is_dotted(address.substr(0, at), 64, is_local_part_character) && is_domain(address.substr(at + 1));
}

}  // namespace notifications
