#include "tests/support/service.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/passwords.hpp"
#include "server/error_pages.hpp"
#include "server/shell.hpp"
#include "server/store/people.hpp"
#include "tests/support/builders.hpp"

#include <boost/json/parse.hpp>

namespace tests {

const std::string service::totp_secret = "12345678901234567890";

namespace {

store::limits patient() {
    store::limits limits;
    limits.statement_timeout_ms = 60000;
    limits.lock_timeout_ms = 60000;
    limits.idle_in_transaction_timeout_ms = 0;
    return limits;
}

config::settings settings_for(const throw_away_database& database) {
    config::settings chosen;
    chosen.database.connection = database.connection();
    chosen.database.owner_connection = database.owner_connection();
    chosen.server.public_address = "http://awards.example";
    chosen.server.workers = 4;
    chosen.paths.templates = WEGO_SOURCE_DIR "/server/pages";
    chosen.paths.assets = WEGO_BINARY_DIR "/assets";
    chosen.paths.editions = WEGO_SOURCE_DIR "/config/editions";
    chosen.paths.schema = WEGO_SOURCE_DIR "/schema";
    chosen.paths.wording = WEGO_SOURCE_DIR "/notifications/wording";
    chosen.paths.var = (std::filesystem::temp_directory_path() / database.name()).string();
    // As cheap as Argon2id goes: these tests are not about its cost.
    chosen.security.password_passes = 1;
    chosen.security.password_memory_kib = 8;
    chosen.log.level = config::log_level::error;
    return chosen;
}

http::settings edge_settings(const config::settings& from) {
    http::settings chosen;
    chosen.port = 0;
    chosen.own_origin = from.server.public_address;
    chosen.trusted_proxies = from.server.trusted_proxies;
    chosen.ordinary = {static_cast<std::size_t>(from.server.workers), 64};
    chosen.slow = {static_cast<std::size_t>(from.server.slow_workers), 64};
    chosen.spool_directory = std::filesystem::path(from.paths.var) / "spool";
    std::filesystem::create_directories(chosen.spool_directory);
    return chosen;
}

const pages::catalogue& shared_catalogue() {
    static const pages::catalogue once([] {
        pages::catalogue_source source;
        source.templates = WEGO_SOURCE_DIR "/server/pages";
        source.assets = WEGO_BINARY_DIR "/assets";
        source.languages.emplace_back(pages::pseudo_language);
        return source;
    }());
    return once;
}

}  // namespace

struct service::running {
    explicit running(const config::settings& settings)
        : observed(settings.log.level),
          services{settings, shared_catalogue()},
          table(http_routes(settings)),
          server(edge_settings(settings), table, parts()) {
        server.start();
    }
    http::parts parts() {
        http::parts lent;
        lent.make_worker = [this](http::pool) {
            return std::make_unique<shell>(services, observed, prepared_pages);
        };
        lent.make_error_page = [this](int status, std::string_view id) {
            return error_pages::by_status(services.pages, status, id);
        };
        lent.observer = &observed;
        lent.pages = &prepared_pages;
        return lent;
    }
    observations observed;
    http::page_cache prepared_pages;
    features::services services;
    std::vector<http::route> table;
    http::server server;
};

service::service(const std::function<void(config::settings&)>& change, const std::string& copy_of)
    : database_(copy_of),
      settings_(settings_for(database_)),
      owner_(std::make_unique<store::database>(database_.owner_connection(), patient())) {
    if (change) change(settings_);
    running_ = std::make_unique<running>(settings_);
}

service::~service() {
    running_->server.stop();
    std::error_code ignored;
    std::filesystem::remove_all(settings_.paths.var, ignored);
}

unsigned short service::port() const {
    return running_->server.port();
}

void service::begin() {
    if (owner_->in_transaction()) owner_->rollback();
    const auto begin_as_owner = [&] {
        owner_->begin(store::transaction_kind::write, store::database_role::access, std::nullopt);
        owner_->run_script("set local role none");
    };
    try {
        begin_as_owner();
    } catch (const store::failure&) {
        // The database was cut in between.
        owner_ = std::make_unique<store::database>(database_.owner_connection(), patient());
        begin_as_owner();
    }
}

long service::run(std::string_view sql, store::parameters values) {
    begin();
    const auto touched = owner_->run(sql, values);
    owner_->commit();
    return touched;
}

workflow::person_id service::add_person(std::string_view name) {
    if (password_hash_.empty())
        password_hash_ = access_control::hash_password(
            good_password, {settings_.security.password_passes, settings_.security.password_memory_kib});
    std::string address;
    for (const unsigned char sign : name)
        address += sign == ' ' ? '.' : static_cast<char>(std::tolower(sign));
    return with_database([&](store::database& db) {
        const auto person = store::add_person(db, address + "@example.org", name, true);
        store::set_password(db, person, password_hash_);
        return person;
    });
}

workflow::person_id service::add_secured_person(std::string_view name) {
    const auto person = add_person(name);
    with_database([&](store::database& db) {
        store::propose_totp(db, person, {totp_secret});
        store::activate_totp(db, person, 0);
    });
    return person;
}

workflow::person_id service::add_secretariat(std::string_view name) {
    const auto person = add_secured_person(name);
    with_database([&](store::database& db) { put_in_office(db, person); });
    return person;
}

std::string service::code_now() {
    return access_control::totp_code(totp_secret,
                                     with_database([](store::database& db) { return db.clock(); }));
}

std::string service::letter::link() const {
    const auto known = boost::json::parse(content).as_object();
    if (!known.contains("link")) return "";
    const std::string whole(known.at("link").as_string());
    return whole.substr(whole.find('/', whole.find("//") + 2));
}

namespace {
struct letter_row {
    std::string occasion;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(letter_row, (), (occasion, content))
}  // namespace

std::vector<service::letter> service::letters_to(std::string_view address) {
    std::vector<letter> found;
    for (auto& row : list<letter_row>(
             "select occasion, facts as content from letter where to_address = :address order by id",
             {{"address", address}}))
        found.push_back({row.occasion, row.content});
    return found;
}

}  // namespace tests
