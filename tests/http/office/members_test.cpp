// The secretariat keeps its own ranks (T5): a second member confirms a new one, two end a membership.
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

class office_members : public office_test {
protected:
    office_members() {
        lay();
        second_ = service_.add_secured_person("Olga");
        service_.with_database([&](store::database& db) { put_in_office(db, second_, edition_); });
        olga.sign_in_as(second_);
    }

    // Sofia has an account, and accepts.
    workflow::person_id invite_sofia(const std::string& leads_to = "/account") {
        const auto sofia = service_.add_secured_person("Sofia");
        EXPECT_EQ(
            office.post("/office/2014/team", {{"name", "Sofia"}, {"email", "sofia@example.org"}}).status,
            303);
        browser one(service_);
        one.sign_in_as(sofia);
        EXPECT_EQ(one.post(service_.letters_to("sofia@example.org").back().link(), {{"answer", "accept"}})
                      .location(),
                  leads_to);
        return sofia;
    }
    static std::string page_of(workflow::person_id person) { return "/office/2014/team/" + number(person); }

    workflow::person_id second_{};
    browser olga{service_};
};

TEST_F(office_members, T5_a_new_member_acts_once_a_second_one_has_confirmed) {
    const auto sofia = invite_sofia();
    browser one(service_);
    one.sign_in_as(sofia);
    EXPECT_EQ(one.get("/office/2014").status, 404);
    EXPECT_FALSE(service_.letters_to("olga@example.org").empty()) << "who decides hears of it";
    EXPECT_TRUE(office.get(page_of(sofia)).says("another member of the secretariat confirms"));
    EXPECT_EQ(office.post(page_of(sofia), {{"act", "confirm"}}).status, 409) << "who invited is no second";
    EXPECT_EQ(one.get("/office/2014").status, 404);
    EXPECT_TRUE(olga.get("/office/2014").says("Does Sofia belong to the secretariat?"));
    EXPECT_FALSE(office.get("/office/2014").says("Does Sofia belong"));
    service_.run("update session set second_factor_at = clock_timestamp() - interval '6 minutes'");
    EXPECT_EQ(olga.post(page_of(sofia), {{"act", "confirm"}}).status, 403)
        << "a proof of presence, under five minutes old";
    service_.run("update session set second_factor_at = clock_timestamp()");
    EXPECT_EQ(olga.post(page_of(sofia), {{"act", "confirm"}}).status, 303);
    EXPECT_EQ(one.get("/office/2014").status, 200);
    EXPECT_EQ(service_.letters_to("sofia@example.org").back().occasion, "membership_confirmed");
}

TEST_F(office_members, T5_the_first_one_beside_a_single_member_needs_no_second) {
    service_.run("update secretariat set ended_at = now(), ended_by = person_id where person_id <> :id",
                 {{"id", mina_}});
    const auto sofia = invite_sofia("/office");
    browser one(service_);
    one.sign_in_as(sofia);
    EXPECT_EQ(one.get("/office/2014").status, 200);
}

TEST_F(office_members, T5_a_membership_ends_by_two_and_its_sessions_at_once) {
    const auto sofia = invite_sofia();
    olga.post(page_of(sofia), {{"act", "confirm"}});
    browser one(service_);
    one.sign_in_as(sofia);
    EXPECT_EQ(office.post(page_of(sofia), {{"act", "end"}, {"reason", ""}}).status, 422);
    EXPECT_EQ(office.post(page_of(sofia), {{"act", "end"}, {"reason", "She has left the city"}}).status, 303);
    EXPECT_EQ(one.get("/office/2014").status, 200) << "one alone ends nothing";
    EXPECT_EQ(office.post(page_of(sofia), {{"act", "end"}, {"reason", "Once more"}}).status, 409);
    EXPECT_TRUE(olga.get(page_of(sofia)).says("She has left the city"));
    EXPECT_EQ(olga.post(page_of(sofia), {{"act", "end"}}).status, 303);
    EXPECT_EQ(one.get("/account").status, 401);
    const auto letter = service_.letters_to("sofia@example.org").back();
    EXPECT_EQ(letter.occasion, "membership_ended");
    EXPECT_THAT(letter.content, testing::HasSubstr("She has left the city"));
}

