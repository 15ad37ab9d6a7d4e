// A rule set's faults in plain words, what may change after scoring, and the rules a new edition starts from.
#include "workflow/rules.hpp"

#include <gtest/gtest.h>

namespace {

using namespace workflow;

// `where: message` for each problem of the default rules, spoilt.
template <class Spoil>
std::string problems_after(Spoil spoil) {
    auto rules = default_rules();
    spoil(rules);
    std::string text;
    for (const auto& [where, message] : check(rules)) text += where + ": " + message + "\n";
    return text;
}

TEST(default_rules, are_sound) {
    EXPECT_EQ(problems_after([](rule_set&) {}), "");
    EXPECT_EQ(total_weight_bp(default_rubric()), 10'000);
}

TEST(default_rules, have_the_ten_sections_of_the_call) {
    std::vector<std::string> keys;
    for (const auto& section : default_form().sections) keys.push_back(section.key);
    EXPECT_EQ(keys,
              (std::vector<std::string>{"project", "problem", "solution", "results", "technology",
                                        "beneficiaries", "cost", "replication", "contact", "declaration"}));
}

TEST(default_rules, hide_from_judges_who_wrote_the_entry) {
    for (const auto& section : default_form().sections)
        for (const auto& asked : section.questions) {
            const bool is_contact = section.key == "contact" || asked.key == "signatory";
            EXPECT_EQ(asked.names_the_applicant, is_contact) << asked.key;
        }
}

TEST(default_rules, do_not_pass_for_the_rubric_of_2014) {
    EXPECT_NE(default_rubric().note.find("not used in 2014"), std::string::npos);
}

TEST(rule_check, weights_sum_to_exactly_100_percent) {
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rubric.criteria[0].weight_bp -= 100; }),
              "rubric: The weights sum to 99 %; they must sum to 100 %.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rubric.criteria[0].weight_bp += 5; }),
              "rubric: The weights sum to 100.05 %; they must sum to 100 %.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) {
                  rules.rubric.criteria[1].weight_bp += rules.rubric.criteria[0].weight_bp;
                  rules.rubric.criteria[0].weight_bp = 0;
              }),
              "rubric.impact: The weight must be more than 0 %.\n");
}

TEST(rule_check, a_rubric_has_criteria_and_scales) {
    EXPECT_EQ(problems_after([](rule_set& rules) {
                  rules.rubric.criteria.clear();
                  rules.tie_ladder.erase(rules.tie_ladder.begin());
              }),
              "rubric: The rubric has no criteria.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rubric.criteria[0].scale_max = 1; }),
              "rubric.impact: The scale needs at least two scores between 0 and 100.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rubric.criteria[0].scale_max = 9; }),
              "rubric.impact.levels: The level 10 is not on the scale.\n"
              "rubric.impact.levels: Both ends of the scale need a description.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rubric.criteria[0].levels[1].score = 1; }),
              "rubric.impact.levels: The level 1 is described twice.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rubric.criteria[1].key = "impact"; }),
              "rubric.impact: The key \"impact\" is there twice.\n");
}

TEST(rule_check, J7_a_ladder_leads_somewhere) {
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.tie_ladder.clear(); }),
              "tie_ladder: There is no ladder: nothing says how a tie is broken.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.tie_ladder.resize(3); }),
              "tie_ladder: The ladder has no end: its last rung must be the chair or a shared prize.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.tie_ladder[0].criterion = "charm"; }),
              "tie_ladder: The rung key_criterion names \"charm\", which is no criterion of the rubric.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.tie_ladder[1] = rules.tie_ladder[2]; }),
              "tie_ladder: The rung second_ballot is there twice.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { std::swap(rules.tie_ladder[3], rules.tie_ladder[4]); }),
              "tie_ladder: Nothing can follow a shared prize.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.tie_ladder[1].criterion = "impact"; }),
              "tie_ladder: Only the rung key_criterion names a criterion.\n");
}

TEST(rule_check, rounds_hand_over_to_each_other) {
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rounds.clear(); }),
              "rounds: There is no round to score in.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rounds[0].shortlist_per_category = {}; }),
              "rounds.scoring: It must say how many entries of a category go on to the next round.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rounds[0].shortlist_per_category = 0; }),
              "rounds.scoring: A shortlist must hold at least one entry.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.rounds[1].shortlist_per_category = 3; }),
              "rounds.finals: No round follows that its shortlist could go to.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.minimum_judges_per_entry = 0; }),
              "minimum_judges_per_entry: An entry needs at least one judge.\n");
}

TEST(rule_check, E1_and_E6_limits_make_sense) {
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.limits.entries_per_city = 0; }),
              "limits.entries_per_city: A city must be able to enter once.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.limits.categories_per_entry = 2; }),
              "limits.categories_per_entry: An entry is judged in exactly one category.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.limits.file_types = {"image/svg+xml"}; }),
              "limits.file_types: \"image/svg+xml\" cannot be accepted: only PDF, PNG and JPEG are read "
              "safely.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.limits.file_types = {}; }),
              "limits.file_types: Files may be attached, but no type of file is accepted.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.limits.max_files = -1; }),
              "limits.max_files: The number of files must be from 0 to 100.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.limits.max_file_bytes = 0; }),
              "limits.max_file_bytes: A file's size must be limited to at most 200 MiB.\n");
}

