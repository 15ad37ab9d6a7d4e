#pragma once
// Any described value of the domain as JSON, written as it is met, so that a large round needs no second copy
// in memory: fractions as exact text, what is missing as null, enumerators by their names, and for each id
// what the caller calls it. What the keys mean stands in judging/README.md.

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <ostream>

#include "judging/fraction.hpp"
#include "workflow/ids.hpp"

namespace commands {

// `Name` makes a JSON value of any id that is met. The whole is one object of members; it ends with close().
template <class Name>
class document {
public:
    document(std::ostream& out, Name name) : out_(out), name_(std::move(name)) {}

    template <class T>
    void member(const char* key, const T& value) {
        begin(key);
        write(value);
    }
    // Each of the list as what `shown` makes of it.
    template <class T, class Shown>
    void list(const char* key, const std::vector<T>& values, Shown shown) {
        begin(key);
        write_list(values, [&](const T& one) { write(shown(one)); });
    }
    void close() { out_ << (is_empty_ ? "{}\n" : "}\n"); }

private:
    void begin(const char* key) {
        out_ << (is_empty_ ? '{' : ',') << '"' << key << "\":";
        is_empty_ = false;
    }

    template <workflow::numbered Id>
    void write(Id id) {
        out_ << boost::json::value(name_(id));
    }
    void write(const judging::fraction& exact) {
        out_ << boost::json::value(boost::json::string(judging::write_exactly(exact)));
    }
    void write(const std::string& text) { out_ << boost::json::value(boost::json::string(text)); }
    template <class T>
    requires std::is_arithmetic_v<T>
    void write(T number) { out_ << boost::json::value(number); }
    template <class T>
    void write(const std::optional<T>& maybe) {
        if (maybe)
            write(*maybe);
        else
            out_ << "null";
    }
    template <class T>
    void write(const std::vector<T>& values) {
        write_list(values, [&](const T& one) { write(one); });
    }
    template <class T>
    requires boost::describe::has_describe_enumerators<T>::value void write(T value) {
        out_ << '"' << boost::describe::enum_to_string(value, "?") << '"';
    }
    template <class T>
    requires boost::describe::has_describe_members<T>::value void write(const T& whole) {
        using members = boost::describe::describe_members<T, boost::describe::mod_public>;
        char sign = '{';
        boost::mp11::mp_for_each<members>([&](auto each) {
            out_ << sign << '"' << each.name << "\":";
            write(whole.*each.pointer);
            sign = ',';
        });
        out_ << '}';
    }
    template <class T, class Write>
    void write_list(const std::vector<T>& values, Write each) {
        out_ << '[';
        for (std::size_t at = 0; at < values.size(); ++at) {
            if (at > 0) out_ << ',';
            each(values[at]);
        }
        out_ << ']';
    }

    std::ostream& out_;
    Name name_;
    bool is_empty_ = true;
};

}  // namespace commands
