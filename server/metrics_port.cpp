#include "server/metrics_port.hpp"

#include "server/http/server.hpp"
#include "server/store/public.hpp"

#include <array>

namespace {

constexpr std::array inner_routes{http::route{http::method::get, "/metrics"},
                                  http::route{http::method::get, "/healthz"},
                                  http::route{http::method::get, "/readyz"}};

class inner_worker final : public http::worker {
public:
    inner_worker(const config::settings& settings, observations& observed)
        : settings_(settings), observed_(observed) {}

    http::response handle(http::request& request) override {
        if (request.pattern == "/metrics") {
            auto answer = http::text(200, observed_.metrics());
            answer.type = "text/plain; version=0.0.4; charset=utf-8";
            return answer;
        }
        if (request.pattern == "/healthz") return http::text(200, "alive\n");
        try {
            store::database db(settings_.database.connection, {});
            db.begin(store::transaction_kind::read, store::database_role::public_reader, std::nullopt);
            store::check_answers(db);
            return http::text(200, "ready\n");
        } catch (const store::failure&) {
            return http::text(503, "the database does not answer\n");
        }
    }

private:
    const config::settings& settings_;
    observations& observed_;
};

http::settings inner_settings(const config::server_settings& from) {
    http::settings to;
    to.address = from.metrics_address;
    to.port = static_cast<unsigned short>(from.metrics_port);
    to.most_connections = 64;
    to.ordinary = {1, 16};
    to.slow = {1, 1};
    return to;
}

}  // namespace

struct metrics_port::state {
    state(const config::settings& settings, observations& observed)
        : server(inner_settings(settings.server), inner_routes,
                 http::parts{[&settings, &observed](http::pool) {
                                 return std::make_unique<inner_worker>(settings, observed);
                             },
                             nullptr, &observed, nullptr, nullptr}) {
        server.start();
    }
    ~state() { server.stop(); }
    http::server server;
};

metrics_port::metrics_port(const config::settings& settings, observations& observed) {
    if (settings.server.metrics_port != 0) state_ = std::make_unique<state>(settings, observed);
}

metrics_port::~metrics_port() = default;
