#include "workflow/rules.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include "workflow/limits.hpp"
#include "workflow/names.hpp"

namespace workflow {

namespace {

// Collects what is wrong, so that each check reads as one line.
class findings {
public:
    void add(std::string where, std::string message) {
        found_.push_back({std::move(where), std::move(message)});
    }
    void add_if(bool is_wrong, std::string where, std::string message) {
        if (is_wrong) add(std::move(where), std::move(message));
    }
    std::vector<problem> take() { return std::move(found_); }

private:
    std::vector<problem> found_;
};

std::string percent(int basis_points) {
    std::string text = std::to_string(basis_points / 100);
    if (const int rest = basis_points % 100; rest != 0)
        text += (rest < 10 ? ".0" : ".") + std::to_string(rest);
    return text + " %";
}

bool is_key(const std::string& text) {
    if (text.empty() || text.size() > 60) return false;
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

void check_key(findings& found, std::set<std::string>& seen, const std::string& where,
               const std::string& key) {
    found.add_if(!is_key(key), where,
                 "The key \"" + key + "\" may only have a–z, 0–9 and _, and must not be empty.");
    found.add_if(!seen.insert(key).second, where, "The key \"" + key + "\" is there twice.");
}

void check_most(findings& found, const std::string& where, int number, int most) {
    found.add_if(number > most, where, "The number must not be above " + std::to_string(most) + ".");
}

void check_limits(findings& found, const entry_limits& limits) {
    found.add_if(limits.entries_per_city < 1, "limits.entries_per_city",
                 "A city must be able to enter once.");
    check_most(found, "limits.entries_per_city", limits.entries_per_city, most_entries_of_a_city);
    found.add_if(limits.categories_per_entry != 1, "limits.categories_per_entry",
                 "An entry is judged in exactly one category.");
    found.add_if(limits.max_files < 0 || limits.max_files > 100, "limits.max_files",
                 "The number of files must be from 0 to 100.");
    found.add_if(limits.max_file_bytes < 1 || limits.max_file_bytes > 200LL * 1024 * 1024,
                 "limits.max_file_bytes", "A file's size must be limited to at most 200 MiB.");
    static const std::set<std::string> known{"application/pdf", "image/png", "image/jpeg"};
    for (const auto& type : limits.file_types)
        found.add_if(!known.contains(type), "limits.file_types",
                     "\"" + type + "\" cannot be accepted: only PDF, PNG and JPEG are read safely.");
    found.add_if(limits.max_files > 0 && limits.file_types.empty(), "limits.file_types",
                 "Files may be attached, but no type of file is accepted.");
}

void check_question(findings& found, const std::string& where, const question& asked) {
    found.add_if(asked.label.empty(), where, "The question has no text.");
    found.add_if(asked.word_limit < 0, where, "A word limit cannot be negative.");
    check_most(found, where, asked.word_limit, most_words);
    const bool is_choice = asked.kind == question_kind::choice;
    found.add_if(is_choice && asked.choices.size() < 2, where, "A choice needs at least two answers.");
    found.add_if(!is_choice && !asked.choices.empty(), where, "Only a choice has a list of answers.");
    found.add_if(asked.must_agree && asked.kind != question_kind::yes_no, where,
                 "Only a yes-or-no question can demand agreement.");
}

void check_form(findings& found, const entry_form& form) {
    found.add_if(form.sections.empty(), "form", "The form has no sections.");
    std::set<std::string> sections;
    std::set<std::string> questions{"title", "category", "approval_letter", "files", "provider"};
    bool has_declaration = false;
    for (const auto& section : form.sections) {
        const auto where = "form." + section.key;
        check_key(found, sections, where, section.key);
        found.add_if(section.title.empty(), where, "The section has no title.");
        found.add_if(section.questions.empty(), where, "The section has no questions.");
        for (const auto& asked : section.questions) {
            check_key(found, questions, where + "." + asked.key, asked.key);
            check_question(found, where + "." + asked.key, asked);
            has_declaration = has_declaration || (asked.must_agree && asked.required);
        }
    }
    found.add_if(!has_declaration, "form", "No question asks for the declaration of truth.");
}

void check_levels(findings& found, const std::string& where, const criterion& one) {
    std::set<int> described;
    for (const auto& [score, description] : one.levels) {
        found.add_if(score < one.scale_min || score > one.scale_max, where,
                     "The level " + std::to_string(score) + " is not on the scale.");
        found.add_if(!described.insert(score).second, where,
                     "The level " + std::to_string(score) + " is described twice.");
        found.add_if(description.empty(), where,
                     "The level " + std::to_string(score) + " has no description.");
    }
    found.add_if(!described.contains(one.scale_min) || !described.contains(one.scale_max), where,
                 "Both ends of the scale need a description.");
}

void check_rubric(findings& found, const rubric& sheet) {
    if (sheet.criteria.empty()) {
        found.add("rubric", "The rubric has no criteria.");
        return;
    }
    std::set<std::string> keys;
    for (const auto& one : sheet.criteria) {
        const auto where = "rubric." + one.key;
        check_key(found, keys, where, one.key);
        found.add_if(one.name.empty(), where, "The criterion has no name.");
        found.add_if(one.weight_bp <= 0, where, "The weight must be more than 0 %.");
        check_most(found, where, one.weight_bp, 10'000);
        if (one.scale_min < 0 || one.scale_max > 100 || one.scale_min >= one.scale_max)
            found.add(where, "The scale needs at least two scores between 0 and 100.");
        else
            check_levels(found, where + ".levels", one);
    }
    check_most(found, "rubric", static_cast<int>(sheet.criteria.size()), 100);
    const int total = total_weight_bp(sheet);
    found.add_if(total != 10'000, "rubric",
                 "The weights sum to " + percent(total) + "; they must sum to 100 %.");
}

void check_rounds(findings& found, const std::vector<round_rules>& rounds) {
    found.add_if(rounds.empty(), "rounds", "There is no round to score in.");
    std::set<std::string> keys;
    for (std::size_t at = 0; at < rounds.size(); ++at) {
        const auto& one = rounds[at];
        const auto where = "rounds." + one.key;
        const bool is_last = at + 1 == rounds.size();
        check_key(found, keys, where, one.key);
        found.add_if(is_last && one.shortlist_per_category, where,
                     "No round follows that its shortlist could go to.");
        found.add_if(!is_last && !one.shortlist_per_category, where,
                     "It must say how many entries of a category go on to the next round.");
        found.add_if(one.shortlist_per_category && *one.shortlist_per_category < 1, where,
                     "A shortlist must hold at least one entry.");
        check_most(found, where, one.shortlist_per_category.value_or(0), most_on_a_shortlist);
    }
}

void check_ladder(findings& found, const rule_set& rules) {
    const std::string where = "tie_ladder";
    if (rules.tie_ladder.empty()) {
        found.add(where, "There is no ladder: nothing says how a tie is broken.");
        return;
    }
    std::set<std::string> used;
    for (const auto& [rung, key] : rules.tie_ladder) {
        const bool by_criterion = rung == tie_rung::key_criterion;
        found.add_if(by_criterion && find_criterion(rules.rubric, key) == nullptr, where,
                     "The rung key_criterion names \"" + key + "\", which is no criterion of the rubric.");
        found.add_if(!by_criterion && !key.empty(), where, "Only the rung key_criterion names a criterion.");
        found.add_if(!used.insert(std::string(name_of(rung)) + key).second, where,
                     "The rung " + std::string(name_of(rung)) + " is there twice.");
        found.add_if(rung == tie_rung::shared && &rung != &rules.tie_ladder.back().rung, where,
                     "Nothing can follow a shared prize.");
    }
    const auto last = rules.tie_ladder.back().rung;
    found.add_if(last != tie_rung::chair && last != tie_rung::shared, where,
                 "The ladder has no end: its last rung must be the chair or a shared prize.");
}

}  // namespace

std::vector<problem> check(const rule_set& rules) {
    findings found;
    check_limits(found, rules.limits);
    check_form(found, rules.form);
    check_rubric(found, rules.rubric);
    found.add_if(rules.minimum_judges_per_entry < 1, "minimum_judges_per_entry",
                 "An entry needs at least one judge.");
    check_most(found, "minimum_judges_per_entry", rules.minimum_judges_per_entry, most_judges_of_an_entry);
    check_rounds(found, rules.rounds);
    check_ladder(found, rules);
    return found.take();
}

namespace {

// Above the lowest tier nothing moves: more prizes there would take winners from the tiers below.
bool adds_only_prize_slots(const std::vector<prize_slots>& before, const std::vector<prize_slots>& after) {
    if (after.size() < before.size()) return false;
    for (std::size_t at = 0; at < before.size(); ++at) {
        auto allowed = before[at];
        if (at + 1 == before.size())
            allowed.per_category = std::max(allowed.per_category, after[at].per_category);
        if (after[at] != allowed) return false;
    }
    return true;
}

}  // namespace

verdict may_amend_after_scoring(const rule_set& before, const rule_set& after) {
    std::vector<std::string> changed;
    const auto compare = [&](const char* part, bool is_same) {
        if (!is_same) changed.emplace_back(part);
    };
    compare("limits", before.limits == after.limits);
    compare("form", before.form == after.form);
    compare("rubric", before.rubric == after.rubric);
    compare("minimum_judges_per_entry", before.minimum_judges_per_entry == after.minimum_judges_per_entry);
    compare("rounds", before.rounds == after.rounds);
    compare("tally", before.tally == after.tally);
    compare("tie_ladder", before.tie_ladder == after.tie_ladder);
    compare("conflicts", before.conflicts == after.conflicts);
    compare("panel_sees_names", before.panel_sees_names == after.panel_sees_names);
    compare("prizes_may_be_withheld", before.prizes_may_be_withheld == after.prizes_may_be_withheld);
    compare("dropout", before.dropout == after.dropout);
    compare("disclosure", before.disclosure == after.disclosure);
    compare("prizes", adds_only_prize_slots(before.prizes, after.prizes));
    if (changed.empty()) return {};
    return refuse(refusal_code::rules_frozen, particulars_named("part", changed));
}

bool discloses(disclosure_policy what, score_reader to) {
    switch (what) {
        case disclosure_policy::winners_only: return false;
        case disclosure_policy::own_scores_to_city: return to == score_reader::city_of_the_entry;
        case disclosure_policy::all_scores: return true;
    }
    return false;
}

int total_weight_bp(const rubric& sheet) {
    const auto sum =
        std::accumulate(sheet.criteria.begin(), sheet.criteria.end(), std::int64_t{0},
                        [](std::int64_t so_far, const criterion& one) { return so_far + one.weight_bp; });
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(sum, -most, most));
}

const criterion* find_criterion(const rubric& sheet, std::string_view key) {
    for (const auto& one : sheet.criteria)
        if (one.key == key) return &one;
    return nullptr;
}

}  // namespace workflow
