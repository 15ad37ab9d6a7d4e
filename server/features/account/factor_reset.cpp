#include "server/features/account/factor_reset.hpp"

#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/session_start.hpp"
#include "server/store/factor_resets.hpp"

namespace features {
namespace {

using pages::t;

pages::factor_reset_view reset_form(const visit& visit) {
    return {"/second-factor-reset/" + visit.request.parameter("token"), old_password_field("password")};
}

store::bytes token_of(const visit& visit) {
    return access_control::hash_of(visit.request.parameter("token"));
}

}  // namespace

http::response show_factor_reset(visit& visit, store::database& db) {
    if (!store::find_link(db, token_of(visit), store::link_purpose::second_factor_reset))
        return link_is_no_longer_good(visit);
    return visit.page("account/factor_reset", reset_form(visit));
}

// A letter alone opens nothing: the password comes first, and the session can do nothing but set a new second
// factor.
http::response begin_factor_reset(visit& visit, store::database& db) {
    const auto link = store::find_link(db, token_of(visit), store::link_purpose::second_factor_reset);
    if (!link) return link_is_no_longer_good(visit);
    const auto person = store::load_person(db, link->person_id.value());
    if (person.disabled_at) return link_is_no_longer_good(visit);
    auto view = reset_form(visit);
    const auto password = typed_password(visit, "password");
    if (password.empty()) {
        view.password.error = visit.error("password", t("Type your password"));
        return visit.page("account/factor_reset", view);
    }

    visit.keep_changes = true;
    const auto& security = visit.with.settings.security;
    const auto bucket = "factor reset of person " + std::to_string(workflow::value(person.id));
    if (const auto wait =
            store::find_wait(db, bucket, security.sign_in_tries, security.sign_in_window_minutes))
        return too_many_tries(visit, *wait);
    const auto credential = store::find_credential(db, person.id);
    const auto hash = credential ? credential->password_hash.value_or("") : "";
    if (!access_control::is_password(password, hash, cost_of_passwords(visit))) {
        record_account_act(visit, db, person.id, workflow::audit_action::password_failed);
        view.password.error = visit.error("password", t("The password is not right"));
        return visit.page("account/factor_reset", view);
    }

    if (!store::use_link(db, token_of(visit), store::link_purpose::second_factor_reset))
        return link_is_no_longer_good(visit);
    store::end_other_sessions(db, person.id, {});
    const auto cookie = start_session(visit, db, person.id);
    store::let_session_reset_factor(db, access_control::hash_of(cookie.value));
    record_account_act(visit, db, person.id, workflow::audit_action::factor_reset_begun);
    return with_cookie(visit.see_other("/account/second-factor"), cookie);
}

}  // namespace features
