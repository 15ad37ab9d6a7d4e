#include "server/features/account/sign_in.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/session_start.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;

std::string lower(std::string text) {
    for (auto& sign : text) sign = static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
    return text.substr(0, 254);
}

// Tries are counted for the place they come from, for the pair of place and account, and for the account from
// all places; the last does not hold up a browser in which the person has signed in before, so that strangers
// cannot lock anybody out.
struct tries {
    std::vector<std::string> spent;
    std::optional<int> wait;
};
tries spend_try(visit& visit, store::database& db, const std::string& email, bool knows_device) {
    const auto& security = visit.with.settings.security;
    const auto& place = visit.request.remote;
    struct limit {
        std::string key;
        int most;
    };
    std::vector<limit> limits{{"sign_in from " + place, security.sign_in_tries * 5},
                              {"sign_in " + lower(email) + " from " + place, security.sign_in_tries}};
    if (!knows_device) limits.push_back({"sign_in " + lower(email), security.sign_in_tries * 10});
    tries made;
    for (const auto& [key, most] : limits) {
        const auto wait = store::find_wait(db, key, most, security.sign_in_window_minutes);
        made.spent.push_back(key);
        if (wait) made.wait = std::max(made.wait.value_or(0), *wait);
    }
    return made;
}

http::response refuse_sign_in(visit& visit, const errand& kept, const std::string& email) {
    auto view = sign_in_form(kept, email);
    view.password.error = visit.error(
        "password",
        t("The address or the password is not right. If you have just registered, open the link in "
          "our e-mail first; if none has come, register once more."));
    return visit.page("account/sign_in", view);
}

http::response ask_for_code(visit& visit, const errand& kept) {
    if (kept.form) return visit.page(200, "account/code", code_form(kept));
    return visit.see_other(with_next("/sign-in/code", kept));
}

bool is_totp(visit& visit, store::database& db, const store::credential_row& credential,
             const std::string& typed) {
    if (!credential.totp_secret) return false;
    const auto step = access_control::find_totp_step(credential.totp_secret->data, typed, db.clock());
    return step && store::use_totp_step(db, visit.person(), *step);
}

// Six digits are a one-time code, everything else is tried as a recovery code.
bool is_second_factor(visit& visit, store::database& db, const std::string& typed) {
    const auto digits =
        std::count_if(typed.begin(), typed.end(), [](unsigned char sign) { return std::isdigit(sign); });
    const auto others =
        std::count_if(typed.begin(), typed.end(), [](unsigned char sign) { return std::isalpha(sign); });
    const auto credential = store::find_credential(db, visit.person());
    if (digits == 6 && others == 0) return credential && is_totp(visit, db, *credential, typed);
    if (!store::use_recovery_code(db, visit.person(), access_control::hash_of_recovery_code(typed)))
        return false;
    record_account_act(visit, db, visit.person(), workflow::audit_action::recovery_code_used);
    return true;
}

// Whose password was right: a session, and what comes before the errand.
http::response let_in(visit& visit, store::database& db, const errand& kept,
                      const store::account_row& account) {
    const auto cookie = start_session(visit, db, account.id);
    record_account_act(visit, db, account.id, workflow::audit_action::signed_in);
    if (const auto zone = visit.field("own_zone"); !zone.empty()) store::settle_zone(db, account.id, zone);
    const bool is_privileged = account.in_any_office || account.on_any_panel;
    if (account.has_totp) return with_cookie(ask_for_code(visit, kept), cookie);
    if (is_privileged) return with_cookie(visit.see_other(with_next("/account/second-factor", kept)), cookie);
    visit.frame.person =
        pages::signed_in{account.name, t("Signed in"), std::to_string(workflow::value(account.id)),
                         visit.with.settings.security.applicant_session_idle_minutes};
    auto answer = go_on(visit, kept, home_of(false, false));
    remember_device(visit, db,
                    {account.id, account.name, account.email, account.language, account.has_devices,
                     account.knows_device},
                    answer);
    return with_cookie(std::move(answer), cookie);
}

}  // namespace

