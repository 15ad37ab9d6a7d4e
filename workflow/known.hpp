#pragma once
// A fact that has to be looked up before a guard may read it. The members of every facts struct in guards.hpp
// are of this type, so that a fact which nobody loaded refuses instead of passing for zero, false or empty.
// decide() catches unset_fact and answers `fact_not_loaded`; whoever asks a guard directly gets the
// exception.

#include <concepts>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace workflow {

class unset_fact : public std::logic_error {
public:
    unset_fact() : std::logic_error("a guard read a fact that nobody loaded") {}
};

template <class Value>
class known {
public:
    known() = default;
    template <class Given = Value>
    requires(std::convertible_to<Given, Value> && !std::same_as<std::remove_cvref_t<Given>, known>)
        known(Given&& value)
        : value_(std::in_place, std::forward<Given>(value)) {}
    template <class Given = Value>
    requires(std::convertible_to<Given, Value> && !std::same_as<std::remove_cvref_t<Given>, known>) known&
    operator=(Given&& value) {
        value_.emplace(std::forward<Given>(value));
        return *this;
    }
    bool is_set() const { return value_.has_value(); }
    // Each throws unset_fact before the fact was set.
    const Value& get() const {
        if (!value_) throw unset_fact{};
        return *value_;
    }
    operator const Value&() const { return get(); }
    const Value* operator->() const { return &get(); }
    const Value& operator*() const { return get(); }
    Value* operator->() { return &const_cast<Value&>(get()); }

private:
    std::optional<Value> value_;
};

}  // namespace workflow
