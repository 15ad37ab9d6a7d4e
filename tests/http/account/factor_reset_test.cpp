// A lost second factor (T5): two different members of the secretariat, a letter with a link
// that works once, the password, and only then a new factor.
#include "tests/support/builders.hpp"
#include "tests/support/service.hpp"

#include <gmock/gmock.h>

using tests::browser;
using tests::service;

namespace {

class factor_reset : public testing::Test {
protected:
    factor_reset() {
        service_.with_database([&](store::database& db) {
            tests::judge_built{.edition = tests::edition_built{}.put(db),
                               .person = judge_,
                               .name = "Judge",
                               .terms_accepted = false}
                .put(db);
        });
        one.sign_in_as(mina_), other.sign_in_as(jun_), judge.sign_in_as(judge_);
    }
    tests::page ask(browser& who, workflow::person_id about,
                    const std::string& reason = "Called back: telephone lost") {
        return who.post(url, {{"person", std::to_string(workflow::value(about))}, {"reason", reason}});
    }
    tests::page settle(browser& who, const std::string& outcome = "approved") {
        const auto id = service_.value<std::int64_t>("select max(id) from factor_reset");
        return who.post(url + "/" + std::to_string(id), {{"outcome", outcome}});
    }
    std::string link() {
        const auto letters = service_.letters_to("judge@example.org");
        for (auto one = letters.rbegin(); one != letters.rend(); ++one)
            if (one->occasion == "second_factor_reset") return one->link();
        return "";
    }
    std::string sent_link() {
        ask(one, judge_);
        settle(other);
        return link();
    }

    service service_;
    workflow::person_id mina_ = service_.add_secretariat("Mina"), jun_ = service_.add_secretariat("Jun"),
                        judge_ = service_.add_secured_person("Judge");
    browser one{service_}, other{service_}, judge{service_};
    const std::string url = "/office/2014/panel/second-factors";
    const std::string password{service::good_password};
};

}  // namespace

TEST_F(factor_reset, T5_needs_two_of_the_secretariat_then_the_link_and_the_password) {
    EXPECT_EQ(judge.get("/account").status, 200);
    EXPECT_EQ(ask(one, judge_).status, 303);
    EXPECT_EQ(service_.letters_to("jun@example.org").back().occasion, "attention_wanted");
    EXPECT_TRUE(link().empty());
    EXPECT_TRUE(other.get(url).says("Called back: telephone lost"));
    EXPECT_EQ(settle(other).status, 303);
    EXPECT_EQ(judge.get("/account").status, 401) << "all sessions end";

    browser fresh(service_);
    EXPECT_EQ(fresh.get(link()).status, 200);
    EXPECT_EQ(fresh.head(link()).status, 200);
    const auto begun = fresh.post(link(), {{"password", password}});
    EXPECT_EQ(begun.location(), "/account/second-factor");
    EXPECT_EQ(fresh.get("/judging").status, 403) << "it opens nothing but setting the factor up";
    EXPECT_EQ(fresh.post("/account/recovery-codes").status, 403);
    const auto form = fresh.get("/account/second-factor");
    const auto codes = fresh.post("/account/second-factor", {{"code", tests::code_of_page(service_, form)}});
    EXPECT_EQ(tests::recovery_codes_of(codes).size(), 10U);
    EXPECT_EQ(fresh.get("/judging/2014").location(), "/judging/2014/terms");
    EXPECT_EQ(service_.letters_to("judge@example.org").back().occasion, "second_factor_changed");
    EXPECT_EQ(service_.value<std::string>(R"(select string_agg(action, ' ' order by id) from audit_event
                                             where action like 'factor_reset%' or action = 'second_factor_set')"),
              "factor_reset_asked factor_reset_approved factor_reset_begun second_factor_set");
    EXPECT_EQ(service_.value<int>("select count(*) from session where resets_factor"), 0);
}

TEST_F(factor_reset, T3_nobody_approves_what_they_asked_for_nor_anything_about_themselves) {
    ask(one, judge_);
    EXPECT_EQ(settle(one).status, 409);
    browser again(service_);
    again.sign_in_as(mina_);
    EXPECT_EQ(settle(again).status, 409) << "nor in a second session";
    EXPECT_EQ(ask(one, mina_).status, 422);
    EXPECT_EQ(ask(one, jun_).status, 303);
    EXPECT_EQ(settle(other).status, 403);
    EXPECT_TRUE(link().empty());
    EXPECT_THROW(
        service_.run(
            "update factor_reset set outcome = 'approved', settled_by = asked_by, settled_at = now()"),
        store::failure);
    EXPECT_THROW(
        service_.run(
            "update factor_reset set outcome = 'approved', settled_by = person_id, settled_at = now()"),
        store::failure);
    EXPECT_EQ(service_.value<int>("select count(*) from factor_reset where outcome is not null"), 0);
}

TEST_F(factor_reset, the_link_works_once_for_a_short_while_and_not_after_a_newer_one) {
    const auto first = sent_link();
    const auto second = sent_link();
    EXPECT_NE(first, second);
    browser fresh(service_);
    EXPECT_EQ(fresh.get(first).status, 404);
    EXPECT_EQ(fresh.post(second, {{"password", password}}).status, 303);
    browser later(service_);
    EXPECT_EQ(later.get(second).status, 404);
    EXPECT_EQ(later.post(second, {{"password", password}}).status, 404);
    const auto third = sent_link();
    service_.run("update mail_link set expires_at = clock_timestamp() - interval '1 second'");
    EXPECT_EQ(later.get(third).status, 404);
    EXPECT_EQ(later.post(third, {{"password", password}}).status, 404);
}

TEST_F(factor_reset, a_letter_alone_opens_nothing_and_the_password_alone_neither) {
    const auto path = sent_link();
    browser thief(service_);
    EXPECT_EQ(thief.post(path, {{"password", ""}}).status, 422);
    tests::page answer;
    int tries = 0;
    for (; tries < 100 && answer.status != 429; ++tries) answer = thief.post(path, {{"password", "a guess"}});
    EXPECT_EQ(tries, service_.settings().security.sign_in_tries + 1);
    EXPECT_GT(std::stoi(answer.header("retry-after")), 0);
    EXPECT_FALSE(thief.is_signed_in());

    // Until a new factor is set the old one holds.
    browser knows_password(service_);
    knows_password.post("/sign-in", {{"email", "judge@example.org"}, {"password", password}});
    EXPECT_EQ(knows_password.get("/account/second-factor").status, 403);
    EXPECT_EQ(knows_password.post("/sign-in/code", {{"code", service_.code_now()}}).status, 303);
}

TEST_F(factor_reset, is_for_people_of_this_edition_and_by_its_secretariat_only) {
    const auto stranger = service_.add_secured_person("Stranger");
    EXPECT_EQ(ask(one, stranger).status, 422);
    const auto kept = ask(one, judge_, "");
    EXPECT_EQ(kept.status, 422);
    EXPECT_EQ(kept.value_of("person"), std::to_string(workflow::value(judge_)));
    EXPECT_EQ(ask(judge, judge_).status, 404);
    EXPECT_EQ(judge.get(url).status, 404);
    ask(one, judge_);
    ask(other, judge_);
    EXPECT_EQ(service_.value<int>("select count(*) from factor_reset"), 1) << "one waits already";
    EXPECT_EQ(settle(one, "declined").status, 303);
    EXPECT_EQ(settle(other).status, 404) << "it does not wait any more";
    EXPECT_TRUE(link().empty());
}
