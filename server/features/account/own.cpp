#include "server/features/account/own.hpp"

#include "server/features/account/forms.hpp"
#include "server/features/account/page.hpp"
#include "server/features/account/session_start.hpp"
#include "server/features/frame/chrome.hpp"

namespace features {
namespace {

using pages::t;

pages::name_view name_form(const visit& visit) {
    return {name_field(visit.has_field("name") ? visit.field("name") : visit.who.name.value_or(""))};
}

pages::zone_view zone_form(visit& visit, store::database& db) {
    visit.frame.breadcrumbs = {{t("Your account"), "/account", false}};
    pages::text_field zone;
    zone.name = "own_zone";
    zone.label = t("Time zone");
    zone.hint = t("Like Europe/Madrid or Asia/Seoul. Leave it empty for none.");
    zone.value = visit.has_field("own_zone") ? visit.field("own_zone") : store::load_zone(db, visit.person());
    return {zone};
}

}  // namespace

http::response show_account(visit& visit, store::database& db) {
    return visit.page("account/account", account_page(visit, db));
}

// Any request keeps a session; this one changes nothing and is small.
http::response keep_session(visit&, store::database&) {
    return http::text(200, "kept\n");
}

http::response show_name(visit& visit, store::database&) {
    visit.frame.breadcrumbs = {{t("Your account"), "/account", false}};
    return visit.page("account/name", name_form(visit));
}

http::response change_name(visit& visit, store::database& db) {
    visit.frame.breadcrumbs = {{t("Your account"), "/account", false}};
    if (const auto problem = find_name_problem(visit)) {
        auto view = name_form(visit);
        view.name.error = visit.error("name", *problem);
        return visit.page("account/name", view);
    }

    store::rename_person(db, visit.person(), visit.field("name"), visit.who.language.value_or("en"));
    record_account_act(visit, db, visit.person(), workflow::audit_action::name_changed);
    return visit.see_other("/account", "saved");
}

http::response show_zone(visit& visit, store::database& db) {
    return visit.page("account/zone", zone_form(visit, db));
}

http::response change_zone(visit& visit, store::database& db) {
    auto view = zone_form(visit, db);
    const auto zone = visit.field("own_zone");
    if (!visit.is_readable("own_zone") || !store::change_zone(db, visit.person(), zone)) {
        view.zone.error =
            visit.error("own_zone", visit.sentence({workflow::refusal_code::zone_unknown, {{"zone", zone}}}));
        return visit.page("account/zone", view);
    }
    return visit.see_other("/account", "saved");
}

http::response change_password(visit& visit, store::database& db) {
    const auto old_password = typed_password(visit, "old_password");
    const auto new_password = typed_password(visit, "new_password");
    auto view = account_page(visit, db);
    if (old_password.empty())
        view.old_password.error = visit.error("old_password", t("Type the password that you have now"));
    if (const auto problem = find_password_problem(visit, new_password, visit.who.email.value_or("")))
        view.new_password.error = visit.error("new_password", *problem);
    if (!visit.frame.errors.empty()) return visit.page("account/account", view);
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);

    if (const auto wait = wait_for_own_password(visit, db)) return too_many_tries(visit, *wait);
    if (!is_own_password(visit, db, old_password)) {
        view.old_password.error =
            visit.error("old_password", t("This is not the password that you have now"));
        return visit.page("account/account", view);
    }
    store::set_password(db, visit.person(),
                        access_control::hash_password(new_password, cost_of_passwords(visit)));
    store::end_other_sessions(db, visit.person(), this_session(visit));
    record_account_act(visit, db, visit.person(), workflow::audit_action::password_changed);
    return visit.see_other("/account", "password_changed_here");
}

http::response end_other_sessions(visit& visit, store::database& db) {
    store::end_other_sessions(db, visit.person(), this_session(visit));
    record_account_act(visit, db, visit.person(), workflow::audit_action::other_sessions_ended);
    return visit.see_other("/account", "sessions_ended");
}

}  // namespace features
