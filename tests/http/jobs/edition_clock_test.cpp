// Each move that the clock makes, on a real database: at its instant, once, and also when the service was
// down when the instant came.
#include "tests/http/jobs/ground.hpp"
#include "workflow/names.hpp"

#include <future>

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using edition_clock = tests::clock_test;

TEST_F(edition_clock, opens_the_call_at_its_instant_and_once) {
    lay_call(workflow::edition_state::planned, 30, 90);
    clock_.tick();
    EXPECT_EQ(in_state(), "planned");
    lay_call(workflow::edition_state::planned, -1, 90);
    clock_.tick(), clock_.tick();
    EXPECT_EQ(in_state(), "open");
    EXPECT_THAT(clock_.moved, ElementsAre("2014 open_call"));
    EXPECT_EQ(events("open_call"), 1);
    EXPECT_EQ(clock_.public_changes, 1);
    EXPECT_EQ(count("select count(*) from letter"), 0);
    EXPECT_THAT(clock_.failures, IsEmpty());
}

TEST_F(edition_clock, E4_closes_the_call_only_after_the_grace_period_and_once) {
    lay_call(workflow::edition_state::open, -90, -9, 10);
    clock_.tick();
    EXPECT_EQ(in_state(), "open");
    lay_call(workflow::edition_state::open, -90, -11, 10);
    clock_.tick(), clock_.tick();
    EXPECT_EQ(in_state(), "screening");
    EXPECT_THAT(clock_.moved, ElementsAre("2014 close_call"));
    EXPECT_EQ(events("close_call"), 1);
    EXPECT_EQ(clock_.public_changes, 1);
}

TEST_F(edition_clock, E4_drafts_lapse_at_the_close_but_for_cities_whose_extension_still_holds) {
    lay_call(workflow::edition_state::open, -90, -1);
    const auto late = add_entry("Busan", "KR", workflow::entry_state::draft),
               extended = add_entry("Jakarta", "ID", workflow::entry_state::draft),
               run_out = add_entry("Moscow", "RU", workflow::entry_state::draft),
               whole = add_entry("Seoul", "KR", workflow::entry_state::submitted);
    extend_for_city_of(extended, 60), extend_for_city_of(run_out, -1);
    clock_.tick(), clock_.tick();
    EXPECT_EQ(state_of(late), "lapsed");
    EXPECT_EQ(state_of(extended), "draft");
    EXPECT_EQ(state_of(run_out), "lapsed");
    EXPECT_EQ(state_of(whole), "submitted");
    EXPECT_EQ(events("lapse"), 2);
    EXPECT_THAT(clock_.failures, IsEmpty());
}

TEST_F(edition_clock, overdue_completions_lapse_once_and_give_their_place_back) {
    lay_call(workflow::edition_state::screening, -90, -60);
    const auto overdue = add_entry("Busan", "KR", workflow::entry_state::returned),
               in_time = add_entry("Jakarta", "ID", workflow::entry_state::returned);
    set_due(overdue, -1), set_due(in_time, 60);
    clock_.tick(), clock_.tick();
    EXPECT_EQ(state_of(overdue), "lapsed");
    EXPECT_EQ(state_of(in_time), "returned");
    EXPECT_EQ(events("lapse"), 1);
    EXPECT_EQ(count("select count(*) from entry where place is not null"), 1);
    EXPECT_EQ(service_.letters_to("busan@example.org").back().occasion, "completion_missed") << "T6";
    EXPECT_EQ(count("select count(*) from letter"), 1) << "once, and to nobody else";
    EXPECT_THAT(clock_.failures, IsEmpty());
}

TEST_F(edition_clock, E4_a_draft_lapses_when_its_city_s_extension_runs_out) {
    lay_call(workflow::edition_state::open, -90, -1);
    const auto draft = add_entry("Jakarta", "ID", workflow::entry_state::draft),
               other = add_entry("Moscow", "RU", workflow::entry_state::draft);
    extend_for_city_of(draft, 60), extend_for_city_of(other, 60);
    clock_.tick(), clock_.tick();
    EXPECT_EQ(events("lapse"), 0);
    service_.run(
        "update extension set until = now() - interval '1 minute' where city_id = (select city_id from entry "
        "where id = :id)",
        {{"id", draft}});
    clock_.tick(), clock_.tick();
    EXPECT_EQ(state_of(draft), "lapsed");
    EXPECT_EQ(state_of(other), "draft");
    EXPECT_EQ(events("lapse"), 1);
    EXPECT_THAT(clock_.failures, IsEmpty());
}

