#include "server/features/office/judging.hpp"

#include "server/acts/judging.hpp"
#include "server/features/frame/words.hpp"
#include "server/features/office/page.hpp"
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
    std::map<std::tuple<std::string, workflow::judge_id, bool>, progress_of> judges;
    for (const auto& card : cards) {
        whole.add(card.state);
        judges[{card.judge, card.judge_id, card.judge_left}].add(card.state);
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
        table.add_row({{name_of_judge(std::get<0>(who), std::get<2>(who)), "", std::nullopt, false, {}},
                       {std::to_string(one.all), "", std::nullopt, true, {}},
                       {std::to_string(one.begun), "", std::nullopt, true, {}},
                       {std::to_string(one.done), "", std::nullopt, true, {}},
                       {std::to_string(one.off), "", std::nullopt, true, {}}});
    block.rows = std::move(table);
    return block;
}

struct judged_so_far {
    std::string title, city;
    std::optional<int> number;
    progress_of progress;
    std::string judges;
};

// An entry that was withdrawn is no longer of the round.
std::map<workflow::entry_id, judged_so_far> gather_by_entry(
    const std::vector<store::card_line>& cards, const std::vector<judging::judged_entry>& of_the_round) {
    std::map<workflow::entry_id, judged_so_far> entries;
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
    return entries;
}

pages::office_block entries_block(const workflow::edition& edition,
                                  const std::map<workflow::entry_id, judged_so_far>& entries, int minimum) {
    pages::office_block block;
    pages::table table;
    table.caption = t("By entry");
    table.columns = {{t("Entry")}, {t("City")}, {t("Judges")}, {t("Assigned"), true}, {t("Submitted"), true}};
    table.empty_text = t("No entry is assigned yet.");
    for (const auto& [id, one] : entries)
        table.add_row({{(one.number ? std::to_string(*one.number) + " " : std::string()) + one.title,
                        office_url(edition, "/judging/entries/") + std::to_string(workflow::value(id))},
                       {one.city},
                       {one.judges},
                       {std::to_string(one.progress.all), "", std::nullopt, true},
                       {std::to_string(one.progress.done), "", std::nullopt, true}},
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
                ? t("{entry}: judges {has} of {wanted}, which is below the minimum. {others}", facts)
                : t("{entry}: judges {has} of {wanted}. {others}", facts));
    }
    if (list.items.empty())
        block.text = t("Every entry has the judges that the rules want.");
    else
        block.list = std::move(list);
    return block;
}

pages::table table_of_rounds(const workflow::edition& edition, const std::vector<store::round_row>& rounds) {
    pages::table table;
    table.caption = t("Rounds");
    table.columns = {{t("Round")}, {t("Purpose")}, {t("Opened")}, {t("Closed")}};
    table.empty_text = t("No round has been prepared yet.");
    const auto when = [&](const std::optional<workflow::instant>& at) {
        return at ? in_words(*at, edition.calendar.zone) : std::string("-");
    };
    for (const auto& one : rounds)
        table.add_row({{std::to_string(one.number) + ". " + one.name},
                       {one.purpose},
                       {when(one.opened_at)},
                       {when(one.closed_at)}});
    return table;
}

pages::office_block rounds_block(const workflow::edition& edition,
                                 const std::vector<store::round_row>& rounds) {
    pages::office_block block;
    block.rows = table_of_rounds(edition, rounds);
    using enum workflow::edition_state;
    if (edition.state == screening || edition.state == judging) {
        block.text =
            t("By default every judge scores every entry without a conflict. What is begun is kept when you "
              "assign again.");
        block.form = form_to(office_url(edition, "/judging/assign"), {},
                             rounds.empty() ? t("Assign") : t("Assign again"), "secondary");
    }
    if (edition.state == deliberation)
        block.links = {
            {t("Decide a shortlist for a further round"), office_url(edition, "/judging/shortlist")}};
    else if (rounds.size() > 1)
        block.links = {{t("Read the shortlist"), office_url(edition, "/judging/shortlist")}};
    return block;
}

// What the newest round has come to.
void show_round(pages::office_view& view, store::database& db, const workflow::edition& edition,
                const store::round_row& round) {
    const auto rules = store::load_rules(db, edition.id).rules;
    const auto cards = store::list_cards(db, round.id);
    view.blocks.push_back(progress_block(cards));
    if (const auto plan = acts::preview_assignment(db, edition.id, rules); plan && !round.closed_at) {
        auto gaps = gaps_block(db, edition, plan->plan);
        gaps.inset =
            pages::text_block{t("Seed of the assignment: {seed}", {{"seed", std::to_string(plan->seed)}})};
        if (!judging::is_connected(plan->plan))
            gaps.warning = pages::text_block{
                t("The entries fall into groups without a judge in common: they cannot be compared.")};
        view.blocks.push_back(std::move(gaps));
    }
    view.blocks.push_back(entries_block(edition,
                                        gather_by_entry(cards, store::list_round_entries(db, round.id)),
                                        rules.minimum_judges_per_entry));
}

}  // namespace

http::response show_judging(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rounds = store::list_rounds(db, edition.id);
    auto view = begin_office(visit, edition, office_section::judging, t("Judging"));
    view.blocks.push_back(rounds_block(edition, rounds));
    if (!rounds.empty()) show_round(view, db, edition, rounds.back());
    if (edition.state == workflow::edition_state::judging) {
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

}  // namespace features