TEST_F(office_members, T5_who_was_to_go_stays_by_a_word_and_anybody_may_go) {
    const auto sofia = invite_sofia();
    olga.post(page_of(sofia), {{"act", "confirm"}});
    olga.post(page_of(sofia), {{"act", "end"}, {"reason", "By mistake"}});
    EXPECT_EQ(olga.post(page_of(sofia), {{"act", "keep"}}).status, 303);
    EXPECT_EQ(office.post(page_of(sofia), {{"act", "keep"}}).status, 409);
    EXPECT_EQ(olga.post(page_of(second_), {{"act", "end"}, {"reason", "I retire"}}).location(), "/");
    EXPECT_EQ(olga.get("/office/2014").status, 401);
}

TEST_F(office_members, T5_an_invitation_is_taken_back_by_one) {
    EXPECT_EQ(office.post("/office/2014/team", {{"name", "Nina"}, {"email", "nina@example.org"}}).status,
              303);
    const auto nina =
        service_.value<workflow::person_id>("select id from person where email = 'nina@example.org'");
    const auto link = service_.letters_to("nina@example.org").back().link();
    const auto taken_back = office.post(page_of(nina), {{"act", "end"}, {"reason", "Another address"}});
    EXPECT_EQ(taken_back.status, 303);
    EXPECT_FALSE(office.follow(taken_back).says("gets a letter")) << "T6: none goes";
    EXPECT_EQ(browser(service_)
                  .post(link, {{"name", "Nina"}, {"password", service::good_password}, {"answer", "accept"}})
                  .status,
              404);
}

// The second lock, as the secretariat's own role.
TEST_F(office_members, T5_the_database_lets_nobody_confirm_whom_it_invited_nor_end_alone) {
    const auto sofia = invite_sofia();
    const auto as_office = [&](std::string_view set) {
        service_.with_database([&](store::database& db) {
            db.act_as(store::database_role::secretariat, mina_);
            db.run("update secretariat set " + std::string(set) +
                       " where person_id = :sofia and edition_id = :edition",
                   {{"sofia", sofia}, {"edition", edition_}});
        });
    };
    const auto mine = std::to_string(workflow::value(mina_));
    const auto another = std::to_string(workflow::value(second_));
    EXPECT_ANY_THROW(as_office("confirmed_at = now(), confirmed_by = " + mine));
    EXPECT_ANY_THROW(as_office("confirmed_at = now(), confirmed_by = " + another));
    olga.post(page_of(sofia), {{"act", "confirm"}});
    EXPECT_ANY_THROW(as_office("ended_at = now(), ended_by = " + mine));
    EXPECT_ANY_THROW(as_office("end_asked_at = now(), end_asked_by = " + another));
    EXPECT_ANY_THROW(
        as_office("end_asked_at = now(), end_asked_by = " + mine + ", ended_at = now(), ended_by = " + mine));
    EXPECT_NO_THROW(as_office("end_asked_at = now(), end_asked_by = " + mine));
    EXPECT_ANY_THROW(as_office("confirmed_at = null"));
}

TEST_F(office_members, J12_who_judges_and_is_of_the_secretariat_is_shown_as_both_on_every_page_of_them) {
    add_judge("Ann", "CA");
    EXPECT_FALSE(office.get("/office/2014/panel").says("also of the secretariat"));
    const auto judge = service_.with_database([&](store::database& db) {
        return judge_built{.edition = edition_, .person = second_, .name = "Olga", .country = "FR"}.put(db);
    });
    const auto panel = office.get("/office/2014/panel");
    EXPECT_TRUE(panel.says("Member, also of the secretariat")) << panel.text();
    EXPECT_TRUE(panel.says("This edition, also a judge")) << panel.text();
    EXPECT_TRUE(office.get("/office/2014/panel/" + number(judge)).says("Also of the secretariat Yes"));
    EXPECT_TRUE(office.get(page_of(second_)).says("Also a judge of this edition Yes"));
    service_.run("update judge set left_at = now() where id = :id", {{"id", judge}});
    EXPECT_FALSE(office.get(page_of(second_)).says("Also a judge"));
}

TEST_F(office_members, T5_the_only_member_is_told_that_nobody_else_has_to_confirm) {
    const auto invited = [&](const char* name, const char* address) {
        office.post("/office/2014/team", {{"name", name}, {"email", address}});
        return office.get("/office/2014/panel");
    };
    EXPECT_TRUE(invited("Sofia", "sofia@example.org").says("Another member has to confirm it"));
    service_.with_database([&](store::database& db) {
        for (const auto other : {jun_, second_}) close_account(db, other);
    });
    EXPECT_TRUE(invited("Erik", "erik@example.org").says("nobody else has to confirm it"));
}

}  // namespace
}  // namespace tests
