#include "server/features/office/judging.hpp"

#include "server/acts/judging.hpp"
#include "server/features/office/page.hpp"
#include "server/store/decisions.hpp"
#include "server/store/move_facts.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "workflow/names.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_state;

bool is_off(scorecard_state state) {
    return is_among(state, workflow::scorecard_states::taken_off);
}

bool is_finished(scorecard_state state) {
    return is_among(state, workflow::scorecard_states::done);
}

// J5: states only; the figures tell how far somebody is, never how anybody scored.
struct progress_of {
    int all = 0, begun = 0, done = 0, off = 0;
    void add(scorecard_state state) {
        if (is_off(state)) {
            ++off;
            return;
        }
        ++all;
        if (state != scorecard_state::assigned) ++begun;
        if (is_finished(state)) ++done;
    }
};

pages::office_block progress_block(const std::vector<store::card_line>& cards) {
    progress_of whole;
    std::map<std::pair<std::string, workflow::judge_id>, progress_of> judges;
    for (const auto& card : cards) {
        whole.add(card.state);
        judges[{card.judge, card.judge_id}].add(card.state);
    }
    pages::office_block block;
    block.heading = t("Progress");
    block.text = t("Only how far everybody is: nobody sees a score before judging is closed.");
    block.bars.push_back({t("{count} of {all} scorecards submitted",
                            {{"count", std::to_string(whole.done)}, {"all", std::to_string(whole.all)}}),
                          whole.done, std::max(whole.all, 1)});
    pages::table table;
    table.caption = t("By judge");
    table.columns = {{t("Judge"), false, ""},
                     {t("Assigned"), true, ""},
                     {t("Begun"), true, ""},
                     {t("Submitted"), true, ""},
                     {t("Recused or excused"), true, ""}};
    for (const auto& [who, one] : judges)
        table.add_row({{who.first, "", std::nullopt, false, {}},
                       {std::to_string(one.all), "", std::nullopt, true, {}},
                       {std::to_string(one.begun), "", std::nullopt, true, {}},
                       {std::to_string(one.done), "", std::nullopt, true, {}},
                       {std::to_string(one.off), "", std::nullopt, true, {}}});
    block.rows = std::move(table);
    return block;
}

// An entry that was withdrawn is no longer of the round.
pages::office_block entries_block(const workflow::edition& edition,
                                  const std::vector<store::card_line>& cards,
                                  const std::vector<judging::judged_entry>& of_the_round, int minimum) {
    struct of_entry {
        std::string title, city;
        std::optional<int> number;
        progress_of progress;
        std::string judges;
    };
    std::map<workflow::entry_id, of_entry> entries;
    for (const auto& card : cards) {
        if (std::ranges::find(of_the_round, card.entry_id, &judging::judged_entry::entry) ==
            of_the_round.end())
            continue;
        auto& one = entries[card.entry_id];
        one.title = card.title;
        one.city = card.city;
        one.number = card.number;
        one.progress.add(card.state);
        if (!is_off(card.state)) one.judges += (one.judges.empty() ? "" : ", ") + card.judge;
    }
    pages::office_block block;
    pages::table table;
    table.caption = t("By entry");
    table.columns = {{t("Entry"), false, ""},
                     {t("City"), false, ""},
                     {t("Judges"), false, ""},
                     {t("Assigned"), true, ""},
                     {t("Submitted"), true, ""}};
    table.empty_text = t("No entry is assigned yet.");
    for (const auto& [id, one] : entries)
        table.add_row({{(one.number ? std::to_string(*one.number) + " " : std::string()) + one.title,
                        office_url(edition, "/judging/entries/") + std::to_string(workflow::value(id)),
                        std::nullopt,
                        false,
                        {}},
                       {one.city, "", std::nullopt, false, {}},
                       {one.judges, "", std::nullopt, false, {}},
                       {std::to_string(one.progress.all), "", std::nullopt, true, {}},
                       {std::to_string(one.progress.done), "", std::nullopt, true, {}}},
                      one.progress.all < minimum);
    block.rows = std::move(table);
    return block;
}

pages::office_block gaps_block(store::database& db, const workflow::edition& edition,
                               const judging::assignment& plan) {
    std::map<workflow::judge_id, std::string> judges;
    for (const auto& one : store::list_judges(db, edition.id)) judges[one.id] = one.name;
    std::map<workflow::entry_id, std::string> entries;
    store::entry_filter all;
    all.most = 10000;
    for (const auto& one : store::list_office_entries(db, edition.id, all))
        entries[one.id] = std::to_string(one.number.value_or(0)) + " " + one.title;
    pages::office_block block;
    block.heading = t("Gaps, and why");
    pages::plain_list list;
    for (const auto& gap : plan.gaps) {
        pages::phrase others;
        for (const auto& other : gap.others) {
            const auto one =
                t("{judge}: {reason}", {{"judge", judges[other.judge]}, {"reason", words_for(other.reason)}});
            others = others.empty() ? one : t("{others}; {one}", {{"others", others}, {"one", one}});
        }
        const pages::phrase_values facts{{"entry", entries[gap.entry]},
                                         {"has", std::to_string(gap.has)},
                                         {"wanted", std::to_string(gap.wanted)},
                                         {"others", others}};
        list.items.push_back(
            gap.below_minimum
                ? t("{entry} has {has} of {wanted} judges, which is below the minimum. {others}", facts)
                : t("{entry} has {has} of {wanted} judges. {others}", facts));
    }
    if (list.items.empty())
        block.text = t("Every entry has the judges that the rules want.");
    else
        block.list = std::move(list);
    return block;
}

}  // namespace

