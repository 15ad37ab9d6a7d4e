// The tables as words and as drawings, and the refusals by their names.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace {

using namespace workflow;

TEST(edges, are_the_tables_as_words) {
    const auto edges = list_edges();
    EXPECT_EQ(edges.size(), 17U + 19U + 18U + 2U);
    EXPECT_EQ(edges.front(), (edge{"edition", "planned", "open_call", "open"}));
    EXPECT_EQ(edges.back(), (edge{"certificate", "issued", "revoke", "revoked"}));
}

TEST(edges, name_every_guard) {
    int without = 0;
    for (const auto& [which, name] : all_of<machine>)
        for (const auto& move : list_moves(which)) without += move.only_if.empty() ? 1 : 0;
    EXPECT_EQ(without, 1) << "archive alone has no guard";
}

TEST(drawings, are_the_ones_in_the_readme) {
    std::ifstream file(WEGO_SOURCE_DIR "/workflow/README.md");
    std::ostringstream text;
    text << file.rdbuf();
    for (const auto& [which, name] : all_of<machine>)
        EXPECT_NE(text.str().find("```mermaid\n" + draw_mermaid(which) + "```"), std::string::npos)
            << "The README does not show the " << name << " as the table has it:\n"
            << draw_mermaid(which);
}

TEST(drawings, speak_dot_too) {
    const auto drawing = draw_dot(machine::certificate);
    EXPECT_EQ(drawing,
              "digraph certificate {\n"
              "    rankdir=LR;\n"
              "    node [shape=box];\n"
              "    revoked [peripheries=2];\n"
              "    superseded [peripheries=2];\n"
              "    issued -> superseded [label=\"supersede\\nsecretariat\\n[replacement_is_ready]\"];\n"
              "    issued -> revoked [label=\"revoke\\nsecretariat\\n[revocation_is_due]\"];\n"
              "}\n");
}

TEST(refusal_codes, are_all_described) {
    EXPECT_EQ(all_of<refusal_code>.size(), static_cast<std::size_t>(refusal_code::settled_by_a_judge) + 1);
    std::size_t expected = 0;
    for (const auto& [code, name] : all_of<refusal_code>) {
        EXPECT_EQ(static_cast<std::size_t>(code), expected++) << name;
        EXPECT_EQ(find_named<refusal_code>(name), code);
    }
    EXPECT_EQ(find_named<refusal_code>("never"), std::nullopt);
}

}  // namespace
