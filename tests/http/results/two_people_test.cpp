// T5 on the pages of the result: withdrawing, announcing and revoking are asked for and confirmed, and a
// slate is approved with a fresh proof of presence.
#include "tests/http/results/ground.hpp"

using tests::browser;

namespace {

class result_by_two : public tests::results_pages {
protected:
    result_by_two() {
        lay();
        mina.sign_in_as(mina_), jun.sign_in_as(jun_);
        hash = build(mina);
    }
    void ratify() {
        ASSERT_EQ(mina.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
        ASSERT_EQ(jun.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    }
    std::string state() { return service_.value<std::string>("select state from edition"); }
    browser mina{service_}, jun{service_};
    std::string hash;
};

TEST_F(result_by_two, T5_a_slate_is_approved_with_a_code_under_five_minutes_old) {
    service_.run("update session set second_factor_at = second_factor_at - interval '6 minutes'");
    const auto turned_away = mina.post("/office/2014/ratify", {{"hash", hash}});
    EXPECT_EQ(turned_away.status, 403);
    EXPECT_EQ(service_.value<int>("select count(*) from slate_approval"), 0);
    auto form = turned_away.hidden_fields();
    form.emplace_back("code", service_.code_now());
    const auto again = mina.post("/sign-in/code", form);
    EXPECT_EQ(mina.post("/office/2014/ratify", again.hidden_fields()).status, 303);
    EXPECT_EQ(service_.value<int>("select count(*) from slate_approval"), 1);
}

TEST_F(result_by_two, T5_a_new_member_finds_no_button_to_approve_a_slate_built_before) {
    browser kim(service_);
    kim.sign_in_as(service_.add_secretariat("Kim"));
    EXPECT_TRUE(kim.get("/office/2014/ratify").says("The slate was built before you joined the secretariat"));
    EXPECT_EQ(kim.post("/office/2014/ratify", {{"hash", hash}}).status, 409);
}

TEST_F(result_by_two, T5_announcing_and_withdrawing_wait_for_a_second_person) {
    ratify();
    const std::string announcement = "/office/2014/announce", withdrawal = "/office/2014/ratify/withdraw";
    EXPECT_EQ(jun.post(announcement, {{"hash", hash}, {"typed_year", "2014"}}).location(),
              "/office/2014/two-people");
    EXPECT_EQ(jun.post(withdrawal, {{"reason", ""}}).status, 422);
    EXPECT_EQ(jun.post(withdrawal, {{"reason", "A winner withdrew"}}).location(), "/office/2014/two-people");
    EXPECT_EQ(state(), "decided");
    for (const auto& path : {announcement, withdrawal})
        EXPECT_TRUE(mina.get(path).says("This waits for a second person already: Jun asked for it")) << path;
    EXPECT_EQ(tests::confirm_last(service_, mina).status, 303);
    EXPECT_EQ(state(), "deliberation");
    EXPECT_TRUE(mina.get("/office/2014/two-people").says("It cannot be confirmed any more"))
        << "the announcement of what was withdrawn";
}

TEST_F(result_by_two, T5_revoking_a_prize_or_a_certificate_waits_for_a_second_person) {
    ratify();
    announce(jun, mina, hash);
    const auto entry = "/office/2014/corrections/" + number(laid_.entries[0]);
    EXPECT_EQ(jun.post(entry, minutes({{"action", "revoke"}, {"public_note", "Given back."}})).location(),
              "/office/2014/two-people");
    EXPECT_TRUE(mina.get(entry).says("This waits for a second person already"));
    EXPECT_TRUE(mina.get("/office/2014/two-people").says("City1: Project 1"));
    EXPECT_TRUE(mina.get("/office/2014/two-people").says("Given back."));
    EXPECT_EQ(tests::confirm_last(service_, jun).status, 409);
    EXPECT_EQ(tests::confirm_last(service_, mina).status, 303);
    EXPECT_TRUE(mina.get("/office/2014/corrections").says("Revoked"));
    const auto one = service_.value<std::string>(
        "select cast(min(id) as text) from certificate where kind = 'judge' and state = 'issued'");
    const auto certificate = "/office/2014/certificates/" + one;
    EXPECT_EQ(jun.post(certificate, {{"action", "revoke"}, {"reason", "Issued by mistake"}}).status, 303);
    EXPECT_TRUE(mina.get(certificate).says("This waits for a second person already"));
    EXPECT_EQ(tests::confirm_last(service_, mina).status, 303);
    EXPECT_TRUE(mina.get(certificate).says("Issued by mistake"));
}

}  // namespace