http::response show_sign_in(visit& visit, store::database&) {
    const auto kept = carried_errand(visit);
    if (visit.who.person && !kept.next.empty() && (visit.who.second_factor_at || !visit.who.has_totp))
        return visit.see_other(kept.next);
    return visit.page("account/sign_in", sign_in_form(kept));
}

http::response sign_in(visit& visit, store::database& db) {
    const auto kept = carried_errand(visit);
    const auto known = visit.mail_address("email");
    const auto email = known.empty() ? visit.field("email") : known;
    const auto password = typed_password(visit, "password");
    auto view = sign_in_form(kept, email);
    if (email.empty() || !visit.is_readable("email"))
        view.email.error = visit.error("email", t("Type your e-mail address"));
    if (password.empty()) view.password.error = visit.error("password", t("Type your password"));
    if (!visit.frame.errors.empty()) return visit.page("account/sign_in", view);

    visit.keep_changes = true;
    const auto account = store::find_account(db, email, device_of(visit));
    const auto made = spend_try(visit, db, email, account && account->knows_device);
    if (made.wait) return too_many_tries(visit, *made.wait);

    // The same work for an address that nobody has.
    const auto hash = account ? account->password_hash.value_or("") : "";
    const bool is_right = access_control::is_password(password, hash, cost_of_passwords(visit));
    if (!is_right || account->is_disabled || !account->is_confirmed) {
        record_account_act(visit, db, account ? std::optional(account->id) : std::nullopt,
                           workflow::audit_action::sign_in_failed);
        return refuse_sign_in(visit, kept, email);
    }
    store::give_back(db, made.spent);
    return let_in(visit, db, kept, *account);
}

http::response show_code(visit& visit, store::database&) {
    const auto kept = carried_errand(visit);
    if (!visit.who.has_totp) return visit.see_other(with_next("/account/second-factor", kept));
    return visit.page("account/code", code_form(kept));
}

http::response give_code(visit& visit, store::database& db) {
    const auto kept = carried_errand(visit);
    const auto typed = visit.field("code");
    if (!visit.who.has_totp) return visit.see_other(with_next("/account/second-factor", kept));
    auto view = code_form(kept);
    if (typed.empty() || !visit.is_readable("code")) {
        view.code.error = visit.error("code", t("Type the six digits that your app shows"));
        return visit.page("account/code", view);
    }

    visit.keep_changes = true;
    const auto& security = visit.with.settings.security;
    const auto bucket = "code of person " + std::to_string(workflow::value(visit.person()));
    if (const auto wait =
            store::find_wait(db, bucket, security.sign_in_tries, security.sign_in_window_minutes))
        return too_many_tries(visit, *wait);
    if (!is_second_factor(visit, db, typed)) {
        record_account_act(visit, db, visit.person(), workflow::audit_action::second_factor_failed);
        view.code.error =
            visit.error("code", t("This code is not right, or was used already. Wait for the next one."));
        return visit.page("account/code", view);
    }

    store::give_back(db, {bucket});
    const auto cookie = strengthen_session(visit, db);
    record_account_act(visit, db, visit.person(), workflow::audit_action::second_factor_given);
    auto answer = go_on(visit, kept, home_of(visit.who.in_any_office, visit.who.on_any_panel));
    const auto account = store::find_account(db, visit.who.email.value(), device_of(visit));
    remember_device(visit, db,
                    {account->id, account->name, account->email, account->language, account->has_devices,
                     account->knows_device},
                    answer);
    return with_cookie(std::move(answer), cookie);
}

http::response sign_out(visit& visit, store::database& db) {
    if (visit.who.person) {
        store::end_session(db, this_session(visit));
        record_account_act(visit, db, visit.who.person, workflow::audit_action::signed_out);
    }
    auto answer = visit.see_other("/", "signed_out");
    answer.with(http::cookie{session_cookie, "", std::chrono::seconds(0)});
    // What pages kept in the browser while a line was broken is this person's, not the next one's.
    answer.with("Clear-Site-Data", "\"storage\"");
    return answer;
}

}  // namespace features
