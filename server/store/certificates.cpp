#include "server/store/certificates.hpp"

#include "server/store/documents.hpp"

namespace store {

std::optional<certificate_row> find_certificate(database& db, std::string_view serial) {
    return db.find<certificate_row>(
        R"(select c.id, c.serial, c.edition_id, c.kind, c.entry_id, c.judge_id, c.body,
                  to_char(c.issued_on, 'YYYY-MM-DD') as issued_on, c.state, c.version, n.serial as superseded_by, c.reason,
                  c.changed_at
           from certificate c left join certificate n on n.id = c.superseded_by where c.serial = :serial)",
        {{"serial", serial}});
}

std::vector<certificate_row> list_certificates(database& db, workflow::edition_id edition) {
    return db.list<certificate_row>(
        R"(select c.id, c.serial, c.edition_id, c.kind, c.entry_id, c.judge_id, c.body,
                  to_char(c.issued_on, 'YYYY-MM-DD') as issued_on, c.state, c.version, n.serial as superseded_by, c.reason,
                  c.changed_at
           from certificate c left join certificate n on n.id = c.superseded_by
           left join entry e on e.id = c.entry_id left join category k on k.id = e.category_id
           left join judge j on j.id = c.judge_id
           left join lateral (select t.position, p.place from prize p join tier t on t.id = p.tier_id
                              where p.entry_id = c.entry_id and c.kind = 'winner' order by p.id desc limit 1) w on true
           where c.edition_id = :edition
           order by case c.kind when 'winner' then 1 when 'finalist' then 2 when 'participant' then 3 else 4 end,
                    case when c.kind = 'winner' then k.position end, w.position, w.place, e.number,
                    j.chair desc nulls last, j.name, c.id)",
        {{"edition", edition}});
}

std::vector<certificate_row> list_certificates_of_entry(database& db, workflow::entry_id entry) {
    return db.list<certificate_row>(
        R"(select c.id, c.serial, c.edition_id, c.kind, c.entry_id, c.judge_id, c.body,
                  to_char(c.issued_on, 'YYYY-MM-DD') as issued_on, c.state, c.version, n.serial as superseded_by, c.reason,
                  c.changed_at
           from certificate c left join certificate n on n.id = c.superseded_by
           where c.entry_id = :entry order by c.id desc)",
        {{"entry", entry}});
}

std::vector<certificate_row> list_certificates_of_judge(database& db, workflow::judge_id judge) {
    return db.list<certificate_row>(
        R"(select c.id, c.serial, c.edition_id, c.kind, c.entry_id, c.judge_id, c.body,
                  to_char(c.issued_on, 'YYYY-MM-DD') as issued_on, c.state, c.version, n.serial as superseded_by, c.reason,
                  c.changed_at
           from certificate c left join certificate n on n.id = c.superseded_by
           where c.judge_id = :judge order by c.id desc)",
        {{"judge", judge}});
}

certificate_row load_certificate(database& db, workflow::certificate_id id) {
    return db.load<certificate_row>(
        R"(select c.id, c.serial, c.edition_id, c.kind, c.entry_id, c.judge_id, c.body,
                  to_char(c.issued_on, 'YYYY-MM-DD') as issued_on, c.state, c.version, n.serial as superseded_by, c.reason,
                  c.changed_at
           from certificate c left join certificate n on n.id = c.superseded_by where c.id = :id)",
        {{"id", id}});
}

certificate_row lock_certificate(database& db, workflow::certificate_id id) {
    return db.load<certificate_row>(
        R"(select c.id, c.serial, c.edition_id, c.kind, c.entry_id, c.judge_id, c.body,
                  to_char(c.issued_on, 'YYYY-MM-DD') as issued_on, c.state, c.version, n.serial as superseded_by, c.reason,
                  c.changed_at
           from certificate c left join certificate n on n.id = c.superseded_by where c.id = :id
           for update of c)",
        {{"id", id}});
}

certificate_body body_of(const certificate_row& row) {
    return from_document<certificate_body>(row.body);
}

workflow::certificate_id add_certificate(database& db, workflow::edition_id edition,
                                         std::string_view issued_on, const new_certificate& made) {
    add_certificates(db, edition, issued_on, {made});
    return db.value<workflow::certificate_id>("select id from certificate where serial = :serial",
                                              {{"serial", made.serial}});
}

void note_certificate_reason(database& db, workflow::certificate_id id, std::string_view reason) {
    db.run("update certificate set reason = :reason where id = :id", {{"reason", reason}, {"id", id}});
}

}  // namespace store
