#include "server/pages/office/views.hpp"
#include "tests/pages/samples.hpp"

namespace pages_tests {
namespace {

using namespace pages;

office_block headed(phrase heading) {
    office_block block;
    block.heading = std::move(heading);
    return block;
}

office_block sample_figures() {
    auto block = headed(t("Counts"));
    block.text = t("As of now.");
    block.counts = figures{{{t("entries received"), {68}}, {t("distinct cities"), {46}}}};
    block.list = plain_list{{t("Every entry has the judges that the rules want.")}};
    block.bars = {{t("{count} of {all} scorecards", {{"count", "10"}, {"all", "12"}}), 10, 12}};
    return block;
}

office_block sample_ranking() {
    auto block = headed("Services");
    block.warning = text_block{t("The panel must decide.")};
    rank_line line;
    line.rank = "1", line.name = "12. Seongnam: Night buses", line.mean = "8.25", line.low = "7",
    line.high = "9";
    line.low_at = 600, line.mean_at = 800, line.high_at = 900, line.prize_line_below = "Best";
    block.chart = rank_chart_of("services", t("Ranking in {category}", {{"category", "Services"}}),
                                t("Seongnam leads."), "1", "10", {line});
    block.folded = t("The same in figures");
    table rows{t("Order and value"), {{t("Rank"), true, ""}, {t("Entry"), false, "/sort"}}, {}, t("None.")};
    rows.add_row(
        {{"1", "", {}, true, {}}, {"12. Seongnam: Night buses", "/e", tag{t("Tie"), "amber"}, false, {}}},
        true);
    block.rows = rows;
    block.paging = pagination{"/a", "/c", {{"1", "/a"}, {"2", "/b", true}}};
    block.links = {{t("The tie, rung by rung"), "/tie"}};
    return block;
}

office_block sample_form() {
    auto block = headed(t("Names"));
    block.inset = text_block{t("The rules are not frozen yet.")};
    text_field name;
    name.name = "name_1";
    name.label = t("Name");
    office_form form;
    form.action = "/office/2014/set-up/categories";
    form.hidden = {{"version", "2"}};
    form.groups = {{t("Category {number}", {{"number", "1"}}), t("Empty: none"), {name}}};
    form.buttons = {{t("Save"), "main", "", "", {}}};
    form.back_href = "/office/2014";
    block.form = form;
    return block;
}

office_block sample_history_block() {
    auto block = headed(t("History"));
    block.summary = summary_list{{{t("Number"), "12", {{t("Change"), "/change"}}}}};
    block.tasks = task_list{{{t("Rubric"), "/rubric", "5", {t("Set up"), "green"}}}};
    block.course = timeline{{{t("Submitted"), "Kim Ji-woo", sample_moment(6, 12, 8), "past"}}};
    block.answers = {{"What was wrong before?", "No bus ran at night."}};
    return block;
}

}  // namespace

void add_office_samples(sampler& all) {
    auto wide = all.mine;
    wide.wide = true;
    office_view shown;
    shown.title = "2nd WeGO Awards 2014";
    shown.lead = t("What there is to do.");
    shown.state = tag{t("Judging"), "blue"};
    shown.sections = tabs{t("Parts of the office"), {{t("Entries"), "/a", true}, {t("Panel"), "/b"}}};
    shown.blocks = {sample_figures(), sample_ranking(), sample_form(), sample_history_block(),
                    headed(t("Last"))};
    give_jumps(shown);
    all.put("office/sheet", shown, wide);
    office_view filtered;
    filtered.title = t("Entries");
    auto block = sample_form();
    block.form->get = true;
    filtered.blocks = {block};
    give_jumps(filtered);
    all.put("office/sheet", filtered, wide, "_filtered");
}

}  // namespace pages_tests
