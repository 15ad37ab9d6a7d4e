#include "server/features/office/letters.hpp"

#include "server/features/office/log_words.hpp"
#include "server/features/office/page.hpp"
#include "server/features/office/record.hpp"
#include "server/store/audit.hpp"
#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "server/store/rounds.hpp"
#include "workflow/names.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;

int page_of(const visit& visit) {
    const auto asked = visit.query("page");
    if (asked.empty() || asked.size() > 5 || asked.find_first_not_of("0123456789") != std::string::npos)
        return 1;
    return std::max(1, std::stoi(asked));
}

pages::tag tag_of_letter(store::letter_state state) {
    using enum store::letter_state;
    if (state == accepted) return {t("Sent"), "green"};
    if (state == failed) return {t("Failed"), "red"};
    return {t("Waiting"), "blue"};
}

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

// One letter a judge and day, however often it is pressed.
std::vector<store::new_letter> judging_reminders(const visit& visit, store::database& db,
                                                 const workflow::edition& edition, const std::string& cause) {
    std::vector<store::new_letter> letters;
    const auto round = store::find_last_round(db, edition.id);
    if (!round) return letters;
    std::map<workflow::judge_id, int> left;
    for (const auto& card : store::list_cards(db, round->id)) {
        if (is_among(card.state, workflow::scorecard_states::outstanding)) ++left[card.judge_id];
    }
    const auto until = edition.calendar.judging_closes_at == workflow::instant{}
                           ? std::string()
                           : written_time(edition.calendar.judging_closes_at, edition.calendar.zone);
    for (const auto& judge : store::list_judges(db, edition.id))
        if (!judge.left_at && left.contains(judge.id))
            letters.push_back(store::letter_about(
                notifications::reminder_judging_facts{left[judge.id], until, address_of(visit, "/judging")},
                edition.id, store::addressee_of(judge), cause));
    return letters;
}

std::vector<store::new_letter> deadline_reminders(const visit& visit, store::database& db,
                                                  const workflow::edition& edition,
                                                  const std::string& cause) {
    std::vector<store::new_letter> letters;
    for (const auto& to : store::list_entry_applicants(db, edition.id)) {
        if (to.state != workflow::entry_state::draft) continue;
        const auto number = std::to_string(workflow::value(to.entry_id));
        letters.push_back(store::letter_about(
            notifications::reminder_deadline_facts{
                to.title,
                to.city,
                written_time(edition.calendar.closes_at, edition.calendar.zone),
                {},
                address_of(visit, "/my/entries/" + number)},
            edition.id, store::addressee_of(to), cause + " entry " + number));
    }
    return letters;
}

}  // namespace

http::response show_letters(visit& visit, store::database& db) {
    const auto state = workflow::find_named<store::letter_state>(visit.query("state"));
    const int page = page_of(visit);
    const auto edition = store::load_edition(db, visit.edition());
    const auto counts = store::count_letters(db, edition.id);
    const auto letters = store::list_letters(db, edition.id, state, page_size + 1, (page - 1) * page_size);

    auto view = begin_office(visit, edition, office_section::letters, t("Letters"));
    pages::office_block overview, list;
    overview.counts = pages::figures{
        {{t("waiting"), {counts.queued}}, {t("sent"), {counts.accepted}}, {t("failed"), {counts.failed}}}};
    overview.links = {{t("All"), office_url(edition, "/letters")},
                      {t("Only those that failed"), office_url(edition, "/letters?state=failed")}};
    if (edition.state == workflow::edition_state::open) {
        overview.form = form_to(office_url(edition, "/reminders"), {},
                                t("Remind cities with drafts of the deadline"), "secondary");
        overview.form->hidden = {{"of", "deadline"}};
    }
    pages::table table;
    table.caption = t("The outbox, the newest first");
    table.columns = {{t("Occasion"), false, ""}, {t("To"), false, ""},   {t("Queued"), false, ""},
                     {t("State"), false, ""},    {t("Tries"), true, ""}, {t("Last error"), false, ""}};
    table.empty_text = t("No letter is like this.");
    const bool has_more = letters.size() > static_cast<std::size_t>(page_size);
    std::vector<pages::office_block> again;
    for (std::size_t i = 0; i < letters.size() && i < static_cast<std::size_t>(page_size); ++i) {
        const auto& one = letters[i];
        table.add_row({{words_for_occasion(one.occasion), "", std::nullopt, false, {}},
                       {one.to_name + " <" + one.to_address + ">", "", std::nullopt, false, {}},
                       {written_time(one.queued_at, edition.calendar.zone), "", std::nullopt, false, {}},
                       {{}, "", tag_of_letter(one.state), false, {}},
                       {std::to_string(one.attempts), "", std::nullopt, true, {}},
                       {one.last_error, "", std::nullopt, false, {}}},
                      one.state == store::letter_state::failed);
        if (one.state != store::letter_state::failed) continue;
        pages::office_block block;
        block.text = t("{occasion} to {address}",
                       {{"occasion", words_for_occasion(one.occasion)}, {"address", one.to_address}});
        block.form = form_to(office_url(edition, "/letters/") + std::to_string(one.id) + "/again", {},
                             t("Send it again"), "secondary");
        again.push_back(std::move(block));
    }
    list.rows = std::move(table);
    pages::pagination paging;
    const auto link = [&](int number) {
        return office_url(edition, "/letters?") +
               (state ? "state=" + std::string(workflow::name_of(*state)) + "&" : "") +
               "page=" + std::to_string(number);
    };
    if (page > 1) paging.previous_href = link(page - 1);
    if (has_more) paging.next_href = link(page + 1);
    if (page > 1 || has_more) list.paging = std::move(paging);
    view.blocks = {std::move(overview), std::move(list)};
    for (auto& block : again) view.blocks.push_back(std::move(block));
    return office_page(visit, view);
}

