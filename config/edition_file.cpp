#include "config/edition_file.hpp"

#include <set>

#include "config/csv_file.hpp"
#include "config/edition_checks.hpp"
#include "typed/addresses.hpp"
#include "workflow/limits.hpp"

namespace config {
namespace {

using toml_reading::reader;

// "date does not exist: text 2014-06-31"
std::string in_words(const workflow::refusal& refusal) {
    std::string words = boost::describe::enum_to_string(refusal.code, "");
    for (char& letter : words)
        if (letter == '_') letter = ' ';
    for (std::size_t i = 0; i < refusal.particulars.size(); ++i)
        words += (i == 0 ? ": " : ", ") + refusal.particulars[i].name + " " + refusal.particulars[i].value;
    return words;
}

workflow::calendar read_calendar(const calendar_text& text, const workflow::zone_rules& zones,
                                 const reader& file) {
    const auto at = [&](const char* key, const std::string& written) {
        const auto instant = workflow::instant_of(written, text.zone, zones);
        if (!instant) {
            const bool zone_is_wrong = instant.error().code == workflow::refusal_code::zone_unknown;
            file.refuse(std::string("calendar.") + (zone_is_wrong ? "zone" : key), in_words(instant.error()));
        }
        return *instant;
    };
    workflow::calendar calendar;
    calendar.zone = text.zone;
    calendar.opens_at = at("opens_at", text.opens_at);
    calendar.closes_at = at("closes_at", text.closes_at);
    calendar.grace_minutes = text.grace_minutes.value_or(0);
    if (calendar.grace_minutes < 0 || calendar.grace_minutes > 1440)
        file.refuse("calendar.grace_minutes", "must be from 0 to 1440 minutes");
    calendar.appeal_days = text.appeal_days.value_or(calendar.appeal_days);
    if (calendar.appeal_days < 0 || calendar.appeal_days > 365)
        file.refuse("calendar.appeal_days", "must be from 0 to 365 days");
    calendar.judging_opens_at = at("judging_opens_at", text.judging_opens_at);
    calendar.judging_closes_at = at("judging_closes_at", text.judging_closes_at);
    if (text.announce_at) calendar.announce_at = at("announce_at", *text.announce_at);
    if (!text.ceremony_on.empty()) {
        const auto day = workflow::parse_civil_date(text.ceremony_on);
        if (!day) file.refuse("calendar.ceremony_on", in_words(day.error()));
    }
    calendar.ceremony_on = text.ceremony_on;
    const auto problems = workflow::calendar_problems(calendar);
    if (!problems.empty()) file.refuse("calendar", in_words(problems.front()));
    return calendar;
}

std::string item(const char* list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "]";
}

// The keys of a list, each once.
template <class Line>
std::set<std::string> keys_of(const std::vector<Line>& lines, std::string Line::*key, const char* list,
                              const char* key_name, const reader& file) {
    std::set<std::string> keys;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!keys.insert(lines[i].*key).second)
            file.refuse(item(list, i) + "." + key_name, "\"" + lines[i].*key + "\" is there twice");
    return keys;
}

template <class Line>
void check_countries(const std::vector<Line>& lines, const char* list, const reader& file) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!is_country_code(lines[i].country))
            file.refuse(item(list, i) + ".country", "must be two capital letters, as in ISO 3166-1");
}