TEST(rule_check, a_form_can_be_answered) {
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections.pop_back(); }),
              "form: No question asks for the declaration of truth.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[1].questions.clear(); }),
              "form.problem: The section has no questions.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[1].questions[0].key = "summary"; }),
              "form.problem.summary: The key \"summary\" is there twice.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[1].questions[0].key = "title"; }),
              "form.problem.title: The key \"title\" is there twice.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[1].key = "The Problem"; }),
              "form.The Problem: The key \"The Problem\" may only have a–z, 0–9 and _, and must not be "
              "empty.\n");
    for (const auto& key : {std::string(), std::string(61, 'k')})
        EXPECT_NE(problems_after([&](rule_set& rules) { rules.form.sections[1].key = key; }), "") << key;
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[1].key = std::string(60, 'k'); }), "");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[0].questions[1].choices.resize(1); }),
              "form.project.stage: A choice needs at least two answers.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[0].questions[0].choices = {"a"}; }),
              "form.project.summary: Only a choice has a list of answers.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[0].questions[0].must_agree = true; }),
              "form.project.summary: Only a yes-or-no question can demand agreement.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[0].questions[0].word_limit = -1; }),
              "form.project.summary: A word limit cannot be negative.\n");
    EXPECT_EQ(problems_after([](rule_set& rules) { rules.form.sections[0].questions[0].label = ""; }),
              "form.project.summary: The question has no text.\n");
}

TEST(rule_changes, J10_after_scoring_only_prize_slots_are_added) {
    auto before = default_rules();
    before.prizes = {{"best", "Best", 1}, {"outstanding", "Outstanding", 1}};
    const auto parts_after = [&](auto change) {
        auto after = before;
        change(after);
        const auto answer = may_amend_after_scoring(before, after);
        std::string parts;
        if (!answer)
            for (const auto& [name, value] : answer.error().particulars) parts += value + " ";
        return parts;
    };
    EXPECT_EQ(parts_after([](rule_set& after) { after.number = 2; }), "");
    EXPECT_EQ(parts_after([](rule_set& after) { after.rubric.criteria[0].weight_bp = 1; }), "rubric ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.tally = tally_method::median; }), "tally ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.tie_ladder.pop_back(); }), "tie_ladder ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.conflicts.same_country_bars = false; }), "conflicts ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.rounds.pop_back(); }), "rounds ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.minimum_judges_per_entry = 1; }),
              "minimum_judges_per_entry ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.dropout = dropout_policy::void_unfinished; }),
              "dropout ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.panel_sees_names = false; }), "panel_sees_names ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.disclosure = disclosure_policy::winners_only; }),
              "disclosure ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.limits.entries_per_city = 3; }), "limits ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.form.sections.pop_back(); }), "form ");
    EXPECT_EQ(parts_after([](rule_set& after) { after.prizes_may_be_withheld = false; }),
              "prizes_may_be_withheld ");
    EXPECT_EQ(parts_after([](rule_set& after) {
                  after.prizes.push_back({"promising", "Most Promising", 1});
              }),
              "");
    EXPECT_EQ(parts_after([](rule_set& after) { after.prizes.back().per_category = 2; }), "");
}

TEST(rule_changes, J10_P1_a_prize_slot_is_added_below_the_others_and_none_is_taken) {
    auto before = default_rules();
    before.prizes = {{"best", "Best", 1}, {"outstanding", "Outstanding", 2}};
    const auto may = [&](auto change) {
        auto after = before;
        change(after.prizes);
        return may_amend_after_scoring(before, after).has_value();
    };
    EXPECT_FALSE(may([](auto& prizes) { prizes.pop_back(); }));
    EXPECT_FALSE(may([](auto& prizes) { prizes.back().per_category = 1; }));
    EXPECT_FALSE(may([](auto& prizes) { prizes.back().name = "Second"; }));
    EXPECT_FALSE(may([](auto& prizes) { prizes.front().per_category = 2; }))
        << "it would take a winner from the tier below";
    EXPECT_FALSE(may([](auto& prizes) { prizes.insert(prizes.begin(), {"grand", "Grand", 1}); }));
    EXPECT_TRUE(may([](auto& prizes) {
        prizes.back().per_category = 3, prizes.push_back({"promising", "Promising", 1});
    }));
}

TEST(rule_sets, are_searched_by_key) {
    const auto rules = default_rules();
    EXPECT_EQ(find_criterion(rules.rubric, "openness")->weight_bp, 1000);
    EXPECT_EQ(find_criterion(rules.rubric, "charm"), nullptr);
}

TEST(rules, E10_scores_are_told_to_whom_the_disclosure_names) {
    using enum disclosure_policy;
    using enum score_reader;
    EXPECT_FALSE(discloses(winners_only, city_of_the_entry));
    EXPECT_FALSE(discloses(winners_only, everybody));
    EXPECT_TRUE(discloses(own_scores_to_city, city_of_the_entry));
    EXPECT_FALSE(discloses(own_scores_to_city, everybody));
    EXPECT_TRUE(discloses(all_scores, city_of_the_entry));
    EXPECT_TRUE(discloses(all_scores, everybody));
}

}  // namespace
