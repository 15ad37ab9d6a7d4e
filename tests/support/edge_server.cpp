#include "tests/support/edge_server.hpp"

#include <algorithm>
#include <chrono>

namespace support {

namespace {

constexpr std::chrono::seconds long_time{20};

struct calling_worker final : http::worker {
    explicit calling_worker(handler given) : call(std::move(given)) {}
    http::response handle(http::request& asked) override { return call(asked); }
    handler call;
};

}  // namespace

void recording_observer::note(std::string line) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(std::move(line));
    changed_.notify_all();
}

void recording_observer::request_finished(const http::finished_request& done) noexcept {
    note("finished " + std::string(done.method) + " " + std::string(done.pattern) + " " +
         std::to_string(done.status));
}
void recording_observer::refused_at_the_door(std::string_view reason, std::string_view) noexcept {
    note("refused " + std::string(reason));
}
void recording_observer::slow_client(std::string_view phase, std::string_view) noexcept {
    note("slow " + std::string(phase));
}
void recording_observer::worker_failed(std::string_view id, std::exception_ptr) noexcept {
    note("failed " + std::string(id));
}
void recording_observer::edge_failed(std::string_view what) noexcept {
    note("edge " + std::string(what));
}

std::vector<std::string> recording_observer::lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
}

bool recording_observer::has_line(const std::string& line) const {
    const auto all = lines();
    return std::find(all.begin(), all.end(), line) != all.end();
}

bool recording_observer::wait_for_line(const std::string& line) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, long_time,
                             [&] { return std::find(lines_.begin(), lines_.end(), line) != lines_.end(); });
}

void gate::wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait_for(lock, long_time, [&] { return is_open_; });
}

void gate::open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
}

void gate::wait_for_waiting(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, long_time, [&] { return waiting_ >= count; });
}

http::settings edge_settings() {
    http::settings chosen;
    chosen.port = 0;
    chosen.ordinary = {2, 16};
    chosen.slow = {1, 4};
    chosen.watch_interval = std::chrono::milliseconds(5);
    return chosen;
}

edge_server::edge_server(std::vector<http::route> routes, handler call, http::settings chosen,
                         http::page_cache* pages, const http::files* files)
    : server_(chosen, routes,
              http::parts{[call](http::pool) { return std::make_unique<calling_worker>(call); }, nullptr,
                          &seen_, pages, files}) {
    server_.start();
}

}  // namespace support
