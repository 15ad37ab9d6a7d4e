#include "server/features/results/prizes.hpp"

#include "server/acts/entries.hpp"
#include "server/acts/tally.hpp"
#include "server/features/results/page.hpp"
#include "server/store/entries.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

// A decision about prizes while the edition is in deliberation: what is proposed, and the form.
struct prize_sheet {
    acts::proposal made;
    entry_names names;
    pages::office_form form;
};

std::string key_of_slot(const judging::slot& slot) {
    return std::to_string(workflow::value(slot.category)) + "." + std::to_string(workflow::value(slot.tier)) +
           "." + std::to_string(slot.number);
}

std::vector<pages::choice> entry_choices(const acts::proposal& made, const entry_names& names) {
    std::vector<pages::choice> choices;
    for (const auto& ranking : made.run.result.categories)
        for (const auto& place : ranking.places)
            for (const auto entry : place.entries)
                choices.push_back({std::to_string(workflow::value(entry)),
                                   name_of_category(made.edition, ranking.category) + ": " + names.of(entry),
                                   {},
                                   false,
                                   {}});
    return choices;
}

prize_sheet load_prizes(visit& visit, store::database& db) {
    auto made = acts::propose(db, visit.edition());
    if (!made || made->edition.state != workflow::edition_state::deliberation) throw store::not_found{};
    return {std::move(*made), entry_names(db, visit.edition()), {}};
}

void finish_form(visit& visit, prize_sheet& sheet, std::string_view path, std::vector<pages::field> fields) {
    for (auto& field : minutes_fields(visit)) fields.push_back(std::move(field));
    sheet.form = form_to(office_url(sheet.made.edition, path), std::move(fields), t("Record the decision"));
    sheet.form.back_href = office_url(sheet.made.edition, "/slate");
}

