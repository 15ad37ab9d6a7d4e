#include "tests/pages/samples.hpp"

#include <chrono>

#include "server/pages/account/views.hpp"
#include "server/pages/frame/views.hpp"
#include "server/pages/public/views.hpp"

namespace pages_tests {
namespace {

using namespace pages;

workflow::instant at(int year, unsigned month, unsigned day_, int hour) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_}} +
           hours{hour};
}

text_field email_field() {
    text_field email;
    email.name = "email";
    email.label = t("E-mail address");
    email.type = "email";
    email.autocomplete = "email";
    return email;
}

password_field password_of(const char* name, phrase label, const char* use) {
    password_field password;
    password.name = name;
    password.label = std::move(label);
    password.hint = t("At least 12 characters");
    password.autocomplete = use;
    return password;
}

text_field code_field() {
    text_field code;
    code.name = "code";
    code.label = t("Code");
    code.inputmode = "numeric";
    code.autocomplete = "one-time-code";
    code.width = "10";
    return code;
}

timeline sample_calendar() {
    return {{{t("The call opens"), {}, moment{at(2014, 3, 17, 0)}, "past"},
             {t("Entries close"), t("After that nothing can be changed."), moment{at(2014, 6, 30, 9)}, "now"},
             {t("First round of judging"), {}, moment{at(2014, 7, 15, 0)}, "next"},
             {t("Finals"), {}, moment{at(2014, 9, 1, 0)}, "next"},
             {t("Announcement"), t("Chengdu, at the General Assembly"), moment{at(2014, 11, 5, 6)}, "next"}}};
}

home_view sample_home() {
    home_view home;
    home.edition_name = "2nd WeGO Awards 2014";
    home.theme = "The best e-government projects of cities and local governments";
    home.lead =
        "Cities and local governments of every size and region are invited to enter projects that make "
        "public service better, faster, more open and fairer.";
    home.deadline = moment{at(2014, 6, 30, 9)};
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

confirm_view sample_confirm() {
    text_area reason;
    reason.name = "reason";
    reason.label = t("Reason");
    reason.hint = t("It becomes part of the record.");
    reason.error = t("Enter a reason");
    reason.word_limit = 50;
    field asked;
    asked.area = reason;
    return {t("Withdraw this entry?"),
            {t("The judges will not see it."), t("This cannot be undone.")},
            "/entries/7/withdraw",
            {{"version", "3"}},
            {asked},
            {t("Withdraw the entry"), "danger", "", "", t("Withdraw the entry for good?")},
            "/entries/7"};
}

account_view sample_account() {
    account_view shown;
    shown.person.rows = {{t("Name"), "Ngô Thị Minh", {{t("Change"), "/account/name"}}},
                         {t("E-mail address"), "minh@city.example", {}}};
    shown.old_password = password_of("old_password", t("Password now"), "current-password");
    shown.new_password = password_of("new_password", t("New password"), "new-password");
    shown.sessions = {t("Sessions"), {{t("Browser"), false, ""}, {t("Since"), false, ""}}, {}, t("None")};
    shown.sessions.add_row(
        {{"Firefox", "", {}, false, {}}, {"5 May 2014", "", tag{t("This one"), "green"}, false, {}}});
    shown.codes = text_block{
        t("You sign in with a code from an app. {count} recovery codes are left.", {{"count", "8"}})};
    return shown;
}

enrol_code_view sample_enrolment() {
    std::string path;
    for (int row = 0; row < 29; ++row) {
        for (int column = 0; column < 29; ++column) {
            if ((row * 7 + column * column * 3 + row * column) % 5 < 2) {
                path += "M" + std::to_string(column) + " " + std::to_string(row) + "h1v1h-1z";
            }
        }
    }
    return {"/account/codes", {}, "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP", path, 37, code_field()};
}

invitation_view sample_invitation() {
    invitation_view shown;
    shown.heading = t("You are invited to judge");
    shown.text = t("The secretariat of the {edition} invites you to its panel.",
                   {{"edition", "2nd WeGO Awards 2014"}});
    shown.has_terms = true;
    shown.terms = {t("You keep what you read to yourself."), t("You declare every conflict of interest."),
                   t("You judge every entry that is assigned to you.")};
    shown.action = "/invitations/x";
    shown.password = password_of("password", t("Choose a password"), "new-password");
    shown.agreed =
        tick_field{"agreed", t("I agree to these terms"), t("Agree to the terms, or decline"), "yes", false};
    return shown;
}

}  // namespace

const catalogue& all_pages() {
    static const catalogue loaded{{WEGO_SOURCE_DIR "/server/pages",
                                   WEGO_BINARY_DIR "/assets",
                                   "/assets/",
                                   {"en", std::string{pseudo_language}},
                                   {}}};
    return loaded;
}

frame sample_frame(bool signed_in_) {
    frame around;
    around.zone = "Asia/Seoul";
    around.edition_name = "2nd WeGO Awards 2014";
    around.csrf = "token";
    around.demonstration = t("Demonstration: projects, texts and scores on these pages are made up.");
    around.navigation = {
        {t("The call"), "/", true}, {t("Winners"), "/winners"}, {t("Past editions"), "/editions"}};
    if (signed_in_) {
        around.person = signed_in{"Ngô Thị Minh", t("Applicant")};
        around.navigation.push_back({t("Your entries"), "/entries"});
        around.breadcrumbs = {{t("Your entries"), "/entries"}};
    }
    return around;
}

