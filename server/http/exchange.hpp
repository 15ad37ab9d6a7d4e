#pragma once
// What all connections of a server share, and the decisions about one request that need no socket.
// Used by the connection. Knows routes, caches and refusals; reads and writes nothing.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.hpp"
#include "server/http/server.hpp"

namespace http {

struct surroundings {
    surroundings(const settings&, std::span<const route>, parts);

    settings chosen;
    std::vector<route> routes;
    http::router router;
    parts lent;
    workers crew;
    bool is_secure;
    std::atomic<bool> is_stopping{false};
    std::atomic<std::size_t> connections{0};
    std::mutex ending;
    std::condition_variable ended;

    observer& seen() const { return *lent.observer; }
    void note_connection_end();
    /// True when every connection has ended within the limit.
    bool wait_for_connections(std::chrono::milliseconds limit);
    response refuse(int status, std::string_view request_id) const {
        return lent.make_error_page(status, request_id);
    }
};

/// One request on its way: what the answer's line in the log needs, too.
struct exchange {
    request asked;
    std::string method_text;
    std::string_view pattern;
    const route* row = nullptr;
    bool is_head = false;
    bool has_body = false;
    bool keeps_alive = false;
    bool has_session = false;
    std::chrono::steady_clock::time_point began;
    std::uint64_t generation = 0;
    int status = 0;
    std::uint64_t sent = 0;
};

/// A page that is ready: a static file or a cached public page; `page` keeps it while it is written.
struct ready_page {
    std::shared_ptr<const prepared> page;
    prepared::form form;
    std::string_view pattern;
};
std::optional<ready_page> find_ready_page(const surroundings&, const message_head&);

/// Finds the route; an answer when there is none (400, 404, 405, OPTIONS), nothing when there is.
std::optional<response> find_route(const surroundings&, exchange&, message_head&&);

/// The public page in a form that can be kept, and kept at once where that is allowed; null for an answer
/// that is not for everybody.
std::shared_ptr<const prepared> keep_page(const surroundings&, const exchange&, response&);

}  // namespace http
