// Databases for tests. A template is migrated once in each test program; store tests share one clone of
// it and roll back, http tests each get a clone of their own. Needs WEGO_TEST_DATABASE, the connection
// string (key=value form) of a superuser to a throw-away cluster, which ./test sets.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "server/store/database.hpp"

namespace tests {

// The product's own migrations.
std::filesystem::path schema_folder();
// store::migrate(), while no other test program of the cluster does the same.
int migrate_alone(const std::string& connection, const std::filesystem::path& schema);

// A database cloned from the migrated template, or from another one that nobody is connected to; dropped with
// this object.
class throw_away_database {
public:
    explicit throw_away_database(const std::string& copy_of = {});
    ~throw_away_database();
    throw_away_database(const throw_away_database&) = delete;
    throw_away_database& operator=(const throw_away_database&) = delete;

    const std::string& name() const { return name_; }
    // As the superuser, whom row-level security does not bind.
    std::string owner_connection() const;
    // As wego_app, the role the service signs in with.
    std::string connection() const;

    // The database is away: every connection to it ends, none can be made, until it is restored.
    void cut() const;
    void restore() const;
    // What a primary that became a standby says to those who connect from now on.
    void set_read_only(bool) const;

private:
    std::string name_;
};

// Each test runs in one transaction that is rolled back after it; it begins as the superuser, to lay down
// facts, and takes on a role with act_as().
class store_test : public testing::Test {
protected:
    store_test();
    ~store_test() override;

    void act_as(store::database_role role, std::optional<workflow::person_id> person = std::nullopt);
    void act_as_owner();
    // The text of a version of the rules that its hash is of.
    std::string text_of_rules(workflow::rule_set_id version);

    store::database& db;
};

// A test that needs committed facts, or several connections at once.
class http_test : public testing::Test {
protected:
    throw_away_database database;
};

}  // namespace tests
