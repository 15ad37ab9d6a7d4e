#include "server/acts/certificates.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace acts {
namespace {

using notifications::certificate_kind;

constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

std::chrono::year_month_day day_of(std::string_view text) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(std::string(text).c_str(), "%d-%u-%u", &year, &month, &day) != 3)
        throw std::logic_error("not a date: " + std::string(text));
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

std::string in_words(std::chrono::year_month_day date) {
    return std::to_string(static_cast<unsigned>(date.day())) + " " +
           months[static_cast<unsigned>(date.month()) - 1] + " " +
           std::to_string(static_cast<int>(date.year()));
}

// The day on which they are issued is this one; the ceremony may come later, and has its own line.
std::string issue_day(store::database& db) {
    return store::to_text(db.now()).substr(0, 10);
}

store::certificate_body body_of(const workflow::edition& edition, std::string_view issued_on) {
    store::certificate_body body;
    body.edition_name = edition.name;
    body.edition_year = edition.year;
    body.organiser = edition.organiser;
    body.ceremony = edition.ceremony_event;
    if (!edition.ceremony_place.empty())
        body.ceremony += (body.ceremony.empty() ? "" : ", ") + edition.ceremony_place;
    if (!edition.calendar.ceremony_on.empty())
        body.ceremony += (body.ceremony.empty() ? "" : ", ") + in_words(day_of(edition.calendar.ceremony_on));
    body.issued_on = in_words(day_of(issued_on));
    body.demonstration = edition.is_demonstration;
    return body;
}

bool holds_the_same(const store::ratified_prize& one, const store::ratified_prize& other) {
    return one.category_id == other.category_id && one.tier_id == other.tier_id && one.place == other.place;
}

void add_winners(std::vector<store::new_certificate>& all, const store::certificate_body& common,
                 const std::vector<store::ratified_prize>& prizes) {
    for (const auto& prize : prizes) {
        if (!prize.entry_id) continue;
        auto body = common;
        body.name = prize.printed_city;
        body.name_detail = prize.printed_country;
        body.country_code = prize.country;
        body.entry_title = prize.title;
        body.category = prize.category;
        body.tier = prize.tier;
        body.tier_rank = prize.tier_rank;
        body.is_shared = std::ranges::count_if(prizes, [&](const auto& other) {
                             return other.entry_id && holds_the_same(prize, other);
                         }) > 1;
        all.push_back({certificate_kind::winner, prize.entry_id, std::nullopt, std::nullopt,
                       notifications::serial_of(draw_number()), body});
    }
}

void add_other_entries(std::vector<store::new_certificate>& all, const store::certificate_body& common,
                       const std::vector<store::judged_entry_row>& entries) {
    for (const auto& entry : entries) {
        if (entry.won) continue;
        auto body = common;
        body.name = entry.printed_city;
        body.name_detail = entry.printed_country;
        body.country_code = entry.country;
        body.entry_title = entry.title;
        body.category = entry.category;
        const auto kind = entry.was_in_finals ? certificate_kind::finalist : certificate_kind::participant;
        all.push_back(
            {kind, entry.id, std::nullopt, std::nullopt, notifications::serial_of(draw_number()), body});
    }
}

void add_judges(std::vector<store::new_certificate>& all, const store::certificate_body& common,
                const std::vector<store::panel_member_row>& panel) {
    for (const auto& judge : panel) {
        auto body = common;
        body.name = judge.name;
        body.name_detail = judge.affiliation;
        body.country_code = judge.country;
        all.push_back({certificate_kind::judge, std::nullopt, judge.id, std::nullopt,
                       notifications::serial_of(draw_number()), body});
    }
}

}  // namespace

notifications::certificate_number draw_number() {
    notifications::certificate_number number{};
    randombytes_buf(number.data(), number.size());
    return number;
}

void issue_certificates(store::database& db, const store::author& who, const workflow::edition& edition) {
    const auto issued_on = issue_day(db);
    const auto common = body_of(edition, issued_on);
    std::vector<store::new_certificate> all;
    add_winners(all, common, store::list_slate_prizes(db, store::load_ratified_slate(db, edition.id).id));
    add_other_entries(all, common, store::list_judged_entries(db, edition.id));
    add_judges(all, common, store::list_panel(db, edition.id));
    store::add_certificates(db, edition.id, issued_on, all);
    store::record_act(db, who, workflow::audit_subject::edition, workflow::value(edition.id),
                      workflow::audit_action::certificates_issued, {{"certificates", all.size()}});
}

notifications::certificate_content printed_content(const store::certificate_row& row,
                                                   std::string_view service_address) {
    const auto number = notifications::find_number(row.serial);
    if (!number) throw std::logic_error("a kept serial that is none");
    const auto body = store::body_of(row);
    notifications::certificate_content content;
    content.kind = row.kind;
    content.name = body.name;
    content.name_detail = body.name_detail;
    content.country_code = body.country_code;
    content.entry_title = body.entry_title;
    content.category = body.category;
    content.tier = body.tier;
    content.tier_rank = body.tier_rank;
    content.is_shared = body.is_shared;
    content.edition_name = body.edition_name;
    content.edition_year = body.edition_year;
    content.organiser = body.organiser;
    content.ceremony = body.ceremony;
    content.issued_on = body.issued_on;
    content.issue_date = day_of(row.issued_on);
    content.number = *number;
    content.service_address = service_address;
    content.signatories = body.signatories;
    content.demonstration = body.demonstration;
    content.in_force = row.state == workflow::certificate_state::issued;
    return content;
}

notifications::certificate_words load_certificate_words(const std::filesystem::path& wording) {
    const auto path = wording / "certificate.words";
    std::ifstream file(path);
    if (!file) throw notifications::bad_wording("cannot read " + path.string());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return notifications::read_certificate_words(text, notifications::untranslated);
}

}  // namespace acts
