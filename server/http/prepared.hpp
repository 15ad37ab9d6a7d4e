#pragma once
// An answer whose bytes are made once and sent many times: static files and public pages.
// Holds the plain and, where it is smaller, the gzip form, with their heads, and the 304 of each.
// Knows neither where it came from nor the socket it goes to.

#include <memory>
#include <string>
#include <string_view>

#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace http {

class prepared {
public:
    /// `lines` are further header lines, each ended by CRLF (the security headers among them).
    prepared(std::string_view type, std::string body, cache_policy, std::string_view lines);

    /// What to send: the head without `Date` and the empty line, and the body (empty for HEAD and 304).
    struct form {
        std::string_view head;
        std::string_view body;
        int status = 200;
    };

    /// Chooses by the request's conditions; header values are empty when they did not come.
    form choose(bool is_head, std::string_view if_none_match, std::string_view accept_encoding) const;

    const std::string& tag() const { return tag_; }
    std::size_t size() const { return plain_.body.size() + zipped_.body.size(); }

private:
    struct variant {
        std::string body;
        std::string tag;
        std::string head;
        std::string not_modified;
    };
    variant make_variant(std::string_view type, std::string body, std::string tag, bool is_zipped,
                         cache_policy, std::string_view lines) const;

    std::string tag_;
    variant plain_;
    variant zipped_;  ///< body empty when gzip does not pay
};

/// gzip at the best level; empty when the result would not be smaller.
std::string gzip(std::string_view bytes);

/// True when an Accept-Encoding allows gzip.
bool accepts_gzip(std::string_view accept_encoding);

/// True when an If-None-Match names this tag or is `*`.
bool matches_tag(std::string_view if_none_match, std::string_view tag);

/// SHA-256 in hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace http
