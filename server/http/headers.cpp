#include "server/http/headers.hpp"

#include <sys/random.h>

#include <array>
#include <boost/beast/http/status.hpp>
#include <ctime>
#include <system_error>

namespace http {

namespace {

#define WEGO_COMMON_LINES                                                        \
    "X-Content-Type-Options: nosniff\r\n"                                        \
    "Referrer-Policy: same-origin\r\n"                                           \
    "Cross-Origin-Opener-Policy: same-origin\r\n"                                \
    "Cross-Origin-Resource-Policy: same-origin\r\n"                              \
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), " \
    "usb=(), browsing-topics=()\r\n"
#define WEGO_POLICY_LINE                                                                               \
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "               \
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; " \
    "frame-ancestors 'none'\r\n"
#define WEGO_TRANSPORT_LINE "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"

constexpr std::array<std::array<std::string_view, 2>, 2> security{{
    {WEGO_COMMON_LINES WEGO_POLICY_LINE, WEGO_COMMON_LINES},
    {WEGO_COMMON_LINES WEGO_TRANSPORT_LINE WEGO_POLICY_LINE, WEGO_COMMON_LINES WEGO_TRANSPORT_LINE},
}};

bool has_own_policy(const response& answer) {
    for (const auto& [name, value] : answer.headers)
        if (name == "Content-Security-Policy") return true;
    return false;
}

/// A type that came with an upload may hold anything.
std::string_view harmless_type(std::string_view type) {
    for (const unsigned char c : type)
        if (c < 0x20 || c >= 0x7f) return "application/octet-stream";
    return type;
}

void append_cookie(std::string& head, const cookie& each) {
    head.append("Set-Cookie: ").append(each.name).append("=").append(each.value);
    head.append("; Path=/; Secure; HttpOnly; SameSite=Lax");
    if (each.lasts) head.append("; Max-Age=").append(std::to_string(each.lasts->count()));
    head.append("\r\n");
}

}  // namespace

std::string status_line(int status) {
    const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
    return "HTTP/1.1 " + std::to_string(status) + ' ' + std::string(reason) + "\r\n";
}

std::string_view cache_control(cache_policy policy) {
    switch (policy) {
        case cache_policy::no_store: return "no-store";
        case cache_policy::own_browser: return "private, no-cache";
        case cache_policy::public_page: return "public, no-cache";
        case cache_policy::immutable: return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

std::string_view security_lines(bool is_secure, bool own_policy) {
    return security[is_secure][own_policy];
}

std::string make_head(const response& answer, std::uint64_t length, bool is_secure,
                      std::string_view request_id) {
    std::string head = status_line(answer.status);
    head.append(security_lines(is_secure, has_own_policy(answer)));
    head.append("Cache-Control: ").append(cache_control(answer.cache)).append("\r\n");
    head.append("X-Request-Id: ").append(request_id).append("\r\n");
    if (!answer.type.empty()) head.append("Content-Type: ").append(harmless_type(answer.type)).append("\r\n");
    if (answer.status != 204 && answer.status != 304)
        head.append("Content-Length: ").append(std::to_string(length)).append("\r\n");
    for (const auto& [name, value] : answer.headers)
        head.append(name).append(": ").append(value).append("\r\n");
    for (const auto& each : answer.cookies) append_cookie(head, each);
    return head;
}

std::string_view date_line() {
    thread_local std::time_t made_at = -1;
    thread_local std::array<char, 64> line{};
    thread_local std::size_t length = 0;
    const auto now = std::time(nullptr);
    if (now != made_at) {
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        length = std::strftime(line.data(), line.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
        made_at = now;
    }
    return {line.data(), length};
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const unsigned char c : bytes) {
        hex += digits[c >> 4];
        hex += digits[c & 15];
    }
    return hex;
}

std::string make_request_id() {
    std::array<char, 16> random{};
    if (::getentropy(random.data(), random.size()) != 0)
        throw std::system_error(errno, std::generic_category(), "no random bytes");
    return to_hex({random.data(), random.size()});
}

}  // namespace http
