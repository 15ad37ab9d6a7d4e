#include "workflow/lifecycle.hpp"

#include <concepts>

#include "workflow/known.hpp"
#include "workflow/machine.hpp"

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

using edition_row = move_row<edition_state, edition_action, edition_facts, edition_consequence>;
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

using entry_row = move_row<entry_state, entry_action, entry_facts, entry_consequence>;
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

using scorecard_row = move_row<scorecard_state, scorecard_action, scorecard_facts, scorecard_consequence>;
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
{assigned,    release,            excused,     clock,                       entry_is_withdrawn,   its_judge},
{in_progress, release,            excused,     clock,                       entry_is_withdrawn,   its_judge},
{submitted,   release,            excused,     clock,                       entry_is_withdrawn,   its_judge},
{locked,      make_void,          voided,      secretariat,                 reason_is_given,      the_tally},
{reopened,    make_void,          voided,      secretariat,                 reason_is_given,      the_tally},
});
}();
static_assert(has_no_move_twice(scorecard_moves) && reaches_every_state(scorecard_moves));
static_assert(ends_exactly_in(scorecard_moves, {scorecard_state::recused, scorecard_state::excused,
                                                scorecard_state::voided}));
static_assert(uses_every_action(scorecard_moves) && uses_every_consequence(scorecard_moves, scorecard_consequence{}));

// ---- Certificate ---------------------------------------------------------------------------------------
constexpr follow_certificate a_new_one {certificate_consequence::replace_certificate};

using certificate_row = move_row<certificate_state, certificate_action, certificate_facts, certificate_consequence>;
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

constexpr const auto& table_of(edition_state) {
    return edition_moves;
}
constexpr const auto& table_of(entry_state) {
    return entry_moves;
}
constexpr const auto& table_of(scorecard_state) {
    return scorecard_moves;
}
constexpr const auto& table_of(certificate_state) {
    return certificate_moves;
}

constexpr std::string_view machine_of(edition_state) {
    return name_of(machine::edition);
}
constexpr std::string_view machine_of(entry_state) {
    return name_of(machine::entry);
}
constexpr std::string_view machine_of(scorecard_state) {
    return name_of(machine::scorecard);
}
constexpr std::string_view machine_of(certificate_state) {
    return name_of(machine::certificate);
}

template <class State, class Action>
refusal no_row_for(State from, Action on) {
    refusal no{refusal_code::no_such_move,
               {{"machine", std::string(machine_of(from))},
                {"state", std::string(name_of(from))},
                {"action", std::string(name_of(on))}}};
    // The one missing row that people will look for: an announcement before its ratification.
    if constexpr (std::same_as<State, edition_state>)
        if (on == edition_action::announce && from < edition_state::decided)
            no.code = refusal_code::before_ratification;
    return no;
}

// The guard's answer; a fact that nobody loaded is a refusal.
template <class Facts>
verdict ask(guard<Facts> only_if, const Facts& facts) {
    if (only_if == nullptr) return {};
    try {
        return only_if(facts);
    } catch (const unset_fact&) {
        return refuse(refusal_code::fact_not_loaded, {{"guard", guard_name(only_if)}});
    }
}

template <class Row>
auto consequences_in(const Row& row) {
    return std::vector(row.then_tell.begin(), row.then_tell.end());
}

}  // namespace

struct decision_maker {
    template <class Decision, class State, class Action, class Facts>
    static tl::expected<Decision, refusal> decide(State from, Action on, const actor& who, Facts& facts) {
        const auto* row = find(table_of(from), from, on);
        if (row == nullptr) return tl::unexpected(no_row_for(from, on));
        if (!row->who_may.holds(who.acts_as))
            return refuse(refusal_code::not_yours_to_do, {{"machine", std::string(machine_of(from))},
                                                          {"action", std::string(name_of(on))},
                                                          {"role", std::string(name_of(who.acts_as))}});
        facts.acting = who.acts_as;
        if (const auto answer = ask(row->only_if, facts); !answer) return tl::unexpected(answer.error());
        return Decision(from, on, row->to, consequences_in(*row));
    }
};

