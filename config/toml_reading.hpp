// Reads a TOML table into a described struct, and remembers where each value stood, so that a later
// check can point at the line. Used by settings.cpp and edition_file.cpp only. It knows types
// (text, whole number, bool, enumeration, optional, list, struct) and no meaning.
#pragma once

#include <toml++/toml.h>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "config/bad_file.hpp"

namespace config::toml_reading {

enum class missing_keys { keep_defaults, refused };

template <class T>
concept described = boost::describe::has_describe_members<T>::value;

template <class T>
struct list_of : std::false_type {};
template <class T>
struct list_of<std::vector<T>> : std::true_type {};
template <class T>
struct optional_of : std::false_type {};
template <class T>
struct optional_of<std::optional<T>> : std::true_type {};

// Calls function(name, value) for each described member.
template <class T, class Function>
void for_each_member(T& object, Function function) {
    using members = boost::describe::describe_members<std::remove_const_t<T>, boost::describe::mod_public>;
    boost::mp11::mp_for_each<members>(
        [&](auto member) { function(std::string_view(member.name), object.*member.pointer); });
}

// "none, starttls, tls"
template <class Enumeration>
std::string words_of() {
    std::string words;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enumeration>>(
        [&](auto enumerator) { words += (words.empty() ? "" : ", ") + std::string(enumerator.name); });
    return words;
}

template <class Enumeration>
bool read_word(std::string_view word, Enumeration& value) {
    bool found = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enumeration>>([&](auto enumerator) {
        if (word == enumerator.name) {
            value = enumerator.value;
            found = true;
        }
    });
    return found;
}

class reader {
public:
    // What stands under `lenient` keeps its defaults even where missing keys are refused.
    reader(std::string file, missing_keys missing, std::string lenient = "")
        : file_(std::move(file)), missing_(missing), lenient_(std::move(lenient)) {}

    // Parses the text; throws bad_file for malformed TOML.
    toml::table parse(std::string_view text) const;

    // Fills the struct; `path` is the dotted name of the table, empty for the whole file.
    template <described T>
    void read(const toml::table& table, T& object, const std::string& path = "") {
        note(path, table);
        for (const auto& [key, node] : table) {
            bool known = false;
            for_each_member(
                object, [&, name = key.str(), &entry = node](std::string_view member, auto& value) {
                    if (member != name) return;
                    known = true;
                    read_value(entry, value,
                               path.empty() ? std::string(member) : path + "." + std::string(member));
                });
            if (!known) {
                const auto begin = key.source().begin;
                throw bad_file({file_, begin.line, begin.column},
                               "unknown key \"" + joined(path, key.str()) + "\"");
            }
        }
        if (missing_ == missing_keys::refused && !is_lenient(path)) refuse_missing(table, object, path);
    }

    // Throws bad_file at the place where the value of this dotted name stood, or its nearest table.
    [[noreturn]] void refuse(std::string path, const std::string& reason) const;
    // Where the value stood; its nearest table when the value itself was not written.
    place where(std::string path) const;

private:
    static std::string joined(const std::string& path, std::string_view name) {
        return path.empty() ? std::string(name) : path + "." + std::string(name);
    }
    bool is_lenient(const std::string& path) const {
        return !lenient_.empty() && (path == lenient_ || path.starts_with(lenient_ + "."));
    }
    void note(const std::string& path, const toml::node& node);
    [[noreturn]] void refuse_type(const toml::node& node, const std::string& path,
                                  const std::string& wanted) const;

    template <class T>
    void refuse_missing(const toml::table& table, T& object, const std::string& path) {
        for_each_member(object, [&](std::string_view name, auto& value) {
            using type = std::remove_cvref_t<decltype(value)>;
            constexpr bool may_miss =
                list_of<type>::value || optional_of<type>::value || std::is_same_v<type, bool>;
            if (is_lenient(joined(path, name))) return;
            if (!may_miss && !table.contains(name))
                refuse(path, "missing key \"" + joined(path, name) + "\"");
        });
    }

    void read_value(const toml::node& node, std::string& value, const std::string& path);
    void read_value(const toml::node& node, bool& value, const std::string& path);
    void read_value(const toml::node& node, int& value, const std::string& path);
    void read_value(const toml::node& node, std::int64_t& value, const std::string& path);

    template <class T>
    void read_value(const toml::node& node, std::optional<T>& value, const std::string& path) {
        read_value(node, value.emplace(), path);
    }
    template <class T>
    void read_value(const toml::node& node, std::vector<T>& value, const std::string& path) {
        note(path, node);
        const auto* list = node.as_array();
        if (!list) refuse_type(node, path, "a list");
        value.clear();
        for (std::size_t i = 0; i < list->size(); ++i)
            read_value((*list)[i], value.emplace_back(), path + "[" + std::to_string(i) + "]");
    }
    template <class T>
    requires std::is_enum_v<T>
    void read_value(const toml::node& node, T& value, const std::string& path) {
        note(path, node);
        const auto word = node.value_exact<std::string>();
        if (!word || !read_word(*word, value)) refuse_type(node, path, "one of the words " + words_of<T>());
    }
    // A struct that wraps one text, such as a secret, is written as that text.
    template <class T>
    requires std::is_same_v<decltype(T::value), std::string>
    void read_value(const toml::node& node, T& value, const std::string& path) {
        read_value(node, value.value, path);
    }
    template <described T>
    void read_value(const toml::node& node, T& value, const std::string& path) {
        const auto* table = node.as_table();
        if (!table) refuse_type(node, path, "a table");
        read(*table, value, path);
    }

    std::string file_;
    missing_keys missing_;
    std::string lenient_;
    std::map<std::string, place> places_;
};

// The whole text of a file; throws bad_file when it cannot be read.
std::string text_of(const std::string& file);

}  // namespace config::toml_reading
