#include "server/http/io_loop.hpp"

#include <boost/asio/post.hpp>
#include <vector>

namespace http {

watched::watched(io_loop& home) : home_(home) {
    home_.connections_.insert(this);
}
watched::~watched() {
    home_.connections_.erase(this);
}

void watched::look_at_deadline(clock::time_point now) {
    if (now < deadline_) return;
    deadline_ = clock::time_point::max();
    is_late_ = true;
    cut(true);
}

void watched::wait_until(clock::time_point deadline, bool is_idle) {
    deadline_ = deadline;
    is_idle_ = is_idle;
    is_late_ = false;
}

io_loop::io_loop(std::chrono::milliseconds watch_interval) : interval_(watch_interval) {}

void io_loop::start() {
    watch();
    thread_ = std::thread([this] { context.run(); });
}

// One timer for all connections: a deadline costs a store, not a timer operation for each read.
void io_loop::watch() {
    timer_.expires_after(interval_);
    timer_.async_wait([this](boost::system::error_code stopped) {
        if (stopped) return;
        const auto now = watched::clock::now();
        for (auto* each : connections_) each->look_at_deadline(now);
        watch();
    });
}

void io_loop::end_idle() {
    boost::asio::post(context, [this] {
        for (auto* each : connections_)
            if (each->is_idle()) each->cut(false);
    });
}

void io_loop::end_all() {
    boost::asio::post(context, [this] {
        for (auto* each : connections_) each->cut(false);
    });
}

void io_loop::join() {
    context.stop();
    if (thread_.joinable()) thread_.join();
}

}  // namespace http
