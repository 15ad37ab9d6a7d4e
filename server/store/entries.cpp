#include "server/store/entries.hpp"

namespace store {
namespace {

constexpr std::string_view any_entry =
    R"(select e.id, e.edition_id, e.city_id, e.category_id, e.number, e.place, e.title, e.state, e.version,
              e.third_party, e.provider_name, e.returned_reason, e.return_due_at, e.closing_reason, e.created_at,
              e.submitted_at, e.current_version, c.printed_name as city_name, c.printed_country as city_country,
              k.key as category_key, k.name as category_name,
              (select max(x.until) from extension x where x.edition_id = e.edition_id and x.city_id = e.city_id)
                  as extended_until,
              (select count(*) from entry o where o.edition_id = e.edition_id and o.city_id = e.city_id
                                               and o.id <> e.id and o.place is not null) as other_places
       from entry e join city c on c.id = e.city_id join category k on k.id = e.category_id )";
const std::string one_entry = std::string(any_entry) + "where e.id = :id";

const std::string my_entries =
    R"(select e.id, d.slug as edition_key, d.name as edition_name, d.state as edition_state, d.zone, d.closes_at,
              d.grace_minutes, e.city_id, c.printed_name as city_name, k.name as category_name, e.number, e.title,
              e.state, e.return_due_at,
              (select max(x.until) from extension x where x.edition_id = e.edition_id and x.city_id = e.city_id)
                  as extended_until,
              exists (select from certificate z where z.entry_id = e.id and z.state = :issued) as has_certificate
       from entry e join edition d on d.id = e.edition_id join city c on c.id = e.city_id
                    join category k on k.id = e.category_id)";

const std::string newest_first =
    R"( order by d.year desc, d.id desc, c.printed_name collate "und-x-icu", e.id)";

struct own_extension {
    workflow::edition_id edition_id;
    workflow::instant until;
};
BOOST_DESCRIBE_STRUCT(own_extension, (), (edition_id, until))

}  // namespace

std::optional<workflow::instant> find_extension(database& db, workflow::edition_id edition,
                                                workflow::city_id city) {
    return db.value<std::optional<workflow::instant>>(
        "select max(until) from extension where edition_id = :edition and city_id = :city",
        {{"edition", edition}, {"city", city}});
}

std::map<workflow::edition_id, workflow::instant> list_own_extensions(database& db,
                                                                      workflow::person_id person) {
    std::map<workflow::edition_id, workflow::instant> latest;
    for (const auto& one : db.list<own_extension>(
             R"(select x.edition_id, max(x.until) as until from extension x
                join applicant a on a.city_id = x.city_id and a.person_id = :person and a.confirmed_at is not null
                group by x.edition_id)",
             {{"person", person}}))
        latest.emplace(one.edition_id, one.until);
    return latest;
}

entry_row load_entry(database& db, workflow::entry_id id) {
    return db.load<entry_row>(one_entry, {{"id", id}});
}

entry_row lock_entry(database& db, workflow::entry_id id) {
    static const auto question = one_entry + " for no key update of e";
    return db.load<entry_row>(question, {{"id", id}});
}

entry_row share_entry(database& db, workflow::entry_id id) {
    static const auto question = one_entry + " for share of e";
    return db.load<entry_row>(question, {{"id", id}});
}

std::vector<entry_row> list_drafts(database& db, workflow::edition_id edition) {
    static const auto question =
        std::string(any_entry) + "where e.edition_id = :edition and e.state = :draft order by e.id";
    return db.list<entry_row>(question, {{"edition", edition}, {"draft", workflow::entry_state::draft}});
}

std::vector<entry_row> list_concerned_by_questions(database& db, workflow::edition_id edition) {
    static const auto question =
        std::string(any_entry) + "where e.edition_id = :edition and e.state = any(:concerned) order by e.id";
    return db.list<entry_row>(
        question, {{"edition", edition}, {"concerned", workflow::entry_states::concerned_by_questions}});
}

std::vector<my_entry_row> list_my_entries(database& db) {
    static const auto question = my_entries + newest_first;
    return db.list<my_entry_row>(question, {{"issued", workflow::certificate_state::issued}});
}

std::vector<my_entry_row> list_my_entries(database& db, workflow::city_id city) {
    static const auto question = my_entries + " where e.city_id = :city" + newest_first;
    return db.list<my_entry_row>(question, {{"city", city}, {"issued", workflow::certificate_state::issued}});
}