// The clock of the service itself, which was down when the instant came.
TEST_F(edition_clock, does_after_a_restart_what_was_due_meanwhile) {
    lay_call(workflow::edition_state::planned, -600, 90);
    std::promise<std::string> moved;
    bool is_public_told = false;
    jobs::background restarted(
        service_.settings(), {{"en", [](std::string_view text) { return std::string(text); }}},
        {[](auto, auto) {}, [](auto, auto) {},
         [&](auto slug, auto action) { moved.set_value(std::string(slug) + " " + std::string(action)); }},
        [&] { is_public_told = true; });
    restarted.start();
    auto told = moved.get_future();
    // So long only where it never comes.
    const bool is_told = told.wait_for(std::chrono::minutes(1)) == std::future_status::ready;
    restarted.stop();
    ASSERT_TRUE(is_told);
    EXPECT_EQ(told.get(), "2014 open_call");
    EXPECT_TRUE(is_public_told);
    EXPECT_EQ(in_state(), "open");
    EXPECT_EQ(events("open_call"), 1);
}

TEST_F(edition_clock, finds_due_in_each_state_what_the_table_gives_to_the_clock) {
    lay();
    for (const auto& [state, name] : workflow::all_of<workflow::edition_state>) {
        service_.run(R"(update edition set state = :state, announce_at = now() - interval '1 minute',
                            announced_at = case when :state in ('announced', 'archived') then now() end)",
                     {{"state", state}});
        std::vector<workflow::edition_action> due;
        for (const auto& one : service_.with_database([](auto& db) { return store::list_due_moves(db); }))
            due.push_back(one.action);
        EXPECT_EQ(due, workflow::moves_open_to(workflow::role::clock, state)) << name;
    }
}

TEST_F(edition_clock, refuses_as_an_error_an_action_that_the_table_does_not_give_to_it) {
    lay();
    std::set<workflow::edition_action> of_the_clock;
    for (const auto& [state, name] : workflow::all_of<workflow::edition_state>)
        for (const auto action : workflow::moves_open_to(workflow::role::clock, state))
            of_the_clock.insert(action);
    store::database db(service_.settings().database.connection, store::limits{});
    db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
    for (const auto& [action, name] : workflow::all_of<workflow::edition_action>) {
        const store::due_move due{edition_, "2014", action};
        if (of_the_clock.contains(action))
            EXPECT_FALSE(jobs::make_due_move(db, due, "").has_value()) << name;  // not in this state
        else
            EXPECT_THROW(jobs::make_due_move(db, due, ""), std::logic_error) << name;
    }
}

using announcing_clock = tests::announcement_clock_test;

TEST_F(announcing_clock, P3_announces_at_the_instant_and_once) {
    announce_in(30);
    clock_.tick();
    EXPECT_EQ(in_state(), "decided");
    EXPECT_EQ(count(results_), 0);
    announce_in(-1);
    clock_.tick();
    const auto letters = count("letter"), certificates = count("certificate");
    clock_.tick();
    EXPECT_EQ(in_state(), "announced");
    EXPECT_THAT(clock_.moved, ElementsAre("2014 announce"));
    EXPECT_EQ(clock_.public_changes, 1);
    EXPECT_EQ(count("audit_event where action = 'announce'"), 1);
    EXPECT_EQ(count(results_), 4);
    EXPECT_EQ(count("letter"), letters);
    EXPECT_EQ(count("certificate"), certificates);
    EXPECT_TRUE(tests::browser(service_).get("/editions/2014/winners").says("City1"));
}

TEST_F(announcing_clock, P3_announces_nothing_while_the_list_of_recipients_is_another_one) {
    announce_in(-1);
    service_.run("update result_recipient set won = not won");
    clock_.tick();
    EXPECT_EQ(in_state(), "decided");
    EXPECT_THAT(clock_.moved, IsEmpty());
    EXPECT_THAT(clock_.failures, ElementsAre(testing::StartsWith("clock 2014 announce: ")));
    for (const auto& nothing : {results_, std::string("prize"), std::string("certificate"),
                                std::string("audit_event where action = 'announce'")})
        EXPECT_EQ(count(nothing), 0) << nothing;
    EXPECT_EQ(clock_.public_changes, 0);
    tests::browser mina(service_);
    const auto overview = mina.sign_in_as(mina_).get("/office/2014");
    EXPECT_TRUE(overview.says("is due and the clock is at it")) << overview.text();
    service_.run("update result_recipient set won = not won");
    clock_.tick();
    EXPECT_EQ(in_state(), "announced");
}

}  // namespace
