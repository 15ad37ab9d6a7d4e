// The log's words beside the lifecycles': a move is an event about its machine, and nothing that was done
// shares a word with a move.
#include "workflow/audit_words.hpp"

#include <gtest/gtest.h>

#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace {

TEST(audit_words, every_machine_is_a_subject) {
    for (const auto& [machine, name] : workflow::all_of<workflow::machine>)
        EXPECT_TRUE(workflow::find_named<workflow::audit_subject>(name)) << name;
}

TEST(audit_words, no_act_is_the_word_of_a_move) {
    for (const auto& edge : workflow::list_edges())
        EXPECT_FALSE(workflow::find_named<workflow::audit_action>(edge.action)) << edge.action;
}

}  // namespace
