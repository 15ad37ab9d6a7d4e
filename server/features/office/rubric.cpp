#include "server/features/office/rubric.hpp"

#include "server/features/office/keeping.hpp"
#include "server/store/moves.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace features {
namespace {

using pages::t;

std::string levels_text(const workflow::criterion& criterion) {
    std::string text;
    for (const auto& level : criterion.levels)
        text += (text.empty() ? "" : "\n") + std::to_string(level.score) + ": " + level.description;
    return text;
}

// "10: Excellent", one a line; nothing when a line is not written so.
std::optional<std::vector<workflow::level>> find_levels(const std::string& text) {
    std::vector<workflow::level> levels;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto one = text.substr(from, end - from);
        from = end + 1;
        if (one.find_first_not_of(" \t") == std::string::npos) continue;
        const auto colon = one.find(':');
        int score = 0;
        const auto begins = one.find_first_not_of(" \t");
        if (colon == std::string::npos) return std::nullopt;
        const auto [stop, error] = std::from_chars(one.data() + begins, one.data() + colon, score);
        const auto words = one.find_first_not_of(" \t", colon + 1);
        if (error != std::errc{} || stop != one.data() + colon || words == std::string::npos)
            return std::nullopt;
        levels.push_back({score, one.substr(words)});
    }
    return levels;
}

pages::field_group criterion_group(const visit& visit, const workflow::criterion* kept, bool is_back,
                                   std::size_t row) {
    const auto given = [&](const char* name, const std::string& value) {
        return is_back ? row_field(visit, name, row) : value;
    };
    pages::field_group group;
    group.legend = t("Criterion {number}", {{"number", std::to_string(row)}});
    group.fields = {
        line(numbered("name", row), t("Name"), given("name", kept ? kept->name : "")),
        line(numbered("question", row), t("The question it asks"),
             given("question", kept ? kept->question : "")),
        line(numbered("weight", row), t("Weight in percent"),
             given("weight", kept ? in_percent(kept->weight_bp) : ""),
             t("With up to two decimals. All weights sum to exactly 100."), "5"),
        line(numbered("min", row), t("Lowest score"),
             given("min", std::to_string(kept ? kept->scale_min : 1)), {}, "3"),
        line(numbered("max", row), t("Highest score"),
             given("max", std::to_string(kept ? kept->scale_max : 10)), {}, "3"),
        lines(numbered("levels", row), t("What scores mean"),
              is_back ? visit.text(numbered("levels", row)) : (kept ? levels_text(*kept) : ""), 5,
              t("One a line: the score, a colon, the description. The ends of the scale need one."))};
    return group;
}

pages::office_form rubric_form(const visit& visit, const workflow::edition& edition,
                               const workflow::rubric& rubric, bool is_back) {
    auto form = set_up_form(
        visit, edition, "/set-up/rubric",
        {lines("note", t("Note beside the rubric"), is_back ? visit.text("note") : rubric.note, 3),
         tick("ends", t("A score at an end of the scale needs a reason"),
              is_back ? visit.has_field("ends") : rubric.reason_at_scale_ends)});
    const auto rows = is_back ? count_rows(visit, "name") : rubric.criteria.size() + empty_rows;
    for (std::size_t row = 1; row <= rows; ++row) {
        const auto* kept = !is_back && row <= rubric.criteria.size() ? &rubric.criteria[row - 1] : nullptr;
        form.hidden.push_back(
            {numbered("key", row), is_back ? row_field(visit, "key", row) : (kept ? kept->key : "")});
        form.groups.push_back(criterion_group(visit, kept, is_back, row));
    }
    return form;
}

// A key is made of the name and follows it as long as the rules are not frozen: who reads an export or a
// sealed input meets the key, and it must not speak of another criterion. An unchanged name keeps its key.
std::string key_for(const visit& visit, const workflow::rubric& before, const std::string& name,
                    std::size_t row) {
    const auto* kept = workflow::find_criterion(before, row_field(visit, "key", row));
    return kept && kept->name == name ? kept->key : key_of(name, "criterion_" + std::to_string(row));
}

