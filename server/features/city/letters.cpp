#include "server/features/city/letters.hpp"

#include "server/acts/letters.hpp"

namespace features {
namespace {

store::concerning about(const my_entry& opened) {
    store::concerning concerning;
    concerning.entry = opened.row.id;
    return concerning;
}

}  // namespace

void send_late_refusal(visit& visit, store::database& db, const my_entry& opened,
                       const store::late_refusal_row& refusal) {
    const auto now = visit.acting(db);
    const auto number = std::to_string(refusal.id);
    acts::write_to_all(now, about(opened), "late refusal " + number,
                       notifications::late_entry_refused_facts{
                           opened.row.title, opened.row.city_name, acts::in_words(now, refusal.deadline),
                           acts::in_words(now, refusal.refused_at), number,
                           acts::link_to_entry(now, opened.row.id) + "/refusals/" + number});
}

void send_appeal(visit& visit, store::database& db, const my_entry& opened, std::int64_t appeal) {
    const auto now = visit.acting(db);
    const auto number = std::to_string(appeal);
    acts::write_to_all(now, about(opened), "appeal " + number,
                       notifications::appeal_received_facts{opened.row.title, opened.row.city_name,
                                                            acts::in_words(now, opened.now),
                                                            acts::link_to_entry(now, opened.row.id)});
    acts::tell_the_office(now, "An appeal was lodged.", "/appeals/" + number, "appeal " + number);
}

}  // namespace features
