#pragma once
// The lifecycles of edition, entry, scorecard and certificate. decide() is the only reader of the tables in
// lifecycle.cpp: features call it before they change a state, pages call moves_open_to() for their buttons,
// the store fills its table of edges from list_edges(). There is no way round: an override is a row.

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/guards.hpp"
#include "workflow/refusal.hpp"
#include "workflow/states.hpp"

namespace workflow {

// A move that may be made. Nobody but decide() makes one, and server/acts carries out what it names and
// changes the row's state from `from` to `to`.
template <class State, class Action, class Consequence>
class decision_on {
public:
    using consequence_type = Consequence;
    const State from;
    const Action action;
    const State to;
    const std::vector<Consequence> then_tell;

private:
    friend struct decision_maker;  // in decisions.cpp
    decision_on(State left, Action made, State reached, std::vector<Consequence> follow)
        : from(left), action(made), to(reached), then_tell(std::move(follow)) {}
};
using edition_decision = decision_on<edition_state, edition_action, edition_consequence>;
using entry_decision = decision_on<entry_state, entry_action, entry_consequence>;
using scorecard_decision = decision_on<scorecard_state, scorecard_action, scorecard_consequence>;
using certificate_decision = decision_on<certificate_state, certificate_action, certificate_consequence>;

// May this actor do this now? Answers with the move, or with the one refusal that comes first:
// no such move, not this role's, or the guard's; `fact_not_loaded` when the guard read a fact that nobody had
// looked up. Changes nothing.
tl::expected<edition_decision, refusal> decide(edition_state, edition_action, const actor&, edition_facts);
tl::expected<entry_decision, refusal> decide(entry_state, entry_action, const actor&, entry_facts);
tl::expected<scorecard_decision, refusal> decide(scorecard_state, scorecard_action, const actor&,
                                                 scorecard_facts);
tl::expected<certificate_decision, refusal> decide(certificate_state, certificate_action, const actor&,
                                                   certificate_facts);

// What a role finds in the table for a state, whether or not the guard holds just now.
std::vector<edition_action> moves_open_to(role, edition_state);
std::vector<entry_action> moves_open_to(role, entry_state);
std::vector<scorecard_action> moves_open_to(role, scorecard_state);
std::vector<certificate_action> moves_open_to(role, certificate_state);

// The same, only those whose guard holds for these facts: the buttons of a page.
std::vector<entry_action> moves_open_to(role, entry_state, const entry_facts&);
std::vector<scorecard_action> moves_open_to(role, scorecard_state, const scorecard_facts&);

// What a move of an edition will bring about, for the page that asks before it; empty when the table has no
// such move.
std::vector<edition_consequence> list_consequences(edition_state, edition_action);

enum class machine { edition, entry, scorecard, certificate };
BOOST_DESCRIBE_ENUM(machine, edition, entry, scorecard, certificate)

// One row of a table in words, for the drawings and for the secretariat's page of the rules.
struct move_description {
    std::string from;
    std::string action;
    std::string to;
    std::vector<std::string> who_may;
    std::string only_if;  // the guard's name, or empty
    std::vector<std::string> then_tell;
};
BOOST_DESCRIBE_STRUCT(move_description, (), (from, action, to, who_may, only_if, then_tell))
std::vector<move_description> list_moves(machine);

// The table as a drawing, generated: Mermaid's stateDiagram-v2 and Graphviz' digraph.
std::string draw_mermaid(machine);
std::string draw_dot(machine);

// Every move of every table as words; the audit log's (machine, from, action, to) refers to these.
struct edge {
    std::string machine;
    std::string from;
    std::string action;
    std::string to;
    friend bool operator==(const edge&, const edge&) = default;
};
BOOST_DESCRIBE_STRUCT(edge, (), (machine, from, action, to))
std::vector<edge> list_edges();

}  // namespace workflow
