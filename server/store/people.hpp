#pragma once
// People, their secrets, sessions and mailed links. Everything here runs under the role wego_access, which
// alone may read those tables. Tokens arrive hashed: the database never sees one that opens anything.

#include "server/store/database.hpp"

namespace store {

struct person_row {
    workflow::person_id id;
    std::string email;
    std::string name;
    std::string language;
    std::optional<workflow::instant> confirmed_at;
    std::optional<workflow::instant> disabled_at;
};
BOOST_DESCRIBE_STRUCT(person_row, (), (id, email, name, language, confirmed_at, disabled_at))

std::optional<person_row> find_person(database&, std::string_view email);
person_row load_person(database&, workflow::person_id);
// Throws failure{constraint person_email_unique} when the address is known.
workflow::person_id add_person(database&, std::string_view email, std::string_view name, bool confirmed,
                               bool demonstration = false);
void confirm_person(database&, workflow::person_id);
// What is done while it lives leaves no trace: the same work for an address that nobody has, so that the time
// of an answer tells nothing.
class undone_work {
public:
    explicit undone_work(database&);
    ~undone_work();
    undone_work(const undone_work&) = delete;
    undone_work& operator=(const undone_work&) = delete;

private:
    database& db_;
};

// Holds up others who register this address until the transaction ends: a form sent twice makes one person.
void lock_address(database&, std::string_view email);
void rename_person(database&, workflow::person_id, std::string_view name, std::string_view language);
// E4: the zone in which the person reads instants, besides the edition's; empty: none is wanted. False for a
// zone that the database does not know.
bool change_zone(database&, workflow::person_id, std::string_view zone);
// Where the person never said one: what the browser says.
void settle_zone(database&, workflow::person_id, std::string_view zone);
// Empty where it is not known.
std::string load_zone(database&, workflow::person_id);
void change_address(database&, workflow::person_id, std::string_view email);

// Everything that signing in asks about an address, in one question, so that a known address costs what an
// unknown one costs.
struct account_row {
    workflow::person_id id;
    std::string email;
    std::string name;
    std::string language;
    bool is_confirmed;
    bool is_disabled;
    std::optional<std::string> password_hash;
    bool has_totp;
    bool in_any_office;
    bool on_any_panel;  // and accepted the invitation
    bool has_devices;   // signed in before, anywhere
    bool knows_device;  // signed in before in this browser
};
BOOST_DESCRIBE_STRUCT(account_row, (),
                      (id, email, name, language, is_confirmed, is_disabled, password_hash, has_totp,
                       in_any_office, on_any_panel, has_devices, knows_device))
std::optional<account_row> find_account(database&, std::string_view email, const bytes& device_hash);

// Remembers the browser that holds this token.
void add_device(database&, const bytes& token_hash, workflow::person_id);

// A member of every edition's secretariat, who may found editions: only the acting person for itself, with
// the link from the service's own console.
void join_every_office(database&, workflow::person_id);

struct credential_row {
    std::optional<std::string> password_hash;
    std::optional<bytes> totp_secret;
    std::optional<workflow::instant> totp_active_at;
    std::int64_t totp_last_step;
};
BOOST_DESCRIBE_STRUCT(credential_row, (), (password_hash, totp_secret, totp_active_at, totp_last_step))

std::optional<credential_row> find_credential(database&, workflow::person_id);
void set_password(database&, workflow::person_id, std::string_view hash);
// Puts a secret down that does not count until activate_totp() says that a code of it was given.
void propose_totp(database&, workflow::person_id, const bytes& secret);
void activate_totp(database&, workflow::person_id, std::int64_t step);
// True once for each step: two tries with one code, even at the same time, succeed once.
bool use_totp_step(database&, workflow::person_id, std::int64_t step);
void replace_recovery_codes(database&, workflow::person_id, const std::vector<bytes>& hashes);
bool use_recovery_code(database&, workflow::person_id, const bytes& hash);
int count_recovery_codes(database&, workflow::person_id);

struct session_row {
    workflow::instant created_at;
    workflow::instant seen_at;
    std::string user_agent;
    bool is_this;
};
BOOST_DESCRIBE_STRUCT(session_row, (), (created_at, seen_at, user_agent, is_this))

void open_session(database&, const bytes& token_hash, workflow::person_id, bool second_factor, int hours,
                  std::string_view user_agent);
// After a second factor the session goes on under a new token.
void renew_session(database&, const bytes& old_hash, const bytes& new_hash);
void touch_session(database&, const bytes& token_hash);
void end_session(database&, const bytes& token_hash);
// All of a person's sessions but the one given; returns how many.
long end_other_sessions(database&, workflow::person_id, const bytes& kept_hash);
std::vector<session_row> list_sessions(database&, workflow::person_id, const bytes& this_hash);

enum class link_purpose {
    confirm_address,
    reset_password,
    invitation,
    change_address,
    first_secretariat,
    second_factor_reset
};
BOOST_DESCRIBE_ENUM(link_purpose, confirm_address, reset_password, invitation, change_address,
                    first_secretariat, second_factor_reset)

struct link_row {
    link_purpose purpose;
    std::optional<workflow::person_id> person_id;
    std::string details;
};
BOOST_DESCRIBE_STRUCT(link_row, (), (purpose, person_id, details))

// Every link of this purpose that the person has not used.
void end_links(database&, std::optional<workflow::person_id>, link_purpose);
// A newer link of one purpose ends the person's older ones; but links that confirm an address stand beside
// each other until one was used: a stranger's registration ends nobody's own.
void add_link(database&, const bytes& token_hash, link_purpose, std::optional<workflow::person_id>,
              std::string_view details, int minutes);
// Looks and changes nothing: for GET. Used, expired and unknown links are not found.
std::optional<link_row> find_link(database&, const bytes& token_hash, link_purpose);
// Succeeds once.
std::optional<link_row> use_link(database&, const bytes& token_hash, link_purpose);

// Takes one token of a bucket that holds `most` and refills in `window_minutes`. Nothing: taken; else the
// seconds to wait. Atomic, by the database's clock.
std::optional<int> find_wait(database&, std::string_view bucket, int most, int window_minutes);
// The token was not spent after all: a try that succeeded.
void give_back(database&, const std::vector<std::string>& buckets);

// The secret of a demonstration's account, for the command `user code`; nothing for a real person's.
std::optional<bytes> find_demonstration_secret(database&, std::string_view email);

}  // namespace store
