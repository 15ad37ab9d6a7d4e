#include "server/features/judge/scorecard_shown.hpp"

#include <algorithm>
#include <charconv>
#include "server/acts/scorecards.hpp"

#include "server/store/attachments.hpp"
#include "server/store/entry_versions.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_state;

std::string value_of(const store::score_row* score) {
    return score != nullptr ? score_text(score->value) : std::string();
}

std::string reason_of(const store::score_row* score) {
    return score != nullptr ? score->reason : std::string();
}

pages::text_area area(std::string name, pages::phrase label, pages::phrase hint, std::string value,
                      int rows) {
    pages::text_area asked;
    asked.name = std::move(name);
    asked.label = std::move(label);
    asked.hint = std::move(hint);
    asked.value = std::move(value);
    asked.rows = rows;
    asked.optional_answer = true;
    return asked;
}

pages::criterion_form form_of(const workflow::criterion& criterion, const store::sheet& shown,
                              const workflow::rubric& rubric, const visit& visit, bool reopened) {
    pages::criterion_form form;
    const auto* held = store::find_score(shown, criterion.key);
    form.title = criterion.name;
    form.score.name = "score." + criterion.key;
    form.score.label = t("{criterion} ({weight} %)", {{"criterion", criterion.name},
                                                      {"weight", std::to_string(criterion.weight_bp / 100)}});
    form.score.hint = criterion.question;
    form.score.side_by_side = true;
    form.score.small = true;
    const auto chosen = value_of(held);
    for (int score = criterion.scale_min; score <= criterion.scale_max; ++score) {
        const auto text = std::to_string(score);
        form.score.choices.push_back({text, text, {}, text == chosen, ""});
    }
    pages::number_choices(form.score);
    for (const auto& level : criterion.levels) form.levels.push_back({level.score, level.description});
    if (rubric.reason_at_scale_ends)
        form.reason = area("reason." + criterion.key, t("Reason"),
                           t("Needed for a {lowest} and for a {highest}.",
                             {{"lowest", std::to_string(criterion.scale_min)},
                              {"highest", std::to_string(criterion.scale_max)}}),
                           reason_of(held), 2);
    if (reopened)
        form.change = area("change." + criterion.key, t("Why you change this score"),
                           t("Stays in the record beside the old score and the new one."),
                           visit.text("change." + criterion.key), 2);
    return form;
}

int count_scored(const open_card& card, const store::sheet& shown) {
    return static_cast<int>(
        std::count_if(card.rules->rubric.criteria.begin(), card.rules->rubric.criteria.end(),
                      [&](const auto& one) { return !value_of(store::find_score(shown, one.key)).empty(); }));
}

pages::scorecard_form card_form(const visit& visit, const open_card& card, const store::sheet& shown) {
    pages::scorecard_form form;
    const bool reopened = card.row.state == scorecard_state::reopened;
    form.action = card_url(card.row.id);
    if (!reopened) form.autosave = card_url(card.row.id, "/save");
    form.version = card.row.version;
    form.rubric_note = card.rules->rubric.note;
    form.completeness =
        t("{count} of {all} criteria scored", {{"count", std::to_string(count_scored(card, shown))},
                                               {"all", std::to_string(card.rules->rubric.criteria.size())}});
    for (const auto& criterion : card.rules->rubric.criteria)
        form.criteria.push_back(form_of(criterion, shown, card.rules->rubric, visit, reopened));
    if (!reopened) {
        form.to_city =
            area("comment.city", t("Comment to the city"),
                 workflow::discloses(card.rules->disclosure, workflow::score_reader::city_of_the_entry)
                     ? t("The city reads this after the announcement, without your name.")
                     : t("Kept with the scorecard: the rules of this edition tell cities no scores and no "
                         "comments."),
                 shown.to_city, 5);
        form.to_panel =
            area("comment.panel", t("Comment to the panel"),
                 t("The panel reads this once judging is closed. The city never does."), shown.to_panel, 4);
    }
    form.check = {t("Save and check"), "main", "then", "check", {}};
    form.save = {t("Save"), "secondary", "then", "stay", {}};
    return form;
}

