#include "server/features/account/forms.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/passwords.hpp"
#include "server/access/tokens.hpp"
#include "server/features/account/session_start.hpp"
#include "server/print/qr_path.hpp"
#include "typed/characters.hpp"
#include "typed/names.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;

pages::text_field code_field() {
    pages::text_field code;
    code.name = "code";
    code.label = t("Code");
    code.autocomplete = "one-time-code";
    code.inputmode = "text";
    code.width = "10";
    return code;
}

}  // namespace

pages::text_field email_field(std::string value, pages::phrase error) {
    pages::text_field email;
    email.name = "email";
    email.label = t("E-mail address");
    email.type = "email";
    email.autocomplete = "username";
    email.inputmode = "email";
    email.value = std::move(value);
    email.error = std::move(error);
    return email;
}

pages::text_field name_field(std::string value) {
    pages::text_field name;
    name.name = "name";
    name.label = t("Your name");
    name.hint = t("As it is to stand in letters and minutes.");
    name.autocomplete = "name";
    name.value = std::move(value);
    return name;
}

pages::password_field new_password_field(const visit& visit, std::string name, pages::phrase label,
                                         pages::phrase error) {
    pages::password_field password;
    password.name = std::move(name);
    password.label = std::move(label);
    password.hint = t("At least {count} characters. A few words that you remember are better than signs.",
                      {{"count", std::to_string(visit.with.settings.security.password_minimum_length)}});
    password.error = std::move(error);
    password.autocomplete = "new-password";
    return password;
}

pages::password_field old_password_field(std::string name, pages::phrase error) {
    pages::password_field password;
    password.name = std::move(name);
    password.label = t("Password");
    password.error = std::move(error);
    return password;
}

pages::sign_in_view sign_in_form(const errand& kept, std::string email) {
    pages::sign_in_view view;
    view.hidden = hidden_fields(kept);
    view.email = email_field(std::move(email));
    view.password = old_password_field("password");
    return view;
}

pages::code_view code_form(const errand& kept) {
    pages::code_view view;
    view.action = "/sign-in/code";
    view.hidden = hidden_fields(kept);
    view.code = code_field();
    view.recovery = pages::details{t("Telephone lost?"),
                                   t("Type one of your recovery codes instead. Each of them is good once.")};
    return view;
}

std::string proposed_secret(const visit& visit) {
    const auto session = visit.request.find_cookie(session_cookie).value_or("");
    return access_control::hash_of("one-time codes:" + std::string(session)).data.substr(0, 20);
}

pages::enrol_code_view enrol_form(const visit& visit, const errand& kept) {
    const auto secret = proposed_secret(visit);
    const auto drawing = print::qr_drawing_of(
        access_control::totp_uri(secret, visit.with.settings.security.issuer, visit.who.email.value_or("")));
    pages::enrol_code_view view;
    view.action = "/account/second-factor";
    view.hidden = hidden_fields(kept);
    view.secret = access_control::shown_secret(secret);
    view.qr_path = drawing.path;
    view.qr_box = drawing.modules + 8;
    view.code = code_field();
    view.code.inputmode = "numeric";
    return view;
}

std::optional<pages::phrase> find_password_problem(const visit& visit, std::string_view password,
                                                   std::string_view email) {
    const int least = visit.with.settings.security.password_minimum_length;
    using enum access_control::password_problem;
    if (password.empty()) return t("Choose a password");
    if (!http::is_valid_text(password))
        return t("The password holds signs that cannot be read. Type it again.");
    switch (access_control::check_password(password, least, email)) {
        case none: return std::nullopt;
        case too_short:
            return t("Choose a password of at least {count} characters", {{"count", std::to_string(least)}});
        case too_long: return t("Choose a shorter password: at most 1024 bytes");
        case too_common: return t("This password is among those that are guessed first. Choose another one.");
    }
    return std::nullopt;
}

std::optional<pages::phrase> find_name_problem(const visit& visit) {
    const auto name = visit.field("name");
    if (!visit.is_readable("name")) return t("The name holds signs that cannot be read. Type it again.");
    if (name.empty()) return t("Type your name");
    const auto is_control = [](unsigned char sign) { return sign < 0x20 || sign == 0x7f; };
    if (std::any_of(name.begin(), name.end(), is_control)) return t("Type your name in one line");
    if (typed::is_advertisement(name))
        return t("Type your name alone, without an address of the web or of mail");
    if (typed::is_longer_than(name, 200)) return t("Type a shorter name: at most 200 characters");
    return std::nullopt;
}

std::string typed_password(const visit& visit, std::string_view field) {
    return std::string(visit.request.form.find_field(field).value_or(""));
}

}  // namespace features