http::response show_judging(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto kept = store::load_rules(db, edition.id);
    auto view = begin_office(visit, edition, office_section::judging, t("Judging"));
    const auto rounds = store::list_rounds(db, edition.id);
    pages::office_block about;
    pages::table table;
    table.caption = t("Rounds");
    table.columns = {{t("Round"), false, ""},
                     {t("Purpose"), false, ""},
                     {t("Opened"), false, ""},
                     {t("Closed"), false, ""}};
    table.empty_text = t("No round has been prepared yet.");
    const auto when = [&](const std::optional<workflow::instant>& at) {
        return at ? written_time(*at, edition.calendar.zone) : std::string("-");
    };
    for (const auto& one : rounds)
        table.add_row({{std::to_string(one.number) + ". " + one.name, "", std::nullopt, false, {}},
                       {one.purpose, "", std::nullopt, false, {}},
                       {when(one.opened_at), "", std::nullopt, false, {}},
                       {when(one.closed_at), "", std::nullopt, false, {}}});
    about.rows = std::move(table);
    using enum workflow::edition_state;
    if (edition.state == screening || edition.state == judging) {
        about.text =
            t("By default every judge scores every entry without a conflict. What is begun is kept when you "
              "assign again.");
        about.form = form_to(office_url(edition, "/judging/assign"), {},
                             rounds.empty() ? t("Assign") : t("Assign again"), "secondary");
    }
    if (edition.state == deliberation)
        about.links = {
            {t("Decide a shortlist for a further round"), office_url(edition, "/judging/shortlist")}};
    view.blocks.push_back(std::move(about));
    if (!rounds.empty()) {
        const auto cards = store::list_cards(db, rounds.back().id);
        view.blocks.push_back(progress_block(cards));
        if (const auto plan = acts::preview_assignment(db, edition.id, kept.rules);
            plan && !rounds.back().closed_at) {
            auto gaps = gaps_block(db, edition, plan->plan);
            gaps.inset = pages::text_block{
                t("Seed of the assignment: {seed}", {{"seed", std::to_string(plan->seed)}})};
            if (!judging::is_connected(plan->plan))
                gaps.warning = pages::text_block{
                    t("The entries fall into groups without a judge in common: they cannot be compared.")};
            view.blocks.push_back(std::move(gaps));
        }
        view.blocks.push_back(entries_block(edition, cards, store::list_round_entries(db, rounds.back().id),
                                            kept.rules.minimum_judges_per_entry));
    }
    if (edition.state == judging) {
        auto remind = form_to(office_url(edition, "/reminders"), {}, t("Remind judges with open scorecards"),
                              "secondary");
        remind.hidden = {{"of", "judging"}};
        view.blocks.emplace_back().form = std::move(remind);
    }
    return office_page(visit, view);
}

http::response make_assignment(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    acts::assign_round(visit.acting(db), store::load_rules(db, edition.id));
    acts::tell_assigned_judges(visit.acting(db), edition);
    return visit.see_other(office_url(edition, "/judging"), "assignment_made");
}

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
    for (const auto& one : visit.frame.errors)
        for (auto& field : form.groups.back().fields)
            if (field.area && one.href == "#" + field.area->name) field.area->error = one.text;
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
    boost::json::array numbers;
    // A shortlist comes from the entries of the round before, whatever the form says.
    const auto previous =
        round->closed_at ? *round
                         : store::list_rounds(db, edition.id)[static_cast<std::size_t>(round->number - 2)];
    for (const auto& one : store::list_round_entries(db, previous.id))
        if (visit.has_field("entry_" + std::to_string(workflow::value(one.entry)))) {
            chosen.push_back(one.entry);
            numbers.push_back(workflow::value(one.entry));
        }
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
    store::new_decision decision;
    decision.kind = "shortlist";
    decision.reason = reason;
    decision.present = visit.field("present");
    decision.recused = visit.field("recused");
    decision.body = {{"round", next.number}, {"entries", std::move(numbers)}};
    store::record_decision(db, who, decision);
    return visit.see_other(office_url(edition), "shortlist_decided");
}

}  // namespace features