// Where this scorecard stands among the judge's own.
void place(pages::scorecard_view& view, store::database& db, const open_card& card) {
    auto lines = store::list_assigned(db, card.seat);
    std::erase_if(lines, [&](const auto& one) { return !one.declared; });
    const auto here = std::find_if(lines.begin(), lines.end(),
                                   [&](const auto& one) { return one.scorecard_id == card.row.id; });
    if (here == lines.end()) return;
    view.position = t("{count} of {all}", {{"count", std::to_string(here - lines.begin() + 1)},
                                           {"all", std::to_string(lines.size())}});
    if (here != lines.begin()) view.previous_href = card_url(std::prev(here)->scorecard_id);
    if (std::next(here) != lines.end()) view.next_href = card_url(std::next(here)->scorecard_id);
}

void offer_moves(pages::scorecard_view& view, const visit& visit, store::database& db,
                 const open_card& card) {
    const auto facts = facts_of(visit, db, card, card.held);
    for (const auto move : workflow::moves_open_to(visit.actor().acts_as, card.row.state, facts))
        if (move == workflow::scorecard_action::reopen)
            view.moves.push_back({card_url(card.row.id, "/reopen"),
                                  card.row.version,
                                  {t("Reopen the scorecard"), "secondary", "", "", {}}});
    const auto by_table = workflow::moves_open_to(visit.actor().acts_as, card.row.state);
    if (card.row.edition_state == workflow::edition_state::judging &&
        std::find(by_table.begin(), by_table.end(), workflow::scorecard_action::recuse) != by_table.end())
        view.recuse_href = card_url(card.row.id, "/recuse");
}

}  // namespace

open_card open_scorecard(visit& visit, store::database& db) {
    open_card card{take_seat(visit, db),
                   store::load_own_scorecard(db, visit.id<workflow::scorecard_id>("scorecard")),
                   nullptr,
                   {}};
    card.rules = &store::rules_by_hash(db, card.row.rule_set_id, card.row.rules_hash);
    card.held = store::load_sheet(db, card.row.id);
    return card;
}

workflow::scorecard_facts facts_of(const visit& visit, store::database& db, const open_card& card,
                                   const store::sheet& sheet) {
    return acts::facts_of_sheet(db, visit.actor(), card.row, *card.rules, sheet);
}

tl::expected<int, workflow::refusal> begin_scorecard(visit& visit, store::database& db,
                                                     const open_card& card) {
    if (card.row.state != workflow::scorecard_state::assigned) return card.row.version;
    const auto begun = acts::begin_scorecard(visit.acting(db), card.row, *card.rules, card.held);
    if (!begun) return tl::unexpected(begun.error());
    return card.row.version + 1;
}

std::string card_url(workflow::scorecard_id id, std::string_view rest) {
    return "/judging/scorecards/" + std::to_string(workflow::value(id)) + std::string(rest);
}

