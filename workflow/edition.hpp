#pragma once
// What an edition is made of: its calendar, categories and prize tiers, as values.
// The store fills them, features and pages read them; its rules are in rules.hpp.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "workflow/ids.hpp"
#include "workflow/states.hpp"
#include "workflow/time.hpp"

namespace workflow {

// The instants of an edition. What opens at an instant is open at it; what closes is closed at it.
// The ceremony is a separate event from the announcement and has a date only: `2014-11-05`, or empty.
struct calendar {
    std::string zone = "UTC";  // IANA
    instant opens_at{};
    instant closes_at{};
    int grace_minutes = 0;
    instant judging_opens_at{};
    instant judging_closes_at{};
    std::optional<instant> announce_at;  // none: announced by hand
    std::string ceremony_on;
    int appeal_days = 30;                   // of 24 hours, after the announcement
    std::optional<instant> call_closed_at;  // when the call was in fact closed, while it is closed
    friend bool operator==(const calendar&, const calendar&) = default;
};
BOOST_DESCRIBE_STRUCT(calendar, (),
                      (zone, opens_at, closes_at, grace_minutes, judging_opens_at, judging_closes_at,
                       announce_at, ceremony_on, appeal_days, call_closed_at))

// `key` is the category's word in URLs and files: `open_city`.
struct category {
    category_id id{};
    std::string key;
    std::string name;
    std::string description;
    int order = 0;
    friend bool operator==(const category&, const category&) = default;
};
BOOST_DESCRIBE_STRUCT(category, (), (id, key, name, description, order))

// One line of the prize list; the lowest `order` is the highest prize. Category × tier is a prize slot.
struct tier {
    tier_id id{};
    std::string key;
    std::string name;
    int order = 0;
    int per_category = 1;
    bool added_during_edition = false;
    friend bool operator==(const tier&, const tier&) = default;
};
BOOST_DESCRIBE_STRUCT(tier, (), (id, key, name, order, per_category, added_during_edition))

struct edition {
    edition_id id{};
    int ordinal = 0;
    int year = 0;
    std::string key;  // in URLs: `2014`
    std::string name;
    std::string theme;
    std::string organiser;
    std::string host;
    std::string ceremony_event;
    std::string ceremony_place;
    bool is_demonstration = false;
    edition_state state = edition_state::planned;
    int version = 1;
    workflow::calendar calendar;
    std::vector<category> categories;
    std::vector<tier> tiers;
    std::optional<instant> announced_at;  // when it happened
    std::optional<instant> ready_at;      // since when the clock may open the call
    friend bool operator==(const edition&, const edition&) = default;
};
BOOST_DESCRIBE_STRUCT(edition, (),
                      (id, ordinal, year, key, name, theme, organiser, host, ceremony_event, ceremony_place,
                       is_demonstration, state, version, calendar, categories, tiers, announced_at, ready_at))

}  // namespace workflow
