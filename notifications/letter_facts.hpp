#pragma once
// What each letter has to know, one struct for each occasion, named <occasion>_facts. Features fill them in,
// letter.hpp makes named facts of them, the wording of that name uses them and nothing else. All texts are
// final: instants are printed in the edition's zone and UTC, links are complete addresses.

#include <boost/describe.hpp>
#include <string>
#include <variant>
#include <vector>

#include "notifications/occasion.hpp"

namespace notifications {

struct confirm_address_facts {
    static constexpr auto about = occasion::confirm_address;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(confirm_address_facts, (), (link, valid_until))

struct reset_password_facts {
    static constexpr auto about = occasion::reset_password;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(reset_password_facts, (), (link, valid_until))

struct sign_in_notice_facts {
    static constexpr auto about = occasion::sign_in_notice;
    std::string signed_in_at, device, security_link;
};
BOOST_DESCRIBE_STRUCT(sign_in_notice_facts, (), (signed_in_at, device, security_link))

// Goes to the old address and to the new one.
struct address_changed_facts {
    static constexpr auto about = occasion::address_changed;
    std::string old_address, new_address, changed_at;
};
BOOST_DESCRIBE_STRUCT(address_changed_facts, (), (old_address, new_address, changed_at))

// `part` says as what: "a member of the secretariat", "an applicant for Seoul".
struct account_invitation_facts {
    static constexpr auto about = occasion::account_invitation;
    std::string part, link, valid_until;
};
BOOST_DESCRIBE_STRUCT(account_invitation_facts, (), (part, link, valid_until))

// Two members of the secretariat agreed that the one-time codes are lost.
struct second_factor_reset_facts {
    static constexpr auto about = occasion::second_factor_reset;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(second_factor_reset_facts, (), (link, valid_until))

struct second_factor_changed_facts {
    static constexpr auto about = occasion::second_factor_changed;
    std::string changed_at, security_link;
};
BOOST_DESCRIBE_STRUCT(second_factor_changed_facts, (), (changed_at, security_link))

struct deadline_extended_facts {
    static constexpr auto about = occasion::deadline_extended;
    std::string old_deadline, new_deadline, reason, entries_link;
};
BOOST_DESCRIBE_STRUCT(deadline_extended_facts, (), (old_deadline, new_deadline, reason, entries_link))

struct open_point {
    std::string what;
};
BOOST_DESCRIBE_STRUCT(open_point, (), (what))

// `missing` may be empty: then only the submission itself is missing.
struct reminder_deadline_facts {
    static constexpr auto about = occasion::reminder_deadline;
    std::string entry_title, city_name, deadline;
    std::vector<open_point> missing;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(reminder_deadline_facts, (), (entry_title, city_name, deadline, missing, entry_link))

// E5: a field or a file of the submitted version and its SHA-256 in hexadecimal.
struct receipt_item {
    std::string label, sha256;
};
BOOST_DESCRIBE_STRUCT(receipt_item, (), (label, sha256))

struct receipt_facts {
    static constexpr auto about = occasion::receipt;
    std::string entry_title, city_name, category, version, submitted_at, deadline;
    std::vector<receipt_item> items;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(receipt_facts, (),
                      (entry_title, city_name, category, version, submitted_at, deadline, items, entry_link))

struct late_entry_refused_facts {
    static constexpr auto about = occasion::late_entry_refused;
    std::string entry_title, city_name, deadline, arrived_at, refusal_number, entry_link;
};
BOOST_DESCRIBE_STRUCT(late_entry_refused_facts, (),
                      (entry_title, city_name, deadline, arrived_at, refusal_number, entry_link))

struct extension_granted_facts {
    static constexpr auto about = occasion::extension_granted;
    std::string entry_title, city_name, new_deadline, reason, entry_link;
};
BOOST_DESCRIBE_STRUCT(extension_granted_facts, (), (entry_title, city_name, new_deadline, reason, entry_link))

struct request_for_completion_facts {
    static constexpr auto about = occasion::request_for_completion;
    std::string entry_title, city_name, due_at, message;
    std::vector<open_point> wanted;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(request_for_completion_facts, (),
                      (entry_title, city_name, due_at, message, wanted, entry_link))

// A returned entry that was not completed by its due date.
struct completion_missed_facts {
    static constexpr auto about = occasion::completion_missed;
    std::string entry_title, city_name, due_at, message, entry_link;
};
BOOST_DESCRIBE_STRUCT(completion_missed_facts, (), (entry_title, city_name, due_at, message, entry_link))

struct entry_withdrawn_facts {
    static constexpr auto about = occasion::entry_withdrawn;
    std::string entry_title, city_name, withdrawn_at, withdrawn_by, entry_link;
};
BOOST_DESCRIBE_STRUCT(entry_withdrawn_facts, (),
                      (entry_title, city_name, withdrawn_at, withdrawn_by, entry_link))

struct screening_accepted_facts {
    static constexpr auto about = occasion::screening_accepted;
    std::string entry_title, city_name, category, entry_link;
};
BOOST_DESCRIBE_STRUCT(screening_accepted_facts, (), (entry_title, city_name, category, entry_link))

// `appeal_until` may be empty: no window for appeals.
struct screening_rejected_facts {
    static constexpr auto about = occasion::screening_rejected;
    std::string entry_title, city_name, reason, appeal_until, entry_link;
};
BOOST_DESCRIBE_STRUCT(screening_rejected_facts, (),
                      (entry_title, city_name, reason, appeal_until, entry_link))

// To a judge. `part` is "a judge", "the chair of the panel", "an alternate".
struct invitation_facts {
    static constexpr auto about = occasion::invitation;
    std::string part, judging_from, judging_until, link, valid_until;
};
BOOST_DESCRIBE_STRUCT(invitation_facts, (), (part, judging_from, judging_until, link, valid_until))

// No entry, no city, no colleague: a letter to a judge says that there is work, and where.
struct judging_open_facts {
    static constexpr auto about = occasion::judging_open;
    std::string round_name, judging_until, link;
};
BOOST_DESCRIBE_STRUCT(judging_open_facts, (), (round_name, judging_until, link))

struct reminder_judging_facts {
    static constexpr auto about = occasion::reminder_judging;
    int scorecards_left = 0;
    std::string judging_until, link;
};
BOOST_DESCRIBE_STRUCT(reminder_judging_facts, (), (scorecards_left, judging_until, link))

// J4: the judge's receipt. `sheet` is the SHA-256 of the sheet as the server holds it; no entry and no city.
struct scorecard_submitted_facts {
    static constexpr auto about = occasion::scorecard_submitted;
    std::string scorecard, submitted_at, sheet, link;
};
BOOST_DESCRIBE_STRUCT(scorecard_submitted_facts, (), (scorecard, submitted_at, sheet, link))

struct scorecard_reopened_facts {
    static constexpr auto about = occasion::scorecard_reopened;
    std::string reason, link;
};
BOOST_DESCRIBE_STRUCT(scorecard_reopened_facts, (), (reason, link))

// An entry was withdrawn: that it is one less, and never which.
struct scorecards_released_facts {
    static constexpr auto about = occasion::scorecards_released;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(scorecards_released_facts, (), (link))

// Something waits for the secretariat: `matter` in one sentence, without names or scores.
struct attention_wanted_facts {
    static constexpr auto about = occasion::attention_wanted;
    std::string matter, happened_at, link;
};
BOOST_DESCRIBE_STRUCT(attention_wanted_facts, (), (matter, happened_at, link))

struct ratification_wanted_facts {
    static constexpr auto about = occasion::ratification_wanted;
    std::string approved_at, link;
};
BOOST_DESCRIBE_STRUCT(ratification_wanted_facts, (), (approved_at, link))

// The ceremony's three lines may be empty.
struct result_won_facts {
    static constexpr auto about = occasion::result_won;
    std::string entry_title, city_name, category, tier, ceremony, certificate_link, winners_link;
};
BOOST_DESCRIBE_STRUCT(result_won_facts, (),
                      (entry_title, city_name, category, tier, ceremony, certificate_link, winners_link))

struct result_not_won_facts {
    static constexpr auto about = occasion::result_not_won;
    std::string entry_title, city_name, category, entry_link, certificate_link, winners_link, appeal_until;
};
BOOST_DESCRIBE_STRUCT(result_not_won_facts, (),
                      (entry_title, city_name, category, entry_link, certificate_link, winners_link,
                       appeal_until))

struct announcement_facts {
    static constexpr auto about = occasion::announcement;
    std::string announced_at, winners_link;
};
BOOST_DESCRIBE_STRUCT(announcement_facts, (), (announced_at, winners_link))

// P4. `outcome` is what holds now, in words: "the Best e-Government Prize in Services".
struct result_corrected_facts {
    static constexpr auto about = occasion::result_corrected;
    std::string entry_title, city_name, outcome, reason, decided_on, entry_link;
};
BOOST_DESCRIBE_STRUCT(result_corrected_facts, (),
                      (entry_title, city_name, outcome, reason, decided_on, entry_link))

struct certificate_replaced_facts {
    static constexpr auto about = occasion::certificate_replaced;
    std::string old_serial, new_serial, reason, certificate_link;
};
BOOST_DESCRIBE_STRUCT(certificate_replaced_facts, (), (old_serial, new_serial, reason, certificate_link))

struct appeal_received_facts {
    static constexpr auto about = occasion::appeal_received;
    std::string entry_title, city_name, lodged_at, entry_link;
};
BOOST_DESCRIBE_STRUCT(appeal_received_facts, (), (entry_title, city_name, lodged_at, entry_link))

// `outcome`: in words.
struct appeal_settled_facts {
    static constexpr auto about = occasion::appeal_settled;
    std::string entry_title, city_name, outcome, answer, settled_on, entry_link;
};
BOOST_DESCRIBE_STRUCT(appeal_settled_facts, (),
                      (entry_title, city_name, outcome, answer, settled_on, entry_link))

struct edition_cancelled_facts {
    static constexpr auto about = occasion::edition_cancelled;
    std::string reason, decided_on;
};
BOOST_DESCRIBE_STRUCT(edition_cancelled_facts, (), (reason, decided_on))

// In the order of the occasions: the index is the occasion, which a test checks.
using any_letter_facts =
    std::variant<confirm_address_facts, reset_password_facts, sign_in_notice_facts, address_changed_facts,
                 account_invitation_facts, second_factor_reset_facts, second_factor_changed_facts,
                 deadline_extended_facts, reminder_deadline_facts, receipt_facts, late_entry_refused_facts,
                 extension_granted_facts, request_for_completion_facts, completion_missed_facts,
                 entry_withdrawn_facts, screening_accepted_facts, screening_rejected_facts, invitation_facts,
                 judging_open_facts, reminder_judging_facts, scorecard_submitted_facts,
                 scorecard_reopened_facts, scorecards_released_facts, attention_wanted_facts,
                 ratification_wanted_facts, result_won_facts, result_not_won_facts, announcement_facts,
                 result_corrected_facts, certificate_replaced_facts, appeal_received_facts,
                 appeal_settled_facts, edition_cancelled_facts>;

}  // namespace notifications
