#include "server/features/judge/deliberation.hpp"

#include <algorithm>

#include "server/features/judge/scorecard_shown.hpp"
#include "server/store/deliberation.hpp"
#include "typed/characters.hpp"

namespace features {
namespace {

using pages::t;

std::string entry_url(workflow::entry_id entry, std::string_view rest = {}) {
    return "/judging/entries/" + std::to_string(workflow::value(entry)) + std::string(rest);
}

// What the page calls each scorecard's judge: a name, or a letter that means nothing on the next entry.
using names_by_card = std::map<workflow::scorecard_id, pages::phrase>;

names_by_card names_of(const std::vector<store::panel_card>& cards, bool with_names) {
    names_by_card known;
    std::map<workflow::round_id, int> in_round;
    for (const auto& card : cards) {
        const auto place = in_round[card.round_id]++;
        const std::string letter(1, static_cast<char>('A' + place % 26));
        known[card.id] = card.own     ? t("You")
                         : with_names ? pages::phrase(card.judge)
                                      : t("Judge {letter}", {{"letter", letter}});
    }
    return known;
}

struct everything {
    store::deliberated_entry entry;
    std::vector<store::panel_card> cards;
    const workflow::rule_set* rules = nullptr;
    names_by_card who;
};

// Throws store::not_found when the entry is in no closed round, or not for this judge.
everything load_entry(visit& visit, store::database& db) {
    const auto id = visit.id<workflow::entry_id>("entry");
    everything all;
    const auto entries = store::list_deliberated(db, visit.edition());
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return one.entry_id == id; });
    if (found == entries.end()) throw store::not_found{};
    all.entry = *found;
    all.cards = store::list_panel_cards(db, id);
    if (all.cards.empty()) throw store::not_found{};
    all.rules = &store::rules_by_hash(db, all.cards.back().rule_set_id, all.cards.back().rules_hash);
    all.who = names_of(all.cards, all.rules->panel_sees_names);
    return all;
}

std::vector<pages::table> tables_of(store::database& db, const everything& all) {
    const auto scores = store::list_panel_scores(db, all.entry.entry_id);
    std::vector<pages::table> tables;
    std::vector<std::vector<workflow::scorecard_id>> columns;
    std::optional<workflow::round_id> round;
    for (const auto& card : all.cards) {
        if (round != card.round_id) {
            tables.emplace_back().caption = t("Scores, {round}", {{"round", card.round}});
            tables.back().columns.push_back({t("Criterion")});
            columns.emplace_back();
            round = card.round_id;
        }
        tables.back().columns.push_back({all.who.at(card.id), true, ""});
        columns.back().push_back(card.id);
    }
    for (std::size_t i = 0; i < tables.size(); ++i)
        for (const auto& criterion : all.rules->rubric.criteria) {
            std::vector<pages::cell> cells{{criterion.name, "", {}, false, {}}};
            for (const auto card : columns[i]) {
                const auto given = std::find_if(scores.begin(), scores.end(), [&](const auto& one) {
                    return one.scorecard_id == card && one.criterion == criterion.key;
                });
                cells.push_back({given == scores.end() ? std::string("–") : std::to_string(given->value),
                                 "",
                                 {},
                                 true,
                                 {}});
            }
            tables[i].add_row(std::move(cells));
        }
    return tables;
}

void fill_comments(pages::deliberation_entry_view& view, store::database& db, const everything& all) {
    const auto comments = store::list_panel_comments(db, all.entry.entry_id);
    for (const auto& card : all.cards)
        for (const auto& one : comments)
            if (one.scorecard_id == card.id)
                (one.reader == "city" ? view.to_city : view.to_panel)
                    .push_back({all.who.at(card.id), one.body, {}});
    for (const auto& one : store::list_panel_deltas(db, all.entry.entry_id)) {
        const auto who = all.who.find(one.scorecard_id);
        const auto* criterion = workflow::find_criterion(all.rules->rubric, one.criterion);
        if (who == all.who.end() || criterion == nullptr) continue;
        const auto before = one.from_value ? std::to_string(*one.from_value) : std::string("–");
        view.changes.push_back(
            {who->second,
             criterion->name + ": " + before + " → " + std::to_string(one.to_value) + ". " + one.reason,
             pages::moment{one.changed_at}});
    }
    for (const auto& one : store::list_notes(db, all.entry.entry_id))
        view.notes.push_back({one.own                                              ? t("You")
                              : all.rules->panel_sees_names && !one.author.empty() ? pages::phrase(one.author)
                                                                                   : t("A judge"),
                              one.body, pages::moment{one.written_at}});
}

