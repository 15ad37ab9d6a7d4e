#include "server/store/decisions.hpp"

#include "server/store/documents.hpp"

namespace store {

workflow::decision_id record_decision(database& db, const author& who, const minutes& made,
                                      const decision_body& body) {
    const auto kind = kind_of(body);
    const auto text = std::visit([](const auto& held) { return to_document(held); }, body);
    const auto id = db.value<workflow::decision_id>(
        R"(insert into decision (edition_id, kind, reason, present, recused, votes_for, votes_against, abstained,
                                 public_note, body, made_by, made_at)
           values (:edition, :kind, :reason, :present, :recused, :for, :against, :abstained, :note, :body, :by,
                   :now)
           returning id)",
        {{"edition", who.edition},
         {"kind", kind},
         {"reason", made.reason},
         {"present", made.present},
         {"recused", made.recused},
         {"for", made.votes_for},
         {"against", made.votes_against},
         {"abstained", made.abstained},
         {"note", made.public_note},
         {"body", text},
         {"by", who.actor.person},
         {"now", db.now()}});
    record_act(db, who, audit_subject::decision, workflow::value(id), audit_action::decision_recorded,
               {{"kind", workflow::name_of(kind)}});
    return id;
}

decision_body body_of(const decision_line& line) {
    decision_body body;
    for_each_body([&]<class Body>(std::type_identity<Body>) {
        if (line.kind == Body::kind) body = from_document<Body>(line.body);
    });
    return body;
}

std::vector<decision_line> list_decisions(database& db, workflow::edition_id edition) {
    return db.list<decision_line>(
        R"(select d.id, d.kind, d.reason, d.present, d.recused, d.public_note, d.body, d.votes_for, d.votes_against,
                  d.abstained, p.name as made_by, d.made_at
           from decision d left join person p on p.id = d.made_by
           where d.edition_id = :edition order by d.id desc)",
        {{"edition", edition}});
}

void rely_on(database& db, workflow::edition_id edition, workflow::decision_id decision,
             const std::vector<workflow::tally_run_id>& runs) {
    if (runs.empty()) return;
    db.run(R"(insert into decision_relied_on (decision_id, tally_run_id, edition_id)
              select :decision, run, :edition from unnest(cast(:runs as bigint[])) as t (run))",
           {{"decision", decision}, {"edition", edition}, {"runs", runs}});
}

std::vector<reliance> list_reliances(database& db, workflow::edition_id edition) {
    return db.list<reliance>(
        R"(select decision_id, tally_run_id from decision_relied_on where edition_id = :edition
           order by decision_id, tally_run_id)",
        {{"edition", edition}});
}

}  // namespace store
