// What a judge does, from the terms to the submitted scorecard, with the policy, the role and the pages
// together; and that a barred entry and another's scorecard are nowhere (J1, J2, J4, T3).
#include "server/features/judge/autosave.hpp"
#include "server/features/judge/declarations.hpp"
#include "server/features/judge/deliberation.hpp"
#include "server/features/judge/deliberation_order.hpp"
#include "server/features/judge/home.hpp"
#include "server/features/judge/scorecard.hpp"
#include "server/features/judge/scorecard_moves.hpp"
#include "server/features/judge/terms.hpp"
#include "tests/http/judge/ground.hpp"

namespace {

using access_control::right;
using tests::fields;
using tests::has;
using tests::judging_http;
using tests::text;

TEST_F(judging_http, J1_the_terms_come_first_and_are_signed) {
    here.as_owner("update judge set terms_accepted_at = null, terms_name = '' where id = :judge",
                  {{"judge", here.on.first.judge}});
    EXPECT_EQ(get(features::show_judging_home, right::read_panel, edition).location, "/judging/2014/terms");
    EXPECT_TRUE(has(get(features::show_terms, right::accept_terms, edition), "artificial intelligence"));
    const auto unticked =
        post(features::accept_terms, right::accept_terms, edition, {{"typed_name", "Kim Min-jun"}});
    EXPECT_EQ(unticked.status, 422);
    EXPECT_TRUE(has(unticked, "Kim Min-jun")) << "what was typed stays";
    EXPECT_EQ(
        post(features::accept_terms, right::accept_terms, edition, {{"typed_name", ""}, {"agreed", "yes"}})
            .status,
        422);
    EXPECT_EQ(post(features::accept_terms, right::accept_terms, edition,
                   {{"typed_name", "Kim Min-jun"}, {"agreed", "yes"}})
                  .status,
              303);
    EXPECT_EQ(get(features::show_judging_home, right::read_panel, edition).status, 200);
}

TEST_F(judging_http, J1_an_entry_is_declared_on_before_it_is_shown) {
    const fields undeclared{{"scorecard", text(here.on.first.cards.at(here.on.undeclared))}};
    EXPECT_EQ(get(features::show_scorecard, right::read_own_scorecard, undeclared).status, 303);
    const auto asked = get(features::show_declarations, right::declare_conflict, edition);
    EXPECT_TRUE(has(asked, "Project 2"));
    EXPECT_TRUE(has(asked, "City 2"));
    EXPECT_FALSE(has(asked, "Project 3"));
    EXPECT_FALSE(has(asked, "What it does"));
    const auto number = text(here.on.undeclared);
    const auto vague =
        post(features::declare_conflicts, right::declare_conflict, edition,
             {{"shown", number}, {"conflict." + number, "yes"}, {"typed_name", "First Judge"}});
    EXPECT_EQ(vague.status, 422) << "a conflict needs its reason";
    EXPECT_EQ(
        post(features::declare_conflicts, right::declare_conflict, edition, {{"typed_name", "First Judge"}})
            .status,
        422)
        << "a signature holds for what was shown only";
    EXPECT_EQ(post(features::declare_conflicts, right::declare_conflict, edition,
                   {{"shown", number}, {"typed_name", ""}})
                  .status,
              422)
        << "nothing is declared without a name";
    EXPECT_EQ(post(features::declare_conflicts, right::declare_conflict, edition,
                   {{"shown", number}, {"typed_name", "First Judge"}})
                  .status,
              303);
    EXPECT_TRUE(has(get(features::show_scorecard, right::read_own_scorecard, undeclared), "What it does"));
}

TEST_F(judging_http, J1_one_signature_declares_on_every_entry_and_a_tick_where_there_is_a_conflict) {
    here.as_owner("delete from declaration where judge_id = :judge", {{"judge", here.on.first.judge}});
    const auto ticked = text(here.on.undeclared), left = text(here.on.open);
    const auto asked = get(features::show_declarations, right::declare_conflict, edition);
    EXPECT_FALSE(has(asked, "type=\"radio\"")) << "no Yes and No for each";
    EXPECT_TRUE(has(asked, "for each of these 2 entries"));
    EXPECT_EQ(post(features::declare_conflicts, right::declare_conflict, edition,
                   {{"shown", ticked},
                    {"shown", left},
                    {"conflict." + ticked, "yes"},
                    {"reason." + ticked, "I advised them"},
                    {"typed_name", "First Judge"}})
                  .status,
              303);
    EXPECT_EQ(here.ask<std::string>(
                  R"(select string_agg(typed_name || ' ' || (entry_id = :ticked) || ' ' || has_conflict, ', '
                                       order by has_conflict) from declaration where judge_id = :judge)",
                  {{"ticked", here.on.undeclared}, {"judge", here.on.first.judge}}),
              "First Judge false false, First Judge true true");
}

