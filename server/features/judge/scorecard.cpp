#include "server/features/judge/scorecard.hpp"

#include "server/features/judge/scorecard_shown.hpp"
#include "server/pages/frame/views.hpp"
#include "server/store/moves.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_action;
using workflow::scorecard_state;

// The form with its button: what was typed laid over what is held, and what of it is new.
struct typed_sheet {
    store::sheet shown;
    store::given_sheet given;
    std::vector<store::score_change> changes;
};

void read_criterion(visit& visit, const open_card& card, const workflow::criterion& criterion,
                    typed_sheet& typed) {
    const auto* held = store::find_score(card.held, criterion.key);
    store::score_row row = held != nullptr ? *held : store::score_row{criterion.key, std::nullopt, ""};
    store::given_score given{criterion.key, false, std::nullopt, std::nullopt};
    const auto before = row.value;
    const auto score_field = "score." + criterion.key, reason_field = "reason." + criterion.key;
    if (visit.has_field(score_field)) {
        const auto typed_score = read_score(visit.field(score_field));
        if (!typed_score.is_sound || !is_on_scale(criterion, typed_score.value))
            visit.error(score_field,
                        t("Choose a score from the scale for {criterion}.", {{"criterion", criterion.name}}));
        else if (typed_score.value != before) {
            given.sets_value = true;
            given.value = row.value = typed_score.value;
        }
    }
    if (visit.has_field(reason_field)) {
        auto reason = visit.text(reason_field);
        if (!visit.is_readable(reason_field))
            visit.error(reason_field, t("This text could not be read. Type it again."));
        else if (is_longer_than(reason, longest_reason_of_a_score))
            visit.error(reason_field, t("This text is too long."));
        if (reason != row.reason) given.reason = row.reason = std::move(reason);
    }
    if (card.row.state == scorecard_state::reopened && given.sets_value) {
        const auto why = visit.field("change." + criterion.key);
        if (!given.value)
            visit.error(score_field, t("Give a score for {criterion}.", {{"criterion", criterion.name}}));
        else if (why.empty() || !visit.is_readable("change." + criterion.key) ||
                 is_longer_than(why, longest_reason_of_a_score))
            visit.error("change." + criterion.key,
                        t("Say why you change the score on {criterion}.", {{"criterion", criterion.name}}));
        else
            typed.changes.push_back({criterion.key, before, *given.value, why});
    }
    typed.shown.scores.push_back(std::move(row));
    if (given.sets_value || given.reason) typed.given.scores.push_back(std::move(given));
}

void read_comment(visit& visit, const char* name, std::string& shown, std::optional<std::string>& given) {
    if (!visit.has_field(name)) return;
    auto text = visit.text(name);
    if (!visit.is_readable(name))
        visit.error(name, t("This text could not be read. Type it again."));
    else if (is_longer_than(text, longest_comment_on_an_entry))
        visit.error(name, t("This text is too long."));
    if (text != shown) given = shown = std::move(text);
}

typed_sheet read_sheet(visit& visit, const open_card& card) {
    typed_sheet typed;
    for (const auto& criterion : card.rules->rubric.criteria) read_criterion(visit, card, criterion, typed);
    typed.shown.to_city = card.held.to_city;
    typed.shown.to_panel = card.held.to_panel;
    // After the close only scores change, each with its reason (J5).
    if (card.row.state == scorecard_state::reopened) return typed;
    read_comment(visit, "comment.city", typed.shown.to_city, typed.given.to_city);
    read_comment(visit, "comment.panel", typed.shown.to_panel, typed.given.to_panel);
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

// Both texts of every field that differs, the typed one ready to be sent again upon the new version.
http::response both_sheets(const visit& visit, const open_card& card, const typed_sheet& typed) {
    pages::stale_view view{
        card_url(card.row.id), {{"version", std::to_string(card.row.version)}}, {}, card_url(card.row.id)};
    const auto number = [](const std::optional<int>& value) {
        return value ? std::to_string(*value) : std::string();
    };
    for (const auto& one : typed.given.scores) {
        const auto* held = store::find_score(card.held, one.criterion);
        const auto& name = workflow::find_criterion(card.rules->rubric, one.criterion)->name;
        if (one.sets_value)
            view.texts.push_back(
                {"score." + one.criterion, name, number(one.value), held ? number(held->value) : ""});
        if (one.reason)
            view.texts.push_back({"reason." + one.criterion, t("{criterion}, reason", {{"criterion", name}}),
                                  *one.reason, held ? held->reason : ""});
    }
    if (typed.given.to_city)
        view.texts.push_back(
            {"comment.city", t("Comment to the city"), *typed.given.to_city, card.held.to_city});
    if (typed.given.to_panel)
        view.texts.push_back(
            {"comment.panel", t("Comment to the panel"), *typed.given.to_panel, card.held.to_panel});
    return visit.page(409, "frame/stale", view);
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
    auto card = open_scorecard(visit, db);
    const auto typed = read_sheet(visit, card);
    if (!visit.frame.errors.empty()) return page_with_errors(visit, db, card, typed.shown);

    const bool nothing_new = typed.given.scores.empty() && !typed.given.to_city && !typed.given.to_panel;
    if (!nothing_new) {
        if (card.row.version != version) return both_sheets(visit, card, typed);
        const auto begun = begin_scorecard(visit, db, card);
        if (!begun) return visit.refuse(begun.error());
        const bool reopened = card.row.state == scorecard_state::reopened;
        const auto kept = reopened
                              ? store::amend_sheet(db, visit.as_author(), card.row.id, *begun, typed.given)
                              : store::save_sheet(db, visit.as_author(), card.row.id, *begun, typed.given);
        if (!kept) return visit.refuse({workflow::refusal_code::judging_closed, {}});
        if (!typed.changes.empty()) store::add_deltas(db, card.row.edition_id, card.row.id, typed.changes);
    }

    if (!checks) return visit.see_other(card_url(card.row.id), "saved");
    name_what_is_missing(visit, db, card, typed.shown);
    if (visit.frame.errors.empty()) return http::see_other(card_url(card.row.id, "/confirm"));
    // What was typed is saved all the same; the page says what is still missing.
    visit.keep_changes = true;
    card = open_scorecard(visit, db);
    return page_with_errors(visit, db, card, card.held);
}

}  // namespace features