workflow::entry_id add_entry(database& db, const new_entry& said, workflow::person_id person) {
    return db.value<workflow::entry_id>(
        R"(insert into entry (edition_id, city_id, category_id, title, third_party, provider_name, created_by,
                              created_at)
           values (:edition, :city, :category, :title, :third, :provider, :person, :now) returning id)",
        {{"edition", said.edition},
         {"city", said.city},
         {"category", said.category},
         {"title", said.title},
         {"third", said.third_party},
         {"provider", said.provider_name},
         {"person", person},
         {"now", db.now()}});
}

int count_drafts(database& db, workflow::edition_id edition, workflow::city_id city) {
    db.run("select pg_advisory_xact_lock(hashtextextended('drafts of ' || :city, cast(:edition as bigint)))",
           {{"edition", edition}, {"city", city}});
    return db.value<int>(
        "select count(*) from entry where edition_id = :edition and city_id = :city and state = :draft",
        {{"edition", edition}, {"city", city}, {"draft", workflow::entry_state::draft}});
}

void set_title(database& db, workflow::entry_id entry, std::string_view title) {
    db.run("update entry set title = :title where id = :entry", {{"title", title}, {"entry", entry}});
}

void set_category(database& db, workflow::entry_id entry, workflow::category_id category) {
    db.run("update entry set category_id = :category where id = :entry",
           {{"category", category}, {"entry", entry}});
}

void set_provider(database& db, workflow::entry_id entry, bool third_party, std::string_view provider_name) {
    db.run("update entry set third_party = :third, provider_name = :provider where id = :entry",
           {{"third", third_party}, {"provider", provider_name}, {"entry", entry}});
}

void set_closing_reason(database& db, workflow::entry_id entry, std::string_view reason) {
    db.run("update entry set closing_reason = :reason where id = :entry",
           {{"reason", reason}, {"entry", entry}});
}

void end_request(database& db, workflow::entry_id entry) {
    db.run("update entry set return_due_at = null where id = :entry and return_due_at is not null",
           {{"entry", entry}});
}

bool take_place(database& db, const entry_row& entry) {
    if (entry.place) return true;
    // In turn for one city and edition; the unique constraint behind it holds whatever happens here.
    db.run(R"(select pg_advisory_xact_lock(hashtextextended(
                  'places of ' || cast(:city as text) || ' in ' || cast(:edition as text), 0)))",
           {{"city", entry.city_id}, {"edition", entry.edition_id}});
    return db.run(R"(update entry e set place = free.place
                     from (select min(p.place) as place from entry_place p
                           where p.edition_id = :edition
                             and not exists (select from entry o where o.edition_id = p.edition_id
                                             and o.city_id = :city and o.place = p.place)) free
                     where e.id = :entry and free.place is not null)",
                  {{"edition", entry.edition_id}, {"city", entry.city_id}, {"entry", entry.id}}) == 1;
}

void note_submitted(database& db, const entry_row& entry, int version) {
    db.run(
        R"(update entry set number = coalesce(number, next_entry_number(edition_id)), current_version = :version,
                               submitted_at = :now
              where id = :entry)",
        {{"version", version}, {"now", db.now()}, {"entry", entry.id}});
}

late_refusal_row add_late_refusal(database& db, const entry_row& entry, workflow::person_id person,
                                  workflow::instant at, workflow::instant deadline, const bytes& hash) {
    return db.load<late_refusal_row>(
        R"(insert into late_refusal (edition_id, entry_id, person_id, refused_at, deadline, hash)
           values (:edition, :entry, :person, :at, :deadline, :hash) returning id, refused_at, deadline, hash)",
        {{"edition", entry.edition_id},
         {"entry", entry.id},
         {"person", person},
         {"at", at},
         {"deadline", deadline},
         {"hash", hash}});
}

std::vector<late_refusal_row> list_late_refusals(database& db, workflow::entry_id entry) {
    return db.list<late_refusal_row>(
        "select id, refused_at, deadline, hash from late_refusal where entry_id = :entry order by id",
        {{"entry", entry}});
}

std::vector<result_row> list_results(database& db, workflow::entry_id entry) {
    return db.list<result_row>(R"(select t.name as tier_name, p.state, p.note
                                  from prize p join tier t on t.id = p.tier_id
                                  where p.entry_id = :entry order by t.position)",
                               {{"entry", entry}});
}

std::vector<own_certificate_row> list_own_certificates(database& db, workflow::entry_id entry) {
    return db.list<own_certificate_row>(
        "select id, serial, kind from certificate where entry_id = :entry and state = :issued order by id",
        {{"entry", entry}, {"issued", workflow::certificate_state::issued}});
}

}  // namespace store
