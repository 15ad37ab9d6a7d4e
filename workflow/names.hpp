#pragma once
// The enumerator is the word: in SQL, URLs, audit events and buttons. These functions turn one
// into the other for every described enum, so that no list of words is written twice.

#include <array>
#include <boost/describe.hpp>
#include <cstddef>
#include <optional>
#include <string_view>

namespace workflow {

template <class Enum>
struct named_enumerator {
    Enum value;
    std::string_view name;
};

namespace detail {
template <template <class...> class List, class... Descriptor>
constexpr auto enumerators_of(List<Descriptor...>) {
    using enumeration = std::remove_const_t<decltype((Descriptor::value, ...))>;
    return std::array<named_enumerator<enumeration>, sizeof...(Descriptor)>{
        named_enumerator<enumeration>{Descriptor::value, Descriptor::name}...};
}
}  // namespace detail

// Every enumerator with its name, in the order of the declaration.
template <class Enum>
inline constexpr auto all_of = detail::enumerators_of(boost::describe::describe_enumerators<Enum>{});

// The word for a value; empty when the value is no enumerator (never for values made here).
template <class Enum>
constexpr std::string_view name_of(Enum wanted) {
    for (const auto& [value, name] : all_of<Enum>)
        if (value == wanted) return name;
    return {};
}

// The value of a word; nothing for a word that is not in the list.
template <class Enum>
constexpr std::optional<Enum> find_named(std::string_view word) {
    for (const auto& [value, name] : all_of<Enum>)
        if (name == word) return value;
    return std::nullopt;
}

}  // namespace workflow
