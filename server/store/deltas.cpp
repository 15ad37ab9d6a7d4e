#include "server/store/deltas.hpp"

namespace store {

std::vector<delta_line> list_deltas(database& db, workflow::edition_id edition) {
    return db.list<delta_line>(
        R"(select d.scorecard_id, s.entry_id, j.name as judge, d.criterion, d.from_value, d.to_value, d.reason, d.changed_at
           from score_delta d join scorecard s on s.id = d.scorecard_id join judge j on j.id = s.judge_id
           where d.edition_id = :edition order by d.id desc)",
        {{"edition", edition}});
}

}  // namespace store
