#pragma once
// One client's connection: reads requests one after another, each with limits and deadlines, and
// writes their answers. Started by the listener on the connection's own loop. Knows HTTP on a
// socket; what to answer is decided in exchange, body_reader and the workers.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/http/exchange.hpp"
#include "server/http/io_loop.hpp"

namespace http {

using loop_executor = boost::asio::io_context::executor_type;
using tcp_socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, loop_executor>;

template <class Result>
using task = boost::asio::awaitable<Result, loop_executor>;
inline constexpr boost::asio::use_awaitable_t<loop_executor> awaited;

/// Serves the connection until it ends; without a `tls` context in the clear.
task<void> serve_connection(tcp_socket, boost::asio::ssl::context* tls, surroundings&, io_loop&);

}  // namespace http
