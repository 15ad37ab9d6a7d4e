#pragma once
// The worker threads: where features run, away from the event loops.
// Two bounded pools, so that slow work (passwords, PDFs) cannot starve the rest. Each thread owns
// one `worker`, made by the application, which owns a database connection. The hop there and back is
// written once, here. Knows no feature and no database.

#include <array>
#include <atomic>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "server/http/observer.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace http {

enum class pool { ordinary, slow };
BOOST_DESCRIBE_ENUM(pool, ordinary, slow)

struct worker {
    virtual ~worker() = default;
    /// Called by one thread at a time. What it throws becomes a 500 that says only the request's id.
    virtual response handle(request&) = 0;
};

using worker_factory = std::function<std::unique_ptr<worker>(pool)>;

/// Makes the page of a refusal by the edge itself (404, 405, 413, 500, 503 …); must not throw.
using error_page = std::function<response(int status, std::string_view request_id)>;

struct pool_size {
    std::size_t threads = 4;
    std::size_t most_in_flight = 64;  ///< running and waiting together
};

class workers {
public:
    /// Makes every worker on the calling thread (so its exceptions arrive here), then starts the threads.
    workers(pool_size ordinary, pool_size slow, const worker_factory&, error_page, observer&);
    ~workers();

    /// Returns when the running requests have ended; those still waiting wait on.
    void stop();

    /// Drops those that still wait. Only after `stop`, when no event loop runs any more: what they
    /// belong to dies with them.
    void drop_waiting();

    /// A place in a pool, given back when this object ends.
    class place {
    public:
        explicit place(std::atomic<std::size_t>& count) : count_(&count) {}
        place(place&& other) noexcept : count_(std::exchange(other.count_, nullptr)) {}
        place& operator=(place&&) = delete;
        ~place() {
            if (count_) count_->fetch_sub(1, std::memory_order_release);
        }

    private:
        std::atomic<std::size_t>* count_;
    };

    /// A place in the pool, or nothing when it is full: the door's 503.
    std::optional<place> find_place(pool);
    bool is_full(pool) const;

    /// The hop: runs the pool's next free worker on `subject` and completes on the caller's executor
    /// with the answer. `subject` must live until then, as it does in a suspended coroutine.
    template <class Token>
    auto async_handle(pool which, request& subject, Token&& token);

private:
    struct crew;
    boost::asio::io_context& context(pool);
    response answer(request&) noexcept;

    std::array<std::unique_ptr<crew>, 2> crews_;
    error_page error_page_;
    observer& observer_;
};

template <class Token>
auto workers::async_handle(pool which, request& subject, Token&& token) {
    namespace asio = boost::asio;
    auto initiation = [this, which, &subject](auto handler) {
        auto home =
            asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        auto there = [this, &subject, home = std::move(home), handler = std::move(handler)]() mutable {
            auto result = answer(subject);
            auto back = [handler = std::move(handler), result = std::move(result)]() mutable {
                std::move(handler)(std::move(result));
            };
            asio::dispatch(home, std::move(back));
        };
        asio::post(context(which), std::move(there));
    };
    return asio::async_initiate<Token, void(response)>(std::move(initiation), token);
}

}  // namespace http
