#include "server/features/judge/home.hpp"

#include <algorithm>

#include "judging/rubric.hpp"
#include "server/features/judge/scorecard_shown.hpp"
#include "server/pages/judge/views.hpp"
#include "server/store/certificates.hpp"
#include "server/store/scorecards.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_state;

// The number of the row that begins a new group: category, and round where there are several.
template <class Line>
bool begins_group(const std::vector<Line>& lines, std::size_t i) {
    return i == 0 || lines[i].category != lines[i - 1].category ||
           lines[i].round_number != lines[i - 1].round_number;
}

std::vector<pages::assigned_group> groups_of(const std::vector<store::assigned_line>& lines) {
    const bool has_rounds = !lines.empty() && lines.front().round_number != lines.back().round_number;
    std::vector<pages::assigned_group> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (!line.declared) continue;
        if (groups.empty() || begins_group(lines, i) || groups.back().entries.tasks.empty())
            groups.push_back({has_rounds ? line.category + " · " + line.round : line.category, {}, {}});
        groups.back().entries.tasks.push_back(
            {line.title, "/judging/scorecards/" + std::to_string(workflow::value(line.scorecard_id)),
             line.city + ", " + line.country, judges_tag(line.state)});
    }
    return groups;
}

// The groups' own progress, of the judge's own entries only (J2, J5).
void count_done(std::vector<pages::assigned_group>& groups) {
    for (auto& group : groups) {
        const auto done = std::count_if(group.entries.tasks.begin(), group.entries.tasks.end(),
                                        [](const auto& one) { return one.state.colour == "green"; });
        group.done = t("{count} of {all} submitted", {{"count", std::to_string(done)},
                                                      {"all", std::to_string(group.entries.tasks.size())}});
    }
}

std::optional<pages::text_block> find_waiting(const store::panel_seat& seat) {
    using workflow::edition_state;
    if (!seat.identity_checked)
        return pages::text_block{
            t("The secretariat has not confirmed your identity yet. Entries come to you after that.")};
    if (seat.state == edition_state::open || seat.state == edition_state::planned ||
        seat.state == edition_state::screening)
        return pages::text_block{t("Judging has not begun. You will get a letter when it does.")};
    if (seat.state != edition_state::judging)
        return pages::text_block{t("Judging is closed. Your scorecards can be read, not changed.")};
    return std::nullopt;
}

std::vector<pages::link> more_of(const store::panel_seat& seat, bool has_lines) {
    std::vector<pages::link> more;
    if (has_lines) more.push_back({t("Compare your own scores"), judging_url(seat, "/comparison")});
    using workflow::edition_state;
    if (seat.state == edition_state::judging || seat.state == edition_state::deliberation ||
        seat.state == edition_state::decided)
        more.push_back({t("The panel’s deliberation"), judging_url(seat, "/deliberation")});
    more.push_back({t("Terms for judges"), judging_url(seat, "/terms")});
    return more;
}

void fill_progress(pages::judging_home_view& view, const std::vector<store::assigned_line>& lines,
                   bool is_judging) {
    int done = 0, all = 0;
    const store::assigned_line* next = nullptr;
    for (const auto& line : lines) {
        if (!line.round_open || !line.declared) continue;
        ++all;
        if (is_done(line.state)) ++done;
        // What was begun goes before what was not.
        else if (next == nullptr ||
                 (next->state == scorecard_state::assigned && line.state == scorecard_state::in_progress))
            next = &line;
    }
    if (all == 0) return;
    view.done = pages::progress{t("{count} of {all} scorecards submitted",
                                  {{"count", std::to_string(done)}, {"all", std::to_string(all)}}),
                                done, all};
    if (next != nullptr && is_judging)
        view.next = pages::link{done == 0 && next->state == scorecard_state::assigned
                                    ? t("Begin with the first entry")
                                    : t("Go on with the next entry"),
                                card_url(next->scorecard_id)};
}

std::string weighted(const std::map<std::string, int>& scores, const workflow::rubric& rubric) {
    judging::sheet sheet;
    for (const auto& [criterion, value] : scores) sheet.scores[criterion] = value;
    if (!judging::is_complete(sheet, rubric.criteria)) return "–";
    const auto value = judging::value_of(sheet, rubric.criteria);
    if (!value) return "–";
    return judging::show(*value, 2);  // for the eye only; no order is made of it (J6)
}

pages::table begin_comparison(const std::string& caption, const workflow::rubric& rubric) {
    pages::table table;
    table.caption = caption;
    table.columns.push_back({t("Entry")});
    for (const auto& criterion : rubric.criteria) table.columns.push_back({criterion.name, true, ""});
    table.columns.push_back({t("Weighted"), true, ""});
    table.columns.push_back({t("State")});
    return table;
}

}  // namespace

