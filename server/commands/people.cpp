#include "server/commands/people.hpp"

#include "notifications/letter.hpp"
#include "server/access/one_time_codes.hpp"
#include "server/access/tokens.hpp"
#include "server/acts/accounts.hpp"
#include "server/store/accounts.hpp"
#include "server/store/people.hpp"
#include "typed/addresses.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace commands {
namespace {

constexpr int minutes_of_a_day = 24 * 60;

store::database connection(const config::settings& settings) {
    const auto& given = settings.database;
    return {given.connection,
            {given.statement_timeout_ms, given.lock_timeout_ms, given.idle_in_transaction_timeout_ms}};
}

// https://…, no slash at the end.
std::string address_of(const config::settings& settings) {
    auto address = settings.server.public_address;
    while (address.ends_with('/')) address.pop_back();
    return address;
}

}  // namespace

int invite_secretariat(const config::settings& settings, std::string_view name, std::string_view email,
                       streams to) {
    if (!email.empty() && !typed::is_mail_address(email)) {
        to.complaints << "wego-awards: not an e-mail address: " << email << '\n';
        return 1;
    }
    const auto token = access_control::make_token();
    const auto days = settings.security.invitation_days;
    const auto details = boost::json::serialize(boost::json::object{{"name", name}, {"email", email}});
    auto db = connection(settings);
    db.begin(store::transaction_kind::write, store::database_role::access, std::nullopt);
    store::add_link(db, access_control::hash_of(token), store::link_purpose::first_secretariat, std::nullopt,
                    details, days * minutes_of_a_day);
    db.commit();
    to.output << address_of(settings) << "/first-secretariat/" << token << '\n';
    return 0;
}

int show_code(const config::settings& settings, std::string_view email, streams to) {
    auto db = connection(settings);
    db.begin(store::transaction_kind::read, store::database_role::access, std::nullopt);
    const auto secret =
        store::find_demonstration_secret(db, typed::find_mail_address(email).value_or(std::string(email)));
    const auto now = db.clock();
    db.rollback();
    if (!secret) {
        to.complaints << "wego-awards: no account of the demonstration with one-time codes: " << email
                      << '\n';
        return 1;
    }
    to.output << access_control::totp_code(secret->data, now) << '\n';
    return 0;
}

int close_account(const config::settings& settings, std::string_view email, streams to) {
    auto db = connection(settings);
    db.begin(store::transaction_kind::write, store::database_role::access, std::nullopt);
    const auto person = store::find_person(db, typed::find_mail_address(email).value_or(std::string(email)));
    if (!person || person->disabled_at) {
        db.rollback();
        to.complaints << "wego-awards: no open account has this address: " << email << '\n';
        return 1;
    }
    db.act_as(store::database_role::access, person->id);
    store::leave_every_office(db, person->id);
    const store::author who{{workflow::role::nobody, person->id}, std::nullopt};
    if (!acts::close_account({db, who, address_of(settings), {}})) {
        db.rollback();
        to.complaints << "wego-awards: " << email
                      << " judges in an edition that is not over: the secretariat takes a judge off first\n";
        return 1;
    }
    db.commit();
    to.output << "closed: " << email << '\n';
    return 0;
}

}  // namespace commands
