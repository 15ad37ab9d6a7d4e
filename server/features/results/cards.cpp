#include "server/features/results/cards.hpp"

#include "server/acts/tally.hpp"
#include "server/features/frame/scores.hpp"
#include "server/features/frame/words.hpp"
#include "server/features/results/page.hpp"
#include "server/store/rounds.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

using workflow::scorecard_action;

// What can be decided about a locked or reopened scorecard: its buttons come from the lifecycle's table.
std::vector<scorecard_action> list_moves_by_decision(workflow::scorecard_state state) {
    auto moves = workflow::moves_open_to(workflow::role::secretariat, state);
    std::erase_if(moves, [](auto one) {
        return one != scorecard_action::reopen_by_decision && one != scorecard_action::make_void &&
               one != scorecard_action::relock;
    });
    return moves;
}

pages::phrase name_of(scorecard_action action) {
    if (action == scorecard_action::make_void) return t("Void it: a conflict was found later");
    if (action == scorecard_action::relock) return t("Lock it again as it stands: its judge does not answer");
    return t("Reopen it for its judge");
}

struct shown_card {
    workflow::edition edition;
    store::card_line card;
    pages::office_form form;
};

// A page that only asks must not lock: its transaction is read-only.
store::card_line find_card(visit& visit, store::database& db) {
    const auto round = store::find_tallied_round(db, visit.edition());
    if (!round) throw store::not_found{};
    const auto cards = store::list_cards(db, *round);
    const auto found =
        std::ranges::find(cards, visit.id<workflow::scorecard_id>("scorecard"), &store::card_line::id);
    if (found == cards.end()) throw store::not_found{};
    return *found;
}

shown_card load_card(visit& visit, store::database& db) {
    shown_card shown{store::load_edition(db, visit.edition()), find_card(visit, db), {}};
    auto fields = minutes_fields(visit);
    std::vector<pages::choice> choices;
    for (const auto action : list_moves_by_decision(shown.card.state))
        choices.push_back({boost::describe::enum_to_string(action, ""), name_of(action), {}, false, {}});
    fields.insert(fields.begin(),
                  choose("action", t("What was decided"), std::move(choices), visit.field("action")));
    shown.form =
        form_to(office_url(shown.edition, "/tally/scorecards/" + visit.request.parameter("scorecard")),
                std::move(fields), t("Record the decision"), "danger");
    shown.form.back_href = office_url(shown.edition, "/tally");
    return shown;
}

http::response card_page(visit& visit, shown_card shown) {
    auto view = begin_results(visit, shown.edition, results_part::tally, t("A scorecard, by decision"));
    auto part = block({});
    pages::summary_list list;
    list.rows = {{t("Judge"), name_of_judge(shown.card.judge, shown.card.judge_left), {}},
                 {t("Entry"), shown.card.city + ": " + shown.card.title, {}},
                 {t("State"), words_for(shown.card.state), {}}};
    part.summary = std::move(list);
    if (list_moves_by_decision(shown.card.state).empty())
        part.inset = pages::text_block{t("Only a locked or reopened scorecard can be decided upon.")};
    else
        part.form = std::move(shown.form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

}  // namespace

// The scorecards of one entry, as they stand: who counted, and what each gave.
http::response show_cards(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = workflow::id_from<workflow::entry_id>(visit.number("entry"));
    const auto round = store::find_tallied_round(db, edition.id);
    if (!round) return visit.not_there();
    const entry_names names(db, edition.id);
    auto view = begin_results(visit, edition, results_part::tally, names.of(entry));
    view.lead = t("Its scorecards. A locked one can be reopened for its judge or voided, by decision.");
    const auto input = store::list_given_scores(db, *round, entry);
    const auto rubric = store::load_rules(db, edition.id).rules.rubric;
    auto part = block({});
    pages::table table;
    table.caption = t("Scorecards");
    table.columns = {{t("Judge")}, {t("State")}, {t("Scores")}, {t("Decide")}};
    table.empty_text = t("Nobody was assigned to this entry.");
    for (const auto& card : store::list_cards(db, *round)) {
        if (card.entry_id != entry) continue;
        pages::cell state, decide;
        state.state = tag_of(card.state);
        if (!list_moves_by_decision(card.state).empty())
            decide = {t("Decide"),
                      office_url(edition, "/tally/scorecards/" + std::to_string(workflow::value(card.id)))};
        std::string scores;
        for (const auto& one : input)
            if (one.scorecard_id == card.id)
                scores += (scores.empty() ? "" : ", ") + criterion_of(rubric, one.criterion).name + " " +
                          std::to_string(one.value);
        table.add_row({{name_of_judge(card.judge, card.judge_left)}, state, {scores}, decide});
    }
    part.rows = std::move(table);
    part.links = {{t("Back to the tally"), office_url(edition, "/tally")}};
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

http::response ask_card(visit& visit, store::database& db) {
    return card_page(visit, load_card(visit, db));
}

http::response decide_card(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto shown = load_card(visit, db);
    const auto action = visit.field("action");
    const auto made = read_minutes(visit, shown.form);
    const auto moves = list_moves_by_decision(shown.card.state);
    const auto wanted = std::ranges::find(
        moves, action, [](auto one) { return std::string(boost::describe::enum_to_string(one, "")); });
    if (wanted == moves.end()) mark(visit, shown.form, "action", t("Choose what was decided"));
    if (!made || wanted == moves.end()) return card_page(visit, std::move(shown));
    const bool reopens = *wanted == scorecard_action::reopen_by_decision,
               voids = *wanted == scorecard_action::make_void;
    const auto done = reopens ? acts::reopen_scorecard(visit.acting(db), shown.card.id, *made)
                      : voids ? acts::void_scorecard(visit.acting(db), shown.card.id, *made)
                              : acts::relock_scorecard(visit.acting(db), shown.card.id, *made);
    if (!done) return visit.refuse(done.error());
    return visit.see_other(office_url(shown.edition, "/tally"), reopens ? "card_reopened"
                                                                : voids ? "card_voided"
                                                                        : "card_relocked");
}

}  // namespace features
