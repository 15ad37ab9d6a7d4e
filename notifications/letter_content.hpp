#pragma once
// What each letter has to know, one struct for each occasion, named <occasion>_facts. Features fill them in,
// letter.hpp makes named values of them, the wording of that name uses them and nothing else. All texts are
// final: instants are printed in the edition's zone and UTC, links are complete addresses.

#include <boost/describe.hpp>
#include <string>
#include <variant>
#include <vector>

#include "notifications/occasion.hpp"

namespace notifications {

struct confirm_address_content {
    static constexpr auto about = occasion::confirm_address;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(confirm_address_content, (), (link, valid_until))

// To the address that an account is to have from now on.
struct confirm_new_address_content {
    static constexpr auto about = occasion::confirm_new_address;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(confirm_new_address_content, (), (link, valid_until))

struct reset_password_content {
    static constexpr auto about = occasion::reset_password;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(reset_password_content, (), (link, valid_until))

struct sign_in_notice_content {
    static constexpr auto about = occasion::sign_in_notice;
    std::string signed_in_at, device, security_link;
};
BOOST_DESCRIBE_STRUCT(sign_in_notice_content, (), (signed_in_at, device, security_link))

// Goes to the old address and to the new one.
struct address_changed_content {
    static constexpr auto about = occasion::address_changed;
    std::string old_address, new_address, changed_at;
};
BOOST_DESCRIBE_STRUCT(address_changed_content, (), (old_address, new_address, changed_at))

// `part` says as what: "a member of the secretariat", "an applicant for Seoul".
struct account_invitation_content {
    static constexpr auto about = occasion::account_invitation;
    std::string part, link, valid_until;
};
BOOST_DESCRIBE_STRUCT(account_invitation_content, (), (part, link, valid_until))

// Two members of the secretariat agreed that the one-time codes are lost.
struct second_factor_reset_content {
    static constexpr auto about = occasion::second_factor_reset;
    std::string link, valid_until;
};
BOOST_DESCRIBE_STRUCT(second_factor_reset_content, (), (link, valid_until))

struct second_factor_changed_content {
    static constexpr auto about = occasion::second_factor_changed;
    std::string changed_at, security_link;
};
BOOST_DESCRIBE_STRUCT(second_factor_changed_content, (), (changed_at, security_link))

struct deadline_extended_content {
    static constexpr auto about = occasion::deadline_extended;
    std::string old_deadline, new_deadline, reason, entries_link;
};
BOOST_DESCRIBE_STRUCT(deadline_extended_content, (), (old_deadline, new_deadline, reason, entries_link))

struct open_point {
    std::string what;
};
BOOST_DESCRIBE_STRUCT(open_point, (), (what))

// What is not there yet, and what is there and wrong; where both are empty only the submission itself is
// missing, unless the city's places are taken (E1). The deadline is the one that holds for this city.
struct reminder_deadline_content {
    static constexpr auto about = occasion::reminder_deadline;
    std::string entry_title, city_name, deadline;
    std::vector<open_point> missing, to_correct;
    bool places_taken = false;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(reminder_deadline_content, (),
                      (entry_title, city_name, deadline, missing, to_correct, places_taken, entry_link))

// E5: a field or a file of the submitted version and its SHA-256 in hexadecimal.
struct receipt_item {
    std::string label, sha256;
};
BOOST_DESCRIBE_STRUCT(receipt_item, (), (label, sha256))

// `reopen_until` is empty where the city cannot take the entry back any more.
struct receipt_content {
    static constexpr auto about = occasion::receipt;
    std::string entry_title, city_name, category, version, submitted_at, reopen_until;
    std::vector<receipt_item> items;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(receipt_content, (),
                      (entry_title, city_name, category, version, submitted_at, reopen_until, items,
                       entry_link))

struct late_entry_refused_content {
    static constexpr auto about = occasion::late_entry_refused;
    std::string entry_title, city_name, deadline, arrived_at, refusal_number, entry_link;
};
BOOST_DESCRIBE_STRUCT(late_entry_refused_content, (),
                      (entry_title, city_name, deadline, arrived_at, refusal_number, entry_link))

struct extension_granted_content {
    static constexpr auto about = occasion::extension_granted;
    std::string entry_title, city_name, new_deadline, reason, entry_link;
};
BOOST_DESCRIBE_STRUCT(extension_granted_content, (),
                      (entry_title, city_name, new_deadline, reason, entry_link))

struct request_for_completion_content {
    static constexpr auto about = occasion::request_for_completion;
    std::string entry_title, city_name, due_at, message;
    std::vector<open_point> wanted;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(request_for_completion_content, (),
                      (entry_title, city_name, due_at, message, wanted, entry_link))

// A returned entry that was not completed by its due date.
struct completion_missed_content {
    static constexpr auto about = occasion::completion_missed;
    std::string entry_title, city_name, due_at, message, entry_link;
};
BOOST_DESCRIBE_STRUCT(completion_missed_content, (), (entry_title, city_name, due_at, message, entry_link))

struct entry_withdrawn_content {
    static constexpr auto about = occasion::entry_withdrawn;
    std::string entry_title, city_name, withdrawn_at, withdrawn_by, entry_link;
};
BOOST_DESCRIBE_STRUCT(entry_withdrawn_content, (),
                      (entry_title, city_name, withdrawn_at, withdrawn_by, entry_link))

struct screening_accepted_content {
    static constexpr auto about = occasion::screening_accepted;
    std::string entry_title, city_name, category, entry_link;
};
BOOST_DESCRIBE_STRUCT(screening_accepted_content, (), (entry_title, city_name, category, entry_link))

// `appeal_until` may be empty: no window for appeals.
struct screening_rejected_content {
    static constexpr auto about = occasion::screening_rejected;
    std::string entry_title, city_name, reason, appeal_until, entry_link;
};
BOOST_DESCRIBE_STRUCT(screening_rejected_content, (),
                      (entry_title, city_name, reason, appeal_until, entry_link))

// To a judge. `part` is "a judge", "the chair of the panel", "an alternate".
struct invitation_content {
    static constexpr auto about = occasion::invitation;
    std::string part, judging_from, judging_until, link, valid_until;
};
BOOST_DESCRIBE_STRUCT(invitation_content, (), (part, judging_from, judging_until, link, valid_until))

// No entry, no city, no colleague: a letter to a judge says that there is work, and where.
struct judging_open_content {
    static constexpr auto about = occasion::judging_open;
    std::string round_name, judging_until, link;
};
BOOST_DESCRIBE_STRUCT(judging_open_content, (), (round_name, judging_until, link))

struct reminder_judging_content {
    static constexpr auto about = occasion::reminder_judging;
    int scorecards_left = 0;
    std::string judging_until, link;
};
BOOST_DESCRIBE_STRUCT(reminder_judging_content, (), (scorecards_left, judging_until, link))

// J4: the judge's receipt. `sheet` is the SHA-256 of the sheet as the server holds it; no entry and no city.
struct scorecard_submitted_content {
    static constexpr auto about = occasion::scorecard_submitted;
    std::string scorecard, submitted_at, sheet, link;
};
BOOST_DESCRIBE_STRUCT(scorecard_submitted_content, (), (scorecard, submitted_at, sheet, link))

struct scorecard_reopened_content {
    static constexpr auto about = occasion::scorecard_reopened;
    std::string reason, link;
};
BOOST_DESCRIBE_STRUCT(scorecard_reopened_content, (), (reason, link))

// An entry was withdrawn: that it is one less, and never which.
struct scorecards_released_content {
    static constexpr auto about = occasion::scorecards_released;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(scorecards_released_content, (), (link))

// Something waits for the secretariat: `matter` in one sentence, without names or scores.
struct attention_wanted_content {
    static constexpr auto about = occasion::attention_wanted;
    std::string matter, happened_at, link;
};
BOOST_DESCRIBE_STRUCT(attention_wanted_content, (), (matter, happened_at, link))

struct ratification_wanted_content {
    static constexpr auto about = occasion::ratification_wanted;
    std::string approved_at, link;
};
BOOST_DESCRIBE_STRUCT(ratification_wanted_content, (), (approved_at, link))

// The ceremony's three lines may be empty. `scores_link` (E10) is empty where the rules disclose nothing to
// the city.
struct result_won_content {
    static constexpr auto about = occasion::result_won;
    std::string entry_title, city_name, category, tier, ceremony, certificate_link, scores_link, winners_link;
};
BOOST_DESCRIBE_STRUCT(result_won_content, (),
                      (entry_title, city_name, category, tier, ceremony, certificate_link, scores_link,
                       winners_link))

struct result_not_won_content {
    static constexpr auto about = occasion::result_not_won;
    std::string entry_title, city_name, category, certificate_link, scores_link, winners_link, appeal_until;
};
BOOST_DESCRIBE_STRUCT(result_not_won_content, (),
                      (entry_title, city_name, category, certificate_link, scores_link, winners_link,
                       appeal_until))

struct announcement_content {
    static constexpr auto about = occasion::announcement;
    std::string announced_at, winners_link;
};
BOOST_DESCRIBE_STRUCT(announcement_content, (), (announced_at, winners_link))

// P4. `outcome` is what holds now, in words: "the Best e-Government Prize in Services".
struct result_corrected_content {
    static constexpr auto about = occasion::result_corrected;
    std::string entry_title, city_name, outcome, reason, decided_on, entry_link;
};
BOOST_DESCRIBE_STRUCT(result_corrected_content, (),
                      (entry_title, city_name, outcome, reason, decided_on, entry_link))

struct certificate_replaced_content {
    static constexpr auto about = occasion::certificate_replaced;
    std::string old_serial, new_serial, reason, certificate_link;
};
BOOST_DESCRIBE_STRUCT(certificate_replaced_content, (), (old_serial, new_serial, reason, certificate_link))

struct appeal_received_content {
    static constexpr auto about = occasion::appeal_received;
    std::string entry_title, city_name, lodged_at, entry_link;
};
BOOST_DESCRIBE_STRUCT(appeal_received_content, (), (entry_title, city_name, lodged_at, entry_link))

// `outcome`: in words.
struct appeal_settled_content {
    static constexpr auto about = occasion::appeal_settled;
    std::string entry_title, city_name, outcome, answer, settled_on, entry_link;
};
BOOST_DESCRIBE_STRUCT(appeal_settled_content, (),
                      (entry_title, city_name, outcome, answer, settled_on, entry_link))

struct edition_cancelled_content {
    static constexpr auto about = occasion::edition_cancelled;
    std::string reason, decided_on;
};
BOOST_DESCRIBE_STRUCT(edition_cancelled_content, (), (reason, decided_on))

// In the order of the occasions: the index is the occasion, which a test checks.
using any_letter_content = std::variant<
    confirm_address_content, confirm_new_address_content, reset_password_content, sign_in_notice_content,
    address_changed_content, account_invitation_content, second_factor_reset_content,
    second_factor_changed_content, deadline_extended_content, reminder_deadline_content, receipt_content,
    late_entry_refused_content, extension_granted_content, request_for_completion_content,
    completion_missed_content, entry_withdrawn_content, screening_accepted_content,
    screening_rejected_content, invitation_content, judging_open_content, reminder_judging_content,
    scorecard_submitted_content, scorecard_reopened_content, scorecards_released_content,
    attention_wanted_content, ratification_wanted_content, result_won_content, result_not_won_content,
    announcement_content, result_corrected_content, certificate_replaced_content, appeal_received_content,
    appeal_settled_content, edition_cancelled_content>;

}  // namespace notifications
