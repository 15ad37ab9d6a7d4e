// An edition as a person writes it in a file (config/editions/*.toml): facts, calendar, categories, tiers,
// judges, cities, rules. `wego-awards edition import` and the demonstration read it, the store writes what
// it gives. Nothing in it has an id; it knows no database, and zones only through the given rules.
#pragma once

#include <boost/describe.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "config/bad_file.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/edition.hpp"
#include "workflow/rules.hpp"

namespace config {

using bad_edition_file = bad_file;

// `made_up` names the parts of the file that are no facts: "calendar", "rules". Empty for a real edition.
struct edition_facts {
    int ordinal = 0;
    int year = 0;
    std::string key;
    std::string name;
    std::string theme;
    std::string organiser;
    std::string host;
    std::string ceremony_event;
    std::string ceremony_place;
    bool demonstration = false;
    std::vector<std::string> made_up;
};
BOOST_DESCRIBE_STRUCT(edition_facts, (),
                      (ordinal, year, key, name, theme, organiser, host, ceremony_event, ceremony_place,
                       demonstration, made_up))

// Local times as they are written, "2014-06-30T18:00", in the zone.
struct calendar_text {
    std::string zone;
    std::string opens_at;
    std::string closes_at;
    std::optional<int> grace_minutes;
    std::optional<int> appeal_days;
    std::string judging_opens_at;
    std::string judging_closes_at;
    std::optional<std::string> announce_at;
    std::string ceremony_on;
};
BOOST_DESCRIBE_STRUCT(calendar_text, (),
                      (zone, opens_at, closes_at, grace_minutes, appeal_days, judging_opens_at,
                       judging_closes_at, announce_at, ceremony_on))

struct category_line {
    std::string key;
    std::string name;
    std::string description;
};
BOOST_DESCRIBE_STRUCT(category_line, (), (key, name, description))

struct tier_line {
    std::string key;
    std::string name;
    int per_category = 1;
    bool added_during_edition = false;
};
BOOST_DESCRIBE_STRUCT(tier_line, (), (key, name, per_category, added_during_edition))

// `country` is ISO 3166-1 alpha-2. Exactly one judge is the chair, if there are any.
struct judge_line {
    std::string name;
    std::string title;
    std::string affiliation;
    std::string country;
    bool chair = false;
    bool alternate = false;
    std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(judge_line, (), (name, title, affiliation, country, chair, alternate, email))

// `printed_name` and `printed_country` follow protocol; `country` decides conflicts. Without a printed
// name the name is printed, without a printed country the one of another city of that country, or its common
// name.
struct city_line {
    std::string name;
    std::string country;
    std::optional<std::string> printed_name;
    std::optional<std::string> printed_country;
    std::optional<std::string> parent;
    bool member = false;
};
BOOST_DESCRIBE_STRUCT(city_line, (), (name, country, printed_name, printed_country, parent, member))

// Who won in fact: the demonstration's history leads there.
struct winner_line {
    std::string category;
    std::string tier;
    std::string city;
};
BOOST_DESCRIBE_STRUCT(winner_line, (), (category, tier, city))

// `members` is the name of a CSV file (city,country_code) beside the file; the members are in `cities` too.
struct edition_file {
    edition_facts edition;
    calendar_text calendar;
    std::vector<category_line> categories;
    std::vector<tier_line> tiers;
    std::vector<judge_line> judges;
    std::optional<std::string> members;
    std::vector<city_line> cities;
    workflow::rule_set rules;
    std::vector<winner_line> winners;
};
BOOST_DESCRIBE_STRUCT(edition_file, (),
                      (edition, calendar, categories, tiers, judges, members, cities, rules, winners))

// What load_edition_file gives: the file as it stands, and its calendar as instants.
struct loaded_edition {
    edition_file file;
    workflow::calendar calendar;
};

// Reads and checks a file. Rules that it leaves out are workflow::default_rules(). Throws
// bad_edition_file with the line: malformed, unknown or missing keys, dates that do not exist or do not
// hold in the zone, a calendar out of order, rules that workflow::check refuses, keys that are doubled
// or refer to nothing, no or two chairs.
loaded_edition load_edition_file(const std::filesystem::path& file, const workflow::zone_rules& zones);

// Two capital letters, as in ISO 3166-1; whether such a country is there is not asked.
bool is_country_code(std::string_view);

// The city and country_code columns of a CSV file; all are members.
std::vector<city_line> list_members(const std::filesystem::path& file);

}  // namespace config
