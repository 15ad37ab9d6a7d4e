#include "server/acts/calls.hpp"

#include "server/store/drafts.hpp"

namespace acts {
namespace {

struct prepared_move {
    workflow::edition edition;
    workflow::edition_facts facts;
};

prepared_move prepare(store::database& db, const move_request& wanted) {
    store::lock_edition(db, wanted.edition);
    auto edition = store::load_edition(db, wanted.edition);
    auto facts = store::load_edition_facts(db, edition, store::load_rules(db, wanted.edition));
    facts.reason_given = wanted.reason_given;
    return {std::move(edition), std::move(facts)};
}

boost::json::object details_of(const move_request& wanted) {
    return wanted.reason.empty() ? boost::json::object{} : boost::json::object{{"reason", wanted.reason}};
}

}  // namespace

moved open_call(store::database& db, const move_request& wanted) {
    const auto [edition, facts] = prepare(db, wanted);
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::open_call, wanted.actor, facts);
    if (!decided) return decided;
    store::note_opened(db, wanted.edition);
    store::move_edition(db, {wanted.actor, wanted.edition}, wanted.edition, edition.version, *decided,
                        details_of(wanted));
    return decided;
}

moved close_call(store::database& db, const move_request& wanted) {
    const auto [edition, facts] = prepare(db, wanted);
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::close_call, wanted.actor, facts);
    if (!decided) return decided;
    store::note_closed(db, wanted.edition);
    const store::author who{wanted.actor, wanted.edition};
    store::move_edition(db, who, wanted.edition, edition.version, *decided, details_of(wanted));
    for (const auto& draft : store::list_drafts_that_end(db, wanted.edition)) {
        workflow::entry_facts draft_facts;
        draft_facts.now = facts.now;
        draft_facts.edition = decided->to;
        draft_facts.calendar = edition.calendar;
        draft_facts.personal_extension = draft.extended_until;
        const auto lapses =
            workflow::decide(draft.state, workflow::entry_action::lapse, wanted.actor, draft_facts);
        if (lapses) store::move_entry(db, who, draft.id, draft.version, *lapses);
    }
    return decided;
}

}  // namespace acts
