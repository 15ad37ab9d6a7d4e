#include "server/features/frame/conflicts.hpp"

#include "server/acts/conflicts.hpp"
#include "server/features/frame/letters.hpp"
#include "server/store/results.hpp"

namespace features {

void work_out_conflicts(visit& visit, store::database& db) {
    const auto found = acts::recompute_conflicts(db, visit.as_author(), visit.edition());
    const auto taken_off = found.recused + found.voided;
    if (taken_off == 0) return;
    const notifications::attention_wanted_facts matter{
        "A conflict of interest was found, and a judge was taken off " +
            std::string(taken_off == 1 ? "an entry." : std::to_string(taken_off) + " entries."),
        in_words(db.now()),
        whole_address(visit, "/office/" + visit.who.edition_slug.value_or("") + "/judging")};
    const auto cause = "conflicts worked out at " + store::to_text(db.now());
    // Nobody but the office itself can look up who works there; the role that serves accounts can.
    const auto role = db.role();
    const auto person = db.person();
    db.act_as(store::database_role::access, person);
    const auto office = store::list_office_people(db, visit.edition());
    db.act_as(role, person);
    std::vector<store::new_letter> letters;
    for (const auto& one : office)
        letters.push_back(
            store::letter_about(matter, visit.edition(), {one.id, one.name, one.email, one.language}, cause));
    store::queue_letters(db, letters);
}

}  // namespace features
