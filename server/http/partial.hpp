#pragma once
// What of a stored file a request wants: all of it, a part, or nothing because the reader has it already
// (RFC 9110, sections 13.1 and 14). Asked by features that answer with files. One range only: who asks for
// several is given the whole, as the standard allows.

#include <cstdint>
#include <string_view>

#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace http {

/// `status` 200 the whole, 206 a part, 304 nothing new, 416 a part that is not there.
struct wanted_bytes {
    int status = 200;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    friend bool operator==(const wanted_bytes&, const wanted_bytes&) = default;
};

/// `tag` is the file's strong entity tag with its quotes, `size` its length in bytes.
wanted_bytes find_wanted(const request&, std::string_view tag, std::uint64_t size);

/// Adds what such an answer says of itself: its tag, that parts can be asked for, and which part it is.
void describe_part(response&, const wanted_bytes&, std::string_view tag, std::uint64_t size);

}  // namespace http
