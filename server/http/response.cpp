#include "server/http/response.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/http/form.hpp"

namespace http {

namespace {

constexpr std::string_view token_marks = "!#$%&'*+-.^_`|~";

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter_or_digit(c) || token_marks.find(c) != std::string_view::npos;
    });
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool is_cookie_value(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
    });
}

response make(int status, std::string type, std::string body) {
    response made;
    made.status = status;
    made.type = std::move(type);
    made.body = std::move(body);
    return made;
}

/// What old readers of the header are given: ASCII without quotes, backslashes, percent signs.
std::string ascii_name(std::string_view name) {
    std::string plain;
    for (const unsigned char c : name)
        plain += c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '%' || c == '/'
                     ? '_'
                     : static_cast<char>(c);
    return plain.empty() ? "file" : plain;
}

std::string percent_name(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF", plain = "!#$&+-.^_`|~";
    std::string encoded;
    for (const unsigned char c : name) {
        if (is_letter_or_digit(static_cast<char>(c)) ||
            plain.find(static_cast<char>(c)) != std::string_view::npos) {
            encoded += static_cast<char>(c);
        } else {
            encoded += '%';
            encoded += digits[c >> 4];
            encoded += digits[c & 15];
        }
    }
    return encoded;
}

response saved(std::string_view filename, std::string type) {
    response made;
    made.type = std::move(type);
    made.with("Content-Disposition", attachment_disposition(filename));
    made.with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    return made;
}

}  // namespace

response& response::with(std::string name, std::string value) {
    if (!is_token(name) || has_control(value)) throw std::invalid_argument("no header: " + name);
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

response& response::with(cookie added) {
    if (!added.name.starts_with("__Host-") || !is_token(added.name) || !is_cookie_value(added.value))
        throw std::invalid_argument("no cookie of this host: " + added.name);
    cookies.push_back(std::move(added));
    return *this;
}

response& response::may_be_kept(cache_policy policy) {
    cache = policy;
    return *this;
}

response see_other(std::string url) {
    const bool leads_away = !url.starts_with('/') || url.starts_with("//") || has_control(url) ||
                            url.find('\\') != std::string::npos || url.find(' ') != std::string::npos;
    if (leads_away) throw std::invalid_argument("no address within this service");
    auto made = make(303, "", "");
    made.with("Location", std::move(url));
    return made;
}

response html(int status, std::string body) {
    return make(status, "text/html; charset=utf-8", std::move(body));
}
response text(int status, std::string body) {
    return make(status, "text/plain; charset=utf-8", std::move(body));
}
response json(int status, std::string body) {
    return make(status, "application/json", std::move(body));
}

response attachment(std::string_view filename, std::string type, temporary_file file) {
    auto made = saved(filename, std::move(type));
    made.body = std::move(file);
    return made;
}

response attachment(std::string_view filename, std::string type, std::string body) {
    auto made = saved(filename, std::move(type));
    made.body = std::move(body);
    return made;
}

std::string attachment_disposition(std::string_view filename) {
    const std::string name = is_valid_text(filename) ? std::string(filename) : ascii_name(filename);
    return "attachment; filename=\"" + ascii_name(name) + "\"; filename*=UTF-8''" + percent_name(name);
}

}  // namespace http
