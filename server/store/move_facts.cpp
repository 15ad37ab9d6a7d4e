#include "server/store/move_facts.hpp"

#include "server/store/screening.hpp"
#include "server/store/states.hpp"
#include "workflow/screening.hpp"
#include "workflow/state_sets.hpp"

namespace store {
namespace {

struct counted {
    int unscreened, eligible, outstanding;
    std::optional<std::string> below_minimum;
};
BOOST_DESCRIBE_STRUCT(counted, (), (unscreened, eligible, outstanding, below_minimum))

struct entry_line {
    std::optional<workflow::instant> return_due_at, extended_until;
    int other_places;
    bool is_own, of_actors_city, third_party, has_approval_letter;
};
BOOST_DESCRIBE_STRUCT(entry_line, (),
                      (return_due_at, extended_until, other_places, is_own, of_actors_city, third_party,
                       has_approval_letter))

struct card_facts {
    workflow::edition_state edition;
    bool round_open, is_own, terms_accepted, identity_verified, judge_left, declared, barred;
    std::optional<bool> entry_withdrawn;
};
BOOST_DESCRIBE_STRUCT(card_facts, (),
                      (edition, round_open, is_own, terms_accepted, identity_verified, judge_left, declared,
                       barred, entry_withdrawn))

counted count_what_waits(database& db, workflow::edition_id edition, int minimum) {
    return db.load<counted>(
        R"(with pool as (
               select id from judge
               where edition_id = :edition and left_at is null and identity_checked_at is not null),
           short as (
               select e.id from entry e
               where e.edition_id = :edition and e.state = :eligible
                 and (select count(*) from pool p
                      where not exists (select from conflict c
                                        where c.judge_id = p.id and c.entry_id = e.id and c.bars)) < :minimum)
           select (select count(*) from entry where edition_id = :edition and state = any(:waiting))
                      as unscreened,
                  (select count(*) from entry where edition_id = :edition and state = :eligible) as eligible,
                  (select count(*) from scorecard s join round r on r.id = s.round_id
                   where s.edition_id = :edition and r.closed_at is null
                     and s.state = any(:outstanding)) as outstanding,
                  (select string_agg(cast(id as text), ' ' order by id) from short) as below_minimum)",
        {{"edition", edition},
         {"minimum", minimum},
         {"eligible", workflow::entry_state::eligible},
         {"waiting", workflow::entry_states::waiting_for_screening},
         {"outstanding", workflow::scorecard_states::outstanding}});
}

// "7 12 30", as string_agg() writes it.
std::vector<workflow::entry_id> entries_in(const std::string& ids) {
    std::vector<workflow::entry_id> entries;
    std::size_t from = 0;
    while (from < ids.size()) {
        const auto end = std::min(ids.find(' ', from), ids.size());
        entries.push_back(workflow::id_from<workflow::entry_id>(std::stoll(ids.substr(from, end - from))));
        from = end + 1;
    }
    return entries;
}

std::vector<std::string> list_open_points(database& db, workflow::entry_id entry) {
    const bool third_party = db.value<bool>("select third_party from entry where id = :id", {{"id", entry}});
    std::vector<std::string> open;
    const auto checks = list_checks(db, entry);
    for (const auto& point : workflow::screening_points) {
        if (point.for_third_parties && !third_party) continue;
        const bool passed = std::any_of(checks.begin(), checks.end(),
                                        [&](const auto& one) { return one.item == point.key && one.passed; });
        if (!passed) open.emplace_back(point.sentence);
    }
    return open;
}

std::vector<entry_line> list_entry_lines(database& db, const workflow::actor& who,
                                         const std::vector<workflow::entry_id>& ids) {
    auto lines = db.list<entry_line>(
        R"(select e.return_due_at, e.third_party,
                  (select max(x.until) from extension x where x.edition_id = e.edition_id and x.city_id = e.city_id)
                      as extended_until,
                  (select count(*) from entry o where o.edition_id = e.edition_id and o.city_id = e.city_id
                                                   and o.id <> e.id and o.place is not null) as other_places,
                  exists (select from applicant a where a.city_id = e.city_id and a.person_id = cast(:person as bigint)
                                                    and a.confirmed_at is not null) as is_own,
                  exists (select from applicant a where a.city_id = e.city_id and a.person_id = cast(:person as bigint))
                      as of_actors_city,
                  exists (select from attachment f where f.entry_id = e.id and f.purpose = 'approval_letter'
                                                     and f.state = :stored) as has_approval_letter
           from unnest(cast(:ids as bigint[])) with ordinality as wanted (id, place)
           join entry e on e.id = wanted.id order by wanted.place)",
        {{"ids", ids}, {"person", who.person}, {"stored", attachment_state::stored}});
    if (lines.size() != ids.size()) throw not_found{};
    return lines;
}

