#include "server/features/account/letters.hpp"

#include "server/access/tokens.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/frame/letters.hpp"
#include "server/pages/account/views.hpp"
#include "server/pages/frame/views.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

namespace features {
namespace {

using pages::t;

std::string_view path_of(store::link_purpose purpose) {
    switch (purpose) {
        case store::link_purpose::confirm_address: return "/confirm-address/";
        case store::link_purpose::reset_password: return "/reset-password/";
        case store::link_purpose::invitation: return "/invitation/";
        case store::link_purpose::change_address: return "/account/address/";
        case store::link_purpose::first_secretariat: return "/first-secretariat/";
        case store::link_purpose::second_factor_reset: return "/second-factor-reset/";
    }
    throw std::logic_error("a link without a path");
}

}  // namespace

store::addressee addressee_of(const store::account_row& account) {
    return {account.id, account.name, account.email, account.language};
}

mailed_link make_link(visit& visit, store::database& db, store::link_purpose purpose,
                      std::optional<workflow::person_id> person, std::string_view details) {
    const auto minutes = visit.with.settings.security.link_minutes;
    const auto token = access_control::make_token();
    store::add_link(db, access_control::hash_of(token), purpose, person, details, minutes);
    return {std::string(path_of(purpose)) + token,
            moment_of(visit, db, db.now() + std::chrono::minutes(minutes))};
}

bool may_write_to(visit& visit, store::database& db, std::string_view email) {
    std::string key = "letters to ";
    for (const unsigned char sign : email) key += static_cast<char>(std::tolower(sign));
    const auto& security = visit.with.settings.security;
    return !store::find_wait(db, key, security.sign_in_tries, security.sign_in_window_minutes * 4);
}

registration registration_of(const store::link_row& link) {
    return boost::json::value_to<registration>(boost::json::parse(link.details));
}

http::response send_confirmation(visit& visit, store::database& db, const store::account_row& account,
                                 registration asked) {
    if (may_write_to(visit, db, account.email)) {
        asked.browser = access_control::csrf_token("browser:" + forgery_cookie_of(visit.request));
        const auto link = make_link(visit, db, store::link_purpose::confirm_address, account.id,
                                    boost::json::serialize(boost::json::value_from(asked)));
        queue_letter(
            visit, db, addressee_of(account),
            notifications::confirm_address_content{whole_address(visit, link.path), link.valid_until},
            "confirmation " + visit.request.id);
    }
    return look_into_your_mail(
        visit, t("We have written to the address that you gave. Follow what that e-mail says, and "
                 "you can sign in."));
}

void send_reset(visit& visit, store::database& db, const store::addressee& to, bool wanted_an_account) {
    if (!may_write_to(visit, db, to.address)) return;
    const auto link = make_link(visit, db, store::link_purpose::reset_password, to.person, "");
    queue_letter(visit, db, to,
                 notifications::reset_password_content{whole_address(visit, link.path), link.valid_until,
                                                       wanted_an_account},
                 "reset " + visit.request.id);
}

http::response look_into_your_mail(visit& visit, pages::phrase text) {
    return visit.page("account/check_mail",
                      pages::check_mail_view{std::move(text), visit.who.person ? "" : "/sign-in"});
}

http::response link_is_no_longer_good(visit& visit) {
    return visit.page(404, "frame/plain",
                      pages::plain_error_view{
                          t("This link is no longer good"),
                          t("It was used already, a newer one took its place, or it is too old. If you have "
                            "used it, sign in. If not, ask for it once more: register again, or choose "
                            "“Forgotten your password?” on the page of signing in."),
                          "", "/sign-in", t("Sign in")});
}

}  // namespace features
