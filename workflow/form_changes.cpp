#include "workflow/form_changes.hpp"

#include <algorithm>

#include "workflow/form.hpp"

namespace workflow {

namespace {

const question* find_question(const entry_form& form, std::string_view key) {
    for (const auto& section : form.sections)
        for (const auto& asked : section.questions)
            if (asked.key == key) return &asked;
    return nullptr;
}

// The choices of `these` that are not among `those`.
std::vector<std::string> choices_beyond(const question& these, const question& those) {
    std::vector<std::string> beyond;
    if (these.kind != question_kind::choice || those.kind != question_kind::choice) return beyond;
    for (const auto& one : these.choices)
        if (std::ranges::find(those.choices, one) == those.choices.end()) beyond.push_back(one);
    return beyond;
}

std::string listed(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& one : texts) all += (all.empty() ? "" : ", ") + one;
    return all;
}

void compare(const question& before, const question& after, std::vector<form_change>& changes) {
    const auto note = [&](bool happened, form_change_kind kind) {
        if (happened) changes.push_back({kind, before, after});
    };
    using enum form_change_kind;
    note(before.label != after.label, reworded);
    note(before.hint != after.hint, hint_changed);
    note(before.kind != after.kind, kind_changed);
    note(!choices_beyond(before, after).empty(), choices_taken_away);
    note(!choices_beyond(after, before).empty(), choices_added);
    const auto was = before.word_limit, is = after.word_limit;  // 0: none
    note(was == 0 && is > 0, limit_set);
    note(is > 0 && is < was, limit_lowered);
    note(was > 0 && was < is, limit_raised);
    note(was > 0 && is == 0, limit_dropped);
    note(!before.required && after.required, made_required);
    note(before.required && !after.required, made_optional);
    note(!before.must_agree && after.must_agree, made_declaration);
    note(before.must_agree && !after.must_agree, declaration_dropped);
    note(before.names_the_applicant && !after.names_the_applicant, shown_to_judges);
    note(!before.names_the_applicant && after.names_the_applicant, hidden_from_judges);
}

// Can the form's field of this question show the answer?
bool has_place_for(const question& asked, std::string_view answer) {
    if (asked.kind == question_kind::choice)
        return std::ranges::find(asked.choices, answer) != asked.choices.end();
    if (asked.kind == question_kind::yes_no) return answer == "yes" || answer == "no";
    return true;
}

}  // namespace

std::vector<form_change> list_form_changes(const entry_form& before, const entry_form& after) {
    std::vector<form_change> changes;
    using enum form_change_kind;
    for (const auto& section : after.sections)
        for (const auto& asked : section.questions)
            if (const auto* was = find_question(before, asked.key))
                compare(*was, asked, changes);
            else
                changes.push_back({asked.required ? added_required : added, {}, asked});
    for (const auto& section : before.sections)
        for (const auto& asked : section.questions)
            if (!find_question(after, asked.key)) changes.push_back({removed, asked, {}});
    return changes;
}

std::string_view sentence_of(form_change_kind kind) {
    switch (kind) {
        using enum form_change_kind;
        case added: return "“{question}” is a new question; it need not be answered.";
        case added_required: return "“{question}” is a new question, and has to be answered.";
        case removed: return "“{question}” is not asked any more.";
        case reworded: return "“{earlier}” is now asked as “{question}”.";
        case hint_changed: return "“{question}” has another hint.";
        case kind_changed: return "“{question}” asks for another kind of answer.";
        case choices_taken_away: return "“{question}” has no longer the choices: {choices}.";
        case choices_added: return "“{question}” has the new choices: {choices}.";
        case limit_set: return "“{question}” takes {limit} words at most; there was no limit.";
        case limit_lowered: return "“{question}” takes {limit} words at most, no longer {earlier_limit}.";
        case limit_raised: return "“{question}” takes up to {limit} words, no longer only {earlier_limit}.";
        case limit_dropped: return "“{question}” has no limit of words any more.";
        case made_required: return "“{question}” has to be answered now.";
        case made_optional: return "“{question}” need not be answered any more.";
        case made_declaration: return "“{question}” can only be answered with yes now.";
        case declaration_dropped: return "“{question}” can be answered with no now.";
        case shown_to_judges: return "The answer to “{question}” is now shown to the judges.";
        case hidden_from_judges: return "The answer to “{question}” is not shown to the judges any more.";
    }
    return {};
}

std::vector<particular> particulars_of(const form_change& change) {
    const auto& asked = change.kind == form_change_kind::removed ? change.before : change.after;
    const auto choices = change.kind == form_change_kind::choices_taken_away
                             ? choices_beyond(change.before, change.after)
                             : choices_beyond(change.after, change.before);
    return {{"question", asked.label},
            {"earlier", change.before.label},
            {"choices", listed(choices)},
            {"limit", std::to_string(change.after.word_limit)},
            {"earlier_limit", std::to_string(change.before.word_limit)}};
}

bool asks_anew(const form_change& change, std::string_view answer, const word_counter& count_words) {
    return !change.after.key.empty() && check_answer("", change.after, answer, count_words).has_value();
}

answers answers_without_place(const entry_form& form, const answers& given) {
    auto left = given;
    std::erase_if(left, [&](const auto& one) {
        const auto& [key, value] = one;
        if (value.empty() || is_own_question(key)) return true;
        const auto* asked = find_question(form, key);
        return asked != nullptr && has_place_for(*asked, value);
    });
    return left;
}

std::vector<answer_before> with_questions(answers left, const std::vector<entry_form>& earlier) {
    std::vector<answer_before> list;
    for (const auto& form : earlier)
        for (const auto& section : form.sections)
            for (const auto& asked : section.questions)
                if (const auto one = left.find(asked.key);
                    one != left.end() && has_place_for(asked, one->second)) {
                    list.push_back({section.key, asked, one->second});
                    left.erase(one);
                }
    return list;
}

}  // namespace workflow
