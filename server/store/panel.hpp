#pragma once
// The panel as the secretariat keeps it: judges with what decides conflicts and assignments, invitations,
// relations. Scores are elsewhere; runs under the role wego_secretariat.

#include "judging/assignment.hpp"
#include "server/store/audit.hpp"
#include "server/store/letters.hpp"
#include "server/store/people.hpp"

namespace store {

struct judge_row {
    workflow::judge_id id;
    workflow::person_id person_id;
    std::string name, title, affiliation, country, employment_country, email, language, expertise,
        left_reason, terms_name;
    std::optional<workflow::city_id> city_id;
    std::optional<std::string> city;
    bool chair, alternate;
    std::optional<int> capacity;
    std::optional<workflow::instant> identity_checked_at, terms_accepted_at, accepted_at, declined_at,
        left_at;
    workflow::instant invited_at;
    int version;
    bool has_account;      // the person confirmed the address, here or before
    std::string own_name;  // as the person writes it; until then as who invited did
};
BOOST_DESCRIBE_STRUCT(judge_row, (),
                      (id, person_id, name, title, affiliation, country, employment_country, email, language,
                       expertise, left_reason, terms_name, city_id, city, chair, alternate, capacity,
                       identity_checked_at, terms_accepted_at, accepted_at, declined_at, left_at, invited_at,
                       version, has_account, own_name))
// The chair first, alternates and those who left last.
std::vector<judge_row> list_judges(database&, workflow::edition_id);
judge_row load_judge(database&, workflow::judge_id);
addressee addressee_of(const judge_row&);

// What the office writes about a judge; id, person and version of the row are not looked at by add_judge().
workflow::judge_id add_judge(database&, const author&, workflow::person_id, const judge_row&);
// From the expected version; throws stale_row.
void change_judge(database&, const author&, const judge_row&);
void check_identity(database&, const author&, workflow::judge_id, bool verified);
void note_judge_left(database&, const author&, workflow::judge_id, std::string_view reason);

// Who declined is asked once more: the invitation is open again.
void renew_invitation(database&, const author&, workflow::judge_id);

// The person of this address, who is made when there is none yet. For invitations.
bool is_known_address(database&, std::string_view email);
// Of an invited judge whose address nobody has confirmed yet: ends the invitations to the old one. False when
// it was confirmed in the meantime. Throws failure{constraint person_email_unique} when the address is known.
bool correct_address(database&, const author&, const judge_row&, std::string_view email);
workflow::person_id find_or_invite_person(database&, const author&, std::string_view email,
                                          std::string_view name, bool demonstration);

struct relation_row {
    std::int64_t id;
    workflow::judge_id judge_id;
    workflow::city_id city_id;
    std::string city, note;
};
BOOST_DESCRIBE_STRUCT(relation_row, (), (id, judge_id, city_id, city, note))
std::vector<relation_row> list_relations(database&, workflow::edition_id);
void add_relation(database&, const author&, workflow::judge_id, workflow::city_id, std::string_view note);
// Throws not_found for one of another judge.
void remove_relation(database&, const author&, workflow::judge_id, std::int64_t id);

}  // namespace store
