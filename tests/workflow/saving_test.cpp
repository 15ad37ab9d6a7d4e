// What a save that arrives means beside what is stored meanwhile (E2, J4).
#include "workflow/saving.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using workflow::judge_save;
using enum workflow::save_verdict;

TEST(saving, E2_writes_what_is_based_on_what_is_stored) {
    EXPECT_EQ(judge_save({"new", true, "old", {}}), write);
    EXPECT_EQ(judge_save({"", true, "old", "old"}), write) << "emptied is a change too";
    EXPECT_EQ(judge_save({"old", true, "old", {}}), nothing_new);
}

TEST(saving, E2_a_field_that_only_somebody_else_changed_is_no_conflict) {
    EXPECT_EQ(judge_save({"old", false, "theirs", "old"}), left_alone);
    EXPECT_EQ(judge_save({"theirs", false, "theirs", "old"}), nothing_new) << "both wrote the same";
    EXPECT_EQ(judge_save({"mine", false, "theirs", "old"}), stale);
    EXPECT_EQ(judge_save({"mine", false, "theirs", {}}), stale) << "nobody knows what it is based on";
}

TEST(saving, E2_never_writes_over_what_its_sender_has_not_seen) {
    EXPECT_TRUE(rc::check([](const std::string& given, const std::string& stored, const std::string& base,
                             bool current, bool known) {
        const auto verdict = judge_save(
            {given, current, stored, known ? std::optional<std::string_view>(base) : std::nullopt});
        if (!current) RC_ASSERT(verdict != write);
        // What its sender typed is stored, is written, or is put before a person.
        if (verdict == left_alone) RC_ASSERT(known && given == base);
        if (verdict == nothing_new) RC_ASSERT(given == stored);
    }));
}

}  // namespace
