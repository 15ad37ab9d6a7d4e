#pragma once
// The head of a request as Beast's parser reads it, and the checks that Beast leaves to us.
// Used by the connection alone: the one header here that shows Beast. Knows neither routes nor answers.

#include <boost/beast/http/basic_parser.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/request.hpp"
#include "server/http/settings.hpp"

namespace http {

struct message_head {
    std::string method_text;
    std::optional<http::method> method;  ///< nothing for one that this service does not know
    std::string target;
    int version = 11;
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case

    std::string_view header(std::string_view name) const;
    std::size_t count(std::string_view name) const;
};

/// Takes pieces of a body; gives the status of a refusal, or nothing.
struct body_sink {
    virtual ~body_sink() = default;
    virtual std::optional<int> take(std::string_view bytes) = 0;
};

/// Beast's parser, telling the head to `head()` and the body to a sink, without copies between.
class message_parser final : public boost::beast::http::basic_parser<true> {
public:
    using error_code = boost::beast::error_code;

    explicit message_parser(std::uint32_t most_head_bytes);

    message_head& head() { return head_; }
    void deliver_to(body_sink& sink) { sink_ = &sink; }

    /// The status with which the sink refused, if it did.
    std::optional<int> refusal() const { return refusal_; }

private:
    using text = boost::beast::string_view;
    using verb = boost::beast::http::verb;

    void on_request_impl(verb, text method, text target, int version, error_code&) override;
    void on_response_impl(int, text, int, error_code&) override {}
    void on_field_impl(boost::beast::http::field, text name, text value, error_code&) override;
    void on_header_impl(error_code&) override { is_head_whole_ = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(text, error_code&) override;
    void on_chunk_header_impl(std::uint64_t, text, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, text, error_code&) override;
    void on_finish_impl(error_code&) override {}

    message_head head_;
    body_sink* sink_ = nullptr;
    std::optional<int> refusal_;
    bool is_head_whole_ = false;
};

/// True unless the raw head holds what Beast forgives and a proxy may read otherwise: a bare LF or
/// CR, a folded line, a NUL.
bool has_clean_lines(std::string_view raw_head);

/// True unless two readers could disagree about where this request ends or whom it is for.
bool is_framed_clearly(const message_head&);

/// Fills target, path, query, headers, cookies, origin; false for a target that is malformed.
bool fill_request(request&, message_head&&, const settings&, bool is_secure);

/// The client's address: the socket's, or what a trusted proxy says.
std::string client_address(const std::string& socket_address, std::string_view forwarded_for,
                           const settings&);

}  // namespace http
