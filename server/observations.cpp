#include "server/observations.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>

namespace {

// What came from outside may hold line ends and escapes: in the log they are shown, not obeyed.
std::string plain(std::string_view text) {
    std::string shown;
    for (const unsigned char sign : text.substr(0, 300)) {
        if (sign < 0x20 || sign == 0x7f || sign == '"' || sign == '\\') {
            char code[8];
            std::snprintf(code, sizeof code, "\\x%02x", sign);
            shown += code;
        } else {
            shown += static_cast<char>(sign);
        }
    }
    return shown;
}

std::string words_of(std::exception_ptr cause) {
    try {
        std::rethrow_exception(cause);
    } catch (const std::exception& error) {
        return plain(error.what());
    } catch (...) {
        return "unknown";
    }
}

spdlog::level::level_enum level_of(config::log_level level) {
    switch (level) {
        case config::log_level::debug: return spdlog::level::debug;
        case config::log_level::info: return spdlog::level::info;
        case config::log_level::warning: return spdlog::level::warn;
        case config::log_level::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

}  // namespace

struct observations::meters {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter().Name("wego_requests_total").Help("Answered requests").Register(registry);
    prometheus::Family<prometheus::Histogram>& durations =
        prometheus::BuildHistogram()
            .Name("wego_request_seconds")
            .Help("Time from a request's head to its answer")
            .Register(registry);
    prometheus::Histogram& duration =
        durations.Add({}, prometheus::Histogram::BucketBoundaries{.001, .0025, .005, .01, .025, .05, .1, .25,
                                                                  .5, 1, 2.5, 5, 10});
    prometheus::Family<prometheus::Counter>& events =
        prometheus::BuildCounter().Name("wego_events_total").Help("What else happened").Register(registry);
    std::shared_ptr<spdlog::logger> log =
        std::make_shared<spdlog::logger>("wego", std::make_shared<spdlog::sinks::stderr_sink_mt>());

    void count(const std::string& event) { events.Add({{"event", event}}).Increment(); }
};

observations::observations(config::log_level level) : meters_(std::make_unique<meters>()) {
    meters_->log->set_pattern("%Y-%m-%dT%H:%M:%S.%fZ level=%l %v", spdlog::pattern_time_type::utc);
    meters_->log->set_level(level_of(level));
    meters_->log->flush_on(spdlog::level::warn);
}

observations::~observations() = default;

void observations::request_finished(const http::finished_request& done) noexcept {
    meters_->requests
        .Add({{"method", std::string(done.method)},
              {"route", std::string(done.pattern)},
              {"status", std::to_string(done.status / 100) + "xx"}})
        .Increment();
    meters_->duration.Observe(static_cast<double>(done.microseconds) / 1e6);
    meters_->log->info("event=request id={} method={} route={} status={} us={} bytes={} remote={}", done.id,
                       done.method, done.pattern, done.status, done.microseconds, done.bytes, done.remote);
}

void observations::refused_at_the_door(std::string_view reason, std::string_view remote) noexcept {
    meters_->count("refused_at_the_door");
    meters_->log->warn("event=refused_at_the_door reason={} remote={}", reason, remote);
}

void observations::slow_client(std::string_view phase, std::string_view remote) noexcept {
    meters_->count("slow_client");
    meters_->log->info("event=slow_client phase={} remote={}", phase, remote);
}

void observations::worker_failed(std::string_view id, std::exception_ptr cause) noexcept {
    meters_->count("worker_failed");
    meters_->log->error("event=worker_failed id={} cause=\"{}\"", id, words_of(cause));
}

void observations::edge_failed(std::string_view what) noexcept {
    meters_->count("edge_failed");
    meters_->log->error("event=edge_failed what=\"{}\"", plain(what));
}

void observations::access_denied(std::string_view id, std::string_view act,
                                 std::string_view verdict) noexcept {
    meters_->count("access_denied");
    meters_->log->info("event=access_denied id={} act={} verdict={}", id, act, verdict);
}

void observations::forged_form(std::string_view id, std::string_view pattern) noexcept {
    meters_->count("forged_form");
    meters_->log->warn("event=forged_form id={} route={}", id, pattern);
}

void observations::database_failed(std::string_view id, std::string_view what) noexcept {
    meters_->count("database_failed");
    meters_->log->error("event=database_failed id={} what=\"{}\"", id, plain(what));
}

void observations::feature_failed(std::string_view id, std::string_view what) noexcept {
    meters_->count("feature_failed");
    meters_->log->error("event=feature_failed id={} what=\"{}\"", id, plain(what));
}

void observations::job_failed(std::string_view job, std::string_view what) noexcept {
    meters_->count("job_failed");
    meters_->log->error("event=job_failed job={} what=\"{}\"", job, plain(what));
}

void observations::letter_sent(std::string_view occasion, std::string_view outcome) noexcept {
    meters_->count("letter_" + std::string(outcome));
    meters_->log->info("event=letter occasion={} outcome={}", occasion, outcome);
}

void observations::edition_moved(std::string_view slug, std::string_view action) noexcept {
    meters_->count("edition_moved");
    meters_->log->info("event=edition_moved edition={} action={}", plain(slug), action);
}

void observations::started(std::string_view address) noexcept {
    meters_->log->info("event=started address={}", address);
}
void observations::stopped() noexcept {
    meters_->log->info("event=stopped");
}

std::string observations::metrics() const {
    return prometheus::TextSerializer().Serialize(meters_->registry.Collect());
}
