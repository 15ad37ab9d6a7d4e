#pragma once
// One HTTP answer as a value: what a feature gives back.
// Made by features and by the edge's own refusals, written by the connection, which adds the
// security headers, the caching, the length and the date. Knows no page and no template.

#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "server/http/temporary_file.hpp"

namespace http {

/// Who may keep an answer: nobody; the reader's own browser, asking again each time; anybody after asking
/// again (and our page cache); anybody for a year.
enum class cache_policy { no_store, own_browser, public_page, immutable };
BOOST_DESCRIBE_ENUM(cache_policy, no_store, own_browser, public_page, immutable)

/// A cookie of this host alone: always Secure, HttpOnly, SameSite=Lax, Path=/; `name` must begin with
/// `__Host-`. Without `lasts` it ends with the browser; a zero removes it.
struct cookie {
    std::string name;
    std::string value;
    std::optional<std::chrono::seconds> lasts;
};

struct response {
    int status = 200;
    std::string type;  ///< Content-Type, empty without a body
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<cookie> cookies;
    std::variant<std::string, temporary_file> body;
    cache_policy cache = cache_policy::no_store;

    /// Adds a header; throws std::invalid_argument for a line break or a name that is no token.
    response& with(std::string name, std::string value);

    /// Adds a cookie; throws std::invalid_argument when it is no `__Host-` cookie.
    response& with(cookie);

    response& may_be_kept(cache_policy);
};

/// 303 to an address within this service; throws std::invalid_argument unless `url` begins with a
/// single `/` and holds no control character, backslash or second slash at its head.
response see_other(std::string url);

response html(int status, std::string body);
response text(int status, std::string body);
response json(int status, std::string body);

/// A file to be saved, never shown: nosniff and a sandbox come with it. `filename` may be any text.
response attachment(std::string_view filename, std::string type, temporary_file file);
response attachment(std::string_view filename, std::string type, std::string body);

/// The value of Content-Disposition by RFC 6266 and RFC 8187.
std::string attachment_disposition(std::string_view filename);

}  // namespace http