namespace {

template <class Action, class State>
std::vector<Action> moves_in_table(role who, State from) {
    std::vector<Action> open;
    for (const auto& row : table_of(from))
        if (row.from == from && row.who_may.holds(who)) open.push_back(row.on);
    return open;
}

template <class Decision, class Action, class State, class Facts>
std::vector<Action> moves_by_facts(role who, State from, Facts facts) {
    std::vector<Action> open;
    for (const auto on : moves_in_table<Action>(who, from))
        if (decision_maker::decide<Decision>(from, on, actor{who, {}}, facts)) open.push_back(on);
    return open;
}

template <class Consequence, class State, class Action>
std::vector<Consequence> consequences_of_row(State from, Action on) {
    const auto* row = find(table_of(from), from, on);
    return row == nullptr ? std::vector<Consequence>{} : consequences_in(*row);
}

}  // namespace

tl::expected<edition_decision, refusal> decide(edition_state from, edition_action on, const actor& who,
                                               edition_facts facts) {
    return decision_maker::decide<edition_decision>(from, on, who, facts);
}
std::vector<edition_action> moves_open_to(role who, edition_state from) {
    return moves_in_table<edition_action>(who, from);
}
std::vector<edition_action> moves_open_to(role who, edition_state from, const edition_facts& facts) {
    return moves_by_facts<edition_decision, edition_action>(who, from, facts);
}
std::vector<edition_consequence> list_consequences(edition_state from, edition_action on) {
    return consequences_of_row<edition_consequence>(from, on);
}

tl::expected<entry_decision, refusal> decide(entry_state from, entry_action on, const actor& who,
                                             entry_facts facts) {
    return decision_maker::decide<entry_decision>(from, on, who, facts);
}
std::vector<entry_action> moves_open_to(role who, entry_state from) {
    return moves_in_table<entry_action>(who, from);
}
std::vector<entry_action> moves_open_to(role who, entry_state from, const entry_facts& facts) {
    return moves_by_facts<entry_decision, entry_action>(who, from, facts);
}
std::vector<entry_consequence> list_consequences(entry_state from, entry_action on) {
    return consequences_of_row<entry_consequence>(from, on);
}

tl::expected<scorecard_decision, refusal> decide(scorecard_state from, scorecard_action on, const actor& who,
                                                 scorecard_facts facts) {
    return decision_maker::decide<scorecard_decision>(from, on, who, facts);
}
std::vector<scorecard_action> moves_open_to(role who, scorecard_state from) {
    return moves_in_table<scorecard_action>(who, from);
}
std::vector<scorecard_action> moves_open_to(role who, scorecard_state from, const scorecard_facts& facts) {
    return moves_by_facts<scorecard_decision, scorecard_action>(who, from, facts);
}
std::vector<scorecard_consequence> list_consequences(scorecard_state from, scorecard_action on) {
    return consequences_of_row<scorecard_consequence>(from, on);
}

tl::expected<certificate_decision, refusal> decide(certificate_state from, certificate_action on,
                                                   const actor& who, certificate_facts facts) {
    return decision_maker::decide<certificate_decision>(from, on, who, facts);
}
std::vector<certificate_action> moves_open_to(role who, certificate_state from) {
    return moves_in_table<certificate_action>(who, from);
}
std::vector<certificate_action> moves_open_to(role who, certificate_state from,
                                              const certificate_facts& facts) {
    return moves_by_facts<certificate_decision, certificate_action>(who, from, facts);
}
std::vector<certificate_consequence> list_consequences(certificate_state from, certificate_action on) {
    return consequences_of_row<certificate_consequence>(from, on);
}

namespace {

template <class Table>
std::vector<move_description> describe_moves(const Table& table) {
    std::vector<move_description> moves;
    for (const auto& row : table) {
        move_description one{std::string(name_of(row.from)), std::string(name_of(row.on)),
                             std::string(name_of(row.to)),   {},
                             guard_name(row.only_if),        {}};
        for (const auto& [who, name] : all_of<role>)
            if (row.who_may.holds(who)) one.who_may.emplace_back(name);
        for (const auto follows : row.then_tell) one.then_tell.emplace_back(name_of(follows));
        moves.push_back(std::move(one));
    }
    return moves;
}

}  // namespace

std::vector<move_description> list_moves(machine which) {
    switch (which) {
        case machine::edition: return describe_moves(edition_moves);
        case machine::entry: return describe_moves(entry_moves);
        case machine::scorecard: return describe_moves(scorecard_moves);
        case machine::certificate: return describe_moves(certificate_moves);
    }
    return {};
}

std::vector<edge> list_edges() {
    std::vector<edge> edges;
    for (const auto& [which, name] : all_of<machine>)
        for (const auto& move : list_moves(which))
            edges.push_back({std::string(name), move.from, move.action, move.to});
    return edges;
}

}  // namespace workflow
