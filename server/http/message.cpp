#include "server/http/message.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace http {

namespace wire = boost::beast::http;
namespace ip = boost::asio::ip;

namespace {

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

std::optional<method> find_method(wire::verb verb) {
    switch (verb) {
        case wire::verb::get: return method::get;
        case wire::verb::head: return method::head;
        case wire::verb::post: return method::post;
        case wire::verb::put: return method::put;
        case wire::verb::patch: return method::patch;
        case wire::verb::delete_: return method::delete_;
        case wire::verb::options: return method::options;
        default: return {};
    }
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

void read_cookies(request& made) {
    for (const auto& [name, value] : made.headers) {
        if (name != "cookie") continue;
        for (std::string_view rest = value; !rest.empty();) {
            const auto end = rest.find(';');
            const auto pair = trimmed(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || equals == 0) continue;
            made.cookies.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
        }
    }
}

bool read_target(request& made, std::size_t most_fields) {
    const auto parsed = boost::urls::parse_origin_form({made.target.data(), made.target.size()});
    if (!parsed) return false;
    for (const auto& segment : parsed->encoded_segments()) {
        made.path.push_back(segment.decode());
        if (!is_valid_text(made.path.back())) return false;
    }
    if (made.path.size() == 1 && made.path.front().empty()) made.path.clear();
    auto query = find_urlencoded(view(parsed->encoded_query()), most_fields);
    if (!query) return false;
    made.query = std::move(*query);
    return true;
}

bool is_within(const ip::address& address, const std::string& network) {
    boost::system::error_code no;
    if (const auto single = ip::make_address(network, no); !no) return single == address;
    if (address.is_v4()) {
        const auto range = ip::make_network_v4(network, no);
        return !no && ip::network_v4(address.to_v4(), range.prefix_length()).canonical() == range.canonical();
    }
    const auto range = ip::make_network_v6(network, no);
    return !no && ip::network_v6(address.to_v6(), range.prefix_length()).canonical() == range.canonical();
}

bool is_trusted(const std::string& text, const settings& chosen) {
    boost::system::error_code no;
    const auto address = ip::make_address(text, no);
    return !no && std::any_of(chosen.trusted_proxies.begin(), chosen.trusted_proxies.end(),
                              [&](const std::string& network) { return is_within(address, network); });
}

}  // namespace

std::string_view message_head::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key == name) return value;
    return {};
}

std::size_t message_head::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; }));
}

message_parser::message_parser(std::uint32_t most_head_bytes) {
    header_limit(most_head_bytes);
    // The route decides how much a body may hold: body_reader counts.
    body_limit(boost::none);
    eager(false);
}

void message_parser::on_request_impl(verb known, text method, text target, int version, error_code&) {
    head_.method = find_method(known);
    head_.method_text = view(method);
    head_.target = view(target);
    head_.version = version;
}

void message_parser::on_field_impl(wire::field, text name, text value, error_code&) {
    // What comes after the last chunk is a trailer: nobody asked for it.
    if (is_head_whole_) return;
    std::string lower(view(name));
    for (auto& c : lower) c = boost::beast::detail::ascii_tolower(c);
    head_.headers.emplace_back(std::move(lower), view(value));
}

std::size_t message_parser::on_body_impl(text bytes, error_code& no) {
    refusal_ = sink_ ? sink_->take(view(bytes)) : 400;
    if (refusal_) no = wire::error::body_limit;
    return bytes.size();
}

std::size_t message_parser::on_chunk_body_impl(std::uint64_t, text bytes, error_code& no) {
    return on_body_impl(bytes, no);
}

bool has_clean_lines(std::string_view raw) {
    for (std::size_t at = 0; at < raw.size(); ++at) {
        const char c = raw[at];
        if (c == '\0') return false;
        if (c == '\r' && (at + 1 == raw.size() || raw[at + 1] != '\n')) return false;
        if (c != '\n') continue;
        if (at == 0 || raw[at - 1] != '\r') return false;
        if (at + 1 < raw.size() && (raw[at + 1] == ' ' || raw[at + 1] == '\t')) return false;
    }
    return true;
}

bool is_framed_clearly(const message_head& head) {
    const auto hosts = head.count("host");
    if (hosts > 1 || (hosts == 0 && head.version >= 11)) return false;
    const auto lengths = head.count("content-length");
    const auto codings = head.count("transfer-encoding");
    if (lengths + codings > 1) return false;
    const auto length = head.header("content-length");
    if (!std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    const auto coding = head.header("transfer-encoding");
    return codings == 0 ||
           (head.version >= 11 && boost::beast::iequals({coding.data(), coding.size()}, "chunked"));
}

bool fill_request(request& made, message_head&& head, const settings& chosen, bool is_secure) {
    made.method = head.method.value_or(method::options);
    made.target = std::move(head.target);
    made.headers = std::move(head.headers);
    made.is_secure = is_secure;
    made.own_origin = chosen.own_origin;
    if (made.own_origin.empty())
        made.own_origin.append(is_secure ? "https://" : "http://").append(made.header("host"));
    read_cookies(made);
    return read_target(made, chosen.most_fields);
}

std::string client_address(const std::string& socket_address, std::string_view forwarded_for,
                           const settings& chosen) {
    if (chosen.trusted_proxies.empty() || !is_trusted(socket_address, chosen)) return socket_address;
    std::string last = socket_address;
    while (!forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const std::string each(
            trimmed(forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1)));
        forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
        boost::system::error_code no;
        const auto address = ip::make_address(each, no);
        if (no) return last;
        last = address.to_string();
        if (!is_trusted(last, chosen)) return last;
    }
    return last;
}

}  // namespace http
