#include "server/http/connection.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include "server/http/body_reader.hpp"
#include "server/http/headers.hpp"

namespace http {

namespace asio = boost::asio;
namespace wire = boost::beast::http;
using error_code = boost::system::error_code;

namespace {

constexpr std::size_t head_piece = 4 * 1024;
constexpr std::size_t body_piece = 64 * 1024;
constexpr std::size_t most_drained = 64 * 1024 * 1024;
constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

using tls_stream = asio::ssl::stream<tcp_socket>;

task<bool> shake_hands(tcp_socket&) {
    co_return true;
}
task<bool> shake_hands(tls_stream& stream) {
    error_code no;
    co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(awaited, no));
    co_return !no;
}

/// False when the other side has gone.
task<bool> say_goodbye(tcp_socket& socket) {
    error_code ignored;
    socket.shutdown(asio::socket_base::shutdown_send, ignored);
    co_return !ignored;
}
task<bool> say_goodbye(tls_stream& stream) {
    error_code no;
    co_await stream.async_shutdown(asio::redirect_error(awaited, no));
    co_return !no;
}

template <class Stream>
class connection final : private watched {
public:
    template <class... Layers>
    connection(surroundings& around, io_loop& home, std::string address, Layers&&... layers)
        : watched(home),
          around_(around),
          chosen_(around.chosen),
          address_(std::move(address)),
          stream_(std::forward<Layers>(layers)...) {}

    task<void> run();

private:
    void cut(bool may_answer) override;

    task<bool> receive(std::size_t most);
    task<int> read_head();
    task<bool> serve_next();
    task<bool> serve_parsed(exchange& under_way);
    task<response> answer(exchange& under_way);
    task<std::optional<int>> read_body(body_reader& reader);
    task<bool> send(exchange& under_way, response& made);
    task<bool> send(exchange& under_way, const prepared::form& form);
    task<bool> send_file(exchange& under_way, const temporary_file& file);
    task<bool> transmit(std::string_view head, std::string_view body);
    task<void> drain();

    std::string_view received() const {
        const auto data = buffer_.cdata();
        return {static_cast<const char*>(data.data()), data.size()};
    }
    void finish_head(const exchange& under_way);
    response turn_away(const exchange& under_way);
    void report(const exchange& under_way) const;

