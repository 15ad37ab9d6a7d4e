#include "server/features/judge/scorecard.hpp"

#include "server/features/judge/scorecard_shown.hpp"
#include "server/features/judge/sheet_changes.hpp"
#include "server/pages/frame/views.hpp"
#include "server/store/moves.hpp"
#include "typed/characters.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_action;
using workflow::scorecard_state;

// The form with its button: what was typed laid over what is held, what of it is new, and what another window
// changed meanwhile, to choose from.
struct typed_sheet {
    const sheet_changes& since;
    store::sheet shown;
    store::given_sheet given;
    std::vector<store::score_change> changes;
    std::vector<pages::two_texts> stale;

    bool is_new(const std::string& name, const pages::phrase& label, const std::string& typed,
                const std::string& held) {
        const auto verdict = since.judge(name, typed, held);
        if (verdict == workflow::save_verdict::stale) stale.push_back({name, label, typed, held});
        return verdict == workflow::save_verdict::write;
    }
};

void read_reason(visit& visit, const workflow::criterion& criterion, store::score_row& row,
                 store::given_score& given, typed_sheet& typed) {
    const auto name = "reason." + criterion.key;
    if (!visit.has_field(name)) return;
    auto reason = visit.text(name);
    if (!visit.is_readable(name))
        visit.error(name, t("This text could not be read. Type it again."));
    else if (typed::is_longer_than(reason, longest_reason_of_a_score))
        visit.error(name, t("This text is too long."));
    if (typed.is_new(name, t("{criterion}, reason", {{"criterion", criterion.name}}), reason, row.reason))
        given.reason = row.reason = std::move(reason);
}

void read_criterion(visit& visit, const open_card& card, const workflow::criterion& criterion,
                    typed_sheet& typed) {
    const auto* held = store::find_score(card.held, criterion.key);
    store::score_row row = held != nullptr ? *held : store::score_row{criterion.key, std::nullopt, ""};
    store::given_score given{criterion.key, false, std::nullopt, std::nullopt};
    const auto before = row.value;
    const auto score_field = "score." + criterion.key;
    if (visit.has_field(score_field)) {
        const auto typed_score = read_score(visit.field(score_field));
        if (!typed_score.is_sound || !is_on_scale(criterion, typed_score.value))
            visit.error(score_field,
                        t("Choose a score from the scale for {criterion}.", {{"criterion", criterion.name}}));
        else if (typed.is_new(score_field, criterion.name, score_text(typed_score.value),
                              score_text(before))) {
            given.sets_value = true;
            given.value = row.value = typed_score.value;
        }
    }
    read_reason(visit, criterion, row, given, typed);
    if (card.row.state == scorecard_state::reopened && given.sets_value) {
        const auto why = visit.field("change." + criterion.key);
        if (!given.value)
            visit.error(score_field, t("Give a score for {criterion}.", {{"criterion", criterion.name}}));
        else if (why.empty() || !visit.is_readable("change." + criterion.key) ||
                 typed::is_longer_than(why, longest_reason_of_a_score))
            visit.error("change." + criterion.key,
                        t("Say why you change the score on {criterion}.", {{"criterion", criterion.name}}));
        else
            typed.changes.push_back({criterion.key, before, *given.value, why});
    }
    typed.shown.scores.push_back(std::move(row));
    if (given.sets_value || given.reason) typed.given.scores.push_back(std::move(given));
}

void read_comment(visit& visit, typed_sheet& typed, const char* name, const pages::phrase& label,
                  std::string& shown, std::optional<std::string>& given) {
    if (!visit.has_field(name)) return;
    auto text = visit.text(name);
    if (!visit.is_readable(name))
        visit.error(name, t("This text could not be read. Type it again."));
    else if (typed::is_longer_than(text, longest_comment_on_an_entry))
        visit.error(name, t("This text is too long."));
    if (typed.is_new(name, label, text, shown)) given = shown = std::move(text);
}

typed_sheet read_sheet(visit& visit, const open_card& card, const sheet_changes& since) {
    typed_sheet typed{since, {}, {}, {}, {}};
    for (const auto& criterion : card.rules->rubric.criteria) read_criterion(visit, card, criterion, typed);
    typed.shown.to_city = card.held.to_city;
    typed.shown.to_panel = card.held.to_panel;
    // After the close only scores change, each with its reason (J5).
    if (card.row.state == scorecard_state::reopened) return typed;
    read_comment(visit, typed, "comment.city", t("Comment to the city"), typed.shown.to_city,
                 typed.given.to_city);
    read_comment(visit, typed, "comment.panel", t("Comment to the panel"), typed.shown.to_panel,
                 typed.given.to_panel);
    return typed;
}

