#include "server/http/workers.hpp"

#include <boost/asio/executor_work_guard.hpp>

namespace http {

namespace {

thread_local worker* own_worker = nullptr;

}  // namespace

struct workers::crew {
    explicit crew(std::size_t limit)
        : most_in_flight(limit),
          queue(std::make_unique<boost::asio::io_context>()),
          guard(queue->get_executor()) {}

    std::size_t most_in_flight;
    std::atomic<std::size_t> in_flight{0};
    std::unique_ptr<boost::asio::io_context> queue;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard;
    std::vector<std::unique_ptr<worker>> members;
    std::vector<std::thread> threads;
};

workers::workers(pool_size ordinary, pool_size slow, const worker_factory& make, error_page page,
                 observer& seen)
    : error_page_(std::move(page)), observer_(seen) {
    const std::array sizes{ordinary, slow};
    for (std::size_t kind = 0; kind < sizes.size(); ++kind) {
        crews_[kind] = std::make_unique<crew>(sizes[kind].most_in_flight);
        for (std::size_t count = 0; count < sizes[kind].threads; ++count)
            crews_[kind]->members.push_back(make(static_cast<pool>(kind)));
    }
    for (auto& each : crews_)
        for (auto& member : each->members)
            each->threads.emplace_back([&queue = *each->queue, who = member.get()] {
                own_worker = who;
                queue.run();
            });
}

workers::~workers() {
    stop();
    drop_waiting();
}

void workers::stop() {
    for (auto& each : crews_)
        if (each->queue) each->queue->stop();
    for (auto& each : crews_)
        for (auto& thread : each->threads)
            if (thread.joinable()) thread.join();
}

void workers::drop_waiting() {
    for (auto& each : crews_) {
        each->guard.reset();
        each->queue.reset();
    }
}

std::optional<workers::place> workers::find_place(pool which) {
    auto& own = *crews_[static_cast<std::size_t>(which)];
    if (own.in_flight.fetch_add(1, std::memory_order_acquire) < own.most_in_flight)
        return place(own.in_flight);
    own.in_flight.fetch_sub(1, std::memory_order_release);
    return {};
}

bool workers::is_full(pool which) const {
    const auto& own = *crews_[static_cast<std::size_t>(which)];
    return own.in_flight.load(std::memory_order_acquire) >= own.most_in_flight;
}

boost::asio::io_context& workers::context(pool which) {
    return *crews_[static_cast<std::size_t>(which)]->queue;
}

response workers::answer(request& subject) noexcept {
    try {
        return own_worker->handle(subject);
    } catch (...) {
        observer_.worker_failed(subject.id, std::current_exception());
        return error_page_(500, subject.id);
    }
}

}  // namespace http
