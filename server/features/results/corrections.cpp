#include "server/features/results/corrections.hpp"

#include "server/acts/corrections.hpp"
#include "server/features/office/two_people.hpp"
#include "server/features/results/page.hpp"
#include "typed/characters.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

using workflow::entry_action;

struct correction_sheet {
    workflow::edition edition;
    store::result_entry entry;
    std::vector<store::prize_line> prizes;
    pages::office_form form;
};

std::string key_of_prize(const acts::prize_slot& slot) {
    return std::to_string(workflow::value(slot.tier)) + "." + std::to_string(slot.place) +
           (slot.shared ? ".shared" : "");
}

// Every prize of the entry's category: given alone where nobody holds it, else shared with who does.
std::vector<acts::prize_slot> list_slots(const correction_sheet& sheet) {
    std::vector<acts::prize_slot> slots;
    for (const auto& tier : sheet.edition.tiers)
        for (int place = 1; place <= tier.per_category; ++place) {
            acts::prize_slot slot{sheet.entry.category_id, tier.id, place};
            slot.shared = !acts::list_holders(sheet.prizes, slot).empty();
            slots.push_back(slot);
        }
    return slots;
}

std::optional<acts::prize_slot> find_slot(const correction_sheet& sheet, std::string_view key) {
    for (const auto& slot : list_slots(sheet))
        if (key_of_prize(slot) == key) return slot;
    return std::nullopt;
}

pages::phrase prize_words(const correction_sheet& sheet, const acts::prize_slot& slot) {
    const auto name = acts::name_of_slot(sheet.edition, slot.category, slot.tier, slot.place);
    if (!slot.shared) return t("{prize}: nobody holds it", {{"prize", name}});
    std::string holders;
    for (const auto& one : acts::list_holders(sheet.prizes, slot))
        holders += (holders.empty() ? "" : "; ") + one.printed_city;
    return t("{prize}: shared with {cities}", {{"prize", name}, {"cities", holders}});
}

// The corrections that the lifecycle offers for the entry's state, and that of its printed names.
std::vector<pages::choice> choices_of(const store::result_entry& entry) {
    std::vector<pages::choice> choices;
    for (const auto action : workflow::moves_open_to(workflow::role::secretariat, entry.state)) {
        if (action == entry_action::revoke)
            choices.push_back(
                {"revoke", t("Take the prize back: ask a second person to confirm"), {}, false, {}});
        if (action == entry_action::promote)
            choices.push_back({"promote", t("Give it a prize"), {}, false, {}});
    }
    choices.push_back({"names", t("Correct how its names are printed"), {}, false, {}});
    return choices;
}

std::string typed_or(const visit& visit, const char* name, const std::string& kept) {
    return visit.has_field(name) ? visit.field(name) : kept;
}

correction_sheet load_correction(visit& visit, store::database& db) {
    correction_sheet sheet{
        store::load_edition(db, visit.edition()), {}, store::list_prizes(db, visit.edition()), {}};
    const auto entries = store::read_result_entries(db, visit.edition());
    const auto found =
        std::ranges::find(entries, visit.id<workflow::entry_id>("entry"), &store::result_entry::id);
    if (found == entries.end()) throw store::not_found{};
    sheet.entry = *found;
    std::vector<pages::choice> prizes;
    for (const auto& slot : list_slots(sheet))
        prizes.push_back({key_of_prize(slot), prize_words(sheet, slot), {}, false, {}});
    std::vector<pages::field> fields{
        choose("action", t("What is corrected"), choices_of(sheet.entry), visit.field("action")),
        line("city", t("The city's name, as it is to be printed"), typed_or(visit, "city", sheet.entry.city)),
        line("country", t("The country's name, as it is to be printed"),
             typed_or(visit, "country", sheet.entry.country)),
        line("title", t("The project's title"), typed_or(visit, "title", sheet.entry.title)),
        choose("prize", t("The prize, if one is given"), std::move(prizes), visit.field("prize"),
               t("A prize that somebody holds is shared with them from then on.")),
    };
    for (auto& field : minutes_fields(visit)) fields.push_back(std::move(field));
    sheet.form = form_to(office_url(sheet.edition, "/corrections/" + visit.request.parameter("entry")),
                         std::move(fields), t("Make the correction"), "danger");
    sheet.form.back_href = office_url(sheet.edition, "/corrections");
    return sheet;
}

acts::grave_act_wanted revocation_of(workflow::entry_id entry, store::minutes made = {}) {
    return {.act = workflow::grave_act::revoke_award, .entry = entry, .minutes = std::move(made)};
}

