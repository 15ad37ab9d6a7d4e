#pragma once
// The HTTP edge as a whole: listens, reads, finds the route, hops to a worker, writes.
// Made, started and stopped by the application; everything it needs is handed in. Knows HTTP, knows
// no awards and no database.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "server/http/files.hpp"
#include "server/http/observer.hpp"
#include "server/http/page_cache.hpp"
#include "server/http/router.hpp"
#include "server/http/settings.hpp"
#include "server/http/workers.hpp"

namespace http {

/// What a route takes: nothing; a form (urlencoded, multipart without files, or a JSON document);
/// a multipart form with files; bytes of any type, spooled.
enum class body_policy { none, form, upload, raw };
BOOST_DESCRIBE_ENUM(body_policy, none, form, upload, raw)

struct route {
    http::method method = http::method::get;
    std::string_view pattern;  ///< see router.hpp
    http::pool pool = http::pool::ordinary;
    body_policy body = body_policy::none;
    std::uint64_t max_body = 256 * 1024;
};

/// What the application lends to the server; all of it must outlive the server.
struct parts {
    worker_factory make_worker;
    error_page make_error_page;  ///< none: a plain page with the status and the request's id
    http::observer* observer = nullptr;
    page_cache* pages = nullptr;         ///< none: nothing is cached
    const http::files* files = nullptr;  ///< none: no static files
};

class server {
public:
    /// Binds the port and makes the workers; throws std::runtime_error that names the address and
    /// port when they cannot be had, and std::invalid_argument for an unsound table.
    server(const settings&, std::span<const route> routes, parts);
    ~server();

    /// Starts the threads and returns.
    void start();

    /// Stops accepting, ends idle connections, lets what is in flight finish up to the limit, then
    /// closes the rest. Returns when all is over; a second call does nothing.
    void stop();

    /// The port that is really listened on.
    unsigned short port() const;

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace http
