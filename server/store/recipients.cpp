#include "server/store/recipients.hpp"

#include "server/store/states.hpp"
#include "workflow/state_sets.hpp"

namespace store {
namespace {

constexpr std::string_view from_slate = R"(
    select e.edition_id, e.id as entry_id, pe.id as person_id,
           exists (select from slate_prize p where p.slate_id = :slate and p.entry_id = e.id) as won
    from entry e
    join applicant a on a.city_id = e.city_id and a.confirmed_at is not null
    join person pe on pe.id = a.person_id and pe.disabled_at is null
    where e.edition_id = :edition and coalesce(e.sealed_state, e.state) = any(:told) )";

// "17 4 t" for each row, one a line.
bytes hash_of_list(database& db, workflow::slate_id slate) {
    const auto text = db.value<std::string>(
        R"(select coalesce(string_agg(entry_id || ' ' || person_id || ' ' || won, chr(10) order by entry_id, person_id), '')
           from result_recipient where slate_id = :slate)",
        {{"slate", slate}});
    return {sha256(text)};
}

}  // namespace

recipient_counts count_recipients(database& db, workflow::edition_id edition, workflow::slate_id slate) {
    static const auto sql = "with wanted as (" + std::string(from_slate) + R"(),
        frozen as (select recipients_hash is not null as is_there from slate where id = :slate)
        select count(*) filter (where l.won) as won, count(*) filter (where not l.won) as not_won
        from (select won from wanted where not (select is_there from frozen)
              union all select won from result_recipient where slate_id = :slate and (select is_there from frozen)) as l)";
    return db.load<recipient_counts>(
        sql, {{"edition", edition}, {"slate", slate}, {"told", workflow::entry_states::told_the_result}});
}

void freeze_recipients(database& db, const author& who, workflow::slate_id slate) {
    static const auto sql =
        "insert into result_recipient (edition_id, slate_id, entry_id, person_id, won) "
        "select edition_id, cast(:slate as bigint), entry_id, person_id, won from (" +
        std::string(from_slate) + ") as l";
    db.run(sql,
           {{"edition", who.edition}, {"slate", slate}, {"told", workflow::entry_states::told_the_result}});
    db.run("update slate set recipients_hash = :hash where id = :slate",
           {{"hash", hash_of_list(db, slate)}, {"slate", slate}});
    const auto counts = count_recipients(db, who.edition.value(), slate);
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
                  pe.id as person_id, pe.name, pe.email, pe.language
           from result_recipient r join entry e on e.id = r.entry_id
           join category c on c.id = e.category_id join city ci on ci.id = e.city_id
           join person pe on pe.id = r.person_id and pe.disabled_at is null
           where r.slate_id = :slate order by e.number, pe.id)",
        {{"slate", slate}, {"given", prize_state::given}});
}

}  // namespace store
