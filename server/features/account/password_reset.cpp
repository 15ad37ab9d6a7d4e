#include "server/features/account/password_reset.hpp"

#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/session_start.hpp"

namespace features {
namespace {

using pages::t;

pages::reset_password_view reset_form(const visit& visit) {
    pages::reset_password_view view;
    view.action = "/reset-password/" + visit.request.parameter("token");
    view.password = new_password_field(visit, "password", t("New password"));
    return view;
}

}  // namespace

http::response show_forgot_password(visit& visit, store::database&) {
    return visit.page("account/forgot_password", pages::forgot_password_view{email_field("")});
}

http::response forgot_password(visit& visit, store::database& db) {
    const auto email = visit.mail_address("email");
    if (email.empty()) {
        const auto error = visit.error("email", t("Type an e-mail address, like name@city.example"));
        return visit.page("account/forgot_password",
                          pages::forgot_password_view{email_field(visit.field("email"), error)});
    }

    const auto& security = visit.with.settings.security;
    if (const auto wait = store::find_wait(db, "reset from " + visit.request.remote,
                                           security.sign_in_tries * 5, security.sign_in_window_minutes * 4))
        return too_many_tries(visit, *wait);
    const auto account = store::find_account(db, email, device_of(visit));
    const bool is_known = account && !account->is_disabled;
    {
        // The same work for an address that nobody has, so that the answer takes as long.
        std::optional<store::undone_work> undone;
        if (!is_known) undone.emplace(db);
        send_reset(visit, db, is_known ? addressee_of(*account) : store::addressee{std::nullopt, "", email});
        record_account_act(visit, db, is_known ? std::optional(account->id) : std::nullopt,
                           workflow::audit_action::password_reset_asked);
    }
    return look_into_your_mail(
        visit,
        t("If there is an account for this address, an e-mail is on its way. The link in it leads to a "
          "page where you choose a new password."));
}

http::response show_reset_password(visit& visit, store::database& db) {
    const auto token = access_control::hash_of(visit.request.parameter("token"));
    if (!store::find_link(db, token, store::link_purpose::reset_password))
        return link_is_no_longer_good(visit);
    return visit.page("account/reset_password", reset_form(visit));
}

http::response reset_password(visit& visit, store::database& db) {
    const auto token = access_control::hash_of(visit.request.parameter("token"));
    const auto link = store::find_link(db, token, store::link_purpose::reset_password);
    if (!link) return link_is_no_longer_good(visit);
    const auto person = store::load_person(db, link->person_id.value());
    const auto password = typed_password(visit, "password");
    if (const auto problem = find_password_problem(visit, password, person.email)) {
        auto view = reset_form(visit);
        view.password.error = visit.error("password", *problem);
        return visit.page("account/reset_password", view);
    }

    const auto hash = access_control::hash_password(password, cost_of_passwords(visit));
    if (!store::use_link(db, token, store::link_purpose::reset_password))
        return link_is_no_longer_good(visit);
    // Whoever reads the letter has the address; the second factor is untouched.
    store::confirm_person(db, person.id);
    store::set_password(db, person.id, hash);
    store::end_other_sessions(db, person.id, {});
    record_account_act(visit, db, person.id, workflow::audit_action::password_reset);
    return visit.see_other("/sign-in", "password_changed");
}

}  // namespace features
