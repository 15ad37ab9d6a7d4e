#include "server/store/people.hpp"

#include <cmath>

namespace store {
namespace {

struct lock_taken {
    bool taken;
};
BOOST_DESCRIBE_STRUCT(lock_taken, (), (taken))

}  // namespace

std::optional<person_row> find_person(database& db, std::string_view email) {
    return db.find<person_row>(R"(select id, email, name, language, confirmed_at, disabled_at from person
                                  where email = lower(:email))",
                               {{"email", email}});
}

person_row load_person(database& db, workflow::person_id id) {
    return db.load<person_row>(
        "select id, email, name, language, confirmed_at, disabled_at from person where id = :id",
        {{"id", id}});
}

workflow::person_id add_person(database& db, std::string_view email, std::string_view name, bool confirmed,
                               bool demonstration) {
    return db.value<workflow::person_id>(
        R"(insert into person (email, name, confirmed_at, demonstration)
           values (lower(:email), :name, case when :confirmed then clock_timestamp() end, :demonstration)
           returning id)",
        {{"email", email}, {"name", name}, {"confirmed", confirmed}, {"demonstration", demonstration}});
}

void confirm_person(database& db, workflow::person_id id) {
    db.run("update person set confirmed_at = coalesce(confirmed_at, clock_timestamp()) where id = :id",
           {{"id", id}});
}

void lock_address(database& db, std::string_view email) {
    db.list<lock_taken>(
        "select true as taken from (select pg_advisory_xact_lock(hashtext(lower(:email)))) as lock",
        {{"email", email}});
}

undone_work::undone_work(database& db) : db_(db) {
    db_.run_script("savepoint undone_work");
}

undone_work::~undone_work() {
    try {
        if (db_.in_transaction()) db_.run_script("rollback to savepoint undone_work");
    } catch (const failure&) {
        // The transaction is lost, and its commit will say so.
    }
}

void rename_person(database& db, workflow::person_id id, std::string_view name, std::string_view language) {
    db.run("update person set name = :name, language = :language where id = :id",
           {{"name", name}, {"language", language}, {"id", id}});
}

bool change_zone(database& db, workflow::person_id id, std::string_view zone) {
    return db.run(
               R"(update person set zone = :zone where id = :id
                  and (cast(:zone as text) = '' or exists (select from pg_timezone_names where name = :zone)))",
               {{"zone", zone}, {"id", id}}) == 1;
}

void settle_zone(database& db, workflow::person_id id, std::string_view zone) {
    db.run(
        R"(update person set zone = :zone where id = :id and zone is null
           and exists (select from pg_timezone_names where name = :zone))",
        {{"zone", zone}, {"id", id}});
}

std::string load_zone(database& db, workflow::person_id id) {
    return db.value<std::string>("select coalesce(zone, '') from person where id = :id", {{"id", id}});
}

void change_address(database& db, workflow::person_id id, std::string_view email) {
    db.run("update person set email = lower(:email), confirmed_at = clock_timestamp() where id = :id",
           {{"email", email}, {"id", id}});
}

std::optional<account_row> find_account(database& db, std::string_view email, const bytes& device_hash) {
    return db.find<account_row>(
        R"(select p.id, p.email, p.name, p.language, p.confirmed_at is not null as is_confirmed,
                  p.disabled_at is not null as is_disabled, c.password_hash,
                  c.totp_active_at is not null as has_totp,
                  exists (select from secretariat s where s.person_id = p.id and s.in_force) as in_any_office,
                  exists (select from judge j where j.person_id = p.id and j.left_at is null
                          and j.accepted_at is not null) as on_any_panel,
                  exists (select from known_device d where d.person_id = p.id) as has_devices,
                  exists (select from known_device d where d.person_id = p.id and d.token_hash = :device) as knows_device
           from person p left join credential c on c.person_id = p.id
           where p.email = lower(:email))",
        {{"email", email}, {"device", device_hash}});
}

void add_device(database& db, const bytes& token_hash, workflow::person_id person) {
    db.run("insert into known_device (token_hash, person_id) values (:token, :person) on conflict do nothing",
           {{"token", token_hash}, {"person", person}});
}

void join_every_office(database& db, workflow::person_id person) {
    db.run(R"(insert into secretariat (person_id, edition_id, added_at, accepted_at, confirmed_at)
              values (:person, null, :now, :now, :now))",
           {{"person", person}, {"now", db.clock()}});
}

std::optional<credential_row> find_credential(database& db, workflow::person_id id) {
    return db.find<credential_row>(
        "select password_hash, totp_secret, totp_active_at, totp_last_step from credential where person_id = "
        ":id",
        {{"id", id}});
}

void set_password(database& db, workflow::person_id id, std::string_view hash) {
    db.run(R"(insert into credential (person_id, password_hash) values (:id, :hash)
              on conflict (person_id) do update set password_hash = excluded.password_hash,
                                                    changed_at = clock_timestamp())",
           {{"id", id}, {"hash", hash}});
}

void propose_totp(database& db, workflow::person_id id, const bytes& secret) {
    db.run(R"(insert into credential (person_id, totp_secret) values (:id, :secret)
              on conflict (person_id) do update set totp_secret = excluded.totp_secret, totp_active_at = null,
                                                    totp_last_step = 0, changed_at = clock_timestamp())",
           {{"id", id}, {"secret", secret}});
}

void activate_totp(database& db, workflow::person_id id, std::int64_t step) {
    db.run(R"(update credential set totp_active_at = clock_timestamp(), totp_last_step = :step
              where person_id = :id)",
           {{"step", step}, {"id", id}});
}

