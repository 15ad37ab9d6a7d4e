#include "server/http/multipart.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

struct collector final : http::part_sink {
    std::optional<int> begin_part(http::part_head head) override {
        parts.emplace_back(std::move(head), "");
        return {};
    }
    std::optional<int> take_part(std::string_view bytes) override {
        parts.back().second.append(bytes);
        return {};
    }
    std::optional<int> end_part() override {
        ++ended;
        return {};
    }
    std::vector<std::pair<http::part_head, std::string>> parts;
    std::size_t ended = 0;
};

std::optional<int> feed_in_pieces(http::multipart_parser& parser, std::string_view body, std::size_t piece) {
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
        if (const auto refusal = parser.feed(body.substr(0, piece))) return refusal;
    return {};
}

const std::string two_parts =
    "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nSmart\r\n-\r\n--\r\n--x city\r\n"
    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22\\b.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\n\r\n--b--\r\n";

std::string part(const std::string& head) {
    return "--b\r\n" + head + "\r\n\r\nx\r\n--b--\r\n";
}

}  // namespace

TEST(multipart, gives_the_same_parts_whatever_the_pieces) {
    for (std::size_t piece = 1; piece <= two_parts.size(); ++piece) {
        collector seen;
        http::multipart_parser parser("b", seen);
        ASSERT_FALSE(feed_in_pieces(parser, two_parts, piece)) << piece;
        ASSERT_TRUE(parser.is_finished());
        ASSERT_EQ(seen.parts.size(), 2u);
        EXPECT_EQ(seen.ended, 2u);
        EXPECT_EQ(seen.parts[0].first.name, "title");
        EXPECT_FALSE(seen.parts[0].first.filename);
        EXPECT_EQ(seen.parts[0].second, "Smart\r\n-\r\n--\r\n--x city");
        EXPECT_EQ(seen.parts[1].first.filename, "a\"\\b.pdf");
        EXPECT_EQ(seen.parts[1].first.type, "application/pdf");
        EXPECT_EQ(seen.parts[1].second, "");
    }
}

TEST(multipart, refuses_what_no_browser_sends) {
    const std::string good = "Content-Disposition: form-data; name=\"a\"";
    const std::vector<std::string> bad{
        "preamble\r\n" + part(good),
        "--c\r\n" + good + "\r\n\r\nx\r\n--c--\r\n",
        "--bx\r\n" + good + "\r\n\r\nx\r\n--b--\r\n",
        part(good) + "epilogue",
        part("Content-Type: text/plain"),
        part("Content-Disposition: form-data"),
        part("Content-Disposition: attachment; name=\"a\""),
        part("Content-Disposition: form-data; name=a"),
        part("Content-Disposition: form-data; name=\"a"),
        part("Content-Disposition: form-data; name=\"a\"; name=\"b\""),
        part("Content-Disposition: form-data; name=\"a\"; filename=\"b\"; filename=\"c\""),
        part("Content-Disposition: form-data; name=\"a\"; filename*=\"b\""),
        part(good + "\r\n" + good),
        part(good + "\r\nContent-Transfer-Encoding: base64"),
        part(good + "\r\n folded"),
        part(good + "\nX: y"),
        part("no colon"),
        "--b\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + good + "; x=\"" + std::string(9000, 'x') + "\"\r\n\r\nx\r\n--b--\r\n",
    };
    for (const auto& body : bad) {
        collector seen;
        http::multipart_parser parser("b", seen);
        EXPECT_EQ(parser.feed(body), 400) << body;
    }
}

TEST(multipart, knows_when_the_end_is_missing) {
    for (std::size_t length = 0; length + 2 < two_parts.size(); ++length) {
        collector seen;
        http::multipart_parser parser("b", seen);
        EXPECT_FALSE(parser.feed(std::string_view(two_parts).substr(0, length)));
        EXPECT_FALSE(parser.is_finished()) << length;
    }
}

TEST(multipart, finds_the_boundary) {
    EXPECT_EQ(http::find_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(http::find_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), "a b");
    EXPECT_FALSE(http::find_boundary("multipart/form-data"));
    EXPECT_FALSE(http::find_boundary("multipart/mixed; boundary=abc"));
    EXPECT_FALSE(http::find_boundary("multipart/form-data; boundary=" + std::string(71, 'x')));
}
