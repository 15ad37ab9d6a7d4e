#pragma once
// Any described value of the domain as JSON, with the words of a file in place of its numbers: fractions as exact text,
// what is missing as null, enumerators by their names. What the keys mean stands in judging/README.md.

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include "judging/fraction.hpp"
#include "server/commands/scores_file.hpp"

namespace commands {

class document {
public:
    explicit document(const file_names& names, const std::map<workflow::tier_id, std::string>& tiers)
        : names_(names), tiers_(tiers) {}

    boost::json::value of(workflow::entry_id id) const { return boost::json::string(names_.entries.word_of(id)); }
    boost::json::value of(workflow::judge_id id) const { return boost::json::string(names_.judges.word_of(id)); }
    boost::json::value of(workflow::category_id id) const { return boost::json::string(names_.categories.word_of(id)); }
    boost::json::value of(workflow::tier_id id) const { return boost::json::string(tiers_.at(id)); }
    boost::json::value of(const judging::fraction& exact) const { return boost::json::string(judging::write_exactly(exact)); }
    boost::json::value of(const std::string& text) const { return boost::json::string(text); }
    boost::json::value of(bool yes) const { return yes; }
    boost::json::value of(int number) const { return number; }
    boost::json::value of(std::int64_t number) const { return number; }
    boost::json::value of(std::uint64_t number) const { return number; }
    boost::json::value of(double number) const { return number; }

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
    requires boost::describe::has_describe_enumerators<T>::value
    boost::json::value of(T value) const {
        return boost::json::string(boost::describe::enum_to_string(value, "?"));
    }
    template <class T>
    requires boost::describe::has_describe_members<T>::value
    boost::json::value of(const T& whole) const {
        boost::json::object object;
        using members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<members>([&](auto member) { object[member.name] = of(whole.*member.pointer); });
        return object;
    }

private:
    const file_names& names_;
    const std::map<workflow::tier_id, std::string>& tiers_;
};

}  // namespace commands