http::response send_again_letter(visit& visit, store::database& db) {
    store::send_letter_again(db, visit.as_author(), visit.number("letter"));
    return visit.see_other("/office/" + visit.who.edition_slug.value() + "/letters", "letter_sent_again");
}

http::response send_reminders(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto of = visit.field("of");
    const auto cause = "reminder of " + store::to_text(db.now()).substr(0, 10);
    using enum workflow::edition_state;
    if (of == "judging" && edition.state != judging)
        return visit.refuse({workflow::refusal_code::judging_not_open, {}});
    if (of == "deadline" && edition.state != open)
        return visit.refuse({workflow::refusal_code::no_such_move,
                             {{"state", boost::describe::enum_to_string(edition.state, "")}}});
    if (of != "judging" && of != "deadline") return visit.not_there();
    const auto letters = of == "judging" ? judging_reminders(visit, db, edition, cause)
                                         : deadline_reminders(visit, db, edition, cause);
    store::queue_letters(db, letters);
    store::record_act(db, visit.as_author(), workflow::audit_subject::edition, workflow::value(edition.id),
                      of == "judging" ? workflow::audit_action::judging_reminded
                                      : workflow::audit_action::deadline_reminded,
                      {{"letters", letters.size()}});
    return visit.see_other(office_url(edition, of == "judging" ? "/judging" : "/letters"), "reminders_sent");
}

http::response show_log(visit& visit, store::database& db) {
    store::audit_filter filter;
    filter.subject = workflow::find_named<workflow::audit_subject>(visit.query("subject"));
    if (is_word(visit.query("action"))) filter.action = visit.query("action");
    const auto number = visit.query("before");
    if (!number.empty() && number.size() < 18 && number.find_first_not_of("0123456789") == std::string::npos)
        filter.before = std::stoll(number);
    filter.most = page_size;
    const auto edition = store::load_edition(db, visit.edition());
    const auto events = store::list_audit_events(db, edition.id, filter);

    auto view = begin_office(visit, edition, office_section::log, t("Log"));
    view.lead =
        t("Every act of a person or of the clock, as it was written in its transaction. Nothing here can be "
          "changed.");
    const std::string subject(filter.subject ? workflow::name_of(*filter.subject) : "");
    pages::office_block filters, list;
    std::vector<pages::choice> subjects;
    for (const auto& [one, name] : workflow::all_of<workflow::audit_subject>)
        subjects.push_back({std::string(name), words_for(one), {}, false, ""});
    filters.form = form_to(
        office_url(edition, "/log"),
        {choose("subject", t("About"), std::move(subjects), subject),
         line("action", t("Action"), filter.action, t("As the recorded text has it: answer_saved"), "20")},
        t("Show"), "secondary");
    filters.form->get = true;
    pages::table table;
    table.caption = t("The newest first");
    table.columns = {{t("When"), false, ""},  {t("Who"), false, ""},         {t("Action"), false, ""},
                     {t("About"), false, ""}, {t("From and to"), false, ""}, {t("Recorded text"), false, ""}};
    table.empty_text = t("Nothing is recorded like this.");
    for (const auto& one : events)
        table.add_row({{written_time(one.happened_at, edition.calendar.zone), "", std::nullopt, false, {}},
                       {who_acted(one), "", std::nullopt, false, {}},
                       {words_for_act(one.subject, one.action), "", std::nullopt, false, {}},
                       {t("{subject} {number}", {{"subject", words_for_subject(one.subject)},
                                                 {"number", std::to_string(one.subject_id)}}),
                        "",
                        std::nullopt,
                        false,
                        {}},
                       {from_and_to(one), "", std::nullopt, false, {}},
                       {one.body, "", std::nullopt, false, {}, true}});
    list.rows = std::move(table);
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
