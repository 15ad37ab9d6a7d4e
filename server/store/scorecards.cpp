#include "server/store/scorecards.hpp"

#include <sodium.h>

#include "server/store/documents.hpp"
#include "server/store/editions.hpp"
#include "server/store/entry_versions.hpp"

namespace store {
namespace {

struct comment_row {
    std::string reader, body;
};
BOOST_DESCRIBE_STRUCT(comment_row, (), (reader, body))

// What is hashed when a sheet is confirmed.
struct confirmed_sheet {
    workflow::scorecard_id scorecard{};
    workflow::judge_id judge{};
    workflow::entry_id entry{};
    int entry_version = 0;
    workflow::round_id round{};
    std::string rules;
    int version = 0;
    std::string nonce;
    sheet given;
};
BOOST_DESCRIBE_STRUCT(confirmed_sheet, (),
                      (scorecard, judge, entry, entry_version, round, rules, version, nonce, given))

// One row of the array parameters; an empty text stands for null where there is no value.
struct columns {
    std::vector<std::string> criteria, sets_value, values, sets_reason, reasons, readers, bodies;
};

columns columns_of(const given_sheet& given) {
    columns in;
    for (const auto& one : given.scores) {
        in.criteria.push_back(one.criterion);
        in.sets_value.push_back(one.sets_value ? "t" : "f");
        in.values.push_back(one.value ? std::to_string(*one.value) : "");
        in.sets_reason.push_back(one.reason ? "t" : "f");
        in.reasons.push_back(one.reason.value_or(""));
    }
    const auto add = [&](const char* reader, const std::optional<std::string>& body) {
        if (!body) return;
        in.readers.emplace_back(reader);
        in.bodies.push_back(*body);
    };
    add("city", given.to_city);
    add("panel", given.to_panel);
    return in;
}

std::string revision_of(const given_sheet& given) {
    boost::json::object said;
    for (const auto& one : given.scores) {
        if (one.sets_value)
            said["score." + one.criterion] =
                one.value ? boost::json::value(*one.value) : boost::json::value();
        if (one.reason) said["reason." + one.criterion] = *one.reason;
    }
    if (given.to_city) said["comment.city"] = *given.to_city;
    if (given.to_panel) said["comment.panel"] = *given.to_panel;
    return boost::json::serialize(said);
}

// The secretariat reads the log while judging is open: it learns that something was saved, not what (J5).
event_text event_of(database& db, const author& who, workflow::scorecard_id card, int version) {
    return act_text(db, who, audit_subject::scorecard, workflow::value(card), audit_action::scores_saved,
                    {{"version", version}});
}

constexpr std::string_view save_statement =
    R"(with bumped as (
           update scorecard s set version = s.version + 1
           where s.id = :card and s.version = :version and s.state = :state
             and s.judge_id in (select j from my_judges() j)
           returning s.id, s.edition_id, s.version, s.rule_set_id),
       given as (
           select * from unnest(cast(:criteria as text[]), cast(:sets_value as boolean[]), cast(:values as text[]),
                                cast(:sets_reason as boolean[]), cast(:reasons as text[]))
                         as t (criterion, sets_value, value, sets_reason, reason)),
       scored as (
           insert into score (scorecard_id, edition_id, criterion, value, reason)
           select b.id, b.edition_id, g.criterion,
                  case when g.sets_value then cast(nullif(g.value, '') as smallint) else o.value end,
                  case when g.sets_reason then g.reason else coalesce(o.reason, '') end
           from bumped b cross join given g
                left join score o on o.scorecard_id = b.id and o.criterion = g.criterion
           on conflict (scorecard_id, criterion) do update set value = excluded.value, reason = excluded.reason),
       commented as (
           insert into scorecard_comment (scorecard_id, edition_id, reader, body)
           select b.id, b.edition_id, t.reader, t.body
           from bumped b cross join unnest(cast(:readers as text[]), cast(:bodies as text[])) as t (reader, body)
           on conflict (scorecard_id, reader) do update set body = excluded.body),
       revised as (
           insert into scorecard_revision (scorecard_id, edition_id, version, body, key, saved_at)
           select id, edition_id, version, :revision, nullif(:key, ''), :now from bumped),
       logged as (
           insert into audit_event (edition_id, happened_at, actor_id, actor_role, subject, subject_id, action, body,
                                    salt, leaf_hash)
           select edition_id, :now, :actor, :role, :subject, id, :action, :body, :salt, :leaf from bumped)
       select b.version, b.rule_set_id, encode(r.hash, 'hex') as rules_hash
       from bumped b join rule_set r on r.id = b.rule_set_id)";

std::optional<saved_card> write_sheet(database& db, const author& who, workflow::scorecard_id card,
                                      int version, workflow::scorecard_state state,
                                      const given_sheet& given) {
    const auto in = columns_of(given);
    const auto event = event_of(db, who, card, version + 1);
    return db.find<saved_card>(save_statement, {{"card", card},
                                                {"version", version},
                                                {"state", state},
                                                {"criteria", in.criteria},
                                                {"sets_value", in.sets_value},
                                                {"values", in.values},
                                                {"sets_reason", in.sets_reason},
                                                {"reasons", in.reasons},
                                                {"readers", in.readers},
                                                {"bodies", in.bodies},
                                                {"revision", revision_of(given)},
                                                {"key", given.key},
                                                {"now", db.now()},
                                                {"actor", who.actor.person},
                                                {"role", who.actor.acts_as},
                                                {"subject", audit_subject::scorecard},
                                                {"action", audit_action::scores_saved},
                                                {"body", event.body},
                                                {"salt", event.salt},
                                                {"leaf", event.leaf}});
}

}  // namespace

