#include "workflow/tables.hpp"

namespace workflow {

namespace {

using enum role;
constexpr auto always = nullptr;

// clang-format off

using follow_edition = consequences<edition_consequence>;
using follow_entry = consequences<entry_consequence>;
using follow_scorecard = consequences<scorecard_consequence>;
using follow_certificate = consequences<certificate_consequence>;
constexpr struct {
    template <class Consequence>
    constexpr operator consequences<Consequence>() const { return {}; }
} no_one;

// ---- Edition -------------------------------------------------------------------------------------------
constexpr follow_edition call_opens     {edition_consequence::publish_call};
constexpr follow_edition deadline_moves {edition_consequence::publish_calendar,
                                       edition_consequence::tell_applicants_of_the_deadline};
constexpr follow_edition drafts_end     {edition_consequence::lapse_drafts};
constexpr follow_edition judging_starts {edition_consequence::publish_rule_set, edition_consequence::open_scorecards,
                                       edition_consequence::tell_judges_to_begin};
constexpr follow_edition judging_resumes{edition_consequence::open_scorecards, edition_consequence::tell_judges_to_begin};
constexpr follow_edition scores_fixed   {edition_consequence::lock_scorecards, edition_consequence::seal_tally_inputs,
                                       edition_consequence::run_tally};
constexpr follow_edition result_fixed   {edition_consequence::award_slate, edition_consequence::seal_result};
constexpr follow_edition result_undone  {edition_consequence::reconsider_slate};
constexpr follow_edition result_public  {edition_consequence::publish_result, edition_consequence::send_results,
                                       edition_consequence::issue_certificates};
constexpr follow_edition all_cancelled  {edition_consequence::send_cancellation};

constexpr auto edition_moves = [] {
using enum edition_state;
using enum edition_action;
return std::to_array<edition_row>({
//from          on               to            who may              only if               then tell
{planned,       open_call,       open,         secretariat | clock, call_is_ready,        call_opens},
{open,          extend_deadline, open,         secretariat,         extension_is_in_time, deadline_moves},
{open,          close_call,      screening,    secretariat | clock, call_may_close,       drafts_end},
{screening,     extend_deadline, open,         secretariat,         extension_is_in_time, deadline_moves},
{screening,     start_judging,   judging,      secretariat,         judging_may_start,    judging_starts},
{judging,       close_judging,   deliberation, secretariat,         scorecards_are_in,    scores_fixed},
{deliberation,  resume_judging,  judging,      secretariat,         judging_may_resume,   judging_resumes},
{deliberation,  ratify,          decided,      secretariat,         slate_is_ratifiable,  result_fixed},
{decided,       withdraw_slate,  deliberation, secretariat,         reason_is_given,      result_undone},
{decided,       announce,        announced,    secretariat | clock, announcement_is_due,  result_public},
{announced,     archive,         archived,     secretariat,         always,               no_one},
{planned,       cancel,          cancelled,    secretariat,         reason_is_given,      no_one},
{open,          cancel,          cancelled,    secretariat,         reason_is_given,      all_cancelled},
{screening,     cancel,          cancelled,    secretariat,         reason_is_given,      all_cancelled},
{judging,       cancel,          cancelled,    secretariat,         reason_is_given,      all_cancelled},
{deliberation,  cancel,          cancelled,    secretariat,         reason_is_given,      all_cancelled},
{decided,       cancel,          cancelled,    secretariat,         reason_is_given,      all_cancelled},
});
}();
static_assert(has_no_move_twice(edition_moves) && reaches_every_state(edition_moves));
static_assert(ends_exactly_in(edition_moves, {edition_state::archived, edition_state::cancelled}));
static_assert(uses_every_action(edition_moves) && uses_every_consequence(edition_moves, edition_consequence{}));

// ---- Entry ---------------------------------------------------------------------------------------------
constexpr follow_entry a_receipt   {entry_consequence::keep_version, entry_consequence::send_receipt};
constexpr follow_entry a_request   {entry_consequence::ask_for_completion};
constexpr follow_entry a_finding   {entry_consequence::send_screening_result};
constexpr follow_entry a_word      {entry_consequence::confirm_withdrawal, entry_consequence::tell_secretariat};
constexpr follow_entry the_panel   {entry_consequence::confirm_withdrawal, entry_consequence::tell_secretariat,
                                    entry_consequence::release_scorecards};
constexpr follow_entry who_revokes {entry_consequence::free_slot, entry_consequence::revoke_certificate,
                                    entry_consequence::publish_correction};
constexpr follow_entry who_follows {entry_consequence::issue_certificate, entry_consequence::publish_correction};

constexpr auto entry_moves = [] {
using enum entry_state;
using enum entry_action;
return std::to_array<entry_row>({
//from       on                     to           who may                  only if             then tell
{draft,       submit,                submitted,   applicant,               may_be_submitted,   a_receipt},
{submitted,   reopen,                draft,       applicant,               may_be_reopened,    no_one},
{lapsed,      reopen,                draft,       applicant,               may_be_reopened,    no_one},
{submitted,   return_for_completion, returned,    secretariat,             may_be_returned,    a_request},
{returned,    submit,                submitted,   applicant,               may_be_completed,   a_receipt},
{submitted,   accept,                eligible,    secretariat,             may_be_accepted,    a_finding},
{submitted,   reject,                ineligible,  secretariat,             may_be_rejected,    a_finding},
{draft,       withdraw,              withdrawn,   applicant | secretariat, may_be_withdrawn,   a_word},
{submitted,   withdraw,              withdrawn,   applicant | secretariat, may_be_withdrawn,   a_word},
{returned,    withdraw,              withdrawn,   applicant | secretariat, may_be_withdrawn,   a_word},
{eligible,    withdraw,              withdrawn,   applicant | secretariat, may_be_withdrawn,   the_panel},
{draft,       lapse,                 lapsed,      secretariat | clock,     draft_is_over,      no_one},
{returned,    lapse,                 lapsed,      secretariat | clock,     completion_is_over, a_finding},
{eligible,    award,                 awarded,     secretariat,             slate_is_ratified,  no_one},
{eligible,    pass_over,             not_awarded, secretariat,             slate_is_ratified,  no_one},
{awarded,     reconsider,            eligible,    secretariat,             result_is_hidden,   no_one},
{not_awarded, reconsider,            eligible,    secretariat,             result_is_hidden,   no_one},
{awarded,     revoke,                revoked,     secretariat,             correction_is_made, who_revokes},
{not_awarded, promote,               awarded,     secretariat,             correction_is_made, who_follows},
});
}();
static_assert(has_no_move_twice(entry_moves) && reaches_every_state(entry_moves));
static_assert(ends_exactly_in(entry_moves,
                              {entry_state::ineligible, entry_state::withdrawn, entry_state::revoked}));
static_assert(uses_every_action(entry_moves) && uses_every_consequence(entry_moves, entry_consequence{}));

// ---- Scorecard -----------------------------------------------------------------------------------------
constexpr role_set panel = judge | chair;
constexpr follow_scorecard its_judge  {scorecard_consequence::tell_judge};
constexpr follow_scorecard a_stand_in {scorecard_consequence::find_alternate, scorecard_consequence::tell_secretariat};
constexpr follow_scorecard the_tally  {scorecard_consequence::run_tally, scorecard_consequence::tell_secretariat};

constexpr auto scorecard_moves = [] {
using enum scorecard_state;
using enum scorecard_action;
return std::to_array<scorecard_row>({
//from        on                  to           who may                      only if               then tell
{assigned,    begin,              in_progress, panel,                       may_be_scored,        no_one},
{in_progress, submit,             submitted,   panel,                       scores_are_complete,  its_judge},
{submitted,   reopen,             in_progress, panel,                       may_be_scored,        no_one},
{submitted,   lock,               locked,      secretariat | clock,         judging_is_closing,   no_one},
{locked,      reopen_by_decision, reopened,    secretariat,                 decision_is_recorded, its_judge},
{reopened,    relock,             locked,      panel | secretariat,         may_be_relocked,      the_tally},
{assigned,    recuse,             recused,     panel | secretariat | clock, may_be_recused,       a_stand_in},
{in_progress, recuse,             recused,     panel | secretariat | clock, may_be_recused,       a_stand_in},
{submitted,   recuse,             recused,     panel | secretariat | clock, may_be_recused,       a_stand_in},
{assigned,    excuse,             excused,     secretariat,                 may_be_excused,       a_stand_in},
{in_progress, excuse,             excused,     secretariat,                 may_be_excused,       a_stand_in},
{recused,     put_back,           in_progress, secretariat,                 may_be_put_back,      its_judge},
{excused,     put_back,           in_progress, secretariat,                 may_be_put_back,      its_judge},
{assigned,    release,            excused,     clock,                       entry_is_withdrawn,   its_judge},
{in_progress, release,            excused,     clock,                       entry_is_withdrawn,   its_judge},
{submitted,   release,            excused,     clock,                       entry_is_withdrawn,   its_judge},
{locked,      make_void,          voided,      secretariat,                 reason_is_given,      the_tally},
{reopened,    make_void,          voided,      secretariat,                 reason_is_given,      the_tally},
});
}();
static_assert(has_no_move_twice(scorecard_moves) && reaches_every_state(scorecard_moves));
static_assert(ends_exactly_in(scorecard_moves, {scorecard_state::voided}));
static_assert(uses_every_action(scorecard_moves) && uses_every_consequence(scorecard_moves, scorecard_consequence{}));

// ---- Certificate ---------------------------------------------------------------------------------------
constexpr follow_certificate a_new_one {certificate_consequence::replace_certificate};

constexpr auto certificate_moves = [] {
using enum certificate_state;
using enum certificate_action;
return std::to_array<certificate_row>({
//from   on         to          who may      only if               then tell
{issued, supersede, superseded, secretariat, replacement_is_ready, a_new_one},
{issued, revoke,    revoked,    secretariat, revocation_is_due,    no_one},
});
}();
static_assert(has_no_move_twice(certificate_moves) && reaches_every_state(certificate_moves));
static_assert(ends_exactly_in(certificate_moves,
                              {certificate_state::superseded, certificate_state::revoked}));
static_assert(uses_every_action(certificate_moves) && uses_every_consequence(certificate_moves, certificate_consequence{}));

// clang-format on

}  // namespace

std::span<const edition_row> table_of(edition_state) {
    return edition_moves;
}
std::span<const entry_row> table_of(entry_state) {
    return entry_moves;
}
std::span<const scorecard_row> table_of(scorecard_state) {
    return scorecard_moves;
}
std::span<const certificate_row> table_of(certificate_state) {
    return certificate_moves;
}

}  // namespace workflow
