#include "config/toml_reading.hpp"

#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>

#include "config/open_file.hpp"

namespace config::toml_reading {

toml::table reader::parse(std::string_view text) const {
    try {
        return toml::parse(text, file_);
    } catch (const toml::parse_error& error) {
        const auto begin = error.source().begin;
        throw bad_file({file_, begin.line, begin.column}, std::string(error.description()));
    }
}

place reader::where(std::string path) const {
    while (true) {
        if (const auto found = places_.find(path); found != places_.end()) return found->second;
        if (path.empty()) return {file_, 1, 1};
        const auto cut = path.find_last_of(".[");
        path.resize(cut == std::string::npos ? 0 : cut);
    }
}

void reader::refuse(std::string path, const std::string& reason) const {
    throw bad_file(where(std::move(path)), reason);
}

void reader::note(const std::string& path, const toml::node& node) {
    const auto begin = node.source().begin;
    places_[path] = {file_, begin.line, begin.column};
}

void reader::refuse_type(const toml::node& node, const std::string& path, const std::string& wanted) const {
    const auto begin = node.source().begin;
    throw bad_file({file_, begin.line, begin.column}, "\"" + path + "\" must be " + wanted);
}

void reader::read_value(const toml::node& node, std::string& value, const std::string& path) {
    note(path, node);
    const auto text = node.value_exact<std::string>();
    if (!text) refuse_type(node, path, "a text in quotes");
    if (holds_control_characters(*text)) refuse_type(node, path, "a text without control characters");
    value = *text;
}

void reader::read_value(const toml::node& node, bool& value, const std::string& path) {
    note(path, node);
    const auto truth = node.value_exact<bool>();
    if (!truth) refuse_type(node, path, "true or false");
    value = *truth;
}

void reader::read_value(const toml::node& node, int& value, const std::string& path) {
    note(path, node);
    const auto number = node.value_exact<std::int64_t>();
    if (!number || *number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max())
        refuse_type(node, path, "a whole number");
    value = static_cast<int>(*number);
}

void reader::read_value(const toml::node& node, std::int64_t& value, const std::string& path) {
    note(path, node);
    const auto number = node.value_exact<std::int64_t>();
    if (!number) refuse_type(node, path, "a whole number");
    value = *number;
}

std::string text_of(const std::string& file) {
    auto in = open_to_read(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) throw bad_file({file, 0, 0}, "cannot be read to its end");
    return text;
}

}  // namespace config::toml_reading