// As the database has it too.
void check_key(const std::string& key, const std::string& where, const reader& file) {
    if (key.empty() || key.size() > 40 ||
        key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
        file.refuse(where + ".key", "the key \"" + key + "\" must be 1 to 40 of a-z, 0-9 and _");
}

void check_judges(const edition_file& edition, const reader& file) {
    check_countries(edition.judges, "judges", file);
    keys_of(edition.judges, &judge_line::name, "judges", "name", file);
    for (std::size_t i = 0; i < edition.judges.size(); ++i)
        if (const auto& email = edition.judges[i].email; email && !typed::is_mail_address(*email))
            file.refuse(item("judges", i) + ".email", "must be an e-mail address, like name@example.org");
    int chairs = 0;
    for (const auto& judge : edition.judges) chairs += judge.chair;
    if (!edition.judges.empty() && chairs != 1) file.refuse("judges", "exactly one judge is the chair");
}

void check_winners(const edition_file& edition, const reader& file) {
    std::set<std::string> categories, tiers, cities;
    for (const auto& one : edition.categories) categories.insert(one.key);
    for (const auto& one : edition.tiers) tiers.insert(one.key);
    for (const auto& city : edition.cities) cities.insert(city.name);
    for (std::size_t i = 0; i < edition.winners.size(); ++i) {
        const auto& winner = edition.winners[i];
        const auto known = [&](const char* key, const std::string& value,
                               const std::set<std::string>& among) {
            if (!among.contains(value))
                file.refuse(item("winners", i) + "." + key,
                            "there is no " + std::string(key) + " \"" + value + "\"");
        };
        known("category", winner.category, categories);
        known("tier", winner.tier, tiers);
        known("city", winner.city, cities);
    }
}

// The file's own lines come first and say more; a member that has one becomes a member there.
void add_members(edition_file& edition, const std::filesystem::path& path, const reader& file) {
    check_countries(edition.cities, "cities", file);
    keys_of(edition.cities, &city_line::name, "cities", "name", file);
    if (edition.members) {
        for (auto& member : list_members(path.parent_path() / *edition.members)) {
            const auto own = std::find_if(edition.cities.begin(), edition.cities.end(),
                                          [&](const city_line& line) { return line.name == member.name; });
            if (own == edition.cities.end())
                edition.cities.push_back(std::move(member));
            else
                own->member = true;
        }
    }
    for (std::size_t i = 0; i < edition.cities.size(); ++i) {
        const auto& parent = edition.cities[i].parent;
        const auto is_it = [&](const city_line& line) { return parent == line.name; };
        if (parent && std::none_of(edition.cities.begin(), edition.cities.end(), is_it))
            file.refuse(item("cities", i) + ".parent", "there is no city \"" + *parent + "\"");
    }
}

}  // namespace

void check_tiers(const edition_file& edition, const reader& file) {
    keys_of(edition.categories, &category_line::key, "categories", "key", file);
    keys_of(edition.tiers, &tier_line::key, "tiers", "key", file);
    for (std::size_t i = 0; i < edition.tiers.size(); ++i) {
        const auto& [key, name, per_category, added] = edition.tiers[i];
        check_key(key, item("tiers", i), file);
        if (per_category < 1 || per_category > workflow::most_prizes_of_a_tier)
            file.refuse(item("tiers", i) + ".per_category",
                        "must be from 1 to " + std::to_string(workflow::most_prizes_of_a_tier));
    }
    for (std::size_t i = 0; i < edition.categories.size(); ++i)
        check_key(edition.categories[i].key, item("categories", i), file);
}

void check_rules(const workflow::rule_set& rules, const reader& file) {
    const auto problems = workflow::check(rules);
    if (!problems.empty())
        file.refuse("rules." + problems.front().where,
                    problems.front().where + ": " + problems.front().message);
}

loaded_edition load_edition_file(const std::filesystem::path& path, const workflow::zone_rules& zones) {
    loaded_edition loaded;
    loaded.file.rules = workflow::default_rules();
    reader file(path.string(), toml_reading::missing_keys::refused, "rules");
    file.read(file.parse(toml_reading::text_of(path.string())), loaded.file);
    auto& edition = loaded.file;
    if (edition.edition.ordinal < 1 || edition.edition.ordinal > 1000)
        file.refuse("edition.ordinal", "must be from 1 to 1000");
    if (edition.edition.year < 2000 || edition.edition.year > 2999)
        file.refuse("edition.year", "must be a year from 2000 to 2999");
    if (edition.categories.empty()) file.refuse("categories", "at least one category is needed");
    if (edition.tiers.empty()) file.refuse("tiers", "at least one tier is needed");
    if (!edition.rules.prizes.empty()) file.refuse("rules.prizes", "prizes are written as [[tiers]]");
    loaded.calendar = read_calendar(edition.calendar, zones, file);
    check_judges(edition, file);
    add_members(edition, path, file);
    check_tiers(edition, file);
    check_winners(edition, file);
    check_rules(edition.rules, file);
    return loaded;
}

bool is_country_code(std::string_view text) {
    return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
}

std::vector<city_line> list_members(const std::filesystem::path& path) {
    std::vector<city_line> members;
    read_csv(path, {{"city", "country_code"}, {}}, [&](const csv_row& row) {
        if (row[0].empty()) row.refuse(0, "must not be empty");
        if (!is_country_code(row[1])) row.refuse(1, "must be two capital letters, as in ISO 3166-1");
        members.push_back({std::string(row[0]), std::string(row[1]), {}, {}, {}, true});
    });
    return members;
}

}  // namespace config
