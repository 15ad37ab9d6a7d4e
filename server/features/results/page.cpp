#include "server/features/results/page.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

struct part_row {
    results_part part;
    const char* path;
    const char* name;
};
constexpr part_row part_rows[] = {
    {results_part::tally, "/tally", "Tally"},
    {results_part::decisions, "/decisions", "Decisions"},
    {results_part::slate, "/slate", "Slate"},
    {results_part::ratification, "/ratify", "Ratification"},
    {results_part::announcement, "/announce", "Announcement"},
    {results_part::appeals, "/appeals", "Appeals"},
    {results_part::corrections, "/corrections", "Corrections"},
    {results_part::certificates, "/certificates", "Certificates"},
};

bool is_there(results_part part, workflow::edition_state state) {
    using enum workflow::edition_state;
    switch (part) {
        case results_part::slate:
        case results_part::ratification: return state == deliberation || state == decided;
        case results_part::announcement: return state == decided || state == announced;
        case results_part::appeals:
        case results_part::corrections:
        case results_part::certificates: return state == announced || state == archived;
        default: return true;
    }
}

int read_count(visit& visit, pages::office_form& form, const char* name, bool& good) {
    if (visit.field(name).empty()) return 0;
    const auto number = visit.find_number(name);
    if (!number || *number < 0 || *number > 1000) {
        mark(visit, form, name, t("Enter a whole number of votes, like 5."));
        good = false;
        return 0;
    }
    return static_cast<int>(*number);
}

}  // namespace

pages::office_view begin_results(visit& visit, const workflow::edition& edition, results_part part,
                                 pages::phrase title) {
    auto view = begin_office(visit, edition, office_section::results, std::move(title));
    pages::tabs tabs{t("Parts of the result"), {}};
    for (const auto& row : part_rows)
        if (is_there(row.part, edition.state))
            tabs.links.push_back({t(row.name), office_url(edition, row.path), row.part == part});
    view.sections = std::move(tabs);
    view.state = tag_of(edition.state);
    return view;
}

std::vector<pages::field> minutes_fields(const visit& visit) {
    return {
        lines("reason", t("Reason"), visit.text("reason"), 4, t("As it is to stand in the minutes.")),
        line("present", t("Who was present"), visit.field("present")),
        line("recused", t("Who was recused"), visit.field("recused"), t("Leave empty if nobody was.")),
        line("votes_for", t("Votes in favour"), visit.field("votes_for"), {}, "3"),
        line("votes_against", t("Votes against"), visit.field("votes_against"), {}, "3"),
        line("abstained", t("Abstentions"), visit.field("abstained"), {}, "3"),
        lines("public_note", t("Public note"), visit.text("public_note"), 2,
              t("Shown to the public after the announcement. Leave empty for none.")),
    };
}

std::optional<store::minutes> read_minutes(visit& visit, pages::office_form& form) {
    bool good = is_readable(visit, form);
    store::minutes made;
    made.reason = visit.text("reason");
    made.present = visit.field("present");
    made.recused = visit.field("recused");
    made.public_note = visit.text("public_note");
    if (visit.field("reason").empty()) {
        mark(visit, form, "reason", t("Give the reason for the decision"));
        good = false;
    }
    made.votes_for = read_count(visit, form, "votes_for", good);
    made.votes_against = read_count(visit, form, "votes_against", good);
    made.abstained = read_count(visit, form, "abstained", good);
    return good ? std::optional(std::move(made)) : std::nullopt;
}

pages::phrase words_for_votes(int in_favour, int against, int abstained) {
    if (in_favour + against + abstained == 0) return {};
    return t("{for} in favour, {against} against, {abstained} abstained",
             {{"for", std::to_string(in_favour)},
              {"against", std::to_string(against)},
              {"abstained", std::to_string(abstained)}});
}

entry_names::entry_names(store::database& db, workflow::edition_id edition)
    : entries_(store::read_result_entries(db, edition)) {}

const store::result_entry* entry_names::find(workflow::entry_id id) const {
    const auto found = std::ranges::find(entries_, id, &store::result_entry::id);
    return found == entries_.end() ? nullptr : &*found;
}

std::string entry_names::of(workflow::entry_id id) const {
    const auto* entry = find(id);
    if (!entry) return std::to_string(workflow::value(id));
    return (entry->number ? std::to_string(*entry->number) + ". " : "") + entry->city + ": " + entry->title;
}

std::string entry_names::list(const std::vector<workflow::entry_id>& ids) const {
    std::string text;
    for (const auto id : ids) text += (text.empty() ? "" : "; ") + of(id);
    return text;
}

pages::tag tag_of(judging::slot_state state) {
    using enum judging::slot_state;
    switch (state) {
        case filled: return {t("Winner"), "green"};
        case shared: return {t("Shared"), "green"};
        case withheld: return {t("Withheld"), "grey"};
        case vacant: return {t("Vacant"), "grey"};
        case no_entry: return {t("No further entry"), "amber"};
        case tied: return {t("Tie: the panel must decide"), "red"};
        case blocked: return {t("Waits for a tie above"), "amber"};
    }
    return {};
}

std::string name_of_category(const workflow::edition& edition, workflow::category_id id) {
    const auto found = std::ranges::find(edition.categories, id, &workflow::category::id);
    return found == edition.categories.end() ? "" : found->name;
}

std::string name_of_tier(const workflow::edition& edition, workflow::tier_id id) {
    const auto found = std::ranges::find(edition.tiers, id, &workflow::tier::id);
    return found == edition.tiers.end() ? "" : found->name;
}

pages::table table_of_slots(const workflow::edition& edition, const std::vector<judging::slot>& slots,
                            const entry_names& names) {
    pages::table table;
    table.caption = t("Prizes by category and tier");
    table.columns = {{t("Category")}, {t("Prize")}, {t("Winner or reason")}, {t("State")}};
    table.empty_text = t("There is no prize yet.");
    auto sorted = slots;
    std::ranges::stable_sort(sorted, {}, [&](const auto& slot) {
        const auto found = std::ranges::find(edition.categories, slot.category, &workflow::category::id);
        return found == edition.categories.end() ? 0 : found->order;
    });
    for (const auto& slot : sorted) {
        pages::cell state;
        state.state = tag_of(slot.state);
        table.add_row({{name_of_category(edition, slot.category)},
                       {name_of_tier(edition, slot.tier)},
                       {slot.entries.empty() ? slot.reason : names.list(slot.entries)},
                       state},
                      slot.state == judging::slot_state::tied || slot.state == judging::slot_state::no_entry);
    }
    return table;
}

pages::office_block block(pages::phrase heading, pages::phrase text) {
    pages::office_block made;
    made.heading = std::move(heading);
    made.text = std::move(text);
    return made;
}

}  // namespace features
