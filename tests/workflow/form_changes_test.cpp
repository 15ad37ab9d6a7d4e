// E9: what changes when a form changes, and which answers it has no place for.
#include "workflow/form_changes.hpp"

#include <gtest/gtest.h>

#include <set>

#include "workflow/names.hpp"

namespace {

using workflow::answers;
using workflow::entry_form;
using workflow::form_change_kind;
using workflow::question;
using workflow::question_kind;

entry_form one_question(question asked) {
    return {"en", {{"project", "The project", "", {std::move(asked)}}}};
}
const entry_form no_question{"en", {{"project", "The project", "", {}}}};

question summary() {
    return {"summary", "Sum it up", "Short", question_kind::long_text, false, 100};
}
question stage() {
    return {"stage", "How far?", "", question_kind::choice, false, 0, {"Trial", "In use"}};
}
question consent() {
    return {"consent", "We agree", "", question_kind::yes_no};
}

// A change that is of one kind and no other.
struct made_change {
    form_change_kind kind;
    entry_form before, after;
    std::string says;
};

made_change changed(form_change_kind kind, const question& before,
                    const std::function<void(question&)>& change, std::string says) {
    auto after = before;
    change(after);
    return {kind, one_question(before), one_question(after), std::move(says)};
}

std::vector<made_change> changes_of_what_is_asked() {
    using enum form_change_kind;
    auto required = summary();
    required.required = true;
    return {
        {added, no_question, one_question(summary()), "“Sum it up” is a new question; it need not"},
        {added_required, no_question, one_question(required), "“Sum it up” is a new question, and has to"},
        {removed, one_question(summary()), no_question, "“Sum it up” is not asked any more."},
        changed(
            reworded, summary(), [](auto& q) { q.label = "Tell it"; },
            "“Sum it up” is now asked as “Tell it”."),
        changed(
            hint_changed, summary(), [](auto& q) { q.hint = "Long"; }, "“Sum it up” has another hint."),
        changed(
            kind_changed, summary(), [](auto& q) { q.kind = question_kind::url; }, "another kind of answer"),
        changed(
            choices_taken_away, stage(), [](auto& q) { q.choices = {"In use"}; },
            "no longer the choices: Trial."),
        changed(
            choices_added, stage(), [](auto& q) { q.choices.push_back("Idea"); }, "the new choices: Idea."),
    };
}

std::vector<made_change> changes_of_what_is_taken() {
    using enum form_change_kind;
    auto required = summary(), unlimited = summary(), names = summary(), declaration = consent();
    required.required = names.names_the_applicant = declaration.must_agree = true;
    unlimited.word_limit = 0;
    return {
        changed(
            limit_set, unlimited, [](auto& q) { q.word_limit = 40; }, "takes 40 words at most; there was no"),
        changed(
            limit_lowered, summary(), [](auto& q) { q.word_limit = 40; }, "40 words at most, no longer 100."),
        changed(
            limit_raised, summary(), [](auto& q) { q.word_limit = 400; },
            "up to 400 words, no longer only 100."),
        changed(
            limit_dropped, summary(), [](auto& q) { q.word_limit = 0; }, "no limit of words any more"),
        changed(
            made_required, summary(), [](auto& q) { q.required = true; },
            "“Sum it up” has to be answered now."),
        changed(
            made_optional, required, [](auto& q) { q.required = false; }, "need not be answered any more"),
        changed(
            made_declaration, consent(), [](auto& q) { q.must_agree = true; }, "only be answered with yes"),
        changed(
            declaration_dropped, declaration, [](auto& q) { q.must_agree = false; }, "answered with no now"),
        changed(
            shown_to_judges, names, [](auto& q) { q.names_the_applicant = false; },
            "is now shown to the judges"),
        changed(
            hidden_from_judges, summary(), [](auto& q) { q.names_the_applicant = true; }, "not shown to the"),
    };
}

std::vector<made_change> every_kind() {
    auto all = changes_of_what_is_asked();
    for (auto& one : changes_of_what_is_taken()) all.push_back(std::move(one));
    return all;
}

std::string sentence(const workflow::form_change& change) {
    std::string words(workflow::sentence_of(change.kind));
    for (const auto& [name, value] : workflow::particulars_of(change))
        if (const auto at = words.find("{" + name + "}"); at != words.npos)
            words.replace(at, name.size() + 2, value);
    return words;
}

std::size_t words_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

TEST(form_changes, E9_each_kind_of_change_comes_once_and_alone) {
    std::set<form_change_kind> seen;
    for (const auto& one : every_kind()) {
        SCOPED_TRACE(workflow::name_of(one.kind));
        const auto changes = workflow::list_form_changes(one.before, one.after);
        ASSERT_EQ(changes.size(), 1U);
        EXPECT_EQ(changes.front().kind, one.kind);
        EXPECT_NE(sentence(changes.front()).find(one.says), std::string::npos) << sentence(changes.front());
        EXPECT_EQ(sentence(changes.front()).find('{'), std::string::npos) << sentence(changes.front());
        seen.insert(one.kind);
    }
    EXPECT_EQ(seen.size(), workflow::all_of<form_change_kind>.size());
}

TEST(form_changes, E9_nothing_changed_is_no_change) {
    for (const auto& one : every_kind()) {
        EXPECT_TRUE(workflow::list_form_changes(one.before, one.before).empty());
        EXPECT_TRUE(workflow::list_form_changes(one.after, one.after).empty());
    }
    const auto whole = workflow::default_form();
    EXPECT_TRUE(workflow::list_form_changes(whole, whole).empty());
}

TEST(form_changes, E9_where_a_question_stands_and_what_its_section_is_called_is_no_change) {
    const auto before = workflow::default_form();
    auto after = before;
    std::reverse(after.sections.begin(), after.sections.end());
    for (auto& section : after.sections) {
        section.title += " of the project", section.help.clear();
        std::reverse(section.questions.begin(), section.questions.end());
    }
    auto& first = after.sections.front().questions;
    after.sections.back().questions.push_back(first.back()), first.pop_back();
    EXPECT_TRUE(workflow::list_form_changes(before, after).empty());
}

TEST(form_changes, E9_what_one_form_asks_and_the_other_does_not_is_added_one_way_and_removed_the_other) {
    const auto whole = workflow::default_form();
    std::size_t questions = 0;
    for (const auto& section : whole.sections) questions += section.questions.size();
    const auto added = workflow::list_form_changes({}, whole),
               removed = workflow::list_form_changes(whole, {});
    EXPECT_EQ(added.size(), questions);
    EXPECT_EQ(removed.size(), questions);
    for (const auto& one : removed) EXPECT_EQ(one.kind, form_change_kind::removed);
}

TEST(form_changes, E9_an_answer_is_asked_anew_where_it_could_not_be_submitted_any_more) {
    auto required = summary(), shorter = summary();
    required.required = true, shorter.word_limit = 2;
    const workflow::form_change is_required{form_change_kind::made_required, summary(), required};
    EXPECT_TRUE(workflow::asks_anew(is_required, "", words_in));
    EXPECT_FALSE(workflow::asks_anew(is_required, "One counter", words_in));
    const workflow::form_change is_shorter{form_change_kind::limit_lowered, summary(), shorter};
    EXPECT_TRUE(workflow::asks_anew(is_shorter, "One counter for all", words_in));
    EXPECT_FALSE(workflow::asks_anew(is_shorter, "One counter", words_in));
    EXPECT_FALSE(workflow::asks_anew({form_change_kind::removed, required, {}}, "", words_in));
    EXPECT_FALSE(workflow::asks_anew({form_change_kind::added, {}, summary()}, "", words_in));
}

TEST(form_changes, E9_an_answer_without_a_place_has_the_words_of_the_newest_form_that_asked_it) {
    auto reworded = summary();
    reworded.label = "Tell it";
    auto fewer = stage();
    fewer.choices = {"In use"};
    const auto now = one_question(fewer);
    const answers given{{"summary", "One counter"},
                        {"stage", "Trial"},
                        {"title", "A counter"},
                        {"gone", ""},
                        {"consent", "yes"}};
    const auto left = workflow::answers_without_place(now, given);
    EXPECT_EQ(left, (answers{{"summary", "One counter"}, {"stage", "Trial"}, {"consent", "yes"}}));
    auto first = one_question(summary());
    first.sections.front().questions.push_back(stage());
    const auto before = workflow::with_questions(left, {now, one_question(reworded), first});
    ASSERT_EQ(before.size(), 2U) << "no form asked for consent";
    EXPECT_EQ(before[0].asked.label, "Tell it");
    EXPECT_EQ(before[0].value, "One counter");
    EXPECT_EQ(before[1].asked.label, "How far?");
    EXPECT_EQ(before[1].value, "Trial");
    EXPECT_TRUE(workflow::answers_without_place(first, {{"stage", "Trial"}, {"summary", "x"}}).empty());
}

}  // namespace
