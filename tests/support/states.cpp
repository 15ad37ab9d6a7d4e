#include "tests/support/states.hpp"

#include <deque>
#include <map>

#include "server/store/editions.hpp"
#include "server/store/entries.hpp"
#include "server/store/rounds.hpp"
#include "server/store/screening.hpp"
#include "tests/workflow/made_up.hpp"

namespace tests {

class mover {
public:
    template <class Decision>
    static store::accounted<Decision> without_what_follows(const Decision& decided) {
        return store::accounted<Decision>(decided);
    }
};

namespace {

using std::chrono::hours;
using workflow::edition_action;
using workflow::edition_state;
using workflow::entry_action;
using workflow::instant;
using workflow::role;
using workflow::scorecard_action;

constexpr instant of_the_calendar(int hour) {
    return instant{hours{hour}};
}

workflow::edition_facts facts_of(edition_action) {
    auto facts = made_up::looked_up<workflow::edition_facts>();
    facts.now = of_the_calendar(15);
    facts.reason_given = facts.decision_recorded = true;
    facts.calendar = workflow::calendar{
        "UTC", of_the_calendar(10), of_the_calendar(20), 0, of_the_calendar(30), of_the_calendar(40), {}, ""};
    facts.categories = facts.tiers = facts.criteria = 1;
    facts.weights_total_bp = 10'000;
    facts.extension_decided_at = facts.now.get();
    facts.new_closes_at = of_the_calendar(25);
    facts.eligible_entries = 1;
    facts.rule_set_frozen = true;
    facts.ratifiers = 2;
    return facts;
}

// In which phase of the edition an entry makes this move.
edition_state phase_of(entry_action action) {
    using enum entry_action;
    switch (action) {
        case submit:
        case reopen:
        case withdraw: return edition_state::open;
        case return_for_completion:
        case accept:
        case reject: return edition_state::screening;
        case lapse: return edition_state::cancelled;
        case award:
        case pass_over:
        case reconsider: return edition_state::deliberation;
        case revoke:
        case promote: return edition_state::announced;
    }
    return edition_state::planned;
}

workflow::entry_facts facts_of(entry_action action) {
    auto facts = made_up::looked_up<workflow::entry_facts>();
    facts.now = of_the_calendar(15);
    facts.reason_given = facts.decision_recorded = facts.is_own = true;
    facts.edition = phase_of(action);
    facts.calendar = facts_of(edition_action::open_call).calendar.get();
    facts.completion_due_at = of_the_calendar(20);
    return facts;
}

workflow::scorecard_facts facts_of(scorecard_action) {
    auto facts = made_up::looked_up<workflow::scorecard_facts>();
    facts.reason_given = facts.decision_recorded = facts.is_own = true;
    facts.edition = edition_state::judging;
    facts.terms_accepted = facts.identity_verified = facts.conflict_declared = true;
    return facts;
}

workflow::certificate_facts facts_of(workflow::certificate_action) {
    auto facts = made_up::looked_up<workflow::certificate_facts>();
    facts.edition = edition_state::announced;
    facts.reason_given = facts.replacement_ready = true;
    return facts;
}

template <class Action>
struct step {
    role who;
    Action action;
};

// The fewest moves from one state to the other, breadth first.
template <class Action, class State>
std::vector<step<Action>> find_road(State from, State to) {
    std::map<State, std::vector<step<Action>>> roads{{from, {}}};
    for (std::deque<State> next{from}; !next.empty() && !roads.contains(to); next.pop_front())
        for (const auto who : {role::applicant, role::judge, role::secretariat})
            for (const auto action : workflow::moves_open_to(who, next.front())) {
                const auto move =
                    workflow::decide(next.front(), action, workflow::actor{who, {}}, facts_of(action));
                if (!move || roads.contains(move->to)) continue;
                auto road = roads.at(next.front());
                road.push_back({who, action});
                roads.emplace(move->to, std::move(road));
                next.push_back(move->to);
            }
    if (!roads.contains(to)) throw std::logic_error("no road leads to this state");
    return roads.at(to);
}

void prepare(store::database& db, workflow::edition_id id, edition_action action) {
    if (action == edition_action::open_call) store::note_opened(db, id);
    if (action == edition_action::close_call) store::note_closed(db, id);
    if (action == edition_action::start_judging) store::freeze_rules(db, store::load_rules(db, id).id);
    if (action == edition_action::announce) {
        store::note_announced(db, id);
        store::unseal_entries(db, id);
    }
}

// The database gives a number only while a person acts; the owner, who lays rows down, is none.
void note_submitted_by_its_author(store::database& db, const store::entry_row& entry) {
    const auto versions =
        db.value<int>("select count(*) from entry_version where entry_id = :id", {{"id", entry.id}});
    const auto before = db.value<std::string>("select coalesce(current_setting('app.person', true), '')");
    db.run("select set_config('app.person', cast(created_by as text), true) from entry where id = :id",
           {{"id", entry.id}});
    store::note_submitted(db, entry, versions);
    db.run("select set_config('app.person', :person, true)", {{"person", before}});
}

void prepare(store::database& db, workflow::entry_id id, entry_action action) {
    if (action == entry_action::submit) {
        const auto entry = store::lock_entry(db, id);
        if (!store::take_place(db, entry)) throw std::logic_error("the city has no place left");
        note_submitted_by_its_author(db, entry);
    }
    if (action == entry_action::return_for_completion)
        store::set_return(db, id, "A figure is missing", db.now() + hours(24));
    if (action == entry_action::reject) store::set_closing_reason(db, id, "It is not eligible");
}

void prepare(store::database& db, workflow::scorecard_id id, scorecard_action action) {
    using enum scorecard_action;
    if (action == submit)
        db.run("update scorecard set submitted_at = :now, submitted_hash = sha256('sheet') where id = :id",
               {{"now", db.now()}, {"id", id}});
    if (action == recuse || action == excuse || action == make_void)
        store::set_card_reasons(db, {id}, {"A reason of the test"});
}

void prepare(store::database&, workflow::certificate_id, workflow::certificate_action) {}

struct row_seen {
    workflow::edition_id edition_id;
    std::string state;
    int version;
};
BOOST_DESCRIBE_STRUCT(row_seen, (), (edition_id, state, version))

store::author author_of(store::database& db, role who, workflow::edition_id edition) {
    return {{who, db.person()}, edition};
}

// Each move of the road from the row as the last one left it; `sql` reads that, `move` makes the move.
template <class Action, class Id, class State, class Move>
void walk(store::database& db, Id id, State to, const char* sql, Move move) {
    State state{};
    const auto load = [&] {
        const auto row = db.load<row_seen>(sql, {{"id", id}});
        if (!boost::describe::enum_from_string(row.state.c_str(), state)) throw std::logic_error(row.state);
        return row;
    };
    load();
    for (const auto& one : find_road<Action>(state, to)) {
        prepare(db, id, one.action);
        const auto row = load();
        const auto who = author_of(db, one.who, row.edition_id);
        move(who, row.version, workflow::decide(state, one.action, who.actor, facts_of(one.action)).value());
    }
}

}  // namespace

void make_move(store::database& db, const seen_edition& seen, edition_action action) {
    const auto who = author_of(db, role::secretariat, seen.id);
    const auto decided = workflow::decide(seen.state, action, who.actor, facts_of(action));
    store::move_edition(db, who, seen.id, seen.version, mover::without_what_follows(decided.value()));
}

void bring(store::database& db, workflow::edition_id id, edition_state to) {
    const auto load = [&] { return store::load_edition(db, id); };
    for (const auto& one : find_road<edition_action>(load().state, to)) {
        prepare(db, id, one.action);
        const auto now = load();
        make_move(db, {id, now.state, now.version}, one.action);
    }
}

void bring(store::database& db, workflow::entry_id id, workflow::entry_state to, store::visibility seen) {
    // A city may not even ask for what is sealed.
    const auto* sql = seen == store::visibility::open
                          ? "select edition_id, state, version from entry where id = :id"
                          : "select edition_id, coalesce(sealed_state, state) as state, version from entry "
                            "where id = :id";
    walk<entry_action>(db, id, to, sql, [&](const auto& who, int version, const auto& decided) {
        store::move_entry(db, who, id, version, mover::without_what_follows(decided), seen);
    });
}

void bring(store::database& db, workflow::scorecard_id id, workflow::scorecard_state to) {
    walk<scorecard_action>(db, id, to, "select edition_id, state, version from scorecard where id = :id",
                           [&](const auto& who, int version, const auto& decided) {
                               store::move_scorecard(db, who, id, version,
                                                     mover::without_what_follows(decided));
                           });
}

void bring(store::database& db, workflow::certificate_id id, workflow::certificate_state to,
           std::optional<workflow::certificate_id> next) {
    walk<workflow::certificate_action>(
        db, id, to, "select edition_id, state, version from certificate where id = :id",
        [&](const auto& who, int version, const auto& decided) {
            store::move_certificate(db, who, id, version, mover::without_what_follows(decided), {}, next);
        });
}

}  // namespace tests
