#include "server/features/results/ties.hpp"

#include "server/acts/tally.hpp"
#include "server/features/results/page.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

pages::phrase name_of(const judging::rung_report& rung, const acts::proposal& made) {
    using enum workflow::tie_rung;
    if (rung.by_decision) return t("A decision after the end of the ladder");
    switch (rung.step.rung) {
        case key_criterion: {
            const auto* criterion = workflow::find_criterion(made.rules.rules.rubric, rung.step.criterion);
            return t("The key criterion: {criterion}",
                     {{"criterion", criterion ? criterion->name : rung.step.criterion}});
        }
        case head_to_head: return t("Head to head, among judges without a conflict");
        case second_ballot: return t("A second ballot of the panel");
        case chair: return t("The chair");
        case shared: return t("The prize is shared");
    }
    return {};
}

pages::phrase words_for(judging::rung_outcome outcome) {
    using enum judging::rung_outcome;
    switch (outcome) {
        case separated: return t("It decided.");
        case narrowed: return t("It decided in part: fewer entries tie.");
        case no_difference: return t("It found no difference.");
        case passed_over: return t("It was skipped.");
        case awaited: return t("It waits for people.");
        case shared: return t("The prize is shared.");
    }
    return {};
}

pages::phrase words_for(judging::rung_remark remark) {
    using enum judging::rung_remark;
    switch (remark) {
        case none: return {};
        case score_missing: return t("A score on it is missing.");
        case criterion_unknown: return t("The rubric has no such criterion.");
        case no_common_judge: return t("No judge without a conflict scored both.");
        case no_ballot_yet: return t("There was no second ballot yet.");
        case ballot_without_votes: return t("No vote of the ballot counts.");
        case no_chair: return t("The panel has no chair.");
        case chair_has_a_conflict: return t("The chair has a conflict of interest with one of the entries.");
        case no_choice_yet: return t("The chair has not chosen yet.");
        case no_decision_yet: return t("There is no decision yet.");
    }
    return {};
}

// Best first; entries that it left together are joined by an equals sign.
std::string order_of(const judging::rung_report& rung, const entry_names& names) {
    std::string text;
    for (const auto& group : rung.groups) {
        text += text.empty() ? "" : "; ";
        for (const auto entry : group) text += (entry == group.front() ? "" : " = ") + names.of(entry);
    }
    return text;
}

pages::office_block block_of(const judging::rung_report& rung, int number, const acts::proposal& made,
                             const entry_names& names) {
    auto part = block(t("Rung {number}", {{"number", std::to_string(number)}}), name_of(rung, made));
    pages::plain_list said;
    said.items.push_back(words_for(rung.outcome));
    if (const auto remark = words_for(rung.remark); !remark.empty()) said.items.push_back(remark);
    if (rung.groups.size() > 1)
        said.items.push_back(t("The order: {entries}", {{"entries", order_of(rung, names)}}));
    for (const auto& one : rung.duels)
        said.items.push_back(
            t("{left} or {right}: judges who prefer the first: {a}, the second: {b}, neither: {c}",
              {{"left", names.of(one.left)},
               {"right", names.of(one.right)},
               {"a", std::to_string(one.prefer_left)},
               {"b", std::to_string(one.prefer_right)},
               {"c", std::to_string(one.prefer_neither)}}));
    part.list = std::move(said);
    pages::table table;
    table.caption = t("What this rung saw");
    table.columns = {{t("Entry")}, {t("Figure"), true}};
    table.empty_text = t("Nothing to compare.");
    for (const auto& one : rung.seen)
        table.add_row({{names.of(one.entry)}, {judging::show(one.figure, 2), "", {}, true}});
    part.rows = std::move(table);
    return part;
}

// Which form the ladder waits for, and of which entries.
struct awaited {
    std::string form;  // ballot, chair, order; empty: it waits for nothing
    std::vector<workflow::entry_id> entries;
    workflow::tier_id tier{};
};

awaited find_awaited(const acts::proposal& made, workflow::category_id category) {
    for (const auto& tie : made.slate.ties) {
        if (tie.category != category || tie.resolution.rungs.empty()) continue;
        const auto open =
            std::ranges::find_if(tie.resolution.groups, [](const auto& one) { return !one.is_settled; });
        if (open == tie.resolution.groups.end()) continue;
        const auto& last = tie.resolution.rungs.back();
        const auto form = last.by_decision                                      ? "order"
                          : last.step.rung == workflow::tie_rung::second_ballot ? "ballot"
                          : last.step.rung == workflow::tie_rung::chair         ? "chair"
                                                                                : "order";
        return {form, open->entries, tie.tier};
    }
    return {};
}

std::vector<pages::choice> choices_of(const std::vector<workflow::entry_id>& entries,
                                      const entry_names& names) {
    std::vector<pages::choice> choices;
    for (const auto entry : entries)
        choices.push_back({std::to_string(workflow::value(entry)), names.of(entry), {}, false, {}});
    return choices;
}

struct tie_sheet {
    acts::proposal made;
    workflow::category_id category;
    awaited wanted;
    entry_names names;
    std::vector<store::panel_member_row> panel;
    pages::office_form form;
};

std::vector<store::panel_member_row> without_barred(std::vector<store::panel_member_row> panel,
                                                    const acts::proposal& made,
                                                    const std::vector<workflow::entry_id>& entries) {
    std::erase_if(panel, [&](const auto& judge) {
        return std::ranges::any_of(made.asked.ties.barred, [&](const auto& pair) {
            return pair.judge == judge.id && std::ranges::find(entries, pair.entry) != entries.end();
        });
    });
    return panel;
}

