#include "server/features/results/shortlist.hpp"

#include "server/acts/taking_back.hpp"
#include "server/acts/tally.hpp"
#include "server/features/results/page.hpp"
#include "server/store/moves.hpp"

#include <algorithm>

namespace features {

using pages::t;
using pages::t_n;

namespace {

using store::shortlist_body;

// Who may go on, beside the tally that says how they stand.
struct choice_sheet {
    acts::proposal made;
    store::round_row last, previous;
    std::set<workflow::entry_id> in_round;
    std::optional<int> most;  // of a category, by the rules
    entry_names names;
    pages::office_form form;
};

std::string name_of_tick(workflow::entry_id entry) {
    return "entry_" + std::to_string(workflow::value(entry));
}

std::vector<shortlist_body> list_shortlists(store::database& db, workflow::edition_id edition) {
    std::vector<shortlist_body> held;
    const auto all = store::list_decisions(db, edition);
    const auto taken_back = acts::list_taken_back(all);
    for (const auto& one : all) {
        if (one.kind != store::decision_kind::shortlist || taken_back.contains(one.id)) continue;
        auto body = std::get<shortlist_body>(store::body_of(one));
        if (std::ranges::find(held, body.round, &shortlist_body::round) == held.end())
            held.push_back(std::move(body));
    }
    return held;
}

std::optional<int> most_by_the_rules(const acts::proposal& made, const store::round_row& previous) {
    const auto& rounds = made.rules.rules.rounds;
    const auto index = static_cast<std::size_t>(previous.number - 1);
    return index < rounds.size() ? rounds[index].shortlist_per_category : std::nullopt;
}

pages::field tick_of(const visit& visit, const choice_sheet& sheet, workflow::entry_id entry,
                     const judging::place* place, const std::set<workflow::entry_id>& until_now) {
    const auto name = name_of_tick(entry);
    const auto text = place ? t("{rank}. {entry}: {value}", {{"rank", std::to_string(place->rank)},
                                                             {"entry", sheet.names.of(entry)},
                                                             {"value", judging::show(place->value, 2)}})
                            : t("{entry}: without a rank", {{"entry", sheet.names.of(entry)}});
    const bool is_typed = !visit.frame.errors.empty() || visit.has_field("reason");
    return tick(name, text, is_typed ? visit.has_field(name) : until_now.contains(entry));
}

pages::field_group group_of(const visit& visit, const choice_sheet& sheet,
                            const judging::category_ranking& ranking,
                            const std::set<workflow::entry_id>& until_now) {
    pages::field_group group;
    group.legend = name_of_category(sheet.made.edition, ranking.category);
    if (sheet.most)
        group.hint = t_n("The rules let {count} entry of a category go on.",
                         "The rules let {count} entries of a category go on.", *sheet.most);
    const auto add = [&](workflow::entry_id entry, const judging::place* place) {
        if (sheet.in_round.contains(entry))
            group.fields.push_back(tick_of(visit, sheet, entry, place, until_now));
    };
    for (const auto& place : ranking.places)
        for (const auto entry : place.entries) add(entry, &place);
    for (const auto entry : ranking.unranked) add(entry, nullptr);
    return group;
}

void fill_form(visit& visit, store::database& db, choice_sheet& sheet) {
    std::set<workflow::entry_id> until_now;
    for (const auto& one : list_shortlists(db, sheet.made.edition.id))
        if (one.round == sheet.previous.number + 1) until_now.insert(one.entries.begin(), one.entries.end());
    sheet.form = form_to(office_url(sheet.made.edition, "/judging/shortlist"), {}, t("Record the shortlist"));
    for (const auto& ranking : sheet.made.run.result.categories)
        sheet.form.groups.push_back(group_of(visit, sheet, ranking, until_now));
    pages::field_group decision{t("The decision"), {}, {}};
    if (sheet.most)
        decision.fields.push_back(tick("beyond",
                                       t("More go on than the rules say: the reason below says why"),
                                       visit.field("beyond") == "yes"));
    for (auto& field : minutes_fields(visit)) decision.fields.push_back(std::move(field));
    sheet.form.groups.push_back(std::move(decision));
}

// Nothing where no shortlist can be decided: no round is closed, or the next one is open.
std::optional<choice_sheet> find_choice(visit& visit, store::database& db) {
    auto made = acts::propose(db, visit.edition());
    const auto rounds = store::list_rounds(db, visit.edition());
    if (!made || rounds.empty() || made->edition.state != workflow::edition_state::deliberation)
        return std::nullopt;
    const auto& last = rounds.back();
    const auto& previous = last.closed_at ? last : rounds[rounds.size() - 2];
    choice_sheet sheet{std::move(*made), last, previous, {}, {}, entry_names(db, visit.edition()), {}};
    for (const auto& one : store::list_round_entries(db, previous.id)) sheet.in_round.insert(one.entry);
    sheet.most = most_by_the_rules(sheet.made, previous);
    fill_form(visit, db, sheet);
    return sheet;
}

pages::office_block block_of(const shortlist_body& one, const workflow::edition& edition,
                             const entry_names& names) {
    auto part = block(t("Round {number}", {{"number", std::to_string(one.round)}}));
    if (one.beyond) part.text = t("More go on than the rules say, by this decision.");
    pages::table table;
    table.caption = t("Entries that go on");
    table.columns = {{t("Category")}, {t("Entry")}};
    table.name_column = 1;
    for (const auto entry : one.entries) {
        const auto* found = names.find(entry);
        table.add_row({{found ? name_of_category(edition, found->category_id) : ""}, {names.of(entry)}});
    }
    part.rows = std::move(table);
    part.links = {{t("The decision with its minutes"), office_url(edition, "/decisions")}};
    return part;
}

http::response shortlist_page(visit& visit, store::database& db, std::optional<choice_sheet> sheet) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_office(visit, edition, office_section::judging, t("Shortlist"));
    const auto held = list_shortlists(db, edition.id);
    const entry_names names(db, edition.id);
    if (sheet)
        view.lead =
            t("Tick the entries that go on to the further round. They stand in the order of the tally.");
    else if (held.empty())
        view.lead = t("No shortlist has been decided.");
    if (sheet) view.blocks.emplace_back().form = std::move(sheet->form);
    for (const auto& one : held) view.blocks.push_back(block_of(one, edition, names));
    return office_page(visit, view);
}

// The entries that were ticked; a shortlist comes from the entries of the round before, whatever the form
// says.
std::vector<workflow::entry_id> read_chosen(const visit& visit, const choice_sheet& sheet) {
    std::vector<workflow::entry_id> chosen;
    for (const auto entry : sheet.in_round)
        if (visit.has_field(name_of_tick(entry))) chosen.push_back(entry);
    return chosen;
}

bool is_beyond(const choice_sheet& sheet, const std::vector<workflow::entry_id>& chosen) {
    std::map<workflow::category_id, int> of_category;
    for (const auto entry : chosen) ++of_category[sheet.names.find(entry)->category_id];
    return sheet.most &&
           std::ranges::any_of(of_category, [&](const auto& one) { return one.second > *sheet.most; });
}

}  // namespace

