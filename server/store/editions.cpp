#include "server/store/editions.hpp"

#include "server/store/documents.hpp"
#include "server/store/moves.hpp"
#include "workflow/state_sets.hpp"

#include <sodium.h>

namespace store {
namespace {

struct edition_row {
    workflow::edition_id id;
    int ordinal, year;
    std::string slug, name, theme, organiser, host, ceremony_event, ceremony_place, zone;
    bool demonstration;
    workflow::edition_state state;
    int version;
    std::optional<workflow::instant> opens_at, closes_at, judging_opens_at, judging_closes_at, announce_at;
    int grace_minutes, appeal_days;
    std::string ceremony_on;
    std::optional<workflow::instant> announced_at;
};
BOOST_DESCRIBE_STRUCT(edition_row, (),
                      (id, ordinal, year, slug, name, theme, organiser, host, ceremony_event, ceremony_place,
                       zone, demonstration, state, version, opens_at, closes_at, judging_opens_at,
                       judging_closes_at, announce_at, grace_minutes, appeal_days, ceremony_on, announced_at))

struct category_row {
    workflow::category_id id;
    std::string key, name, description;
    int position;
};
BOOST_DESCRIBE_STRUCT(category_row, (), (id, key, name, description, position))

struct tier_row {
    workflow::tier_id id;
    std::string key, name;
    int position, per_category;
    bool added;
};
BOOST_DESCRIBE_STRUCT(tier_row, (), (id, key, name, position, per_category, added))

struct rules_row {
    workflow::rule_set_id id;
    int version;
    std::string hash;
    std::optional<workflow::instant> frozen_at;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(rules_row, (), (id, version, hash, frozen_at, body))

workflow::calendar calendar_of(const edition_row& row) {
    workflow::calendar calendar;
    calendar.zone = row.zone;
    calendar.opens_at = row.opens_at.value_or(workflow::instant{});
    calendar.closes_at = row.closes_at.value_or(workflow::instant{});
    calendar.judging_opens_at = row.judging_opens_at.value_or(workflow::instant{});
    calendar.judging_closes_at = row.judging_closes_at.value_or(workflow::instant{});
    calendar.announce_at = row.announce_at;
    calendar.grace_minutes = row.grace_minutes;
    calendar.ceremony_on = row.ceremony_on;
    calendar.appeal_days = row.appeal_days;
    return calendar;
}

kept_rules read_rules(rules_row row) {
    return {row.id, row.version, std::move(row.hash), row.frozen_at, rules_of_text(row.body)};
}

// An instant that was never set is no instant: the column is null then.
std::optional<workflow::instant> when_set(workflow::instant at) {
    return at == workflow::instant{} ? std::nullopt : std::optional(at);
}

void write_tiers(database& db, const author& who, workflow::edition_id edition,
                 const std::vector<workflow::tier>& tiers) {
    std::vector<std::string> keys, names;
    std::vector<int> counts;
    for (const auto& one : tiers) {
        keys.push_back(one.key);
        names.push_back(one.name);
        counts.push_back(one.per_category);
    }
    db.run("delete from tier where edition_id = :edition and key <> all (cast(:keys as text[]))",
           {{"edition", edition}, {"keys", keys}});
    db.run(R"(insert into tier (edition_id, key, name, per_category, position)
              select :edition, key, name, per_category, position
              from unnest(cast(:keys as text[]), cast(:names as text[]), cast(:counts as integer[]))
                   with ordinality as t (key, name, per_category, position)
              on conflict (edition_id, key) do update
                  set name = excluded.name, per_category = excluded.per_category, position = excluded.position)",
           {{"edition", edition}, {"keys", keys}, {"names", names}, {"counts", counts}});
    record_act(db, who, audit_subject::edition, workflow::value(edition), audit_action::tiers_set,
               {{"keys", boost::json::value_from(keys)}});
}

}  // namespace

workflow::edition load_edition(database& db, workflow::edition_id id) {
    const auto row = db.load<edition_row>(
        R"(select id, ordinal, year, slug, name, theme, organiser, host, ceremony_event, ceremony_place, zone,
                  demonstration, state, version, opens_at, closes_at, judging_opens_at, judging_closes_at, announce_at,
                  grace_minutes, appeal_days, coalesce(to_char(ceremony_on, 'YYYY-MM-DD'), '') as ceremony_on, announced_at
           from edition where id = :id)",
        {{"id", id}});
    workflow::edition edition{row.id,
                              row.ordinal,
                              row.year,
                              row.slug,
                              row.name,
                              row.theme,
                              row.organiser,
                              row.host,
                              row.ceremony_event,
                              row.ceremony_place,
                              row.demonstration,
                              row.state,
                              row.version,
                              calendar_of(row),
                              {},
                              {},
                              row.announced_at};
    for (auto& one : db.list<category_row>("select id, key, name, description, position from category where "
                                           "edition_id = :id order by position",
                                           {{"id", id}}))
        edition.categories.push_back({one.id, one.key, one.name, one.description, one.position});
    for (auto& one : db.list<tier_row>(
             R"(select id, key, name, position, per_category, decision_id is not null as added from tier
                where edition_id = :id order by position)",
             {{"id", id}}))
        edition.tiers.push_back({one.id, one.key, one.name, one.position, one.per_category, one.added});
    return edition;
}

