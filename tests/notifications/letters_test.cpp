#include <gtest/gtest.h>

#include "notifications/delivery.hpp"
#include "notifications/letter.hpp"
#include "notifications/wording.hpp"
#include "workflow/names.hpp"

namespace {

using namespace notifications;
using namespace std::chrono_literals;

TEST(letters, every_occasion_has_its_content_its_audience_and_its_name) {
    const auto& occasions = workflow::all_of<occasion>;
    ASSERT_EQ(letter_kinds.size(), occasions.size());
    for (std::size_t at = 0; at < occasions.size(); ++at) {
        EXPECT_EQ(letter_kinds[at].about, occasions[at].value) << occasions[at].name;
        EXPECT_FALSE(letter_kinds[at].name.empty()) << occasions[at].name;
    }
}

TEST(letters, P3_only_letters_from_the_announcement_on_tell_a_result) {
    for (const auto& [what, name] : workflow::all_of<occasion>) {
        const bool is_after = what >= occasion::result_won && what < occasion::edition_cancelled;
        EXPECT_EQ(kind_of(what).tells_the_result, is_after) << name;
    }
}

TEST(letters, carry_each_member_as_a_fact_of_its_name) {
    reminder_deadline_content about;
    about.entry_title = "One counter";
    about.missing = {{"the contact"}, {"the declaration"}};
    const auto written =
        write_letter({"The 2nd WeGO Awards", "WeGO", "https://a.example", "office@a.example", true},
                     {"Ada", "ada@city.example"}, about, "1@a.example");
    EXPECT_EQ(written.about, occasion::reminder_deadline);
    EXPECT_EQ(written.to_address, "ada@city.example");
    EXPECT_EQ(std::get<std::string>(written.content.at("entry_title")), "One counter");
    EXPECT_TRUE(std::get<bool>(written.content.at("has_entry_title")));
    EXPECT_FALSE(std::get<bool>(written.content.at("has_city_name")));
    EXPECT_TRUE(std::get<bool>(written.content.at("demonstration")));
    EXPECT_EQ(std::get<std::vector<value_row>>(written.content.at("missing"))[1].at("what"),
              "the declaration");
    EXPECT_TRUE(std::get<bool>(written.content.at("has_missing")));
}

TEST(marked_texts, are_translated_with_their_placeholders) {
    const std::string text = "a {{#t}}Dear\n  {{name}},{{/t}} b";
    const auto french = [](std::string_view message) {
        EXPECT_EQ(message, "Dear {{name}},");
        return "Cher {{name}} :";
    };
    EXPECT_EQ(in_language(text, french), "a Cher {{name}} : b");
    EXPECT_THROW(in_language(text, [](std::string_view) { return "Cher"; }), bad_wording);
    EXPECT_THROW(in_language("{{#t}}open", untranslated), bad_wording);
    EXPECT_THROW(in_language("{{#t}}a{{#t}}b{{/t}}{{/t}}", untranslated), bad_wording);
    EXPECT_THROW(in_language("closed{{/t}}", untranslated), bad_wording);
}

TEST(delivery, a_refusal_lasts_only_where_it_speaks_of_this_letter) {
    using stage = conversation_stage;
    struct row {
        stage at;
        int code;
        attempt_result meaning;
    };
    const std::vector<row> rows{{stage::content, 250, attempt_result::accepted},
                                {stage::recipient, 550, attempt_result::lasting_failure},
                                {stage::content, 554, attempt_result::lasting_failure},
                                {stage::recipient, 552, attempt_result::temporary_failure},
                                {stage::content, 552, attempt_result::lasting_failure},
                                {stage::recipient, 450, attempt_result::temporary_failure},
                                {stage::connecting, 554, attempt_result::temporary_failure},
                                {stage::authenticating, 535, attempt_result::temporary_failure},
                                {stage::sender, 550, attempt_result::temporary_failure},
                                {stage::recipient, 530, attempt_result::temporary_failure},
                                {stage::content, 421, attempt_result::temporary_failure},
                                {stage::connecting, 0, attempt_result::temporary_failure}};
    for (const auto& [at, code, meaning] : rows)
        EXPECT_EQ(meaning_of_reply(at, code), meaning) << workflow::name_of(at) << " " << code;
}

TEST(delivery, delays_grow_to_a_written_end) {
    const retry_schedule plan;
    const workflow::instant queued{};
    auto now = queued;
    auto last_delay = 0s;
    int attempt = 1;
    for (;; ++attempt) {
        const auto next =
            after_attempt(plan, occasion::receipt, attempt_result::temporary_failure, attempt, queued, now);
        if (next.state == delivery_state::refused) break;
        ASSERT_EQ(next.state, delivery_state::queued);
        const auto delay = std::chrono::duration_cast<std::chrono::seconds>(*next.next_attempt_at - now);
        EXPECT_GE(delay, last_delay);
        EXPECT_LE(delay, plan.longest_delay);
        last_delay = delay;
        now = *next.next_attempt_at;
    }
    EXPECT_EQ(attempt, plan.attempts);
    EXPECT_LE(now - queued, plan.gives_up_after);
    EXPECT_EQ(
        after_attempt(plan, occasion::receipt, attempt_result::temporary_failure, 2, queued, queued + 80h)
            .state,
        delivery_state::refused);
}

TEST(delivery, an_unknown_outcome_waits_unless_a_person_waits_for_the_letter) {
    const workflow::instant now{};
    const auto after = [&](occasion about, attempt_result result) {
        return after_attempt({}, about, result, 1, now, now);
    };
    EXPECT_EQ(after(occasion::reset_password, attempt_result::unknown),
              (next_step{delivery_state::unknown, now}));
    EXPECT_EQ(after(occasion::result_won, attempt_result::unknown),
              (next_step{delivery_state::unknown, now + 15min}));
    EXPECT_EQ(after(occasion::result_won, attempt_result::accepted),
              (next_step{delivery_state::accepted, {}}));
    EXPECT_EQ(after(occasion::receipt, attempt_result::lasting_failure),
              (next_step{delivery_state::refused, {}}));
}

}  // namespace
