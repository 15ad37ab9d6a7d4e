#pragma once
// Turns a described view struct into the tree that a template reads. render.hpp calls it; features only
// describe their structs. Knows neither Mustache nor the pages.
//
// What a member becomes: bool - a condition; string, whole number, enum (its word), id - text, and an empty
// string is also "no" in {{#name}}; optional - its value or "no"; vector - a list; phrase - its translation;
// moment, day, number - see shown.hpp; a described struct - an object; variant - an object with a member for
// each alternative, under the name that its type declares as `shown_as`: the one that it holds, and "no" for
// the others. Floating point does not compile: say what is meant with number.

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "server/pages/phrase.hpp"
#include "server/pages/shown.hpp"

namespace pages {

struct member;

struct value {
    std::variant<bool, std::string, std::vector<value>, std::vector<member>> held;  // false at first
};

struct member {
    std::string_view name;  // from the description, so it lives as long as the program
    value held;
};

// The reader's language and zone, as far as values need them; made by the renderer.
class reader_words {
public:
    virtual ~reader_words() = default;
    virtual std::string say(const phrase&) const = 0;
    virtual std::string write(const number&) const = 0;
    virtual std::string write(const day&) const = 0;
    virtual value show(const moment&) const = 0;
};

namespace detail {
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T, class A>
struct is_vector<std::vector<T, A>> : std::true_type {};
template <class T>
struct is_variant : std::false_type {};
template <class... T>
struct is_variant<std::variant<T...>> : std::true_type {};
template <class T>
inline constexpr bool never = false;
}  // namespace detail

template <class T>
value to_value(const T& shown, const reader_words& reader);

namespace detail {
template <class T>
value described_value(const T& shown, const reader_words& reader) {
    std::vector<member> members;
    using all =
        boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<all>([&](auto each) {
        members.push_back({each.name, to_value(shown.*each.pointer, reader)});
    });
    return {std::move(members)};
}

template <class... T>
consteval bool have_names_of_their_own() {
    std::array names{T::shown_as...};
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) == names.end();
}

template <class... T>
value variant_value(const std::variant<T...>& shown, const reader_words& reader) {
    static_assert(have_names_of_their_own<T...>(), "a name shows one alternative of a variant");
    const auto value_of = [&](const auto* held) { return held ? to_value(*held, reader) : value{false}; };
    std::vector<member> members;
    members.reserve(sizeof...(T));
    (members.push_back({T::shown_as, value_of(std::get_if<T>(&shown))}), ...);
    return {std::move(members)};
}
}  // namespace detail

template <class T>
value to_value(const T& shown, const reader_words& reader) {
    if constexpr (std::is_same_v<T, bool>) {
        return {shown};
    } else if constexpr (std::is_same_v<T, phrase>) {
        return {reader.say(shown)};
    } else if constexpr (std::is_same_v<T, number> || std::is_same_v<T, day>) {
        return {reader.write(shown)};
    } else if constexpr (std::is_same_v<T, moment>) {
        return reader.show(shown);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return {std::string{std::string_view{shown}}};
    } else if constexpr (detail::is_optional<T>::value) {
        return shown ? to_value(*shown, reader) : value{false};
    } else if constexpr (detail::is_vector<T>::value) {
        std::vector<value> items;
        items.reserve(shown.size());
        for (const auto& each : shown) items.push_back(to_value(each, reader));
        return {std::move(items)};
    } else if constexpr (detail::is_variant<T>::value) {
        return detail::variant_value(shown, reader);
    } else if constexpr (boost::describe::has_describe_enumerators<T>::value) {
        return {std::string{boost::describe::enum_to_string(shown, "")}};
    } else if constexpr (std::is_enum_v<T>) {
        return {std::to_string(static_cast<std::underlying_type_t<T>>(shown))};
    } else if constexpr (std::is_integral_v<T>) {
        return {std::to_string(shown)};
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        return detail::described_value(shown, reader);
    } else {
        static_assert(detail::never<T>,
                      "describe this struct with BOOST_DESCRIBE_STRUCT to show it on a page");
    }
}

}  // namespace pages
