#include "server/http/server.hpp"

#include <boost/asio/ssl/context.hpp>
#include <stdexcept>

#include "server/http/listener.hpp"

namespace http {

namespace ssl = boost::asio::ssl;

namespace {

std::unique_ptr<ssl::context> make_tls(const settings& chosen) {
    if (chosen.certificate_file.empty()) return nullptr;
    try {
        auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
        context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                             ssl::context::no_tlsv1_1 | ssl::context::no_compression);
        context->use_certificate_chain_file(chosen.certificate_file);
        context->use_private_key_file(chosen.private_key_file, ssl::context::pem);
        return context;
    } catch (const boost::system::system_error& refused) {
        throw std::runtime_error("cannot use the certificate " + chosen.certificate_file + " with the key " +
                                 chosen.private_key_file + ": " + refused.code().message());
    }
}

listener::loops make_loops(const settings& chosen) {
    listener::loops loops;
    for (std::size_t count = 0; count < std::max<std::size_t>(chosen.io_threads, 1); ++count)
        loops.push_back(std::make_unique<io_loop>(chosen.watch_interval));
    return loops;
}

}  // namespace

// The order matters: connections that still wait when the loops die hold places in the crew.
struct server::state {
    state(const settings& chosen, std::span<const route> routes, parts lent)
        : tls(make_tls(chosen)),
          around(chosen, routes, std::move(lent)),
          loops(make_loops(chosen)),
          door(around, loops, tls.get()) {}

    std::unique_ptr<ssl::context> tls;
    surroundings around;
    listener::loops loops;
    listener door;
    bool is_running = false;
};

server::server(const settings& chosen, std::span<const route> routes, parts lent)
    : state_(std::make_unique<state>(chosen, routes, std::move(lent))) {}

server::~server() {
    stop();
}

void server::start() {
    state_->is_running = true;
    state_->door.start();
    for (auto& loop : state_->loops) loop->start();
}

void server::stop() {
    if (!std::exchange(state_->is_running, false)) return;
    auto& around = state_->around;
    state_->door.stop();
    around.is_stopping = true;
    for (auto& loop : state_->loops) loop->end_idle();
    if (!around.wait_for_connections(around.chosen.stop_limit))
        for (auto& loop : state_->loops) loop->end_all();
    around.crew.stop();
    around.wait_for_connections(std::chrono::seconds(1));
    for (auto& loop : state_->loops) loop->join();
    around.crew.drop_waiting();
}

unsigned short server::port() const {
    return state_->door.port();
}

}  // namespace http