http::response prize_page(visit& visit, prize_sheet sheet, pages::phrase title, pages::phrase lead) {
    auto view = begin_results(visit, sheet.made.edition, results_part::slate, std::move(title));
    view.lead = std::move(lead);
    auto part = block({});
    part.form = std::move(sheet.form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

http::response record(visit& visit, store::database& db, const prize_sheet& sheet, const store::minutes& made,
                      const store::decision_body& body) {
    acts::decide_upon(db, visit.as_author(), made, body, {sheet.made.run.line.id});
    return visit.see_other(office_url(sheet.made.edition, "/slate"), "decision_recorded");
}

prize_sheet withholding_sheet(visit& visit, store::database& db) {
    auto sheet = load_prizes(visit, db);
    std::vector<pages::choice> choices;
    for (const auto& slot : sheet.made.slate.slots)
        choices.push_back({key_of_slot(slot),
                           acts::name_of_slot(sheet.made.edition, slot.category, slot.tier, slot.number),
                           {},
                           false,
                           {}});
    finish_form(visit, sheet, "/slate/withhold",
                {choose("slot", t("Which prize"), std::move(choices), visit.field("slot")),
                 tick("lifted", t("Give it after all: this takes an earlier decision back"),
                      visit.field("lifted") == "yes")});
    return sheet;
}

http::response withholding_page(visit& visit, prize_sheet sheet) {
    return prize_page(visit, std::move(sheet), t("Withhold a prize"),
                      t("No prize is given here; lower tiers may still be. The reason stands in the slate."));
}

prize_sheet sharing_sheet(visit& visit, store::database& db) {
    auto sheet = load_prizes(visit, db);
    const auto choices = entry_choices(sheet.made, sheet.names);
    finish_form(visit, sheet, "/slate/share",
                {choose("first", t("One entry"), choices, visit.field("first")),
                 choose("second", t("shares the prize with"), choices, visit.field("second"))});
    return sheet;
}

http::response sharing_page(visit& visit, prize_sheet sheet) {
    return prize_page(
        visit, std::move(sheet), t("Share a prize"),
        t("Both entries are winners of one prize, everywhere. They stand next to each other in the order "
          "of their category; whoever follows moves up."));
}

prize_sheet withdrawal_sheet(visit& visit, store::database& db) {
    auto sheet = load_prizes(visit, db);
    finish_form(visit, sheet, "/slate/withdrawals",
                {choose("entry", t("Whose city withdraws"), entry_choices(sheet.made, sheet.names),
                        visit.field("entry")),
                 choose("then", t("What becomes of the prize"),
                        {{"next_of_the_order", t("The next of the approved order follows"), {}, false, {}},
                         {"vacant", t("It stays vacant"), {}, false, {}}},
                        visit.field("then"))});
    return sheet;
}

http::response withdrawal_page(visit& visit, prize_sheet sheet) {
    return prize_page(visit, std::move(sheet), t("A winner withdraws"),
                      t("Before the announcement: the prize is open again. Nothing is computed anew."));
}

std::optional<workflow::entry_id> read_entry(visit& visit, prize_sheet& sheet, std::string_view name) {
    const auto number = visit.find_number(name);
    const auto known = [&](const judging::judged_entry& one) {
        return number && workflow::value(one.entry) == *number;
    };
    if (number && std::ranges::any_of(sheet.made.run.input.entries, known))
        return workflow::id_from<workflow::entry_id>(*number);
    mark(visit, sheet.form, name, t("Choose an entry"));
    return std::nullopt;
}

// The city's entry goes, if it is still there; nothing but its own state changes.
workflow::verdict withdraw_for_the_city(const visit& visit, store::database& db, workflow::entry_id id) {
    if (store::load_entry(db, id).state == workflow::entry_state::withdrawn) return {};
    if (const auto gone = acts::withdraw_entry(visit.acting(db, visit.text("reason")), id); !gone)
        return tl::unexpected(gone.error());
    return {};
}

pages::phrase obstacle_words(judging::sharing_obstacle obstacle) {
    using enum judging::sharing_obstacle;
    switch (obstacle) {
        case not_there: return t("Choose entries that are in the order and have not withdrawn");
        case another_between: return t("Only entries that follow each other in the order can share a prize");
        case no_prize: return t("Neither of them gets a prize that could be shared");
    }
    return {};
}

}  // namespace

http::response show_withholding(visit& visit, store::database& db) {
    return withholding_page(visit, withholding_sheet(visit, db));
}

http::response withhold_prize(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = withholding_sheet(visit, db);
    const auto made = read_minutes(visit, sheet.form);
    const auto slot = std::ranges::find(sheet.made.slate.slots, visit.field("slot"), key_of_slot);
    if (slot == sheet.made.slate.slots.end()) mark(visit, sheet.form, "slot", t("Choose a prize"));
    if (!made || slot == sheet.made.slate.slots.end()) return withholding_page(visit, std::move(sheet));
    if (visit.field("lifted") == "yes")
        return record(visit, db, sheet, *made,
                      store::withholding_lifted_body{slot->category, slot->tier, slot->number});
    return record(visit, db, sheet, *made, store::withholding_body{slot->category, slot->tier, slot->number});
}

http::response show_sharing(visit& visit, store::database& db) {
    return sharing_page(visit, sharing_sheet(visit, db));
}

http::response share_prize(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = sharing_sheet(visit, db);
    const auto made = read_minutes(visit, sheet.form);
    const auto first = read_entry(visit, sheet, "first");
    const auto second = read_entry(visit, sheet, "second");
    const auto* one = first ? sheet.names.find(*first) : nullptr;
    const auto* other = second ? sheet.names.find(*second) : nullptr;
    const bool pairs = one && other && one->id != other->id && one->category_id == other->category_id;
    if (one && other && !pairs)
        mark(visit, sheet.form, "second", t("Choose another entry of the same category"));
    const auto obstacle =
        pairs ? judging::find_obstacle(sheet.made.asked, {one->category_id, {one->id, other->id}})
              : std::nullopt;
    if (obstacle) mark(visit, sheet.form, "second", obstacle_words(*obstacle));
    if (!made || !pairs || obstacle) return sharing_page(visit, std::move(sheet));
    return record(visit, db, sheet, *made, store::sharing_body{one->category_id, {one->id, other->id}});
}

http::response show_winner_withdrawal(visit& visit, store::database& db) {
    return withdrawal_page(visit, withdrawal_sheet(visit, db));
}

http::response withdraw_winner(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = withdrawal_sheet(visit, db);
    const auto made = read_minutes(visit, sheet.form);
    const auto entry = read_entry(visit, sheet, "entry");
    const auto then = workflow::find_named<judging::reopened_slot>(visit.field("then"));
    if (!then) mark(visit, sheet.form, "then", t("Choose what becomes of the prize"));
    if (!made || !entry || !then) return withdrawal_page(visit, std::move(sheet));
    if (const auto gone = withdraw_for_the_city(visit, db, *entry); !gone) return visit.refuse(gone.error());
    return record(visit, db, sheet, *made, store::winner_withdrawal_body{*entry, *then});
}

}  // namespace features
