#pragma once
// The ratified slate and what becomes public from it: prizes, certificates, the letters' recipients. Called
// by acts/announcement and by corrections after it.

#include "judging/conflict.hpp"
#include "judging/home_bias.hpp"
#include "notifications/certificate.hpp"
#include "server/store/audit.hpp"

namespace store {

struct ratified_prize {
    workflow::category_id category_id;
    std::string category;
    workflow::tier_id tier_id;
    std::string tier;
    int tier_rank;
    int place;
    std::optional<workflow::entry_id> entry_id;
    std::optional<workflow::city_id> city_id;
    std::string printed_city, printed_country, country, title, summary, withheld_reason;
};
BOOST_DESCRIBE_STRUCT(ratified_prize, (),
                      (category_id, category, tier_id, tier, tier_rank, place, entry_id, city_id,
                       printed_city, printed_country, country, title, summary, withheld_reason))

struct ratified_slate {
    workflow::slate_id id;
    workflow::tally_run_id tally_run_id;
    std::string hash;  // hexadecimal, as approved
};
BOOST_DESCRIBE_STRUCT(ratified_slate, (), (id, tally_run_id, hash))

// The one ratified slate; throws not_found.
ratified_slate load_ratified_slate(database&, workflow::edition_id);
// In the order of categories, tiers and places.
std::vector<ratified_prize> list_slate_prizes(database&, workflow::slate_id);
// The text of the prizes whose SHA-256 every approval names: the same for the same prizes.
std::string slate_document(database&, workflow::slate_id);

struct public_prize_id {
    std::int64_t id;
    workflow::category_id category_id;
    workflow::tier_id tier_id;
    int place;
    std::optional<workflow::entry_id> entry_id;
};
BOOST_DESCRIBE_STRUCT(public_prize_id, (), (id, category_id, tier_id, place, entry_id))
std::vector<public_prize_id> publish_prizes(database&, workflow::edition_id, workflow::slate_id);

// Everything that is printed on a certificate but its number, as it is kept.
struct certificate_body {
    std::string name, name_detail, country_code, entry_title, category, tier;
    int tier_rank = 0;
    std::string edition_name;
    int edition_year = 0;
    std::string organiser, ceremony, issued_on;
    std::vector<notifications::signatory> signatories;
    bool demonstration = false;
    bool is_shared = false;  // the prize; told by winners' certificates
};
BOOST_DESCRIBE_STRUCT(certificate_body, (),
                      (name, name_detail, country_code, entry_title, category, tier, tier_rank, edition_name,
                       edition_year, organiser, ceremony, issued_on, signatories, demonstration, is_shared))

struct new_certificate {
    notifications::certificate_kind kind;
    std::optional<workflow::entry_id> entry;
    std::optional<workflow::judge_id> judge;
    std::optional<std::int64_t> prize;
    std::string serial;
    certificate_body body;
};
// All in one statement; `issued_on` is `2014-11-05`.
void add_certificates(database&, workflow::edition_id, std::string_view issued_on,
                      const std::vector<new_certificate>&);

// Who took part: every entry that was judged, with what a participant's certificate prints.
struct judged_entry_row {
    workflow::entry_id id;
    std::string title, category, printed_city, printed_country, country;
    bool won, was_in_finals;
};
BOOST_DESCRIBE_STRUCT(judged_entry_row, (),
                      (id, title, category, printed_city, printed_country, country, won, was_in_finals))
std::vector<judged_entry_row> list_judged_entries(database&, workflow::edition_id);

struct panel_member_row {
    workflow::judge_id id;
    std::string name, title, affiliation, country;
    bool chair;
};
BOOST_DESCRIBE_STRUCT(panel_member_row, (), (id, name, title, affiliation, country, chair))
std::vector<panel_member_row> list_panel(database&, workflow::edition_id);
// Everybody who is or was on the panel.
struct judge_name {
    workflow::judge_id id;
    std::string name;
    bool has_left;
};
BOOST_DESCRIBE_STRUCT(judge_name, (), (id, name, has_left))
std::vector<judge_name> list_judge_names(database&, workflow::edition_id);

// An entry as the result sees it: `state` is the sealed one while it is sealed.
struct result_entry {
    workflow::entry_id id;
    int version;
    workflow::entry_state state;
    workflow::category_id category_id;
    std::optional<int> number;
    std::string title, city, country;  // as they are printed
};
BOOST_DESCRIBE_STRUCT(result_entry, (), (id, version, state, category_id, number, title, city, country))
// All that got through screening, by number; locked until the end of the transaction in
// list_result_entries().
std::vector<result_entry> list_result_entries(database&, workflow::edition_id);
std::vector<result_entry> read_result_entries(database&, workflow::edition_id);

// What ties are broken with: pairs that a conflict bars, and the chair.
std::vector<judging::barred_pair> list_barred_pairs(database&, workflow::edition_id);

// ISO 3166-1 codes of the judges (their country of origin) and of the entries' cities, for the same-country
// report. In the role of a judge only those that this role may read.
judging::known_countries load_known_countries(database&, workflow::edition_id);
std::optional<workflow::judge_id> find_chair(database&, workflow::edition_id);

}  // namespace store