// Puts the errors of the summary beside their fields.
template <class Field>
void mark(const visit& visit, Field& field) {
    for (const auto& error : visit.frame.errors)
        if (error.href == "#" + field.name) field.error = error.text;
}

http::response page_with_errors(visit& visit, store::database& db, const open_card& card,
                                const store::sheet& shown) {
    auto view = scorecard_page(visit, db, card, shown);
    if (view.form) {
        for (auto& criterion : view.form->criteria) {
            mark(visit, criterion.score);
            if (criterion.reason) mark(visit, *criterion.reason);
            if (criterion.change) mark(visit, *criterion.change);
        }
        if (view.form->to_city) mark(visit, *view.form->to_city);
        if (view.form->to_panel) mark(visit, *view.form->to_panel);
    }
    return visit.page("judge/scorecard", view);
}

// Both texts of every field that two windows changed, the typed one ready to be sent again upon the new
// version.
http::response both_sheets(const visit& visit, const open_card& card, int version, const typed_sheet& typed) {
    return visit.page(409, "frame/stale",
                      pages::stale_view{card_url(card.row.id),
                                        {{"version", std::to_string(version)}},
                                        typed.stale,
                                        card_url(card.row.id)});
}

void name_what_is_missing(visit& visit, store::database& db, const open_card& card,
                          const store::sheet& sheet) {
    const auto facts = facts_of(visit, db, card, sheet);
    const auto say = [&](const std::vector<std::string>& keys, const char* head, std::string_view text) {
        for (const auto& key : keys)
            visit.error(head + key,
                        t(text, {{"criterion", workflow::find_criterion(card.rules->rubric, key)->name}}));
    };
    say(facts.scores_missing.get(), "score.", "Give a score for {criterion}.");
    say(facts.scores_off_scale.get(), "score.", "Choose a score from the scale for {criterion}.");
    say(facts.reasons_missing.get(), "reason.",
        "Give a reason for the score on {criterion}: it is at an end of the scale.");
}

}  // namespace

http::response show_scorecard(visit& visit, store::database& db) {
    const auto card = open_scorecard(visit, db);
    if (!card.row.declared) return http::see_other(judging_url(card.seat, "/conflicts"));
    return visit.page("judge/scorecard", scorecard_page(visit, db, card, card.held));
}

http::response save_scorecard(visit& visit, store::database& db) {
    const auto version = static_cast<int>(visit.find_number("version").value_or(0));
    const bool checks = visit.field("then") == "check";

    store::share_edition(db, visit.edition());
    // A save that the script had under way when the form was sent is through, or waits.
    store::lock_own_scorecard(db, visit.id<workflow::scorecard_id>("scorecard"));
    auto card = open_scorecard(visit, db);
    const sheet_changes since(store::list_field_changes(db, card.row.id), version, visit.key("key"));
    const auto typed = read_sheet(visit, card, since);
    if (!visit.frame.errors.empty()) return page_with_errors(visit, db, card, typed.shown);

    auto current = card.row.version;
    const bool nothing_new = typed.given.scores.empty() && !typed.given.to_city && !typed.given.to_panel;
    if (!nothing_new) {
        const auto begun = begin_scorecard(visit, db, card);
        if (!begun) return visit.refuse(begun.error());
        const bool reopened = card.row.state == scorecard_state::reopened;
        const auto kept = reopened
                              ? store::amend_sheet(db, visit.as_author(), card.row.id, *begun, typed.given)
                              : store::save_sheet(db, visit.as_author(), card.row.id, *begun, typed.given);
        if (!kept) return visit.refuse({workflow::refusal_code::judging_closed, {}});
        if (!typed.changes.empty()) store::add_deltas(db, card.row.edition_id, card.row.id, typed.changes);
        current = kept->version;
    }
    // What only one window changed is saved; for the rest a person chooses.
    visit.keep_changes = true;
    if (!typed.stale.empty()) return both_sheets(visit, card, current, typed);

    if (!checks) return visit.see_other(card_url(card.row.id), "saved");
    name_what_is_missing(visit, db, card, typed.shown);
    if (visit.frame.errors.empty()) return http::see_other(card_url(card.row.id, "/confirm"));
    // What was typed is saved all the same; the page says what is still missing.
    card = open_scorecard(visit, db);
    return page_with_errors(visit, db, card, card.held);
}

}  // namespace features
