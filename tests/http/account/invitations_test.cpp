// Invitations as who is invited meets them: by somebody new, by somebody known, in another's browser;
// accepted or declined.
#include "tests/http/account/ground.hpp"
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

class invitations : public office_test {
protected:
    invitations() { lay(); }

    // Kim is on the panel from the invitation on; the path of the link in the letter.
    std::string invite_judge(const std::string& name = "Kim", const std::string& email = "kim@example.org") {
        const auto sent = office.post(
            "/office/2014/panel", {{"email", email}, {"name", name}, {"part", "member"}, {"country", "CA"}});
        EXPECT_EQ(sent.status, 303);
        return service_.letters_to(email).back().link();
    }
    std::string invite_member(const std::string& email = "sofia@example.org") {
        EXPECT_EQ(office.post("/office/2014/team", {{"name", "Sofia"}, {"email", email}}).status, 303);
        return service_.letters_to(email).back().link();
    }
    std::string panel() { return office.get("/office/2014/panel").text(); }
};

TEST_F(invitations, sets_name_and_password_and_opens_nothing_before_one_time_codes) {
    const auto link = invite_judge();
    scan(service_, link);
    browser kim(service_);
    EXPECT_TRUE(kim.get(link).says("a judge"));
    EXPECT_EQ(kim.post(link, {{"name", ""}, {"password", service::good_password}}).status, 422);
    EXPECT_EQ(kim.post(link, {{"name", "Kim R."}, {"password", service::good_password}, {"answer", "accept"}})
                  .location(),
              "/account/second-factor");
    EXPECT_EQ(kim.get("/account").status, 403);
    EXPECT_EQ(kim.post(link, {{"name", "Eve"}, {"password", new_password}}).status, 404);
}

TEST_F(invitations, T6_of_somebody_known_says_so_and_greets_by_the_own_name) {
    service_.add_person("Kim");
    const auto link = invite_judge("KIM, Prof.");
    const auto letter = service_.letters_to("kim@example.org").back();
    EXPECT_THAT(letter.content, testing::HasSubstr("\"has_account\":true"));
    EXPECT_EQ(service_.value<std::string>("select to_name from letter where to_address = 'kim@example.org'"),
              "Kim");
    browser kim(service_);
    EXPECT_FALSE(kim.get(link).says("Choose a password"));
    const auto to_sign_in = kim.post(link, {{"answer", "accept"}}).location();
    EXPECT_THAT(to_sign_in, testing::StartsWith("/sign-in?next=/invitation/"));
    EXPECT_FALSE(kim.is_signed_in());
    EXPECT_EQ(kim.post("/sign-in",
                       {{"email", "kim@example.org"}, {"password", service::good_password}, {"next", link}})
                  .location(),
              link);
    EXPECT_EQ(kim.post(link, {{"answer", "accept"}}).location(), "/judging");
}

TEST_F(invitations, T5_the_mere_invitation_takes_no_applicant_from_the_own_entries) {
    const auto person = service_.add_person("Kim");
    invite_judge();
    browser kim(service_);
    EXPECT_EQ(sign_in(kim, "kim@example.org").location(), "/my");
    EXPECT_EQ(kim.get("/my").status, 200);
    EXPECT_EQ(kim.get("/judging").status, 403) << "judging wants one-time codes";
    service_.run("update judge set accepted_at = clock_timestamp() where person_id = :id", {{"id", person}});
    EXPECT_EQ(kim.get("/my").status, 403);
}

TEST_F(invitations, T6_opened_while_another_is_signed_in_says_whose_it_is) {
    service_.add_person("Kim");
    const auto link = invite_judge();
    browser mina(service_);
    mina.sign_in_as(service_.add_person("Nina"));
    const auto page = mina.get(link);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("You are signed in as Nina")) << page.text();
    EXPECT_TRUE(page.says("Sign out"));
    EXPECT_EQ(mina.post(link, {{"answer", "accept"}}).status, 409);
}

TEST_F(invitations, T6_of_a_judge_can_be_declined_which_the_secretariat_sees_and_asks_again) {
    auto link = invite_judge();
    EXPECT_THAT(panel(), testing::HasSubstr("Invited, no answer yet"));
    browser kim(service_);
    EXPECT_EQ(kim.post(link, {{"answer", "decline"}}).status, 303);
    EXPECT_THAT(panel(), testing::HasSubstr("Declined"));
    EXPECT_EQ(kim.get(link).status, 404);
    const auto judge = number(service_.value<workflow::judge_id>("select max(id) from judge"));
    EXPECT_TRUE(office.get("/office/2014/panel/" + judge).says("Invite once more"));
    office.post("/office/2014/panel/" + judge + "/invitation");
    EXPECT_THAT(panel(), testing::HasSubstr("Invited, no answer yet"));
    link = service_.letters_to("kim@example.org").back().link();
    EXPECT_EQ(
        kim.post(link, {{"name", "Kim"}, {"password", service::good_password}, {"answer", "accept"}}).status,
        303);
    EXPECT_THAT(panel(), testing::HasSubstr("Terms to accept"));
}

TEST_F(invitations, T6_of_a_member_can_be_declined_and_sent_again) {
    const auto first = invite_member();
    const auto person = number(service_.value<workflow::person_id>("select max(id) from person"));
    office.post("/office/2014/team/" + person, {{"act", "invite_again"}});
    EXPECT_EQ(browser(service_).get(first).status, 404) << "the newer letter took its place";
    const auto link = service_.letters_to("sofia@example.org").back().link();
    EXPECT_EQ(browser(service_).post(link, {{"answer", "decline"}}).status, 303);
    EXPECT_THAT(panel(), testing::HasSubstr("Declined"));
    EXPECT_EQ(office.get("/office/2014/team/" + person).status, 404);
    EXPECT_NE(invite_member(), link) << "and may be asked once more";
}

}  // namespace
}  // namespace tests
