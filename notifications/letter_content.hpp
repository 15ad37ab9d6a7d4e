#pragma once
// Each letter: of which kind it is and what it has to know, one struct for each occasion, named
// <occasion>_content. Acts fill them in, letter.hpp makes named values of them, the wording of that name uses
// them and nothing else. All texts are final, links are complete addresses; to an instant the sender adds the
// time in the zone of who reads it.

#include <array>
#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "notifications/audience.hpp"
#include "notifications/moment.hpp"
#include "notifications/occasion.hpp"

namespace notifications {

// `name` is what lists of letters call it. A letter that tells the result exists only after the announcement
// (P3); the database is told which these are and refuses them before.
struct letter_kind {
    occasion about;
    audience who;
    std::string_view name;
    bool tells_the_result = false;
};
inline constexpr bool tells_the_result = true;

struct confirm_address_content {
    static constexpr letter_kind kind{occasion::confirm_address, audience::the_person_concerned,
                                      "Confirm the address"};
    std::string link;
    moment valid_until;
};
BOOST_DESCRIBE_STRUCT(confirm_address_content, (), (link, valid_until))

// To the address that an account is to have from now on.
struct confirm_new_address_content {
    static constexpr letter_kind kind{occasion::confirm_new_address, audience::the_person_concerned,
                                      "Confirm the new address"};
    std::string link;
    moment valid_until;
};
BOOST_DESCRIBE_STRUCT(confirm_new_address_content, (), (link, valid_until))

// `wanted_an_account`: somebody registered with the address, which has one.
struct reset_password_content {
    static constexpr letter_kind kind{occasion::reset_password, audience::the_person_concerned,
                                      "New password"};
    std::string link;
    moment valid_until;
    bool wanted_an_account = false;
};
BOOST_DESCRIBE_STRUCT(reset_password_content, (), (link, valid_until, wanted_an_account))

struct sign_in_notice_content {
    static constexpr letter_kind kind{occasion::sign_in_notice, audience::the_person_concerned,
                                      "New place of signing in"};
    moment signed_in_at;
    std::string device, security_link;
};
BOOST_DESCRIBE_STRUCT(sign_in_notice_content, (), (signed_in_at, device, security_link))

// Goes to the old address and to the new one.
struct address_changed_content {
    static constexpr letter_kind kind{occasion::address_changed, audience::the_person_concerned,
                                      "Address changed"};
    std::string old_address, new_address;
    moment changed_at;
};
BOOST_DESCRIBE_STRUCT(address_changed_content, (), (old_address, new_address, changed_at))

// `part` says as what: "a member of the secretariat", "an applicant for Seoul".
struct account_invitation_content {
    static constexpr letter_kind kind{occasion::account_invitation, audience::the_person_invited,
                                      "Invitation to the service"};
    std::string part;
    bool has_account = false;  // whoever has one signs in with it; others choose a password
    std::string link;
    moment valid_until;
};
BOOST_DESCRIBE_STRUCT(account_invitation_content, (), (part, has_account, link, valid_until))

// A second member of the secretariat confirmed it (T5).
struct membership_confirmed_content {
    static constexpr letter_kind kind{occasion::membership_confirmed, audience::the_person_concerned,
                                      "Membership confirmed"};
    moment confirmed_at;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(membership_confirmed_content, (), (confirmed_at, link))

struct membership_ended_content {
    static constexpr letter_kind kind{occasion::membership_ended, audience::the_person_concerned,
                                      "Membership ended"};
    moment ended_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(membership_ended_content, (), (ended_at, reason))

// To the address that the account had.
struct account_closed_content {
    static constexpr letter_kind kind{occasion::account_closed, audience::the_person_concerned,
                                      "Account closed"};
    moment closed_at;
};
BOOST_DESCRIBE_STRUCT(account_closed_content, (), (closed_at))

// Two members of the secretariat agreed that the one-time codes are lost.
struct second_factor_reset_content {
    static constexpr letter_kind kind{occasion::second_factor_reset, audience::the_person_concerned,
                                      "New one-time codes"};
    std::string link;
    moment valid_until;
};
BOOST_DESCRIBE_STRUCT(second_factor_reset_content, (), (link, valid_until))

struct second_factor_changed_content {
    static constexpr letter_kind kind{occasion::second_factor_changed, audience::the_person_concerned,
                                      "One-time codes changed"};
    moment changed_at;
    std::string security_link;
};
BOOST_DESCRIBE_STRUCT(second_factor_changed_content, (), (changed_at, security_link))

// E8: somebody wants to write for the city of those who read this.
struct claim_waits_content {
    static constexpr letter_kind kind{occasion::claim_waits, audience::everyone_of_the_city,
                                      "Somebody waits to be confirmed"};
    std::string city, person, address, link;
};
BOOST_DESCRIBE_STRUCT(claim_waits_content, (), (city, person, address, link))

struct claim_confirmed_content {
    static constexpr letter_kind kind{occasion::claim_confirmed, audience::the_person_concerned,
                                      "May write for the city"};
    std::string city;
    moment confirmed_at;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(claim_confirmed_content, (), (city, confirmed_at, link))

// `was_confirmed`: the person could write for it until now; else the wish was turned down.
struct claim_ended_content {
    static constexpr letter_kind kind{occasion::claim_ended, audience::the_person_concerned,
                                      "May not write for the city"};
    std::string city;
    bool was_confirmed = false;
    moment ended_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(claim_ended_content, (), (city, was_confirmed, ended_at, reason))

// `city` stood twice in the list, the other time as `other_name`.
struct cities_merged_content {
    static constexpr letter_kind kind{occasion::cities_merged, audience::everyone_of_the_city, "City merged"};
    std::string city, other_name;
    moment merged_at;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(cities_merged_content, (), (city, other_name, merged_at, link))

struct deadline_extended_content {
    static constexpr letter_kind kind{occasion::deadline_extended, audience::every_applicant,
                                      "Deadline extended"};
    moment old_deadline, new_deadline;
    std::string reason, entries_link;
};
BOOST_DESCRIBE_STRUCT(deadline_extended_content, (), (old_deadline, new_deadline, reason, entries_link))

// E9: one of an address' entries that a change of the questions concerns, and until when it can be written.
struct concerned_entry {
    std::string entry_title, city_name;
    moment deadline;
};
BOOST_DESCRIBE_STRUCT(concerned_entry, (), (entry_title, city_name, deadline))
struct changed_question {
    std::string what;
};
BOOST_DESCRIBE_STRUCT(changed_question, (), (what))

// One letter to an address, with all its entries: those that are still being written, the submitted ones that
// lack what is asked now, those that lack nothing, and those that nobody can reopen any more.
struct questions_changed_content {
    static constexpr letter_kind kind{occasion::questions_changed,
                                      audience::the_city_and_contact_of_the_entry, "Questions changed"};
    std::string reason;
    std::vector<changed_question> changes;
    std::vector<concerned_entry> being_written, to_reopen, may_be_reopened, as_submitted;
    std::string entries_link;
};
BOOST_DESCRIBE_STRUCT(questions_changed_content, (),
                      (reason, changes, being_written, to_reopen, may_be_reopened, as_submitted,
                       entries_link))

// C14: to a city whose draft lapsed because the call was closed before its published deadline.
struct call_closed_early_content {
    static constexpr letter_kind kind{occasion::call_closed_early,
                                      audience::the_city_and_contact_of_the_entry, "Call closed early"};
    std::string entry_title, city_name;
    moment deadline, closed_at;
    std::string reason, entry_link;
};
BOOST_DESCRIBE_STRUCT(call_closed_early_content, (),
                      (entry_title, city_name, deadline, closed_at, reason, entry_link))

struct open_point {
    std::string what;
};
BOOST_DESCRIBE_STRUCT(open_point, (), (what))

// What is not there yet, and what is there and wrong; where both are empty only the submission itself is
// missing, unless the city's places are taken (E1). The deadline is the one that holds for this city.
struct reminder_deadline_content {
    static constexpr letter_kind kind{
        occasion::reminder_deadline, audience::the_city_and_contact_of_the_entry, "Reminder of the deadline"};
    std::string entry_title, city_name;
    moment deadline;
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
    static constexpr letter_kind kind{occasion::receipt, audience::the_city_and_contact_of_the_entry,
                                      "Receipt"};
    std::string entry_title, city_name, category, version;
    moment submitted_at, reopen_until;
    std::vector<receipt_item> items;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(receipt_content, (),
                      (entry_title, city_name, category, version, submitted_at, reopen_until, items,
                       entry_link))

struct late_entry_refused_content {
    static constexpr letter_kind kind{occasion::late_entry_refused,
                                      audience::the_city_and_contact_of_the_entry, "Late entry refused"};
    std::string entry_title, city_name;
    moment deadline, arrived_at;
    std::string refusal_number, entry_link;
};
BOOST_DESCRIBE_STRUCT(late_entry_refused_content, (),
                      (entry_title, city_name, deadline, arrived_at, refusal_number, entry_link))

struct extension_granted_content {
    static constexpr letter_kind kind{occasion::extension_granted,
                                      audience::the_city_and_contact_of_the_entry, "Extension granted"};
    std::string entry_title, city_name;
    moment new_deadline;
    std::string reason, entry_link;
};
BOOST_DESCRIBE_STRUCT(extension_granted_content, (),
                      (entry_title, city_name, new_deadline, reason, entry_link))

// E4: to a city that has nothing in hand yet.
struct extension_for_city_content {
    static constexpr letter_kind kind{occasion::extension_for_city, audience::everyone_of_the_city,
                                      "Extension granted to a city"};
    std::string city_name;
    moment new_deadline;
    std::string reason, start_link;
};
BOOST_DESCRIBE_STRUCT(extension_for_city_content, (), (city_name, new_deadline, reason, start_link))

struct request_for_completion_content {
    static constexpr letter_kind kind{occasion::request_for_completion,
                                      audience::the_city_and_contact_of_the_entry, "Request for completion"};
    std::string entry_title, city_name;
    moment due_at;
    std::string message;
    std::vector<open_point> wanted;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(request_for_completion_content, (),
                      (entry_title, city_name, due_at, message, wanted, entry_link))

// A returned entry that was not completed by its due date.
struct completion_missed_content {
    static constexpr letter_kind kind{occasion::completion_missed,
                                      audience::the_city_and_contact_of_the_entry, "Not completed in time"};
    std::string entry_title, city_name;
    moment due_at;
    std::string message, entry_link;
};
BOOST_DESCRIBE_STRUCT(completion_missed_content, (), (entry_title, city_name, due_at, message, entry_link))

struct entry_withdrawn_content {
    static constexpr letter_kind kind{occasion::entry_withdrawn, audience::the_city_and_contact_of_the_entry,
                                      "Entry withdrawn"};
    std::string entry_title, city_name;
    moment withdrawn_at;
    std::string withdrawn_by, entry_link;
};
BOOST_DESCRIBE_STRUCT(entry_withdrawn_content, (),
                      (entry_title, city_name, withdrawn_at, withdrawn_by, entry_link))

struct screening_accepted_content {
    static constexpr letter_kind kind{occasion::screening_accepted,
                                      audience::the_city_and_contact_of_the_entry, "Screening: eligible"};
    std::string entry_title, city_name, category, entry_link;
};
BOOST_DESCRIBE_STRUCT(screening_accepted_content, (), (entry_title, city_name, category, entry_link))

// `appeal_until` may be empty: no window for appeals.
struct screening_rejected_content {
    static constexpr letter_kind kind{occasion::screening_rejected,
                                      audience::the_city_and_contact_of_the_entry, "Screening: ineligible"};
    std::string entry_title, city_name, reason;
    moment appeal_until;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(screening_rejected_content, (),
                      (entry_title, city_name, reason, appeal_until, entry_link))

// To a judge. `part` is "a judge", "the chair of the panel", "an alternate".
struct invitation_content {
    static constexpr letter_kind kind{occasion::invitation, audience::the_person_invited,
                                      "Invitation to the panel"};
    std::string part;
    bool has_account = false;  // whoever has one signs in with it; others choose a password
    moment judging_from, judging_until;
    std::string link;
    moment valid_until;
};
BOOST_DESCRIBE_STRUCT(invitation_content, (),
                      (part, has_account, judging_from, judging_until, link, valid_until))

// No entry, no city, no colleague: a letter to a judge says that there is work, and where.
struct judging_open_content {
    static constexpr letter_kind kind{occasion::judging_open, audience::the_judge_concerned,
                                      "Judging is open"};
    std::string round_name;
    moment judging_until;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(judging_open_content, (), (round_name, judging_until, link))

struct reminder_judging_content {
    static constexpr letter_kind kind{occasion::reminder_judging, audience::the_judge_concerned,
                                      "Reminder to judge"};
    int scorecards_left = 0;
    moment judging_until;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(reminder_judging_content, (), (scorecards_left, judging_until, link))

// J4: the judge's receipt. `sheet` is the SHA-256 of the sheet as the server holds it; no entry and no city.
struct scorecard_submitted_content {
    static constexpr letter_kind kind{occasion::scorecard_submitted, audience::the_judge_concerned,
                                      "Receipt of a scorecard"};
    std::string scorecard;
    moment submitted_at;
    std::string sheet, link;
};
BOOST_DESCRIBE_STRUCT(scorecard_submitted_content, (), (scorecard, submitted_at, sheet, link))

struct scorecard_reopened_content {
    static constexpr letter_kind kind{occasion::scorecard_reopened, audience::the_judge_concerned,
                                      "Scorecard reopened"};
    std::string reason, link;
};
BOOST_DESCRIBE_STRUCT(scorecard_reopened_content, (), (reason, link))

// J11: goes on with the scores that there were; the entry is one that its judge knew.
struct scorecard_put_back_content {
    static constexpr letter_kind kind{occasion::scorecard_put_back, audience::the_judge_concerned,
                                      "Back on a scorecard"};
    std::string entry_title, judging_link;
};
BOOST_DESCRIBE_STRUCT(scorecard_put_back_content, (), (entry_title, judging_link))

// An entry was withdrawn, of which the judge had a scorecard.
struct scorecards_released_content {
    static constexpr letter_kind kind{occasion::scorecards_released, audience::the_judge_concerned,
                                      "Scorecards released"};
    std::string entry_title, link;
};
BOOST_DESCRIBE_STRUCT(scorecards_released_content, (), (entry_title, link))

// Something waits for the secretariat: `matter` in one sentence, without names or scores.
struct attention_wanted_content {
    static constexpr letter_kind kind{occasion::attention_wanted, audience::the_other_secretariat,
                                      "Something needs a look"};
    std::string matter;
    moment happened_at;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(attention_wanted_content, (), (matter, happened_at, link))

struct ratification_wanted_content {
    static constexpr letter_kind kind{occasion::ratification_wanted, audience::the_other_secretariat,
                                      "Ratification wanted"};
    moment approved_at;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(ratification_wanted_content, (), (approved_at, link))

// T5: a colleague asks for what only two people do. `act` follows "wants to"; the reason stands on the page.
struct confirmation_wanted_content {
    static constexpr letter_kind kind{occasion::confirmation_wanted, audience::the_other_secretariat,
                                      "Confirmation wanted"};
    std::string act, asked_by;
    moment asked_at;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(confirmation_wanted_content, (), (act, asked_by, asked_at, link))

// The ceremony's three lines may be empty. `scores_link` (E10) is empty where the rules disclose nothing to
// the city.
struct result_won_content {
    static constexpr letter_kind kind{occasion::result_won, audience::the_city_and_contact_of_the_entry,
                                      "Result: won", tells_the_result};
    std::string entry_title, city_name, category, tier, ceremony, certificate_link, scores_link, winners_link;
};
BOOST_DESCRIBE_STRUCT(result_won_content, (),
                      (entry_title, city_name, category, tier, ceremony, certificate_link, scores_link,
                       winners_link))

struct result_not_won_content {
    static constexpr letter_kind kind{occasion::result_not_won, audience::the_city_and_contact_of_the_entry,
                                      "Result: not won", tells_the_result};
    std::string entry_title, city_name, category, certificate_link, scores_link, winners_link;
    moment appeal_until;
};
BOOST_DESCRIBE_STRUCT(result_not_won_content, (),
                      (entry_title, city_name, category, certificate_link, scores_link, winners_link,
                       appeal_until))

struct announcement_content {
    static constexpr letter_kind kind{occasion::announcement, audience::the_panel_and_the_secretariat,
                                      "Announcement", tells_the_result};
    moment announced_at;
    std::string winners_link;
};
BOOST_DESCRIBE_STRUCT(announcement_content, (), (announced_at, winners_link))

// P4. `outcome` is what holds now, in words: "the Best e-Government Prize in Services".
struct result_corrected_content {
    static constexpr letter_kind kind{occasion::result_corrected, audience::the_city_and_contact_of_the_entry,
                                      "Result corrected", tells_the_result};
    std::string entry_title, city_name, outcome, reason;
    moment decided_on;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(result_corrected_content, (),
                      (entry_title, city_name, outcome, reason, decided_on, entry_link))

struct certificate_replaced_content {
    static constexpr letter_kind kind{occasion::certificate_replaced, audience::the_holder_of_the_certificate,
                                      "Certificate replaced", tells_the_result};
    std::string old_serial, new_serial, reason, certificate_link;
};
BOOST_DESCRIBE_STRUCT(certificate_replaced_content, (), (old_serial, new_serial, reason, certificate_link))

struct appeal_received_content {
    static constexpr letter_kind kind{occasion::appeal_received, audience::the_city_and_contact_of_the_entry,
                                      "Appeal received", tells_the_result};
    std::string entry_title, city_name;
    moment lodged_at;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(appeal_received_content, (), (entry_title, city_name, lodged_at, entry_link))

// `outcome`: in words.
struct appeal_settled_content {
    static constexpr letter_kind kind{occasion::appeal_settled, audience::the_city_and_contact_of_the_entry,
                                      "Appeal settled", tells_the_result};
    std::string entry_title, city_name, outcome, answer;
    moment settled_on;
    std::string entry_link;
};
BOOST_DESCRIBE_STRUCT(appeal_settled_content, (),
                      (entry_title, city_name, outcome, answer, settled_on, entry_link))

struct edition_cancelled_content {
    static constexpr letter_kind kind{occasion::edition_cancelled, audience::everyone_of_the_edition,
                                      "Edition cancelled"};
    std::string reason;
    moment decided_on;
};
BOOST_DESCRIBE_STRUCT(edition_cancelled_content, (), (reason, decided_on))

// In the order of the occasions: the index is the occasion, which a test checks.
using any_letter_content = std::variant<
    confirm_address_content, confirm_new_address_content, reset_password_content, sign_in_notice_content,
    address_changed_content, account_invitation_content, membership_confirmed_content,
    membership_ended_content, account_closed_content, second_factor_reset_content,
    second_factor_changed_content, claim_waits_content, claim_confirmed_content, claim_ended_content,
    cities_merged_content, deadline_extended_content, questions_changed_content, call_closed_early_content,
    reminder_deadline_content, receipt_content, late_entry_refused_content, extension_granted_content,
    extension_for_city_content, request_for_completion_content, completion_missed_content,
    entry_withdrawn_content, screening_accepted_content, screening_rejected_content, invitation_content,
    judging_open_content, reminder_judging_content, scorecard_submitted_content, scorecard_reopened_content,
    scorecard_put_back_content, scorecards_released_content, attention_wanted_content,
    ratification_wanted_content, confirmation_wanted_content, result_won_content, result_not_won_content,
    announcement_content, result_corrected_content, certificate_replaced_content, appeal_received_content,
    appeal_settled_content, edition_cancelled_content>;

// The kind of each letter, in the same order.
inline constexpr auto letter_kinds = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array{std::variant_alternative_t<Index, any_letter_content>::kind...};
}
(std::make_index_sequence<std::variant_size_v<any_letter_content>>{});

constexpr const letter_kind& kind_of(occasion about) {
    return letter_kinds[static_cast<std::size_t>(about)];
}

}  // namespace notifications
