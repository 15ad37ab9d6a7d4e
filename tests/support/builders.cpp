#include "tests/support/builders.hpp"

#include "server/store/accounts.hpp"
#include "server/store/editions.hpp"
#include "server/store/entries.hpp"
#include "server/store/judging.hpp"
#include "server/store/panel.hpp"
#include "server/store/people.hpp"
#include "server/store/rounds.hpp"

namespace tests {
namespace {

using std::chrono::hours;
using workflow::edition_state;
using workflow::role;

// Two days of a call, two of screening and judging, and where among them the clock stands now.
void set_dates(workflow::calendar& dates, edition_state state, workflow::instant now) {
    int hours_since_the_opening = 96;
    if (state == edition_state::planned) hours_since_the_opening = -24;
    if (state == edition_state::open) hours_since_the_opening = 24;
    if (state == edition_state::screening || state == edition_state::judging) hours_since_the_opening = 60;
    dates.opens_at = now - hours(hours_since_the_opening);
    dates.closes_at = dates.opens_at + hours(48);
    dates.judging_opens_at = dates.opens_at + hours(54);
    dates.judging_closes_at = dates.opens_at + hours(90);
}

}  // namespace

workflow::edition edition_of_2014() {
    workflow::edition made;
    made.ordinal = 2, made.year = 2014, made.key = "2014", made.name = "2nd WeGO Awards 2014";
    made.organiser = "WeGO", made.calendar.zone = "Asia/Seoul";
    made.categories = {{{}, "services", "Services", "", 1}};
    made.tiers = {{{}, "best", "Best", 1, 1, false}, {{}, "outstanding", "Outstanding", 2, 1, false}};
    return made;
}

edition_built& edition_built::date(workflow::instant now) {
    set_dates(edition.calendar, state, now);
    return *this;
}

workflow::edition_id edition_built::put(store::database& db) const {
    auto made = edition;
    if (made.calendar.opens_at == workflow::instant{}) set_dates(made.calendar, state, db.now());
    const store::author founder{{by ? role::secretariat : role::clock, by}, std::nullopt};
    const auto id = store::add_edition(db, founder, made, rules);
    bring(db, id, state);
    // What happened on the way happened on time.
    db.run(
        R"(update edition set opened_at = least(opened_at, opens_at),
                             closed_at = case when closed_at is not null then least(closed_at, closes_at) end
              where id = :id and opened_at is not null)",
        {{"id", id}});
    return id;
}

workflow::person_id person_built::put(store::database& db) const {
    return db.value<workflow::person_id>(
        "insert into person (email, name, confirmed_at) values (:email, :name, now()) returning id",
        {{"email", email}, {"name", name}});
}

void close_account(store::database& db, workflow::person_id person) {
    store::leave_every_office(db, person);
    store::close_account(db, person);
}

void put_in_office(store::database& db, workflow::person_id person,
                   std::optional<workflow::edition_id> edition) {
    db.run(R"(insert into secretariat (person_id, edition_id, accepted_at, confirmed_at)
              values (:person, :edition, clock_timestamp(), clock_timestamp()))",
           {{"person", person}, {"edition", edition}});
}

workflow::city_id city_built::put(store::database& db) const {
    const auto id = db.value<workflow::city_id>(
        R"(insert into city (official_name, printed_name, country, printed_country, parent_id, member, approved_at)
           values (:name, :name, :country, :printed_country, :parent, :member, now()) returning id)",
        {{"name", name},
         {"country", country},
         {"printed_country", printed_country},
         {"parent", parent},
         {"member", member}});
    if (applicant)
        db.run("insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, now())",
               {{"city", id}, {"person", *applicant}});
    return id;
}

workflow::entry_id entry_built::put(store::database& db) const {
    const auto of =
        db.value<workflow::category_id>("select id from category where edition_id = :edition and key = :key",
                                        {{"edition", edition}, {"key", category}});
    const auto id = store::add_entry(db, {edition, city, of, title, false, ""}, by);
    using enum workflow::entry_state;
    if (state != draft && state != withdrawn && state != lapsed) {
        store::kept_version kept;
        kept.entry = id;
        kept.city = city;
        kept.city_name =
            db.value<std::string>("select printed_name from city where id = :id", {{"id", city}});
        kept.title = title;
        kept.fields = fields;
        if (fields.empty())
            kept.fields = {{"project", "The project", "summary", "Summary", "What " + kept.city_name + " did",
                            "", false}};
        store::keep_version(db, edition, kept, by);
    }
    bring(db, id, state);
    return id;
}

workflow::judge_id judge_built::put(store::database& db) const {
    store::judge_row row{};
    row.name = name, row.country = country, row.affiliation = affiliation;
    row.chair = chair, row.alternate = alternate;
    const store::author who{{role::secretariat, {}}, edition};
    const auto id = store::add_judge(db, who, person, row);
    if (verified) store::check_identity(db, who, id, true);
    if (terms_accepted) store::accept_terms(db, {{role::judge, person}, edition}, id, name);
    return id;
}

workflow::round_id round_built::put(store::database& db) const {
    const store::author who{{role::secretariat, {}}, edition};
    const auto round = store::add_round(db, who, store::load_rules(db, edition).rules);
    store::set_round_entries(db, who, round.id, entries);
    if (opened || closed) store::note_round_opened(db, round.id);
    if (closed) store::note_round_closed(db, round.id);
    return round.id;
}

workflow::scorecard_id scorecard_built::put(store::database& db) const {
    const auto edition =
        db.value<workflow::edition_id>("select edition_id from round where id = :id", {{"id", round}});
    const store::author who{{role::secretariat, {}}, edition};
    store::add_cards(db, who, round, store::load_rules(db, edition).id, {{judge, entry, ""}}, false);
    const auto id = db.value<workflow::scorecard_id>(
        "select id from scorecard where round_id = :round and judge_id = :judge and entry_id = :entry",
        {{"round", round}, {"judge", judge}, {"entry", entry}});
    for (const auto& [criterion, value] : scores)
        db.run(R"(insert into score (scorecard_id, edition_id, criterion, value)
                  values (:card, :edition, :criterion, :value))",
               {{"card", id}, {"edition", edition}, {"criterion", criterion}, {"value", value}});
    for (const auto& [reader, body] : {std::pair("city", to_city), std::pair("panel", to_panel)})
        if (!body.empty())
            db.run(R"(insert into scorecard_comment (scorecard_id, edition_id, reader, body)
                      values (:card, :edition, :reader, :body))",
                   {{"card", id}, {"edition", edition}, {"reader", reader}, {"body", body}});
    bring(db, id, state);
    return id;
}

}  // namespace tests
