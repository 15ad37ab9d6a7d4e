#include "server/features/office/shortlist.hpp"

#include "server/features/office/page.hpp"
#include "server/store/decisions.hpp"
#include "server/store/moves.hpp"
#include "server/store/rounds.hpp"

#include <set>

namespace features {

using pages::t;

http::response show_shortlist(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto round = store::find_last_round(db, edition.id);
    auto view = begin_office(visit, edition, office_section::judging, t("Shortlist"));
    if (!round || edition.state != workflow::edition_state::deliberation)
        return visit.refuse({workflow::refusal_code::judging_not_open, {}});
    view.lead =
        t("Tick the entries that go on to the further round. The tally is on the pages of the result.");
    auto form = form_to(office_url(edition, "/judging/shortlist"), {}, t("Record the shortlist"));
    const auto rules = store::load_rules(db, edition.id).rules;
    const auto index = static_cast<std::size_t>(round->closed_at ? round->number - 1 : round->number - 2);
    const auto places =
        index < rules.rounds.size() ? rules.rounds[index].shortlist_per_category : std::nullopt;
    std::map<std::string, pages::field_group> groups;
    std::set<workflow::entry_id> seen;
    for (const auto& card : store::list_cards(db, round->id)) {
        if (!seen.insert(card.entry_id).second) continue;
        auto& group = groups[card.category];
        group.legend = card.category;
        if (places)
            group.hint =
                t("The rules let {count} entries of a category go on.", {{"count", std::to_string(*places)}});
        const auto name = "entry_" + std::to_string(workflow::value(card.entry_id));
        group.fields.push_back(
            tick(name, std::to_string(card.number.value_or(0)) + " " + card.title + ", " + card.city,
                 visit.has_field(name)));
    }
    for (auto& [category, group] : groups) form.groups.push_back(std::move(group));
    form.groups.push_back({t("The decision"),
                           {},
                           {lines("reason", t("Reason"), visit.text("reason"), 3),
                            line("present", t("Who was present"), visit.field("present")),
                            line("recused", t("Who was recused"), visit.field("recused"))}});
    for (const auto& one : visit.frame.errors) pages::set_error(form.groups.back().fields, one);
    view.blocks.emplace_back().form = std::move(form);
    return office_page(visit, view);
}

http::response decide_shortlist(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto round = store::find_last_round(db, edition.id);
    if (!round || edition.state != workflow::edition_state::deliberation)
        return visit.refuse({workflow::refusal_code::judging_not_open, {}});
    std::vector<workflow::entry_id> chosen;
    // A shortlist comes from the entries of the round before, whatever the form says.
    const auto previous =
        round->closed_at ? *round
                         : store::list_rounds(db, edition.id)[static_cast<std::size_t>(round->number - 2)];
    for (const auto& one : store::list_round_entries(db, previous.id))
        if (visit.has_field("entry_" + std::to_string(workflow::value(one.entry))))
            chosen.push_back(one.entry);
    const auto reason = visit.field("reason");
    if (chosen.empty())
        visit.error("reason", t("Tick at least one entry."));
    else if (reason.empty() || reason.size() > 10000 || !visit.is_readable("reason"))
        visit.error("reason", t("Give a reason."));
    if (!visit.frame.errors.empty()) return show_shortlist(visit, db);

    const auto who = visit.as_author();
    const auto next =
        round->closed_at ? store::add_round(db, who, store::load_rules(db, edition.id).rules) : *round;
    store::set_round_entries(db, who, next.id, chosen);
    store::minutes decision;
    decision.reason = reason;
    decision.present = visit.field("present");
    decision.recused = visit.field("recused");
    store::record_decision(db, who, decision, store::shortlist_body{next.number, chosen});
    return visit.see_other(office_url(edition), "shortlist_decided");
}

}  // namespace features
