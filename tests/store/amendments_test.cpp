// J10 in the database: after the first locked scorecard only prize slots are added, by two people, and the
// version of the rules that holds them proves it.
#include "server/acts/amendments.hpp"

#include "tests/store/judged_edition.hpp"

using tests::database_role;
using workflow::refusal_code;

namespace {

class amendments : public tests::judged_edition {
protected:
    amendments() {
        score_in_order();
        in_office(mina);
        run();
    }
    std::int64_t propose(const store::amendment_wanted& wanted) {
        return acts::propose_amendment(db, who, wanted, minutes()).value();
    }
    tl::expected<workflow::decision_id, workflow::refusal> confirm(std::int64_t id) {
        in_office(jun);
        return acts::confirm_amendment(db, {{workflow::role::secretariat, jun}, edition}, id);
    }
    const store::amendment_wanted third{true, "promising", "Most Promising", 1};
};

}  // namespace

TEST_F(amendments, J10_a_tier_comes_with_a_new_version_whose_hash_proves_it) {
    const auto before = store::load_rules(db, edition);
    ASSERT_EQ(before.rules.prizes.size(), 2u) << "the hashed text holds the tiers";
    const auto id = propose(third);
    EXPECT_EQ(store::load_rules(db, edition).hash, before.hash) << "a proposal changes nothing";
    EXPECT_EQ(store::load_edition(db, edition).tiers.size(), 2u);
    ASSERT_TRUE(confirm(id).has_value());
    const auto after = store::load_rules(db, edition);
    EXPECT_EQ(after.version, before.version + 1);
    EXPECT_TRUE(after.frozen_at.has_value());
    EXPECT_EQ(after.rules.prizes.back(), (workflow::prize_slots{"promising", "Most Promising", 1}));
    EXPECT_EQ(store::to_hexadecimal(store::sha256(text_of_rules(after.id))), after.hash);
    EXPECT_NE(after.hash, before.hash);
    auto same = after.rules;
    same.prizes = before.rules.prizes, same.number = before.rules.number;
    EXPECT_EQ(same, before.rules) << "nothing else changed";
    EXPECT_EQ(store::to_hexadecimal(store::sha256(text_of_rules(before.id))), before.hash)
        << "the old version stays";
    EXPECT_EQ(db.value<std::string>("select string_agg(action, ' ' order by id) from audit_event where "
                                    "subject in ('amendment', 'tier')"),
              "amendment_proposed amendment_confirmed tier_added");
}

TEST_F(amendments, J10_P1_more_prizes_go_to_the_last_tier_and_leave_the_others) {
    const auto before = slots();
    EXPECT_EQ(acts::propose_amendment(db, who, {false, "best", "Best", 2}, minutes()).error().code,
              refusal_code::rules_frozen);
    EXPECT_EQ(
        acts::propose_amendment(db, who, {false, "outstanding", "Outstanding", 1}, minutes()).error().code,
        refusal_code::rules_frozen);
    EXPECT_EQ(acts::propose_amendment(db, who, {true, "best", "Best", 1}, minutes()).error().code,
              refusal_code::rules_frozen);
    ASSERT_TRUE(confirm(propose({false, "outstanding", "Outstanding", 2})).has_value());
    const auto after = slots();
    ASSERT_EQ(after.size(), before.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(after[i], before[i]);
    EXPECT_EQ(store::load_rules(db, edition).rules.prizes.back().per_category, 2);
    EXPECT_EQ(store::list_decisions(db, edition).front().kind, store::decision_kind::rule_change);
}

TEST_F(amendments, J10_T3_nobody_confirms_their_own_proposal_not_even_in_the_database) {
    const auto id = propose(third);
    EXPECT_EQ(acts::confirm_amendment(db, who, id).error().code, refusal_code::needs_two_people);
    EXPECT_EQ(acts::propose_amendment(db, who, {true, "fourth", "Fourth", 1}, minutes()).error().code,
              refusal_code::proposal_waits);
    const auto made = decide(store::tier_creation_body{"fourth", 1, 0});
    EXPECT_THROW(store::settle_amendment(db, who, id, made), store::failure);
}

TEST_F(amendments, J10_T3_the_database_refuses_to_settle_in_another_name) {
    const auto id = propose(third);
    EXPECT_THROW(
        db.run(
            "update amendment set outcome = 'rejected', settled_by = :jun, settled_at = now() where id = :id",
            {{"jun", jun}, {"id", id}}),
        store::failure);
}

TEST_F(amendments, J10_a_slate_that_somebody_approved_takes_no_more_prizes) {
    const auto id = propose(third);
    const auto slate = acts::build_slate(db, who).value();
    ASSERT_TRUE(store::add_approval(db, who, slate, store::hash_of_slate(db, slate)));
    const auto refused = confirm(id);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, refusal_code::slate_approved);
    ASSERT_TRUE(acts::build_slate(db, {{workflow::role::secretariat, jun}, edition}).has_value());
    EXPECT_TRUE(confirm(id).has_value()) << "the slate that was built anew has no approval";
}

TEST_F(amendments, J10_settled_is_settled) {
    const auto id = propose(third);
    ASSERT_TRUE(acts::reject_amendment(db, who, id).has_value());
    EXPECT_EQ(confirm(id).error().code, refusal_code::stale_version);
    EXPECT_EQ(store::load_edition(db, edition).tiers.size(), 2u);
}

// One statement breaks the transaction, so each has a test of its own.
class rules_after_scoring : public amendments, public testing::WithParamInterface<const char*> {};

TEST_P(rules_after_scoring, J10_are_kept_by_the_database_too) {
    try {
        EXPECT_EQ(db.run(GetParam(), {{"edition", edition}}), 0) << "no row is there to be touched";
    } catch (const store::failure&) {
    }
}

INSTANTIATE_TEST_SUITE_P(amendments, rules_after_scoring,
                         testing::Values("insert into tier (edition_id, key, name, per_category, position) "
                                         "values (:edition, 'promising', 'Promising', 1, 3)",
                                         "insert into tier (edition_id, key, name, per_category, position, "
                                         "decision_id) select :edition, 'promising', 'Promising', 1, 3, "
                                         "min(id) from decision",
                                         "update tier set per_category = 2 where edition_id = :edition",
                                         "update tier set name = 'Other' where edition_id = :edition",
                                         "delete from tier where edition_id = :edition",
                                         "insert into rule_set (edition_id, version, body, hash) select "
                                         ":edition, 99, body, hash from rule_set limit 1",
                                         "update rule_set set body = '{}' where edition_id = :edition"));
