#pragma once
// Accepts connections and deals them out to the I/O threads in turn.
// Owned by the server. Knows neither requests nor answers; over the limit of connections it hangs up.

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

#include "server/http/connection.hpp"

namespace http {

class listener {
public:
    using loops = std::vector<std::unique_ptr<io_loop>>;

    /// Binds and listens; throws std::runtime_error that names address and port.
    listener(surroundings&, loops&, boost::asio::ssl::context* tls);

    void start();
    /// From any thread; returns when no further connection will be accepted.
    void stop();
    unsigned short port() const { return port_; }

private:
    task<void> accept_all();
    void take(tcp_socket, io_loop&);

    surroundings& around_;
    loops& loops_;
    boost::asio::ssl::context* tls_;
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, loop_executor> acceptor_;
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, loop_executor>
        pause_;
    unsigned short port_ = 0;
    std::size_t next_ = 0;
};

}  // namespace http
