#include "server/features/office/log.hpp"

#include "server/features/office/log_words.hpp"
#include "server/features/office/page.hpp"
#include "server/features/office/record.hpp"
#include "server/features/results/decision_words.hpp"
#include "server/store/audit.hpp"
#include "server/store/decisions.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;

bool is_word(std::string_view text) {
    return text.size() <= 60 && std::all_of(text.begin(), text.end(), [](char sign) {
               return (sign >= 'a' && sign <= 'z') || sign == '_';
           });
}

pages::phrase who_acted(const store::audit_row& one) {
    if (!one.actor_name) return words_for_role(one.actor_role);
    return t("{name} ({role})", {{"name", *one.actor_name}, {"role", words_for_role(one.actor_role)}});
}

pages::phrase from_and_to(const store::audit_row& one) {
    if (!one.from_state) return {};
    return t("{from} → {to}", {{"from", words_for_state(one.subject, *one.from_state)},
                               {"to", words_for_state(one.subject, one.to_state.value_or(""))}});
}

store::audit_filter read_filter(const visit& visit) {
    store::audit_filter filter;
    filter.subject = workflow::find_named<workflow::audit_subject>(visit.query("subject"));
    if (is_word(visit.query("action"))) filter.action = visit.query("action");
    const auto number = visit.query("before");
    if (!number.empty() && number.size() < 18 && number.find_first_not_of("0123456789") == std::string::npos)
        filter.before = std::stoll(number);
    filter.most = page_size;
    return filter;
}

pages::office_form log_filters(const workflow::edition& edition, const std::string& subject,
                               const std::string& action) {
    std::vector<pages::choice> subjects;
    for (const auto& [one, name] : workflow::all_of<workflow::audit_subject>)
        subjects.push_back({std::string(name), words_for(one), {}, false, ""});
    auto form =
        form_to(office_url(edition, "/log"),
                {choose("subject", t("About"), std::move(subjects), subject),
                 line("action", t("Action"), action, t("As the recorded text has it: answer_saved"), "20")},
                t("Show"), "secondary");
    form.get = true;
    return form;
}

using decisions_in_words = std::map<std::int64_t, std::string>;

// What each decision among the events was, by its number.
decisions_in_words read_decisions(const visit& visit, store::database& db, const workflow::edition& edition,
                                  const std::vector<store::audit_row>& events) {
    decisions_in_words all;
    const auto subject = workflow::name_of(workflow::audit_subject::decision);
    if (std::ranges::find(events, subject, &store::audit_row::subject) == events.end()) return all;
    const entry_names names(db, edition.id);
    for (const auto& one : store::list_decisions(db, edition.id)) {
        auto& said = all[workflow::value(one.id)];
        said = visit.with.pages.say(words_for_decision(one.kind), visit.frame);
        const auto facts = facts_in_one_line(visit, words_for_body(store::body_of(one), edition, names));
        if (!facts.empty()) said += ". " + facts;
    }
    return all;
}

pages::phrase about(const store::audit_row& one, const decisions_in_words& decisions) {
    const auto found = one.subject == workflow::name_of(workflow::audit_subject::decision)
                           ? decisions.find(one.subject_id)
                           : decisions.end();
    const auto subject = words_for_subject(one.subject);
    const auto number = std::to_string(one.subject_id);
    if (found == decisions.end()) return t("{subject} {number}", {{"subject", subject}, {"number", number}});
    return t("{subject} {number}: {what}",
             {{"subject", subject}, {"number", number}, {"what", found->second}});
}

pages::table table_of_events(const workflow::edition& edition, const std::vector<store::audit_row>& events,
                             const decisions_in_words& decisions) {
    pages::table table;
    table.caption = t("The newest first");
    table.columns = {{t("When")},  {t("Who")},         {t("Action")},
                     {t("About")}, {t("From and to")}, {t("Recorded text")}};
    table.empty_text = t("Nothing is recorded like this.");
    table.name_column = {};  // an event has no name
    for (const auto& one : events)
        table.add_row({{in_words(one.happened_at, edition.calendar.zone)},
                       {who_acted(one)},
                       {words_for_act(one.subject, one.action)},
                       {about(one, decisions)},
                       {from_and_to(one)},
                       {one.body, "", std::nullopt, false, {}, true}});
    return table;
}

}  // namespace

http::response show_log(visit& visit, store::database& db) {
    const auto filter = read_filter(visit);
    const auto edition = store::load_edition(db, visit.edition());
    const auto events = store::list_audit_events(db, edition.id, filter);

    auto view = begin_office(visit, edition, office_section::log, t("Log"));
    view.lead =
        t("Every act of a person or of the clock, as it was written in its transaction. Nothing here can be "
          "changed.");
    const std::string subject(filter.subject ? workflow::name_of(*filter.subject) : "");
    pages::office_block filters, list;
    filters.form = log_filters(edition, subject, filter.action);
    list.rows = table_of_events(edition, events, read_decisions(visit, db, edition, events));
    if (events.size() == static_cast<std::size_t>(page_size)) {
        pages::pagination paging;
        paging.next_href = office_url(edition, "/log?subject=") + subject + "&action=" + filter.action +
                           "&before=" + std::to_string(events.back().id);
        list.paging = std::move(paging);
    }
    view.blocks = {std::move(filters), std::move(list)};
    return office_page(visit, view);
}

}  // namespace features
