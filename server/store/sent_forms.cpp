#include "server/store/sent_forms.hpp"

namespace store {

std::optional<first_answer> claim_form(database& db, const bytes& fingerprint) {
    if (db.run("insert into sent_form (fingerprint) values (:fingerprint) on conflict do nothing",
               {{"fingerprint", fingerprint}}) == 1)
        return std::nullopt;
    return db.find<first_answer>(R"(select location, coalesce(notice, '') as notice from sent_form
                                    where fingerprint = :fingerprint and location is not null)",
                                 {{"fingerprint", fingerprint}});
}

void keep_answer(database& db, const bytes& fingerprint, const first_answer& answer) {
    db.run(R"(update sent_form set location = :location, notice = nullif(:notice, '')
              where fingerprint = :fingerprint)",
           {{"fingerprint", fingerprint}, {"location", answer.location}, {"notice", answer.notice}});
}

}  // namespace store
