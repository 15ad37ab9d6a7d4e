#include "notifications/certificate.hpp"

#include <map>

namespace notifications {

namespace {

template <class Struct>
using members_of = boost::describe::describe_members<Struct, boost::describe::mod_public>;

using words_by_name = std::map<std::string, std::string, std::less<>>;

words_by_name read_lines(std::string_view text) {
    words_by_name lines;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.empty() || line.front() == '#') continue;
        const auto colon = line.find(": ");
        if (colon == line.npos)
            throw bad_wording("certificate.words: not `name: text`: " + std::string(line));
        if (!lines.emplace(line.substr(0, colon), line.substr(colon + 2)).second)
            throw bad_wording("certificate.words: twice: " + std::string(line.substr(0, colon)));
    }
    return lines;
}

std::string filled(std::string_view pattern, const words_by_name& values) {
    std::string result;
    while (true) {
        const auto begin = pattern.find("{{");
        result += pattern.substr(0, begin);
        if (begin == pattern.npos) return result;
        const auto end = pattern.find("}}", begin);
        if (end == pattern.npos) throw bad_wording("an unclosed {{ in: " + std::string(pattern));
        const auto value = values.find(pattern.substr(begin + 2, end - begin - 2));
        if (value == values.end()) throw bad_wording("an unknown name in: " + std::string(pattern));
        result += value->second;
        pattern.remove_prefix(end + 2);
    }
}

words_by_name values_of(const certificate_content& content) {
    return {{"name", content.name},
            {"category", content.category},
            {"tier", content.tier},
            {"entry_title", content.entry_title},
            {"edition_name", content.edition_name},
            {"edition_year", std::to_string(content.edition_year)},
            {"organiser", content.organiser},
            {"issued_on", content.issued_on}};
}

// The same Chinese character is drawn differently from country to country.
std::string language_of(std::string_view country_code) {
    if (country_code == "TW") return "zh-tw";
    if (country_code == "HK" || country_code == "MO") return "zh-hk";
    if (country_code == "CN" || country_code == "SG") return "zh-cn";
    if (country_code == "JP") return "ja";
    if (country_code == "KR" || country_code == "KP") return "ko";
    return {};
}

std::string padded(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string midnight_of(std::chrono::year_month_day day) {
    return std::to_string(static_cast<int>(day.year())) + "-" + padded(static_cast<unsigned>(day.month())) +
           "-" + padded(static_cast<unsigned>(day.day())) + "T00:00:00Z";
}

struct phrasing {
    const std::string& heading;
    const std::string& lead;
    const std::string& reason;
};

phrasing phrasing_of(const certificate_words& words, const certificate_content& content) {
    switch (content.kind) {
        case certificate_kind::winner:
            return {words.heading_winner, words.lead_winner,
                    content.is_shared ? words.reason_shared : words.reason_winner};
        case certificate_kind::finalist:
            return {words.heading_finalist, words.lead_finalist, words.reason_finalist};
        case certificate_kind::participant:
            return {words.heading_participant, words.lead_participant, words.reason_participant};
        case certificate_kind::judge: return {words.heading_judge, words.lead_judge, words.reason_judge};
    }
    throw std::logic_error("no such kind of certificate");
}

}  // namespace

certificate_words read_certificate_words(std::string_view text, const translator& translate) {
    auto lines = read_lines(in_language(text, translate));
    certificate_words words;
    const auto take = [&](const char* name, std::string& member) {
        const auto line = lines.find(name);
        if (line == lines.end()) throw bad_wording(std::string("certificate.words: missing: ") + name);
        member = line->second;
        lines.erase(line);
    };
    [&]<template <class...> class List, class... Member>(List<Member...>) {
        (take(Member::name, words.*Member::pointer), ...);
    }(members_of<certificate_words>{});
    if (!lines.empty()) throw bad_wording("certificate.words: unknown: " + lines.begin()->first);
    return words;
}

certificate write_certificate(const certificate_words& words, const certificate_content& content) {
    const auto values = values_of(content);
    const auto phrases = phrasing_of(words, content);
    certificate written;
    written.kind = content.kind;
    written.tier_rank = content.tier_rank;
    written.organiser = content.organiser;
    written.year = std::to_string(content.edition_year);
    written.heading = filled(phrases.heading, values);
    written.lead = filled(phrases.lead, values);
    written.name = content.name;
    written.name_detail = content.name_detail;
    written.name_language = language_of(content.country_code);
    written.entry_title = content.entry_title;
    written.reason = filled(phrases.reason, values);
    written.edition_line = filled(words.edition_line, values);
    written.ceremony = content.ceremony;
    written.issued_line = filled(words.issued_line, values);
    written.signatories = content.signatories;
    written.serial_label = words.serial_label;
    written.serial = serial_of(content.number);
    written.check_label = words.check_label;
    written.check_address = check_address_of(content.service_address, content.number);
    if (content.demonstration) {
        written.demonstration_mark = words.demonstration_mark;
        written.demonstration_line = words.demonstration_line;
    }
    if (!content.in_force) written.void_mark = words.void_mark;
    written.issued_at = midnight_of(content.issue_date);
    return written;
}

std::string check_address_of(std::string_view service_address, const certificate_number& number) {
    return std::string(service_address) + "/verify/" + serial_of(number);
}

}  // namespace notifications