std::optional<workflow::edition_id> find_edition(database& db, std::string_view key) {
    const auto found =
        db.values<workflow::edition_id>("select id from edition where slug = :key", {{"key", key}});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<edition_line> list_editions(database& db) {
    return db.list<edition_line>(
        R"(select id, slug as key, ordinal, year, name, state, closes_at, announced_at,
                  demonstration as is_demonstration
           from edition order by year desc, ordinal desc, id desc)");
}

std::optional<workflow::edition_id> find_current_edition(database& db) {
    const auto found = db.values<workflow::edition_id>(
        R"(select id from edition where state <> all(:out_of_sight)
           order by (state = :open) desc, (state <> :archived) desc, year desc, ordinal desc, id desc limit 1)",
        {{"out_of_sight", workflow::edition_states::out_of_sight},
         {"open", workflow::edition_state::open},
         {"archived", workflow::edition_state::archived}});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

edition_instants load_instants(database& db, workflow::edition_id id) {
    return db.load<edition_instants>("select opened_at, closed_at, announced_at from edition where id = :id",
                                     {{"id", id}});
}

kept_rules load_rules(database& db, workflow::edition_id id) {
    return read_rules(db.load<rules_row>(
        R"(select r.id, r.version, encode(r.hash, 'hex') as hash, r.frozen_at, r.body
           from edition e join rule_set r on r.id = e.rule_set_id where e.id = :id)",
        {{"id", id}}));
}

kept_rules load_rules(database& db, workflow::edition_id edition, workflow::rule_set_id id) {
    return read_rules(db.load<rules_row>(
        R"(select id, version, encode(hash, 'hex') as hash, frozen_at, body from rule_set
           where edition_id = :edition and id = :id)",
        {{"edition", edition}, {"id", id}}));
}

std::vector<rules_line> list_rules(database& db, workflow::edition_id edition) {
    return db.list<rules_line>(
        R"(select r.version, encode(r.hash, 'hex') as hash, r.reason, p.name as written_by, r.created_at as written_at,
                  r.frozen_at, r.decision_id
           from rule_set r left join person p on p.id = r.created_by
           where r.edition_id = :edition order by r.version desc)",
        {{"edition", edition}});
}

workflow::rule_set rules_of_text(std::string_view text) {
    auto document = boost::json::parse(text);
    document.as_object().emplace("prizes", boost::json::array{});
    return boost::json::value_to<workflow::rule_set>(document);
}

std::string load_rules_text(database& db, workflow::rule_set_id id) {
    return db.value<std::string>("select body from rule_set where id = :id", {{"id", id}});
}

