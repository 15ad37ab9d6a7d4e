#pragma once
// Serves the metrics on an address of their own, never on the public one, and the health checks there as
// well: /metrics, /healthz (the process answers), /readyz (the database answers too).

#include "config/settings.hpp"
#include "server/observations.hpp"

#include <memory>

class metrics_port {
public:
    // Port 0: none. Throws std::runtime_error that names the port when it is taken.
    metrics_port(const config::settings&, observations&);
    ~metrics_port();

private:
    struct state;
    std::unique_ptr<state> state_;
};