    surroundings& around_;
    const settings& chosen_;
    std::string address_;
    Stream stream_;
    boost::beast::flat_buffer buffer_;
    std::optional<message_parser> parser_;
    std::string head_;
    std::string remote_;
    bool must_drain_ = false;
};

template <class Stream>
void connection<Stream>::cut(bool may_answer) {
    error_code ignored;
    if (may_answer)
        stream_.lowest_layer().cancel(ignored);
    else
        stream_.lowest_layer().close(ignored);
}

template <class Stream>
task<void> connection<Stream>::run() {
    wait_for(chosen_.handshake_deadline);
    const bool is_open = co_await shake_hands(stream_);
    if (!is_open) {
        if (is_late()) around_.seen().slow_client("handshake", address_);
        co_return;
    }
    bool goes_on = true;
    while (goes_on && !around_.is_stopping) goes_on = co_await serve_next();
    wait_for(chosen_.linger_limit);
    const bool may_still_send = co_await say_goodbye(stream_);
    if (must_drain_ && may_still_send) co_await drain();
}

/// Reads on what a refused client still sends, so that closing does not destroy the answer on its way.
template <class Stream>
task<void> connection<Stream>::drain() {
    std::size_t drained = 0;
    bool has_more = true;
    while (has_more && drained < most_drained) {
        buffer_.clear();
        has_more = co_await receive(body_piece);
        drained += buffer_.size();
    }
}

template <class Stream>
task<bool> connection<Stream>::receive(std::size_t most) {
    error_code no;
    const auto space = buffer_.prepare(most);
    const auto count = co_await stream_.async_read_some(space, asio::redirect_error(awaited, no));
    buffer_.commit(count);
    co_return !no && !is_late();
}

/// 0 when a whole head lies in the buffer, a status to refuse with, or -1 when the client has gone.
template <class Stream>
task<int> connection<Stream>::read_head() {
    std::size_t searched = 0;
    while (true) {
        const auto text = received();
        const auto end = text.find("\r\n\r\n", searched);
        const bool is_whole = end != std::string_view::npos;
        const auto complete_lines = is_whole ? end + 4 : text.size() - (text.ends_with('\r') ? 1 : 0);
        if (complete_lines > chosen_.most_head_bytes) co_return 431;
        if (!has_clean_lines(text.substr(0, complete_lines))) co_return 400;
        if (is_whole) co_return 0;
        searched = text.size() < 3 ? 0 : text.size() - 3;
        if (text.empty()) {
            if (buffer_.capacity() > 2 * head_piece) buffer_.shrink_to_fit();
            wait_for(chosen_.idle_deadline, true);
        }
        const bool goes_on = co_await receive(head_piece);
        if (!goes_on) co_return is_late() && buffer_.size() > 0 ? 408 : -1;
        if (searched == 0 && is_idle()) wait_for(chosen_.head_deadline);
    }
}

template <class Stream>
task<bool> connection<Stream>::serve_next() {
    if (buffer_.size() > 0) wait_for(chosen_.head_deadline);
    int fault = co_await read_head();
    if (fault < 0) co_return false;
    exchange under_way;
    under_way.began = watched::clock::now();
    under_way.asked.id = make_request_id();
    remote_ = address_;
    if (fault == 408) around_.seen().slow_client("head", address_);
    parser_.emplace(chosen_.most_head_bytes);
    if (fault == 0) {
        error_code no;
        const auto used = parser_->put(buffer_.data(), no);
        buffer_.consume(used);
        if (no || !parser_->is_header_done() || !is_framed_clearly(parser_->head())) fault = 400;
    }
    wait_without_limit();
    if (fault == 0) {
        const bool goes_on = co_await serve_parsed(under_way);
        co_return goes_on;
    }
    must_drain_ = true;
    auto refusal = around_.refuse(fault, under_way.asked.id);
    co_await send(under_way, refusal);
    co_return false;
}

template <class Stream>
task<bool> connection<Stream>::serve_parsed(exchange& under_way) {
    const auto& head = parser_->head();
    const auto length = parser_->content_length();
    under_way.method_text = head.method_text;
    under_way.has_body = parser_->chunked() || (length && *length > 0);
    under_way.keeps_alive = parser_->keep_alive();
    under_way.is_head = head.method == method::head;
    if (!chosen_.trusted_proxies.empty())
        remote_ = client_address(address_, head.header("x-forwarded-for"), chosen_);
    if (!under_way.has_body) {
        if (const auto ready = find_ready_page(around_, head)) {
            under_way.pattern = ready->pattern;
            const bool goes_on = co_await send(under_way, ready->form);
            co_return goes_on;
        }
    }
    under_way.asked.remote = remote_;
    auto made = co_await answer(under_way);
    // A body that was not read to its end leaves no place for the next request.
    if (under_way.has_body && !parser_->is_done()) under_way.keeps_alive = false;
    must_drain_ = !under_way.keeps_alive;
    if (under_way.row) {
        if (const auto page = keep_page(around_, under_way, made)) {
            const auto& asked = under_way.asked;
            const auto form = page->choose(under_way.is_head, asked.header("if-none-match"),
                                           asked.header("accept-encoding"));
            const bool goes_on = co_await send(under_way, form);
            co_return goes_on;
        }
    }
    const bool goes_on = co_await send(under_way, made);
    co_return goes_on;
}

template <class Stream>
task<response> connection<Stream>::answer(exchange& under_way) {
    auto& asked = under_way.asked;
    auto early = find_route(around_, under_way, std::move(parser_->head()));
    if (early) co_return std::move(*early);
    const auto& row = *under_way.row;
    const auto expected = asked.header("expect");
    const bool must_say_continue = boost::beast::iequals({expected.data(), expected.size()}, "100-continue");
    if (!expected.empty() && !must_say_continue) co_return around_.refuse(417, asked.id);
    body_reader reader(chosen_, row.body, row.max_body, asked, around_.seen());
    const auto length = parser_->content_length();
    auto fault =
        reader.open(length ? std::optional<std::uint64_t>(*length) : std::nullopt, under_way.has_body);
    if (fault) co_return around_.refuse(*fault, asked.id);
    if (around_.crew.is_full(row.pool)) co_return turn_away(under_way);
    if (under_way.has_body) {
        if (must_say_continue && buffer_.size() == 0) co_await transmit(continue_line, std::string_view());
        fault = co_await read_body(reader);
        if (fault) co_return around_.refuse(*fault, asked.id);
    }
    const auto place = around_.crew.find_place(row.pool);
    if (!place) co_return turn_away(under_way);
    if (around_.lent.pages) under_way.generation = around_.lent.pages->generation();
    wait_without_limit();
    auto made = co_await around_.crew.async_handle(row.pool, asked, awaited);
    co_return std::move(made);
}

template <class Stream>
response connection<Stream>::turn_away(const exchange& under_way) {
    around_.seen().refused_at_the_door(under_way.row->pool == pool::slow ? "slow" : "ordinary", remote_);
    auto busy = around_.refuse(503, under_way.asked.id);
    busy.with("Retry-After", std::to_string(chosen_.retry_after.count()));
    return busy;
}

template <class Stream>
task<std::optional<int>> connection<Stream>::read_body(body_reader& reader) {
    parser_->deliver_to(reader);
    parser_->eager(true);
    const auto began = watched::clock::now();
    std::uint64_t taken = 0;
    while (!parser_->is_done()) {
        error_code no = wire::error::need_more;
        if (buffer_.size() > 0) {
            const auto used = parser_->put(buffer_.data(), no);
            buffer_.consume(used);
            taken += used;
        }
        if (parser_->refusal()) co_return parser_->refusal();
        if (no && no != wire::error::need_more) co_return 400;
        if (parser_->is_done()) break;
        // What the parser leaves are lines between chunks: they are short.
        if (buffer_.size() >= body_piece) co_return 400;
        const auto earned = std::chrono::milliseconds(taken * 1000 / chosen_.body_bytes_per_second);
        wait_until(std::min(watched::clock::now() + chosen_.body_pause, began + chosen_.body_pause + earned));
        const bool goes_on = co_await receive(body_piece);
        if (is_late()) {
            around_.seen().slow_client("body", remote_);
            co_return 408;
        }
        if (!goes_on) co_return 400;
    }
    co_return reader.close();
}

template <class Stream>
void connection<Stream>::finish_head(const exchange& under_way) {
    if (!under_way.keeps_alive)
        head_.append("Connection: close\r\n");
    else if (parser_->head().version < 11)
        head_.append("Connection: keep-alive\r\n");
    head_.append(date_line()).append("\r\n");
}

template <class Stream>
task<bool> connection<Stream>::send(exchange& under_way, const prepared::form& form) {
    under_way.keeps_alive = under_way.keeps_alive && !around_.is_stopping;
    head_.assign(form.head);
    finish_head(under_way);
    const bool is_sent = co_await transmit(head_, form.body);
    under_way.status = form.status;
    under_way.sent = form.body.size();
    report(under_way);
    co_return is_sent&& under_way.keeps_alive;
}

template <class Stream>
task<bool> connection<Stream>::send(exchange& under_way, response& made) {
    under_way.keeps_alive = under_way.keeps_alive && !around_.is_stopping;
    const auto* file = std::get_if<temporary_file>(&made.body);
    const auto* own = std::get_if<std::string>(&made.body);
    std::string_view text = own ? std::string_view(*own) : std::string_view();
    head_ = make_head(made, file ? file->size() : text.size(), around_.is_secure, under_way.asked.id);
    finish_head(under_way);
    const bool has_no_body = under_way.is_head || made.status == 204 || made.status == 304;
    if (has_no_body) text = std::string_view();
    bool is_sent = co_await transmit(head_, text);
    under_way.status = made.status;
    under_way.sent = text.size();
    if (is_sent && file && !has_no_body) is_sent = co_await send_file(under_way, *file);
    report(under_way);
    co_return is_sent&& under_way.keeps_alive;
}

template <class Stream>
task<bool> connection<Stream>::send_file(exchange& under_way, const temporary_file& file) {
    std::vector<char> piece(body_piece);
    bool is_sent = true;
    while (is_sent && under_way.sent < file.size()) {
        const auto count = file.read_at(under_way.sent, piece);
        if (count == 0) co_return false;
        const std::string_view text(piece.data(), count);
        is_sent = co_await transmit(std::string_view(), text);
        under_way.sent += count;
    }
    co_return is_sent;
}

/// Writes in pieces, so that the deadline is for a client that takes nothing, not for a long answer.
template <class Stream>
task<bool> connection<Stream>::transmit(std::string_view head, std::string_view body) {
    error_code no;
    do {
        const auto piece = body.substr(0, body_piece);
        const std::array buffers{asio::buffer(head), asio::buffer(piece)};
        wait_for(chosen_.answer_pause);
        co_await asio::async_write(stream_, buffers, asio::redirect_error(awaited, no));
        if (is_late()) around_.seen().slow_client("answer", remote_);
        if (is_late() || no) co_return false;
        body.remove_prefix(piece.size());
        head = std::string_view();
    } while (!body.empty());
    wait_without_limit();
    co_return true;
}

template <class Stream>
void connection<Stream>::report(const exchange& under_way) const {
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(watched::clock::now() - under_way.began);
    around_.seen().request_finished({under_way.asked.id, under_way.method_text, under_way.pattern, remote_,
                                     under_way.status, took.count(), under_way.sent});
}

}  // namespace

task<void> serve_connection(tcp_socket socket, asio::ssl::context* tls, surroundings& around, io_loop& home) {
    error_code no;
    socket.set_option(asio::ip::tcp::no_delay(true), no);
    const auto peer = socket.remote_endpoint(no);
    auto address = no ? std::string() : peer.address().to_string();
    try {
        if (no) {
        } else if (tls) {
            connection<tls_stream> secure(around, home, std::move(address), std::move(socket), *tls);
            co_await secure.run();
        } else {
            connection<tcp_socket> plain(around, home, std::move(address), std::move(socket));
            co_await plain.run();
        }
    } catch (const std::exception& broken) {
        around.seen().edge_failed(broken.what());
    }
    around.note_connection_end();
}

}  // namespace http