http::response show_shortlist(visit& visit, store::database& db) {
    return shortlist_page(visit, db, find_choice(visit, db));
}

http::response decide_shortlist(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = find_choice(visit, db);
    if (!sheet) return visit.refuse({workflow::refusal_code::judging_not_open, {}});
    const auto made = read_minutes(visit, sheet->form);
    const auto chosen = read_chosen(visit, *sheet);
    const bool beyond = is_beyond(*sheet, chosen);
    bool good = made && !chosen.empty();
    if (chosen.empty() && !sheet->in_round.empty())
        mark(visit, sheet->form, name_of_tick(*sheet->in_round.begin()), t("Tick at least one entry."));
    if (beyond && visit.field("beyond") != "yes") {
        mark(visit, sheet->form, "beyond",
             t_n("The rules let {count} entry of a category go on. Tick fewer, or say here that more do",
                 "The rules let {count} entries of a category go on. Tick fewer, or say here that more do",
                 *sheet->most));
        good = false;
    }
    if (!good) return shortlist_page(visit, db, std::move(sheet));
    const auto who = visit.as_author();
    const auto next =
        sheet->last.closed_at ? store::add_round(db, who, sheet->made.rules.rules) : sheet->last;
    store::set_round_entries(db, who, next.id, chosen);
    acts::decide_upon(db, who, *made, shortlist_body{next.number, chosen, beyond}, {sheet->made.run.line.id});
    return visit.see_other(office_url(sheet->made.edition), "shortlist_decided");
}

}  // namespace features
