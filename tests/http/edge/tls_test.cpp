#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <filesystem>

#include "tests/support/edge_server.hpp"
#include "tests/support/raw_client.hpp"

namespace asio = boost::asio;

namespace {

/// A certificate that signs itself, in files that go away with the test.
class scratch_certificate {
public:
    scratch_certificate()
        : base_(std::filesystem::temp_directory_path() / ("wego-tls-" + std::to_string(::getpid()))) {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* made = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
        X509_gmtime_adj(X509_getm_notBefore(made), 0);
        X509_gmtime_adj(X509_getm_notAfter(made), 3600);
        X509_set_pubkey(made, key);
        X509_sign(made, key, EVP_sha256());
        write(certificate(), [&](std::FILE* file) { PEM_write_X509(file, made); });
        write(private_key(), [&](std::FILE* file) {
            PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
        });
        X509_free(made);
        EVP_PKEY_free(key);
    }
    ~scratch_certificate() {
        std::filesystem::remove(certificate());
        std::filesystem::remove(private_key());
    }
    std::string certificate() const { return base_.string() + ".pem"; }
    std::string private_key() const { return base_.string() + ".key"; }

private:
    template <class Write>
    static void write(const std::string& path, Write content) {
        std::FILE* file = std::fopen(path.c_str(), "w");
        content(file);
        std::fclose(file);
    }
    std::filesystem::path base_;
};

std::string ask_by_tls(unsigned short port, int newest_version, const std::string& request) {
    asio::io_context context;
    asio::ssl::context tls(asio::ssl::context::tls_client);
    SSL_CTX_set_max_proto_version(tls.native_handle(), newest_version);
    SSL_CTX_set_security_level(tls.native_handle(), 0);
    asio::ssl::stream<asio::ip::tcp::socket> stream(context, tls);
    stream.next_layer().connect({asio::ip::address_v4::loopback(), port});
    boost::system::error_code no;
    stream.handshake(asio::ssl::stream_base::client, no);
    if (no) return "no handshake";
    asio::write(stream, asio::buffer(request), no);
    std::string answer;
    asio::read(stream, asio::dynamic_buffer(answer), no);
    return answer;
}

const std::vector<http::route> tls_routes{{http::method::get, "/"}};

http::response hello(http::request& asked) {
    return http::text(200, "hello " + asked.own_origin);
}

}  // namespace

TEST(tls, speaks_1_2_and_1_3_and_nothing_older) {
    const scratch_certificate scratch;
    auto chosen = support::edge_settings();
    chosen.certificate_file = scratch.certificate();
    chosen.private_key_file = scratch.private_key();
    support::edge_server server(tls_routes, hello, chosen);
    const auto request = support::get("/", "Connection: close\r\n");
    for (const int version : {TLS1_3_VERSION, TLS1_2_VERSION}) {
        const auto answer = ask_by_tls(server.port(), version, request);
        EXPECT_NE(answer.find("hello https://awards.example"), std::string::npos) << answer;
        EXPECT_NE(answer.find("Strict-Transport-Security: max-age=31536000"), std::string::npos);
    }
    EXPECT_EQ(ask_by_tls(server.port(), TLS1_1_VERSION, request), "no handshake");
    EXPECT_EQ(support::raw_client(server.port()).ask(request).status, 0);
}

TEST(tls, slow_client_gets_408_after_the_handshake) {
    const scratch_certificate scratch;
    auto chosen = support::edge_settings();
    chosen.certificate_file = scratch.certificate();
    chosen.private_key_file = scratch.private_key();
    chosen.head_deadline = std::chrono::milliseconds(20);
    support::edge_server server(tls_routes, hello, chosen);
    EXPECT_TRUE(ask_by_tls(server.port(), TLS1_3_VERSION, "GET / HT").starts_with("HTTP/1.1 408"));
}

TEST(tls, silent_client_is_cut_off_in_the_handshake) {
    const scratch_certificate scratch;
    auto chosen = support::edge_settings();
    chosen.certificate_file = scratch.certificate();
    chosen.private_key_file = scratch.private_key();
    chosen.handshake_deadline = std::chrono::milliseconds(20);
    support::edge_server server(tls_routes, hello, chosen);
    support::raw_client client(server.port());
    EXPECT_TRUE(client.is_at_end());
    EXPECT_TRUE(server.seen().has_line("slow handshake"));
}

TEST(tls, a_missing_certificate_is_named) {
    auto chosen = support::edge_settings();
    chosen.certificate_file = "/nowhere/chain.pem";
    try {
        support::edge_server server(tls_routes, hello, chosen);
        FAIL();
    } catch (const std::runtime_error& refused) {
        EXPECT_NE(std::string(refused.what()).find("/nowhere/chain.pem"), std::string::npos);
    }
}
