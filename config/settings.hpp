// Every setting of the service, in one described struct: the defaults stand here, the file
// config/awards.toml explains each key, and the environment has the last word (WEGO_SERVER_PORT is
// server.port). Called once, by main.cpp; everybody else is handed the struct, or a section of it.
// It does not know what the settings are for, and opens nothing but the one file.
#pragma once

#include <boost/describe.hpp>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/bad_file.hpp"

namespace config {

// A text that dump() never shows.
struct secret {
    std::string value;
    friend bool operator==(const secret&, const secret&) = default;
};

struct server_settings {
    std::string address = "127.0.0.1";
    int port = 8080;
    std::string public_address;
    std::string tls_certificate;
    std::string tls_key;
    std::vector<std::string> trusted_proxies;
    std::string metrics_address = "127.0.0.1";
    int metrics_port = 9464;
    int threads = 2;
    int workers = 8;
    int slow_workers = 2;
    int connection_limit = 4096;
    int waiting_limit = 256;
    int header_limit_bytes = 16 * 1024;
    int body_limit_bytes = 1024 * 1024;
    int upload_limit_bytes = 64 * 1024 * 1024;
    int header_timeout_seconds = 10;
    int body_timeout_seconds = 60;
    int upload_timeout_seconds = 3600;
    int write_timeout_seconds = 60;
    int idle_timeout_seconds = 75;
    int stop_timeout_seconds = 10;
};
BOOST_DESCRIBE_STRUCT(server_settings, (),
                      (address, port, public_address, tls_certificate, tls_key, trusted_proxies,
                       metrics_address, metrics_port, threads, workers, slow_workers, connection_limit,
                       waiting_limit, header_limit_bytes, body_limit_bytes, upload_limit_bytes,
                       header_timeout_seconds, body_timeout_seconds, upload_timeout_seconds,
                       write_timeout_seconds, idle_timeout_seconds, stop_timeout_seconds))

struct database_settings {
    std::string connection;  // empty: the cluster that ./run keeps
    std::string owner_connection;
    int background_connections = 3;
    int connect_timeout_seconds = 3;
    int statement_timeout_ms = 5000;
    int lock_timeout_ms = 2000;
    int idle_in_transaction_timeout_ms = 15000;
};
BOOST_DESCRIBE_STRUCT(database_settings, (),
                      (connection, owner_connection, background_connections, connect_timeout_seconds,
                       statement_timeout_ms, lock_timeout_ms, idle_in_transaction_timeout_ms))

enum class mail_security { none, starttls, tls };
BOOST_DESCRIBE_ENUM(mail_security, none, starttls, tls)

struct mail_settings {
    std::string host;
    int port = 587;
    mail_security security = mail_security::starttls;
    std::string user;
    secret password;
    std::string from_name = "WeGO Awards";
    std::string from_address = "awards@wego-awards.example";
    std::string eml_directory;
    int timeout_seconds = 30;
    int attempts = 12;
};
BOOST_DESCRIBE_STRUCT(mail_settings, (),
                      (host, port, security, user, password, from_name, from_address, eml_directory,
                       timeout_seconds, attempts))

struct path_settings {
    std::string var = "var";
    std::string assets = "build/release/assets";
    std::string templates = "server/pages";
    std::string wording = "notifications/wording";
    std::string locale = "locale";
    std::string schema = "schema";
    std::string editions = "config/editions";
};
BOOST_DESCRIBE_STRUCT(path_settings, (), (var, assets, templates, wording, locale, schema, editions))

struct security_settings {
    int session_idle_minutes = 30;
    int session_hours = 12;
    int applicant_session_idle_minutes = 120;
    int link_minutes = 60;
    int invitation_days = 14;
    int sign_in_tries = 10;
    int sign_in_window_minutes = 15;
    int password_minimum_length = 12;
    int password_memory_kib = 64 * 1024;
    int password_passes = 2;
    std::string issuer = "WeGO Awards";
};
BOOST_DESCRIBE_STRUCT(security_settings, (),
                      (session_idle_minutes, session_hours, applicant_session_idle_minutes, link_minutes,
                       invitation_days, sign_in_tries, sign_in_window_minutes, password_minimum_length,
                       password_memory_kib, password_passes, issuer))

struct jobs_settings {
    int clock_seconds = 1;
    int outbox_seconds = 2;
};
BOOST_DESCRIBE_STRUCT(jobs_settings, (), (clock_seconds, outbox_seconds))

struct demonstration_settings {
    bool enabled = false;
};
BOOST_DESCRIBE_STRUCT(demonstration_settings, (), (enabled))

enum class log_level { debug, info, warning, error };
BOOST_DESCRIBE_ENUM(log_level, debug, info, warning, error)

struct log_settings {
    log_level level = log_level::info;
};
BOOST_DESCRIBE_STRUCT(log_settings, (), (level))

struct settings {
    server_settings server;
    database_settings database;
    mail_settings mail;
    path_settings paths;
    security_settings security;
    jobs_settings jobs;
    demonstration_settings demonstration;
    log_settings log;
};
BOOST_DESCRIBE_STRUCT(settings, (), (server, database, mail, paths, security, jobs, demonstration, log))

using bad_settings = bad_file;
using environment = std::map<std::string, std::string>;

// The variables of this process that begin with WEGO_ (WEGO_TEST_… is the tests' own and left out).
environment read_environment();

// Defaults, then the file (when given), then the environment; afterwards what follows from others is
// filled in: public_address, owner_connection, eml_directory. Throws bad_settings: unreadable file,
// malformed TOML, unknown key, wrong type, value out of bounds, unknown variable.
settings load(const std::optional<std::filesystem::path>& file, const environment& variables);

// The settings as TOML that load() reads again; secrets, also those inside connection strings, as "***".
std::string dump(const settings& all);

}  // namespace config
