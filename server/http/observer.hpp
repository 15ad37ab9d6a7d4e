#pragma once
// What the edge tells about itself, one function for each thing that can happen.
// Called by server/http on I/O and worker threads; implemented in server/observations, which makes
// log lines and metrics of it. Does not know how that is done. No function may throw.

#include <cstdint>
#include <exception>
#include <string_view>

namespace http {

struct finished_request {
    std::string_view id;
    std::string_view method;
    std::string_view pattern;  ///< empty when no route matched; "(assets)", "(cached)" for prepared answers
    std::string_view remote;
    int status = 0;
    std::int64_t microseconds = 0;  ///< from the last byte of the request's head to the answer's last byte
    std::uint64_t bytes = 0;        ///< of the answer's body
};

class observer {
public:
    virtual ~observer() = default;

    virtual void request_finished(const finished_request&) noexcept = 0;

    /// Turned away before any work: `reason` is "connections", "ordinary" or "slow" (the full pool).
    virtual void refused_at_the_door(std::string_view reason, std::string_view remote) noexcept = 0;

    /// A deadline passed while reading or writing; `phase` is "handshake", "head", "body" or "answer".
    virtual void slow_client(std::string_view phase, std::string_view remote) noexcept = 0;

    /// A worker threw; the client got a 500 with this id and no word of the cause.
    virtual void worker_failed(std::string_view id, std::exception_ptr cause) noexcept = 0;

    /// The edge itself met something unexpected: accept failed, a spool directory is full.
    virtual void edge_failed(std::string_view what) noexcept = 0;
};

}  // namespace http
