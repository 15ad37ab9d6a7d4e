#include "server/http/listener.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_future.hpp>
#include <future>
#include <stdexcept>

namespace http {

namespace asio = boost::asio;
using error_code = boost::system::error_code;

namespace {

std::runtime_error cannot_listen(const settings& chosen, const std::string& why) {
    return std::runtime_error("cannot listen on " + chosen.address + " port " + std::to_string(chosen.port) +
                              ": " + why);
}

}  // namespace

listener::listener(surroundings& around, loops& all, asio::ssl::context* tls)
    : around_(around),
      loops_(all),
      tls_(tls),
      acceptor_(all.front()->context.get_executor()),
      pause_(all.front()->context.get_executor()) {
    const auto& chosen = around.chosen;
    error_code no;
    const auto address = asio::ip::make_address(chosen.address, no);
    if (no) throw cannot_listen(chosen, "no IP address");
    try {
        const asio::ip::tcp::endpoint place(address, chosen.port);
        acceptor_.open(place.protocol());
        acceptor_.set_option(asio::socket_base::reuse_address(true));
        acceptor_.bind(place);
        acceptor_.listen();
    } catch (const boost::system::system_error& refused) {
        throw cannot_listen(chosen, refused.code().message());
    }
    port_ = acceptor_.local_endpoint().port();
}

void listener::start() {
    asio::co_spawn(acceptor_.get_executor(), accept_all(), asio::detached);
}

void listener::stop() {
    std::promise<void> closed;
    asio::post(acceptor_.get_executor(), [&] {
        error_code ignored;
        acceptor_.close(ignored);
        pause_.cancel();
        closed.set_value();
    });
    closed.get_future().wait();
}

task<void> listener::accept_all() {
    constexpr std::chrono::milliseconds breath{100};
    while (acceptor_.is_open()) {
        auto& home = *loops_[next_++ % loops_.size()];
        error_code no;
        auto socket = co_await acceptor_.async_accept(home.context, asio::redirect_error(awaited, no));
        if (!no) {
            take(std::move(socket), home);
        } else if (acceptor_.is_open()) {
            // Mostly: no descriptors left. Trying again at once would only burn the processor.
            around_.seen().edge_failed("accept: " + no.message());
            pause_.expires_after(breath);
            co_await pause_.async_wait(asio::redirect_error(awaited, no));
        }
    }
}

void listener::take(tcp_socket socket, io_loop& home) {
    if (around_.connections.fetch_add(1) < around_.chosen.most_connections) {
        asio::co_spawn(home.context, serve_connection(std::move(socket), tls_, around_, home),
                       asio::detached);
        return;
    }
    around_.note_connection_end();
    error_code no;
    const auto peer = socket.remote_endpoint(no);
    around_.seen().refused_at_the_door("connections", no ? std::string() : peer.address().to_string());
}

}  // namespace http
