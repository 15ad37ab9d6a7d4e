#include "server/pages/public/views.hpp"
#include "tests/pages/samples.hpp"

namespace pages_tests {
namespace {

using namespace pages;

timeline sample_calendar() {
    return {{{t("The call opens"), {}, sample_moment(3, 17, 0), "past"},
             {t("Entries close"), t("After that nothing can be changed."), sample_moment(6, 30, 9), "now"},
             {t("First round of judging"), {}, sample_moment(7, 15, 0), "next"},
             {t("Finals"), {}, sample_moment(9, 1, 0), "next"},
             {t("Announcement"), t("Chengdu, at the General Assembly"), sample_moment(11, 5, 6), "next"}}};
}

home_view sample_home() {
    home_view home;
    home.edition_name = "2nd WeGO Awards 2014";
    home.theme = "The best e-government projects of cities and local governments";
    home.lead =
        "Cities and local governments of every size and region are invited to enter projects that make "
        "public service better, faster, more open and fairer.";
    home.deadline = sample_moment(6, 30, 9);
    home.call_is_open = true;
    home.start_href = "/entries/new";
    home.calendar = sample_calendar();
    home.categories = {
        {"Services", "Online services that citizens and businesses use with less effort."},
        {"Efficiency", "Administration that works better with fewer means."},
        {"Open City", "Open data, transparency and taking part in decisions."},
        {"Urban Management", "Transport, safety, environment and infrastructure, managed with data."},
        {"Digital Divide", "Technology within reach of those who are left out."}};
    home.criteria = {{"Relevance", number{25}, "How well the project answers a real need of the city."},
                     {"Innovation", number{20}, "What is new, for the city or for everyone."},
                     {"Results", number{30}, "What has been reached so far, shown with figures."},
                     {"Sustainability", number{15}, "Whether it will last, with its funding and its people."},
                     {"Replication", number{10}, "Whether another city can do the same."}};
    home.tiers = {{"Best", "One in each category", medal_of(all_pages(), 1)},
                  {"Outstanding", "One in each category", medal_of(all_pages(), 2)},
                  {"Most Promising", "One in each category", medal_of(all_pages(), 3)}};
    home.limits = "A city may enter up to 2 projects, each with up to 10 files of at most 20 MB.";
    home.questions_href = "/call/questions";
    home.rubric_note = "This rubric was made up.";
    home.rules_version = "2";
    home.rules_hash = "9f2c1d";
    return home;
}

winners_view sample_winners() {
    winners_view shown{
        "2nd WeGO Awards 2014",
        t("Fifteen projects of fifteen cities, chosen by seven judges from seven countries in two "
          "rounds."),
        {},
        text_block{t("The tier Most Promising was added by decision while the edition ran.")}};
    const char* tiers[] = {"Best", "Outstanding", "Most Promising"};
    const char* cities[][2] = {{"Seoul", "Republic of Korea"},
                               {"Thành phố Hồ Chí Minh", "Viet Nam"},
                               {"Ulyanovsk", "Russian Federation"},
                               {"성남시 Seongnam", "Republic of Korea"},
                               {"Taipei", "Chinese Taipei"},
                               {"Barcelona", "Spain"},
                               {"Gondomar", "Portugal"},
                               {"أربيل Erbil", "Iraq"},
                               {"Addis Ababa", "Ethiopia"}};
    int next = 0;
    for (const auto* name : {"Services", "Open City", "Digital Divide"}) {
        shown_category category{name, "What the category honours, in a sentence.", {}};
        for (int place = 1; place <= 3; ++place, ++next) {
            shown_prize prize{tiers[place - 1], place, medal_of(all_pages(), place), {}, {}};
            if (next == 5) {
                prize.withheld = t("Withheld by the panel: no entry reached this prize.");
            } else {
                prize.winners.push_back({cities[next][0], cities[next][1],
                                         "One window for all services of the city, open at any hour",
                                         "/cities/7", next == 4 ? t("Shared prize") : phrase{}});
            }
            category.prizes.push_back(prize);
        }
        shown.categories.push_back(category);
    }
    return shown;
}

scores_view sample_published_scores() {
    table services{"Services, Scoring",
                   {{t("Place"), true, ""}, {t("City")}, {t("Project")}, {"Impact", true, ""}},
                   {},
                   {}};
    services.add_row(
        {{"1", "", {}, true}, {"성남시 Seongnam"}, {"One window for all services"}, {"8.67", "", {}, true}});
    return {"2nd WeGO Awards 2014", {services}, "/editions/2014/scores.csv"};
}

certificate_view sample_certificate(const std::string& state) {
    certificate_view shown;
    shown.serial = "WA-2014-0007";
    shown.state = state;
    shown.is_valid = state == "issued";
    shown.is_superseded = state == "superseded";
    shown.is_revoked = state == "revoked";
    shown.tag = shown.is_valid     ? tag{t("Valid"), "green"}
                : shown.is_revoked ? tag{t("Revoked"), "red"}
                                   : tag{t("Superseded"), "amber"};
    shown.medal = medal_of(all_pages(), 1);
    shown.recipient = "Seoul Metropolitan Government";
    shown.country = "Republic of Korea";
    shown.reason = "Best, Open City";
    shown.project = "A made-up project";
    shown.edition_name = "2nd WeGO Awards 2014";
    using namespace std::chrono;
    shown.issued = {2014y / November / 5};
    if (!shown.is_valid) shown.changed = pages::day{2014y / December / 1};
    shown.sha256 = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";
    if (shown.is_superseded) shown.successor_href = "/certificates/b";
    shown.demonstration = text_block{t("This is a certificate of a demonstration and honours nobody.")};
    return shown;
}

void add_editions(sampler& all) {
    all.put("public/city",
            city_view{"Seongnam",
                      "Republic of Korea",
                      true,
                      {{"2nd WeGO Awards 2014", "Best", "Services", 1, medal_of(all_pages(), 1),
                        "One window for all", "What the project did, in a paragraph.",
                        t("Withdrawn by the city on 1 December 2014")}}},
            all.open);
    all.put("public/city", city_view{"Ulaanbaatar", "Mongolia", false, {}}, all.open, "_bare");
    all.put("public/editions",
            editions_view{{{"2014", "2nd WeGO Awards 2014", "/editions/2", "Chengdu",
                            t("{count} entries received", {{"count", "68"}})},
                           {"2012", "1st WeGO Awards 2012", "", "Barcelona", {}}}},
            all.open);
    text_field serial;
    serial.name = "serial";
    serial.label = t("Serial");
    serial.width = "20";
    all.put("public/certificate_search", certificate_search_view{serial}, all.open);
    for (const auto* state : {"issued", "superseded", "revoked"}) {
        all.put("public/certificate", sample_certificate(state), all.open,
                (std::string{"_"} + state).c_str());
    }
    const statement_view statement{"the secretariat of the awards", "awards@wego.example"};
    all.put("public/privacy", statement, all.open);
    all.put("public/accessibility", statement, all.open);
}

}  // namespace

void add_public_samples(sampler& all) {
    all.put("public/home", sample_home(), all.open);
    auto judged = sample_home();
    judged.deadline.reset();
    judged.call_is_open = false;
    judged.next = judged.calendar.steps.back();
    all.put("public/home", judged, all.open, "_judged");
    all.put(
        "public/questions",
        questions_view{"2nd WeGO Awards 2014",
                       t("A city may enter {entries} projects.", {{"entries", "2"}}),
                       {{"The project", "In short", {{"Title", "As it is to be printed", t("Required")}}}},
                       {{"Impact",
                         "What has changed?",
                         {{t("{score} points", {{"score", "10"}}), "A large effect", {}}}}},
                       "This rubric was made up."},
        all.open);
    auto winners = sample_winners();
    winners.scores_href = "/editions/2014/scores";
    all.put("public/winners", winners, all.open);
    all.put("public/scores", sample_published_scores(), all.open);
    add_editions(all);
}

}  // namespace pages_tests
