#include "server/http/partial.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "server/http/prepared.hpp"

namespace http {

namespace {

std::optional<std::uint64_t> find_position(std::string_view digits) {
    std::uint64_t position = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), position);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return position;
}

// "bytes=0-499", "bytes=500-", "bytes=-500"; nothing for what is no such range, which is passed over.
std::optional<wanted_bytes> find_range(std::string_view asked, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!asked.starts_with(unit)) return std::nullopt;
    asked.remove_prefix(unit.size());
    const auto dash = asked.find('-');
    if (dash == asked.npos) return std::nullopt;
    const auto first = find_position(asked.substr(0, dash)), last = find_position(asked.substr(dash + 1));
    if (dash == 0) {
        if (!last) return std::nullopt;
        const auto count = std::min(*last, size);
        return count == 0 ? wanted_bytes{416, 0, 0} : wanted_bytes{206, size - count, count};
    }
    const bool is_open = dash + 1 == asked.size();
    if (!first || (!is_open && (!last || *last < *first))) return std::nullopt;
    if (*first >= size) return wanted_bytes{416, 0, 0};
    return wanted_bytes{206, *first, (is_open ? size : std::min(*last + 1, size)) - *first};
}

}  // namespace

wanted_bytes find_wanted(const request& asked, std::string_view tag, std::uint64_t size) {
    if (const auto known = asked.header("if-none-match"); !known.empty() && matches_tag(known, tag))
        return {304, 0, 0};
    const auto only_if = asked.header("if-range");
    if (only_if.empty() || only_if == tag)
        if (const auto part = find_range(asked.header("range"), size)) return *part;
    return {200, 0, size};
}

void describe_part(response& answer, const wanted_bytes& part, std::string_view tag, std::uint64_t size) {
    answer.status = part.status;
    answer.with("ETag", std::string(tag)).with("Accept-Ranges", "bytes");
    const auto of = "/" + std::to_string(size);
    if (part.status == 206)
        answer.with("Content-Range", "bytes " + std::to_string(part.first) + "-" +
                                         std::to_string(part.first + part.count - 1) + of);
    if (part.status == 416) answer.with("Content-Range", "bytes *" + of);
}

}  // namespace http