moment sample_moment(unsigned month, unsigned day, int hour) {
    return {at(2014, month, day, hour)};
}

std::map<std::string, std::string> render_samples(const std::string& language) {
    sampler all{sample_frame(false), sample_frame(true), sample_frame(true), {}};
    auto &open = all.open, &mine = all.mine, &wrong = all.wrong;
    for (auto* each : {&open, &mine, &wrong}) each->language = language;
    wrong.errors = {error_for("reason", t("Enter a reason"))};
    mine.notification =
        notice{t("Your password has been changed"), true, {{t("Go to your entries"), "/entries"}}};
    const auto put = [&](const std::string& page, const auto& view, const frame& around,
                         const char* more = "") { all.put(page, view, around, more); };
    put("public/home", sample_home(), open);
    auto judged = sample_home();
    judged.deadline.reset();
    judged.call_is_open = false;
    judged.next = judged.calendar.steps.back();
    put("public/home", judged, open, "_judged");
    put("public/questions",
        questions_view{"2nd WeGO Awards 2014",
                       t("A city may enter {entries} projects.", {{"entries", "2"}}),
                       {{"The project", "In short", {{"Title", "As it is to be printed", t("Required")}}}},
                       {{"Impact",
                         "What has changed?",
                         {{t("{score} points", {{"score", "10"}}), "A large effect", {}}}}},
                       "This rubric was made up."},
        open);
    put("public/winners", sample_winners(), open);
    put("public/city",
        city_view{
            "Seongnam",
            "Republic of Korea",
            true,
            {{"2nd WeGO Awards 2014", "Best", "Services", 1, medal_of(all_pages(), 1), "One window for all",
              "What the project did, in a paragraph.", t("Withdrawn by the city on 1 December 2014")}}},
        open);
    put("public/city", city_view{"Ulaanbaatar", "Mongolia", false, {}}, open, "_bare");
    put("public/editions",
        editions_view{{{"2014", "2nd WeGO Awards 2014", "/editions/2", "Chengdu",
                        t("{count} entries received", {{"count", "68"}})},
                       {"2012", "1st WeGO Awards 2012", "", "Barcelona", {}}}},
        open);
    text_field serial;
    serial.name = "serial";
    serial.label = t("Serial");
    serial.width = "20";
    put("public/certificate_search", certificate_search_view{serial}, open);
    for (const auto* state : {"issued", "superseded", "revoked"}) {
        put("public/certificate", sample_certificate(state), open, (std::string{"_"} + state).c_str());
    }
    const statement_view statement{"the secretariat of the awards", "awards@wego.example"};
    put("public/privacy", statement, open);
    put("public/accessibility", statement, open);
    put("account/sign_in",
        sign_in_view{text_block{t("Your session has ended.")},
                     {{"next", "/entries"}},
                     email_field(),
                     password_of("password", t("Password"), "current-password"),
                     true},
        open);
    text_field name;
    name.name = "name";
    name.label = t("Your name");
    put("account/register",
        register_view{name, email_field(), password_of("password", t("Password"), "new-password")}, open);
    put("account/check_mail",
        check_mail_view{t("If the address is right, a letter is on its way."), "/sign-in"}, open);
    put("account/confirm_address",
        confirm_address_view{"minh@city.example",
                             "/confirm-address/x",
                             {},
                             password_of("password", t("Password"), "current-password")},
        open);
    put("account/forgot_password", forgot_password_view{email_field()}, open);
    put("account/factor_reset",
        factor_reset_view{"/second-factor-reset/x",
                          password_of("password", t("Password"), "current-password")},
        open);
    put("account/reset_password",
        reset_password_view{"/reset/x", {}, password_of("password", t("New password"), "new-password")},
        open);
    put("account/code",
        code_view{"/sign-in/code",
                  {},
                  code_field(),
                  details{t("Telephone lost?"), t("Type one of your recovery codes instead.")}},
        open);
    put("account/enrol_code", sample_enrolment(), mine);
    put("account/recovery_codes",
        recovery_codes_view{{"8F2K-33QP", "M4TD-71XZ", "PL0V-22AB", "ZZ91-KK4D"}, "/"}, mine);
    put("account/invitation", sample_invitation(), open);
    put("account/account", sample_account(), mine);
    put("account/name", name_view{name}, mine);
    put("account/address",
        address_view{email_field(), password_of("password", t("Password"), "current-password")}, mine);
    put("account/kept_form",
        kept_form_view{t("You are signed in again"),
                       t("One press sends what you had typed."),
                       "/my/entries/7",
                       {{"title", "Night buses"}},
                       true,
                       true,
                       {{"Title", "Night buses"}, {"Problem", "No bus runs at night."}}},
        mine);
    put("frame/confirm", sample_confirm(), wrong);
    put("frame/forbidden", forbidden_view{"/entries/7/save", {{"title", "Typed <b>text</b>"}}}, mine);
    put("frame/plain",
        plain_error_view{t("Page not found"), t("There is no page at this address, or it is not for you."),
                         "r-81f2"},
        open);
    put("frame/stale",
        stale_view{"/entries/7/save",
                   {{"version", "9"}},
                   {{"problem", t("The problem"), "What I wrote.", "What a colleague wrote."}},
                   "/entries/7"},
        mine);
    add_entry_samples(all);
    add_judging_samples(all);
    add_office_samples(all);
    return std::move(all.made);
}

}  // namespace pages_tests