scorecard_row load_own_scorecard(database& db, workflow::scorecard_id card) {
    return db.load<scorecard_row>(
        R"(select s.id, s.edition_id, ed.state as edition_state, s.round_id, r.name as round,
                  (r.closed_at is null) as round_open, s.judge_id, s.entry_id, s.entry_version, s.rule_set_id,
                  encode(rs.hash, 'hex') as rules_hash, s.state, s.version, s.reason, s.submitted_at,
                  encode(s.submitted_hash, 'hex') as submitted_hash, c.name as category, e.title,
                  ci.printed_name as city, ci.printed_country as country,
                  (j.terms_accepted_at is not null) as terms_accepted,
                  (j.identity_checked_at is not null) as identity_checked,
                  exists (select from declaration d where d.judge_id = s.judge_id and d.entry_id = s.entry_id
                          and not d.has_conflict) as declared
           from scorecard s
           join edition ed on ed.id = s.edition_id
           join round r on r.id = s.round_id
           join rule_set rs on rs.id = s.rule_set_id
           join judge j on j.id = s.judge_id
           join entry e on e.id = s.entry_id
           join category c on c.id = e.category_id
           join city ci on ci.id = e.city_id
           where s.id = :card and s.judge_id in (select m from my_judges() m))",
        {{"card", card}});
}

void lock_own_scorecard(database& db, workflow::scorecard_id card) {
    db.run(
        "select from scorecard s where s.id = :card and s.judge_id in (select m from my_judges() m) for "
        "update",
        {{"card", card}});
}

const workflow::rule_set& rules_by_hash(database& db, workflow::rule_set_id id, const std::string& hash) {
    thread_local std::map<std::string, workflow::rule_set> known;
    const auto found = known.find(hash);
    if (found != known.end()) return found->second;
    const auto text = db.value<std::string>("select body from rule_set where id = :id", {{"id", id}});
    return known.emplace(hash, rules_of_text(text)).first->second;
}

sheet load_sheet(database& db, workflow::scorecard_id card) {
    sheet held;
    held.scores = db.list<score_row>(
        "select criterion, value, reason from score where scorecard_id = :card order by criterion",
        {{"card", card}});
    for (auto& one : db.list<comment_row>(
             "select reader, body from scorecard_comment where scorecard_id = :card", {{"card", card}}))
        (one.reader == "city" ? held.to_city : held.to_panel) = std::move(one.body);
    return held;
}

const score_row* find_score(const sheet& held, std::string_view criterion) {
    for (const auto& one : held.scores)
        if (one.criterion == criterion) return &one;
    return nullptr;
}

std::optional<saved_card> save_sheet(database& db, const author& who, workflow::scorecard_id card,
                                     int version, const given_sheet& given) {
    return write_sheet(db, who, card, version, workflow::scorecard_state::in_progress, given);
}

std::optional<saved_card> amend_sheet(database& db, const author& who, workflow::scorecard_id card,
                                      int version, const given_sheet& given) {
    return write_sheet(db, who, card, version, workflow::scorecard_state::reopened, given);
}

std::vector<field_change> list_field_changes(database& db, workflow::scorecard_id card) {
    return db.list<field_change>(
        R"(select r.version, f.key as field, coalesce(f.value, '') as value, r.key
           from scorecard_revision r cross join lateral jsonb_each_text(cast(r.body as jsonb)) f
           where r.scorecard_id = :card and f.key ~ '^(score|reason|comment)[.]' order by r.version)",
        {{"card", card}});
}

void add_deltas(database& db, workflow::edition_id edition, workflow::scorecard_id card,
                const std::vector<score_change>& changes) {
    std::vector<std::string> criteria, from, to, reasons;
    for (const auto& one : changes) {
        criteria.push_back(one.criterion);
        from.push_back(one.from ? std::to_string(*one.from) : "");
        to.push_back(std::to_string(one.to));
        reasons.push_back(one.reason);
    }
    db.run(
        R"(insert into score_delta (edition_id, scorecard_id, criterion, from_value, to_value, reason, changed_at)
              select :edition, :card, t.criterion, cast(nullif(t.was, '') as smallint), t.becomes, t.reason, :now
              from unnest(cast(:criteria as text[]), cast(:from as text[]), cast(:to as smallint[]),
                          cast(:reasons as text[])) as t (criterion, was, becomes, reason))",
        {{"edition", edition},
         {"card", card},
         {"now", db.now()},
         {"criteria", criteria},
         {"from", from},
         {"to", to},
         {"reasons", reasons}});
}

std::string seal_sheet(database& db, const scorecard_row& card, const sheet& held) {
    std::string nonce(16, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    const confirmed_sheet confirmed{card.id,       card.judge_id,   card.entry_id,    card.entry_version,
                                    card.round_id, card.rules_hash, card.version + 1, to_hexadecimal(nonce),
                                    held};
    const auto body = to_document(confirmed);
    const auto hash = sha256(body);
    db.run(R"(insert into scorecard_revision (scorecard_id, edition_id, version, body, saved_at)
              values (:card, :edition, :version, :body, :now))",
           {{"card", card.id},
            {"edition", card.edition_id},
            {"version", card.version + 1},
            {"body", body},
            {"now", db.now()}});
    db.run("update scorecard set submitted_at = :now, submitted_hash = :hash where id = :card",
           {{"now", db.now()}, {"hash", bytes{hash}}, {"card", card.id}});
    return to_hexadecimal(hash);
}

std::vector<own_score> list_own_scores(database& db, workflow::judge_id judge) {
    return db.list<own_score>(
        R"(select o.scorecard_id, o.criterion, o.value
           from score o join scorecard s on s.id = o.scorecard_id
           where s.judge_id = :judge and o.value is not null order by o.scorecard_id, o.criterion)",
        {{"judge", judge}});
}

}  // namespace store
