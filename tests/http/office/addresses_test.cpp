// An invited judge's address: in any spelling, corrected while nobody has confirmed it, and what could not be
// delivered before.
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

class office_addresses : public office_pages {
protected:
    page invite(std::string email, std::string name = "Chris Moore") {
        return office.post(
            "/office/2014/panel",
            {{"email", std::move(email)}, {"name", std::move(name)}, {"part", "member"}, {"country", "CA"}});
    }
    std::string panel(std::string_view rest) {
        return "/office/2014/panel/" + std::to_string(count("select max(id) from judge")) + std::string(rest);
    }
    std::string address() {
        return service_.value<std::string>("select email from person order by id desc limit 1");
    }
    std::int64_t good_links() { return count("select count(*) from mail_link where used_at is null"); }
    void let_fail() {
        service_.run("update letter set state = 'failed', last_error = '550 no such mailbox'");
    }
    std::int64_t letter() { return count("select max(id) from letter where state = 'failed'"); }
};

TEST_F(office_addresses, in_capitals_and_of_other_scripts_are_invited) {
    lay();
    ASSERT_EQ(invite("Chris-Moore@Panel.Example").status, 303);
    EXPECT_EQ(address(), "chris-moore@panel.example");
    ASSERT_EQ(invite("Max@XN--MLLER-KVA.de", "Max").status, 303);
    EXPECT_EQ(address(), "max@müller.de");
    const auto twice = invite("CHRIS-MOORE@panel.example");
    EXPECT_EQ(twice.status, 422);
    EXPECT_TRUE(twice.says("This person is on the panel already.")) << twice.text();
}

TEST_F(office_addresses, that_the_mailer_would_not_send_to_are_refused_at_the_door) {
    lay();
    for (const char* bad : {"a..b@x.example", "max@x", "chris\u00a0moore@panel.example", "ä@x.example"}) {
        const auto answer = invite(bad);
        EXPECT_EQ(answer.status, 422) << bad;
        EXPECT_TRUE(answer.says("Enter an e-mail address")) << answer.text();
        EXPECT_EQ(office.post("/office/2014/team", {{"name", "Nina"}, {"email", bad}}).status, 422) << bad;
    }
    EXPECT_EQ(count("select count(*) from letter"), 0);
}

TEST_F(office_addresses, of_a_judge_are_corrected_and_what_failed_goes_there) {
    lay();
    ASSERT_EQ(invite("chris@pannel.example").status, 303);
    const auto old_link = service_.letters_to("chris@pannel.example").back().link();
    let_fail();
    EXPECT_TRUE(office.get("/office/2014/letters?state=failed").says("Correct the address of Chris Moore"));
    const auto wrong = office.post(panel("/address"), {{"email", "chris@"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Enter an e-mail address"));
    EXPECT_EQ(office.post(panel("/address"), {{"email", "mina@example.org"}}).status, 422)
        << "somebody else's";
    ASSERT_EQ(office.post(panel("/address"), {{"email", "Chris@Panel.example"}}).status, 303);
    EXPECT_EQ(address(), "chris@panel.example");
    browser judge(service_);
    EXPECT_EQ(judge.get(old_link).status, 404);
    EXPECT_EQ(judge.get(service_.letters_to("chris@panel.example").back().link()).status, 200);
    EXPECT_FALSE(office.get("/office/2014").says("could not be delivered"));
    EXPECT_TRUE(office.get("/office/2014/log").says("Address of a judge corrected"));
}

TEST_F(office_addresses, T3_that_somebody_has_confirmed_are_theirs) {
    lay();
    const auto kim = add_judge("Kim", "CA");
    office.post("/office/2014/panel/" + number(kim.id) + "/address", {{"email", "mine@example.org"}});
    EXPECT_EQ(count("select count(*) from person where email = 'mine@example.org'"), 0);
    service_.run("update judge set terms_accepted_at = null");
    office.post("/office/2014/panel/" + number(kim.id) + "/address", {{"email", "mine@example.org"}});
    EXPECT_EQ(count("select count(*) from person where email = 'mine@example.org'"), 0);
}

TEST_F(office_addresses, an_invitation_sent_again_replaces_the_one_before) {
    lay();
    ASSERT_EQ(invite("chris@panel.example").status, 303);
    for (int press = 0; press < 4; ++press) ASSERT_EQ(office.post(panel("/invitation")).status, 303);
    EXPECT_EQ(good_links(), 1);
    EXPECT_EQ(count("select count(*) from letter where state = 'queued'"), 1)
        << "the older ones do not go out";
    EXPECT_EQ(count("select count(*) from letter where facts ~ '/invitation/[A-Za-z0-9_-]{43}'"), 1);
}

TEST_F(office_addresses, a_failed_invitation_goes_out_with_a_link_that_is_good) {
    lay();
    ASSERT_EQ(invite("chris@panel.example").status, 303);
    let_fail();
    service_.run("update mail_link set expires_at = clock_timestamp() - interval '1 day'");
    ASSERT_EQ(office.post("/office/2014/letters/" + std::to_string(letter()) + "/again").status, 303);
    browser judge(service_);
    EXPECT_EQ(judge.get(service_.letters_to("chris@panel.example").back().link()).status, 200);
    EXPECT_EQ(count("select count(*) from letter where state = 'failed'"), 0);
}

TEST_F(office_addresses, a_letter_that_nobody_needs_is_put_aside) {
    lay();
    ASSERT_EQ(invite("chris@panel.example").status, 303);
    let_fail();
    const auto settled = "/office/2014/letters/" + std::to_string(letter()) + "/settled";
    ASSERT_EQ(office.post(settled).status, 303);
    EXPECT_EQ(office.post(settled).status, 404);
    EXPECT_FALSE(office.get("/office/2014").says("could not be delivered"));
    EXPECT_TRUE(office.get("/office/2014/letters").says("Put aside"));
    EXPECT_EQ(count("select count(*) from letter where facts ~ '/invitation/[A-Za-z0-9_-]{43}'"), 0);
}

}  // namespace
}  // namespace tests
