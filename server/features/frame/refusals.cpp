#include "server/features/frame/refusals.hpp"

#include "workflow/deadlines.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace {

using enum workflow::refusal_code;

struct row {
    workflow::refusal_code code;
    int status;
    std::string_view sentence;  // {name} becomes the refusal's particular of that name
};

// clang-format off
constexpr std::array refusal_rows{
    // any move
    row{no_such_move,            409, "This cannot be done in the present state ({state})."},
    row{not_yours_to_do,         403, "This is not yours to do."},
    row{stale_version,           409, "Somebody changed this in the meantime. Look at the new state and decide again."},
    row{reason_required,         422, "Give a reason."},
    row{decision_required,       422, "This needs a recorded decision."},
    row{needs_two_people,        409, "Two different people have to approve; so far, approvals: {people}."},
    row{second_member_missing,   409, "Two people have to do this, and this secretariat has only one. Invite a second member first, on the panel’s page."},
    row{joined_later,            409, "This was open before you joined the secretariat. Somebody who was a member then has to confirm it."},
    row{asked_already,           409, "Somebody has asked for this already: it waits for a second person, under “Two people”."},
    row{fact_not_loaded,         500, "The service did not look up what decides this. Nothing was changed; please tell the secretariat."},
    // setting an edition up
    row{categories_missing,      409, "The edition has no category yet."},
    row{tiers_missing,           409, "The edition has no prize tier yet."},
    row{rubric_missing,          409, "The rubric has no criterion yet."},
    row{weights_do_not_sum,      409, "The weights of the rubric sum to {total_bp} basis points; they have to sum to exactly 10000, which is 100 %."},
    row{calendar_out_of_order,   409, "The calendar is not in order: {first} has to come before {then}."},
    row{rules_faulty,            409, "Problems of the rules: {problems}. The rules page names them."},
    row{rules_frozen,            409, "Judging has begun: this part of the rules can no longer be changed ({part})."},
    row{slate_approved,          409, "Somebody has approved the slate already. Withdraw it, or build it anew, and decide again."},
    row{proposal_waits,          409, "A proposal waits already. It has to be confirmed or rejected first."},
    // dates as people type them
    row{date_unreadable,         422, "Enter the date and time like 2014-06-30T18:00."},
    row{date_does_not_exist,     422, "There is no such date: {text}."},
    row{time_does_not_exist,     422, "There is no such time of day: {text}."},
    row{local_time_skipped,      422, "{text} does not exist in {zone}: the clocks go forward over it."},
    row{local_time_ambiguous,    422, "{text} happens twice in {zone}: the clocks go back over it. Choose a time an hour earlier or later."},
    row{zone_unknown,            422, "The time zone {zone} is not known. Use a name like Asia/Seoul."},
    // deadlines
    row{not_open_yet,            409, "The call is not open yet. It opens at {opens_at}."},
    row{call_closed,             409, "The call is closed. Entries were received until {deadline}."},
    row{not_due_yet,             409, "It is not time for this yet: {due_at}."},
    row{not_said_ready,          409, "Nobody has said that the edition is ready. Until then the call does not open by itself."},
    row{completion_overdue,      409, "The date by which the entry was to be completed has passed: {due_at}."},
    row{extension_too_late,      409, "An extension has to be decided before the old deadline ({deadline})."},
    row{extension_not_later,     422, "The new deadline has to be later than the old one ({deadline})."},
    row{judging_not_open,        409, "Judging is not open yet."},
    row{judging_closed,          409, "Judging is closed."},
    // entries
    row{entry_limit_reached,     409, "Your city already has as many entries in this edition as it can enter: {limit}. Withdraw one of them first."},
    row{own_city,                409, "You belong to this city, or have asked to: somebody else of the secretariat decides about it."},
    row{account_has_parts,       409, "This account has a part in an edition that is not over: {parts}. It has to end first."},
    row{merged_over_limit,       409, "Together the two have more entries in an edition than it takes from a city: {limit}. Withdraw one first."},
    row{too_many_drafts,         409, "Your city has as many drafts in this edition as it can have: {limit}. Submit or withdraw one of them first."},
    row{not_your_entry,          404, "There is no such entry, or it is not for you."},
    row{not_editable_now,        409, "The entry cannot be changed in its present state."},
    row{missing_fields,          422, "Some answers are missing or need a correction."},
    row{category_missing,        422, "Choose a category."},
    row{too_many_categories,     422, "An entry is for one category only."},
    row{approval_letter_missing, 422, "Somebody else enters for the city: attach the city's letter of approval."},
    row{draft_still_open,        409, "The draft may still be worked on."},
    row{screening_not_open,      409, "Entries can be screened while the edition is in screening."},
    row{checklist_unfinished,    422, "Some points of the checklist are open: {point}."},
    row{due_date_missing,        422, "Give a date in the future by which the entry is to be completed."},
    row{entry_already_scored,    409, "The entry has been scored already."},
    row{consent_required,        422, "The city has to agree to this first."},
    // one answer of a form
    row{answer_missing,          422, "Answer this question."},
    row{answer_too_long,         422, "This answer is too long."},
    row{word_limit_exceeded,     422, "This answer has {words} words; the limit is {limit}."},
    row{not_one_line,            422, "Write this in one line."},
    row{not_a_number,            422, "Enter a number that is not below zero, like 1250, 12.5 or 95%."},
    row{not_a_choice,            422, "Choose one of the answers."},
    row{not_an_email,            422, "Enter an e-mail address, like name@example.org."},
    row{not_a_url,               422, "Enter a web address that begins with https:// or http://."},
    row{not_a_phone,             422, "Enter a telephone number with its country code, like +82 2 1234 5678 or (+34) 93 402 70 00 ext. 12."},
    row{not_yes_or_no,           422, "Choose yes or no."},
    row{declaration_not_given,   422, "You have to make this declaration to submit the entry."},
    row{question_unknown,        400, "This edition does not ask that."},
    // attachments
    row{file_type_not_accepted,  422, "This is no PDF, PNG or JPEG but: {type}. Save or print it as a PDF, and add that."},
    row{file_locked,             422, "This PDF opens only with a password. Save it without one, and add it again."},
    row{file_damaged,            422, "The file begins like a PDF, PNG or JPEG, but a part of it is missing. Open it, save it again, and add that."},
    row{file_too_large,          422, "The file is too large."},
    row{file_empty,              422, "The file is empty."},
    row{too_many_files,          422, "There are already as many files as there can be: {limit}. Remove one first."},
    row{upload_unfinished,       422, "A part of “{name}” has not arrived. Choose the same file again to go on, or remove it."},
    // before judging
    row{no_eligible_entries,     409, "There is no eligible entry to judge."},
    row{screening_unfinished,    409, "Entries that are not screened yet: {entries}."},
    row{too_few_judges,          409, "Some entries have fewer judges without a conflict than the minimum of {minimum}: {entry}."},
    row{rules_not_frozen,        409, "The rules have not been frozen and published yet."},
    // scorecards
    row{not_your_scorecard,      404, "There is no such scorecard, or it is not for you."},
    row{conflict_of_interest,    409, "A conflict of interest is recorded: this entry is not for you to score."},
    row{conflict_not_declared,   409, "Declare first whether you have a conflict of interest with this entry."},
    row{terms_not_accepted,      409, "Accept the terms for judges first."},
    row{identity_not_verified,   409, "The secretariat has not verified your identity yet."},
    row{round_not_open,          409, "This round is not open."},
    row{entry_takes_part,        409, "The entry takes part: it was not withdrawn."},
    row{entry_has_left,          409, "The entry was withdrawn: there is nothing to score on it any more."},
    row{judge_has_left,          409, "This judge has left the panel."},
    row{still_barred,            409, "Another conflict of interest bars this judge from the entry. It stands under “Conflicts”."},
    row{criterion_unknown,       400, "The rubric has no such criterion."},
    row{score_missing,           422, "Scores are missing: {criterion}."},
    row{score_off_scale,         422, "This score is not on the scale: {criterion}."},
    row{score_reason_missing,    422, "A score at an end of the scale needs a reason: {criterion}."},
    row{scorecards_outstanding,  409, "Scorecards that are not submitted, recused or excused yet: {scorecards}."},
    // the result
    row{slot_unfilled,           409, "A prize has neither a winner nor a reason for being withheld: {slot}."},
    row{tie_unresolved,          409, "A tie at a prize line is not resolved: {tie}."},
    row{scores_out_of_balance,   409, "Given scorecards are not the sum of counted, recused and void ones for entry {entry}."},
    row{before_ratification,     409, "The slate is not ratified yet."},
    row{result_still_hidden,     409, "The result is not public yet."},
    row{result_already_public,   409, "The result is public already: only a correction can change it now."},
    row{prize_taken,             409, "Somebody holds this prize. Take it back first, or decide that it is shared."},
    row{replacement_missing,     409, "Make the new certificate first."},
    // appeals
    row{appeals_closed,          409, "Appeals could be lodged until {closed_at}."},
    row{appeal_open_already,     409, "There is an appeal about this entry that is not settled yet."},
    row{appeal_settled,          409, "The appeal is settled already."},
    row{settled_by_a_judge,      403, "You judge or judged in this edition: somebody else has to settle the appeal."},
};
// clang-format on

