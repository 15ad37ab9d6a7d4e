#include <set>

#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace workflow {

namespace {

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
