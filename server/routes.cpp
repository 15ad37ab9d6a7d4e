#include "server/routes.hpp"

#include "server/features/account.hpp"
#include "server/features/public_pages.hpp"

namespace {

using access_control::act;
using http::body_policy;
using enum http::method;

// method · path · act · feature · takes · pace · body
constexpr std::array table{
    // ── the public ────────────────────────────────────────────────────────────────────────────────────────────
    route{get, "/",                            act::read_public, features::show_front_page},
    route{get, "/editions",                    act::read_public, features::list_past_editions},
    route{get, "/editions/{edition}",          act::read_public, features::show_call},
    route{get, "/editions/{edition}/questions", act::read_public, features::show_questions},
    route{get, "/editions/{edition}/winners",  act::read_public, features::show_winners},
    route{get, "/winners",                     act::read_public, features::show_newest_winners},
    route{get, "/cities/{city:number}",        act::read_public, features::show_city},
    route{get, "/certificates",                act::read_public, features::search_certificate, declared("serial")},
    route{get, "/verify/{serial}",             act::read_public, features::check_certificate},
    route{get, "/privacy",                     act::read_public, features::show_privacy},
    route{get, "/accessibility",               act::read_public, features::show_accessibility},
    route{get, "/robots.txt",                  act::read_public, features::answer_robots},
    route{get, "/readyz",                      act::read_public, features::answer_ready},

    // ── signing in and the own account ────────────────────────────────────────────────────────────────────────
    route{get,  "/sign-in",                   act::sign_in,        features::show_sign_in,          declared("next")},
    route{post, "/sign-in",                   act::sign_in, features::sign_in,               declared("email", "password", "next", "kept*"), pace::slow},
    route{get,  "/sign-in/code",              act::secure_account, features::show_code,             declared("next")},
    route{post, "/sign-in/code",              act::secure_account, features::give_code,             declared("code", "next", "kept*")},
    route{post, "/sign-out",                  act::sign_in,        features::sign_out},
    route{get,  "/register",                  act::sign_in,        features::show_register},
    route{post, "/register",                  act::sign_in,        features::register_person,       declared("name", "email", "password"), pace::slow},
    route{get,  "/confirm-address/{token}",   act::sign_in,        features::show_confirm_address},
    route{post, "/confirm-address/{token}",   act::sign_in,        features::confirm_address,       declared("password"), pace::slow},
    route{get,  "/forgot-password",           act::sign_in,        features::show_forgot_password},
    route{post, "/forgot-password",           act::sign_in,        features::forgot_password,       declared("email")},
    route{get,  "/reset-password/{token}",    act::sign_in,        features::show_reset_password},
    route{post, "/reset-password/{token}",    act::sign_in,        features::reset_password,        declared("password"), pace::slow},
    route{get,  "/invitation/{token}",        act::sign_in,        features::show_invitation},
    route{post, "/invitation/{token}",        act::sign_in,        features::accept_invitation,     declared("name", "password", "answer"), pace::slow},
    route{get,  "/first-secretariat/{token}", act::sign_in,        features::show_first_secretariat},
    route{post, "/first-secretariat/{token}", act::sign_in, features::found_secretariat, declared("name", "email", "password", "answer"), pace::slow},
    route{get,  "/account",                   act::keep_account,   features::show_account},
    route{get,  "/account/name",              act::keep_account,   features::show_name},
    route{post, "/account/name",              act::keep_account,   features::change_name,           declared("name")},
    route{post, "/account/password",          act::keep_account,   features::change_password,       declared("old_password", "new_password"), pace::slow},
    route{post, "/account/sessions",          act::keep_account,   features::end_other_sessions},
    route{get,  "/account/address",           act::keep_account,   features::show_address},
    route{post, "/account/address",           act::keep_account,   features::ask_for_address,       declared("email", "password"), pace::slow},
    route{get,  "/account/address/{token}",   act::keep_account,   features::show_new_address},
    route{post, "/account/address/{token}",   act::keep_account,   features::take_new_address},
    route{get,  "/account/second-factor",     act::secure_account, features::show_second_factor,    declared("next")},
    route{post, "/account/second-factor",     act::secure_account, features::set_second_factor,     declared("code", "next", "kept*")},
    route{post, "/account/recovery-codes",    act::keep_account,   features::make_recovery_codes},
};

static_assert(http::routes_are_sound(table), "two routes overlap, or a pattern is not valid");

constexpr bool changes_are_never_for_everyone() {
    for (const auto& row : table)
        if (!http::is_safe(row.method) && row.act == act::read_public) return false;
    return true;
}
static_assert(changes_are_never_for_everyone(), "a route that changes something is open to everyone");

}  // namespace

std::span<const route> routes() { return table; }

std::vector<http::route> http_routes(const config::settings& settings) {
    std::vector<http::route> rows;
    for (const auto& row : table) {
        http::route to{row.method, row.pattern,
                       row.runs == pace::slow ? http::pool::slow : http::pool::ordinary,
                       http::is_safe(row.method) ? body_policy::none : row.body,
                       static_cast<std::uint64_t>(settings.server.body_limit_bytes)};
        if (row.body == body_policy::upload || row.body == body_policy::raw)
            to.max_body = static_cast<std::uint64_t>(settings.server.upload_limit_bytes);
        rows.push_back(to);
    }
    return rows;
}