std::vector<card_facts> list_card_lines(database& db, const workflow::actor& who,
                                        const std::vector<workflow::scorecard_id>& ids) {
    // Judges may not read the state of an entry, and no guard of theirs asks for it.
    static const std::string asked = R"(
        select d.state as edition, r.opened_at is not null and r.closed_at is null as round_open,
               j.person_id is not distinct from cast(:person as bigint) as is_own,
               j.terms_accepted_at is not null as terms_accepted,
               j.identity_checked_at is not null as identity_verified, j.left_at is not null as judge_left,
               exists (select from declaration c where c.judge_id = s.judge_id and c.entry_id = s.entry_id
                                                  and not c.has_conflict) as declared,
               exists (select from conflict c where c.judge_id = s.judge_id and c.entry_id = s.entry_id
                                               and c.bars) as barred, )",
                             of_the_entry = R"(
               (select e.state = :withdrawn from entry e where e.id = s.entry_id) as entry_withdrawn)",
                             unasked = "cast(null as boolean) as entry_withdrawn", from = R"(
        from unnest(cast(:ids as bigint[])) with ordinality as wanted (id, place)
        join scorecard s on s.id = wanted.id join round r on r.id = s.round_id
        join edition d on d.id = s.edition_id join judge j on j.id = s.judge_id
        order by wanted.place)";
    const parameter which{"ids", ids}, person{"person", who.person};
    if (db.role() == database_role::judge)
        return db.list<card_facts>(asked + unasked + from, {which, person});
    return db.list<card_facts>(asked + of_the_entry + from,
                               {which, person, {"withdrawn", workflow::entry_state::withdrawn}});
}

}  // namespace

workflow::edition_facts load_edition_facts(database& db, const workflow::edition& edition,
                                           const kept_rules& kept) {
    const auto& rules = kept.rules;
    workflow::edition_facts facts;
    facts.now = db.clock();
    facts.calendar = edition.calendar;
    facts.categories = static_cast<int>(edition.categories.size());
    facts.tiers = static_cast<int>(edition.tiers.size());
    facts.criteria = static_cast<int>(rules.rubric.criteria.size());
    facts.weights_total_bp = workflow::total_weight_bp(rules.rubric);
    facts.said_ready = edition.ready_at.has_value();
    facts.rule_problems = static_cast<int>(workflow::check(rules).size());
    facts.minimum_judges_per_entry = rules.minimum_judges_per_entry;
    facts.rule_set_frozen = kept.frozen_at.has_value();
    const auto counts = count_what_waits(db, edition.id, rules.minimum_judges_per_entry);
    facts.submitted_unscreened = counts.unscreened;
    facts.eligible_entries = counts.eligible;
    facts.scorecards_outstanding = counts.outstanding;
    facts.eligible_below_minimum = entries_in(counts.below_minimum.value_or(""));
    return facts;
}

std::vector<workflow::entry_facts> load_entry_facts(database& db, const workflow::edition& edition,
                                                    workflow::edition_state state, const workflow::actor& who,
                                                    const std::vector<workflow::entry_id>& ids) {
    const auto lines = list_entry_lines(db, who, ids);
    const auto entries_per_city = load_rules(db, edition.id).rules.limits.entries_per_city;
    const auto now = db.clock();
    std::vector<workflow::entry_facts> all;
    for (const auto& line : lines) {
        workflow::entry_facts facts;
        facts.now = now;
        facts.edition = state;
        facts.calendar = edition.calendar;
        facts.personal_extension = line.extended_until;
        facts.is_own = line.is_own;
        facts.of_actors_city = line.of_actors_city;
        facts.other_entries_of_the_city = line.other_places;
        facts.entries_per_city = entries_per_city;
        facts.completion_due_at = line.return_due_at;
        facts.held_for_approval_letter = line.third_party && !line.has_approval_letter;
        all.push_back(std::move(facts));
    }
    return all;
}

workflow::entry_facts load_entry_facts(database& db, const workflow::edition& edition,
                                       const workflow::actor& who, workflow::entry_id id) {
    auto facts = load_entry_facts(db, edition, edition.state, who, std::vector{id}).front();
    if (db.role() == database_role::secretariat) facts.checklist_open = list_open_points(db, id);
    return facts;
}

std::vector<workflow::scorecard_facts> load_scorecard_facts(database& db, const workflow::actor& who,
                                                            const std::vector<workflow::scorecard_id>& ids) {
    const auto lines = list_card_lines(db, who, ids);
    if (lines.size() != ids.size()) throw not_found{};
    std::vector<workflow::scorecard_facts> all;
    for (const auto& line : lines) {
        workflow::scorecard_facts facts;
        facts.edition = line.edition;
        facts.round_open = line.round_open;
        facts.is_own = line.is_own;
        facts.terms_accepted = line.terms_accepted;
        facts.identity_verified = line.identity_verified;
        facts.conflict_declared = line.declared;
        facts.has_conflict = line.barred;
        facts.judge_left = line.judge_left;
        if (line.entry_withdrawn) facts.entry_withdrawn = *line.entry_withdrawn;
        all.push_back(std::move(facts));
    }
    return all;
}

workflow::scorecard_facts load_scorecard_facts(database& db, const workflow::actor& who,
                                               workflow::scorecard_id id) {
    return load_scorecard_facts(db, who, std::vector{id}).front();
}

workflow::certificate_facts load_certificate_facts(database& db, workflow::certificate_id id) {
    workflow::certificate_facts facts;
    facts.edition = db.value<workflow::edition_state>(
        "select d.state from certificate c join edition d on d.id = c.edition_id where c.id = :id",
        {{"id", id}});
    return facts;
}

}  // namespace store
