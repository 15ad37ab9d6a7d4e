// E3 and E6: what blocks a submission, and which file may be attached.
#include "workflow/completeness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "workflow/names.hpp"

namespace {

using namespace workflow;

std::size_t words_by_blanks(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::string word;
    std::size_t count = 0;
    while (stream >> word) ++count;
    return count;
}

std::string right_answer(const question& asked) {
    switch (asked.kind) {
        case question_kind::number: return "12,000";
        case question_kind::choice: return asked.choices.front();
        case question_kind::email: return "projects@songpa.example";
        case question_kind::url: return "https://www.songpa.example/u-city?lang=en";
        case question_kind::phone: return "+82 2 1234 5678";
        case question_kind::yes_no: return "yes";
        default: return "A few words.";
    }
}

entry complete_entry(const rule_set& rules) {
    entry one;
    one.title = "Smart safety for children";
    one.category = category_id{1};
    for (const auto& section : rules.form.sections)
        for (const auto& asked : section.questions) one.answers[asked.key] = right_answer(asked);
    return one;
}

// The problems as words: `section.question code`.
std::vector<std::string> problems_of(const entry& one, const rule_set& rules = default_rules()) {
    std::vector<std::string> words;
    for (const auto& wrong : list_problems(one, rules, words_by_blanks))
        words.push_back(wrong.section + "." + wrong.question + " " + std::string(name_of(wrong.code)));
    return words;
}

std::optional<refusal_code> code_of(question_kind kind, std::string_view answer) {
    const question asked{"asked", "Asked", "", kind, true, 0, {"One", "Two"}};
    const auto wrong = check_answer("section", asked, answer, words_by_blanks);
    return wrong ? std::optional(wrong->code) : std::nullopt;
}

TEST(completeness, E3_a_complete_entry_has_no_problems) {
    EXPECT_EQ(problems_of(complete_entry(default_rules())), std::vector<std::string>{});
}

TEST(completeness, E3_an_empty_entry_lacks_every_required_answer) {
    const auto rules = default_rules();
    std::size_t required = 2;  // title and category
    for (const auto& section : rules.form.sections)
        required += static_cast<std::size_t>(std::count_if(section.questions.begin(), section.questions.end(),
                                                           [](const auto& asked) { return asked.required; }));
    const auto problems = problems_of(entry{}, rules);
    EXPECT_EQ(problems.size(), required);
    EXPECT_EQ(problems.front(), "project.title answer_missing");
    EXPECT_EQ(problems[1], "project.category category_missing");
    EXPECT_EQ(problems.back(), "declaration.consent_to_publish declaration_not_given");
}

TEST(completeness, E3_optional_answers_may_be_missing_and_not_wrong) {
    auto one = complete_entry(default_rules());
    one.answers.erase("website");
    one.answers["contact_phone"] = "  ";
    EXPECT_TRUE(problems_of(one).empty());
    one.answers["website"] = "our site";
    EXPECT_EQ(problems_of(one), (std::vector<std::string>{"project.website not_a_url"}));
}

TEST(completeness, E3_counts_words_and_says_how_many) {
    auto one = complete_entry(default_rules());
    std::string long_summary = "word";
    for (int more = 1; more < 150; ++more) long_summary += " word";
    one.answers["summary"] = long_summary;
    EXPECT_TRUE(problems_of(one).empty());
    one.answers["summary"] += " word";
    const auto wrong = list_problems(one, default_rules(), words_by_blanks);
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(
        wrong.front(),
        (field_problem{
            "project", "summary", refusal_code::word_limit_exceeded, {{"words", "151"}, {"limit", "150"}}}));
}

TEST(completeness, E3_a_declaration_takes_only_yes) {
    auto one = complete_entry(default_rules());
    one.answers["declaration_of_truth"] = "no";
    EXPECT_EQ(problems_of(one),
              (std::vector<std::string>{"declaration.declaration_of_truth declaration_not_given"}));
    one.answers["declaration_of_truth"] = "on";
    EXPECT_EQ(problems_of(one), (std::vector<std::string>{"declaration.declaration_of_truth not_yes_or_no"}));
}

TEST(completeness, E3_a_provider_needs_the_letter_of_its_city) {
    auto one = complete_entry(default_rules());
    one.provider = "City Systems Ltd";
    one.attachments.push_back({file_id{1}, file_purpose::supporting, "plan.pdf", "application/pdf", 10, ""});
    EXPECT_EQ(problems_of(one),
              (std::vector<std::string>{"attachments.approval_letter approval_letter_missing"}));
    one.attachments.front().purpose = file_purpose::approval_letter;
    EXPECT_TRUE(problems_of(one).empty());
}

TEST(completeness, E6_counts_the_files_again_at_submission) {
    auto one = complete_entry(default_rules());
    one.attachments.resize(11);
    EXPECT_EQ(problems_of(one), (std::vector<std::string>{"attachments.files too_many_files"}));
}

TEST(answers, E3_are_of_their_kind) {
    using kind = question_kind;
    const auto expect = [](kind of, std::initializer_list<const char*> right,
                           std::initializer_list<const char*> wrong, refusal_code code) {
        for (const auto* text : right) EXPECT_EQ(code_of(of, text), std::nullopt) << text;
        for (const auto* text : wrong) EXPECT_EQ(code_of(of, text), code) << text;
    };
    expect(kind::number, {"0", "12000", "12,000", "1 200.50", "95%", " 7 "},
           {"many", "12,,000", "1e5", "-", "12.", ".5", "1 000 USD", "0x10", "-3"},
           refusal_code::not_a_number);
    expect(kind::email, {"a@b.org", "first.last+awards@mail.city.example", "x@城市.example"},
           {"a@b", "a.b.org", "@b.org", "a@.org", "a@b..org", "a..b@c.org", ".a@b.org", "a b@c.org",
            "a@b.org,c@d.org", "a@-b.org", "a@b-.org", "\"a\"@b.org", "a@b.org>"},
           refusal_code::not_an_email);
    expect(kind::url, {"https://city.example", "http://city.example:8080/a?b=c#d"},
           {"city.example", "ftp://city.example", "javascript:alert(1)", "https://", "https://city",
            "https://city.example/a b", "https://city.example/\"><script>", "https://u:p@city.example",
            "https://city.example:x/"},
           refusal_code::not_a_url);
    expect(kind::phone, {"+82 2 1234 5678", "(02) 1234-5678", "010/123.45"}, {"1234", "call me", "12+34567"},
           refusal_code::not_a_phone);
    expect(kind::yes_no, {"yes", "no"}, {"true", "Yes", "1"}, refusal_code::not_yes_or_no);
    expect(kind::choice, {"One", "Two"}, {"Three", "one"}, refusal_code::not_a_choice);
    expect(kind::short_text, {"Any", "多語言"}, {"two\nlines", "two\rlines"}, refusal_code::not_one_line);
    expect(kind::long_text, {"two\nlines"}, {}, refusal_code::not_one_line);
}

TEST(answers, E3_name_a_host_that_can_exist) {
    const std::string label(50, 'a');
    const auto host = label + "." + label + "." + label + "." + label + "." + std::string(49, 'a');
    ASSERT_EQ(host.size(), 253U);
    EXPECT_EQ(code_of(question_kind::url, "https://" + host), std::nullopt);
    EXPECT_EQ(code_of(question_kind::url, "https://" + host + "a"), refusal_code::not_a_url);
}

TEST(answers, E3_let_nothing_into_an_address_that_could_break_out_of_it) {
    for (const char bad : {' ', '\t', '\x7f', '"', '<', '>', '\\', '\x01'})
        EXPECT_EQ(code_of(question_kind::url, std::string("https://city.example/a") + bad + "b"),
                  refusal_code::not_a_url)
            << static_cast<int>(bad);
}

TEST(answers, E3_a_telephone_has_5_to_20_digits) {
    for (const std::size_t digits : {5U, 20U})
        EXPECT_EQ(code_of(question_kind::phone, std::string(digits, '1')), std::nullopt);
    for (const std::size_t digits : {4U, 21U})
        EXPECT_EQ(code_of(question_kind::phone, std::string(digits, '1')), refusal_code::not_a_phone);
}

TEST(answers, of_blanks_only_are_missing) {
    for (const auto* text : {"", "  ", "\r\n\t"}) {
        question asked{"asked", "Asked", "", question_kind::long_text, true};
        EXPECT_EQ(check_answer("section", asked, text, words_by_blanks)->code, refusal_code::answer_missing);
        asked.required = false;
        EXPECT_EQ(check_answer("section", asked, text, words_by_blanks), std::nullopt);
    }
}

TEST(answers, have_a_longest_length_whatever_the_rules_say) {
    for (const auto& [kind, name] : all_of<question_kind>) {
        const auto longest = longest_answer(kind);
        ASSERT_GT(longest, 0U) << name;
        EXPECT_EQ(code_of(kind, std::string(longest + 1, '1')), refusal_code::answer_too_long) << name;
        EXPECT_NE(code_of(kind, std::string(longest, '1')), refusal_code::answer_too_long) << name;
    }
}

TEST(attachments, E6_type_size_and_number_have_limits) {
    const entry_limits limits;
    const auto code = [&](std::size_t present, std::string_view type, std::int64_t bytes) {
        const auto answer = may_attach(std::vector<attachment>(present), type, bytes, limits);
        return answer ? std::nullopt : std::optional(answer.error().code);
    };
    for (const auto* type : {"application/pdf", "image/png", "image/jpeg"})
        EXPECT_EQ(code(9, type, 20 * 1024 * 1024), std::nullopt);
    EXPECT_EQ(code(10, "image/png", 1), refusal_code::too_many_files);
    EXPECT_EQ(code(0, "image/png", 20 * 1024 * 1024 + 1), refusal_code::file_too_large);
    EXPECT_EQ(code(0, "image/png", 0), refusal_code::file_empty);
    EXPECT_EQ(code(0, "image/svg+xml", 1), refusal_code::file_type_not_accepted);
    EXPECT_EQ(code(0, "application/zip", 1), refusal_code::file_type_not_accepted);
}

}  // namespace
