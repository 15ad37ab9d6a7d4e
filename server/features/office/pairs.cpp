#include "server/features/office/pairs.hpp"

#include "server/acts/judging.hpp"
#include "server/acts/scorecards.hpp"
#include "server/features/office/page.hpp"
#include "server/store/conflicts.hpp"
#include "server/store/panel.hpp"
#include "server/store/rounds.hpp"
#include "server/store/screening.hpp"
#include "typed/characters.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;

std::string pairs_url(const workflow::edition& edition, workflow::entry_id entry) {
    return office_url(edition, "/judging/entries/") + std::to_string(workflow::value(entry));
}

pages::phrase reason_of(const store::card_line& card) {
    if (!card.reason.empty()) return card.reason;
    if (const auto known = workflow::find_named<judging::pair_reason>(card.explanation))
        return words_for(*known);
    return t("Assigned by hand");
}

// The moves that the secretariat makes from here; nothing for the others.
pages::phrase words_of_button(workflow::scorecard_action action) {
    using enum workflow::scorecard_action;
    if (action == recuse) return t("Recuse (a conflict)");
    if (action == excuse) return t("Excuse (unable to score)");
    if (action == put_back) return t("Put back (it was a mistake)");
    return {};
}

pages::office_block card_block(const visit& visit, const workflow::edition& edition,
                               const store::card_line& card) {
    const auto id = std::to_string(workflow::value(card.id));
    pages::office_block block;
    block.heading = card.judge;
    pages::summary_list list;
    list.rows = {{t("State"), words_for(card.state), {}}, {t("Why"), reason_of(card), {}}};
    block.summary = std::move(list);
    std::vector<pages::button> buttons;
    for (const auto action : workflow::moves_open_to(workflow::role::secretariat, card.state)) {
        const auto text = words_of_button(action);
        if (text.empty()) continue;
        pages::button button;
        button.text = text;
        button.kind = "secondary";
        button.name = "action";
        button.value = workflow::name_of(action);
        buttons.push_back(std::move(button));
    }
    if (card.state == workflow::scorecard_state::assigned) {
        pages::button remove;
        remove.text = t("Take the pair away");
        remove.kind = "secondary";
        remove.name = "action";
        remove.value = "remove";
        buttons.push_back(std::move(remove));
    }
    if (!buttons.empty()) {
        auto form = form_to(office_url(edition, "/scorecards/") + id,
                            {line("reason_" + id, t("Reason"), visit.field("reason_" + id))}, {});
        form.buttons = std::move(buttons);
        block.form = std::move(form);
    }
    return block;
}

http::response pairs_page(visit& visit, store::database& db, const workflow::edition& edition,
                          workflow::entry_id id) {
    const auto entry = store::load_screened_entry(db, id);
    auto view = begin_office(visit, edition, office_section::judging,
                             t("Judges of {entry}", {{"entry", entry.title}}));
    visit.frame.breadcrumbs.push_back({t("Judging"), office_url(edition, "/judging")});
    const auto round = store::find_last_round(db, edition.id);
    if (!round) return visit.not_there();
    std::set<workflow::judge_id> known;
    for (const auto& card : store::list_cards(db, round->id)) {
        if (card.entry_id != id) continue;
        known.insert(card.judge_id);
        view.blocks.push_back(card_block(visit, edition, card));
        for (const auto& one : visit.frame.errors)
            if (auto& form = view.blocks.back().form) pages::set_error(form->fields, one);
    }
    std::set<workflow::judge_id> barred;
    for (const auto& one : store::list_conflicts_of_entry(db, id))
        if (one.bars) barred.insert(one.judge_id);
    std::vector<pages::choice> free;
    for (const auto& one : store::list_judges(db, edition.id))
        if (!one.left_at && one.identity_checked_at && !known.contains(one.id) && !barred.contains(one.id))
            free.push_back({std::to_string(workflow::value(one.id)), one.name, {}, false, ""});
    pages::office_block add;
    add.heading = t("Add a judge");
    if (free.empty())
        add.text = t("No other judge is free of conflicts and verified.");
    else
        add.form = form_to(pairs_url(edition, id), {choose("add_judge", t("Judge"), std::move(free), "")},
                           t("Assign"), "secondary");
    view.blocks.push_back(std::move(add));
    return office_page(visit, view);
}

