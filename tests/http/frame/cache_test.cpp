#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "server/http/files.hpp"
#include "server/http/page_cache.hpp"
#include "tests/support/edge_server.hpp"
#include "tests/support/raw_client.hpp"

using http::cache_policy;
using http::method;
using support::get;
using support::raw_client;

namespace {

const std::vector<http::route> cached_routes{{method::get, "/winners"}, {method::get, "/private"}};

/// A directory of static files that goes away with the test.
class scratch_directory {
public:
    scratch_directory()
        : path_(std::filesystem::temp_directory_path() / ("wego-assets-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_ / "fonts");
    }
    ~scratch_directory() { std::filesystem::remove_all(path_); }
    void write(const std::string& name, const std::string& text) { std::ofstream(path_ / name) << text; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct counting {
    std::atomic<int> calls = 0;
    http::response operator()(http::request& asked) {
        auto page = http::html(200, "<p>winners " + std::to_string(++calls) + std::string(500, ' '));
        if (asked.pattern == "/winners") page.may_be_kept(cache_policy::public_page);
        return page;
    }
};

}  // namespace

TEST(page_cache, serves_a_public_page_again_without_a_worker) {
    http::page_cache pages;
    counting count;
    support::edge_server server(cached_routes, std::ref(count), support::edge_settings(), &pages);
    raw_client client(server.port());
    const auto first = client.ask(get("/winners"));
    const auto second = client.ask(get("/winners"));
    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(count.calls, 1);
    EXPECT_EQ(second.header("cache-control"), "public, no-cache");
    EXPECT_NE(second.header("content-security-policy"), "");
    EXPECT_TRUE(server.seen().wait_for_line("finished GET (cached) 200"));
    const auto head = client.ask("HEAD /winners HTTP/1.1\r\nHost: a\r\n\r\n", false);
    EXPECT_EQ(head.header("content-length"), std::to_string(first.body.size()));
    EXPECT_EQ(client.ask(get("/winners", "If-None-Match: " + first.header("etag") + "\r\n")).status, 304);
    EXPECT_EQ(count.calls, 1);
    pages.clear();
    EXPECT_NE(client.ask(get("/winners")).body, first.body);
    EXPECT_EQ(count.calls, 2);
}

TEST(page_cache, never_serves_or_keeps_a_page_for_a_session) {
    http::page_cache pages;
    counting count;
    support::edge_server server(cached_routes, std::ref(count), support::edge_settings(), &pages);
    raw_client client(server.port());
    const auto own = client.ask(get("/winners", "Cookie: a=b; __Host-session=secret\r\n"));
    EXPECT_EQ(own.header("cache-control"), "no-store");
    EXPECT_EQ(pages.size(), 0u);
    client.ask(get("/private"));
    EXPECT_EQ(pages.size(), 0u);
    client.ask(get("/winners"));
    client.ask(get("/winners", "Cookie: __Host-session=secret\r\n"));
    EXPECT_EQ(count.calls, 4);
}

TEST(page_cache, P3_a_page_computed_before_clear_is_not_kept_after_it) {
    http::page_cache pages;
    const auto generation = pages.generation();
    auto page = std::make_shared<const http::prepared>("text/html", "old", cache_policy::public_page, "");
    pages.clear();
    pages.store("/winners", page, generation);
    EXPECT_EQ(pages.size(), 0u);
    pages.store("/winners", page, pages.generation());
    EXPECT_EQ(pages.size(), 1u);
}

TEST(page_cache, P3_clear_during_a_request_keeps_its_page_out) {
    http::page_cache pages;
    support::gate gate;
    const auto slow_page = [&](http::request&) {
        gate.wait();
        auto page = http::html(200, "old");
        page.may_be_kept(cache_policy::public_page);
        return page;
    };
    support::edge_server server(cached_routes, slow_page, support::edge_settings(), &pages);
    raw_client client(server.port());
    client.send(get("/winners"));
    gate.wait_for_waiting(1);
    pages.clear();
    gate.open();
    EXPECT_EQ(client.read().body, "old");
    EXPECT_EQ(pages.size(), 0u);
    client.ask(get("/winners"));
    EXPECT_EQ(pages.size(), 1u);
}

TEST(page_cache, has_a_limit) {
    http::page_cache pages(2, 1000);
    const auto page = [](std::size_t size) {
        return std::make_shared<const http::prepared>("image/png", std::string(size, 'x'),
                                                      cache_policy::public_page, "");
    };
    pages.store("/a", page(600), pages.generation());
    pages.store("/b", page(600), pages.generation());
    EXPECT_EQ(pages.size(), 1u);
    pages.store("/c", page(1), pages.generation());
    pages.store("/d", page(1), pages.generation());
    EXPECT_EQ(pages.size(), 2u);
}

TEST(files, are_named_by_content_and_kept_for_ever) {
    scratch_directory directory;
    const auto style = "p { color: navy }" + std::string(1000, ' ');
    const auto name = "style." + http::sha256_hex(style).substr(0, 12) + ".css";
    directory.write(name, style);
    directory.write("style.css", style);
    directory.write("fonts/a.woff2", "font");
    const http::files files(directory.path());
    counting count;
    support::edge_server server(cached_routes, std::ref(count), support::edge_settings(), nullptr, &files);
    const auto url = "/assets/" + name;
    raw_client client(server.port());
    const auto plain = client.ask(get(url));
    EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(plain.header("content-type"), "text/css; charset=utf-8");
    EXPECT_EQ(plain.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(plain.header("vary"), "Accept-Encoding");
    const auto zipped = client.ask(get(url, "Accept-Encoding: br, gzip\r\n"));
    EXPECT_EQ(zipped.header("content-encoding"), "gzip");
    EXPECT_LT(zipped.body.size(), plain.body.size());
    EXPECT_NE(zipped.header("etag"), plain.header("etag"));
    EXPECT_EQ(client.ask(get(url, "Accept-Encoding: gzip;q=0\r\n")).header("content-encoding"), "");
    for (const auto& tag : {plain.header("etag"), "\"other\", W/" + plain.header("etag"), std::string("*")}) {
        const auto same = client.ask(get(url, "If-None-Match: " + tag + "\r\n"));
        EXPECT_EQ(same.status, 304) << tag;
        EXPECT_EQ(same.header("etag"), plain.header("etag"));
        EXPECT_EQ(same.header("content-length"), "");
    }
    EXPECT_EQ(client.ask(get(url, "If-None-Match: \"other\"\r\n")).status, 200);
    EXPECT_EQ(client.ask(get("/assets/style.css")).header("cache-control"), "public, no-cache");
    EXPECT_EQ(client.ask(get("/assets/fonts/a.woff2")).header("content-type"), "font/woff2");
    EXPECT_EQ(client.ask(get("/assets/../etc/passwd")).status, 404);
    EXPECT_EQ(client.ask(get("/assets/missing.css")).status, 404);
    EXPECT_EQ(client.ask("POST /assets/style.css HTTP/1.1\r\nHost: a\r\n\r\n").status, 404);
}

TEST(files, that_are_named_by_another_content_are_asked_for_again) {
    scratch_directory directory;
    directory.write("style.48d24394dd48.css", "p {}");
    directory.write("style.0123456789ab.css", "p {}");
    const http::files files(directory.path());
    counting count;
    support::edge_server server(cached_routes, std::ref(count), support::edge_settings(), nullptr, &files);
    raw_client client(server.port());
    const auto kept = client.ask(get("/assets/style.48d24394dd48.css"));
    EXPECT_EQ(kept.header("cache-control"), "public, max-age=31536000, immutable");
    const auto other = client.ask(get("/assets/style.0123456789ab.css"));
    EXPECT_EQ(other.header("cache-control"), "public, no-cache") << "the name is of another content";
}

TEST(files, of_an_unknown_type_stop_the_start) {
    scratch_directory directory;
    directory.write("page.php", "x");
    EXPECT_THROW(http::files{directory.path()}, std::runtime_error);
    EXPECT_THROW(http::files{directory.path() / "missing"}, std::runtime_error);
}
