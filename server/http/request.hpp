#pragma once
// One HTTP request, fully read: what a feature gets in its hand.
// Made by the connection, read by access and features. No Beast type in sight, and no idea of
// who is asking: that is access's business.

#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/form.hpp"
#include "server/http/temporary_file.hpp"

namespace http {

enum class method { get, head, post, put, patch, delete_, options };
BOOST_DESCRIBE_ENUM(method, get, head, post, put, patch, delete_, options)

/// "GET", "DELETE": as on the wire.
std::string_view to_text(method);

/// GET, HEAD and OPTIONS promise to change nothing.
constexpr bool is_safe(method m) {
    return m == method::get || m == method::head || m == method::options;
}

/// A file of a multipart form, or the raw body of a PUT or PATCH (field and filename empty then).
struct upload {
    std::string field;
    std::string filename;       ///< as the browser said: text for people, never a path
    std::string declared_type;  ///< as the browser said: a hint, never the truth
    std::uint64_t size = 0;
    temporary_file file;
    bool is_valid_text = true;  ///< false when field or filename is not UTF-8
};

struct request {
    http::method method = http::method::get;
    std::string target;             ///< path and query as sent
    std::vector<std::string> path;  ///< decoded segments: "/entries/5" is {"entries", "5"}
    std::vector<std::pair<std::string, std::string>> parameters;  ///< the {name} parts of the pattern
    std::size_t route = 0;     ///< index in the routes the server was given
    std::string_view pattern;  ///< that route's pattern
    field_list query;
    field_list form;
    std::vector<upload> uploads;
    std::optional<upload> raw;  ///< the body of a route that takes raw bytes
    std::string body;           ///< the body when it is application/json
    std::vector<std::pair<std::string, std::string>> cookies;
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string remote;                                        ///< the client's address, without port
    std::string id;                                            ///< random, in the log and on error pages
    std::string own_origin;  ///< "https://awards.example": scheme and host of this service
    bool is_secure = false;  ///< came by TLS, here or at the proxy in front

    /// A part of the path by its name in the pattern; throws std::out_of_range for an unknown name.
    const std::string& parameter(std::string_view name) const;

    /// The first cookie of this name.
    std::optional<std::string_view> find_cookie(std::string_view name) const;

    /// A header's value, empty when it did not come; `name` in lower case.
    std::string_view header(std::string_view name) const;

    /// The first file of this field, null when none came.
    upload* find_upload(std::string_view field);
};

/// False when the browser says that another site made this request (Sec-Fetch-Site, Origin).
/// True when it says nothing: the anti-forgery token stays the first lock.
bool origin_is_own(const request&);

}  // namespace http
