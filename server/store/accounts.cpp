#include "server/store/accounts.hpp"

#include "workflow/state_sets.hpp"

namespace store {

std::vector<account_part> list_account_parts(database& db, workflow::person_id person) {
    return db.list<account_part>(
        R"(select true as is_office, e.name as edition
           from secretariat s left join edition e on e.id = s.edition_id where s.person_id = :person and s.in_force
           union all
           select false, e.name from judge j join edition e on e.id = j.edition_id
           where j.person_id = :person and j.left_at is null and e.state <> all(:ended) order by 1 desc, 2)",
        {{"person", person}, {"ended", workflow::edition_states::ended}});
}

std::vector<city_left_alone> list_cities_left_alone(database& db, workflow::person_id person) {
    return db.list<city_left_alone>(
        R"(select distinct e.edition_id, c.id as city_id, c.printed_name as city
           from applicant a join city c on c.id = a.city_id join entry e on e.city_id = c.id
           join edition d on d.id = e.edition_id and d.state <> all(:ended)
           where a.person_id = :person and a.confirmed_at is not null
             and not exists (select from applicant o where o.city_id = a.city_id and o.person_id <> a.person_id
                                                     and o.confirmed_at is not null)
           order by 1, 2)",
        {{"person", person}, {"ended", workflow::edition_states::ended}});
}

void leave_every_office(database& db, workflow::person_id person) {
    db.run(R"(update secretariat set ended_by = person_id, ended_at = clock_timestamp()
              where person_id = :person and in_force)",
           {{"person", person}});
}

void close_account(database& db, workflow::person_id person) {
    db.run("delete from credential where person_id = :person", {{"person", person}});
    db.run("update person set disabled_at = clock_timestamp() where id = :person and disabled_at is null",
           {{"person", person}});
}

}  // namespace store
