#include "server/acts/moving.hpp"

#include "server/acts/consequences.hpp"
#include "workflow/names.hpp"

namespace acts {
namespace {

workflow::verdict carry_out(workflow::edition_consequence which, const acting& now, edition_move& moved) {
    using enum workflow::edition_consequence;
    switch (which) {
        case publish_call: return publish_the_call(now, moved);
        case publish_calendar: return publish_the_calendar(now, moved);
        case tell_applicants_of_the_deadline: return tell_applicants(now, moved);
        case lapse_drafts: return lapse_the_drafts(now, moved);
        case publish_rule_set: return publish_the_rule_set(now, moved);
        case open_scorecards: return open_the_scorecards(now, moved);
        case tell_judges_to_begin: return tell_the_judges(now, moved);
        case lock_scorecards: return lock_the_scorecards(now, moved);
        case seal_tally_inputs: return seal_the_inputs(now, moved);
        case run_tally: return run_the_tally(now, moved);
        case award_slate: return award_the_slate(now, moved);
        case seal_result: return seal_the_result(now, moved);
        case reconsider_slate: return reconsider_the_slate(now, moved);
        case publish_result: return publish_the_result(now, moved);
        case send_results: return send_the_results(now, moved);
        case issue_certificates: return issue_the_certificates(now, moved);
        case send_cancellation: return send_the_cancellation(now, moved);
    }
    throw std::logic_error("a consequence without a function");
}

workflow::verdict carry_out(workflow::entry_consequence which, const acting& now, entry_move& moved) {
    using enum workflow::entry_consequence;
    switch (which) {
        case keep_version: return keep_the_version(now, moved);
        case send_receipt: return send_the_receipt(now, moved);
        case ask_for_completion: return ask_the_city(now, moved);
        case send_screening_result: return send_the_finding(now, moved);
        case confirm_withdrawal: return confirm_the_withdrawal(now, moved);
        case tell_secretariat: return tell_the_secretariat(now, moved);
        case release_scorecards: return release_the_scorecards(now, moved);
        case free_slot: return free_the_slot(now, moved);
        case revoke_certificate: return revoke_the_certificate(now, moved);
        case issue_certificate: return issue_the_certificate(now, moved);
        case publish_correction: return publish_the_correction(now, moved);
    }
    throw std::logic_error("a consequence without a function");
}

workflow::verdict carry_out(workflow::scorecard_consequence which, const acting& now,
                            const std::vector<const scorecard_move*>& moved) {
    using enum workflow::scorecard_consequence;
    switch (which) {
        case run_tally: return run_the_tally(now, moved);
        case find_alternate: return find_an_alternate(now, moved);
        case tell_judge: return tell_the_judge(now, moved);
        case tell_secretariat: return tell_the_secretariat(now, moved);
    }
    throw std::logic_error("a consequence without a function");
}

workflow::verdict carry_out(workflow::certificate_consequence which, const acting& now,
                            certificate_move& moved) {
    using enum workflow::certificate_consequence;
    switch (which) {
        case replace_certificate: return replace_the_certificate(now, moved);
    }
    throw std::logic_error("a consequence without a function");
}

// The version that was submitted is kept before the state says so; everything else looks at the moved row.
bool comes_first(workflow::entry_consequence which) {
    return which == workflow::entry_consequence::keep_version;
}

}  // namespace

class carrier {
public:
    static workflow::verdict move(const acting& now, edition_move& moved) {
        for (const auto which : moved.decided.then_tell)
            if (auto done = carry_out(which, now, moved); !done) return done;
        if (now.reason_given()) moved.details["reason"] = now.reason;
        store::move_edition(now.db, now.who, moved.edition.id, moved.edition.version,
                            store::accounted(moved.decided), moved.details);
        return {};
    }

    static workflow::verdict move(const acting& now, entry_move& moved) {
        for (const auto which : moved.decided.then_tell)
            if (comes_first(which))
                if (auto done = carry_out(which, now, moved); !done) return done;
        store::move_entry(now.db, now.who, moved.id, moved.version, store::accounted(moved.decided),
                          moved.seen, moved.details);
        for (const auto which : moved.decided.then_tell)
            if (!comes_first(which))
                if (auto done = carry_out(which, now, moved); !done) return done;
        return {};
    }

    static workflow::verdict move(const acting& now, std::vector<scorecard_move>& moved) {
        for (const auto& one : moved)
            store::move_scorecard(now.db, now.who, one.id, one.version, store::accounted(one.decided),
                                  one.details);
        for (const auto& [which, name] : workflow::all_of<workflow::scorecard_consequence>) {
            std::vector<const scorecard_move*> naming;
            for (const auto& one : moved)
                if (std::ranges::count(one.decided.then_tell, which) > 0) naming.push_back(&one);
            if (naming.empty()) continue;
            if (auto done = carry_out(which, now, naming); !done) return done;
        }
        return {};
    }

    static workflow::verdict move(const acting& now, certificate_move& moved) {
        for (const auto which : moved.decided.then_tell)
            if (auto done = carry_out(which, now, moved); !done) return done;
        boost::json::object details;
        if (moved.next) details["next"] = workflow::value(*moved.next);
        store::note_certificate_reason(now.db, moved.old.id, now.reason);
        store::move_certificate(now.db, now.who, moved.old.id, moved.old.version,
                                store::accounted(moved.decided), details, moved.next);
        return {};
    }
};

workflow::verdict move(const acting& now, edition_move& moved) {
    return carrier::move(now, moved);
}
workflow::verdict move(const acting& now, entry_move& moved) {
    return carrier::move(now, moved);
}
workflow::verdict move(const acting& now, std::vector<scorecard_move>& moved) {
    return carrier::move(now, moved);
}
workflow::verdict move(const acting& now, certificate_move& moved) {
    return carrier::move(now, moved);
}

}  // namespace acts
