#pragma once
// One I/O thread: its event loop, the connections that live on it, and the watch over their deadlines.
// Used by the server and its connections. A connection never leaves its loop, so nothing here locks.

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string_view>
#include <thread>
#include <unordered_set>

namespace http {

class io_loop;

/// A connection as its loop sees it: something that waits, until some instant at the latest.
class watched {
public:
    using clock = std::chrono::steady_clock;

    explicit watched(io_loop& home);
    watched(const watched&) = delete;
    watched& operator=(const watched&) = delete;
    virtual ~watched();

    /// Ends what the connection waits for; `may_answer` leaves the socket open for a last word.
    virtual void cut(bool may_answer) = 0;

    bool is_idle() const { return is_idle_; }
    void look_at_deadline(clock::time_point now);

protected:
    void wait_until(clock::time_point deadline, bool is_idle = false);
    void wait_for(std::chrono::milliseconds limit, bool is_idle = false) {
        wait_until(clock::now() + limit, is_idle);
    }
    void wait_without_limit() { wait_until(clock::time_point::max()); }
    bool is_late() const { return is_late_; }

private:
    io_loop& home_;
    clock::time_point deadline_ = clock::time_point::max();
    bool is_late_ = false;
    bool is_idle_ = false;
};

class io_loop {
public:
    explicit io_loop(std::chrono::milliseconds watch_interval);

    void start();
    /// From any thread: idle connections end, the others are asked to by the stopping flag.
    void end_idle();
    /// From any thread: all connections end, whatever they do.
    void end_all();
    void join();

private:
    friend class watched;
    void watch();

    std::chrono::milliseconds interval_;
    std::unordered_set<watched*> connections_;  // before the context: dying connections leave it

public:
    boost::asio::io_context context{1};

private:
    boost::asio::steady_timer timer_{context};
    std::thread thread_;
};

}  // namespace http
