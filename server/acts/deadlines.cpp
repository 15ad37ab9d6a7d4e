#include "server/acts/deadlines.hpp"

#include "server/acts/letters.hpp"
#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "server/store/rounds.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/form.hpp"
#include "workflow/state_sets.hpp"

#include <map>

namespace acts {
namespace {

std::string cause_of_today(const acting& now) {
    return "reminder of " + store::to_text(now.db.now()).substr(0, 10);
}

std::string number_of(const store::hearer& to) {
    return std::to_string(workflow::value(to.entry_id.value()));
}

// What stands for a title that is not there yet.
std::string title_of(const std::string& title) {
    return title.empty() ? "Project without a title" : title;
}

// "Contact: E-mail address", as the form has it.
std::string name_of_point(const std::vector<workflow::form_section>& form,
                          const workflow::field_problem& problem) {
    if (problem.section == "attachments")
        return problem.question == "files" ? "Attachments: Files" : "Attachments: Letter of approval";
    for (const auto& section : form)
        for (const auto& asked : section.questions)
            if (section.key == problem.section && asked.key == problem.question)
                return section.title + ": " + asked.label;
    return problem.question;
}

// One for each draft that can still be submitted in time: nobody is reminded of what has passed.
std::map<workflow::entry_id, notifications::reminder_deadline_content> contents_of_reminders(
    const acting& now, const workflow::edition& edition, const workflow::word_counter& count_words) {
    const auto rules = store::load_rules(now.db, edition.id).rules;
    const auto form = workflow::whole_form(rules, edition.categories);
    const auto drafts = store::list_drafts(now.db, edition.id);
    std::vector<workflow::entry_id> ids;
    for (const auto& one : drafts) ids.push_back(one.id);
    auto answers = store::list_answers(now.db, ids);
    auto files = store::list_attachments(now.db, ids);
    std::map<workflow::entry_id, std::vector<std::string>> unfinished;
    for (auto& upload : store::list_unfinished(now.db, ids))
        unfinished[upload.entry_id].push_back(std::move(upload.name));
    const auto at = now.db.clock();
    std::map<workflow::entry_id, notifications::reminder_deadline_content> contents;
    for (const auto& one : drafts) {
        const auto deadline = end_of_writing(one, edition);
        if (deadline <= at) continue;
        auto& content = contents[one.id];
        content.entry_title = title_of(one.title), content.city_name = one.city_name;
        content.deadline = store::moment_of(now.db, deadline, edition.calendar.zone);
        content.entry_link = link_to_entry(now, one.id);
        content.places_taken = !one.place && one.other_places >= rules.limits.entries_per_city;
        const entry_contents all{answers[one.id], files[one.id], unfinished[one.id], {}};
        for (const auto& problem : list_missing(one, all, rules, count_words))
            (is_only_missing(problem) ? content.missing : content.to_correct)
                .push_back({name_of_point(form, problem)});
    }
    return contents;
}

void record_reminders(const acting& now, workflow::audit_action what, long letters) {
    store::record_act(now.db, now.who, workflow::audit_subject::edition, workflow::value(now.edition()), what,
                      {{"letters", letters}});
}

}  // namespace

store::late_refusal_row refuse_late_entry(const acting& now, const store::entry_row& entry,
                                          const workflow::edition& edition, const store::kept_rules& kept,
                                          const entry_contents& all, workflow::instant at) {
    const auto version = version_of(entry, edition, kept, all, at);
    std::string everything;
    for (const auto& one : version.fields) everything += one.sha256;
    for (const auto& one : version.files) everything += one.sha256;
    const auto deadline = end_of_writing(entry, edition);
    const auto row = store::add_late_refusal(now.db, entry, now.who.actor.person.value(), at, deadline,
                                             {store::sha256(everything)});
    store::record_act(now.db, now.who, workflow::audit_subject::entry, workflow::value(entry.id),
                      workflow::audit_action::late_entry_refused,
                      {{"refusal", row.id}, {"deadline", workflow::utc_text(deadline)}});
    const auto number = std::to_string(row.id);
    const auto& zone = edition.calendar.zone;
    write_to_all(now, store::about_entry(entry.id), "late refusal " + number,
                 notifications::late_entry_refused_content{
                     entry.title, entry.city_name, store::moment_of(now.db, row.deadline, zone),
                     store::moment_of(now.db, row.refused_at, zone), number,
                     link_to_entry(now, entry.id) + "/refusals/" + number});
    return row;
}

workflow::verdict grant_extension(const acting& now, const workflow::edition& edition, workflow::city_id city,
                                  workflow::instant until) {
    if (const auto for_all = workflow::end_of_call(edition.calendar); until <= for_all)
        return workflow::refuse(workflow::refusal_code::extension_not_later,
                                {{"deadline", workflow::utc_text(for_all)}});
    store::grant_extension(now.db, now.who, city, until, now.reason);
    const auto holds =
        workflow::published_deadline(edition.calendar, store::find_extension(now.db, edition.id, city));
    const auto said = store::moment_of(now.db, holds, edition.calendar.zone);
    store::concerning about;
    about.city = city;
    const auto told = write_some(now, about, [&](const store::hearer& to) {
        using content = notifications::extension_granted_content;
        std::optional<one_letter<content>> letter;
        if (is_among(to.state.value(), workflow::entry_states::not_handed_in))
            letter = {content{title_of(to.title), to.city, said, now.reason,
                              link_to_entry(now, to.entry_id.value())},
                      "extension of entry " + number_of(to) + " until " + store::to_text(until)};
        return letter;
    });
    if (told.letters > 0) return {};
    const auto cause = "extension of city " + std::to_string(workflow::value(city)) + " until ";
    write_each(now, about, cause + store::to_text(until), [&](const store::hearer& to) {
        return notifications::extension_for_city_content{
            to.city, said, now.reason, now.service_address + "/my/editions/" + edition.key + "/entries/new"};
    });
    return {};
}

long remind_of_deadline(const acting& now, const workflow::edition& edition,
                        const workflow::word_counter& count_words) {
    const auto drafts = contents_of_reminders(now, edition, count_words);
    const auto cause = cause_of_today(now);
    const auto letters = write_some(now, {}, [&](const store::hearer& to) {
        std::optional<one_letter<notifications::reminder_deadline_content>> letter;
        if (const auto found = drafts.find(to.entry_id.value()); found != drafts.end())
            letter = {found->second, cause + " entry " + number_of(to)};
        return letter;
    });
    record_reminders(now, workflow::audit_action::deadline_reminded, letters.new_ones);
    return letters.new_ones;
}

long remind_judges(const acting& now, const workflow::edition& edition) {
    std::map<workflow::judge_id, int> open;
    if (const auto round = store::find_last_round(now.db, edition.id))
        for (const auto& card : store::list_cards(now.db, round->id))
            if (is_among(card.state, workflow::scorecard_states::outstanding)) ++open[card.judge_id];
    std::map<workflow::person_id, int> left;
    for (const auto& judge : store::list_judges(now.db, edition.id))
        if (!judge.left_at && open.contains(judge.id)) left[judge.person_id] = open[judge.id];
    const auto until = end_of_judging(now, edition);
    const auto cause = cause_of_today(now);
    const auto letters = write_some(now, {}, [&](const store::hearer& to) {
        using content = notifications::reminder_judging_content;
        std::optional<one_letter<content>> letter;
        if (const auto found = left.find(to.person_id.value()); found != left.end())
            letter = {content{found->second, until, now.service_address + "/judging"}, cause};
        return letter;
    });
    record_reminders(now, workflow::audit_action::judging_reminded, letters.new_ones);
    return letters.new_ones;
}

}  // namespace acts
