#include "server/acts/letters.hpp"

#include "workflow/form.hpp"

namespace acts {

std::vector<store::hearer> list_hearers(const acting& now, notifications::audience who,
                                        store::concerning about) {
    if (notifications::hears_the_contact(who) && !about.judge)
        about.contact_questions =
            workflow::contact_questions(store::load_rules(now.db, about.edition).rules.form);
    return store::list_audience(now.db, who, about);
}

void tell_the_office(const acting& now, std::string matter, std::string_view page, const std::string& cause,
                     std::optional<workflow::person_id> concerned) {
    const auto edition = store::load_edition(now.db, now.edition());
    store::concerning about;
    if (concerned) about.not_to.push_back(*concerned);
    write_to_all(now, about, cause,
                 notifications::attention_wanted_content{
                     std::move(matter), store::moment_of(now.db, now.db.clock(), edition.calendar.zone),
                     now.service_address + "/office/" + edition.key + std::string(page)});
}

std::string link_to_entry(const acting& now, workflow::entry_id entry) {
    return now.service_address + "/my/entries/" + std::to_string(workflow::value(entry));
}

notifications::moment end_of_judging(const acting& now, const workflow::edition& edition) {
    const auto end = edition.calendar.judging_closes_at;
    return end == workflow::instant{} ? notifications::moment()
                                      : store::moment_of(now.db, end, edition.calendar.zone);
}

notifications::moment moment_of(const acting& now, workflow::instant at) {
    return store::moment_of(now.db, at, store::load_edition(now.db, now.edition()).calendar.zone);
}

}  // namespace acts