constexpr bool every_refusal_has_its_row() {
    for (std::size_t i = 0; i < refusal_rows.size(); ++i)
        if (static_cast<std::size_t>(refusal_rows[i].code) != i) return false;
    return refusal_rows.size() == static_cast<std::size_t>(settled_by_a_judge) + 1;
}
static_assert(every_refusal_has_its_row());

// Dates of the calendar as people call them; anything else as it is.
std::string as_people_say(const std::string& value) {
    static constexpr std::pair<std::string_view, std::string_view> dates[] = {
        {"opens_at", "the opening of the call"},
        {"closes_at", "the close of the call"},
        {"judging_opens_at", "the opening of judging"},
        {"judging_closes_at", "the close of judging"},
        {"announce_at", "the announcement"},
        {"grace_minutes", "the minutes of grace"}};
    for (const auto& [name, words] : dates)
        if (value == name) return std::string(words);
    return value;
}

}  // namespace

features::refused features::answer_to(const workflow::refusal& no) {
    const auto& found = refusal_rows[static_cast<std::size_t>(no.code)];
    pages::phrase_values values;
    for (const auto& named : no.particulars) {
        const auto known = std::find_if(values.begin(), values.end(),
                                        [&](const auto& one) { return one.first == named.name; });
        if (const auto instant = workflow::find_instant(named.value))
            values.emplace_back(named.name, *instant);
        else if (known == values.end())
            values.emplace_back(named.name, as_people_say(named.value));
        else
            known->second.text += ", " + named.value;
    }
    return {found.status, boost::describe::enum_to_string(no.code, ""),
            pages::t(found.sentence, std::move(values))};
}
