#include "server/features/account/registration.hpp"

#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/session_start.hpp"
#include "server/features/frame/chrome.hpp"

namespace features {
namespace {

using pages::t;

pages::register_view register_form(const visit& visit) {
    pages::register_view view;
    view.name = name_field(visit.field("name"));
    view.email = email_field(visit.field("email"));
    view.password = new_password_field(visit, "password", t("Password"));
    return view;
}

// True for the browser in which the account was asked for.
bool is_same_browser(const visit& visit, const registration& asked) {
    return access_control::is_csrf_token(asked.browser, "browser:" + forgery_cookie_of(visit.request));
}

pages::confirm_address_view confirm_form(const visit& visit, const registration& asked,
                                         const std::string& email) {
    pages::confirm_address_view view;
    view.email = email;
    view.action = "/confirm-address/" + visit.request.parameter("token");
    if (!is_same_browser(visit, asked)) {
        view.password = old_password_field("password");
        view.password->hint = t("The one that you chose when you opened the account.");
    }
    return view;
}

}  // namespace

http::response show_register(visit& visit, store::database&) {
    return visit.page("account/register", register_form(visit));
}

http::response register_person(visit& visit, store::database& db) {
    const auto email = visit.mail_address("email");
    const auto password = typed_password(visit, "password");
    auto view = register_form(visit);
    if (const auto problem = find_name_problem(visit)) view.name.error = visit.error("name", *problem);
    if (email.empty())
        view.email.error = visit.error("email", t("Type an e-mail address, like name@city.example"));
    if (const auto problem = find_password_problem(visit, password, email))
        view.password.error = visit.error("password", *problem);
    if (!visit.frame.errors.empty()) return visit.page("account/register", view);

    const auto& security = visit.with.settings.security;
    if (const auto wait = store::find_wait(db, "register from " + visit.request.remote,
                                           security.sign_in_tries * 5, security.sign_in_window_minutes * 4))
        return too_many_tries(visit, *wait);
    // Hashed for a known address too: the answer must take as long.
    const auto hash = access_control::hash_password(password, cost_of_passwords(visit));
    store::lock_address(db, email);
    auto account = store::find_account(db, email, device_of(visit));
    if (account && account->is_confirmed) {
        send_reset(visit, db, addressee_of(*account), true);
        record_account_act(visit, db, account->id, workflow::audit_action::registered_again);
        return look_into_your_mail(
            visit, t("We have written to the address that you gave. Follow what that e-mail says, and "
                     "you can sign in."));
    }
    if (!account) {
        store::add_person(db, email, visit.field("name"), false);
        account = store::find_account(db, email, device_of(visit));
    }
    record_account_act(visit, db, account->id, workflow::audit_action::registered);
    return send_confirmation(visit, db, *account, {visit.field("name"), hash, ""});
}

http::response show_confirm_address(visit& visit, store::database& db) {
    const auto token = access_control::hash_of(visit.request.parameter("token"));
    const auto link = store::find_link(db, token, store::link_purpose::confirm_address);
    if (!link) return link_is_no_longer_good(visit);
    const auto person = store::load_person(db, link->person_id.value());
    return visit.page("account/confirm_address", confirm_form(visit, registration_of(*link), person.email));
}

http::response confirm_address(visit& visit, store::database& db) {
    const auto token = access_control::hash_of(visit.request.parameter("token"));
    const auto link = store::find_link(db, token, store::link_purpose::confirm_address);
    if (!link) return link_is_no_longer_good(visit);
    const auto person = store::load_person(db, link->person_id.value());
    const auto asked = registration_of(*link);

    if (!is_same_browser(visit, asked)) {
        visit.keep_changes = true;
        const auto& security = visit.with.settings.security;
        const auto bucket = "confirm person " + std::to_string(workflow::value(person.id));
        if (const auto wait =
                store::find_wait(db, bucket, security.sign_in_tries, security.sign_in_window_minutes))
            return too_many_tries(visit, *wait);
        if (!access_control::is_password(typed_password(visit, "password"), asked.password_hash,
                                         cost_of_passwords(visit))) {
            auto view = confirm_form(visit, asked, person.email);
            view.password->error = visit.error("password", t("The password is not right"));
            return visit.page("account/confirm_address", view);
        }
    }
    if (!store::use_link(db, token, store::link_purpose::confirm_address))
        return link_is_no_longer_good(visit);
    // What the link confirms is what it carries, whatever others entered for this address.
    store::rename_person(db, person.id, asked.name, person.language);
    store::confirm_person(db, person.id);
    store::set_password(db, person.id, asked.password_hash);
    store::end_links(db, person.id, store::link_purpose::confirm_address);
    record_account_act(visit, db, person.id, workflow::audit_action::address_confirmed);
    return visit.see_other("/sign-in", "address_confirmed");
}

}  // namespace features
