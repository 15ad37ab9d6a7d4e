#include "tests/http/acts/walk.hpp"

#include "tests/support/demonstration.hpp"
#include "workflow/names.hpp"

namespace tests {
namespace {

using workflow::role;

// Where a consequence leaves its trace; a letter is counted under its occasion.
const std::map<std::string, std::string> places{
    {"publish_call", "edition where opened_at is not null"},
    {"lapse_drafts", "entry where state = 'lapsed'"},
    {"publish_rule_set", "rule_set where frozen_at is not null"},
    {"open_scorecards", "round where opened_at is not null"},
    {"lock_scorecards", "round where closed_at is not null"},
    {"seal_tally_inputs", "sealed_input"},
    {"run_tally", "tally_run"},
    {"award_slate", "entry where sealed_state in ('awarded', 'not_awarded')"},
    {"seal_result", "slate where recipients_hash is not null and state = 'ratified'"},
    {"reconsider_slate", "slate where state = 'withdrawn'"},
    {"publish_result", "prize where state = 'given'"},
    {"issue_certificates", "certificate where state = 'issued'"},
    {"keep_version", "entry_version"},
    {"release_scorecards", "audit_event where action = 'release'"},
    {"free_slot", "prize where state = 'revoked'"},
    {"revoke_certificate", "certificate where state = 'revoked'"},
    {"issue_certificate", "certificate"},
    {"replace_certificate", "certificate where state = 'superseded'"},
    {"find_alternate", "scorecard"},
};

// The letters by which a consequence is seen.
const std::map<std::string, std::vector<std::string>> occasions{
    {"tell_applicants_of_the_deadline", {"deadline_extended"}},
    {"tell_judges_to_begin", {"judging_open"}},
    {"send_results", {"result_won", "result_not_won", "announcement"}},
    {"send_cancellation", {"edition_cancelled"}},
    {"send_receipt", {"receipt"}},
    {"ask_for_completion", {"request_for_completion"}},
    {"send_screening_result", {"screening_accepted", "screening_rejected", "completion_missed"}},
    {"confirm_withdrawal", {"entry_withdrawn"}},
    {"publish_correction", {"result_corrected"}},
    {"tell_judge",
     {"scorecard_submitted", "scorecard_reopened", "scorecard_put_back", "scorecards_released"}},
    {"tell_secretariat", {"attention_wanted"}},
};

struct walked_row {
    std::string machine, from_state, action;
};
BOOST_DESCRIBE_STRUCT(walked_row, (), (machine, from_state, action))

const workflow::move_description* find_row(const walked_row& wanted) {
    static const auto all = [] {
        std::map<std::string, std::vector<workflow::move_description>> moves;
        for (const auto& [which, name] : workflow::all_of<workflow::machine>)
            moves[std::string(name)] = workflow::list_moves(which);
        return moves;
    }();
    for (const auto& row : all.at(wanted.machine))
        if (row.from == wanted.from_state && row.action == wanted.action) return &row;
    return nullptr;
}

}  // namespace

walk::walk(commands::demo_stage stage, std::set<std::string>& seen)
    : copy_(demonstrated(stage)), db(copy_.connection(), store::limits{}), seen_(seen) {
    db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
    edition = db.value<workflow::edition_id>("select id from edition");
    office_ = db.values<workflow::person_id>("select distinct person_id from secretariat order by person_id");
}

acts::acting walk::as(role who, std::optional<workflow::person_id> person, std::string reason) {
    using enum store::database_role;
    db.act_as(who == role::clock         ? clock
              : who == role::secretariat ? secretariat
              : who == role::applicant   ? applicant
                                         : judge,
              person);
    return {db, {{who, person}, edition}, "https://awards.example", std::move(reason)};
}

acts::acting walk::by_city_of(workflow::entry_id entry) {
    return as(role::applicant,
              ask<workflow::person_id>(
                  R"(select min(a.person_id) from applicant a join entry e on e.city_id = a.city_id
                                          where e.id = :entry and a.confirmed_at is not null)",
                  {{"entry", entry}}));
}

acts::acting walk::by_judge_of(workflow::scorecard_id card) {
    return as(role::judge, ask<workflow::person_id>(
                               R"(select j.person_id from judge j join scorecard s on s.judge_id = j.id
                                                       where s.id = :card)",
                               {{"card", card}}));
}

workflow::entry_id walk::entry_in(workflow::entry_state state) {
    return ask<workflow::entry_id>("select min(id) from entry where coalesce(sealed_state, state) = :state",
                                   {{"state", state}});
}

workflow::scorecard_id walk::card_in(workflow::scorecard_state state) {
    return ask<workflow::scorecard_id>(
        R"(select min(s.id) from scorecard s join entry e on e.id = s.entry_id
           where s.state = :state and e.state = 'eligible'
             and s.round_id = (select max(id) from round where opened_at is not null))",
        {{"state", state}});
}

traces walk::count_traces() {
    by_clock();
    traces found;
    for (const auto& [consequence, place] : places)
        found[consequence] = db.value<std::int64_t>("select count(*) from " + place);
    found["publish_calendar"] = db.value<std::int64_t>(
        "select cast(extract(epoch from closes_at) as bigint) from edition where id = :id",
        {{"id", edition}});
    for (const auto& [consequence, letters] : occasions)
        found[consequence] = db.value<std::int64_t>(
            "select count(*) from letter where occasion = any(:letters)", {{"letters", letters}});
    return found;
}

std::int64_t walk::last_event() {
    by_clock();
    return db.value<std::int64_t>("select max(id) from audit_event");
}

void walk::expect_what_followed(const traces& before, std::int64_t last) {
    const auto after = count_traces();
    const auto rows = db.list<walked_row>(
        R"(select distinct machine, from_state, action from audit_event where id > :last and machine is not null)",
        {{"last", last}});
    EXPECT_FALSE(rows.empty()) << "nothing moved";
    for (const auto& walked : rows) {
        const auto name = walked.machine + " " + walked.from_state + " " + walked.action;
        const auto* row = find_row(walked);
        ASSERT_NE(row, nullptr) << name;
        seen_.insert(name);
        for (const auto& consequence : row->then_tell) {
            ASSERT_TRUE(after.contains(consequence)) << consequence << " leaves no trace that is looked for";
            // Every judge of the demonstration has every entry: nobody is left who could step in.
            if (consequence == "find_alternate") continue;
            EXPECT_NE(after.at(consequence), before.at(consequence)) << name << " names " << consequence;
            if (consequence == "run_tally")
                EXPECT_EQ(after.at(consequence), before.at(consequence) + 1) << name;
        }
    }
}

}  // namespace tests
