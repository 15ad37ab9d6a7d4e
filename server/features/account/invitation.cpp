#include "server/features/account/invitation.hpp"

#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/session_start.hpp"

#include <boost/json/parse.hpp>

namespace features {
namespace {

using pages::t;

// A link's details are a JSON object or nothing.
std::string detail(const store::link_row& link, std::string_view name) {
    boost::system::error_code unreadable;
    const auto details = boost::json::parse(link.details, unreadable);
    if (unreadable || !details.is_object()) return "";
    const auto* found = details.as_object().if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : "";
}

std::optional<store::link_row> find_this_link(const visit& visit, store::database& db,
                                              store::link_purpose purpose) {
    return store::find_link(db, access_control::hash_of(visit.request.parameter("token")), purpose);
}

bool use_this_link(const visit& visit, store::database& db, store::link_purpose purpose) {
    return store::use_link(db, access_control::hash_of(visit.request.parameter("token")), purpose)
        .has_value();
}

pages::invitation_view invitation_form(const visit& visit, const store::link_row& link,
                                       const store::account_row& account) {
    pages::invitation_view view;
    const auto part = detail(link, "part");
    view.heading = t("Welcome, {name}", {{"name", account.name}});
    view.text = part.empty()
                    ? t("You are invited to take part. Your address is {email}.", {{"email", account.email}})
                    : t("You are invited as {part}. Your address is {email}.",
                        {{"part", part}, {"email", account.email}});
    view.action = "/invitation/" + visit.request.parameter("token");
    view.may_decline = false;
    if (account.password_hash) return view;
    view.fields = {name_field(visit.has_field("name") ? visit.field("name") : account.name)};
    view.password = new_password_field(visit, "password", t("Choose a password"));
    return view;
}

pages::invitation_view founder_form(const visit& visit, const store::link_row& link) {
    const bool was_sent = visit.has_field("email");
    pages::invitation_view view;
    view.heading = t("Open the secretariat");
    view.text =
        t("You will be the first member of the secretariat: you can set up editions and invite others. After "
          "the password come one-time codes.");
    view.action = "/first-secretariat/" + visit.request.parameter("token");
    view.may_decline = false;
    view.fields = {name_field(was_sent ? visit.field("name") : detail(link, "name")),
                   email_field(was_sent ? visit.field("email") : detail(link, "email"))};
    view.password = new_password_field(visit, "password", t("Choose a password"));
    return view;
}

// The person of an invitation, as signing in sees it.
store::account_row account_of(const visit& visit, store::database& db, const store::link_row& link) {
    const auto person = store::load_person(db, link.person_id.value());
    return store::find_account(db, person.email, device_of(visit)).value();
}

}  // namespace

http::response show_invitation(visit& visit, store::database& db) {
    const auto link = find_this_link(visit, db, store::link_purpose::invitation);
    if (!link) return link_is_no_longer_good(visit);
    return visit.page("account/invitation", invitation_form(visit, *link, account_of(visit, db, *link)));
}

http::response accept_invitation(visit& visit, store::database& db) {
    const auto link = find_this_link(visit, db, store::link_purpose::invitation);
    if (!link) return link_is_no_longer_good(visit);
    const auto account = account_of(visit, db, *link);
    if (account.is_disabled) return link_is_no_longer_good(visit);
    const auto home = home_of(account.in_any_office, account.on_any_panel);
    if (account.password_hash) {
        // An account that has a password is entered with it, never with a letter.
        return visit.see_other(with_next("/sign-in", {std::string(home), {}}), "invitation_accepted");
    }

    const auto password = typed_password(visit, "password");
    auto view = invitation_form(visit, *link, account);
    if (const auto problem = find_name_problem(visit)) visit.error(view.fields, "name", *problem);
    if (const auto problem = find_password_problem(visit, password, account.email))
        view.password->error = visit.error("password", *problem);
    if (!visit.frame.errors.empty()) return visit.page("account/invitation", view);

    const auto hash = access_control::hash_password(password, cost_of_passwords(visit));
    if (!use_this_link(visit, db, store::link_purpose::invitation)) return link_is_no_longer_good(visit);
    store::rename_person(db, account.id, visit.field("name"), account.language);
    store::set_password(db, account.id, hash);
    store::confirm_person(db, account.id);
    const auto cookie = start_session(visit, db, account.id);
    record_account_act(visit, db, account.id, workflow::audit_action::invitation_accepted);
    const bool is_privileged = account.in_any_office || account.on_any_panel;
    return with_cookie(visit.see_other(is_privileged ? "/account/second-factor" : std::string(home)), cookie);
}

http::response show_first_secretariat(visit& visit, store::database& db) {
    const auto link = find_this_link(visit, db, store::link_purpose::first_secretariat);
    if (!link) return link_is_no_longer_good(visit);
    return visit.page("account/invitation", founder_form(visit, *link));
}

http::response found_secretariat(visit& visit, store::database& db) {
    const auto link = find_this_link(visit, db, store::link_purpose::first_secretariat);
    if (!link) return link_is_no_longer_good(visit);
    const auto email = visit.mail_address("email");
    const auto password = typed_password(visit, "password");
    auto view = founder_form(visit, *link);
    if (const auto problem = find_name_problem(visit)) visit.error(view.fields, "name", *problem);
    if (email.empty())
        visit.error(view.fields, "email", t("Type an e-mail address, like name@city.example"));
    else if (store::find_person(db, email))
        visit.error(view.fields, "email", t("This address has an account already. Type another one."));
    if (const auto problem = find_password_problem(visit, password, email))
        view.password->error = visit.error("password", *problem);
    if (!visit.frame.errors.empty()) return visit.page("account/invitation", view);

    const auto hash = access_control::hash_password(password, cost_of_passwords(visit));
    if (!use_this_link(visit, db, store::link_purpose::first_secretariat))
        return link_is_no_longer_good(visit);
    const auto person = store::add_person(db, email, visit.field("name"), true);
    store::set_password(db, person, hash);
    const auto cookie = start_session(visit, db, person);
    store::join_every_office(db, person);
    record_account_act(visit, db, person, workflow::audit_action::secretariat_founded);
    return with_cookie(visit.see_other("/account/second-factor"), cookie);
}

}  // namespace features
