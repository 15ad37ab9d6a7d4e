#include "server/store/moves.hpp"

#include "workflow/state_sets.hpp"

namespace store {
namespace {

template <class Enum>
std::string_view word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

template <class Decision>
void record(database& db, const author& who, std::string_view machine, std::int64_t id,
            const accounted<Decision>& decided, boost::json::object details) {
    record_move(db, who, {machine, word(decided->from), word(decided->action), word(decided->to)}, id,
                std::move(details));
}

void expect_one(long touched) {
    if (touched != 1) throw stale_row{};
}

}  // namespace

void move_edition(database& db, const author& who, workflow::edition_id id, int version,
                  const accounted<workflow::edition_decision>& decided, boost::json::object details) {
    expect_one(db.run(R"(update edition set state = :to, version = version + 1
                         where id = :id and state = :from and version = :version)",
                      {{"to", decided->to}, {"id", id}, {"from", decided->from}, {"version", version}}));
    record(db, who, "edition", workflow::value(id), decided, std::move(details));
}

void move_entry(database& db, const author& who, workflow::entry_id id, int version,
                const accounted<workflow::entry_decision>& decided, visibility seen,
                boost::json::object details) {
    if (seen == visibility::open) {
        // In one UPDATE, since the schema ties a place to the states that hold one (E1).
        expect_one(db.run(R"(update entry set state = :to, version = version + 1,
                                    place = case when :to = any(:without_a_place) then null else place end
                             where id = :id and state = :from and version = :version)",
                          {{"to", decided->to},
                           {"id", id},
                           {"from", decided->from},
                           {"version", version},
                           {"without_a_place", workflow::entry_states::without_a_place}}));
    } else {
        // The version stays: a change of it would tell the city that something was decided.
        expect_one(db.run(R"(update entry set sealed_state = nullif(:to, state)
                             where id = :id and coalesce(sealed_state, state) = :from and version = :version)",
                          {{"to", decided->to}, {"id", id}, {"from", decided->from}, {"version", version}}));
    }
    record(db, who, "entry", workflow::value(id), decided, std::move(details));
}

long unseal_entries(database& db, workflow::edition_id edition) {
    return db.run(R"(update entry set state = sealed_state, sealed_state = null, version = version + 1,
                                      place = case when sealed_state = any(:without_a_place) then null else place end
                     where edition_id = :edition and sealed_state is not null)",
                  {{"edition", edition}, {"without_a_place", workflow::entry_states::without_a_place}});
}

void move_scorecard(database& db, const author& who, workflow::scorecard_id id, int version,
                    const accounted<workflow::scorecard_decision>& decided, boost::json::object details) {
    expect_one(db.run(R"(update scorecard set state = :to, version = version + 1
                         where id = :id and state = :from and version = :version)",
                      {{"to", decided->to}, {"id", id}, {"from", decided->from}, {"version", version}}));
    record(db, who, "scorecard", workflow::value(id), decided, std::move(details));
}

void move_certificate(database& db, const author& who, workflow::certificate_id id, int version,
                      const accounted<workflow::certificate_decision>& decided, boost::json::object details,
                      std::optional<workflow::certificate_id> next) {
    expect_one(db.run(R"(update certificate set state = :to, version = version + 1, changed_at = :now,
                                superseded_by = cast(:next as bigint)
                         where id = :id and state = :from and version = :version)",
                      {{"to", decided->to},
                       {"id", id},
                       {"from", decided->from},
                       {"version", version},
                       {"now", db.now()},
                       {"next", next}}));
    record(db, who, "certificate", workflow::value(id), decided, std::move(details));
}

void share_edition(database& db, workflow::edition_id edition) {
    db.run("select pg_advisory_xact_lock_shared(20140, cast(:edition as integer))", {{"edition", edition}});
}

void lock_edition(database& db, workflow::edition_id edition) {
    db.run("select pg_advisory_xact_lock(20140, cast(:edition as integer))", {{"edition", edition}});
}

}  // namespace store