std::string judging_url(const store::panel_seat& seat, std::string_view rest) {
    return "/judging/" + seat.key + std::string(rest);
}

store::panel_seat take_seat(visit& visit, store::database& db) {
    auto seat = store::load_seat(db, visit.edition());
    visit.frame.edition_name = seat.name;
    visit.frame.zone = seat.zone;
    visit.frame.breadcrumbs = {{t("Your entries to judge"), judging_url(seat)}};
    return seat;
}

pages::tag judges_tag(scorecard_state state) {
    switch (state) {
        case scorecard_state::assigned: return {t("Not begun"), "grey"};
        case scorecard_state::in_progress: return {t("In progress"), "amber"};
        case scorecard_state::submitted: return {t("Submitted"), "green"};
        case scorecard_state::locked: return {t("Locked"), "green"};
        case scorecard_state::reopened: return {t("Reopened"), "purple"};
        case scorecard_state::recused: return {t("Recused"), "grey"};
        case scorecard_state::excused: return {t("Excused"), "grey"};
        case scorecard_state::voided: return {t("Void"), "red"};
    }
    return {};
}

bool is_done(scorecard_state state) {
    return is_among(state, workflow::scorecard_states::done);
}

http::response show_panels(visit& visit, store::database& db) {
    const auto seats = store::list_seats(db);
    if (seats.size() == 1) return http::see_other(judging_url(seats.front()));
    pages::panels_view view;
    for (const auto& seat : seats)
        view.editions.tasks.push_back({seat.name,
                                       judging_url(seat),
                                       {},
                                       seat.state == workflow::edition_state::judging
                                           ? pages::tag{t("Judging"), "green"}
                                           : pages::tag{t("Not in judging"), "grey"}});
    return visit.page("judge/panels", view);
}

http::response show_judging_home(visit& visit, store::database& db) {
    const auto seat = take_seat(visit, db);
    visit.frame.breadcrumbs.clear();
    if (!seat.terms_accepted_at) return http::see_other(judging_url(seat, "/terms"));
    const auto lines = store::list_assigned(db, seat);
    pages::judging_home_view view;
    view.edition_name = seat.name;
    const bool is_judging = seat.state == workflow::edition_state::judging;
    if (is_judging && seat.judging_closes_at) view.deadline = pages::moment{*seat.judging_closes_at};
    view.waiting = find_waiting(seat);
    const auto undeclared =
        std::count_if(lines.begin(), lines.end(), [](const auto& one) { return !one.declared; });
    if (undeclared > 0) {
        view.declare = pages::link{t("Declare conflicts of interest"), judging_url(seat, "/conflicts")};
        view.to_declare =
            t("Entries that wait for your declaration: {count}", {{"count", std::to_string(undeclared)}});
    }
    fill_progress(view, lines, is_judging);
    view.groups = groups_of(lines);
    count_done(view.groups);
    view.more = more_of(seat, !view.groups.empty());
    for (const auto& one : store::list_certificates_of_judge(db, seat.judge_id))
        if (one.state == workflow::certificate_state::issued)
            view.certificate = pages::link{t("Your certificate as a PDF"), judging_url(seat, "/certificate")};
    return visit.page("judge/home", view);
}

http::response compare_own_scores(visit& visit, store::database& db) {
    const auto seat = take_seat(visit, db);
    const auto lines = store::list_assigned(db, seat);
    std::map<workflow::scorecard_id, std::map<std::string, int>> scores;
    for (const auto& one : store::list_own_scores(db, seat.judge_id))
        scores[one.scorecard_id][one.criterion] = one.value;
    pages::comparison_view view;
    view.back_href = judging_url(seat);
    const workflow::rule_set* rules = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const auto mine = scores.find(line.scorecard_id);
        if (mine == scores.end()) continue;
        if (rules == nullptr) {
            const auto card = store::load_own_scorecard(db, line.scorecard_id);
            rules = &store::rules_by_hash(db, card.rule_set_id, card.rules_hash);
        }
        const auto caption = line.category + " · " + line.round;
        if (view.categories.empty() || view.categories.back().caption.text != caption)
            view.categories.push_back(begin_comparison(caption, rules->rubric));
        std::vector<pages::cell> cells{
            {line.city + ": " + line.title, card_url(line.scorecard_id), {}, false, {}}};
        for (const auto& criterion : rules->rubric.criteria) {
            const auto score = mine->second.find(criterion.key);
            cells.push_back(
                {score == mine->second.end() ? "–" : std::to_string(score->second), "", {}, true, {}});
        }
        cells.push_back({weighted(mine->second, rules->rubric), "", {}, true, {}});
        cells.push_back({{}, "", judges_tag(line.state), false, {}});
        view.categories.back().add_row(std::move(cells));
    }
    visit.frame.wide = true;
    return visit.page("judge/comparison", view);
}

}  // namespace features