tie_sheet load_sheet_of_tie(visit& visit, store::database& db) {
    auto made = acts::propose(db, visit.edition());
    const auto category = visit.id<workflow::category_id>("category");
    if (!made || name_of_category(made->edition, category).empty()) throw store::not_found{};
    auto wanted = find_awaited(*made, category);
    tie_sheet sheet{std::move(*made), category, std::move(wanted), entry_names(db, visit.edition()), {}, {}};
    sheet.panel = without_barred(store::list_panel(db, visit.edition()), sheet.made, sheet.wanted.entries);
    std::vector<pages::field> fields;
    const auto choices = choices_of(sheet.wanted.entries, sheet.names);
    if (sheet.wanted.form == "ballot") {
        for (const auto& judge : sheet.panel) {
            const auto name = "vote." + std::to_string(workflow::value(judge.id));
            fields.push_back(
                choose(name, t("The vote of {judge}", {{"judge", judge.name}}), choices, visit.field(name)));
        }
    } else {
        for (std::size_t i = 1; i <= sheet.wanted.entries.size(); ++i) {
            const auto name = "place." + std::to_string(i);
            fields.push_back(choose(name, t("Place {number}", {{"number", std::to_string(i)}}), choices,
                                    visit.field(name)));
        }
        if (sheet.wanted.form == "order")
            fields.push_back(
                tick("shared", t("They share the prize, in no order"), visit.field("shared") == "yes"));
    }
    for (auto& field : minutes_fields(visit)) fields.push_back(std::move(field));
    sheet.form = form_to(office_url(sheet.made.edition, "/ties/" + visit.request.parameter("category")),
                         std::move(fields), t("Record the decision"));
    sheet.form.back_href = office_url(sheet.made.edition, "/tally");
    return sheet;
}

http::response tie_page(visit& visit, tie_sheet sheet) {
    auto view = begin_results(
        visit, sheet.made.edition, results_part::tally,
        t("Ties in {category}", {{"category", name_of_category(sheet.made.edition, sheet.category)}}));
    bool any = false;
    for (const auto& tie : sheet.made.slate.ties) {
        if (tie.category != sheet.category) continue;
        any = true;
        view.blocks.push_back(
            block(t("At stake: {tier}", {{"tier", name_of_tier(sheet.made.edition, tie.tier)}}),
                  sheet.names.list(tie.entries)));
        int number = 0;
        for (const auto& rung : tie.resolution.rungs)
            view.blocks.push_back(block_of(rung, ++number, sheet.made, sheet.names));
    }
    if (!any) view.lead = t("No tie lies at a prize line of this category.");
    if (!sheet.wanted.form.empty()) {
        auto part = block(sheet.wanted.form == "ballot"  ? t("Enter the second ballot")
                          : sheet.wanted.form == "chair" ? t("Enter the chair's choice")
                                                         : t("Enter the panel's decision"),
                          t("Judges with a conflict of interest do not vote."));
        part.form = std::move(sheet.form);
        view.blocks.push_back(std::move(part));
    }
    return office_page(visit, view);
}

std::optional<workflow::entry_id> read_choice(visit& visit, tie_sheet& sheet, const std::string& name) {
    const auto number = visit.find_number(name);
    if (!number) return std::nullopt;
    const auto entry = workflow::id_from<workflow::entry_id>(*number);
    if (std::ranges::find(sheet.wanted.entries, entry) == sheet.wanted.entries.end()) return std::nullopt;
    return entry;
}

std::optional<store::decision_body> read_ballot(visit& visit, tie_sheet& sheet) {
    store::second_ballot_body ballot{sheet.wanted.entries, {}};
    for (const auto& judge : sheet.panel)
        if (const auto entry = read_choice(visit, sheet, "vote." + std::to_string(workflow::value(judge.id))))
            ballot.votes.push_back({judge.id, *entry});
    if (ballot.votes.empty()) {
        const auto first = sheet.panel.empty()
                               ? std::string("reason")
                               : "vote." + std::to_string(workflow::value(sheet.panel.front().id));
        mark(visit, sheet.form, first, t("Enter at least one vote"));
        return std::nullopt;
    }
    return ballot;
}

std::optional<store::decision_body> read_order(visit& visit, tie_sheet& sheet) {
    if (sheet.wanted.form == "order" && visit.field("shared") == "yes")
        return store::tie_order_body{{sheet.wanted.entries}};
    std::vector<workflow::entry_id> order;
    for (std::size_t i = 1; i <= sheet.wanted.entries.size(); ++i) {
        const auto name = "place." + std::to_string(i);
        const auto entry = read_choice(visit, sheet, name);
        if (!entry || std::ranges::find(order, *entry) != order.end()) {
            mark(visit, sheet.form, name, t("Give each entry one place"));
            return std::nullopt;
        }
        order.push_back(*entry);
    }
    if (sheet.wanted.form == "chair") return store::chair_choice_body{order};
    store::tie_order_body decision;
    for (const auto entry : order) decision.order.push_back({entry});
    return decision;
}

}  // namespace

http::response show_tie(visit& visit, store::database& db) {
    return tie_page(visit, load_sheet_of_tie(visit, db));
}

http::response decide_tie(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = load_sheet_of_tie(visit, db);
    if (sheet.wanted.form.empty() || sheet.made.edition.state != workflow::edition_state::deliberation)
        return visit.refuse({workflow::refusal_code::stale_version, {}});
    const auto made = read_minutes(visit, sheet.form);
    const auto body = sheet.wanted.form == "ballot" ? read_ballot(visit, sheet) : read_order(visit, sheet);
    if (!made || !body) return tie_page(visit, std::move(sheet));
    acts::decide_upon(db, visit.as_author(), *made, *body, {sheet.made.run.line.id});
    return visit.see_other(office_url(sheet.made.edition, "/ties/" + visit.request.parameter("category")),
                           "decision_recorded");
}

}  // namespace features