pages::deliberation_entry_view view_of(visit& visit, store::database& db, const everything& all,
                                       const store::panel_seat& seat) {
    pages::deliberation_entry_view view;
    view.title = all.entry.title;
    view.city = all.entry.city;
    view.country = all.entry.country;
    view.category = all.entry.category;
    view.rounds = tables_of(db, all);
    fill_comments(view, db, all);
    view.sections = list_sections(db, all.entry.entry_id, all.cards.back().entry_version);
    view.files = list_files(db, all.entry.entry_id);
    view.action = entry_url(all.entry.entry_id, "/notes");
    view.note.name = "note";
    view.note.label = t("Say something to the panel");
    view.note.hint = t("It stays in the record of this entry. It cannot be changed afterwards.");
    view.note.rows = 5;
    view.note.value = visit.text("note");
    for (const auto& card : all.cards)
        if (card.own) view.own_href = card_url(card.id);
    view.back_href = judging_url(seat, "/deliberation");
    visit.frame.breadcrumbs.push_back({t("The panel’s deliberation"), view.back_href});
    visit.frame.wide = true;
    return view;
}

}  // namespace

http::response show_deliberation(visit& visit, store::database& db) {
    const auto seat = take_seat(visit, db);
    pages::deliberation_view view;
    for (const auto& entry : store::list_deliberated(db, seat.edition_id)) {
        if (view.groups.empty() || view.groups.back().category != entry.category)
            view.groups.push_back({entry.category, {}});
        view.groups.back().entries.tasks.push_back(
            {entry.title, entry_url(entry.entry_id), entry.city + ", " + entry.country,
             entry.notes == 0
                 ? pages::tag{t("Nothing said yet"), "grey"}
                 : pages::tag{t("Said: {count}", {{"count", std::to_string(entry.notes)}}), "blue"}});
    }
    if (const auto waiting = store::list_entries_to_declare(db, seat); !waiting.empty()) {
        view.declare = pages::link{t("Declare conflicts of interest"), judging_url(seat, "/conflicts")};
        view.to_declare =
            t("Entries that wait for your declaration: {count}", {{"count", std::to_string(waiting.size())}});
    }
    if (!view.groups.empty()) view.order_href = judging_url(seat, "/deliberation/order");
    view.back_href = judging_url(seat);
    return visit.page("judge/deliberation", view);
}

http::response show_deliberated_entry(visit& visit, store::database& db) {
    const auto seat = take_seat(visit, db);
    const auto all = load_entry(visit, db);
    return visit.page("judge/deliberation_entry", view_of(visit, db, all, seat));
}

http::response write_note(visit& visit, store::database& db) {
    const auto note = visit.field("note");

    const auto seat = take_seat(visit, db);
    const auto all = load_entry(visit, db);
    const auto round = store::find_closed_round(db, all.entry.entry_id);
    if (!round) return visit.not_there();

    auto view = view_of(visit, db, all, seat);
    if (!visit.is_readable("note"))
        view.note.error = visit.error("note", t("This text could not be read. Type it again."));
    else if (note.empty())
        view.note.error = visit.error("note", t("Write what you want to say."));
    else if (typed::is_longer_than(note, 10000))
        view.note.error = visit.error("note", t("This text is too long."));
    if (!visit.frame.errors.empty()) return visit.page("judge/deliberation_entry", view);

    store::add_note(db, visit.as_author(), *round, all.entry.entry_id, seat.judge_id, note);
    return visit.see_other(entry_url(all.entry.entry_id), "note_written");
}

}  // namespace features
