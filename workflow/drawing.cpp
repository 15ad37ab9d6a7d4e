#include <set>

#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"
#include "workflow/tables.hpp"

namespace workflow {

namespace {

template <class Table>
std::vector<move_description> describe_moves(const Table& table) {
    std::vector<move_description> moves;
    for (const auto& row : table) {
        move_description one{std::string(name_of(row.from)), std::string(name_of(row.on)),
                             std::string(name_of(row.to)),   {},
                             guard_name(row.only_if),        {}};
        for (const auto& [who, name] : all_of<role>)
            if (row.who_may.holds(who)) one.who_may.emplace_back(name);
        for (const auto follows : row.then_tell) one.then_tell.emplace_back(name_of(follows));
        moves.push_back(std::move(one));
    }
    return moves;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

// States that no move leaves.
std::set<std::string> ends_of(const std::vector<move_description>& moves) {
    std::set<std::string> ends;
    for (const auto& move : moves) ends.insert(move.to);
    for (const auto& move : moves) ends.erase(move.from);
    return ends;
}

}  // namespace

std::vector<move_description> list_moves(machine which) {
    switch (which) {
        case machine::edition: return describe_moves(table_of(edition_state{}));
        case machine::entry: return describe_moves(table_of(entry_state{}));
        case machine::scorecard: return describe_moves(table_of(scorecard_state{}));
        case machine::certificate: return describe_moves(table_of(certificate_state{}));
    }
    return {};
}

std::vector<edge> list_edges() {
    std::vector<edge> edges;
    for (const auto& [which, name] : all_of<machine>)
        for (const auto& move : list_moves(which))
            edges.push_back({std::string(name), move.from, move.action, move.to});
    return edges;
}

std::string draw_mermaid(machine which) {
    const auto moves = list_moves(which);
    std::string text = "stateDiagram-v2\n    [*] --> " + moves.front().from + "\n";
    for (const auto& move : moves) {
        text += "    " + move.from + " --> " + move.to + " : " + move.action;
        text += " (" + joined(move.who_may) + ")";
        if (!move.only_if.empty()) text += " if " + move.only_if;
        text += "\n";
    }
    for (const auto& end : ends_of(moves)) text += "    " + end + " --> [*]\n";
    return text;
}

std::string draw_dot(machine which) {
    const auto moves = list_moves(which);
    std::string text = "digraph " + std::string(name_of(which)) + " {\n";
    text += "    rankdir=LR;\n    node [shape=box];\n";
    for (const auto& end : ends_of(moves)) text += "    " + end + " [peripheries=2];\n";
    for (const auto& move : moves) {
        text += "    " + move.from + " -> " + move.to + " [label=\"" + move.action;
        text += "\\n" + joined(move.who_may);
        if (!move.only_if.empty()) text += "\\n[" + move.only_if + "]";
        text += "\"];\n";
    }
    return text + "}\n";
}

}  // namespace workflow
