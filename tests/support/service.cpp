#include "tests/support/service.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/passwords.hpp"
#include "server/access/tokens.hpp"
#include "server/error_pages.hpp"
#include "server/shell.hpp"
#include "server/store/people.hpp"
#include "tests/support/page_text.hpp"
#include "tests/support/raw_client.hpp"

#include <boost/json/parse.hpp>

#include <liboath/oath.h>

#include <algorithm>

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

std::string host_lines(const std::map<std::string, std::string>& cookies, const fields& headers) {
    std::string lines = "Host: awards.example\r\nConnection: close\r\n";
    std::string jar;
    for (const auto& [name, value] : cookies) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
    if (!jar.empty()) lines += "Cookie: " + jar + "\r\n";
    for (const auto& [name, value] : headers) lines += name + ": " + value + "\r\n";
    return lines;
}

}  // namespace

// ── the service
// ────────────────────────────────────────────────────────────────────────────────────────────────

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
    run("insert into secretariat (person_id, edition_id) values (:person, null)", {{"person", person}});
    return person;
}

std::string service::code_now() {
    return access_control::totp_code(totp_secret,
                                     with_database([](store::database& db) { return db.clock(); }));
}

std::string service::letter::link() const {
    const auto known = boost::json::parse(facts).as_object();
    if (!known.contains("link")) return "";
    const std::string whole(known.at("link").as_string());
    return whole.substr(whole.find('/', whole.find("//") + 2));
}

namespace {
struct letter_row {
    std::string occasion;
    std::string facts;
};
BOOST_DESCRIBE_STRUCT(letter_row, (), (occasion, facts))
}  // namespace

std::vector<service::letter> service::letters_to(std::string_view address) {
    std::vector<letter> found;
    for (auto& row :
         list<letter_row>("select occasion, facts from letter where to_address = :address order by id",
                          {{"address", address}}))
        found.push_back({row.occasion, row.facts});
    return found;
}

// ── pages
// ──────────────────────────────────────────────────────────────────────────────────────────────────────

std::string page::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

std::string page::text() const {
    return text_of_html(body);
}
std::string page::value_of(std::string_view name) const {
    return find_field_value(body, name).value_or("");
}
fields page::hidden_fields() const {
    return hidden_fields_of(body);
}

// ── the browser
// ────────────────────────────────────────────────────────────────────────────────────────────────

browser::browser(service& service) : service_(service) {}
browser::~browser() = default;

browser& browser::sign_in_as(workflow::person_id person, bool second_factor) {
    const auto token = access_control::make_token();
    service_.with_database([&](store::database& db) {
        store::open_session(db, access_control::hash_of(token), person, second_factor, 12, "a test");
    });
    cookies_["__Host-session"] = token;
    csrf_ = access_control::csrf_token(token);
    return *this;
}

std::string browser::csrf() {
    if (csrf_.empty()) get("/sign-in");
    return csrf_;
}

page browser::send(const std::string& head, const std::string& body, bool has_body) {
    support::raw_client line(service_.port());
    line.send(head + "\r\n" + body);
    const auto raw = line.read(has_body);
    page answer{raw.status, raw.headers, raw.set_cookies, raw.body};
    for (std::size_t at = 0; at < answer.set_cookies.size();) {
        const auto end = answer.set_cookies.find('\n', at);
        const auto one = answer.set_cookies.substr(at, end - at);
        const auto equals = one.find('=');
        const auto name = one.substr(0, equals);
        if (one.find("Max-Age=0") != std::string::npos)
            cookies_.erase(name);
        else
            cookies_[name] = one.substr(equals + 1, one.find(';') - equals - 1);
        at = end + 1;
    }
    if (const auto token = find_field_value(answer.body, "csrf"))
        csrf_ = *token;
    else if (answer.set_cookies.find("__Host-session=") != std::string::npos)
        csrf_ = is_signed_in() ? access_control::csrf_token(cookies_["__Host-session"]) : "";
    return answer;
}

page browser::get(const std::string& target, const fields& headers) {
    return send("GET " + target + " HTTP/1.1\r\n" + host_lines(cookies_, headers), "", true);
}

page browser::head(const std::string& target) {
    return send("HEAD " + target + " HTTP/1.1\r\n" + host_lines(cookies_, {}), "", false);
}

page browser::ask(const std::string& method, const std::string& target, const std::string& type,
                  const std::string& body, const fields& headers) {
    return send(method + " " + target + " HTTP/1.1\r\n" + host_lines(cookies_, headers) +
                    "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n",
                body, true);
}

page browser::post_bare(const std::string& target, const fields& form, const fields& headers) {
    return ask("POST", target, "application/x-www-form-urlencoded", urlencoded(form), headers);
}

page browser::post(const std::string& target, fields form, const fields& headers) {
    form.emplace_back("csrf", csrf());
    return post_bare(target, form, headers);
}

page browser::post_file(const std::string& target, fields form, const file& sent) {
    const std::string boundary = "a-boundary-of-the-tests";
    form.emplace_back("csrf", csrf());
    std::string body;
    for (const auto& [name, value] : form)
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
                value + "\r\n";
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + sent.field + "\"; filename=\"" +
            sent.name + "\"\r\nContent-Type: " + sent.type + "\r\n\r\n" + sent.bytes + "\r\n--" + boundary +
            "--\r\n";
    return ask("POST", target, "multipart/form-data; boundary=" + boundary, body);
}

std::string code_of_page(service& service, const page& shown) {
    const std::string mark = "class=\"wego-secret\">";
    const auto start = shown.body.find(mark) + mark.size();
    const auto text = shown.body.substr(start, shown.body.find('<', start) - start);
    char* raw = nullptr;
    std::size_t size = 0;
    oath_base32_decode(text.data(), text.size(), &raw, &size);
    const std::string secret(raw, size);
    std::free(raw);
    return access_control::totp_code(secret,
                                     service.with_database([](store::database& db) { return db.clock(); }));
}

std::vector<std::string> recovery_codes_of(const page& shown) {
    std::vector<std::string> codes;
    for (auto at = shown.body.find("<li>", shown.body.find("wego-codes")); at != std::string::npos;
         at = shown.body.find("<li>", at + 1)) {
        const auto code = shown.body.substr(at + 4, shown.body.find('<', at + 4) - at - 4);
        if (code.size() == 14) codes.push_back(code);
    }
    return codes;
}

page browser::follow(const page& answer) {
    return answer.status == 303 ? get(answer.location()) : answer;
}

}  // namespace tests