pages::scorecard_view scorecard_page(visit& visit, store::database& db, const open_card& card,
                                     const store::sheet& shown) {
    pages::scorecard_view view;
    view.title = card.row.title;
    view.city = card.row.city;
    view.country = card.row.country;
    view.category = card.row.category;
    view.round = card.row.round;
    view.state = judges_tag(card.row.state);
    view.back_href = judging_url(card.seat);
    view.sections = list_sections(db, card.row.entry_id, card.row.entry_version);
    view.files = list_files(db, card.row.entry_id);
    view.version_note =
        t("You read version {number} as the city submitted it. Only the answers that say who wrote the entry "
          "are "
          "left out; other texts and the files may name people.",
          {{"number", std::to_string(card.row.entry_version)}});
    place(view, db, card);
    const auto state = card.row.state;
    const bool open = card.row.edition_state == workflow::edition_state::judging && card.row.round_open &&
                      is_among(state, workflow::scorecard_states::being_scored);
    if (open || state == scorecard_state::reopened) {
        view.form = card_form(visit, card, shown);
        if (!open)
            view.closed =
                pages::text_block{t("This scorecard was reopened by a decision. Change what is wrong, "
                                    "each score with its reason, then lock it again.")};
    } else {
        if (state != scorecard_state::submitted || card.row.edition_state != workflow::edition_state::judging)
            view.closed = pages::text_block{t("Judging is closed. The scorecard can be read, not changed.")};
        view.given = list_given(card, card.held);
    }
    if (card.row.submitted_hash && is_done(state))
        view.receipt = t("SHA-256 of what you confirmed: {hash}", {{"hash", *card.row.submitted_hash}});
    offer_moves(view, visit, db, card);
    visit.frame.wide = true;
    return view;
}

pages::summary_list list_given(const open_card& card, const store::sheet& sheet) {
    pages::summary_list list;
    for (const auto& criterion : card.rules->rubric.criteria) {
        const auto* score = store::find_score(sheet, criterion.key);
        const auto value = value_of(score);
        auto text = value.empty() ? t("Missing") : pages::phrase(value);
        if (!reason_of(score).empty())
            text = pages::phrase((value.empty() ? std::string("–") : value) + ": " + reason_of(score));
        list.rows.push_back({criterion.name, std::move(text), {}});
    }
    list.rows.push_back(
        {t("Comment to the city"), sheet.to_city.empty() ? t("None") : pages::phrase(sheet.to_city), {}});
    list.rows.push_back(
        {t("Comment to the panel"), sheet.to_panel.empty() ? t("None") : pages::phrase(sheet.to_panel), {}});
    return list;
}

std::vector<pages::phrase> list_missing(const open_card& card, const workflow::scorecard_facts& facts) {
    std::vector<pages::phrase> missing;
    const auto add = [&](const std::vector<std::string>& keys, std::string_view text) {
        for (const auto& key : keys)
            missing.push_back(
                t(text, {{"criterion", workflow::find_criterion(card.rules->rubric, key)->name}}));
    };
    add(facts.scores_missing, "Give a score for {criterion}.");
    add(facts.scores_off_scale, "Choose a score from the scale for {criterion}.");
    add(facts.reasons_missing, "Give a reason for the score on {criterion}: it is at an end of the scale.");
    return missing;
}

std::vector<pages::read_section> list_sections(store::database& db, workflow::entry_id entry, int version) {
    std::vector<pages::read_section> sections;
    const auto found = store::find_version(db, entry, version);
    if (!found) return sections;
    std::string current;
    for (const auto& field : found->kept.fields) {
        // The heading of the page has title and category.
        if (field.names_the_applicant || field.value.empty() || field.key == "title" ||
            field.key == "category")
            continue;
        if (sections.empty() || field.section != current) sections.push_back({field.section_title, {}});
        current = field.section;
        sections.back().answers.push_back({field.label, field.value});
    }
    return sections;
}

std::vector<pages::read_file> list_files(store::database& db, workflow::entry_id entry) {
    std::vector<pages::read_file> files;
    for (const auto& file : store::list_attachments(db, entry))
        files.push_back({"/judging/attachments/" + std::to_string(workflow::value(file.id)), file.name,
                         t("{size} kB", {{"size", std::to_string((file.bytes + 1023) / 1024)}})});
    return files;
}

typed_score read_score(std::string_view text) {
    if (text.empty()) return {};
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < -1000 || number > 1000)
        return {false, {}};
    return {true, number};
}

std::string score_text(const std::optional<int>& score) {
    return score ? std::to_string(*score) : std::string();
}

bool is_on_scale(const workflow::criterion& criterion, const std::optional<int>& value) {
    return !value || (*value >= criterion.scale_min && *value <= criterion.scale_max);
}

}  // namespace features
