#include "server/store/screening.hpp"

#include "server/store/states.hpp"
#include "workflow/state_sets.hpp"

namespace store {
namespace {

constexpr std::string_view one_entry = R"(
    select e.id, e.category_id, e.city_id, e.number, e.title, c.printed_name as city, c.official_name as official_city,
           c.country, k.name as category, e.provider_name, e.flag, e.returned_reason, e.closing_reason, e.state,
           e.version, e.third_party, c.member, c.approved_at is not null as city_is_approved, e.submitted_at, e.return_due_at,
           (select max(x.until) from extension x where x.edition_id = e.edition_id and x.city_id = e.city_id)
               as extended_until,
           e.created_at, e.current_version,
           exists (select from attachment a where a.entry_id = e.id and a.purpose = 'approval_letter'
                   and a.state = :stored) as has_approval_letter
    from entry e join city c on c.id = e.city_id join category k on k.id = e.category_id
    where e.id = :id )";

}  // namespace

screened_entry load_screened_entry(database& db, workflow::entry_id id) {
    return db.load<screened_entry>(one_entry, {{"id", id}, {"stored", attachment_state::stored}});
}

screened_entry lock_screened_entry(database& db, workflow::entry_id id) {
    return db.load<screened_entry>(std::string(one_entry) + "for update of e",
                                   {{"id", id}, {"stored", attachment_state::stored}});
}

std::vector<screened_answer> list_screened_answers(database& db, workflow::entry_id id) {
    return db.list<screened_answer>("select question, value from answer where entry_id = :id", {{"id", id}});
}

std::vector<screened_file> list_screened_files(database& db, workflow::entry_id id) {
    return db.list<screened_file>(
        R"(select id, purpose, name, media_type, coalesce(encode(hash, 'hex'), '') as sha256, size
           from attachment where entry_id = :id and state = :stored order by id)",
        {{"id", id}, {"stored", attachment_state::stored}});
}

std::vector<screened_version> list_screened_versions(database& db, workflow::entry_id id) {
    return db.list<screened_version>(
        R"(select v.number, encode(v.hash, 'hex') as sha256, v.submitted_at, p.name as submitted_by
           from entry_version v left join person p on p.id = v.submitted_by where v.entry_id = :id
           order by v.number desc)",
        {{"id", id}});
}

std::vector<check_line> list_checks(database& db, workflow::entry_id id) {
    return db.list<check_line>("select item, passed, note from screening_check where entry_id = :id",
                               {{"id", id}});
}

void set_checks(database& db, const author& who, workflow::entry_id id,
                const std::vector<check_line>& checks) {
    std::vector<std::string> items, passed, notes;
    boost::json::object details;
    for (const auto& one : checks) {
        items.push_back(one.item);
        passed.push_back(one.passed ? "t" : "f");
        notes.push_back(one.note);
        details[one.item] = one.passed;
    }
    db.run(R"(insert into screening_check (entry_id, edition_id, item, passed, note, checked_by, checked_at)
              select :entry, :edition, item, passed, note, :by, :now
              from unnest(cast(:items as text[]), cast(:passed as boolean[]), cast(:notes as text[]))
                   as t (item, passed, note)
              on conflict (entry_id, item) do update set passed = excluded.passed, note = excluded.note,
                  checked_by = excluded.checked_by, checked_at = excluded.checked_at)",
           {{"entry", id},
            {"edition", who.edition},
            {"by", who.actor.person},
            {"items", items},
            {"passed", passed},
            {"notes", notes},
            {"now", db.now()}});
    record_act(db, who, audit_subject::entry, workflow::value(id), audit_action::checklist_saved,
               std::move(details));
}

void set_return(database& db, workflow::entry_id id, std::string_view reason, workflow::instant due_at) {
    db.run("update entry set returned_reason = :reason, return_due_at = :due where id = :id",
           {{"reason", reason}, {"due", due_at}, {"id", id}});
}

bool approve_city(database& db, const author& who, workflow::city_id city) {
    const bool is_new =
        db.run("update city set approved_at = clock_timestamp() where id = :id and approved_at is null",
               {{"id", city}}) == 1;
    if (is_new) record_act(db, who, audit_subject::city, workflow::value(city), audit_action::city_approved);
    return is_new;
}

void set_flag(database& db, const author& who, workflow::entry_id id, std::string_view flag) {
    db.run("update entry set flag = :flag where id = :id", {{"flag", flag}, {"id", id}});
    record_act(db, who, audit_subject::entry, workflow::value(id),
               flag.empty() ? audit_action::flag_lifted : audit_action::flag_set);
}

void move_category(database& db, const author& who, workflow::entry_id id, workflow::category_id category,
                   workflow::decision_id decision) {
    db.run("update entry set category_id = :category, version = version + 1 where id = :id",
           {{"category", category}, {"id", id}});
    record_act(db, who, audit_subject::entry, workflow::value(id), audit_action::category_moved,
               {{"category", workflow::value(category)}, {"decision", workflow::value(decision)}});
}

int count_begun_scorecards(database& db, workflow::entry_id id) {
    return db.value<int>("select count(*) from scorecard where entry_id = :id and state <> :assigned",
                         {{"id", id}, {"assigned", workflow::scorecard_state::assigned}});
}

std::vector<similar_entry> list_similar_entries(database& db, workflow::entry_id id) {
    return db.list<similar_entry>(
        R"(select o.id, d.slug as edition, d.name as edition_name, o.title, c.printed_name as city, o.state
           from entry e join entry o on o.id <> e.id and o.state <> all(:not_handed_in)
                and (o.city_id = e.city_id or lower(o.title) = lower(e.title))
           join city c on c.id = o.city_id join edition d on d.id = o.edition_id
           where e.id = :id order by d.year desc, o.id limit 50)",
        {{"id", id}, {"not_handed_in", workflow::entry_states::not_handed_in}});
}

}  // namespace store
