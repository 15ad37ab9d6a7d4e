#include "tests/support/database.hpp"

#include <unistd.h>

#include <cstdlib>

#include "server/store/migrations.hpp"

namespace tests {
namespace {

// In a libpq connection string the last of two equal keys counts.
std::string to_cluster(const std::string& database) {
    const char* given = std::getenv("WEGO_TEST_DATABASE");
    if (!given) throw std::runtime_error("WEGO_TEST_DATABASE is not set: run these tests with ./test");
    return database.empty() ? given : std::string(given) + " dbname=" + database;
}

store::limits patient() {
    store::limits limits;
    limits.statement_timeout_ms = 60000;
    limits.lock_timeout_ms = 60000;
    return limits;
}

void command(const std::string& sql) {
    store::database(to_cluster(""), patient()).run_script(sql);
}

std::string new_name(const std::string& purpose) {
    static int count = 0;
    return "wego_" + purpose + "_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

class migrated_template {
public:
    migrated_template() : name(new_name("template")) {
        command("create database " + name);
        migrate_alone(to_cluster(name), schema_folder());
    }
    ~migrated_template() {
        try {
            command("drop database if exists " + name);
        } catch (const std::exception&) {
            // The cluster is thrown away anyway.
        }
    }
    const std::string name;
};

const std::string& template_name() {
    static const migrated_template once;
    return once.name;
}

store::database& shared_database() {
    static const throw_away_database clone;
    static std::unique_ptr<store::database> open;
    if (!open || open->is_broken())
        open = std::make_unique<store::database>(clone.owner_connection(), patient());
    return *open;
}

}  // namespace

std::filesystem::path schema_folder() {
    return WEGO_SOURCE_DIR "/schema";
}

int migrate_alone(const std::string& connection, const std::filesystem::path& schema) {
    // Roles are of the whole cluster: two programs that grant them at one instant would refuse each other.
    store::database one_at_a_time(to_cluster(""), patient());
    one_at_a_time.run_script("select pg_advisory_lock(1)");
    return store::migrate(connection, schema);
}

throw_away_database::throw_away_database(const std::string& copy_of) : name_(new_name("test")) {
    command("create database " + name_ + " template " + (copy_of.empty() ? template_name() : copy_of));
}

void throw_away_database::cut() const {
    command("alter database " + name_ + " allow_connections false");
    command("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '" + name_ + "'");
}

void throw_away_database::restore() const {
    command("alter database " + name_ + " allow_connections true");
}

void throw_away_database::set_read_only(bool is_read_only) const {
    command("alter database " + name_ +
            " set default_transaction_read_only = " + (is_read_only ? "on" : "off"));
}

throw_away_database::~throw_away_database() {
    try {
        command("drop database if exists " + name_ + " with (force)");
    } catch (const std::exception&) {
        // The cluster is thrown away anyway.
    }
}

std::string throw_away_database::owner_connection() const {
    return to_cluster(name_);
}
std::string throw_away_database::connection() const {
    return to_cluster(name_) + " user=wego_app";
}

store_test::store_test() : db(shared_database()) {
    db.begin(store::transaction_kind::write, store::database_role::secretariat, std::nullopt);
    act_as_owner();
}

store_test::~store_test() {
    db.rollback();
}

void store_test::act_as(store::database_role role, std::optional<workflow::person_id> person) {
    db.act_as(role, person);
}

std::string store_test::text_of_rules(workflow::rule_set_id version) {
    return db.value<std::string>("select body from rule_set where id = :id", {{"id", version}});
}

void store_test::act_as_owner() {
    db.run_script("set local role none");
}

}  // namespace tests
