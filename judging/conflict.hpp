#pragma once
// J1: which judge has a conflict of interest with which entry, and why. Worked out again by features on every
// change of a judge's or an entry's data. It finds and explains; what a barred judge may not see is the
// policy's matter (server/access), and who decides a challenge is a person's.

#include <boost/describe.hpp>
#include <span>

#include "judging/scorecard.hpp"

namespace judging {

// What is known of a judge: the cities (also those that the person's account belongs to or has asked to
// join), countries (ISO 3166-1 alpha-2) and organisations of this person; the entries that the person took
// part in (began, wrote, handed in, or is the contact of); the domain of the e-mail address.
struct city_tie {
    city_id city{};
    std::optional<city_id> parent;
    friend bool operator==(const city_tie&, const city_tie&) = default;
};
BOOST_DESCRIBE_STRUCT(city_tie, (), (city, parent))

struct judge_facts {
    judge_id judge{};
    std::vector<city_tie> cities;
    std::string country_of_origin;      // empty: unknown
    std::string country_of_employment;  // empty: unknown
    std::vector<std::string> organisations;
    std::vector<entry_id> took_part_in;
    std::string mail_domain;
    friend bool operator==(const judge_facts&, const judge_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(judge_facts, (),
                      (judge, cities, country_of_origin, country_of_employment, organisations, took_part_in,
                       mail_domain))

// What is known of an entry: its city, that city's parent and country for conflicts (not the printed one),
// the organisations behind the project (the provider that enters for the city, partners), and the domains of
// the e-mail addresses of the city's people that no other city's people have.
struct entry_facts {
    entry_id entry{};
    city_tie city;
    std::string country;
    std::vector<std::string> organisations;
    std::vector<std::string> mail_domains;
    friend bool operator==(const entry_facts&, const entry_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(entry_facts, (), (entry, city, country, organisations, mail_domains))

// A relation that the secretariat recorded, to one entry or to everything of one city. Always bars.
struct relation {
    judge_id judge{};
    std::optional<entry_id> entry;
    std::optional<city_id> city;
    std::string reason;
    friend bool operator==(const relation&, const relation&) = default;
};
BOOST_DESCRIBE_STRUCT(relation, (), (judge, entry, city, reason))

// A judge's own declaration of a conflict with an entry. Always bars.
struct declaration {
    judge_id judge{};
    entry_id entry{};
    std::string reason;
    friend bool operator==(const declaration&, const declaration&) = default;
};
BOOST_DESCRIBE_STRUCT(declaration, (), (judge, entry, reason))

// Somebody challenged the judge. Bars while it is open and when it was upheld; a dismissed one is no
// conflict any more.
enum class challenge_state { open, upheld, dismissed };
BOOST_DESCRIBE_ENUM(challenge_state, open, upheld, dismissed)
struct challenge {
    judge_id judge{};
    entry_id entry{};
    challenge_state state = challenge_state::open;
    std::string reason;
    friend bool operator==(const challenge&, const challenge&) = default;
};
BOOST_DESCRIBE_STRUCT(challenge, (), (judge, entry, state, reason))

struct recorded_facts {
    std::vector<relation> relations;
    std::vector<declaration> declarations;
    std::vector<challenge> challenges;
    friend bool operator==(const recorded_facts&, const recorded_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(recorded_facts, (), (relations, declarations, challenges))

// J12. `took_part` always bars, `same_mail_domain` never: it is a hint for a person to look at. The last
// three are what people say: `taken_off` is the secretariat's, when it takes a judge off an entry for a
// conflict.
enum class conflict_kind {
    same_city,
    parent_city,
    district,
    same_country_of_origin,
    same_country_of_employment,
    same_organisation,
    took_part,
    same_mail_domain,
    recorded_relation,
    declared,
    challenged,
    taken_off
};
BOOST_DESCRIBE_ENUM(conflict_kind, same_city, parent_city, district, same_country_of_origin,
                    same_country_of_employment, same_organisation, took_part, same_mail_domain,
                    recorded_relation, declared, challenged, taken_off)

// One reason. `fact` is what both have in common (the city's number, the country's code, the organisation
// as the entry writes it) or the reason that a person wrote. A conflict that does not bar is shown to the
// secretariat and noted beside the scores.
struct conflict {
    judge_id judge{};
    entry_id entry{};
    conflict_kind kind{};
    std::string fact;
    bool bars = true;
    friend auto operator<=>(const conflict&, const conflict&) = default;
};
BOOST_DESCRIBE_STRUCT(conflict, (), (judge, entry, kind, fact, bars))

// Every conflict of this judge with this entry, in the order of the kinds above; empty: none known.
// `parent_city`: the judge's city is the entry's parent; `district`: the judge's city is a district of it.
// Two districts of one city are no conflict by this rule.
std::vector<conflict> find_conflicts(const judge_facts&, const entry_facts&, const recorded_facts&,
                                     const workflow::conflict_rules&);

// All pairs, ordered by judge, entry, kind; the same whatever the order of the inputs.
std::vector<conflict> list_conflicts(std::span<const judge_facts>, std::span<const entry_facts>,
                                     const recorded_facts&, const workflow::conflict_rules&);

// A judge who must not see or score an entry, for whatever reason.
struct barred_pair {
    judge_id judge{};
    entry_id entry{};
    friend auto operator<=>(const barred_pair&, const barred_pair&) = default;
};
BOOST_DESCRIBE_STRUCT(barred_pair, (), (judge, entry))

// The pairs that any of these conflicts bars, each once, in order.
std::vector<barred_pair> list_barred(std::span<const conflict>);

// What a change of somebody's data brought: conflicts that are new, and those that are gone.
struct conflict_changes {
    std::vector<conflict> appeared;
    std::vector<conflict> vanished;
    friend bool operator==(const conflict_changes&, const conflict_changes&) = default;
};
BOOST_DESCRIBE_STRUCT(conflict_changes, (), (appeared, vanished))
conflict_changes compare_conflicts(std::vector<conflict> before, std::vector<conflict> after);

}  // namespace judging
