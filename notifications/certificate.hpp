#pragma once
// What a certificate says, line by line. Features gather its content from the sealed result, server/print
// draws what stands here and nothing else, the public check compares serials. It knows no page, no font.

#include <array>
#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notifications/wording.hpp"

namespace notifications {

enum class certificate_kind { winner, finalist, participant, judge };
BOOST_DESCRIBE_ENUM(certificate_kind, winner, finalist, participant, judge)

// 128 random bits, drawn by the caller, never a counter.
using certificate_number = std::array<std::uint8_t, 16>;

// The number in letters: 26 digits of a base of 32 without I, L, O, U, and a check digit that finds every
// wrong digit and every two exchanged; in groups, `7N42-…`.
std::string serial_of(const certificate_number&);

// Reads a serial as people type it: any case, with or without hyphens and spaces, O for 0, I or L for 1.
// Nothing when it is no serial or a digit is wrong.
std::optional<certificate_number> find_number(std::string_view typed);

struct signatory {
    std::string name, office;
};
BOOST_DESCRIBE_STRUCT(signatory, (), (name, office))

struct certificate_content {
    certificate_kind kind{};
    std::string name;          // the city as it is to be printed, or the judge
    std::string name_detail;   // the printed country, or the judge's affiliation; may be empty
    std::string country_code;  // ISO 3166-1, chooses between the forms of Chinese characters; may be empty
    std::string entry_title;   // empty for a judge
    std::string category;      // empty for a judge
    std::string tier;          // "Best e-Government Prize"; for a winner only
    int tier_rank = 0;         // 1 is the highest; for a winner only
    bool is_shared = false;    // another entry holds the same prize
    std::string edition_name;
    int edition_year = 0;
    std::string organiser;
    std::string ceremony;   // event, place, day; may be empty
    std::string issued_on;  // as printed, in the certificate's language
    std::chrono::year_month_day issue_date{};
    certificate_number number{};
    std::string service_address;  // https://…, no slash at the end
    std::vector<signatory> signatories;
    bool demonstration = false;
    bool in_force = true;  // neither revoked nor superseded
};
BOOST_DESCRIBE_STRUCT(certificate_content, (),
                      (kind, name, name_detail, country_code, entry_title, category, tier, tier_rank,
                       is_shared, edition_name, edition_year, organiser, ceremony, issued_on, issue_date,
                       number, service_address, signatories, demonstration, in_force))

// The words around the content, one member for each line of wording/certificate.words; `{{name}}` in them
// is a fact.
struct certificate_words {
    std::string heading_winner, heading_finalist, heading_participant, heading_judge;
    std::string lead_winner, lead_finalist, lead_participant, lead_judge;
    std::string reason_winner, reason_shared, reason_finalist, reason_participant, reason_judge;
    std::string edition_line, issued_line, serial_label, check_label, demonstration_mark, demonstration_line,
        void_mark;
};
BOOST_DESCRIBE_STRUCT(certificate_words, (),
                      (heading_winner, heading_finalist, heading_participant, heading_judge, lead_winner,
                       lead_finalist, lead_participant, lead_judge, reason_winner, reason_shared,
                       reason_finalist, reason_participant, reason_judge, edition_line, issued_line,
                       serial_label, check_label, demonstration_mark, demonstration_line, void_mark))

// Reads wording/certificate.words (`member: {{#t}}text{{/t}}` a line) in the translator's language.
// Throws bad_wording: a line unreadable, a member missing, unknown or given twice.
certificate_words read_certificate_words(std::string_view text, const translator&);

// All that is printed, in the order in which it is read.
struct certificate {
    certificate_kind kind{};
    int tier_rank = 0;
    std::string organiser;
    std::string year;
    std::string heading;  // the tier's name for a winner, "Finalist", …
    std::string lead;     // "is awarded to" and the like, above the name
    std::string name;
    std::string name_detail;
    std::string name_language;  // BCP 47, empty where the script decides
    std::string entry_title;
    std::string reason;  // "in the category …"
    std::string edition_line;
    std::string ceremony;
    std::string issued_line;
    std::vector<signatory> signatories;
    std::string serial_label;
    std::string serial;
    std::string check_label;
    std::string check_address;       // what the QR code holds, and the same in letters
    std::string demonstration_mark;  // empty unless it is a demonstration's
    std::string demonstration_line;
    std::string void_mark;  // empty while it is in force
    std::string issued_at;  // 2014-11-05T00:00:00Z: the document's only date
};
BOOST_DESCRIBE_STRUCT(certificate, (),
                      (kind, tier_rank, organiser, year, heading, lead, name, name_detail, name_language,
                       entry_title, reason, edition_line, ceremony, issued_line, signatories, serial_label,
                       serial, check_label, check_address, demonstration_mark, demonstration_line, void_mark,
                       issued_at))

// Same content, same certificate.
certificate write_certificate(const certificate_words&, const certificate_content&);

// `https://…/verify/SERIAL`: the page that says valid, superseded or revoked.
std::string check_address_of(std::string_view service_address, const certificate_number&);

}  // namespace notifications
