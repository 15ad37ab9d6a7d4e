#include "server/store/results.hpp"

#include "server/store/documents.hpp"
#include "server/store/states.hpp"
#include "workflow/state_sets.hpp"

namespace store {
namespace {

struct hashed_slot {
    std::string category, tier;
    int place;
    std::optional<std::int64_t> entry;
    std::string withheld_reason;
};
BOOST_DESCRIBE_STRUCT(hashed_slot, (), (category, tier, place, entry, withheld_reason))

}  // namespace

ratified_slate load_ratified_slate(database& db, workflow::edition_id edition) {
    return db.load<ratified_slate>(
        R"(select id, tally_run_id, encode(hash, 'hex') as hash from slate
           where edition_id = :edition and state = :ratified)",
        {{"edition", edition}, {"ratified", slate_state::ratified}});
}

std::vector<ratified_prize> list_slate_prizes(database& db, workflow::slate_id slate) {
    return db.list<ratified_prize>(
        R"(select p.category_id, c.name as category, p.tier_id, t.name as tier,
                  cast(rank() over (partition by p.category_id order by t.position) as integer) as tier_rank, p.place,
                  p.entry_id, e.city_id, coalesce(ci.printed_name, '') as printed_city,
                  coalesce(ci.printed_country, '') as printed_country, coalesce(ci.country, '') as country,
                  coalesce(e.title, '') as title,
                  coalesce((select a.value from answer a where a.entry_id = e.id and a.question = 'summary'), '')
                      as summary,
                  p.withheld_reason
           from slate_prize p
           join category c on c.id = p.category_id join tier t on t.id = p.tier_id
           left join entry e on e.id = p.entry_id left join city ci on ci.id = e.city_id
           where p.slate_id = :slate
           order by c.position, t.position, p.place, p.entry_id)",
        {{"slate", slate}});
}

std::string slate_document(database& db, workflow::slate_id slate) {
    return to_document(db.list<hashed_slot>(
        R"(select c.key as category, t.key as tier, p.place, p.entry_id as entry, p.withheld_reason
           from slate_prize p join category c on c.id = p.category_id join tier t on t.id = p.tier_id
           where p.slate_id = :slate
           order by c.position, t.position, p.place, p.entry_id)",
        {{"slate", slate}}));
}

std::vector<public_prize_id> publish_prizes(database& db, workflow::edition_id edition,
                                            workflow::slate_id slate) {
    return db.list<public_prize_id>(
        R"(insert into prize (edition_id, category_id, tier_id, place, entry_id, city_id, printed_city, printed_country,
                              title, summary, withheld, changed_at)
           select p.edition_id, p.category_id, p.tier_id, p.place, p.entry_id, e.city_id,
                  coalesce(ci.printed_name, ''), coalesce(ci.printed_country, ''), coalesce(e.title, ''),
                  coalesce((select a.value from answer a where a.entry_id = e.id and a.question = 'summary'), ''),
                  p.entry_id is null, :now
           from slate_prize p left join entry e on e.id = p.entry_id left join city ci on ci.id = e.city_id
           where p.slate_id = :slate and p.edition_id = :edition
           returning id, category_id, tier_id, place, entry_id)",
        {{"slate", slate}, {"edition", edition}, {"now", db.now()}});
}

void add_certificates(database& db, workflow::edition_id edition, std::string_view issued_on,
                      const std::vector<new_certificate>& certificates) {
    if (certificates.empty()) return;
    std::vector<std::string> kinds, serials, bodies;
    std::vector<std::int64_t> entries, judges, prizes;  // 0 stands for null
    for (const auto& one : certificates) {
        kinds.push_back(boost::describe::enum_to_string(one.kind, ""));
        serials.push_back(one.serial);
        bodies.push_back(to_document(one.body));
        entries.push_back(one.entry ? workflow::value(*one.entry) : 0);
        judges.push_back(one.judge ? workflow::value(*one.judge) : 0);
        prizes.push_back(one.prize.value_or(0));
    }
    db.run(
        R"(insert into certificate (serial, edition_id, kind, entry_id, judge_id, prize_id, body, issued_on,
                                       changed_at)
              select serial, :edition, kind, nullif(entry, 0), nullif(judge, 0), nullif(prize, 0), body,
                     cast(:issued_on as date), :now
              from unnest(cast(:serials as text[]), cast(:kinds as text[]), cast(:entries as bigint[]),
                          cast(:judges as bigint[]), cast(:prizes as bigint[]), cast(:bodies as text[]))
                   as t (serial, kind, entry, judge, prize, body))",
        {{"edition", edition},
         {"issued_on", issued_on},
         {"serials", serials},
         {"kinds", kinds},
         {"entries", entries},
         {"judges", judges},
         {"prizes", prizes},
         {"bodies", bodies},
         {"now", db.now()}});
}

