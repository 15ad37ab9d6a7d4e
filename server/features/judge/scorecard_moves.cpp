// The moves of a scorecard that its judge makes: submitting, reopening, stepping off, locking again.
#include "server/features/judge/scorecard_moves.hpp"

#include "server/acts/scorecards.hpp"
#include "server/features/judge/scorecard.hpp"
#include "server/features/judge/scorecard_shown.hpp"
#include "typed/characters.hpp"
#include "workflow/state_sets.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;
using workflow::scorecard_action;
using workflow::scorecard_state;

int version_of(const visit& visit) {
    return static_cast<int>(visit.find_number("version").value_or(0));
}

// The move that confirms a sheet in this state, if there is one.
std::optional<scorecard_action> find_confirming(scorecard_state state) {
    if (is_among(state, workflow::scorecard_states::being_scored)) return scorecard_action::submit;
    if (state == scorecard_state::reopened) return scorecard_action::relock;
    return std::nullopt;
}

// Submits or locks again: the sheet of exactly this version is hashed, then the state moves.
http::response confirm(visit& visit, store::database& db, scorecard_action action, scorecard_state to,
                       std::string_view notice) {
    const auto version = version_of(visit);

    store::share_edition(db, visit.edition());
    const auto card = open_scorecard(visit, db);
    // The same request came twice: it is done.
    if (card.row.state == to && card.row.version == version + 1)
        return visit.see_other(judging_url(card.seat), notice);
    if (card.row.version != version) return visit.refuse({workflow::refusal_code::stale_version, {}});

    const auto confirmed =
        acts::confirm_scorecard(visit.acting(db), card.row, *card.rules, card.held, action);
    if (!confirmed) return visit.refuse(confirmed.error());
    return visit.see_other(judging_url(card.seat), notice);
}

pages::confirm_view recusal_of(const visit& visit, const open_card& card) {
    pages::confirm_view view;
    view.question = t("Do you step off this entry?");
    view.consequences = {t("{city}: {title}", {{"city", card.row.city}, {"title", card.row.title}}),
                         t("Your scorecard on it does not count."),
                         t("The entry is no longer shown to you, in no list and in no count."),
                         t("The secretariat is told, and finds another judge if it needs one. Only the "
                           "secretariat can undo this.")};
    view.action = card_url(card.row.id, "/recuse");
    pages::text_area reason;
    reason.name = "reason";
    reason.label = t("What kind of conflict is it?");
    reason.rows = 3;
    reason.value = visit.text("reason");
    pages::text_field name;
    name.name = "typed_name";
    name.label = t("Your full name, as your signature");
    name.autocomplete = "name";
    name.width = "20";
    name.value = visit.field("typed_name");
    view.fields = {std::move(reason), std::move(name)};
    view.go = {t("Step off this entry"), "danger", "", "", {}};
    view.back_href = card_url(card.row.id);
    return view;
}

}  // namespace

http::response show_sheet(visit& visit, store::database& db) {
    const auto card = open_scorecard(visit, db);
    const auto action = find_confirming(card.row.state);
    if (!action) return http::see_other(card_url(card.row.id));
    const auto facts = facts_of(visit, db, card, card.held);
    pages::sheet_view view;
    view.title = card.row.title;
    view.city = card.row.city;
    view.country = card.row.country;
    view.given = list_given(card, card.held);
    view.missing = list_missing(card, facts);
    view.back_href = card_url(card.row.id);
    const auto open = workflow::moves_open_to(visit.actor().acts_as, card.row.state, facts);
    if (std::find(open.begin(), open.end(), *action) != open.end())
        view.confirm = *action == scorecard_action::submit
                           ? pages::scorecard_move{card_url(card.row.id, "/submit"),
                                                   card.row.version,
                                                   {t("Submit this scorecard"), "main", "", "", {}}}
                           : pages::scorecard_move{card_url(card.row.id, "/relock"),
                                                   card.row.version,
                                                   {t("Lock this scorecard again"), "main", "", "", {}}};
    return visit.page("judge/sheet", view);
}

http::response submit_scorecard(visit& visit, store::database& db) {
    return confirm(visit, db, scorecard_action::submit, scorecard_state::submitted, "scorecard_submitted");
}

http::response relock_scorecard(visit& visit, store::database& db) {
    return confirm(visit, db, scorecard_action::relock, scorecard_state::locked, "scorecard_relocked");
}

http::response reopen_scorecard(visit& visit, store::database& db) {
    const auto version = version_of(visit);

    store::share_edition(db, visit.edition());
    const auto card = open_scorecard(visit, db);
    if (card.row.state == scorecard_state::in_progress && card.row.version == version + 1)
        return visit.see_other(card_url(card.row.id));
    if (card.row.version != version) return visit.refuse({workflow::refusal_code::stale_version, {}});

    const auto reopened = acts::reopen_own_scorecard(visit.acting(db), card.row, *card.rules, card.held);
    if (!reopened) return visit.refuse(reopened.error());
    return visit.see_other(card_url(card.row.id), "scorecard_reopened");
}

http::response show_recusal(visit& visit, store::database& db) {
    const auto card = open_scorecard(visit, db);
    return visit.page("frame/confirm", recusal_of(visit, card));
}

http::response recuse_scorecard(visit& visit, store::database& db) {
    const auto reason = visit.field("reason");
    const auto name = visit.field("typed_name");

    store::share_edition(db, visit.edition());
    const auto card = open_scorecard(visit, db);

    auto view = recusal_of(visit, card);
    if (!visit.is_readable("reason") || reason.empty())
        visit.error(view.fields, "reason", t("Say what kind of conflict it is."));
    else if (typed::is_longer_than(reason, 2000))
        visit.error(view.fields, "reason", t("This text is too long."));
    if (!visit.is_readable("typed_name") || name.empty())
        visit.error(view.fields, "typed_name", t("Type your full name."));
    else if (typed::is_longer_than(name, 200))
        visit.error(view.fields, "typed_name", t("This name is too long."));
    if (!visit.frame.errors.empty()) return visit.page("frame/confirm", view);

    const std::vector<store::declaration> declared{{card.row.entry_id, true, reason}};
    if (card.row.edition_state != workflow::edition_state::judging)
        return visit.refuse({workflow::refusal_code::judging_closed, {}});
    store::keep_declarations(db, visit.as_author(), card.seat.judge_id, name, declared);
    if (const auto stepped = acts::step_off(visit.acting(db, reason), card.seat.judge_id, declared); !stepped)
        return visit.refuse(stepped.error());
    return visit.see_other(judging_url(card.seat), "recused");
}

}  // namespace features
