#include "server/store/conflicts.hpp"

#include "workflow/state_sets.hpp"

#include <map>

namespace store {
namespace {

using judging::conflict_kind;

struct judge_fact_row {
    workflow::judge_id id;
    std::optional<workflow::city_id> city_id, parent_id;
    std::string country, employment_country, affiliation, mail_domain;
};
BOOST_DESCRIBE_STRUCT(judge_fact_row, (),
                      (id, city_id, parent_id, country, employment_country, affiliation, mail_domain))

struct entry_fact_row {
    workflow::entry_id id;
    workflow::city_id city_id;
    std::optional<workflow::city_id> parent_id;
    std::string country, provider_name;
};
BOOST_DESCRIBE_STRUCT(entry_fact_row, (), (id, city_id, parent_id, country, provider_name))

struct account_fact {
    workflow::judge_id judge_id;
    workflow::city_id city_id;
    std::optional<workflow::city_id> parent_id;
};
BOOST_DESCRIBE_STRUCT(account_fact, (), (judge_id, city_id, parent_id))

struct part_fact {
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
};
BOOST_DESCRIBE_STRUCT(part_fact, (), (judge_id, entry_id))

struct domain_fact {
    workflow::city_id city_id;
    std::string domain;
};
BOOST_DESCRIBE_STRUCT(domain_fact, (), (city_id, domain))

struct relation_fact {
    workflow::judge_id judge_id;
    workflow::city_id city_id;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(relation_fact, (), (judge_id, city_id, note))

struct found_row {
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
    conflict_kind kind;
    std::string explanation;
    bool bars;
};
BOOST_DESCRIBE_STRUCT(found_row, (), (judge_id, entry_id, kind, explanation, bars))

// What a person says of a judge and an entry; none is added where one of the kind is there.
long add_said(database& db, const author& who, workflow::judge_id judge, workflow::entry_id entry,
              conflict_kind kind, std::string_view reason) {
    return db.run(
        R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation, found_by, found_at)
           values (:edition, :judge, :entry, :kind, :reason, :by, :now)
           on conflict (judge_id, entry_id, kind) where lifted_at is null do nothing)",
        {{"edition", who.edition},
         {"judge", judge},
         {"entry", entry},
         {"kind", kind},
         {"reason", reason},
         {"by", who.actor.person},
         {"now", db.now()}});
}

// The cities that the judges' accounts belong to, or have asked to join.
std::vector<account_fact> list_accounts(database& db, workflow::edition_id edition) {
    return db.list<account_fact>(
        R"(select j.id as judge_id, a.city_id, c.parent_id
           from judge j join applicant a on a.person_id = j.person_id join city c on c.id = a.city_id
           where j.edition_id = :edition and j.left_at is null and a.city_id is distinct from j.city_id)",
        {{"edition", edition}});
}

// Who began, wrote or handed in an entry, and whose address it gives as its contact.
std::vector<part_fact> list_parts(database& db, workflow::edition_id edition,
                                  const std::vector<std::string>& contact_questions) {
    return db.list<part_fact>(
        R"(select j.id as judge_id, took_part.entry_id
           from (select id as entry_id, created_by as person_id from entry where edition_id = :edition
                 union select entry_id, saved_by from answer where edition_id = :edition
                 union select entry_id, submitted_by from entry_version where edition_id = :edition
                 union select a.entry_id, p.id from answer a join person p on p.email = lower(btrim(a.value))
                       where a.edition_id = :edition and a.question = any(:questions)) as took_part
           join judge j on j.person_id = took_part.person_id and j.edition_id = :edition and j.left_at is null
           order by 1, 2)",
        {{"edition", edition}, {"questions", contact_questions}});
}

