#include "tests/support/service.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/tokens.hpp"
#include "server/store/people.hpp"
#include "tests/support/page_text.hpp"
#include "tests/support/raw_client.hpp"

#include <liboath/oath.h>

namespace tests {
namespace {

std::string host_lines(const std::map<std::string, std::string>& cookies, const fields& headers) {
    std::string lines = "Host: awards.example\r\nConnection: close\r\n";
    std::string jar;
    for (const auto& [name, value] : cookies) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
    if (!jar.empty()) lines += "Cookie: " + jar + "\r\n";
    for (const auto& [name, value] : headers) lines += name + ": " + value + "\r\n";
    return lines;
}

}  // namespace

// ── pages
// ──────────────────────────────────────────────────────────────────────────────────────────────────────

std::string page::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

std::string page::body_but_mark() const {
    const auto mark = value_of("once");
    auto rest = body;
    if (!mark.empty())
        for (auto at = rest.find(mark); at != rest.npos; at = rest.find(mark))
            rest.replace(at, mark.size(), "");
    return rest;
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
