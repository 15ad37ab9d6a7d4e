#include "server/pages/account/views.hpp"
#include "server/pages/frame/views.hpp"
#include "tests/pages/samples.hpp"

namespace pages_tests {
namespace {

using namespace pages;

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

text_field own_name_field() {
    text_field name;
    name.name = "name";
    name.label = t("Your name");
    return name;
}

void add_own_account(sampler& all) {
    all.put("account/code",
            code_view{"/sign-in/code",
                      {},
                      code_field(),
                      details{t("Telephone lost?"), t("Type one of your recovery codes instead.")}},
            all.open);
    all.put("account/enrol_code", sample_enrolment(), all.mine);
    all.put("account/recovery_codes",
            recovery_codes_view{{"8F2K-33QP", "M4TD-71XZ", "PL0V-22AB", "ZZ91-KK4D"}, "/"}, all.mine);
    all.put("account/invitation", sample_invitation(), all.open);
    all.put("account/account", sample_account(), all.mine);
    all.put("account/name", name_view{own_name_field()}, all.mine);
    text_field zone;
    zone.name = "own_zone";
    zone.label = t("Time zone");
    zone.value = "Asia/Seoul";
    all.put("account/zone", zone_view{zone}, all.mine);
    all.put("account/close",
            close_account_view{true, {}, password_of("password", t("Password"), "current-password")},
            all.mine);
    all.put("account/close",
            close_account_view{false,
                               {"the secretariat of WeGO Awards 2014", "the panel of WeGO Awards 2012"},
                               password_of("password", t("Password"), "current-password")},
            all.mine);
    all.put("account/address",
            address_view{email_field(), password_of("password", t("Password"), "current-password")},
            all.mine);
    all.put("account/kept_form",
            kept_form_view{t("You are signed in again"),
                           t("One press sends what you had typed."),
                           "/my/entries/7",
                           t("Send it"),
                           {{"title", "Night buses"}},
                           true,
                           true,
                           {{"Title", "Night buses"}, {"Problem", "No bus runs at night."}}},
            all.mine);
}

}  // namespace

void add_account_samples(sampler& all) {
    all.put("account/sign_in",
            sign_in_view{text_block{t("Your session has ended.")},
                         {{"next", "/entries"}},
                         email_field(),
                         password_of("password", t("Password"), "current-password"),
                         true},
            all.open);
    all.put("account/register",
            register_view{own_name_field(), email_field(),
                          password_of("password", t("Password"), "new-password")},
            all.open);
    all.put("account/check_mail",
            check_mail_view{t("If the address is right, a letter is on its way."), "/sign-in"}, all.open);
    all.put("account/confirm_address",
            confirm_address_view{"minh@city.example",
                                 "/confirm-address/x",
                                 {},
                                 password_of("password", t("Password"), "current-password")},
            all.open);
    all.put("account/forgot_password", forgot_password_view{email_field()}, all.open);
    all.put("account/factor_reset",
            factor_reset_view{"/second-factor-reset/x",
                              password_of("password", t("Password"), "current-password")},
            all.open);
    all.put("account/other_person",
            other_person_view{t("You are signed in as {name}.", {{"name", "Ana Silva"}})}, all.open);
    all.put("account/reset_password",
            reset_password_view{"/reset/x", {}, password_of("password", t("New password"), "new-password")},
            all.open);
    add_own_account(all);
}

}  // namespace pages_tests