// An excused judge loses sight of the scorecard, so that a slip of the hand is asked about.
http::response ask_to_excuse(visit& visit, const workflow::edition& edition, const store::card_line& card,
                             const std::string& reason) {
    const auto id = std::to_string(workflow::value(card.id));
    pages::confirm_view view;
    view.question = t("Excuse {judge} from this entry?", {{"judge", card.judge}});
    view.consequences = {t("The scorecard ends and does not count. What was scored is kept."),
                         t("Where the entry has too few judges now, an alternate steps in."),
                         t("Until judging closes the judge can be put back, with the scores.")};
    view.action = office_url(edition, "/scorecards/") + id;
    view.hidden = {{"action", "excuse"}, {"reason_" + id, reason}, {"confirmed", "yes"}};
    view.go = {t("Excuse the judge"), "danger", "", "", {}};
    view.back_href = pairs_url(edition, card.entry_id);
    return visit.page(200, "frame/confirm", view);
}

}  // namespace

http::response show_pairs(visit& visit, store::database& db) {
    return pairs_page(visit, db, store::load_edition(db, visit.edition()), visit.who.entry.value());
}

http::response add_pair(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = visit.who.entry.value();
    const auto number = visit.find_number("add_judge");
    const auto judges = store::list_judges(db, edition.id);
    const auto judge = std::find_if(judges.begin(), judges.end(), [&](const auto& one) {
        return number && workflow::value(one.id) == *number && !one.left_at;
    });
    const auto round = store::find_last_round(db, edition.id);
    if (judge == judges.end() || !round || round->closed_at) {
        visit.error("add_judge", t("Choose a judge."));
        return pairs_page(visit, db, edition, entry);
    }
    // J1: nothing is assigned without a verified identity, nor against a conflict.
    if (!judge->identity_checked_at) return visit.refuse({workflow::refusal_code::identity_not_verified, {}});
    for (const auto& one : store::list_conflicts_of_entry(db, entry))
        if (one.bars && one.judge_id == judge->id)
            return visit.refuse({workflow::refusal_code::conflict_of_interest, {}});
    const auto added = store::add_cards(db, visit.as_author(), round->id,
                                        store::load_rules(db, edition.id).id, {{judge->id, entry, ""}}, true);
    acts::tell_assigned_judges(visit.acting(db), edition);
    return visit.see_other(pairs_url(edition, entry), added > 0 ? "saved" : "pair_known");
}

http::response step_off(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto card = store::lock_card(db, visit.id<workflow::scorecard_id>("scorecard"));
    const auto reason_name = "reason_" + std::to_string(workflow::value(card.id));
    const auto reason = visit.field(reason_name);
    if (visit.field("action") == "remove") {
        store::remove_card(db, visit.as_author(), card.id);
        return visit.see_other(pairs_url(edition, card.entry_id), "saved");
    }
    const auto action = workflow::find_named<workflow::scorecard_action>(visit.field("action"));
    if (!action || words_of_button(*action).empty()) return visit.not_there();
    if (typed::is_longer_than(reason, 2000) || !visit.is_readable(reason_name)) {
        visit.error(reason_name, t("This text is too long or could not be read."));
        return pairs_page(visit, db, edition, card.entry_id);
    }
    if (action == workflow::scorecard_action::excuse && !reason.empty() && !visit.has_field("confirmed"))
        return ask_to_excuse(visit, edition, card, reason);
    const auto moved = action == workflow::scorecard_action::put_back
                           ? acts::put_back(visit.acting(db, reason), card.id)
                           : acts::take_off(visit.acting(db, reason), card.id, *action);
    if (!moved) {
        if (moved.error().code != workflow::refusal_code::reason_required) return visit.refuse(moved.error());
        visit.error(reason_name, visit.sentence(moved.error()));
        return pairs_page(visit, db, edition, card.entry_id);
    }
    return visit.see_other(pairs_url(edition, card.entry_id), "saved");
}

}  // namespace features
