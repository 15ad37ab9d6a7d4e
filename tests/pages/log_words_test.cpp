// The stored words of the log find their sentences: each edge of the lifecycles, and each act and subject.
#include "server/features/office/log_words.hpp"

#include <gtest/gtest.h>

#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace {

TEST(log_words, every_edge_of_a_lifecycle_has_its_sentences) {
    for (const auto& edge : workflow::list_edges()) {
        EXPECT_TRUE(features::words_for_act(edge.machine, edge.action).translated) << edge.action;
        EXPECT_TRUE(features::words_for_state(edge.machine, edge.from).translated) << edge.from;
        EXPECT_TRUE(features::words_for_state(edge.machine, edge.to).translated) << edge.to;
    }
    EXPECT_EQ(features::words_for_act("scorecard", "make_void").text, "Made void");
}

TEST(log_words, every_act_and_subject_has_its_sentence) {
    for (const auto& [act, name] : workflow::all_of<workflow::audit_action>)
        EXPECT_TRUE(features::words_for_act("edition", name).translated) << name;
    for (const auto& [subject, name] : workflow::all_of<workflow::audit_subject>)
        EXPECT_TRUE(features::words_for_subject(name).translated) << name;
}

TEST(log_words, a_word_of_former_times_is_shown_as_it_is_stored) {
    EXPECT_EQ(features::words_for_act("edition", "looked_at").text, "looked at");
    EXPECT_EQ(features::words_for_act("city", "open_call").text, "open call");
    EXPECT_EQ(features::words_for_subject("old_thing").text, "old thing");
    EXPECT_FALSE(features::words_for_subject("old_thing").translated);
}

}  // namespace
