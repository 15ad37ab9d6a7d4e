// That a judge sees nothing of the others' scores before the close, and what the panel reads, says and
// changes after it (J5).
#include <algorithm>

#include "server/features/judge/declarations.hpp"
#include "server/features/judge/deliberation.hpp"
#include "server/features/judge/deliberation_order.hpp"
#include "server/features/judge/home.hpp"
#include "server/features/judge/scorecard.hpp"
#include "server/features/judge/scorecard_moves.hpp"
#include "tests/http/judge/ground.hpp"

namespace {

using access_control::right;
using tests::fields;
using tests::has;
using tests::judges_world;
using tests::judging_http;
using tests::text;

// The pages that this judge can reach, and the answers to a judge's requests, one after the other.
std::string all_that_is_seen(judges_world& in) {
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
    judges_world low("2"), high("5");
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
    for (const auto& [of, card_of_another] : here.on.second.cards)
        here.bring(card_of_another, workflow::scorecard_state::locked);
    here.as_owner("update round set closed_at = now() where id = :round", {{"round", here.on.round}});
    const auto page = get(features::show_deliberated_entry, right::deliberate, entry);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Look at page 3"));
    EXPECT_TRUE(has(page, "Second Judge"));
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
    here.bring(here.card(), workflow::scorecard_state::reopened);
    here.as_owner("update round set closed_at = now() where id = :round", {{"round", here.on.round}});
    here.bring(here.on.edition, workflow::edition_state::deliberation);
    const auto version =
        here.ask<int>("select version from scorecard where id = :card", {{"card", here.card()}});
    const auto now = std::to_string(version), then = std::to_string(version + 1);
    EXPECT_EQ(autosave("score.impact", "2", version).status, 409)
        << "a reopened score is not changed in passing";
    EXPECT_EQ(
        post(features::save_scorecard, right::score, card, {{"version", now}, {"score.impact", "2"}}).status,
        422)
        << "no reason";
    EXPECT_EQ(post(features::save_scorecard, right::score, card,
                   {{"version", now}, {"score.impact", "2"}, {"change.impact", "The figures were for 2012"}})
                  .status,
              303);
    EXPECT_EQ(here.ask<std::string>("select criterion || from_value || to_value || reason from score_delta"),
              "impact32The figures were for 2012");
    EXPECT_EQ(post(features::relock_scorecard, right::score, card, {{"version", then}}).status, 303);
    EXPECT_EQ(here.ask<std::string>("select state from scorecard where id = :card", {{"card", here.card()}}),
              "locked");
}

}  // namespace
