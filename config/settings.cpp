#include "config/settings.hpp"

#include <unistd.h>

#include <charconv>
#include <regex>
#include <sstream>

#include "config/toml_reading.hpp"
#include "typed/addresses.hpp"

extern char** environ;

namespace config {
namespace {

using toml_reading::for_each_member;
constexpr std::string_view prefix = "WEGO_";
constexpr std::string_view tests_own = "WEGO_TEST_";

std::string upper_case(std::string_view text) {
    std::string result(text);
    for (char& letter : result)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return result;
}

[[noreturn]] void refuse(const std::string& variable, const std::string& reason) {
    throw bad_settings({variable, 0, 0}, reason);
}

void set(std::string& value, const std::string& text, const std::string&) {
    value = text;
}
void set(secret& value, const std::string& text, const std::string&) {
    value.value = text;
}

void set(int& value, const std::string& text, const std::string& variable) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) refuse(variable, "must be a whole number");
}

void set(bool& value, const std::string& text, const std::string& variable) {
    if (text != "true" && text != "false") refuse(variable, "must be true or false");
    value = text == "true";
}

void set(std::vector<std::string>& value, const std::string& text, const std::string&) {
    value.clear();
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) value.push_back(part);
}

template <class T>
requires std::is_enum_v<T>
void set(T& value, const std::string& text, const std::string& variable) {
    if (!toml_reading::read_word(text, value))
        refuse(variable, "must be one of the words " + toml_reading::words_of<T>());
}

// Where a setting's value came from, so that a check of its meaning points at the right place.
using sources = std::map<std::string, std::string>;

sources read_variables(settings& all, const environment& variables) {
    sources from;
    for (const auto& [variable, text] : variables) {
        for_each_member(all, [&, &name = variable, &value = text](std::string_view section, auto& fields) {
            for_each_member(fields, [&](std::string_view field, auto& target) {
                if (name != std::string(prefix) + upper_case(section) + "_" + upper_case(field)) return;
                set(target, value, name);
                from[std::string(section) + "." + std::string(field)] = name;
            });
        });
    }
    for (const auto& [variable, text] : variables) {
        bool used = false;
        for (const auto& [path, name] : from) used = used || name == variable;
        if (!used) refuse(variable, "is no setting");
    }
    return from;
}

class checker {
public:
    checker(const toml_reading::reader& file, const sources& from) : file_(file), from_(from) {}

    void expect(bool holds, const std::string& path, const std::string& reason) const {
        if (holds) return;
        const auto variable = from_.find(path);
        if (variable != from_.end()) refuse(variable->second, reason);
        file_.refuse(path, "\"" + path + "\" " + reason);
    }
    void bounds(int value, int least, int most, const std::string& path) const {
        expect(least <= value && value <= most, path,
               "must be from " + std::to_string(least) + " to " + std::to_string(most));
    }

private:
    const toml_reading::reader& file_;
    const sources& from_;
};

bool is_an_origin(const std::string& address) {
    static const std::regex origin(
        "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-fA-F:]+\\](:[0-9]{1,5})?");
    return std::regex_match(address, origin);
}

void check(const settings& all, const checker& check) {
    const auto& server = all.server;
    check.expect(!server.address.empty(), "server.address", "must not be empty");
    check.bounds(server.port, 0, 65535, "server.port");
    check.bounds(server.metrics_port, 0, 65535, "server.metrics_port");
    check.bounds(all.mail.port, 1, 65535, "mail.port");
    check.expect(server.public_address.empty() || is_an_origin(server.public_address),
                 "server.public_address",
                 "must be like https://awards.example.org, without a path or a slash at its end");
    check.expect(server.tls_certificate.empty() == server.tls_key.empty(), "server.tls_certificate",
                 "and \"server.tls_key\" belong together: give both or neither");
    check.expect(typed::is_mail_address(all.mail.from_address), "mail.from_address",
                 "must be one plain address");
    check.expect(all.mail.from_name.find_first_of("\r\n") == std::string::npos, "mail.from_name",
                 "must be one line");
    check.bounds(all.security.password_minimum_length, 8, 128, "security.password_minimum_length");
    // Every other number counts something that must be there: threads, bytes, seconds.
    for_each_member(all, [&](std::string_view section, const auto& fields) {
        for_each_member(fields, [&](std::string_view field, const auto& value) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, int>) {
                if (!field.ends_with("port"))
                    check.expect(value > 0, std::string(section) + "." + std::string(field),
                                 "must be above zero");
            }
        });
    });
}

void fill_in_what_follows(settings& all) {
    auto& server = all.server;
    if (server.public_address.empty())
        server.public_address = (server.tls_certificate.empty() ? "http" : "https") +
                                std::string("://localhost:") + std::to_string(server.port);
    if (all.database.owner_connection.empty()) all.database.owner_connection = all.database.connection;
    if (all.mail.eml_directory.empty()) all.mail.eml_directory = all.paths.var + "/mail";
}

std::string without_passwords(const std::string& text) {
    static const std::regex pair("(password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'|[^\\s&]*)", std::regex::icase);
    static const std::regex in_address("(://[^:/@\\s]*:)[^@\\s]*@");
    return std::regex_replace(std::regex_replace(text, pair, "$1***"), in_address, "$1***@");
}

toml::value<std::string> as_toml(const std::string& value) {
    return toml::value(without_passwords(value));
}
toml::value<std::string> as_toml(const secret& value) {
    return toml::value(std::string(value.value.empty() ? "" : "***"));
}
toml::value<std::int64_t> as_toml(int value) {
    return toml::value(std::int64_t{value});
}
toml::value<bool> as_toml(bool value) {
    return toml::value(value);
}
toml::array as_toml(const std::vector<std::string>& values) {
    toml::array list;
    for (const auto& value : values) list.push_back(value);
    return list;
}
template <class T>
requires std::is_enum_v<T> toml::value<std::string> as_toml(T value) {
    return toml::value(std::string(boost::describe::enum_to_string(value, "")));
}

}  // namespace

environment read_environment() {
    environment variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view line(*entry);
        const auto equals = line.find('=');
        if (equals == std::string_view::npos || !line.starts_with(prefix) || line.starts_with(tests_own))
            continue;
        variables.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return variables;
}

settings load(const std::optional<std::filesystem::path>& file, const environment& variables) {
    settings all;
    toml_reading::reader reader(file ? file->string() : "settings",
                                toml_reading::missing_keys::keep_defaults);
    if (file) reader.read(reader.parse(toml_reading::text_of(file->string())), all);
    const sources from = read_variables(all, variables);
    check(all, checker(reader, from));
    fill_in_what_follows(all);
    return all;
}

std::string dump(const settings& all) {
    // Written by hand and not by toml++, which sorts keys: the order of the struct is the order to read.
    std::ostringstream out;
    for_each_member(all, [&](std::string_view section, const auto& fields) {
        out << (out.tellp() > 0 ? "\n[" : "[") << section << "]\n";
        for_each_member(fields, [&](std::string_view field, const auto& value) {
            out << field << " = " << as_toml(value) << "\n";
        });
    });
    return out.str();
}

}  // namespace config
