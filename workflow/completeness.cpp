#include "workflow/completeness.hpp"

#include <algorithm>

#include "typed/addresses.hpp"
#include "typed/characters.hpp"
#include "typed/numbers.hpp"

namespace workflow {

namespace {

bool is_one_line(std::string_view text) {
    return text.find_first_of("\r\n") == std::string_view::npos;
}

// Whether the text is of the question's kind; nothing if it is.
std::optional<refusal_code> wrong_kind(const question& asked, std::string_view text) {
    const auto unless = [](bool is_right, refusal_code code) {
        return is_right ? std::nullopt : std::optional(code);
    };
    if (asked.kind != question_kind::long_text && !is_one_line(text)) return refusal_code::not_one_line;
    switch (asked.kind) {
        case question_kind::short_text:
        case question_kind::long_text: return std::nullopt;
        case question_kind::number: return unless(typed::is_number(text), refusal_code::not_a_number);
        case question_kind::email: return unless(typed::is_mail_address(text), refusal_code::not_an_email);
        case question_kind::url: return unless(typed::is_web_address(text), refusal_code::not_a_url);
        case question_kind::phone: return unless(typed::is_telephone(text), refusal_code::not_a_phone);
        case question_kind::yes_no: return unless(text == "yes" || text == "no", refusal_code::not_yes_or_no);
        case question_kind::choice: break;
    }
    const bool is_offered =
        std::find(asked.choices.begin(), asked.choices.end(), text) != asked.choices.end();
    return unless(is_offered, refusal_code::not_a_choice);
}

void list_attachment_problems(const entry& one, const entry_limits& limits,
                              std::vector<field_problem>& problems) {
    const auto has_letter =
        std::any_of(one.attachments.begin(), one.attachments.end(),
                    [](const attachment& file) { return file.purpose == file_purpose::approval_letter; });
    if (!typed::is_blank(one.provider) && !has_letter)
        problems.push_back({"attachments",
                            "approval_letter",
                            refusal_code::approval_letter_missing,
                            {{"provider", one.provider}}});
    for (const auto& name : one.unfinished_uploads)
        problems.push_back({"attachments", "files", refusal_code::upload_unfinished, {{"name", name}}});
    const auto files = static_cast<int>(one.attachments.size());
    if (files > limits.max_files)
        problems.push_back({"attachments",
                            "files",
                            refusal_code::too_many_files,
                            {{"files", std::to_string(files)}, {"limit", std::to_string(limits.max_files)}}});
}

}  // namespace

std::size_t longest_answer(question_kind kind) {
    switch (kind) {
        case question_kind::long_text: return 20'000;
        case question_kind::url: return 2'000;
        case question_kind::short_text: return 500;
        case question_kind::choice: return 300;
        case question_kind::email: return 254;
        case question_kind::phone: return 60;
        case question_kind::number:
        case question_kind::yes_no: return 40;
    }
    return 0;
}

std::optional<field_problem> check_answer(const std::string& section, const question& asked,
                                          std::string_view answer, const word_counter& count_words) {
    const auto found = [&](refusal_code code, std::vector<particular> particulars = {}) {
        return field_problem{section, asked.key, code, std::move(particulars)};
    };
    if (typed::is_blank(answer)) {
        if (!asked.required) return std::nullopt;
        return found(asked.must_agree ? refusal_code::declaration_not_given : refusal_code::answer_missing);
    }
    const auto text = typed::trimmed(answer);
    if (const auto longest = longest_answer(asked.kind); typed::is_longer_than(text, longest))
        return found(refusal_code::answer_too_long, {{"limit", std::to_string(longest)}});
    if (const auto code = wrong_kind(asked, text)) return found(*code);
    if (asked.must_agree && text != "yes") return found(refusal_code::declaration_not_given);
    if (asked.word_limit > 0) {
        const auto words = count_words(text);
        if (words > static_cast<std::size_t>(asked.word_limit))
            return found(refusal_code::word_limit_exceeded,
                         {{"words", std::to_string(words)}, {"limit", std::to_string(asked.word_limit)}});
    }
    return std::nullopt;
}

std::vector<field_problem> list_problems(const entry& one, const rule_set& rules,
                                         const word_counter& count_words) {
    std::vector<field_problem> problems;
    const question title{"title", "Title", "", question_kind::short_text, true, 30};
    if (auto wrong = check_answer("project", title, one.title, count_words)) problems.push_back(*wrong);
    if (!one.category) problems.push_back({"project", "category", refusal_code::category_missing, {}});

    for (const auto& section : rules.form.sections)
        for (const auto& asked : section.questions) {
            const auto given = one.answers.find(asked.key);
            const std::string_view text = given == one.answers.end() ? std::string_view{} : given->second;
            if (auto wrong = check_answer(section.key, asked, text, count_words)) problems.push_back(*wrong);
        }
    list_attachment_problems(one, rules.limits, problems);
    return problems;
}

bool is_only_missing(const field_problem& one) {
    using enum refusal_code;
    return one.code == answer_missing || one.code == category_missing || one.code == declaration_not_given ||
           one.code == approval_letter_missing;
}

verdict may_attach(const std::vector<attachment>& present, std::string_view media_type, std::int64_t bytes,
                   const entry_limits& limits) {
    if (present.size() >= static_cast<std::size_t>(std::max(limits.max_files, 0)))
        return refuse(refusal_code::too_many_files, {{"limit", std::to_string(limits.max_files)}});
    if (bytes < 1) return refuse(refusal_code::file_empty);
    if (bytes > limits.max_file_bytes)
        return refuse(refusal_code::file_too_large,
                      {{"bytes", std::to_string(bytes)}, {"limit", std::to_string(limits.max_file_bytes)}});
    const auto& types = limits.file_types;
    if (std::find(types.begin(), types.end(), media_type) == types.end())
        return refuse(refusal_code::file_type_not_accepted, {{"type", std::string(media_type)}});
    return {};
}

}  // namespace workflow
