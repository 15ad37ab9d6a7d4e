#include "server/store/rules.hpp"

#include "server/store/documents.hpp"

namespace store {
namespace {

struct rules_row {
    workflow::rule_set_id id;
    int version;
    std::string hash;
    std::optional<workflow::instant> frozen_at;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(rules_row, (), (id, version, hash, frozen_at, body))

struct form_row {
    int version;
    std::string form;
};
BOOST_DESCRIBE_STRUCT(form_row, (), (version, form))

kept_rules read_rules(rules_row row) {
    return {row.id, row.version, std::move(row.hash), row.frozen_at, rules_of_text(row.body)};
}

}  // namespace

kept_rules load_rules(database& db, workflow::edition_id id) {
    return read_rules(db.load<rules_row>(
        R"(select r.id, r.version, encode(r.hash, 'hex') as hash, r.frozen_at, r.body
           from edition e join rule_set r on r.id = e.rule_set_id where e.id = :id)",
        {{"id", id}}));
}

std::vector<rules_line> list_rules(database& db, workflow::edition_id edition) {
    return db.list<rules_line>(
        R"(select r.version, encode(r.hash, 'hex') as hash, r.reason, p.name as written_by, r.created_at as written_at,
                  r.frozen_at, r.decision_id
           from rule_set r left join person p on p.id = r.created_by
           where r.edition_id = :edition order by r.version desc)",
        {{"edition", edition}});
}

std::vector<kept_form> list_forms(database& db, workflow::edition_id edition) {
    std::vector<kept_form> forms;
    for (const auto& one :
         db.list<form_row>(R"(select version, cast(cast(body as json) -> 'form' as text) as form
                              from rule_set where edition_id = :edition order by version desc)",
                           {{"edition", edition}}))
        forms.push_back({one.version, from_document<workflow::entry_form>(one.form)});
    return forms;
}

workflow::rule_set rules_of_text(std::string_view text) {
    auto document = boost::json::parse(text);
    document.as_object().emplace("prizes", boost::json::array{});
    return boost::json::value_to<workflow::rule_set>(document);
}

workflow::rule_set_id add_rules(database& db, const author& who, workflow::edition_id edition,
                                const workflow::rule_set& rules, std::string_view reason,
                                std::optional<workflow::decision_id> decision) {
    const auto version =
        db.value<int>("select coalesce(max(version), 0) + 1 from rule_set where edition_id = :edition",
                      {{"edition", edition}});
    auto numbered = rules;
    numbered.number = version;
    numbered.prizes = db.list<workflow::prize_slots>(
        "select key, name, per_category from tier where edition_id = :edition order by position",
        {{"edition", edition}});
    const auto body = to_document(numbered);
    const auto hash = sha256(body);
    const auto id = db.value<workflow::rule_set_id>(
        R"(insert into rule_set (edition_id, version, body, hash, reason, created_by, decision_id, created_at)
           values (:edition, :version, :body, :hash, :reason, :by, :decision, :now) returning id)",
        {{"edition", edition},
         {"version", version},
         {"body", body},
         {"hash", bytes{hash}},
         {"reason", reason},
         {"by", who.actor.person},
         {"decision", decision},
         {"now", db.now()}});
    db.run(
        "update edition set rule_set_id = :rules, version = version + 1, ready_at = null where id = :edition",
        {{"rules", id}, {"edition", edition}});
    // E1: as many places for each city as the rules give.
    db.run(R"(insert into entry_place (edition_id, place)
              select :edition, place from generate_series(1, cast(:places as integer)) as place
              on conflict do nothing)",
           {{"edition", edition}, {"places", rules.limits.entries_per_city}});
    db.run("delete from entry_place where edition_id = :edition and place > :places",
           {{"edition", edition}, {"places", rules.limits.entries_per_city}});
    record_act(db, who, audit_subject::rule_set, workflow::value(id), audit_action::rules_written,
               {{"version", version}, {"hash", to_hexadecimal(hash)}});
    return id;
}

void freeze_rules(database& db, workflow::rule_set_id id) {
    db.run("update rule_set set frozen_at = coalesce(frozen_at, :now) where id = :id",
           {{"now", db.now()}, {"id", id}});
}

}  // namespace store
