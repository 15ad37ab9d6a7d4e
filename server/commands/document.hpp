#pragma once
// Any described value of the domain as JSON: fractions as exact text, what is missing as null, enumerators by
// their names, and for each id what the caller calls it. What the keys mean stands in judging/README.md.

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include "judging/fraction.hpp"
#include "workflow/ids.hpp"

namespace commands {

// `Name` makes a JSON value of any id that is met.
template <class Name>
class document {
public:
    explicit document(Name name) : name_(std::move(name)) {}

    template <workflow::numbered Id>
    boost::json::value of(Id id) const {
        return name_(id);
    }
    boost::json::value of(const judging::fraction& exact) const {
        return boost::json::string(judging::write_exactly(exact));
    }
    boost::json::value of(const std::string& text) const { return boost::json::string(text); }
    template <class T>
    requires std::is_arithmetic_v<T> boost::json::value of(T number)
    const { return number; }
    template <class T>
    boost::json::value of(const std::optional<T>& maybe) const {
        return maybe ? of(*maybe) : boost::json::value(nullptr);
    }
    template <class T>
    boost::json::value of(const std::vector<T>& list) const {
        boost::json::array all;
        all.reserve(list.size());
        for (const auto& one : list) all.push_back(of(one));
        return all;
    }
    template <class T>
    requires boost::describe::has_describe_enumerators<T>::value boost::json::value of(T value)
    const { return boost::json::string(boost::describe::enum_to_string(value, "?")); }
    template <class T>
    requires boost::describe::has_describe_members<T>::value boost::json::value of(const T& whole)
    const {
        boost::json::object object;
        using members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<members>(
            [&](auto member) { object[member.name] = of(whole.*member.pointer); });
        return object;
    }

private:
    Name name_;
};

}  // namespace commands
