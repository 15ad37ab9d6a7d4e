// What stands on record has its sentence: each kind of decision and each occasion of a letter.
#include "server/features/office/record.hpp"

#include <gtest/gtest.h>

#include <set>

#include "notifications/occasion.hpp"
#include "workflow/names.hpp"

namespace {

TEST(record_words, every_kind_of_decision_has_a_sentence_of_its_own) {
    std::set<std::string> said;
    for (const auto& [kind, name] : workflow::all_of<workflow::decision_kind>) {
        EXPECT_TRUE(features::words_for_decision(kind).translated) << name;
        EXPECT_TRUE(said.insert(std::string(features::words_for_decision(kind).text)).second) << name;
    }
}

TEST(record_words, every_occasion_of_a_letter_has_its_sentence) {
    for (const auto& [occasion, name] : workflow::all_of<notifications::occasion>)
        EXPECT_TRUE(features::words_for_occasion(name).translated) << name;
}

}  // namespace
