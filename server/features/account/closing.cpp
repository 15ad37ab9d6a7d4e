#include "server/features/account/closing.hpp"

#include "server/acts/accounts.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/page.hpp"
#include "server/features/frame/chrome.hpp"

namespace features {
namespace {

using pages::t;

pages::close_account_view closing_form(visit& visit, store::database& db) {
    visit.frame.breadcrumbs = {{t("Your account"), "/account", false}};
    pages::close_account_view view;
    view.password = old_password_field("password");
    for (const auto& part : acts::parts_of_account(db, visit.person())) view.parts.emplace_back(part);
    view.may_close = view.parts.empty();
    return view;
}

}  // namespace

http::response ask_to_close_account(visit& visit, store::database& db) {
    return visit.page("account/close", closing_form(visit, db));
}

http::response close_account(visit& visit, store::database& db) {
    const auto password = typed_password(visit, "password");
    auto view = closing_form(visit, db);
    if (password.empty()) view.password.error = visit.error("password", t("Type your password"));
    if (!visit.frame.errors.empty()) return visit.page("account/close", view);
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    if (const auto wait = wait_for_own_password(visit, db)) return too_many_tries(visit, *wait);
    if (!is_own_password(visit, db, password)) {
        view.password.error = visit.error("password", t("This is not your password"));
        return visit.page("account/close", view);
    }
    if (const auto closed = acts::close_account(visit.acting(db)); !closed)
        return visit.refuse(closed.error());
    return visit.see_other("/", "account_closed");
}

}  // namespace features
