#include "server/pages/city/entry_views.hpp"
#include "tests/pages/samples.hpp"

namespace pages_tests {
namespace {

using namespace pages;

const char* const some_hash = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";

text_field line_named(const char* name, phrase label, const char* value = "") {
    text_field asked;
    asked.name = name;
    asked.label = std::move(label);
    asked.value = value;
    return asked;
}

entry_card sample_card() {
    return {"Night buses that come when called",
            "/my/entries/7",
            "Services · Seongnam",
            {t("Draft"), "grey"},
            t("Continue writing"),
            sample_moment(6, 30, 9)};
}

timeline sample_course() {
    return {{{t("Begun"), {}, sample_moment(4, 2, 3), "past"},
             {t("Submitted"), t("Version 2"), sample_moment(6, 12, 8), "past"},
             {t("Screening"), {}, std::nullopt, "now"},
             {t("Judging"), {}, std::nullopt, "next"}}};
}

my_home_view sample_home_of_a_city() {
    edition_card edition{"2nd WeGO Awards 2014",  t("The call is open"),           t("Deadline:"),
                         sample_moment(6, 30, 9), "/my/editions/2014/entries/new", {sample_card()}};
    return {false,
            false,
            {edition},
            {{"Seongnam", "/my/cities/3", "Republic of Korea", tag{t("Waiting"), "amber"}}}};
}

my_city_view sample_city() {
    my_city_view city;
    city.name = "Seongnam";
    city.summary.rows = {{t("Country"), "Republic of Korea", {}}, {t("Member of WeGO"), t("Yes"), {}}};
    city.note = text_block{t("The secretariat has not looked at this city yet.")};
    city.waiting = {{"Ngô Thị Minh", "minh@city.example", sample_moment(5, 2, 1), "/a", "/b"}};
    city.people = {t("Who writes for this city"), {{t("Name"), false, ""}}, {}, t("Nobody")};
    city.people.add_row({{"Kim Ji-woo", "", {}, false, {}}});
    city.entries = {sample_card()};
    return city;
}

entry_view sample_entry() {
    entry_view entry;
    entry.title = "Night buses that come when called";
    entry.place = "Services · Seongnam";
    entry.state = {t("Returned for completion"), "amber"};
    entry.next = t("Complete the entry by");
    entry.due = sample_moment(7, 4, 9);
    entry.asked_for = text_block{"Please say how many people use it."};
    entry.tasks =
        task_list{{{"The project", "/a", t("{count} questions", {{"count", "6"}}), {t("Done"), "green"}},
                   {"Results", "/b", {}, {t("To do"), "amber"}}}};
    entry.actions = {{t("Check and submit"), "/c", "main"}, {t("Withdraw"), "/d", "secondary"}};
    entry.reopen_action = "/e";
    entry.timeline = sample_course();
    entry.has_receipts = true;
    entry.receipts = {{t("Version {number}", {{"number", "2"}}), "/f", sample_moment(6, 12, 8)}};
    entry.results = {t("Best, Services")};
    entry.certificates = {{t("Print the certificate"), "/g"}};
    return entry;
}

section_view sample_section() {
    text_area problem;
    problem.name = "answer.problem";
    problem.label = "What was wrong before?";
    problem.hint = "Say who suffered from it.";
    problem.value = "No bus ran at night.";
    problem.word_limit = 150, problem.words = 5;
    section_view section;
    section.title = "The problem";
    section.help = "What the project answers.";
    section.position = t("Section {number} of {all}", {{"number", "2"}, {"all", "10"}});
    section.entry_title = "Night buses";
    section.action = "/my/entries/7/sections/problem";
    section.autosave = "/my/entries/7/save";
    section.versions = {{"version.answer.problem", "3"}};
    section.fields = {problem};
    section.deadline = sample_moment(6, 30, 9);
    section.previous_href = "/a";
    section.back_href = "/b";
    section.history_href = "/c";
    return section;
}

history_view sample_history() {
    return {"The problem",
            "Night buses",
            {{"What was wrong before?",
              {{"Mina", sample_moment(6, 12, 8), tag{t("Stored now"), "green"}, "No bus ran at night."}}}},
            "/b"};
}

attachments_view sample_attachments() {
    attachments_view shown;
    shown.entry_title = "Night buses";
    shown.files = {{"map.png", "/a", t("PNG, {size}", {{"size", "1.2 MB"}}), "/remove"}};
    shown.letters = {{"letter.pdf", "/b", t("PDF, {size}", {{"size", "80 kB"}}), ""}};
    shown.unfinished = {{"plan.pdf", "", t("{percent} % of it has arrived", {{"percent", "40"}}), "/remove"}};
    shown.has_unfinished = true;
    shown.limits = t("At most {count} files.", {{"count", "10"}});
    shown.may_add = shown.shows_letters = true;
    shown.files_action = "/files", shown.letter_action = "/letter";
    shown.new_file = {"files", t("Add files"), t("PDF, PNG or JPEG"), {}, "application/pdf", true, "/files",
                      20};
    shown.new_letter = {"letter", t("Add the letter"), {}, t("Choose a file"), "application/pdf", false, "",
                        0};
    shown.next_href = "/next", shown.back_href = "/back";
    return shown;
}

receipt_view sample_receipt() {
    receipt_view receipt;
    receipt.entry_title = "Night buses";
    receipt.summary.rows = {{t("City"), "Seongnam", {}}, {t("Category"), "Services", {}}};
    receipt.submitted_at = sample_moment(6, 12, 8);
    receipt.hash = some_hash;
    receipt.fields = {{"What was wrong before?", some_hash}};
    receipt.has_files = true;
    receipt.files = {{"map.png", some_hash}};
    receipt.back_href = "/my/entries/7";
    return receipt;
}

preview_view sample_preview() {
    return {"Night buses",
            "Services · Seongnam",
            {{"The problem", {{"What was wrong before?", {"No bus ran at night."}}, {"Since when?", {}}}}},
            {{"map.png", "/a", t("PNG"), ""}},
            "/back",
            "/check"};
}

check_view sample_check() {
    return {"Night buses",
            true,
            {{"Results", "Figures", t("Not answered"), "/a"}},
            true,
            t("The call is closed."),
            "/submit",
            3,
            sample_moment(6, 30, 9),
            t("One more entry is possible."),
            "/preview",
            "/back"};
}

limit_view sample_limit() {
    return {
        "Night buses", t("A city may enter {count} projects.", {{"count", "2"}}), {sample_card()}, "/back"};
}

refusal_view sample_refusal() {
    return {"Night buses", 12, sample_moment(7, 1, 9), sample_moment(6, 30, 9), some_hash, "/back"};
}

void add_cities(sampler& all) {
    all.put("city/home", sample_home_of_a_city(), all.mine);
    all.put("city/home", my_home_view{}, all.mine, "_bare");
    all.put("city/cities",
            city_search_view{
                line_named("q", t("Name of the city"), "Seo"),
                true,
                true,
                {{3, "Seongnam", "Republic of Korea", true}, {4, "Seoul", "Republic of Korea", false}}},
            all.mine);
    all.put("city/cities",
            city_search_view{line_named("q", t("Name of the city"), "Atlantis"), true, false, {}}, all.mine,
            "_bare");
    propose_city_view proposed{line_named("official_name", t("Official name")),
                               line_named("printed_name", t("Name as printed")),
                               {"country", t("Country"), {}, {}, {{"KR", t("Korea")}}},
                               line_named("printed_country", t("Country as printed")),
                               line_named("region", t("Regional office")),
                               line_named("parent", t("Part of"))};
    all.put("city/propose_city", proposed, all.mine);
    all.put("city/city", sample_city(), all.mine);
}

entry_view sample_judged_entry() {
    auto shown = sample_entry();
    shown.has_scores = true;
    shown.scores_href = "/a";
    table scores{"Scores, Finals", {{t("Criterion")}, {t("All scores"), true, ""}}, {}, {}};
    scores.add_row({{"Impact"}, {"5, 7, 9", "", {}, true}});
    shown.rounds = {
        {"Finals", "By its scores the entry has place 2 of 14.", scores, {{"A clear idea.\nWell done."}}},
        {"Scoring", "By its scores the entry has place 3 of 14.", scores, {}}};
    return shown;
}

}  // namespace

void add_entry_samples(sampler& all) {
    add_cities(all);
    all.put(
        "city/start",
        start_view{
            "/a", "2nd WeGO Awards 2014", sample_moment(6, 30, 9), {line_named("title", t("Title"))}, "/my"},
        all.mine);
    all.put("city/entry", sample_entry(), all.mine);
    all.put("city/entry", sample_judged_entry(), all.mine, "_judged");
    all.put("city/section", sample_section(), all.mine);
    all.put("city/attachments", sample_attachments(), all.mine);
    all.put("city/preview", sample_preview(), all.mine);
    all.put("city/check", sample_check(), all.mine);
    all.put("city/limit", sample_limit(), all.mine);
    all.put("city/history", sample_history(), all.mine);
    all.put("city/receipt", sample_receipt(), all.mine);
    all.put("city/refusal", sample_refusal(), all.mine);
}

}  // namespace pages_tests
