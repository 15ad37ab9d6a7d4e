#pragma once
// The closed list of things that happen and are told: each becomes a log line (structured, one line, UTC) and
// a metric. The only file that knows spdlog and Prometheus is observations.cpp. Nothing secret or personal is
// told.

#include "config/settings.hpp"
#include "server/http/observer.hpp"

#include <memory>
#include <string>

class observations final : public http::observer {
public:
    explicit observations(config::log_level);
    ~observations() override;

    void request_finished(const http::finished_request&) noexcept override;
    void refused_at_the_door(std::string_view reason, std::string_view remote) noexcept override;
    void slow_client(std::string_view phase, std::string_view remote) noexcept override;
    void worker_failed(std::string_view id, std::exception_ptr cause) noexcept override;
    void edge_failed(std::string_view what) noexcept override;

    void access_denied(std::string_view request_id, std::string_view act, std::string_view verdict) noexcept;
    void forged_form(std::string_view request_id, std::string_view pattern) noexcept;
    void database_failed(std::string_view request_id, std::string_view what) noexcept;
    void feature_failed(std::string_view request_id, std::string_view what) noexcept;
    void job_failed(std::string_view job, std::string_view what) noexcept;
    void letter_sent(std::string_view occasion, std::string_view outcome) noexcept;
    void edition_moved(std::string_view slug, std::string_view action) noexcept;
    void started(std::string_view address) noexcept;
    void stopped() noexcept;

    // The metrics in Prometheus' text format.
    std::string metrics() const;

private:
    struct meters;
    std::unique_ptr<meters> meters_;
};
