#include "server/store/drafts.hpp"

namespace store {

std::vector<ending_draft> list_drafts_that_end(database& db, workflow::edition_id edition) {
    return db.list<ending_draft>(
        R"(select e.id, e.state, e.version, e.return_due_at,
                  (select max(x.until) from extension x where x.edition_id = e.edition_id and x.city_id = e.city_id)
                      as extended_until
           from entry e where e.edition_id = :edition and e.state = :draft order by e.id for update of e)",
        {{"edition", edition}, {"draft", workflow::entry_state::draft}});
}

std::vector<ending_draft> list_overdue_completions(database& db, workflow::edition_id edition) {
    return db.list<ending_draft>(
        R"(select e.id, e.state, e.version, e.return_due_at, cast(null as timestamptz) as extended_until
           from entry e where e.edition_id = :edition and e.state = :returned and e.return_due_at < clock_timestamp()
           order by e.id for update of e)",
        {{"edition", edition}, {"returned", workflow::entry_state::returned}});
}

}  // namespace store