// The domains of the addresses of the cities' people. One that people of two cities have is nobody's own (a
// provider of mail), and tells nothing.
std::map<workflow::city_id, std::vector<std::string>> list_mail_domains(database& db) {
    std::map<workflow::city_id, std::vector<std::string>> domains;
    for (auto& row : db.list<domain_fact>(
             R"(select min(a.city_id) as city_id, split_part(p.email, '@', 2) as domain
                from applicant a join person p on p.id = a.person_id
                group by 2 having count(distinct a.city_id) = 1 order by 2)"))
        domains[row.city_id].push_back(std::move(row.domain));
    return domains;
}

std::vector<judging::judge_facts> list_judge_facts(database& db, workflow::edition_id edition,
                                                   const std::vector<std::string>& contact_questions) {
    std::map<workflow::judge_id, judging::judge_facts> judges;
    for (
        auto& row : db.list<judge_fact_row>(
            R"(select j.id, j.city_id, c.parent_id, j.country, coalesce(j.employment_country, '') as employment_country,
                       j.affiliation, split_part(p.email, '@', 2) as mail_domain
                from judge j join person p on p.id = j.person_id left join city c on c.id = j.city_id
                where j.edition_id = :edition and j.left_at is null)",
            {{"edition", edition}})) {
        judging::judge_facts judge{row.id, {}, row.country, row.employment_country, {}, {}, row.mail_domain};
        if (row.city_id) judge.cities.push_back({*row.city_id, row.parent_id});
        if (!row.affiliation.empty()) judge.organisations.push_back(row.affiliation);
        judges.emplace(row.id, std::move(judge));
    }
    for (const auto& row : list_accounts(db, edition))
        judges.at(row.judge_id).cities.push_back({row.city_id, row.parent_id});
    for (const auto& row : list_parts(db, edition, contact_questions))
        judges.at(row.judge_id).took_part_in.push_back(row.entry_id);
    std::vector<judging::judge_facts> facts;
    for (auto& [id, judge] : judges) facts.push_back(std::move(judge));
    return facts;
}

std::vector<judging::entry_facts> list_entry_facts(database& db, workflow::edition_id edition) {
    const auto domains = list_mail_domains(db);
    std::vector<judging::entry_facts> entries;
    for (auto& row : db.list<entry_fact_row>(
             R"(select e.id, e.city_id, c.parent_id, c.country, e.provider_name
                from entry e join city c on c.id = e.city_id
                where e.edition_id = :edition and e.current_version is not null and e.state <> all(:not_handed_in))",
             {{"edition", edition}, {"not_handed_in", workflow::entry_states::not_handed_in}})) {
        judging::entry_facts entry{row.id, {row.city_id, row.parent_id}, row.country, {}, {}};
        if (!row.provider_name.empty()) entry.organisations.push_back(row.provider_name);
        if (const auto own = domains.find(row.city_id); own != domains.end())
            entry.mail_domains = own->second;
        entries.push_back(std::move(entry));
    }
    return entries;
}

constexpr std::string_view lines = R"(
    select c.id, c.judge_id, j.name as judge, c.entry_id, e.number, e.title, t.printed_name as city, c.kind,
           c.explanation, c.bars, c.found_by is null as by_rule, c.found_at
    from conflict c join judge j on j.id = c.judge_id join entry e on e.id = c.entry_id join city t on t.id = e.city_id )";

}  // namespace

conflict_inputs load_conflict_inputs(database& db, workflow::edition_id edition,
                                     const std::vector<std::string>& contact_questions) {
    conflict_inputs inputs;
    inputs.judges = list_judge_facts(db, edition, contact_questions);
    inputs.entries = list_entry_facts(db, edition);
    for (auto& row : db.list<relation_fact>(
             R"(select r.judge_id, r.city_id, r.note from relation r join judge j on j.id = r.judge_id
                where r.edition_id = :edition and j.left_at is null)",
             {{"edition", edition}}))
        inputs.recorded.relations.push_back({row.judge_id, std::nullopt, row.city_id, row.note});
    return inputs;
}

std::vector<workflow::edition_id> list_editions_judged_by(database& db, workflow::person_id person) {
    return db.values<workflow::edition_id>(
        R"(select distinct e.id from edition e join judge j on j.edition_id = e.id
           where j.person_id = :person and j.left_at is null and e.state <> all(:ended) order by e.id)",
        {{"person", person}, {"ended", workflow::edition_states::ended}});
}

void lock_conflicts(database& db, workflow::edition_id edition) {
    db.run("select pg_advisory_xact_lock(20142, cast(:edition as integer))", {{"edition", edition}});
}

std::vector<judging::conflict> list_found_conflicts(database& db, workflow::edition_id edition) {
    std::vector<judging::conflict> found;
    for (auto& row : db.list<found_row>(
             R"(select judge_id, entry_id, kind, explanation, bars from conflict
                where edition_id = :edition and found_by is null)",
             {{"edition", edition}}))
        found.push_back({row.judge_id, row.entry_id, row.kind, std::move(row.explanation), row.bars});
    return found;
}

