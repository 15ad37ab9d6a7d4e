#pragma once
// Finds the route of a request by method and path.
// Patterns are `/entries/{id:number}/files/{name}`: literal segments, `{name}` for any segment,
// `{name:number}` for 1 to 18 digits. The constexpr functions let server/routes.cpp refuse a wrong
// table when it is compiled. Knows neither who may call a route nor what it does.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/request.hpp"

namespace http {

/// What a row of the table says to the router.
struct route_key {
    http::method method = http::method::get;
    std::string_view pattern;
};

namespace patterns {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_';
}
constexpr bool is_literal(char c) {
    return is_word(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '~';
}

/// Cuts the first segment off `rest` (which begins with a slash).
constexpr std::string_view take_segment(std::string_view& rest) {
    rest.remove_prefix(1);
    const auto end = rest.find('/');
    const auto segment = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    return segment;
}

constexpr bool is_parameter(std::string_view segment) {
    return segment.starts_with('{');
}
constexpr bool is_number(std::string_view segment) {
    return segment.ends_with(":number}");
}

constexpr std::string_view parameter_name(std::string_view segment) {
    segment.remove_prefix(1);
    return segment.substr(0, segment.size() - (is_number(segment) ? 8 : 1));
}

constexpr bool is_all_digits(std::string_view text) {
    if (text.empty() || text.size() > 18) return false;
    for (const char c : text)
        if (!is_digit(c)) return false;
    return true;
}

constexpr bool is_valid_segment(std::string_view segment) {
    if (segment.empty()) return false;
    if (!is_parameter(segment)) {
        for (const char c : segment)
            if (!is_literal(c)) return false;
        return true;
    }
    if (!segment.ends_with('}')) return false;
    const auto name = parameter_name(segment);
    if (name.empty()) return false;
    for (const char c : name)
        if (!is_word(c)) return false;
    return true;
}

constexpr bool segments_overlap(std::string_view left, std::string_view right) {
    if (!is_parameter(left) && !is_parameter(right)) return left == right;
    if (is_parameter(left) && is_parameter(right)) return true;
    const auto literal = is_parameter(left) ? right : left;
    const auto parameter = is_parameter(left) ? left : right;
    return !is_number(parameter) || is_all_digits(literal);
}

}  // namespace patterns

/// True for `/` and for paths of valid segments without a slash at the end.
constexpr bool is_valid_pattern(std::string_view pattern) {
    if (!pattern.starts_with('/')) return false;
    if (pattern == "/") return true;
    for (auto rest = pattern; !rest.empty();)
        if (!patterns::is_valid_segment(patterns::take_segment(rest))) return false;
    return true;
}

/// True when some path would match both patterns.
constexpr bool patterns_overlap(std::string_view left, std::string_view right) {
    while (!left.empty() && !right.empty())
        if (!patterns::segments_overlap(patterns::take_segment(left), patterns::take_segment(right)))
            return false;
    return left.empty() && right.empty();
}

/// True when every pattern is valid and no two rows of one method overlap: for static_assert.
template <class Rows>
constexpr bool routes_are_sound(const Rows& rows) {
    for (auto row = std::begin(rows); row != std::end(rows); ++row) {
        if (!is_valid_pattern(row->pattern)) return false;
        for (auto other = std::begin(rows); other != row; ++other)
            if (other->method == row->method && patterns_overlap(other->pattern, row->pattern)) return false;
    }
    return true;
}

class router {
public:
    /// Throws std::invalid_argument, naming the pattern, for a table that is not sound.
    explicit router(std::span<const route_key> routes);
    ~router();

    struct found {
        std::optional<std::size_t> route;  ///< the row, if method and path match one
        std::vector<std::pair<std::string, std::string>> parameters;
        std::string allow;  ///< the methods of this path for `Allow`; empty: no such path (404)
    };

    /// HEAD follows GET where no HEAD row stands.
    found find(http::method method, std::span<const std::string> path) const;

private:
    struct node;
    std::vector<route_key> routes_;
    std::unique_ptr<node> root_;
};

}  // namespace http
