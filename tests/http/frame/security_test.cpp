#include <gtest/gtest.h>

#include "server/http/response.hpp"
#include "tests/support/edge_server.hpp"
#include "tests/support/raw_client.hpp"

using http::body_policy;
using http::method;
using support::get;
using support::post;
using support::raw_client;

namespace {

const std::vector<http::route> guarded_routes{
    {method::get, "/"},       {method::get, "/status/{code:number}"},
    {method::get, "/who"},    {method::get, "/file"},
    {method::get, "/cookie"}, {method::post, "/form", http::pool::ordinary, body_policy::form, 1000},
};

http::response answer(http::request& asked) {
    if (asked.pattern == "/status/{code:number}") return http::text(std::stoi(asked.parameter("code")), "x");
    if (asked.pattern == "/who")
        return http::text(200, asked.remote + (http::origin_is_own(asked) ? " own" : " foreign"));
    if (asked.pattern == "/file") return http::attachment("Müll\"\r\n;.pdf", "application/pdf", "%PDF");
    if (asked.pattern == "/cookie") {
        auto made = http::see_other("/");
        made.with(http::cookie{"__Host-session", "abc", std::chrono::seconds(60)});
        return made;
    }
    return http::text(200, asked.header("x-folded").empty() ? "ok" : "folded");
}

void expect_security_headers(const support::raw_answer& got, const std::string& which) {
    EXPECT_EQ(
        got.header("content-security-policy"),
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        << which;
    EXPECT_EQ(got.header("x-content-type-options"), "nosniff") << which;
    EXPECT_EQ(got.header("referrer-policy"), "same-origin") << which;
    EXPECT_EQ(got.header("cross-origin-opener-policy"), "same-origin") << which;
    EXPECT_EQ(got.header("cross-origin-resource-policy"), "same-origin") << which;
    EXPECT_NE(got.header("permissions-policy"), "") << which;
    EXPECT_EQ(got.header("access-control-allow-origin"), "") << which;
    EXPECT_EQ(got.header("cache-control"), "no-store") << which;
    EXPECT_NE(got.header("date"), "") << which;
}

}  // namespace

TEST(security, headers_are_on_every_answer) {
    auto chosen = support::edge_settings();
    chosen.is_behind_tls = true;
    support::edge_server server(guarded_routes, answer, chosen);
    for (const std::string code :
         {"200", "201", "204", "301", "303", "400", "403", "404", "409", "422", "429", "500"}) {
        raw_client client(server.port());
        const auto got = client.ask(get("/status/" + code, "Origin: https://evil.example\r\n"));
        EXPECT_EQ(std::to_string(got.status), code);
        expect_security_headers(got, code);
        EXPECT_EQ(got.header("strict-transport-security"), "max-age=31536000; includeSubDomains") << code;
    }
    const std::vector<std::pair<int, std::string>> refused{
        {404, get("/nowhere")},
        {405, "DELETE / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {204, "OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {400, "GET / HTTP/1.1\r\n\r\n"},
        {400, "nonsense\r\n\r\n"},
        {413, post("/form", "application/x-www-form-urlencoded", std::string(2000, 'x'))},
        {415, post("/form", "image/png", "x")},
        {431, get("/", "X: " + std::string(20'000, 'x') + "\r\n")},
    };
    for (const auto& [status, request] : refused) {
        const auto got = raw_client(server.port()).ask(request);
        EXPECT_EQ(got.status, status);
        expect_security_headers(got, std::to_string(status));
    }
}

TEST(security, no_transport_security_in_the_clear) {
    support::edge_server server(guarded_routes, answer);
    EXPECT_EQ(raw_client(server.port()).ask(get("/")).header("strict-transport-security"), "");
}

namespace {

std::vector<std::string> smuggling_payloads() {
    const std::string start =
        "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    const std::string hidden = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    return {
        start + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden,
        start + "Content-Length: 3\r\nContent-Length: 3\r\n\r\na=b" + hidden,
        start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b" + hidden,
        start + "Content-Length: 3, 3\r\n\r\na=b" + hidden,
        start + "Content-Length: +3\r\n\r\na=b" + hidden,
        start + "Content-Length: 0x3\r\n\r\na=b" + hidden,
        start + "Content-Length: 3 \r\nContent-Length : 3\r\n\r\na=b" + hidden,
        start + "Content-Length: 99999999999999999999\r\n\r\na=b" + hidden,
        start + "Transfer-Encoding: identity\r\n\r\n" + hidden,
        start + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + hidden,
        start + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" + hidden,
        start + "Transfer-Encoding: chunked\r\n\r\n3\r\na=bXX0\r\n\r\n" + hidden,
        start + "Transfer-Encoding: chunked\r\n\r\n3\na=b\n0\n\n" + hidden,
        "POST /form HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        "GET / HTTP/1.1\nHost: a\n\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\r\nX-Folded: b\r\n c\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\r\n\tX-Folded: b\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b" + std::string(1, '\0') + "\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\n\r\n" + hidden,
        "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\nX",
        "GET / HTTP/2.0\r\nHost: a\r\n\r\n" + hidden,
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n" + hidden,
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n" + hidden,
    };
}

}  // namespace

TEST(security, smuggling_gets_400_and_the_end) {
    support::edge_server server(guarded_routes, answer);
    for (const auto& payload : smuggling_payloads()) {
        raw_client client(server.port());
        client.send(payload);
        EXPECT_EQ(client.read().status, 400) << payload;
        EXPECT_EQ(client.read().status, 0) << payload;
    }
}

TEST(security, forwarded_addresses_count_only_from_trusted_proxies) {
    const auto lines = "X-Forwarded-For: 198.51.100.9, 203.0.113.7, 10.1.2.3\r\nX-Real-IP: 9.9.9.9\r\n";
    support::edge_server open(guarded_routes, answer);
    EXPECT_EQ(raw_client(open.port()).ask(get("/who", lines)).body, "127.0.0.1 own");
    auto chosen = support::edge_settings();
    chosen.trusted_proxies = {"127.0.0.1", "10.0.0.0/8"};
    support::edge_server behind(guarded_routes, answer, chosen);
    EXPECT_EQ(raw_client(behind.port()).ask(get("/who", lines)).body, "203.0.113.7 own");
    EXPECT_EQ(raw_client(behind.port()).ask(get("/who", "X-Forwarded-For: junk\r\n")).body, "127.0.0.1 own");
}

TEST(security, other_origins_are_told) {
    support::edge_server server(guarded_routes, answer);
    raw_client client(server.port());
    EXPECT_EQ(client.ask(get("/who", "Origin: http://awards.example\r\n")).body, "127.0.0.1 own");
    for (const auto* lines :
         {"Origin: https://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
          "Sec-Fetch-Site: same-site\r\n", "Origin: http://awards.example.evil.example\r\n"})
        EXPECT_EQ(client.ask(get("/who", lines)).body, "127.0.0.1 foreign") << lines;
}

TEST(security, cookies_belong_to_this_host) {
    support::edge_server server(guarded_routes, answer);
    const auto got = raw_client(server.port()).ask(get("/cookie"));
    EXPECT_EQ(got.set_cookies, "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60\n");
    EXPECT_THROW(http::response().with(http::cookie{"session", "abc", {}}), std::invalid_argument);
    EXPECT_THROW(http::response().with(http::cookie{"__Host-a", "b; Domain=c", {}}), std::invalid_argument);
}

TEST(security, redirects_stay_within_the_service) {
    for (const auto* url : {"javascript:alert(1)", "//evil.example", "/\\evil.example",
                            "https://evil.example", "", "/a\r\nSet-Cookie: b", "data:text/html,x", "entries"})
        EXPECT_THROW(http::see_other(url), std::invalid_argument) << url;
    EXPECT_EQ(http::see_other("/entries/5?saved=1#top").status, 303);
}

TEST(security, a_file_to_be_saved_has_one_harmless_name_and_a_sandbox) {
    support::edge_server server(guarded_routes, answer);
    const auto got = raw_client(server.port()).ask(get("/file"));
    EXPECT_EQ(got.header("content-disposition"),
              "attachment; filename=\"M__ll___;.pdf\"; filename*=UTF-8''M%C3%BCll%22%0D%0A%3B.pdf");
    EXPECT_EQ(got.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'; sandbox");
    EXPECT_EQ(got.header("x-content-type-options"), "nosniff");
    EXPECT_THROW(http::response().with("X-A", "b\r\nc"), std::invalid_argument);
}
