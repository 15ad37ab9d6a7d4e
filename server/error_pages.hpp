#pragma once
// The pages of what goes wrong outside a feature's own answer. Each also answers a script in JSON. They need
// no database, so that they can be shown when it is away.

#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/pages/render.hpp"

namespace error_pages {

http::response not_found(const pages::catalogue&, const http::request&);
// 400: a parameter that the route does not declare.
http::response undeclared(const pages::catalogue&, const http::request&, std::string_view name);
// 409: somebody changed the row in between.
http::response stale(const pages::catalogue&, const http::request&);
// Seconds, as Retry-After says them.
inline constexpr const char* away_for = "10";
// 503 with Retry-After: the database is away or too busy. What was typed stays in the browser.
http::response unavailable(const pages::catalogue&, const http::request&);
// 500, with nothing but the request's id.
http::response broken(const pages::catalogue&, std::string_view request_id);
// For the edge's own refusals: 400, 404, 405, 408, 413, 431, 500, 503.
http::response by_status(const pages::catalogue&, int status, std::string_view request_id) noexcept;

}  // namespace error_pages
