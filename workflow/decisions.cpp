#include <concepts>

#include "workflow/known.hpp"
#include "workflow/lifecycle.hpp"
#include "workflow/tables.hpp"

namespace workflow {

namespace {

constexpr std::string_view machine_of(edition_state) {
    return name_of(machine::edition);
}
constexpr std::string_view machine_of(entry_state) {
    return name_of(machine::entry);
}
constexpr std::string_view machine_of(scorecard_state) {
    return name_of(machine::scorecard);
}
constexpr std::string_view machine_of(certificate_state) {
    return name_of(machine::certificate);
}

template <class State, class Action>
refusal no_row_for(State from, Action on) {
    refusal no{refusal_code::no_such_move,
               {{"machine", std::string(machine_of(from))},
                {"state", std::string(name_of(from))},
                {"action", std::string(name_of(on))}}};
    // The one missing row that people will look for: an announcement before its ratification.
    if constexpr (std::same_as<State, edition_state>)
        if (on == edition_action::announce && from < edition_state::decided)
            no.code = refusal_code::before_ratification;
    return no;
}

// The guard's answer; a fact that nobody loaded is a refusal.
template <class Facts>
verdict ask(guard<Facts> only_if, const Facts& facts) {
    if (only_if == nullptr) return {};
    try {
        return only_if(facts);
    } catch (const unset_fact&) {
        return refuse(refusal_code::fact_not_loaded, {{"guard", guard_name(only_if)}});
    }
}

template <class Row>
auto consequences_in(const Row& row) {
    return std::vector(row.then_tell.begin(), row.then_tell.end());
}

}  // namespace

struct decision_maker {
    template <class Decision, class State, class Action, class Facts>
    static tl::expected<Decision, refusal> decide(State from, Action on, const actor& who, Facts& facts) {
        const auto* row = find(table_of(from), from, on);
        if (row == nullptr) return tl::unexpected(no_row_for(from, on));
        if (!row->who_may.holds(who.acts_as))
            return refuse(refusal_code::not_yours_to_do, {{"machine", std::string(machine_of(from))},
                                                          {"action", std::string(name_of(on))},
                                                          {"role", std::string(name_of(who.acts_as))}});
        facts.acting = who.acts_as;
        if (const auto answer = ask(row->only_if, facts); !answer) return tl::unexpected(answer.error());
        return Decision(from, on, row->to, consequences_in(*row));
    }
};

namespace {

template <class Action, class State>
std::vector<Action> moves_in_table(role who, State from) {
    std::vector<Action> open;
    for (const auto& row : table_of(from))
        if (row.from == from && row.who_may.holds(who)) open.push_back(row.on);
    return open;
}

template <class Decision, class Action, class State, class Facts>
std::vector<Action> moves_by_facts(role who, State from, Facts facts) {
    std::vector<Action> open;
    for (const auto on : moves_in_table<Action>(who, from))
        if (decision_maker::decide<Decision>(from, on, actor{who, {}}, facts)) open.push_back(on);
    return open;
}

}  // namespace

tl::expected<edition_decision, refusal> decide(edition_state from, edition_action on, const actor& who,
                                               edition_facts facts) {
    return decision_maker::decide<edition_decision>(from, on, who, facts);
}
std::vector<edition_action> moves_open_to(role who, edition_state from) {
    return moves_in_table<edition_action>(who, from);
}
std::vector<edition_consequence> list_consequences(edition_state from, edition_action on) {
    const auto* row = find(table_of(from), from, on);
    return row == nullptr ? std::vector<edition_consequence>{} : consequences_in(*row);
}

tl::expected<entry_decision, refusal> decide(entry_state from, entry_action on, const actor& who,
                                             entry_facts facts) {
    return decision_maker::decide<entry_decision>(from, on, who, facts);
}
std::vector<entry_action> moves_open_to(role who, entry_state from) {
    return moves_in_table<entry_action>(who, from);
}
std::vector<entry_action> moves_open_to(role who, entry_state from, const entry_facts& facts) {
    return moves_by_facts<entry_decision, entry_action>(who, from, facts);
}

tl::expected<scorecard_decision, refusal> decide(scorecard_state from, scorecard_action on, const actor& who,
                                                 scorecard_facts facts) {
    return decision_maker::decide<scorecard_decision>(from, on, who, facts);
}
std::vector<scorecard_action> moves_open_to(role who, scorecard_state from) {
    return moves_in_table<scorecard_action>(who, from);
}
std::vector<scorecard_action> moves_open_to(role who, scorecard_state from, const scorecard_facts& facts) {
    return moves_by_facts<scorecard_decision, scorecard_action>(who, from, facts);
}

tl::expected<certificate_decision, refusal> decide(certificate_state from, certificate_action on,
                                                   const actor& who, certificate_facts facts) {
    return decision_maker::decide<certificate_decision>(from, on, who, facts);
}
std::vector<certificate_action> moves_open_to(role who, certificate_state from) {
    return moves_in_table<certificate_action>(who, from);
}

}  // namespace workflow
