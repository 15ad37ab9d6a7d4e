#include "server/store/sealed_inputs.hpp"

#include "server/store/rounds.hpp"
#include "workflow/state_sets.hpp"

namespace store {
namespace {

struct sheet_row {
    workflow::scorecard_id id;
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
    workflow::scorecard_state state;
};
BOOST_DESCRIBE_STRUCT(sheet_row, (), (id, judge_id, entry_id, state))

struct sealed_score_row {
    workflow::scorecard_id scorecard_id;
    std::string criterion;
    int value;
};
BOOST_DESCRIBE_STRUCT(sealed_score_row, (), (scorecard_id, criterion, value))

}  // namespace

bool has_unfinished_cards(database& db, workflow::round_id round) {
    return !db.values<workflow::scorecard_id>(
                  R"(select id from scorecard where round_id = :round and state = any(:outstanding) limit 1)",
                  {{"round", round}, {"outstanding", workflow::scorecard_states::outstanding}})
                .empty();
}

namespace {

// The rows as sheets with their scores, the drop-out policy applied.
void add_sheets(database& db, judging::tally_input& input, workflow::round_id round,
                const std::vector<sheet_row>& rows, workflow::dropout_policy dropout) {
    std::map<workflow::scorecard_id, judging::sheet> sheets;
    for (const auto& row : rows) {
        const auto standing = judging::standing_of(row.state);
        if (!standing) throw std::logic_error("a scorecard that is not finished cannot be sealed");
        sheets[row.id] = {row.judge_id, row.entry_id, *standing, {}};
    }
    for (
        const auto& row : db.list<sealed_score_row>(
            R"(select x.scorecard_id, x.criterion, x.value from score x join scorecard s on s.id = x.scorecard_id
                where s.round_id = :round)",
            {{"round", round}}))
        if (const auto sheet = sheets.find(row.scorecard_id); sheet != sheets.end())
            sheet->second.scores[row.criterion] = row.value;
    for (auto& [id, sheet] : sheets) input.sheets.push_back(std::move(sheet));
    const auto left = db.values<workflow::judge_id>(
        R"(select j.id from judge j join round r on r.edition_id = j.edition_id
           where r.id = :round and j.left_at is not null order by j.id)",
        {{"round", round}});
    for (const auto judge : left)
        input.sheets = judging::after_drop_out(std::move(input.sheets), input.entries, judge, dropout);
}

}  // namespace

judging::tally_input load_tally_input(database& db, workflow::round_id round,
                                      const workflow::rule_set& rules) {
    judging::tally_input input;
    input.rules = judging::rules_for_tally(rules);
    input.entries = list_round_entries(db, round);
    const auto rows = db.list<sheet_row>(
        R"(select s.id, s.judge_id, s.entry_id, s.state from scorecard s join entry e on e.id = s.entry_id
           where s.round_id = :round and e.state <> all(:out) order by s.id)",
        {{"round", round}, {"out", workflow::entry_states::out_of_judging}});
    add_sheets(db, input, round, rows, rules.dropout);
    return input;
}

judging::tally_input load_panel_input(database& db, workflow::round_id round,
                                      const workflow::rule_set& rules) {
    judging::tally_input input;
    input.rules = judging::rules_for_tally(rules);
    input.entries = db.list<judging::judged_entry>(
        R"(select e.id as entry, e.category_id as category from entry e
           where e.id in (select c from my_clear_entries_that_stand() c)
             and e.id in (select s.entry_id from scorecard s where s.round_id = :round)
           order by e.id)",
        {{"round", round}});
    const auto rows = db.list<sheet_row>(
        R"(select s.id, s.judge_id, s.entry_id, s.state from scorecard s
           where s.round_id = :round and s.entry_id in (select c from my_clear_entries_that_stand() c)
           order by s.id)",
        {{"round", round}});
    add_sheets(db, input, round, rows, rules.dropout);
    return input;
}

sealed_row seal_input(database& db, const author& who, workflow::round_id round,
                      const judging::tally_input& input) {
    const auto text = judging::canonical_inputs(input);
    auto sealed = db.load<sealed_row>(
        R"(insert into sealed_input (edition_id, round_id, body, hash, sealed_at) values (:edition, :round, :body, :hash, :now)
           returning id, encode(hash, 'hex') as hash)",
        {{"edition", who.edition},
         {"round", round},
         {"body", text},
         {"hash", bytes{sha256(text)}},
         {"now", db.now()}});
    record_act(db, who, audit_subject::round, workflow::value(round), audit_action::inputs_sealed,
               {{"hash", sealed.hash}});
    return sealed;
}

}  // namespace store
