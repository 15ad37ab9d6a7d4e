#pragma once
// Every "no" that the domain can say, as a value: a stable code and the particulars that make a
// sentence of it. server/features/frame/refusals.cpp turns it into status and words; nothing here knows
// either.

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace workflow {

enum class refusal_code {
    // any move
    no_such_move,
    not_yours_to_do,
    stale_version,
    reason_required,
    decision_required,
    needs_two_people,
    second_member_missing,
    joined_later,
    asked_already,
    fact_not_loaded,  // a fault of the service: a guard was asked before its facts were there
    // setting an edition up
    categories_missing,
    tiers_missing,
    rubric_missing,
    weights_do_not_sum,
    calendar_out_of_order,
    rules_faulty,
    rules_frozen,
    slate_approved,
    proposal_waits,
    // dates as people type them
    date_unreadable,
    date_does_not_exist,
    time_does_not_exist,
    local_time_skipped,
    local_time_ambiguous,
    zone_unknown,
    // deadlines
    not_open_yet,
    call_closed,
    not_due_yet,
    not_said_ready,
    completion_overdue,
    extension_too_late,
    extension_not_later,
    judging_not_open,
    judging_closed,
    // entries
    entry_limit_reached,
    own_city,
    account_has_parts,
    merged_over_limit,
    too_many_drafts,
    not_your_entry,
    not_editable_now,
    missing_fields,
    category_missing,
    too_many_categories,
    approval_letter_missing,
    draft_still_open,
    screening_not_open,
    checklist_unfinished,
    due_date_missing,
    entry_already_scored,
    consent_required,
    // one answer of a form
    answer_missing,
    answer_too_long,
    word_limit_exceeded,
    not_one_line,
    not_a_number,
    not_a_choice,
    not_an_email,
    not_a_url,
    not_a_phone,
    not_yes_or_no,
    declaration_not_given,
    question_unknown,
    // attachments
    file_type_not_accepted,
    file_locked,
    file_damaged,
    file_too_large,
    file_empty,
    too_many_files,
    upload_unfinished,
    // before judging
    no_eligible_entries,
    screening_unfinished,
    too_few_judges,
    rules_not_frozen,
    // scorecards
    not_your_scorecard,
    conflict_of_interest,
    conflict_not_declared,
    terms_not_accepted,
    identity_not_verified,
    round_not_open,
    entry_takes_part,
    entry_has_left,
    judge_has_left,
    still_barred,
    criterion_unknown,
    score_missing,
    score_off_scale,
    score_reason_missing,
    scorecards_outstanding,
    // the result
    slot_unfilled,
    tie_unresolved,
    scores_out_of_balance,
    before_ratification,
    result_still_hidden,
    result_already_public,
    prize_taken,
    replacement_missing,
    // appeals
    appeals_closed,
    appeal_open_already,
    appeal_settled,
    settled_by_a_judge,
};
// In two halves: Boost.Describe's list ends at 52 names.
// clang-format off
BOOST_DESCRIBE_ENUM_BEGIN(refusal_code)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, refusal_code,
    no_such_move, not_yours_to_do, stale_version, reason_required, decision_required, needs_two_people,
    second_member_missing, joined_later, asked_already, fact_not_loaded,
    categories_missing, tiers_missing, rubric_missing, weights_do_not_sum, calendar_out_of_order,
    rules_faulty, rules_frozen, slate_approved, proposal_waits, date_unreadable, date_does_not_exist, time_does_not_exist,
    local_time_skipped, local_time_ambiguous, zone_unknown, not_open_yet, call_closed, not_due_yet, not_said_ready,
    completion_overdue, extension_too_late, extension_not_later, judging_not_open, judging_closed,
    entry_limit_reached, own_city, account_has_parts, merged_over_limit, too_many_drafts, not_your_entry, not_editable_now, missing_fields, category_missing,
    too_many_categories, approval_letter_missing, draft_still_open, screening_not_open,
    checklist_unfinished, due_date_missing, entry_already_scored, consent_required)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, refusal_code,
    answer_missing, answer_too_long, word_limit_exceeded, not_one_line, not_a_number, not_a_choice,
    not_an_email, not_a_url, not_a_phone, not_yes_or_no, declaration_not_given, question_unknown,
    file_type_not_accepted, file_locked, file_damaged, file_too_large, file_empty, too_many_files,
    upload_unfinished, no_eligible_entries,
    screening_unfinished, too_few_judges, rules_not_frozen, not_your_scorecard, conflict_of_interest,
    conflict_not_declared, terms_not_accepted, identity_not_verified, round_not_open, entry_takes_part,
    entry_has_left, judge_has_left, still_barred, criterion_unknown,
    score_missing, score_off_scale, score_reason_missing, scorecards_outstanding, slot_unfilled,
    tie_unresolved, scores_out_of_balance, before_ratification, result_still_hidden,
    result_already_public, prize_taken, replacement_missing,
    appeals_closed, appeal_open_already, appeal_settled, settled_by_a_judge)
BOOST_DESCRIBE_ENUM_END(refusal_code)
// clang-format on

// One thing that the sentence names: `{"entry", "17"}`. A list is the same name several times.
struct particular {
    std::string name;
    std::string value;
    friend bool operator==(const particular&, const particular&) = default;
};
BOOST_DESCRIBE_STRUCT(particular, (), (name, value))

struct refusal {
    refusal_code code{};
    std::vector<particular> particulars;
    friend bool operator==(const refusal&, const refusal&) = default;
};
BOOST_DESCRIBE_STRUCT(refusal, (), (code, particulars))

// What a guard returns: nothing, or why not.
using verdict = tl::expected<void, refusal>;

// `return refuse(refusal_code::call_closed, {{"closed_at", …}});` from any function that may refuse.
inline tl::unexpected<refusal> refuse(refusal_code code, std::vector<particular> particulars = {}) {
    return tl::unexpected<refusal>(refusal{code, std::move(particulars)});
}

// The particulars of a list: the same name for each value.
inline std::vector<particular> particulars_named(const std::string& name,
                                                 const std::vector<std::string>& values) {
    std::vector<particular> particulars;
    for (const auto& one : values) particulars.push_back({name, one});
    return particulars;
}

// Nothing if the person gave a reason; else `reason_required`.
inline verdict require_reason(bool is_given) {
    if (!is_given) return refuse(refusal_code::reason_required);
    return {};
}

// The first value of that name; empty if the refusal does not speak of it.
inline std::string_view particular_of(const refusal& no, std::string_view name) {
    for (const auto& known : no.particulars)
        if (known.name == name) return known.value;
    return {};
}

}  // namespace workflow