TEST_F(judging_http, J1_a_conflict_that_is_named_and_not_ticked_is_asked_about) {
    const auto number = text(here.on.undeclared);
    const auto unsure =
        post(features::declare_conflicts, right::declare_conflict, edition,
             {{"shown", number}, {"reason." + number, "I advised them"}, {"typed_name", "First Judge"}});
    EXPECT_EQ(unsure.status, 422);
    EXPECT_TRUE(has(unsure, "did not tick it"));
    EXPECT_TRUE(has(unsure, "I advised them")) << "what was typed stays";
}

TEST_F(judging_http, J1_a_declared_conflict_recuses_bars_and_tells_the_secretariat) {
    const auto number = text(here.on.undeclared);
    EXPECT_EQ(post(features::declare_conflicts, right::declare_conflict, edition,
                   {{"shown", number},
                    {"conflict." + number, "yes"},
                    {"reason." + number, "I advised them"},
                    {"typed_name", "First Judge"}})
                  .status,
              303);
    EXPECT_EQ(get(features::show_scorecard, right::read_own_scorecard,
                  {{"scorecard", text(here.on.first.cards.at(here.on.undeclared))}})
                  .status,
              404);
    EXPECT_EQ(here.ask<std::string>("select state from scorecard where id = :card",
                                    {{"card", here.on.first.cards.at(here.on.undeclared)}}),
              "recused");
    EXPECT_EQ(here.ask<int>("select count(*) from letter where occasion = 'attention_wanted' and to_address "
                            "= 'office@wego.example'"),
              1);
}

TEST_F(judging_http, J2_a_barred_entry_is_404_in_every_route_and_in_no_list) {
    const fields barred{{"scorecard", text(here.on.first.cards.at(here.on.barred))}};
    const fields one{
        {"version", "1"}, {"field", "score.impact"}, {"value", "3"}, {"reason", "x"}, {"typed_name", "x"}};
    for (auto* feature : {features::show_scorecard})
        EXPECT_EQ(get(feature, right::read_own_scorecard, barred).status, 404);
    for (auto* feature : {features::show_sheet, features::show_recusal})
        EXPECT_EQ(get(feature, right::score, barred).status, 404);
    for (auto* feature : {features::save_scorecard, features::autosave_scorecard, features::submit_scorecard,
                          features::reopen_scorecard, features::relock_scorecard, features::recuse_scorecard})
        EXPECT_EQ(post(feature, right::score, barred, one).status, 404);
    here.as_owner("update round set closed_at = now() where id = :round", {{"round", here.on.round}});
    const fields entry{{"entry", text(here.on.barred)}};
    EXPECT_EQ(get(features::show_deliberated_entry, right::deliberate, entry).status, 404);
    EXPECT_EQ(post(features::write_note, right::deliberate, entry, {{"note", "x"}}).status, 404);
    for (const auto& page : {get(features::show_judging_home, right::read_panel, edition),
                             get(features::compare_own_scores, right::read_panel, edition),
                             get(features::show_declarations, right::declare_conflict, edition),
                             get(features::show_deliberation, right::deliberate, edition),
                             get(features::show_deliberated_order, right::deliberate, edition),
                             get(features::show_scorecard, right::read_own_scorecard, card)}) {
        EXPECT_EQ(page.status, 200);
        EXPECT_FALSE(has(page, "Project 3"));
        EXPECT_FALSE(has(page, "City 3"));
    }
}

TEST_F(judging_http, T3_another_judges_scorecard_is_not_there) {
    const fields others{{"scorecard", text(here.on.second.cards.at(here.on.open))}};
    EXPECT_EQ(get(features::show_scorecard, right::read_own_scorecard, others).status, 404);
    EXPECT_EQ(post(features::autosave_scorecard, right::score, others,
                   {{"field", "score.impact"}, {"value", "1"}, {"version", "1"}})
                  .status,
              404);
    EXPECT_EQ(post(features::submit_scorecard, right::score, others, {{"version", "1"}}).status, 404);
    EXPECT_EQ(scores(), 0);
}

