// What a judge does, from the terms to the deliberation, with the policy, the role and the pages together;
// and that a barred entry and another's scores are nowhere (J1, J2, J4, J5, T3).
#include <gtest/gtest.h>

#include <algorithm>

#include "server/features/judge/autosave.hpp"
#include "server/features/judge/declarations.hpp"
#include "server/features/judge/deliberation.hpp"
#include "server/features/judge/deliberation_order.hpp"
#include "server/features/judge/home.hpp"
#include "server/features/judge/scorecard.hpp"
#include "server/features/judge/scorecard_moves.hpp"
#include "server/features/judge/terms.hpp"
#include "tests/support/asking.hpp"
#include "tests/support/panel.hpp"

namespace {

using access_control::right;
using tests::fields;

template <class Id>
std::string text(Id id) {
    return std::to_string(workflow::value(id));
}

// A database with a panel in it, and both judges signed in.
class world {
public:
    explicit world(const std::string& others_scores = "") : owner_(database_.owner_connection(), {}) {
        begin();
        on = tests::lay_panel(owner_);
        owner_.run("update scorecard set state = 'assigned' where id = :card", {{"card", card()}});
        if (!others_scores.empty()) give_scores(others_scores);
        commit();
        first.emplace(database_.connection(), signed_in(), on.first.person);
        second.emplace(database_.connection(), signed_in(), on.second.person);
        owner_.commit();
    }
    workflow::scorecard_id card() const { return on.first.cards.at(on.open); }
    // One command as the owner.
    void as_owner(std::string_view sql, store::parameters values) {
        begin();
        owner_.run(sql, values);
        commit();
    }
    template <class Value>
    Value ask(std::string_view sql, store::parameters values = {}) {
        begin();
        auto value = owner_.value<Value>(sql, values);
        commit();
        return value;
    }

    tests::panel on;
    std::optional<tests::asking> first, second;

private:
    void begin() {
        owner_.begin(store::transaction_kind::write, store::database_role::secretariat, std::nullopt);
        owner_.run_script("set local role none");
    }
    void commit() { owner_.commit(); }
    store::database& signed_in() {
        if (!owner_.in_transaction()) begin();
        return owner_;
    }
    void give_scores(const std::string& score) {
        for (const auto& [entry, card] : on.second.cards) {
            owner_.run(
                "insert into score (scorecard_id, edition_id, criterion, value) values (:card, :edition, "
                "'impact', :value)",
                {{"card", card}, {"edition", on.edition}, {"value", score}});
            owner_.run(R"(insert into scorecard_comment (scorecard_id, edition_id, reader, body)
                          values (:card, :edition, 'panel', :body))",
                       {{"card", card}, {"edition", on.edition}, {"body", "comment of " + score}});
            owner_.run(
                "update scorecard set state = 'submitted', submitted_at = now(), submitted_hash = '\\x00' "
                "where id = :card and :value = '5'",
                {{"card", card}, {"value", score}});
        }
    }
    tests::throw_away_database database_;
    store::database owner_;
};

class judging_http : public testing::Test {
protected:
    world here;
    fields edition{{"edition", "2014"}};
    fields card{{"scorecard", text(here.card())}};

    tests::reply get(features::feature* feature, right what, fields parameters) {
        return (*here.first)({feature, what, std::move(parameters)});
    }
    tests::reply post(features::feature* feature, right what, fields parameters, fields form) {
        return (*here.first)({feature, what, std::move(parameters), std::move(form)});
    }
    tests::reply autosave(const std::string& field, const std::string& value, int version) {
        return (*here.first)({features::autosave_scorecard,
                              right::score,
                              card,
                              {{"field", field}, {"value", value}, {"version", std::to_string(version)}},
                              true});
    }
    int scores() { return here.ask<int>("select count(*) from score where value is not null"); }
};