workflow::edition_id add_edition(database& db, const author& who, const workflow::edition& edition,
                                 const workflow::rule_set& rules) {
    const auto& calendar = edition.calendar;
    const auto id = db.value<workflow::edition_id>(
        R"(insert into edition (slug, ordinal, year, name, theme, organiser, host, zone, opens_at, closes_at,
                                grace_minutes, judging_opens_at, judging_closes_at, announce_at, ceremony_on,
                                ceremony_event, ceremony_place, demonstration, appeal_days)
           values (:slug, :ordinal, :year, :name, :theme, :organiser, :host, :zone, :opens_at, :closes_at, :grace,
                   :judging_opens_at, :judging_closes_at, :announce_at, cast(nullif(:ceremony_on, '') as date),
                   :ceremony_event, :ceremony_place, :demonstration, :appeal_days)
           returning id)",
        {{"slug", edition.key},
         {"ordinal", edition.ordinal},
         {"year", edition.year},
         {"name", edition.name},
         {"theme", edition.theme},
         {"organiser", edition.organiser},
         {"host", edition.host},
         {"zone", calendar.zone},
         {"opens_at", when_set(calendar.opens_at)},
         {"closes_at", when_set(calendar.closes_at)},
         {"grace", calendar.grace_minutes},
         {"judging_opens_at", when_set(calendar.judging_opens_at)},
         {"judging_closes_at", when_set(calendar.judging_closes_at)},
         {"announce_at", calendar.announce_at},
         {"ceremony_on", calendar.ceremony_on},
         {"ceremony_event", edition.ceremony_event},
         {"ceremony_place", edition.ceremony_place},
         {"demonstration", edition.is_demonstration},
         {"appeal_days", calendar.appeal_days}});
    const author there{who.actor, id};
    record_act(db, there, audit_subject::edition, workflow::value(id), audit_action::edition_planned);
    set_categories(db, there, id, edition.categories);
    write_tiers(db, there, id, edition.tiers);
    add_rules(db, there, id, rules, "first version");
    return id;
}

void change_edition(database& db, const author& who, const workflow::edition& edition) {
    const auto& calendar = edition.calendar;
    const auto touched = db.run(
        R"(update edition set name = :name, theme = :theme, organiser = :organiser, host = :host, zone = :zone,
               opens_at = :opens_at, closes_at = :closes_at, grace_minutes = :grace,
               judging_opens_at = :judging_opens_at, judging_closes_at = :judging_closes_at,
               announce_at = :announce_at, ceremony_on = cast(nullif(:ceremony_on, '') as date),
               ceremony_event = :ceremony_event, ceremony_place = :ceremony_place, ordinal = :ordinal, year = :year,
               appeal_days = :appeal_days, version = version + 1
           where id = :id and version = :version)",
        {{"name", edition.name},
         {"theme", edition.theme},
         {"organiser", edition.organiser},
         {"host", edition.host},
         {"zone", calendar.zone},
         {"opens_at", when_set(calendar.opens_at)},
         {"closes_at", when_set(calendar.closes_at)},
         {"grace", calendar.grace_minutes},
         {"judging_opens_at", when_set(calendar.judging_opens_at)},
         {"judging_closes_at", when_set(calendar.judging_closes_at)},
         {"announce_at", calendar.announce_at},
         {"ceremony_on", calendar.ceremony_on},
         {"ceremony_event", edition.ceremony_event},
         {"ceremony_place", edition.ceremony_place},
         {"ordinal", edition.ordinal},
         {"year", edition.year},
         {"appeal_days", calendar.appeal_days},
         {"id", edition.id},
         {"version", edition.version}});
    if (touched != 1) throw stale_row{};
    record_act(db, who, audit_subject::edition, workflow::value(edition.id), audit_action::edition_changed,
               {{"zone", calendar.zone},
                {"opens_at", to_text(calendar.opens_at)},
                {"closes_at", to_text(calendar.closes_at)},
                {"judging_closes_at", to_text(calendar.judging_closes_at)},
                {"announce_at", calendar.announce_at ? to_text(*calendar.announce_at) : ""}});
}

workflow::rule_set_id add_rules(database& db, const author& who, workflow::edition_id edition,
                                const workflow::rule_set& rules, std::string_view reason,
                                std::optional<workflow::decision_id> decision) {
    const auto version =
        db.value<int>("select coalesce(max(version), 0) + 1 from rule_set where edition_id = :edition",
                      {{"edition", edition}});
    auto numbered = rules;
    numbered.number = version;
    numbered.prizes = db.list<workflow::prize_slots>(
        "select key, name, per_category from tier where edition_id = :edition order by position",
        {{"edition", edition}});
    const auto body = to_document(numbered);
    const auto hash = sha256(body);
    const auto id = db.value<workflow::rule_set_id>(
        R"(insert into rule_set (edition_id, version, body, hash, reason, created_by, decision_id, created_at)
           values (:edition, :version, :body, :hash, :reason, :by, :decision, :now) returning id)",
        {{"edition", edition},
         {"version", version},
         {"body", body},
         {"hash", bytes{hash}},
         {"reason", reason},
         {"by", who.actor.person},
         {"decision", decision},
         {"now", db.now()}});
    db.run("update edition set rule_set_id = :rules, version = version + 1 where id = :edition",
           {{"rules", id}, {"edition", edition}});
    // E1: as many places for each city as the rules give.
    db.run(R"(insert into entry_place (edition_id, place)
              select :edition, place from generate_series(1, cast(:places as integer)) as place
              on conflict do nothing)",
           {{"edition", edition}, {"places", rules.limits.entries_per_city}});
    db.run("delete from entry_place where edition_id = :edition and place > :places",
           {{"edition", edition}, {"places", rules.limits.entries_per_city}});
    record_act(db, who, audit_subject::rule_set, workflow::value(id), audit_action::rules_written,
               {{"version", version}, {"hash", to_hexadecimal(hash)}});
    return id;
}

