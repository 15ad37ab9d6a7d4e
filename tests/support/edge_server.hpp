#pragma once
// The HTTP edge with routes and a handler of a test's own, on a free port of the loopback.
// For the tests of the HTTP edge. Knows no awards.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "server/http/server.hpp"

namespace support {

/// Keeps what the edge tells, in words.
class recording_observer final : public http::observer {
public:
    void request_finished(const http::finished_request&) noexcept override;
    void refused_at_the_door(std::string_view reason, std::string_view remote) noexcept override;
    void slow_client(std::string_view phase, std::string_view remote) noexcept override;
    void worker_failed(std::string_view id, std::exception_ptr cause) noexcept override;
    void edge_failed(std::string_view what) noexcept override;

    std::vector<std::string> lines() const;
    bool has_line(const std::string& line) const;

    /// Waits until a line has come; false after a long time.
    bool wait_for_line(const std::string& line) const;

private:
    void note(std::string line);

    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::vector<std::string> lines_;
};

/// A door that a handler waits at until the test opens it.
class gate {
public:
    void wait();
    void open();
    void wait_for_waiting(std::size_t count);

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t waiting_ = 0;
    bool is_open_ = false;
};

using handler = std::function<http::response(http::request&)>;

/// Loopback, port 0, a short watch interval and two workers in each pool.
http::settings edge_settings();

class edge_server {
public:
    edge_server(std::vector<http::route> routes, handler, http::settings = edge_settings(),
                http::page_cache* = nullptr, const http::files* = nullptr);

    unsigned short port() const { return server_.port(); }
    http::server& server() { return server_; }
    recording_observer& seen() { return seen_; }

private:
    recording_observer seen_;
    http::server server_;
};

}  // namespace support