TEST_F(judging_http, J4_each_change_is_saved_under_its_version_and_a_double_request_does_nothing) {
    const auto began = autosave("score.impact", "3", 1);
    EXPECT_EQ(began.status, 200);
    EXPECT_TRUE(has(began, R"("version":3)")) << "the first save begins the scorecard: " << began.body;
    EXPECT_EQ(here.ask<int>("select count(*) from audit_event where action = 'begin'"), 1);
    EXPECT_TRUE(has(autosave("score.impact", "3", 1), R"("version":3)")) << "it came twice";
    EXPECT_TRUE(has(autosave("comment.city", "Thank you", 3), R"("version":4)"));
    const auto late = autosave("score.impact", "2", 1);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(has(late, R"("theirs":"3")")) << late.body;
    EXPECT_EQ(here.ask<int>("select value from score"), 3);
    EXPECT_EQ(here.ask<int>("select count(*) from scorecard_revision"), 2);
}

TEST_F(judging_http, J4_a_score_off_the_scale_or_on_no_criterion_changes_nothing) {
    for (const int version : {1, 3}) {
        EXPECT_EQ(autosave("score.impact", "6", version).status, 422);
        EXPECT_EQ(autosave("score.impact", "3.5", version).status, 422);
        EXPECT_EQ(autosave("score.beauty", "3", version).status, 422);
        EXPECT_EQ(autosave("nothing", "3", version).status, 422);
        if (version == 1) ASSERT_EQ(autosave("score.reach", "2", 1).status, 200);
    }
    EXPECT_EQ(scores(), 1);
    const auto page = post(features::save_scorecard, right::score, card,
                           {{"version", "3"}, {"score.impact", "9"}, {"comment.city", "kept"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(has(page, "kept"));
}

TEST_F(judging_http, J4_scored_confirmed_submitted_and_reopened_without_a_script) {
    const auto unreasoned = post(features::save_scorecard, right::score, card,
                                 {{"version", "1"},
                                  {"score.impact", "5"},
                                  {"score.reach", "3"},
                                  {"comment.panel", "Strong"},
                                  {"then", "check"}});
    EXPECT_EQ(unreasoned.status, 422) << "a five is an end of the scale";
    EXPECT_TRUE(has(unreasoned, "Give a reason for the score on Impact"));
    EXPECT_TRUE(has(unreasoned, "Strong"));
    EXPECT_EQ(scores(), 2) << "and yet it is saved";
    const auto checked = post(features::save_scorecard, right::score, card,
                              {{"version", "3"}, {"reason.impact", "Figures"}, {"then", "check"}});
    EXPECT_EQ(checked.location, "/judging/scorecards/" + text(here.card()) + "/confirm");
    const auto sheet = get(features::show_sheet, right::score, card);
    EXPECT_TRUE(has(sheet, "5: Figures"));
    EXPECT_TRUE(has(sheet, "Submit this scorecard"));
    EXPECT_EQ(post(features::submit_scorecard, right::score, card, {{"version", "3"}}).status, 409)
        << "not what was confirmed";
    EXPECT_EQ(post(features::submit_scorecard, right::score, card, {{"version", "4"}}).status, 303);
    EXPECT_EQ(post(features::submit_scorecard, right::score, card, {{"version", "4"}}).status, 303)
        << "it came twice";
    EXPECT_EQ(
        here.ask<int>("select count(*) from audit_event where machine = 'scorecard' and action = 'submit'"),
        1);
    EXPECT_EQ(autosave("score.reach", "2", 5).status, 409)
        << "a submitted scorecard is closed until it is reopened";
    EXPECT_TRUE(has(get(features::show_scorecard, right::read_own_scorecard, card), "Reopen the scorecard"));
    EXPECT_EQ(post(features::reopen_scorecard, right::score, card, {{"version", "5"}}).status, 303);
    EXPECT_TRUE(has(get(features::compare_own_scores, right::read_panel, edition), "4.20"));
}

TEST_F(judging_http, J4_a_stale_form_shows_both_texts) {
    ASSERT_EQ(autosave("comment.city", "from the phone", 1).status, 200);
    const auto stale = post(features::save_scorecard, right::score, card,
                            {{"version", "1"}, {"comment.city", "from the laptop"}});
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(has(stale, "from the phone"));
    EXPECT_TRUE(has(stale, "from the laptop"));
}

TEST_F(judging_http, J1_a_judge_steps_off_with_a_reason) {
    EXPECT_EQ(post(features::recuse_scorecard, right::score, card, {{"typed_name", "First Judge"}}).status,
              422);
    EXPECT_EQ(post(features::recuse_scorecard, right::score, card,
                   {{"typed_name", "First Judge"}, {"reason", "A friend"}})
                  .status,
              303);
    EXPECT_EQ(get(features::show_scorecard, right::read_own_scorecard, card).status, 404);
    EXPECT_EQ(here.ask<std::string>("select state from scorecard where id = :card", {{"card", here.card()}}),
              "recused");
}

}  // namespace
