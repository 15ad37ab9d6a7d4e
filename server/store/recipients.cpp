#include "server/store/recipients.hpp"

#include "server/store/audience.hpp"
#include "server/store/states.hpp"
#include "workflow/state_sets.hpp"

#include <map>

namespace store {
namespace {

struct told_entry {
    workflow::entry_id id;
    bool won;
};
BOOST_DESCRIBE_STRUCT(told_entry, (), (id, won))

struct recipient {
    workflow::entry_id entry;
    std::optional<workflow::person_id> person;
    std::string contact;  // where no person is known
    bool won;
};

// The audience of a letter about an entry, for each entry that is told a result.
std::vector<recipient> list_recipients(database& db, workflow::edition_id edition, workflow::slate_id slate,
                                       const std::vector<std::string>& contact_questions) {
    std::map<workflow::entry_id, bool> told;
    for (
        const auto& one : db.list<told_entry>(
            R"(select e.id, exists (select from slate_prize p where p.slate_id = :slate and p.entry_id = e.id) as won
                from entry e where e.edition_id = :edition and coalesce(e.sealed_state, e.state) = any(:told))",
            {{"slate", slate}, {"edition", edition}, {"told", workflow::entry_states::told_the_result}}))
        told[one.id] = one.won;
    concerning about;
    about.edition = edition;
    about.contact_questions = contact_questions;
    std::vector<recipient> all;
    for (const auto& one :
         list_audience(db, notifications::audience::the_city_and_contact_of_the_entry, about))
        if (const auto entry = told.find(one.entry_id.value()); entry != told.end())
            all.push_back(
                {entry->first, one.person_id, one.person_id ? std::string() : one.email, entry->second});
    return all;
}

// "17 4 t" for each row, one a line; a contact stands there by its address.
bytes hash_of_list(database& db, workflow::slate_id slate) {
    const auto text = db.value<std::string>(
        R"(select coalesce(string_agg(entry_id || ' ' || coalesce(person_id::text, contact) || ' ' || won, chr(10)
                                      order by entry_id, person_id, contact), '')
           from result_recipient where slate_id = :slate)",
        {{"slate", slate}});
    return {sha256(text)};
}

}  // namespace

recipient_counts count_recipients(database& db, workflow::edition_id edition, workflow::slate_id slate,
                                  const std::vector<std::string>& contact_questions) {
    if (db.value<bool>("select recipients_hash is not null from slate where id = :slate", {{"slate", slate}}))
        return db.load<recipient_counts>(
            R"(select count(*) filter (where won) as won, count(*) filter (where not won) as not_won
               from result_recipient where slate_id = :slate)",
            {{"slate", slate}});
    recipient_counts counts{};
    for (const auto& one : list_recipients(db, edition, slate, contact_questions))
        ++(one.won ? counts.won : counts.not_won);
    return counts;
}

void freeze_recipients(database& db, const author& who, workflow::slate_id slate,
                       const std::vector<std::string>& contact_questions) {
    std::vector<std::int64_t> entries, people;
    std::vector<std::string> contacts, won;
    for (const auto& one : list_recipients(db, who.edition.value(), slate, contact_questions)) {
        entries.push_back(workflow::value(one.entry));
        people.push_back(one.person ? workflow::value(*one.person) : 0);
        contacts.push_back(one.contact);
        won.push_back(one.won ? "true" : "false");
    }
    db.run(R"(insert into result_recipient (edition_id, slate_id, entry_id, person_id, contact, won)
              select cast(:edition as bigint), cast(:slate as bigint), l.entry, nullif(l.person, 0),
                     nullif(l.contact, ''), l.won
              from unnest(cast(:entries as bigint[]), cast(:people as bigint[]), cast(:contacts as text[]),
                          cast(:won as boolean[])) as l (entry, person, contact, won))",
           {{"edition", who.edition},
            {"slate", slate},
            {"entries", entries},
            {"people", people},
            {"contacts", contacts},
            {"won", won}});
    db.run("update slate set recipients_hash = :hash where id = :slate",
           {{"hash", hash_of_list(db, slate)}, {"slate", slate}});
    const auto counts = count_recipients(db, who.edition.value(), slate, contact_questions);
    record_act(db, who, audit_subject::slate, workflow::value(slate), audit_action::recipients_frozen,
               {{"won", counts.won}, {"not_won", counts.not_won}});
}

std::vector<result_addressee> list_frozen_recipients(database& db, workflow::slate_id slate) {
    const auto kept = db.value<std::optional<bytes>>("select recipients_hash from slate where id = :slate",
                                                     {{"slate", slate}});
    if (!kept) throw std::runtime_error("no list of recipients was frozen with the slate");
    if (kept->data != hash_of_list(db, slate).data)
        throw std::runtime_error("the list of recipients is not the one that was frozen");
    return db.list<result_addressee>(
        R"(select r.entry_id, r.won, e.title, ci.printed_name as city, c.name as category,
                  (select t.name from prize p join tier t on t.id = p.tier_id
                   where p.entry_id = e.id and p.state = :given) as tier,
                  r.person_id, coalesce(pe.name, '') as name, coalesce(r.contact, pe.email) as email,
                  coalesce(pe.language, 'en') as language
           from result_recipient r join entry e on e.id = r.entry_id
           join category c on c.id = e.category_id join city ci on ci.id = e.city_id
           left join person pe on pe.id = r.person_id and pe.disabled_at is null
           where r.slate_id = :slate and (r.contact is not null or pe.id is not null) order by e.number, pe.id, r.contact)",
        {{"slate", slate}, {"given", prize_state::given}});
}

}  // namespace store
