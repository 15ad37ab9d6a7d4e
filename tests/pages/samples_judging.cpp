#include "server/pages/judge/views.hpp"
#include "tests/pages/samples.hpp"

namespace pages_tests {
namespace {

using namespace pages;

task_list sample_tasks() {
    return {{{"Seongnam: Night buses",
              "/judging/scorecards/7",
              t("{count} of {all} criteria scored", {{"count", "3"}, {"all", "5"}}),
              {t("In progress"), "blue"}},
             {"Baku: One window", "/judging/scorecards/8", {}, {t("Not begun"), "grey"}}}};
}

text_field name_field() {
    text_field name;
    name.name = "typed_name";
    name.label = t("Your name, as a signature");
    name.autocomplete = "name";
    return name;
}

text_area area_named(const char* name, phrase label) {
    text_area area;
    area.name = name;
    area.label = std::move(label);
    area.word_limit = 100;
    return area;
}

radio_field score_named(const char* name) {
    radio_field score;
    score.name = name;
    score.label = t("{criterion}, {weight} %", {{"criterion", "Impact"}, {"weight", "25"}});
    score.hint = "What has changed for people?";
    score.side_by_side = true;
    for (const auto* each : {"1", "2", "3", "4", "5"})
        score.choices.push_back({each, each, {}, *each == '4', ""});
    number_choices(score);
    return score;
}

scorecard_view sample_scorecard() {
    scorecard_view card;
    card.title = "Night buses that come when called";
    card.city = "Seongnam", card.country = "Republic of Korea", card.category = "Services",
    card.round = "Round 1";
    card.state = {t("In progress"), "blue"};
    card.position = t("Entry {number} of {all}", {{"number", "3"}, {"all", "14"}});
    card.previous_href = "/a", card.next_href = "/b", card.back_href = "/judging/2014";
    card.sections = {{"The problem", {{"What was wrong before?", "No bus ran at night.\nPeople walked."}}}};
    card.files = {{"/file", "map.png", "1.2 MB"}};
    card.version_note = t("Version {number}", {{"number", "2"}});
    scorecard_form form;
    form.action = "/judging/scorecards/7", form.autosave = "/judging/scorecards/7/save", form.version = 4;
    form.rubric_note = "This rubric was made up.";
    form.completeness = t("{count} of {all} criteria scored", {{"count", "1"}, {"all", "1"}});
    form.criteria = {{"Impact",
                      "What has changed?",
                      t("{weight} %", {{"weight", "25"}}),
                      {{1, "Nothing yet"}, {5, "A city changed"}},
                      score_named("score.impact"),
                      area_named("reason.impact", t("Why this score?")),
                      std::nullopt}};
    form.to_city = area_named("comment.city", t("Comment to the city"));
    form.to_panel = area_named("comment.panel", t("Comment to the panel"));
    form.save = {t("Save"), "secondary", "then", "stay", {}};
    form.check = {t("Check and submit"), "main", "then", "check", {}};
    card.form = form;
    card.receipt = t("SHA-256 of what was confirmed: {hash}", {{"hash", "3a7bd3e2"}});
    card.moves = {{"/reopen", 4, {t("Reopen"), "secondary", "", "", {}}}};
    card.recuse_href = "/recuse";
    return card;
}

scorecard_view sample_locked_card() {
    auto card = sample_scorecard();
    card.form.reset();
    card.closed = text_block{t("Judging is closed. The scorecard is locked.")};
    card.given = summary_list{{{"Impact", "4", {}}, {t("Comment to the city"), t("None"), {}}}};
    return card;
}

declarations_view sample_declarations() {
    declaration_line line{"7", "Seongnam", "Republic of Korea", "Night buses", {}, {}};
    line.conflict.name = "conflict.7";
    line.conflict.text = t("I have a conflict");
    line.reason.name = "reason.7";
    line.reason.label = t("Which");
    declarations_view shown;
    shown.action = "/judging/2014/conflicts";
    shown.groups = {{"Services", {line}}};
    shown.signing = t("With your name you declare");
    shown.name = name_field();
    shown.back_href = "/judging/2014";
    return shown;
}

judging_home_view sample_judging_home() {
    judging_home_view home;
    home.edition_name = "2nd WeGO Awards 2014";
    home.deadline = sample_moment(8, 31, 15);
    home.waiting = text_block{t("Judging has not begun.")};
    home.declare = pages::link{t("Declare"), "/judging/2014/conflicts"};
    home.to_declare = t("{count} entries wait for your declaration", {{"count", "14"}});
    home.done = progress{t("{count} of {all} submitted", {{"count", "3"}, {"all", "14"}}), 3, 14};
    home.next = pages::link{t("Go on with the next entry"), "/judging/scorecards/7"};
    home.groups = {
        {"Services", t("{count} of {all} submitted", {{"count", "1"}, {"all", "2"}}), sample_tasks()}};
    home.more = {{t("Compare your scores"), "/judging/2014/comparison"}};
    return home;
}

table sample_scores() {
    table scores{t("Scores in {category}", {{"category", "Services"}}),
                 {{t("Entry"), false, ""}, {"Impact", true, ""}},
                 {},
                 {}};
    scores.add_row(
        {{"Seongnam: Night buses", "/judging/scorecards/7", {}, false, {}}, {"4", "", {}, true, {}}});
    return scores;
}

deliberation_entry_view sample_deliberation_entry() {
    deliberation_entry_view shown;
    shown.title = "Night buses", shown.city = "Seongnam", shown.country = "Republic of Korea",
    shown.category = "Services";
    shown.rounds = {sample_scores()};
    shown.to_city = {{t("Judge {letter}", {{"letter", "A"}}), "Well done.", std::nullopt}};
    shown.changes = {{t("You"), "Impact: 3 to 4", sample_moment(10, 1, 9)}};
    shown.notes = {{t("A judge"), "The figures are convincing.", sample_moment(10, 2, 9)}};
    shown.sections = sample_scorecard().sections;
    shown.files = sample_scorecard().files;
    shown.action = "/judging/entries/7/notes";
    shown.note = area_named("note", t("Your note for the record"));
    shown.own_href = "/judging/scorecards/7", shown.back_href = "/judging/2014/deliberation";
    return shown;
}

}  // namespace

void add_judging_samples(sampler& all) {
    auto wide = all.mine;
    wide.wide = true;
    all.put("judge/panels", panels_view{sample_tasks()}, all.mine);
    terms_view terms{{t("You keep what you read to yourself.")},
                     "",
                     std::nullopt,
                     "/terms",
                     name_field(),
                     {"agreed", t("I accept these terms"), {}, "yes", false},
                     "/judging/2014"};
    all.put("judge/terms", terms, all.mine);
    terms.accepted_name = "Ana Souza", terms.accepted_at = sample_moment(7, 1, 9);
    all.put("judge/terms", terms, all.mine, "_accepted");
    all.put("judge/declarations", sample_declarations(), all.mine);
    all.put("judge/home", sample_judging_home(), all.mine);
    all.put("judge/home", judging_home_view{}, all.mine, "_bare");
    all.put("judge/scorecard", sample_scorecard(), wide);
    all.put("judge/scorecard", sample_locked_card(), wide, "_locked");
    all.put("judge/sheet",
            sheet_view{"Night buses",
                       "Seongnam",
                       "Republic of Korea",
                       {{{"Impact", "4", {}}}},
                       {t("Give a reason for {criterion}", {{"criterion", "Impact"}})},
                       scorecard_move{"/submit", 4, {t("Submit the scorecard"), "main", "", "", {}}},
                       "/back"},
            all.mine);
    all.put("judge/comparison", comparison_view{{sample_scores()}, "/back"}, wide);
    all.put("judge/comparison", comparison_view{{}, "/back"}, wide, "_bare");
    all.put("judge/deliberation",
            deliberation_view{{{"Services", sample_tasks()}},
                              pages::link{t("Declare"), "/declare"},
                              t("{count} entries wait for your declaration", {{"count", "1"}}),
                              "/back"},
            all.mine);
    all.put("judge/deliberation_entry", sample_deliberation_entry(), wide);
}

}  // namespace pages_tests
