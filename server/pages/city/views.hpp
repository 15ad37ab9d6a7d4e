#pragma once
// What the pages of a city show (server/pages/city): its home, finding a city, who acts for it.
// server/features fills them. One struct for each template; those of one entry stand in entry_views.hpp.

#include "server/pages/display.hpp"

namespace pages {

// city/home: one card for each entry, the most urgent thing said first
struct entry_card {
    phrase title;
    std::string href;
    phrase place;  // "Services · Seoul"
    tag state;
    phrase next;                // what to do now
    std::optional<moment> due;  // by when
};
BOOST_DESCRIBE_STRUCT(entry_card, (), (title, href, place, state, next, due))

struct edition_card {
    phrase name;
    phrase status;
    phrase deadline_is;  // what the next one is: the deadline, or when the call was closed before it
    std::optional<moment> deadline;
    std::string start_href;  // empty: nothing can be entered now
    std::vector<entry_card> entries;
};
BOOST_DESCRIBE_STRUCT(edition_card, (), (name, status, deadline_is, deadline, start_href, entries))

struct city_line {
    phrase name;
    std::string href;
    phrase detail;
    std::optional<tag> state;
};
BOOST_DESCRIBE_STRUCT(city_line, (), (name, href, detail, state))

struct my_home_view {
    bool has_no_city = true;  // neither one nor a wish for one
    bool waits = false;       // for the first city to be confirmed
    std::vector<edition_card> editions;
    std::vector<city_line> cities;
};
BOOST_DESCRIBE_STRUCT(my_home_view, (), (has_no_city, waits, editions, cities))

// city/cities: find one's city
struct found_city {
    std::int64_t id = 0;
    phrase name;
    phrase detail;
    bool is_mine = false;
};
BOOST_DESCRIBE_STRUCT(found_city, (), (id, name, detail, is_mine))

struct city_search_view {
    text_field search;
    bool was_searched = false;
    bool is_cut = false;  // there are more than are shown
    std::vector<found_city> found;
};
BOOST_DESCRIBE_STRUCT(city_search_view, (), (search, was_searched, is_cut, found))

// city/propose_city
struct propose_city_view {
    text_field official_name;
    text_field printed_name;
    select_field country;
    text_field printed_country;
    text_field region;
    text_field parent;
    std::vector<found_city> similar;       // one of these may be meant,
    std::optional<tick_field> is_another;  // unless this is ticked
};
BOOST_DESCRIBE_STRUCT(propose_city_view, (),
                      (official_name, printed_name, country, printed_country, region, parent, similar,
                       is_another))

// city/city: who acts for it, who waits
struct waiting_person {
    phrase name;
    phrase email;
    moment since;
    std::string confirm_href;
    std::string decline_href;
};
BOOST_DESCRIBE_STRUCT(waiting_person, (), (name, email, since, confirm_href, decline_href))

struct my_city_view {
    phrase name;
    summary_list summary;
    std::optional<text_block> note;
    std::vector<waiting_person> waiting;
    table people;
    std::vector<entry_card> entries;
};
BOOST_DESCRIBE_STRUCT(my_city_view, (), (name, summary, note, waiting, people, entries))

}  // namespace pages
