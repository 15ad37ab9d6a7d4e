#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <atomic>
#include <barrier>
#include <filesystem>
#include <fstream>
#include <thread>

#include "server/http/prepared.hpp"
#include "tests/support/edge_server.hpp"
#include "tests/support/memory.hpp"
#include "tests/support/raw_client.hpp"

using http::body_policy;
using http::method;
using support::post;
using support::raw_client;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

const std::vector<http::route> upload_routes{
    {method::post, "/files", http::pool::ordinary, body_policy::upload, 21 * mebibyte},
    {method::post, "/form", http::pool::ordinary, body_policy::form, mebibyte},
    {method::patch, "/files", http::pool::ordinary, body_policy::raw, 21 * mebibyte},
};

std::string hash_of(const http::temporary_file& file) {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    std::vector<char> piece(65536);
    std::uint64_t at = 0;
    while (const auto count = file.read_at(at, piece)) {
        EVP_DigestUpdate(digest.get(), piece.data(), count);
        at += count;
    }
    unsigned char sum[32];
    EVP_DigestFinal_ex(digest.get(), sum, nullptr);
    std::string hex;
    for (const auto byte : sum) {
        hex += "0123456789abcdef"[byte >> 4];
        hex += "0123456789abcdef"[byte & 15];
    }
    return hex;
}

http::response tell(http::request& asked) {
    std::string said;
    for (const auto& each : asked.form) said += each.name + "=" + each.value + " ";
    for (const auto& each : asked.uploads)
        said += each.field + ":" + each.filename + ":" + each.declared_type + ":" +
                std::to_string(each.size) + ":" + hash_of(each.file) + " ";
    if (asked.raw) said += hash_of(asked.raw->file);
    return http::text(200, said);
}

std::string made_up_content(std::size_t size) {
    std::string content(size, '\0');
    std::uint64_t seed = 2014;
    for (auto& c : content) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        c = static_cast<char>(seed >> 56);
    }
    return content;
}

const std::string type = "multipart/form-data; boundary=xyz";
const std::string before_file =
    "--xyz\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA city\r\n"
    "--xyz\r\nContent-Disposition: form-data; name=\"letter\"; filename=\"../letter.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\n";
const std::string after_file = "\r\n--xyz--\r\n";

}  // namespace

TEST(upload, arrives_whole_and_leaves_no_file_behind) {
    const auto spool = std::filesystem::temp_directory_path() / ("wego-spool-" + std::to_string(::getpid()));
    std::filesystem::create_directory(spool);
    auto chosen = support::edge_settings();
    chosen.spool_directory = spool;
    {
        support::edge_server server(
            upload_routes,
            [&](http::request& asked) {
                EXPECT_TRUE(std::filesystem::is_empty(spool));
                return tell(asked);
            },
            chosen);
        const auto content = made_up_content(3 * mebibyte + 17);
        raw_client client(server.port());
        const auto got = client.ask(post("/files", type, before_file + content + after_file));
        EXPECT_EQ(got.body, "title=A city letter:../letter.pdf:application/pdf:" +
                                std::to_string(content.size()) + ":" + http::sha256_hex(content) + " ");
        const std::string raw =
            "PATCH /files HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(content.size());
        EXPECT_EQ(client.ask(raw + "\r\n\r\n" + content).body, http::sha256_hex(content));
    }
    EXPECT_TRUE(std::filesystem::is_empty(spool));
    std::filesystem::remove(spool);
}

TEST(upload, limits_are_exact) {
    auto chosen = support::edge_settings();
    chosen.most_files = 2;
    chosen.most_fields = 3;
    chosen.most_field_bytes = 100;
    support::edge_server server(upload_routes, tell, chosen);
    const auto status = [&](const std::string& target, const std::string& body) {
        return raw_client(server.port()).ask(post(target, type, body)).status;
    };
    const auto file = [](const std::string& name) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name + "\"\r\n\r\nab\r\n";
    };
    const auto field = [](std::size_t size) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\n" + std::string(size, 'x') +
               "\r\n";
    };
    const std::string end = "--xyz--\r\n";
    EXPECT_EQ(status("/files", file("a") + file("b") + end), 200);
    EXPECT_EQ(status("/files", file("a") + file("b") + file("c") + end), 413);
    EXPECT_EQ(status("/files", field(100) + field(1) + field(0) + end), 200);
    EXPECT_EQ(status("/files", field(1) + field(1) + field(1) + field(1) + end), 413);
    EXPECT_EQ(status("/files", field(101) + end), 413);
    EXPECT_EQ(status("/files", field(1)), 400);
    EXPECT_EQ(status("/form", file("a") + end), 400);
    EXPECT_EQ(status("/form", field(5) + end), 200);
    EXPECT_EQ(status("/files",
                     "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n" + end),
              200);
}

TEST(upload, a_directory_that_refuses_is_a_503) {
    auto chosen = support::edge_settings();
    chosen.spool_directory = "/nowhere/at/all";
    support::edge_server server(upload_routes, tell, chosen);
    EXPECT_EQ(raw_client(server.port()).ask(post("/files", type, before_file + "x" + after_file)).status,
              503);
}

TEST(upload, twenty_of_20_MiB_at_once_stay_out_of_memory) {
    constexpr std::size_t clients = 20;
    const auto content = made_up_content(20 * mebibyte);
    const auto expected = http::sha256_hex(content);
    auto chosen = support::edge_settings();
    chosen.ordinary.most_in_flight = clients;
    support::edge_server server(upload_routes, tell, chosen);
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak counts from here
    std::barrier all_but_the_end(clients);
    std::atomic<std::size_t> whole = 0;
    std::vector<std::thread> threads;
    for (std::size_t each = 0; each < clients; ++each)
        threads.emplace_back([&] {
            raw_client client(server.port());
            client.send("POST /files HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: " +
                        std::to_string(before_file.size() + content.size() + after_file.size()) + "\r\n\r\n");
            client.send(before_file);
            client.send(content);
            all_but_the_end.arrive_and_wait();
            if (client.ask(after_file).body.find(expected) != std::string::npos) ++whole;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(whole, clients);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    RecordProperty("peak_resident_kilobytes", static_cast<int>(support::peak_resident_kilobytes()));
    EXPECT_LT(support::peak_resident_kilobytes(), 150u * 1024u);
#endif
}
