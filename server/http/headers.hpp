#pragma once
// The lines of an answer's head: status, security, caching, cookies, date.
// Used by the connection and by prepared answers. Knows no socket.

#include <string>
#include <string_view>

#include "server/http/response.hpp"

namespace http {

/// "HTTP/1.1 404 Not Found\r\n"
std::string status_line(int status);

std::string_view cache_control(cache_policy);

/// What every answer carries, each line ended by CRLF. `own_policy` is for an answer that brings a
/// Content-Security-Policy of its own (a file to be saved).
std::string_view security_lines(bool is_secure, bool own_policy = false);

/// The head of an answer up to and without `Date` and the empty line; `length` is the body's.
std::string make_head(const response&, std::uint64_t length, bool is_secure, std::string_view request_id);

/// "Date: …\r\n" of now; made once a second on each thread.
std::string_view date_line();

std::string to_hex(std::string_view bytes);

/// 128 random bits in hexadecimal.
std::string make_request_id();

}  // namespace http
