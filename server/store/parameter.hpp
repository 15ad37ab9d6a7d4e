#pragma once
// A value on its way into a statement, as PostgreSQL's text format. Made implicitly from what features hold:
// {"city", city}, {"until", instant}, {"ids", vector}. Knows no SOCI.

#include "workflow/time.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace store {

// Binary data; a bytea column.
struct bytes {
    std::string data;
    bool operator==(const bytes&) const = default;
};

std::string to_text(std::string_view value);  // throws std::invalid_argument on a NUL
std::string to_text(std::int64_t value);
std::string to_text(bool value);
std::string to_text(workflow::instant value);
std::string to_text(const bytes& value);
std::string to_array(const std::vector<std::string>& elements);

class parameter {
public:
    template <class Value>
    parameter(const char* name, const Value& value) : name_(name), text_(convert(value)) {}

    const char* name() const { return name_; }
    const std::optional<std::string>& text() const { return text_; }

private:
    template <class Value>
    static std::optional<std::string> convert(const Value& value) {
        if constexpr (std::is_same_v<Value, std::nullopt_t> || std::is_same_v<Value, std::nullptr_t>)
            return std::nullopt;
        else if constexpr (std::is_same_v<Value, bool>)
            return to_text(value);
        else if constexpr (std::is_enum_v<Value> && boost::describe::has_describe_enumerators<Value>::value)
            return std::string(boost::describe::enum_to_string(value, ""));
        else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>)
            return to_text(static_cast<std::int64_t>(value));
        else if constexpr (std::is_convertible_v<const Value&, std::string_view>)
            return to_text(std::string_view(value));
        else if constexpr (requires { to_text(value); })
            return to_text(value);
        else if constexpr (requires {
                               value.has_value();
                               *value;
                           })
            return value ? convert(*value) : std::nullopt;
        else {
            std::vector<std::string> elements;
            for (const auto& element : value) elements.push_back(*convert(element));
            return to_array(elements);
        }
    }
    const char* name_;
    std::optional<std::string> text_;
};

using parameters = std::initializer_list<parameter>;

}  // namespace store