workflow::criterion read_criterion(visit& visit, pages::office_form& form, std::size_t row,
                                   const workflow::rubric& before) {
    workflow::criterion criterion;
    criterion.name = row_field(visit, "name", row);
    criterion.question = row_field(visit, "question", row);
    criterion.key = key_for(visit, before, criterion.name, row);
    if (const auto weight = find_basis_points(row_field(visit, "weight", row)))
        criterion.weight_bp = *weight;
    else
        mark(visit, form, numbered("weight", row),
             t("Enter a percentage with at most two decimals, like 12.50."));
    const auto low = visit.find_number(numbered("min", row));
    const auto high = visit.find_number(numbered("max", row));
    if (!low || *low < 0 || *low > 1000) mark(visit, form, numbered("min", row), t("Enter a whole number."));
    if (!high || *high < 1 || *high > 1000 || (low && *high <= *low))
        mark(visit, form, numbered("max", row), t("Enter a whole number above the lowest score."));
    criterion.scale_min = static_cast<int>(low.value_or(1));
    criterion.scale_max = static_cast<int>(high.value_or(10));
    if (auto levels = find_levels(visit.text(numbered("levels", row))))
        criterion.levels = std::move(*levels);
    else
        mark(visit, form, numbered("levels", row),
             t("Write each line as a score, a colon and a description, like 10: Excellent."));
    return criterion;
}

// No two keys alike; the later row gives way.
void keep_apart(workflow::rubric& rubric) {
    std::set<std::string> taken;
    for (std::size_t at = 0; at < rubric.criteria.size(); ++at) {
        auto& key = rubric.criteria[at].key;
        while (!taken.insert(key).second) key += "_" + std::to_string(at + 1);
    }
}

// The ladder asks for the same criteria as before, whatever their keys are now. `old_keys`: of each row.
void follow_in_ladder(workflow::rule_set& rules, const std::vector<std::string>& old_keys) {
    for (auto& step : rules.tie_ladder)
        if (const auto found = std::ranges::find(old_keys, step.criterion);
            !step.criterion.empty() && found != old_keys.end())
            step.criterion = rules.rubric.criteria[static_cast<std::size_t>(found - old_keys.begin())].key;
}

// What does not fit the scale of its criterion, beside the field.
void mark_levels(visit& visit, pages::office_form& form, const workflow::rule_set& rules) {
    std::vector<std::size_t> rows;  // of each criterion: a row without a name is none
    for (std::size_t row = 1; row <= count_rows(visit, "name"); ++row)
        if (!row_field(visit, "name", row).empty()) rows.push_back(row);
    for (const auto& problem : workflow::check(rules))
        for (std::size_t at = 0; at < rows.size(); ++at)
            if (problem.where == "rubric." + rules.rubric.criteria[at].key + ".levels")
                mark(visit, form, numbered("levels", rows[at]), problem.message);
}

}  // namespace

http::response show_rubric(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id).rules;
    auto view = rules_page(visit, db, edition, t("Rubric"), rubric_form(visit, edition, rules.rubric, false));
    if (!view.blocks.back().form->closed)
        view.lead = t("The weights now sum to {total} %. Empty the name of a criterion to remove it.",
                      {{"total", in_percent(workflow::total_weight_bp(rules.rubric))}});
    return office_page(visit, view);
}

http::response save_rubric(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto rules = store::load_rules(db, edition.id).rules;
    auto form = rubric_form(visit, edition, rules.rubric, true);
    const auto saved = rubric_form(visit, edition, rules.rubric, false);
    is_readable(visit, form, 4000);
    workflow::rubric rubric;
    rubric.note = visit.text("note");
    rubric.reason_at_scale_ends = visit.has_field("ends");
    std::vector<std::string> old_keys;
    for (std::size_t row = 1; row <= count_rows(visit, "name"); ++row)
        if (!row_field(visit, "name", row).empty()) {
            rubric.criteria.push_back(read_criterion(visit, form, row, rules.rubric));
            old_keys.push_back(row_field(visit, "key", row));
        }
    if (rubric.criteria.empty()) mark(visit, form, "name_1", t("Give at least one criterion."));
    const auto total = workflow::total_weight_bp(rubric);
    if (visit.frame.errors.empty() && total != 10000)
        mark(visit, form, "weight_1",
             t("The weights sum to {total} %; they have to sum to exactly 100 %.",
               {{"total", in_percent(total)}}));
    keep_apart(rubric);
    rules.rubric = std::move(rubric);
    follow_in_ladder(rules, old_keys);
    mark_levels(visit, form, rules);
    return keep_rules(visit, db, edition, rules, t("Rubric"), std::move(form), saved,
                      office_url(edition, "/set-up"));
}

}  // namespace features
