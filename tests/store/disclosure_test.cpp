// E10 on a real database: who reads which scores after the announcement, and that nobody does before it (P3).
#include "server/store/disclosure.hpp"

#include "tests/store/judged_edition.hpp"

namespace {

using tests::database_role;
using workflow::disclosure_policy;

class disclosing : public tests::judged_edition {
protected:
    explicit disclosing(disclosure_policy policy) : judged_edition(policy) {
        for (int entry = 0; entry < 4; ++entry) {
            score(0, entry, 8 - entry, 9 - entry, "The first to city " + std::to_string(entry + 1));
            score(1, entry, 7 - entry, 8 - entry, "The second to city " + std::to_string(entry + 1));
            score(2, entry, 6 - entry, 5 - entry);
        }
        in_office(mina);
        run();
    }
    // For want of a right, and for nothing else.
    bool is_forbidden(const std::function<void()>& act) {
        db.run("savepoint here");
        try {
            act();
            return false;
        } catch (const store::failure& no) {
            db.run("rollback to savepoint here");
            return no.kind() == store::failure_kind::not_permitted;
        }
    }
    // What a letter of this kind says to the first that got one, as it is kept.
    std::string told_in(std::string_view occasion) {
        return as_owner<std::string>(
            "select facts from letter where occasion = :occasion order by to_address limit 1",
            {{"occasion", occasion}});
    }
    // By whoever has SQL in hand in the office, between the ratification and the announcement.
    void write_by_hand(bool to_everybody) {
        store::add_disclosed_scores(db, edition, round, to_everybody,
                                    {{entries[0], 1, 4, judging::fraction(8), 1, 8, {}}});
    }
};

struct scores_of_ones_own : disclosing {
    scores_of_ones_own() : disclosing(disclosure_policy::own_scores_to_city) {}
};
struct no_scores : disclosing {
    no_scores() : disclosing(disclosure_policy::winners_only) {}
};
struct all_scores : disclosing {
    all_scores() : disclosing(disclosure_policy::all_scores) {}
};

TEST_F(scores_of_ones_own, E10_a_city_reads_its_own_scores_place_and_comments_after_the_announcement) {
    announce();
    act_as(database_role::applicant, applicants[1]);
    const auto rows = store::list_disclosed_scores(db, edition, entries[1]);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].place, 2);
    EXPECT_EQ(rows[0].of_entries, 4);
    EXPECT_EQ(rows[0].criteria,
              (std::vector<judging::criterion_scores>{{"impact", {5, 6, 7}}, {"reach", {4, 7, 8}}}));
    std::vector<std::string> comments;
    for (const auto& one : store::list_disclosed_comments(db, edition, entries[1]))
        comments.push_back(one.body);
    EXPECT_THAT(comments, testing::UnorderedElementsAre("The first to city 2", "The second to city 2"));
}

TEST_F(scores_of_ones_own, E10_and_nobody_elses) {
    announce();
    for (const std::string table : {"disclosed_score", "disclosed_comment"}) {
        EXPECT_GT(seen_by(database_role::applicant, applicants[1], table), 0) << table;
        EXPECT_EQ(seen_by(database_role::applicant, applicants[1],
                          table + " where entry_id <> " + std::to_string(workflow::value(entries[1]))),
                  0)
            << table;
    }
    EXPECT_EQ(seen_by(database_role::public_reader, std::nullopt, "disclosed_score"), 0);
    EXPECT_TRUE(is_forbidden([&] { seen_by(database_role::applicant, applicants[1], "score"); }));
}

TEST_F(scores_of_ones_own, P3_nothing_of_it_is_there_before_the_announcement) {
    ratify();
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from disclosed_score"), 0);
    write_by_hand(false);
    EXPECT_EQ(seen_by(database_role::applicant, applicants[0], "disclosed_score"), 0)
        << "what somebody wrote too early is hidden";
}

TEST_F(scores_of_ones_own, E10_the_database_publishes_to_nobody_whom_the_rules_do_not_name) {
    ratify();
    EXPECT_TRUE(is_forbidden([&] { write_by_hand(true); }));
}

TEST_F(scores_of_ones_own, E10_the_letters_lead_to_them) {
    announce();
    EXPECT_THAT(told_in("result_won"), testing::HasSubstr("#scores"));
    EXPECT_THAT(told_in("result_not_won"), testing::HasSubstr("#scores"));
}

TEST_F(scores_of_ones_own, T6_the_letter_to_who_did_not_win_says_until_when_it_may_be_appealed) {
    announce();
    EXPECT_THAT(told_in("result_not_won"), testing::Not(testing::HasSubstr("\"appeal_until\":\"\"")));
}

TEST_F(no_scores, E10_nobody_reads_any_and_no_letter_promises_it) {
    announce();
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from disclosed_score"), 0);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from disclosed_comment"), 0);
    EXPECT_THAT(told_in("result_won"), testing::Not(testing::HasSubstr("#scores")));
    EXPECT_THAT(told_in("result_not_won"), testing::Not(testing::HasSubstr("#scores")));
}

TEST_F(no_scores, E10_the_database_takes_none) {
    ratify();
    EXPECT_TRUE(is_forbidden([&] { write_by_hand(false); }));
}

TEST_F(all_scores, E10_everybody_reads_all_scores_and_no_comment) {
    announce();
    act_as(database_role::public_reader, std::nullopt);
    EXPECT_EQ(store::list_published_scores(db, edition).size(), 4u);
    EXPECT_TRUE(store::has_published_scores(db, edition));
    EXPECT_TRUE(
        is_forbidden([&] { seen_by(database_role::public_reader, std::nullopt, "disclosed_comment"); }));
}

TEST_F(all_scores, P3_nobody_reads_them_before_the_announcement) {
    ratify();
    write_by_hand(true);
    EXPECT_EQ(seen_by(database_role::public_reader, std::nullopt, "disclosed_score"), 0);
}

TEST_F(all_scores, P4_what_was_disclosed_is_not_changed_afterwards) {
    announce();
    EXPECT_TRUE(is_forbidden([&] { write_by_hand(true); }));
    EXPECT_TRUE(is_forbidden([&] { db.run("update disclosed_score set place = 1"); }));
    EXPECT_TRUE(is_forbidden([&] { db.run("delete from disclosed_score"); }));
}

}  // namespace
