#include "server/features/account/second_factor.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/session_start.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/frame/letters.hpp"
#include "server/store/factor_resets.hpp"

namespace features {
namespace {

using pages::t;

std::vector<std::string> replace_codes(visit& visit, store::database& db) {
    auto codes = access_control::make_recovery_codes();
    std::vector<store::bytes> hashes;
    for (const auto& code : codes) hashes.push_back(access_control::hash_of_recovery_code(code));
    store::replace_recovery_codes(db, visit.person(), hashes);
    record_account_act(visit, db, visit.person(), workflow::audit_action::recovery_codes_made);
    return codes;
}

bool may_set_factor(const visit& visit, store::database& db) {
    return has_fresh_factor(visit, db) || store::session_resets_factor(db, this_session(visit));
}

void tell_of_change(const visit& visit, store::database& db) {
    queue_letter(visit, db,
                 {visit.person(), visit.who.name.value_or(""), visit.who.email.value_or(""),
                  visit.who.language.value_or("en")},
                 notifications::second_factor_changed_content{moment_of(visit, db, db.now()),
                                                              whole_address(visit, "/account")},
                 "second factor " + visit.request.id);
}

}  // namespace

http::response show_second_factor(visit& visit, store::database& db) {
    if (!may_set_factor(visit, db)) return ask_for_second_factor(visit);
    return visit.page("account/enrol_code", enrol_form(visit, carried_errand(visit)));
}

http::response set_second_factor(visit& visit, store::database& db) {
    if (!may_set_factor(visit, db)) return ask_for_second_factor(visit);
    const auto kept = carried_errand(visit);
    const auto secret = proposed_secret(visit);
    const auto step = access_control::find_totp_step(secret, visit.field("code"), db.clock());
    if (!step) {
        auto view = enrol_form(visit, kept);
        view.code.error =
            visit.error("code", t("This is not the code that the app shows now. Look again, and check the "
                                  "clock of your telephone."));
        return visit.page("account/enrol_code", view);
    }

    store::propose_totp(db, visit.person(), {secret});
    store::activate_totp(db, visit.person(), *step);
    auto codes = replace_codes(visit, db);
    store::end_other_sessions(db, visit.person(), this_session(visit));
    const auto cookie = strengthen_session(visit, db);
    record_account_act(visit, db, visit.person(), workflow::audit_action::second_factor_set);
    if (visit.who.has_totp) tell_of_change(visit, db);
    const auto home =
        kept.next.empty() ? std::string(home_of(visit.who.in_any_office, visit.who.on_any_panel)) : kept.next;
    return with_cookie(
        visit.page("account/recovery_codes", pages::recovery_codes_view{std::move(codes), home}), cookie);
}

http::response make_recovery_codes(visit& visit, store::database& db) {
    if (!visit.who.has_totp) return visit.see_other("/account/second-factor");
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    return visit.page("account/recovery_codes",
                      pages::recovery_codes_view{replace_codes(visit, db), "/account"});
}

}  // namespace features