std::vector<judged_entry_row> list_judged_entries(database& db, workflow::edition_id edition) {
    return db.list<judged_entry_row>(
        R"(select e.id, e.title, c.name as category, ci.printed_name as printed_city, ci.printed_country, ci.country,
                  exists (select from prize p where p.entry_id = e.id and p.state = :given) as won,
                  exists (select from round_entry x join round r on r.id = x.round_id
                          where x.entry_id = e.id and r.purpose = 'finals' and r.closed_at is not null) as was_in_finals
           from entry e join category c on c.id = e.category_id join city ci on ci.id = e.city_id
           where e.edition_id = :edition and coalesce(e.sealed_state, e.state) = any(:with_a_result)
           order by e.number)",
        {{"edition", edition},
         {"given", prize_state::given},
         {"with_a_result", workflow::entry_states::with_a_result}});
}

std::vector<panel_member_row> list_panel(database& db, workflow::edition_id edition) {
    return db.list<panel_member_row>(
        R"(select id, name, title, affiliation, country, chair from judge
           where edition_id = :edition and left_at is null and terms_accepted_at is not null
           order by chair desc, name, id)",
        {{"edition", edition}});
}

std::vector<judge_name> list_judge_names(database& db, workflow::edition_id edition) {
    return db.list<judge_name>(
        "select id, name, left_at is not null as has_left from judge where edition_id = :edition order by id",
        {{"edition", edition}});
}

namespace {
constexpr std::string_view result_entries = R"(
    select e.id, e.version, coalesce(e.sealed_state, e.state) as state, e.category_id, e.number, e.title,
           c.printed_name as city, c.printed_country as country
    from entry e join city c on c.id = e.city_id
    where e.edition_id = :edition and e.state = any(:in_the_result)
    order by e.number, e.id )";
}  // namespace

std::vector<result_entry> list_result_entries(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(result_entries) + "for update of e";
    return db.list<result_entry>(
        sql, {{"edition", edition}, {"in_the_result", workflow::entry_states::in_the_result}});
}

std::vector<result_entry> read_result_entries(database& db, workflow::edition_id edition) {
    return db.list<result_entry>(
        result_entries, {{"edition", edition}, {"in_the_result", workflow::entry_states::in_the_result}});
}

std::vector<judging::barred_pair> list_barred_pairs(database& db, workflow::edition_id edition) {
    return db.list<judging::barred_pair>(
        "select judge_id as judge, entry_id as entry from conflict where edition_id = :edition and bars "
        "order by 1, 2",
        {{"edition", edition}});
}

namespace {

template <class Id>
struct country_row {
    Id id;
    std::string country;
};
using judge_country_row = country_row<workflow::judge_id>;
using entry_country_row = country_row<workflow::entry_id>;
BOOST_DESCRIBE_STRUCT(judge_country_row, (), (id, country))
BOOST_DESCRIBE_STRUCT(entry_country_row, (), (id, country))

}  // namespace

judging::known_countries load_known_countries(database& db, workflow::edition_id edition) {
    judging::known_countries known;
    for (auto& row : db.list<judge_country_row>("select id, country from judge where edition_id = :edition",
                                                {{"edition", edition}}))
        known.of_judge[row.id] = std::move(row.country);
    for (
        auto& row : db.list<entry_country_row>(
            R"(select e.id, c.country from entry e join city c on c.id = e.city_id where e.edition_id = :edition)",
            {{"edition", edition}}))
        known.of_entry[row.id] = std::move(row.country);
    return known;
}

std::optional<workflow::judge_id> find_chair(database& db, workflow::edition_id edition) {
    const auto found = db.values<workflow::judge_id>(
        "select id from judge where edition_id = :edition and chair and left_at is null",
        {{"edition", edition}});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace store