void change_found_conflicts(database& db, workflow::edition_id edition,
                            const judging::conflict_changes& changes) {
    std::vector<workflow::judge_id> judges;
    std::vector<workflow::entry_id> entries;
    std::vector<std::string> kinds, facts, bars;
    const auto take = [&](const std::vector<judging::conflict>& some) {
        judges.clear(), entries.clear(), kinds.clear(), facts.clear(), bars.clear();
        for (const auto& one : some) {
            judges.push_back(one.judge);
            entries.push_back(one.entry);
            kinds.push_back(boost::describe::enum_to_string(one.kind, ""));
            facts.push_back(one.fact);
            bars.push_back(one.bars ? "t" : "f");
        }
    };
    take(changes.vanished);
    if (!judges.empty())
        db.run(R"(delete from conflict c
                  using unnest(cast(:judges as bigint[]), cast(:entries as bigint[]), cast(:kinds as text[]))
                        as gone (judge, entry, kind)
                  where c.edition_id = :edition and c.judge_id = gone.judge and c.entry_id = gone.entry
                    and c.kind = gone.kind and c.found_by is null)",
               {{"edition", edition}, {"judges", judges}, {"entries", entries}, {"kinds", kinds}});
    take(changes.appeared);
    if (!judges.empty())
        db.run(R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation, bars, found_at)
                  select :edition, judge, entry, kind, fact, bars, :now
                  from unnest(cast(:judges as bigint[]), cast(:entries as bigint[]), cast(:kinds as text[]),
                              cast(:facts as text[]), cast(:bars as boolean[])) as t (judge, entry, kind, fact, bars)
                  on conflict (judge_id, entry_id, kind) where lifted_at is null do nothing)",
               {{"edition", edition},
                {"judges", judges},
                {"entries", entries},
                {"kinds", kinds},
                {"facts", facts},
                {"bars", bars},
                {"now", db.now()}});
}

std::vector<conflict_line> list_conflicts(database& db, workflow::edition_id edition) {
    return db.list<conflict_line>(std::string(lines) + R"(where c.edition_id = :edition
                                      order by j.name, j.id, e.number, e.id, c.kind)",
                                  {{"edition", edition}});
}

std::vector<conflict_line> list_conflicts_of_entry(database& db, workflow::entry_id entry) {
    return db.list<conflict_line>(
        std::string(lines) + "where c.entry_id = :entry order by j.name, j.id, c.kind", {{"entry", entry}});
}

void bar_taken_off(database& db, const author& who, workflow::judge_id judge, workflow::entry_id entry,
                   std::string_view reason) {
    add_said(db, who, judge, entry, conflict_kind::taken_off, reason);
}

void lift_said(database& db, const author& who, workflow::judge_id judge, workflow::entry_id entry,
               std::string_view reason) {
    db.run(
        R"(update conflict set bars = false, lifted_at = :now, explanation = explanation || ' - ' || :reason
              where edition_id = :edition and judge_id = :judge and entry_id = :entry and lifted_at is null
                and kind in (:declared, :taken_off))",
        {{"reason", reason},
         {"edition", who.edition},
         {"judge", judge},
         {"entry", entry},
         {"now", db.now()},
         {"declared", conflict_kind::declared},
         {"taken_off", conflict_kind::taken_off}});
}

bool record_challenge(database& db, const author& who, workflow::judge_id judge, workflow::entry_id entry,
                      std::string_view reason) {
    const auto touched = add_said(db, who, judge, entry, conflict_kind::challenged, reason);
    if (touched == 0) return false;
    record_act(db, who, audit_subject::judge, workflow::value(judge), audit_action::challenge_recorded,
               {{"entry", workflow::value(entry)}});
    return true;
}

void settle_challenge(database& db, const author& who, std::int64_t id, bool upheld,
                      std::string_view reason) {
    const auto touched = db.run(
        R"(update conflict set bars = :upheld, explanation = explanation || ' - ' || :reason
           where id = :id and edition_id = :edition and kind = :kind)",
        {{"upheld", upheld},
         {"reason", reason},
         {"id", id},
         {"edition", who.edition},
         {"kind", conflict_kind::challenged}});
    if (touched != 1) throw not_found{};
    record_act(db, who, audit_subject::conflict, id,
               upheld ? audit_action::challenge_upheld : audit_action::challenge_dismissed);
}

}  // namespace store
