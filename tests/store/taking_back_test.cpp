// P2: what was decided about the prizes, shared and taken back: the slate is then the one before it.
#include "server/acts/taking_back.hpp"

#include "server/acts/entries.hpp"
#include "server/acts/judging.hpp"
#include "server/store/prizes.hpp"
#include "server/store/public.hpp"
#include "tests/store/judged_edition.hpp"

namespace {

using tests::database_role;
using workflow::refusal_code;

class prizes_undone : public tests::judged_edition {
protected:
    void begin(bool with_a_tie = false) {
        with_a_tie ? score_with_a_tie() : score_in_order();
        in_office(mina);
        run();
        const auto tiers = store::load_edition(db, edition).tiers;
        best = tiers[0].id, outstanding = tiers[1].id;
    }
    std::string prizes() {
        std::string text;
        for (const auto& slot : slots()) {
            text += text.empty() ? "" : " ";
            if (slot.entries.empty() || slot.state == judging::slot_state::tied)
                text += boost::describe::enum_to_string(slot.state, "");
            else
                for (const auto one : slot.entries)
                    text += std::to_string(std::ranges::find(entries, one) - entries.begin() + 1);
        }
        return text;
    }
    workflow::decision_id take_back(workflow::decision_id id) {
        const auto done = acts::take_back(db, who, id, minutes("It was a mistake"));
        EXPECT_TRUE(done.has_value());
        return done.value();
    }
    workflow::tier_id best{}, outstanding{};
};

TEST_F(prizes_undone, P2_sharing_with_one_of_a_tie_loses_nobody) {
    begin(true);
    ASSERT_EQ(prizes(), "tied blocked") << "1 and 2 tie, and wait for a ballot";
    decide(store::sharing_body{category, {entries[2], entries[1]}});
    EXPECT_EQ(prizes(), "1 23") << "1 beat 3, and stands before those who share";
    decide(store::sharing_body{category, {entries[0], entries[1]}});
    EXPECT_EQ(prizes(), "123 4") << "a third one joins";
}

TEST_F(prizes_undone, P2_each_decision_about_the_prizes_gives_the_slate_before_it) {
    begin();
    const std::string before = prizes();
    const std::vector<store::decision_body> bodies{
        store::sharing_body{category, {entries[0], entries[1]}}, store::withholding_body{category, best, 1},
        store::winner_withdrawal_body{entries[0], judging::reopened_slot::next_of_the_order}};
    for (const auto& body : bodies) {
        const auto made = decide(body);
        EXPECT_NE(prizes(), before);
        take_back(made);
        EXPECT_EQ(prizes(), before) << workflow::name_of(store::kind_of(body));
        EXPECT_EQ(acts::take_back(db, who, made, minutes()).error().code, refusal_code::stale_version)
            << "it was taken back";
    }
}

TEST_F(prizes_undone, J7_a_word_on_a_tie_leaves_the_tie_as_it_was) {
    begin(true);
    const std::vector tied{entries[0], entries[1]};
    const auto ballot =
        decide(store::second_ballot_body{tied, {{judges[0], entries[1]}, {judges[1], entries[1]}}});
    EXPECT_EQ(prizes(), "2 1");
    take_back(ballot);
    EXPECT_EQ(prizes(), "tied blocked");
}

TEST_F(prizes_undone, P2_a_sharing_that_the_order_no_longer_allows_stands_in_the_way_and_can_be_taken_back) {
    begin();
    const auto first = decide(store::sharing_body{category, {entries[0], entries[1]}});
    const auto second = decide(store::sharing_body{category, {entries[0], entries[2]}});
    ASSERT_EQ(prizes(), "123 4");
    take_back(first);
    EXPECT_EQ(prizes(), "1 2") << "2 came between 1 and 3";
    EXPECT_EQ(acts::build_slate(db, who).error().code, refusal_code::slot_unfilled);
    take_back(second);
    build();
}

TEST_F(prizes_undone, P2_a_winner_whose_city_withdrew_is_decided_about_before_the_slate_is_built) {
    begin();
    ASSERT_TRUE(acts::withdraw_entry(request("The project was stopped"), entries[0]).has_value());
    EXPECT_EQ(acts::build_slate(db, who).error().code, refusal_code::slot_unfilled);
    decide(store::winner_withdrawal_body{entries[0], judging::reopened_slot::next_of_the_order});
    build();
    EXPECT_EQ(prizes(), "2 3");
}

TEST_F(prizes_undone, P2_a_shortlist_until_its_round_is_opened) {
    begin();
    const auto next = store::add_round(db, who, store::load_rules(db, edition).rules);
    store::set_round_entries(db, who, next.id, {entries[0], entries[1]});
    decide(store::shortlist_body{next.number, {entries[0], entries[1]}});
    store::set_round_entries(db, who, next.id, {entries[2]});
    const auto later = decide(store::shortlist_body{next.number, {entries[2]}});
    take_back(later);
    EXPECT_EQ(store::list_round_entries(db, next.id).size(), 2u) << "the shortlist before it holds again";
    const auto open = acts::list_open_to_taking_back(db, edition);
    ASSERT_EQ(open.size(), 1u);
    take_back(open.front().id);
    EXPECT_TRUE(store::list_round_entries(db, next.id).empty());
    EXPECT_FALSE(acts::resume_judging(request("the finals begin")).has_value()) << "nobody goes on";
    const auto opened = decide(store::shortlist_body{next.number, {entries[2]}});
    store::note_round_opened(db, next.id);
    EXPECT_EQ(acts::take_back(db, who, opened, minutes()).error().code, refusal_code::stale_version);
}

TEST_F(prizes_undone, P2_a_note_of_what_was_taken_back_is_not_public) {
    begin();
    auto noted = minutes();
    noted.public_note = "Two cities share the first prize.";
    const auto made =
        acts::decide_upon(db, who, noted, store::sharing_body{category, {entries[0], entries[1]}}, {});
    take_back(made);
    announce();
    act_as(database_role::public_reader);
    EXPECT_TRUE(store::list_public_notes(db, edition).empty());
}

TEST_F(prizes_undone, P2_the_database_knows_that_a_decision_is_taken_back_once) {
    begin();
    const auto made = decide(store::sharing_body{category, {entries[0], entries[1]}});
    take_back(made);
    try {
        decide(store::taking_back_body{made});
        FAIL() << "it was taken back twice";
    } catch (const store::failure& no) {
        EXPECT_EQ(no.constraint(), "decision_is_taken_back_once");
    }
}

TEST_F(prizes_undone, P2_the_database_refuses_to_take_back_what_is_no_proposal) {
    begin();
    try {
        decide(store::taking_back_body{decide(store::other_body{})});
        FAIL() << "any decision can be taken back";
    } catch (const store::failure& no) {
        EXPECT_EQ(no.constraint(), "decision_can_be_taken_back");
    }
}

TEST_F(prizes_undone, P2_the_database_refuses_to_take_back_what_was_ratified) {
    begin();
    const auto made = decide(store::sharing_body{category, {entries[0], entries[1]}});
    ratify();
    EXPECT_EQ(acts::take_back(db, who, made, minutes()).error().code, refusal_code::stale_version);
    try {
        decide(store::taking_back_body{made});
        FAIL() << "a ratified result was changed";
    } catch (const store::failure& no) {
        EXPECT_EQ(no.constraint(), "decision_can_be_taken_back");
    }
}

TEST_F(prizes_undone, P4_the_database_gives_a_held_prize_only_where_it_is_shared) {
    begin();
    announce();
    const auto alone = decide(store::promotion_body{entries[2], best, 1, false});
    try {
        store::add_prize(db, edition, category, best, 1, entries[2], "", alone);
        FAIL() << "two winners of one prize, and nobody decided that they share it";
    } catch (const store::failure& no) {
        EXPECT_EQ(no.constraint(), "prize_is_shared_by_decision");
    }
}

TEST_F(prizes_undone, P4_a_successor_has_the_prize_that_the_decision_names_and_nobody_shares_it) {
    begin();
    announce();
    ASSERT_TRUE(by_two({.act = workflow::grave_act::revoke_award, .entry = entries[0], .minutes = minutes()})
                    .has_value());
    ASSERT_TRUE(
        acts::promote_entry(db, who, entries[2], {category, best, 1}, minutes(), tests::address).has_value());
    const auto city =
        as_owner<workflow::city_id>("select city_id from entry where id = :id", {{"id", entries[2]}});
    act_as(database_role::public_reader);
    const auto awards = store::list_city_awards(db, city);
    ASSERT_EQ(awards.size(), 1u);
    EXPECT_EQ(awards[0].tier, "Best");
    EXPECT_FALSE(awards[0].shared);
}

}  // namespace
