#include <utility>

#include "workflow/deadlines.hpp"
#include "workflow/guards.hpp"
#include "workflow/names.hpp"

namespace workflow {

namespace {

verdict is_own_scorecard(const scorecard_facts& facts) {
    if (!facts.is_own) return refuse(refusal_code::not_your_scorecard);
    return {};
}

verdict judge_is_free_to_score(const scorecard_facts& facts) {
    if (!facts.identity_verified) return refuse(refusal_code::identity_not_verified);
    if (!facts.terms_accepted) return refuse(refusal_code::terms_not_accepted);
    if (facts.has_conflict) return refuse(refusal_code::conflict_of_interest);
    if (!facts.conflict_declared) return refuse(refusal_code::conflict_not_declared);
    return {};
}

verdict every_score_is_there(const scorecard_facts& facts) {
    if (!facts.scores_missing->empty())
        return refuse(refusal_code::score_missing, particulars_named("criterion", facts.scores_missing));
    if (!facts.scores_off_scale->empty())
        return refuse(refusal_code::score_off_scale, particulars_named("criterion", facts.scores_off_scale));
    if (!facts.reasons_missing->empty())
        return refuse(refusal_code::score_reason_missing,
                      particulars_named("criterion", facts.reasons_missing));
    return {};
}

}  // namespace

verdict may_be_scored(const scorecard_facts& facts) {
    if (auto own = is_own_scorecard(facts); !own) return own;
    if (auto timely = may_still(deadline_act::score, {}, facts.edition, {}, {}); !timely) return timely;
    if (!facts.round_open) return refuse(refusal_code::round_not_open);
    return judge_is_free_to_score(facts);
}

verdict scores_are_complete(const scorecard_facts& facts) {
    if (auto free = may_be_scored(facts); !free) return free;
    return every_score_is_there(facts);
}

verdict judging_is_closing(const scorecard_facts& facts) {
    if (facts.edition == edition_state::judging || facts.edition == edition_state::deliberation) return {};
    return refuse(refusal_code::judging_not_open, state_facts(facts.edition));
}

verdict decision_is_recorded(const scorecard_facts& facts) {
    if (auto closing = judging_is_closing(facts); !closing) return closing;
    if (!facts.decision_recorded) return refuse(refusal_code::decision_required);
    return require_reason(facts.reason_given);
}

verdict may_be_relocked(const scorecard_facts& facts) {
    if (auto closing = judging_is_closing(facts); !closing) return closing;
    if (facts.acting == role::secretariat) {
        if (!facts.reason_given) return refuse(refusal_code::reason_required);
        return every_score_is_there(facts);
    }
    if (auto own = is_own_scorecard(facts); !own) return own;
    if (auto free = judge_is_free_to_score(facts); !free) return free;
    return every_score_is_there(facts);
}

verdict may_be_recused(const scorecard_facts& facts) {
    if (facts.acting == role::clock && !facts.has_conflict)
        return refuse(refusal_code::not_yours_to_do, {{"role", std::string(name_of(role::clock))}});
    if (facts.acting == role::clock) return {};
    if (facts.acting != role::secretariat)
        if (auto own = is_own_scorecard(facts); !own) return own;
    return require_reason(facts.reason_given);
}

verdict may_be_excused(const scorecard_facts& facts) {
    return require_reason(facts.reason_given);
}

verdict may_be_put_back(const scorecard_facts& facts) {
    if (auto timely = may_still(deadline_act::score, {}, facts.edition, {}, {}); !timely) return timely;
    if (!facts.round_open) return refuse(refusal_code::round_not_open);
    if (facts.judge_left) return refuse(refusal_code::judge_has_left);
    if (facts.entry_withdrawn) return refuse(refusal_code::entry_has_left);
    if (facts.has_conflict) return refuse(refusal_code::still_barred);
    return require_reason(facts.reason_given);
}

verdict entry_is_withdrawn(const scorecard_facts& facts) {
    if (!facts.entry_withdrawn) return refuse(refusal_code::entry_takes_part);
    return {};
}

verdict reason_is_given(const scorecard_facts& facts) {
    return require_reason(facts.reason_given);
}

namespace {

verdict result_is_public(const certificate_facts& facts) {
    if (facts.edition == edition_state::announced || facts.edition == edition_state::archived) return {};
    return refuse(refusal_code::result_still_hidden, state_facts(facts.edition));
}

}  // namespace

verdict replacement_is_ready(const certificate_facts& facts) {
    if (auto open = result_is_public(facts); !open) return open;
    if (!facts.reason_given) return refuse(refusal_code::reason_required);
    if (!facts.replacement_ready) return refuse(refusal_code::replacement_missing);
    return {};
}

verdict revocation_is_due(const certificate_facts& facts) {
    if (auto open = result_is_public(facts); !open) return open;
    return require_reason(facts.reason_given);
}

}  // namespace workflow
