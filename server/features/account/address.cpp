#include "server/features/account/address.hpp"

#include "server/access/tokens.hpp"
#include "server/acts/conflicts.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/page.hpp"
#include "server/features/account/session_start.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/frame/letters.hpp"

namespace features {
namespace {

using pages::t;

pages::address_view address_form(visit& visit) {
    visit.frame.breadcrumbs = {{t("Your account"), "/account", false}};
    pages::address_view view;
    view.email = email_field(visit.field("email"));
    view.email.label = t("New e-mail address");
    view.email.autocomplete = "email";
    view.password = old_password_field("password");
    return view;
}

// The link of the person who is signed in, and of nobody else.
std::optional<store::link_row> find_own_link(const visit& visit, store::database& db) {
    auto link = store::find_link(db, access_control::hash_of(visit.request.parameter("token")),
                                 store::link_purpose::change_address);
    if (link && link->person_id != visit.who.person) link.reset();
    return link;
}

void tell_both_addresses(visit& visit, store::database& db, const std::string& new_address) {
    const notifications::address_changed_content content{visit.who.email.value_or(""), new_address,
                                                         moment_of(visit, db, db.now())};
    const auto cause = "address changed " + visit.request.id;
    const auto name = visit.who.name.value_or(""), language = visit.who.language.value_or("en");
    queue_letter(visit, db, {visit.person(), name, content.old_address, language}, content, cause);
    queue_letter(visit, db, {visit.person(), name, new_address, language}, content, cause);
}

}  // namespace

http::response show_address(visit& visit, store::database&) {
    return visit.page("account/address", address_form(visit));
}

http::response ask_for_address(visit& visit, store::database& db) {
    const auto email = visit.mail_address("email");
    const auto password = typed_password(visit, "password");
    auto view = address_form(visit);
    if (email.empty())
        view.email.error = visit.error("email", t("Type an e-mail address, like name@city.example"));
    if (password.empty()) view.password.error = visit.error("password", t("Type your password"));
    if (!visit.frame.errors.empty()) return visit.page("account/address", view);
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);

    if (const auto wait = wait_for_own_password(visit, db)) return too_many_tries(visit, *wait);
    if (!is_own_password(visit, db, password)) {
        view.password.error = visit.error("password", t("The password is not right"));
        return visit.page("account/address", view);
    }
    // An address that belongs to somebody else gets no letter, and nobody learns that it does, not by the
    // time of the answer either.
    std::optional<store::undone_work> undone;
    if (store::find_person(db, email)) undone.emplace(db);
    if (may_write_to(visit, db, email)) {
        const auto link = make_link(visit, db, store::link_purpose::change_address, visit.person(), email);
        queue_letter(
            visit, db,
            {visit.person(), visit.who.name.value_or(""), email, visit.who.language.value_or("en")},
            notifications::confirm_new_address_content{whole_address(visit, link.path), link.valid_until},
            "new address " + visit.request.id);
    }
    undone.reset();
    record_account_act(visit, db, visit.person(), workflow::audit_action::address_change_asked);
    return visit.page(
        "account/check_mail",
        pages::check_mail_view{t("We have written to the new address. Until you press the button behind the "
                                 "link in that e-mail, your address stays as it is."),
                               "/account"});
}

http::response show_new_address(visit& visit, store::database& db) {
    const auto link = find_own_link(visit, db);
    if (!link) return link_is_no_longer_good(visit);
    pages::confirm_address_view view;
    view.email = link->details;
    view.action = "/account/address/" + visit.request.parameter("token");
    return visit.page("account/confirm_address", view);
}

http::response take_new_address(visit& visit, store::database& db) {
    const auto link = find_own_link(visit, db);
    if (!link) return link_is_no_longer_good(visit);
    if (store::find_person(db, link->details)) return link_is_no_longer_good(visit);

    const auto token = access_control::hash_of(visit.request.parameter("token"));
    if (!store::use_link(db, token, store::link_purpose::change_address))
        return link_is_no_longer_good(visit);
    store::change_address(db, visit.person(), link->details);
    store::end_other_sessions(db, visit.person(), this_session(visit));
    tell_both_addresses(visit, db, link->details);
    record_account_act(visit, db, visit.person(), workflow::audit_action::address_changed);
    acts::recompute_conflicts_of(visit.acting(db), visit.person());
    return visit.see_other("/account", "address_changed");
}

}  // namespace features
