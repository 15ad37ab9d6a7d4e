#include "server/http/multipart.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <utility>

namespace http {

namespace beast = boost::beast;

namespace {

constexpr std::size_t most_part_head = 8 * 1024;

beast::string_view view(std::string_view text) {
    return {text.data(), text.size()};
}

bool is_space(char c) {
    return c == ' ' || c == '\t';
}

void skip_spaces(std::string_view& text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

void replace_all(std::string& text, std::string_view from, char to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
        text.replace(at, from.size(), 1, to);
}

/// Browsers write `"`, CR and LF as %22, %0D and %0A here, and nothing else (the HTML standard).
std::string unescaped(std::string_view quoted) {
    std::string plain(quoted);
    replace_all(plain, "%22", '"');
    replace_all(plain, "%0D", '\r');
    replace_all(plain, "%0A", '\n');
    return plain;
}

/// Takes `; key="value"` off `rest`; false when there is something else.
bool take_parameter(std::string_view& rest, std::string_view& key, std::string& value) {
    skip_spaces(rest);
    if (!rest.starts_with(';')) return false;
    rest.remove_prefix(1);
    skip_spaces(rest);
    const auto equals = rest.find("=\"");
    if (equals == std::string_view::npos) return false;
    key = rest.substr(0, equals);
    rest.remove_prefix(equals + 2);
    const auto end = rest.find('"');
    if (end == std::string_view::npos) return false;
    value = unescaped(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    return true;
}

bool read_disposition(std::string_view rest, part_head& head) {
    constexpr std::string_view kind = "form-data";
    if (!beast::iequals(view(rest.substr(0, kind.size())), view(kind))) return false;
    rest.remove_prefix(kind.size());
    bool has_name = false;
    while (!rest.empty()) {
        std::string_view key;
        std::string value;
        if (!take_parameter(rest, key, value)) return false;
        if (beast::iequals(view(key), "name")) {
            if (std::exchange(has_name, true)) return false;
            head.name = std::move(value);
        } else if (beast::iequals(view(key), "filename")) {
            if (head.filename) return false;
            head.filename = std::move(value);
        } else {
            return false;
        }
        skip_spaces(rest);
    }
    return has_name;
}

/// One `Name: value` line; a disposition is needed, an encoding would change the bytes.
bool read_line(std::string_view line, part_head& head, bool& has_disposition) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || is_space(line.front())) return false;
    const auto name = line.substr(0, colon);
    auto value = line.substr(colon + 1);
    skip_spaces(value);
    if (beast::iequals(view(name), "content-disposition"))
        return !std::exchange(has_disposition, true) && read_disposition(value, head);
    if (beast::iequals(view(name), "content-type")) head.type = value;
    return !beast::iequals(view(name), "content-transfer-encoding");
}

}  // namespace

multipart_parser::multipart_parser(std::string_view boundary, part_sink& sink)
    : delimiter_("\r\n--" + std::string(boundary)), sink_(sink), window_("\r\n") {}

std::optional<int> multipart_parser::feed(std::string_view bytes) {
    window_.append(bytes);
    needs_more_ = false;
    while (!needs_more_)
        if (const auto refusal = step()) return refusal;
    return {};
}

std::optional<int> multipart_parser::step() {
    switch (state_) {
        case state::preamble:
            needs_more_ = window_.size() < delimiter_.size();
            if (delimiter_.compare(0, window_.size(), window_, 0, delimiter_.size()) != 0) return 400;
            if (!needs_more_) {
                window_.erase(0, delimiter_.size());
                state_ = state::after_boundary;
            }
            return {};
        case state::after_boundary: return read_boundary_end();
        case state::headers: return read_headers();
        case state::data: return read_data();
        case state::epilogue:
            needs_more_ = true;
            return window_.empty() || window_ == "\r" || window_ == "\r\n" ? std::optional<int>() : 400;
    }
    return 400;
}

std::optional<int> multipart_parser::read_boundary_end() {
    if (window_.size() < 2) {
        needs_more_ = true;
        return {};
    }
    const auto end = window_.substr(0, 2);
    window_.erase(0, 2);
    if (end == "--")
        state_ = state::epilogue;
    else if (end == "\r\n")
        state_ = state::headers;
    else
        return 400;
    return {};
}

std::optional<int> multipart_parser::read_headers() {
    if (window_.starts_with("\r\n")) return 400;
    const auto end = window_.find("\r\n\r\n");
    if (end == std::string::npos) {
        needs_more_ = true;
        return window_.size() > most_part_head ? std::optional<int>(400) : std::nullopt;
    }
    if (end > most_part_head) return 400;
    part_head head;
    bool has_disposition = false;
    const std::string_view block(window_.data(), end + 2);
    for (std::size_t at = 0; at < block.size();) {
        const auto stop = block.find("\r\n", at);
        const auto line = block.substr(at, stop - at);
        if (line.empty() || line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
            return 400;
        if (!read_line(line, head, has_disposition)) return 400;
        at = stop + 2;
    }
    if (!has_disposition) return 400;
    window_.erase(0, end + 4);
    state_ = state::data;
    return sink_.begin_part(std::move(head));
}

std::optional<int> multipart_parser::read_data() {
    const auto at = window_.find(delimiter_);
    if (at != std::string::npos) return stop_at_boundary(at);
    // What could be the beginning of a delimiter waits for the next bytes.
    const auto held = std::min(window_.size(), delimiter_.size() - 1);
    const auto ready = std::string_view(window_).substr(0, window_.size() - held);
    needs_more_ = true;
    if (ready.empty()) return {};
    const auto refusal = sink_.take_part(ready);
    window_.erase(0, ready.size());
    return refusal;
}

std::optional<int> multipart_parser::stop_at_boundary(std::size_t at) {
    if (at > 0)
        if (const auto refusal = sink_.take_part(std::string_view(window_).substr(0, at))) return refusal;
    window_.erase(0, at + delimiter_.size());
    state_ = state::after_boundary;
    return sink_.end_part();
}

std::optional<std::string> find_boundary(std::string_view content_type) {
    constexpr std::string_view kind = "multipart/form-data";
    constexpr std::size_t longest = 70;
    if (!beast::iequals(view(content_type.substr(0, kind.size())), view(kind))) return {};
    for (const auto& [key, value] : beast::http::param_list(view(content_type.substr(kind.size()))))
        if (beast::iequals(key, "boundary") && !value.empty() && value.size() <= longest &&
            value.find_first_of("\r\n") == beast::string_view::npos)
            return std::string(value.data(), value.size());
    return {};
}

}  // namespace http
