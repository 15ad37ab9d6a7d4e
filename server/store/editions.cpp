#include "server/store/editions.hpp"

#include "server/store/moves.hpp"
#include "workflow/state_sets.hpp"

#include <boost/json/value_from.hpp>

namespace store {
namespace {

struct edition_row {
    workflow::edition_id id;
    int ordinal, year;
    std::string slug, name, theme, organiser, host, ceremony_event, ceremony_place, zone;
    bool demonstration;
    workflow::edition_state state;
    int version;
    std::optional<workflow::instant> opens_at, closes_at, closed_at, judging_opens_at, judging_closes_at,
        announce_at;
    int grace_minutes, appeal_days;
    std::string ceremony_on;
    std::optional<workflow::instant> announced_at, ready_at;
};
BOOST_DESCRIBE_STRUCT(edition_row, (),
                      (id, ordinal, year, slug, name, theme, organiser, host, ceremony_event, ceremony_place,
                       zone, demonstration, state, version, opens_at, closes_at, closed_at, judging_opens_at,
                       judging_closes_at, announce_at, grace_minutes, appeal_days, ceremony_on, announced_at,
                       ready_at))

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

workflow::calendar calendar_of(const edition_row& row) {
    workflow::calendar calendar;
    calendar.zone = row.zone;
    calendar.opens_at = row.opens_at.value_or(workflow::instant{});
    calendar.closes_at = row.closes_at.value_or(workflow::instant{});
    calendar.call_closed_at = row.closed_at;
    calendar.judging_opens_at = row.judging_opens_at.value_or(workflow::instant{});
    calendar.judging_closes_at = row.judging_closes_at.value_or(workflow::instant{});
    calendar.announce_at = row.announce_at;
    calendar.grace_minutes = row.grace_minutes;
    calendar.ceremony_on = row.ceremony_on;
    calendar.appeal_days = row.appeal_days;
    return calendar;
}

// An instant that was never set is no instant: the column is null then.
std::optional<workflow::instant> when_set(workflow::instant at) {
    return at == workflow::instant{} ? std::nullopt : std::optional(at);
}

// Whoever looks at what was there before saves on an older version.
void count_version(database& db, workflow::edition_id edition) {
    // What was said to be ready is no longer what there is.
    db.run("update edition set version = version + 1, ready_at = null where id = :edition",
           {{"edition", edition}});
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
                  demonstration, state, version, opens_at, closes_at, closed_at, judging_opens_at, judging_closes_at, announce_at,
                  grace_minutes, appeal_days, coalesce(to_char(ceremony_on, 'YYYY-MM-DD'), '') as ceremony_on, announced_at,
                  ready_at
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
                              row.announced_at,
                              row.ready_at};
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
        R"(select id, slug as key, ordinal, year, name, zone, state, closes_at, closed_at, announced_at,
                  demonstration as is_demonstration
           from edition order by year desc, ordinal desc, id desc)");
}

std::optional<workflow::edition_id> find_current_edition(database& db) {
    const auto found = db.values<workflow::edition_id>(
        R"(select id from edition where state <> all(:out_of_sight)
           order by (state <> :archived) desc, front_page_since desc nulls last, (state = :open) desc, year desc, ordinal desc, id desc limit 1)",
        {{"out_of_sight", workflow::edition_states::out_of_sight},
         {"open", workflow::edition_state::open},
         {"archived", workflow::edition_state::archived}});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::string load_current_zone(database& db) {
    const auto current = find_current_edition(db);
    if (!current) return "UTC";
    return db.value<std::string>("select zone from edition where id = :id", {{"id", *current}});
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
        R"(update edition set ready_at = null, name = :name, theme = :theme, organiser = :organiser, host = :host, zone = :zone,
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

}  // namespace store