http::response correction_page(visit& visit, store::database& db, correction_sheet sheet) {
    auto view = begin_results(visit, sheet.edition, results_part::corrections,
                              t("Correction: {city}", {{"city", sheet.entry.city}}));
    view.lead =
        t("What was announced stays in the record. The correction is a decision with its cause; the city is "
          "told, "
          "and certificates are revoked or superseded.");
    if (auto waiting = block_of_waiting(db, sheet.edition, revocation_of(sheet.entry.id)))
        view.blocks.push_back(std::move(*waiting));
    auto part = block(sheet.entry.title);
    pages::summary_list list;
    list.rows = {{t("City"), sheet.entry.city, {}}, {t("State"), words_for(sheet.entry.state), {}}};
    for (const auto& prize : sheet.prizes)
        if (prize.entry_id == sheet.entry.id)
            list.rows.push_back({t("Prize"),
                                 prize.category + ", " + prize.tier +
                                     (prize.state == store::prize_state::revoked ? " (revoked)" : ""),
                                 {}});
    part.summary = std::move(list);
    part.form = std::move(sheet.form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

bool read_names(visit& visit, correction_sheet& sheet) {
    bool good = true;
    for (const auto* name : {"city", "country", "title"})
        if (visit.field(name).empty() || typed::is_longer_than(visit.field(name), 200)) {
            mark(visit, sheet.form, name, t("Enter this in 1 to 200 characters"));
            good = false;
        }
    return good;
}

acts::corrected correct(visit& visit, store::database& db, const correction_sheet& sheet,
                        const store::minutes& made, const std::optional<acts::prize_slot>& slot) {
    const auto who = visit.as_author();
    const auto address = address_of(visit, "");
    const auto action = visit.field("action");
    if (action == "promote") return acts::promote_entry(db, who, sheet.entry.id, slot.value(), made, address);
    return acts::correct_names(db, who, sheet.entry.id,
                               {visit.field("city"), visit.field("country"), visit.field("title")}, made,
                               address);
}

std::string correction_url(const workflow::edition& edition, workflow::entry_id id) {
    return office_url(edition, "/corrections/" + std::to_string(workflow::value(id)));
}

pages::tag tag_of_prize(const store::prize_line& one) {
    if (one.withheld) return {t("Withheld"), "grey"};
    return one.state == store::prize_state::revoked ? pages::tag{t("Revoked"), "red"}
                                                    : pages::tag{t("Given"), "green"};
}

pages::office_block block_of_register(const workflow::edition& edition,
                                      const std::vector<store::prize_line>& prizes) {
    auto part = block(t("The register"));
    pages::table table;
    table.caption = t("Prizes");
    table.columns = {{t("Category")}, {t("Prize")}, {t("City and project")},
                     {t("State")},    {t("Since")}, {t("Public note")}};
    table.empty_text = t("No prize was announced.");
    table.name_column = 2;
    for (const auto& one : prizes) {
        pages::cell state;
        state.state = tag_of_prize(one);
        pages::cell winner{one.withheld ? "" : one.printed_city + ": " + one.title};
        if (one.entry_id) winner.href = correction_url(edition, *one.entry_id);
        table.add_row({{one.category},
                       {one.tier},
                       winner,
                       state,
                       {in_words(one.changed_at, edition.calendar.zone)},
                       {one.note}});
    }
    part.rows = std::move(table);
    return part;
}

pages::office_block block_of_others(store::database& db, const workflow::edition& edition,
                                    const std::vector<store::prize_line>& prizes) {
    auto part = block(t("The other entries"), t("To promote one, or to correct how its names are printed."));
    pages::table table;
    table.caption = t("Entries without a prize");
    table.columns = {{t("Entry")}, {t("State")}};
    table.empty_text = t("Every entry has a prize.");
    for (const auto& one : store::read_result_entries(db, edition.id)) {
        if (std::ranges::find(prizes, one.id, &store::prize_line::entry_id) != prizes.end()) continue;
        pages::cell state;
        state.state = tag_of(one.state);
        table.add_row({{one.city + ": " + one.title, correction_url(edition, one.id)}, state});
    }
    part.rows = std::move(table);
    return part;
}

}  // namespace

http::response show_corrections(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::corrections, t("Corrections"));
    view.lead = t("The public register: every prize that was announced, with what became of it since.");
    const auto prizes = store::list_prizes(db, edition.id);
    view.blocks.push_back(block_of_register(edition, prizes));
    view.blocks.push_back(block_of_others(db, edition, prizes));
    return office_page(visit, view);
}

http::response ask_correction(visit& visit, store::database& db) {
    return correction_page(visit, db, load_correction(visit, db));
}

http::response make_correction(visit& visit, store::database& db) {
    auto sheet = load_correction(visit, db);
    const auto made = read_minutes(visit, sheet.form);
    const auto action = visit.field("action");
    const auto choices = choices_of(sheet.entry);
    bool good = made.has_value();
    if (std::ranges::find(choices, action, &pages::choice::value) == choices.end())
        mark(visit, sheet.form, "action", t("Choose what is corrected")), good = false;
    const auto slot = find_slot(sheet, visit.field("prize"));
    if (action == "promote" && !slot)
        mark(visit, sheet.form, "prize", t("Choose the prize that it is given")), good = false;
    if (action == "names" && !read_names(visit, sheet)) good = false;
    if (!good) return correction_page(visit, db, std::move(sheet));
    if (action == "revoke") {
        auto asked = ask_a_second_person(visit, db, sheet.edition, revocation_of(sheet.entry.id, *made));
        return asked ? *std::move(asked) : visit.refuse(asked.error());
    }
    const auto done = correct(visit, db, sheet, *made, slot);
    if (!done) return visit.refuse(done.error());
    visit.public_changed = true;
    return visit.see_other(office_url(sheet.edition, "/corrections"), "corrected");
}

}  // namespace features