void freeze_rules(database& db, workflow::rule_set_id id) {
    db.run("update rule_set set frozen_at = coalesce(frozen_at, :now) where id = :id",
           {{"now", db.now()}, {"id", id}});
}

namespace {

// Whoever looks at what was there before saves on an older version.
void count_version(database& db, workflow::edition_id edition) {
    db.run("update edition set version = version + 1 where id = :edition", {{"edition", edition}});
}

}  // namespace

void set_categories(database& db, const author& who, workflow::edition_id edition,
                    const std::vector<workflow::category>& categories) {
    std::vector<std::string> keys, names, descriptions;
    for (const auto& one : categories) {
        keys.push_back(one.key);
        names.push_back(one.name);
        descriptions.push_back(one.description);
    }
    db.run("delete from category where edition_id = :edition and key <> all (cast(:keys as text[]))",
           {{"edition", edition}, {"keys", keys}});
    db.run(R"(insert into category (edition_id, key, name, description, position)
              select :edition, key, name, description, position
              from unnest(cast(:keys as text[]), cast(:names as text[]), cast(:descriptions as text[]))
                   with ordinality as t (key, name, description, position)
              on conflict (edition_id, key) do update
                  set name = excluded.name, description = excluded.description, position = excluded.position)",
           {{"edition", edition}, {"keys", keys}, {"names", names}, {"descriptions", descriptions}});
    count_version(db, edition);
    record_act(db, who, audit_subject::edition, workflow::value(edition), audit_action::categories_set,
               {{"keys", boost::json::value_from(keys)}});
}

void set_tiers(database& db, const author& who, workflow::edition_id edition,
               const std::vector<workflow::tier>& tiers) {
    write_tiers(db, who, edition, tiers);
    add_rules(db, who, edition, load_rules(db, edition).rules, "prize tiers set");
}

workflow::tier_id add_tier(database& db, const author& who, workflow::edition_id edition,
                           const workflow::tier& tier, workflow::decision_id decision) {
    const auto id = db.value<workflow::tier_id>(
        R"(insert into tier (edition_id, key, name, per_category, position, decision_id)
           select :edition, :key, :name, :count, coalesce(max(position), 0) + 1, :decision from tier
           where edition_id = :edition
           returning id)",
        {{"edition", edition},
         {"key", tier.key},
         {"name", tier.name},
         {"count", tier.per_category},
         {"decision", decision}});
    record_act(db, who, audit_subject::tier, workflow::value(id), audit_action::tier_added,
               {{"key", tier.key}, {"decision", workflow::value(decision)}});
    return id;
}

void widen_tier(database& db, const author& who, workflow::edition_id edition, const workflow::tier& tier,
                workflow::decision_id decision) {
    const auto touched = db.run(
        "update tier set per_category = :count where edition_id = :edition and key = :key and per_category < "
        ":count",
        {{"count", tier.per_category}, {"edition", edition}, {"key", tier.key}});
    if (touched != 1) throw stale_row{};
    record_act(
        db, who, audit_subject::tier, workflow::value(tier.id), audit_action::tier_widened,
        {{"key", tier.key}, {"per_category", tier.per_category}, {"decision", workflow::value(decision)}});
}

void note_opened(database& db, workflow::edition_id id) {
    db.run("update edition set opened_at = coalesce(opened_at, :now) where id = :id",
           {{"now", db.now()}, {"id", id}});
}

void note_closed(database& db, workflow::edition_id id) {
    db.run("update edition set closed_at = :now where id = :id", {{"now", db.now()}, {"id", id}});
}

void note_announced(database& db, workflow::edition_id id) {
    db.run("update edition set announced_at = :now where id = :id", {{"now", db.now()}, {"id", id}});
}

void set_deadline(database& db, workflow::edition_id id, workflow::instant closes_at) {
    db.run("update edition set closes_at = :closes_at where id = :id",
           {{"closes_at", closes_at}, {"id", id}});
}

}  // namespace store