bool has(const tests::reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

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
    EXPECT_TRUE(has(asked, "Project 2") && has(asked, "City 2"));
    EXPECT_FALSE(has(asked, "Project 3") || has(asked, "What it does"));
    const auto number = text(here.on.undeclared);
    const auto vague =
        post(features::declare_conflicts, right::declare_conflict, edition,
             {{"shown", number}, {"conflict." + number, "yes"}, {"typed_name", "First Judge"}});
    EXPECT_EQ(vague.status, 422) << "a conflict needs its reason";
    EXPECT_EQ(post(features::declare_conflicts, right::declare_conflict, edition,
                   {{"none", "yes"}, {"typed_name", "First Judge"}})
                  .status,
              422)
        << "none holds for what was shown only";
    EXPECT_EQ(post(features::declare_conflicts, right::declare_conflict, edition,
                   {{"shown", number}, {"none", "yes"}, {"typed_name", "First Judge"}})
                  .status,
              303);
    EXPECT_TRUE(has(get(features::show_scorecard, right::read_own_scorecard, undeclared), "What it does"));
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
        EXPECT_FALSE(has(page, "Project 3") || has(page, "City 3"));
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
    const auto late = autosave("score.impact", "2", 3);
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
    EXPECT_TRUE(has(unreasoned, "Give a reason for the score on Impact") && has(unreasoned, "Strong"));
    EXPECT_EQ(scores(), 2) << "and yet it is saved";
    const auto checked = post(features::save_scorecard, right::score, card,
                              {{"version", "3"}, {"reason.impact", "Figures"}, {"then", "check"}});
    EXPECT_EQ(checked.location, "/judging/scorecards/" + text(here.card()) + "/confirm");
    const auto sheet = get(features::show_sheet, right::score, card);
    EXPECT_TRUE(has(sheet, "5: Figures") && has(sheet, "Submit this scorecard"));
    EXPECT_EQ(post(features::submit_scorecard, right::score, card, {{"version", "3"}}).status, 409)
        << "not what was confirmed";
    EXPECT_EQ(post(features::submit_scorecard, right::score, card, {{"version", "4"}}).status, 303);
    EXPECT_EQ(post(features::submit_scorecard, right::score, card, {{"version", "4"}}).status, 303)
        << "it came twice";
    EXPECT_EQ(here.ask<int>("select count(*) from audit_event where action = 'submit'"), 1);
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
    EXPECT_TRUE(has(stale, "from the phone") && has(stale, "from the laptop"));
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

// The pages that this judge can reach, and the answers to a judge's requests, one after the other.
std::string all_that_is_seen(world& in) {
    const fields edition{{"edition", "2014"}}, card{{"scorecard", text(in.card())}};
    std::string seen;
    const auto add = [&](const tests::reply& reply) {
        seen += std::to_string(reply.status) + " " + reply.location + "\n" + reply.body;
    };
    auto& judge = *in.first;
    for (int turn = 0; turn < 2; ++turn) {
        add(judge({features::show_panels, right::read_panels, {}}));
        add(judge({features::show_judging_home, right::read_panel, edition}));
        add(judge({features::compare_own_scores, right::read_panel, edition}));
        add(judge({features::show_declarations, right::declare_conflict, edition}));
        add(judge({features::show_deliberation, right::deliberate, edition}));
        add(judge({features::show_deliberated_order, right::deliberate, edition}));
        add(judge({features::show_deliberated_entry, right::deliberate, {{"entry", text(in.on.open)}}}));
        add(judge({features::show_scorecard, right::read_own_scorecard, card}));
        add(judge({features::show_sheet, right::score, card}));
        add(judge({features::save_scorecard, right::score, card, {{"version", "1"}, {"score.impact", "3"}}}));
        for (const auto& [entry, other] : in.on.second.cards)
            add(judge({features::show_scorecard, right::read_own_scorecard, {{"scorecard", text(other)}}}));
    }
    return seen;
}

// Some text around the first byte that differs; empty for the same.
std::string first_difference(const std::string& one, const std::string& other) {
    const auto [left, right] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    if (left == one.end() && right == other.end()) return "";
    const auto at = static_cast<std::size_t>(left - one.begin());
    return one.substr(at < 80 ? 0 : at - 80, 160);
}

TEST(twin_worlds, J5_a_judge_sees_the_same_whatever_the_others_gave) {
    world low("2"), high("5");
    EXPECT_EQ(first_difference(all_that_is_seen(low), all_that_is_seen(high)), "");
    for (auto* in : {&low, &high})
        in->as_owner("update round set closed_at = now() where id = :round", {{"round", in->on.round}});
    EXPECT_NE(all_that_is_seen(low), all_that_is_seen(high)) << "after the close the panel sees all";
}

TEST_F(judging_http, J5_after_the_close_the_panel_reads_all_and_its_words_are_kept) {
    const fields entry{{"entry", text(here.on.open)}};
    here.as_owner(
        R"(insert into scorecard_comment (scorecard_id, edition_id, reader, body) values (:card, :edition, 'panel', 'Look at page 3'))",
        {{"card", here.on.second.cards.at(here.on.open)}, {"edition", here.on.edition}});
    EXPECT_EQ(get(features::show_deliberated_entry, right::deliberate, entry).status, 404);
    here.as_owner(
        "update scorecard set state = 'locked', submitted_at = now(), submitted_hash = '\\x00' where "
        "judge_id = :judge",
        {{"judge", here.on.second.judge}});
    here.as_owner("update round set closed_at = now() where id = :round", {{"round", here.on.round}});
    const auto page = get(features::show_deliberated_entry, right::deliberate, entry);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Look at page 3") && has(page, "Second Judge"));
    EXPECT_EQ(post(features::write_note, right::deliberate, entry, {{"note", ""}}).status, 422);
    EXPECT_EQ(post(features::write_note, right::deliberate, entry, {{"note", "The figures convince"}}).status,
              303);
    EXPECT_TRUE(has(get(features::show_deliberated_entry, right::deliberate, entry), "The figures convince"));
}

TEST_F(judging_http, J5_a_reopened_score_changes_with_its_reason_and_is_locked_again) {
    for (const auto& [key, value] : std::map<std::string, std::string>{{"impact", "3"}, {"reach", "4"}})
        here.as_owner(
            "insert into score (scorecard_id, edition_id, criterion, value) values (:card, :edition, :key, "
            ":value)",
            {{"card", here.card()}, {"edition", here.on.edition}, {"key", key}, {"value", value}});
    here.as_owner(
        "update scorecard set state = 'reopened', submitted_at = now(), submitted_hash = '\\x00' where id = "
        ":card",
        {{"card", here.card()}});
    here.as_owner("update round set closed_at = now() where id = :round", {{"round", here.on.round}});
    here.as_owner("update edition set state = 'deliberation' where id = :edition",
                  {{"edition", here.on.edition}});
    EXPECT_EQ(autosave("score.impact", "2", 1).status, 409) << "a reopened score is not changed in passing";
    EXPECT_EQ(
        post(features::save_scorecard, right::score, card, {{"version", "1"}, {"score.impact", "2"}}).status,
        422)
        << "no reason";
    EXPECT_EQ(post(features::save_scorecard, right::score, card,
                   {{"version", "1"}, {"score.impact", "2"}, {"change.impact", "The figures were for 2012"}})
                  .status,
              303);
    EXPECT_EQ(here.ask<std::string>("select criterion || from_value || to_value || reason from score_delta"),
              "impact32The figures were for 2012");
    EXPECT_EQ(post(features::relock_scorecard, right::score, card, {{"version", "2"}}).status, 303);
    EXPECT_EQ(here.ask<std::string>("select state from scorecard where id = :card", {{"card", here.card()}}),
              "locked");
}

}  // namespace
