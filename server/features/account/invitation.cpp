#include "server/features/account/invitation.hpp"

#include "server/access/tokens.hpp"
#include "server/features/account/forms.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/account/session_start.hpp"

#include "server/store/members.hpp"

#include <boost/json/parse.hpp>

namespace features {
namespace {

using pages::t;

// What the secretariat wrote into the link (office/invitations.hpp); details of others hold nothing of it.
struct invited {
    std::string part, name, email;
    store::invited_part stands;
};

template <class Id>
std::optional<Id> number_in(const boost::json::object& details, std::string_view name) {
    const auto* found = details.if_contains(name);
    if (found == nullptr || !found->is_int64()) return std::nullopt;
    return workflow::id_from<Id>(found->as_int64());
}

invited details_of(const store::link_row& link) {
    boost::system::error_code unreadable;
    const auto details = boost::json::parse(link.details, unreadable);
    if (unreadable || !details.is_object()) return {};
    const auto& object = details.as_object();
    const auto text = [&](std::string_view name) {
        const auto* found = object.if_contains(name);
        return found != nullptr && found->is_string() ? std::string(found->as_string()) : "";
    };
    return {text("part"),
            text("name"),
            text("email"),
            {number_in<workflow::edition_id>(object, "edition"),
             number_in<workflow::judge_id>(object, "judge"), number_in<workflow::city_id>(object, "city")}};
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
    const auto part = details_of(link).part;
    view.heading = t("Welcome, {name}", {{"name", account.name}});
    view.text = part.empty()
                    ? t("You are invited to take part. Your address is {email}.", {{"email", account.email}})
                    : t("You are invited as {part}. Your address is {email}.",
                        {{"part", part}, {"email", account.email}});
    view.action = "/invitation/" + visit.request.parameter("token");
    if (account.password_hash) return view;
    view.fields = {name_field(visit.has_field("name") ? visit.field("name") : account.name)};
    view.password = new_password_field(visit, "password", t("Choose a password"));
    return view;
}

// Somebody else is signed in here: that person's rights are not those of who is invited.
std::optional<http::response> for_somebody_else(visit& visit, const store::account_row& account) {
    if (!visit.who.person || visit.who.person == account.id) return std::nullopt;
    pages::other_person_view view;
    view.text =
        t("You are signed in as {name} ({email}). This invitation went to another address. Sign out, then "
          "open the link in the e-mail again.",
          {{"name", visit.who.name.value_or("")}, {"email", visit.who.email.value_or("")}});
    return visit.page(409, "account/other_person", view);
}

bool is_signed_in_fully(const visit& visit) {
    return visit.who.person && (visit.who.second_factor_at || !visit.who.has_totp);
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
    view.fields = {name_field(was_sent ? visit.field("name") : details_of(link).name),
                   email_field(was_sent ? visit.field("email") : details_of(link).email)};
    view.password = new_password_field(visit, "password", t("Choose a password"));
    return view;
}

// The person of an invitation, as signing in sees it.
store::account_row account_of(const visit& visit, store::database& db, const store::link_row& link) {
    const auto person = store::load_person(db, link.person_id.value());
    return store::find_account(db, person.email, device_of(visit)).value();
}

// With the link, as the person that it went to. False when the link or the part is not there any more.
bool accept(visit& visit, store::database& db, const store::link_row& link, workflow::person_id person) {
    if (!use_this_link(visit, db, store::link_purpose::invitation)) return false;
    db.act_as(store::database_role::access, person);
    if (!store::accept_part(db, person, details_of(link).stands)) return false;
    record_account_act(visit, db, person, workflow::audit_action::invitation_accepted);
    return true;
}

// An account that has a password is entered with it, never with a letter.
http::response accept_as_known(visit& visit, store::database& db, const store::link_row& link,
                               const store::account_row& account) {
    const errand back{"/invitation/" + visit.request.parameter("token"), {}};
    if (!is_signed_in_fully(visit))
        return visit.see_other(with_next(visit.who.person ? "/sign-in/code" : "/sign-in", back),
                               "invitation_for_account");
    if (!accept(visit, db, link, account.id)) return link_is_no_longer_good(visit);
    if (details_of(link).stands.judge) return visit.see_other("/judging");
    if (details_of(link).stands.city) return visit.see_other("/my");
    const auto now = store::find_account(db, account.email, device_of(visit)).value();
    return now.in_any_office ? visit.see_other("/office")
                             : visit.see_other("/account", "invitation_accepted");
}

http::response decline(visit& visit, store::database& db, const store::link_row& link,
                       const store::account_row& account) {
    if (!use_this_link(visit, db, store::link_purpose::invitation)) return link_is_no_longer_good(visit);
    db.act_as(store::database_role::access, account.id);
    if (!store::decline_part(db, account.id, details_of(link).stands)) return link_is_no_longer_good(visit);
    record_account_act(visit, db, account.id, workflow::audit_action::invitation_declined);
    return visit.see_other("/", "invitation_declined");
}

}  // namespace

http::response show_invitation(visit& visit, store::database& db) {
    const auto link = find_this_link(visit, db, store::link_purpose::invitation);
    if (!link) return link_is_no_longer_good(visit);
    const auto account = account_of(visit, db, *link);
    if (auto page = for_somebody_else(visit, account)) return *std::move(page);
    return visit.page("account/invitation", invitation_form(visit, *link, account));
}

http::response answer_invitation(visit& visit, store::database& db) {
    const auto link = find_this_link(visit, db, store::link_purpose::invitation);
    if (!link) return link_is_no_longer_good(visit);
    const auto account = account_of(visit, db, *link);
    if (account.is_disabled) return link_is_no_longer_good(visit);
    if (auto page = for_somebody_else(visit, account)) return *std::move(page);
    if (visit.field("answer") == "decline") return decline(visit, db, *link, account);
    if (account.password_hash) return accept_as_known(visit, db, *link, account);

    const auto password = typed_password(visit, "password");
    auto view = invitation_form(visit, *link, account);
    if (const auto problem = find_name_problem(visit)) visit.error(view.fields, "name", *problem);
    if (const auto problem = find_password_problem(visit, password, account.email))
        view.password->error = visit.error("password", *problem);
    if (!visit.frame.errors.empty()) return visit.page("account/invitation", view);

    const auto hash = access_control::hash_password(password, cost_of_passwords(visit));
    store::rename_person(db, account.id, visit.field("name"), account.language);
    store::confirm_person(db, account.id);
    store::set_password(db, account.id, hash);
    if (!accept(visit, db, *link, account.id)) return link_is_no_longer_good(visit);
    const auto cookie = start_session(visit, db, account.id);
    return with_cookie(visit.see_other("/account/second-factor"), cookie);
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