bool use_totp_step(database& db, workflow::person_id id, std::int64_t step) {
    return db.run(
               "update credential set totp_last_step = :step where person_id = :id and totp_last_step < "
               ":step",
               {{"step", step}, {"id", id}}) == 1;
}

void replace_recovery_codes(database& db, workflow::person_id id, const std::vector<bytes>& hashes) {
    db.run("delete from recovery_code where person_id = :id", {{"id", id}});
    db.run(R"(insert into recovery_code (person_id, code_hash) select :id, hash
              from unnest(cast(:hashes as bytea[])) as hash)",
           {{"id", id}, {"hashes", hashes}});
}

bool use_recovery_code(database& db, workflow::person_id id, const bytes& hash) {
    return db.run(R"(update recovery_code set used_at = clock_timestamp()
                     where person_id = :id and code_hash = :hash and used_at is null)",
                  {{"id", id}, {"hash", hash}}) == 1;
}

int count_recovery_codes(database& db, workflow::person_id id) {
    return db.value<int>("select count(*) from recovery_code where person_id = :id and used_at is null",
                         {{"id", id}});
}

void open_session(database& db, const bytes& token_hash, workflow::person_id person, bool second_factor,
                  int hours, std::string_view user_agent) {
    db.run(R"(insert into session (token_hash, person_id, second_factor_at, expires_at, user_agent)
              values (:token, :person, case when :second_factor then clock_timestamp() end,
                      clock_timestamp() + make_interval(hours => cast(:hours as integer)), left(:agent, 300)))",
           {{"token", token_hash},
            {"person", person},
            {"second_factor", second_factor},
            {"hours", hours},
            {"agent", user_agent}});
}

void renew_session(database& db, const bytes& old_hash, const bytes& new_hash) {
    db.run(
        R"(update session set token_hash = :new, second_factor_at = clock_timestamp(), seen_at = clock_timestamp(),
                                 resets_factor = false
              where token_hash = :old)",
        {{"new", new_hash}, {"old", old_hash}});
}

void touch_session(database& db, const bytes& token_hash) {
    db.run("update session set seen_at = clock_timestamp() where token_hash = :token",
           {{"token", token_hash}});
}

void end_session(database& db, const bytes& token_hash) {
    db.run("delete from session where token_hash = :token", {{"token", token_hash}});
}

long end_other_sessions(database& db, workflow::person_id person, const bytes& kept_hash) {
    return db.run("delete from session where person_id = :person and token_hash <> :kept",
                  {{"person", person}, {"kept", kept_hash}});
}

std::vector<session_row> list_sessions(database& db, workflow::person_id person, const bytes& this_hash) {
    return db.list<session_row>(
        R"(select created_at, seen_at, user_agent, token_hash = :this as is_this from session
           where person_id = :person and expires_at > clock_timestamp() order by seen_at desc)",
        {{"this", this_hash}, {"person", person}});
}

void end_links(database& db, std::optional<workflow::person_id> person, link_purpose purpose) {
    db.run(R"(update mail_link set used_at = clock_timestamp()
              where person_id = :person and purpose = :purpose and used_at is null)",
           {{"person", person}, {"purpose", purpose}});
}

void add_link(database& db, const bytes& token_hash, link_purpose purpose,
              std::optional<workflow::person_id> person, std::string_view details, int minutes) {
    if (db.role() == database_role::access && purpose != link_purpose::confirm_address)
        end_links(db, person, purpose);
    db.run(R"(insert into mail_link (token_hash, purpose, person_id, details, expires_at)
              values (:token, :purpose, :person, :details,
                      clock_timestamp() + make_interval(mins => cast(:minutes as integer))))",
           {{"token", token_hash},
            {"purpose", purpose},
            {"person", person},
            {"details", details},
            {"minutes", minutes}});
}

std::optional<link_row> find_link(database& db, const bytes& token_hash, link_purpose purpose) {
    return db.find<link_row>(R"(select purpose, person_id, details from mail_link
                                where token_hash = :token and purpose = :purpose and used_at is null
                                  and expires_at > clock_timestamp())",
                             {{"token", token_hash}, {"purpose", purpose}});
}

std::optional<link_row> use_link(database& db, const bytes& token_hash, link_purpose purpose) {
    return db.find<link_row>(R"(update mail_link set used_at = clock_timestamp()
                                where token_hash = :token and purpose = :purpose and used_at is null
                                  and expires_at > clock_timestamp()
                                returning purpose, person_id, details)",
                             {{"token", token_hash}, {"purpose", purpose}});
}

std::optional<int> find_wait(database& db, std::string_view bucket, int most, int window_minutes) {
    const auto left = db.value<double>(
        R"(insert into rate_bucket as b (key, tokens, updated_at) values (:key, cast(:most as float8) - 1, clock_timestamp())
           on conflict (key) do update set
               tokens = greatest(-1, least(cast(:most as float8),
                   b.tokens + extract(epoch from clock_timestamp() - b.updated_at) * cast(:most as float8)
                       / (cast(:window as float8) * 60)) - 1),
               updated_at = clock_timestamp()
           returning tokens)",
        {{"key", bucket}, {"most", most}, {"window", window_minutes}});
    if (left >= 0) return std::nullopt;
    return static_cast<int>(std::ceil(-left * window_minutes * 60.0 / most));
}

void give_back(database& db, const std::vector<std::string>& buckets) {
    db.run("update rate_bucket set tokens = tokens + 1 where key = any(cast(:keys as text[]))",
           {{"keys", buckets}});
}

std::optional<bytes> find_demonstration_secret(database& db, std::string_view email) {
    auto found =
        db.values<bytes>(R"(select c.totp_secret from credential c join person p on p.id = c.person_id
                                   where p.email = lower(:email) and p.demonstration and c.totp_active_at is not null)",
                         {{"email", email}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace store
