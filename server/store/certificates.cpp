#include "server/store/certificates.hpp"

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
           where c.edition_id = :edition
           order by case c.kind when 'winner' then 1 when 'finalist' then 2 when 'participant' then 3 else 4 end, c.id)",
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

}  // namespace store
