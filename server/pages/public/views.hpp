#pragma once
// What the public's pages show: the call, the winners, a city, past editions, certificates. features/ fill
// them from the sealed, announced result. One struct for each template in pages/public.

#include "server/pages/display.hpp"

namespace pages {

struct call_item {
    phrase name;
    phrase description;
};
BOOST_DESCRIBE_STRUCT(call_item, (), (name, description))

struct call_criterion {
    phrase name;
    number percent;  // number{2500, 2} is 25.00; leave the decimals out when all weights are whole
    phrase description;
};
BOOST_DESCRIBE_STRUCT(call_criterion, (), (name, percent, description))

struct call_tier {
    phrase name;
    phrase description;
    std::string medal;  // medal_of()
};
BOOST_DESCRIBE_STRUCT(call_tier, (), (name, description, medal))

// public/home
struct home_view {
    std::string edition_name;
    phrase theme;
    phrase lead;
    std::optional<moment> deadline;     // while the call is open or not yet open
    std::optional<timeline_step> next;  // after it, until the announcement: the step that people wait for
    bool call_is_open = false;
    std::string start_href;
    std::string winners_href;  // once announced
    timeline calendar;
    std::vector<call_item> categories;
    std::vector<call_criterion> criteria;
    std::vector<call_tier> tiers;
    phrase limits;  // of a city's entries and their files
    std::string questions_href;
    phrase rubric_note;         // where the rubric comes from
    std::string rules_version;  // with the hash, once judging has frozen the rules
    std::string rules_hash;
};
BOOST_DESCRIBE_STRUCT(home_view, (),
                      (edition_name, theme, lead, deadline, next, call_is_open, start_href, winners_href,
                       calendar, categories, criteria, tiers, limits, questions_href, rubric_note,
                       rules_version, rules_hash))

struct shown_question {
    phrase label;
    phrase hint;
    phrase demands;  // "Required, up to 300 words"
};
BOOST_DESCRIBE_STRUCT(shown_question, (), (label, hint, demands))

struct shown_section {
    phrase title;
    phrase help;
    std::vector<shown_question> questions;
};
BOOST_DESCRIBE_STRUCT(shown_section, (), (title, help, questions))

// public/questions: the form's questions, and each criterion with its described levels.
struct questions_view {
    std::string edition_name;
    phrase limits;
    std::vector<shown_section> sections;
    std::vector<shown_section> criteria;
    phrase rubric_note;
};
BOOST_DESCRIBE_STRUCT(questions_view, (), (edition_name, limits, sections, criteria, rubric_note))

struct shown_winner {
    std::string city;     // as it is to be printed
    std::string country;  // as it is to be printed
    std::string project;
    std::string href;  // the city's page
    phrase note;       // "Shared prize", or a state in the register after a correction
};
BOOST_DESCRIBE_STRUCT(shown_winner, (), (city, country, project, href, note))

struct shown_prize {
    phrase tier;
    int place = 1;      // the tier's place, 1 for the first: chooses the colour, up to 4
    std::string medal;  // medal_of()
    std::vector<shown_winner> winners;
    phrase withheld;  // the public reason when nobody got it
};
BOOST_DESCRIBE_STRUCT(shown_prize, (), (tier, place, medal, winners, withheld))

struct shown_category {
    phrase name;
    phrase description;
    std::vector<shown_prize> prizes;
};
BOOST_DESCRIBE_STRUCT(shown_category, (), (name, description, prizes))

// public/winners
struct winners_view {
    std::string edition_name;
    phrase intro;
    std::vector<shown_category> categories;
    std::optional<text_block> public_note;
    std::string scores_href;  // empty: they are not published
};
BOOST_DESCRIBE_STRUCT(winners_view, (), (edition_name, intro, categories, public_note, scores_href))

// public/scores: one table for each category of each round.
struct scores_view {
    std::string edition_name;
    std::vector<table> tables;
    std::string file_href;
};
BOOST_DESCRIBE_STRUCT(scores_view, (), (edition_name, tables, file_href))

struct city_award {
    std::string edition_name;
    phrase tier;
    phrase category;
    int place = 1;
    std::string medal;
    std::string project;
    std::string summary;
    phrase note;
};
BOOST_DESCRIBE_STRUCT(city_award, (), (edition_name, tier, category, place, medal, project, summary, note))

// public/city
struct city_view {
    std::string name;
    std::string country;
    bool is_member = false;
    std::vector<city_award> awards;
};
BOOST_DESCRIBE_STRUCT(city_view, (), (name, country, is_member, awards))

struct past_edition {
    std::string year;
    std::string name;
    std::string href;
    phrase theme;
    phrase counts;  // t("{received} entries received from {cities} cities", …): counts carry their names
};
BOOST_DESCRIBE_STRUCT(past_edition, (), (year, name, href, theme, counts))

// public/editions
struct editions_view {
    std::vector<past_edition> editions;
};
BOOST_DESCRIBE_STRUCT(editions_view, (), (editions))

// public/certificate_search
struct certificate_search_view {
    text_field serial;
};
BOOST_DESCRIBE_STRUCT(certificate_search_view, (), (serial))

// public/certificate. `state` is issued, superseded or revoked; exactly one of the three bools holds.
struct certificate_view {
    std::string serial;
    std::string state;
    bool is_valid = false, is_superseded = false, is_revoked = false;
    pages::tag tag;
    std::string medal;
    std::string recipient;
    std::string country;
    phrase reason;  // "Best, Open City"
    std::string project;
    std::string edition_name;
    day issued;
    std::optional<day> changed;
    std::string sha256;
    std::string successor_href;
    std::optional<text_block> demonstration;
};
BOOST_DESCRIBE_STRUCT(certificate_view, (),
                      (serial, state, is_valid, is_superseded, is_revoked, tag, medal, recipient, country,
                       reason, project, edition_name, issued, changed, sha256, successor_href, demonstration))

// public/privacy, public/accessibility
struct statement_view {
    std::string organisation;
    std::string contact_email;
};
BOOST_DESCRIBE_STRUCT(statement_view, (), (organisation, contact_email))

// The address of the medal of a tier's place; any tier after the fourth gets the fourth's.
std::string medal_of(const class catalogue&, int place);

}  // namespace pages
