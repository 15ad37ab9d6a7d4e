#pragma once
// The notation of every lifecycle table: one row for each move, and what the compiler checks of a table.
// Only tables.hpp includes this; it knows neither editions nor entries.

#include <array>
#include <cstddef>
#include <initializer_list>
#include <stdexcept>

#include "workflow/names.hpp"
#include "workflow/refusal.hpp"
#include "workflow/states.hpp"

namespace workflow {

// A named condition of guards.hpp: returns nothing or a refusal. Null: the move is always possible.
template <class Facts>
using guard = verdict (*)(const Facts&);

// The column "then tell": a few consequences of one machine, kept in the row itself.
template <class Consequence>
struct consequences {
    static constexpr std::size_t most = 4;
    std::array<Consequence, most> items{};
    std::size_t count = 0;

    constexpr consequences() = default;
    constexpr consequences(std::initializer_list<Consequence> wanted) {
        if (wanted.size() > most) throw std::length_error("more consequences than a row has room for");
        for (auto one : wanted) items[count++] = one;
    }
    constexpr const Consequence* begin() const { return items.data(); }
    constexpr const Consequence* end() const { return items.data() + count; }
};

// from · on · to · who may · only if · then tell
template <class State, class Action, class Facts, class Consequence>
struct move_row {
    using state_type = State;
    using action_type = Action;
    State from;
    Action on;
    State to;
    role_set who_may;
    guard<Facts> only_if;
    consequences<Consequence> then_tell;
};

// The row for an action in a state; null when the table has no such move.
template <class Table, class State, class Action>
constexpr auto find(const Table& table, State from, Action on) -> decltype(table.data()) {
    for (const auto& row : table)
        if (row.from == from && row.on == on) return &row;
    return nullptr;
}

// A state and an action have one row at most: the table is a function.
template <class Table>
consteval bool has_no_move_twice(const Table& table) {
    for (const auto& row : table)
        if (find(table, row.from, row.on) != &row) return false;
    return true;
}

// Every state of the enum can be reached from the first one.
template <class Table>
consteval bool reaches_every_state(const Table& table) {
    using state = typename Table::value_type::state_type;
    std::array<bool, all_of<state>.size()> reached{};
    reached[0] = true;
    for (std::size_t pass = 0; pass < reached.size(); ++pass)
        for (const auto& row : table)
            if (reached[static_cast<std::size_t>(row.from)]) reached[static_cast<std::size_t>(row.to)] = true;
    for (bool one : reached)
        if (!one) return false;
    return true;
}

// The named states, and no others, have no way out.
template <class Table>
consteval bool ends_exactly_in(const Table& table,
                               std::initializer_list<typename Table::value_type::state_type> ends) {
    for (const auto& [state, name] : all_of<typename Table::value_type::state_type>) {
        bool leaves = false;
        for (const auto& row : table) leaves = leaves || row.from == state;
        bool should_end = false;
        for (auto end : ends) should_end = should_end || end == state;
        if (leaves == should_end) return false;
    }
    return true;
}

// Every consequence of the enum follows some move.
template <class Table, class Consequence>
consteval bool uses_every_consequence(const Table& table, Consequence) {
    for (const auto& [wanted, name] : all_of<Consequence>) {
        bool used = false;
        for (const auto& row : table)
            for (const auto follows : row.then_tell) used = used || follows == wanted;
        if (!used) return false;
    }
    return true;
}

// No action of the enum is an idle word, and nobody's row is empty of roles.
template <class Table>
consteval bool uses_every_action(const Table& table) {
    for (const auto& [action, name] : all_of<typename Table::value_type::action_type>) {
        bool used = false;
        for (const auto& row : table) used = used || (row.on == action && !row.who_may.is_empty());
        if (!used) return false;
    }
    return true;
}

}  // namespace workflow
