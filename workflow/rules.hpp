#pragma once
// An edition's rules as one value: who may enter how much, the form, the rubric, rounds, tally, ties,
// conflicts, disclosure. The store keeps numbered, hashed versions of it and never edits one; config reads
// it from a file; judging and completeness obey it. It knows no people and no dates.

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/refusal.hpp"

namespace workflow {

struct entry_limits {
    int entries_per_city = 2;
    int categories_per_entry = 1;
    int max_files = 10;
    std::int64_t max_file_bytes = 20LL * 1024 * 1024;
    std::vector<std::string> file_types = {"application/pdf", "image/png", "image/jpeg"};
    friend bool operator==(const entry_limits&, const entry_limits&) = default;
};
BOOST_DESCRIBE_STRUCT(entry_limits, (),
                      (entries_per_city, categories_per_entry, max_files, max_file_bytes, file_types))

enum class question_kind { short_text, long_text, number, choice, email, url, phone, yes_no };
BOOST_DESCRIBE_ENUM(question_kind, short_text, long_text, number, choice, email, url, phone, yes_no)

// `word_limit` 0: none. `must_agree`: a yes_no that can only be answered with yes (a declaration).
// `names_the_applicant`: the answer says who wrote it, so judges do not see it.
struct question {
    std::string key;
    std::string label;
    std::string hint;
    question_kind kind = question_kind::short_text;
    bool required = false;
    int word_limit = 0;
    std::vector<std::string> choices{};
    bool must_agree = false;
    bool names_the_applicant = false;
    friend bool operator==(const question&, const question&) = default;
};
BOOST_DESCRIBE_STRUCT(question, (),
                      (key, label, hint, kind, required, word_limit, choices, must_agree,
                       names_the_applicant))

struct form_section {
    std::string key;
    std::string title;
    std::string help;
    std::vector<question> questions;
    friend bool operator==(const form_section&, const form_section&) = default;
};
BOOST_DESCRIBE_STRUCT(form_section, (), (key, title, help, questions))

// The city that a project is for is asked by the service itself; the form asks for the rest.
struct entry_form {
    std::string language = "en";
    std::vector<form_section> sections;
    friend bool operator==(const entry_form&, const entry_form&) = default;
};
BOOST_DESCRIBE_STRUCT(entry_form, (), (language, sections))

// What a score means in words; not every score needs one, the ends of the scale do.
struct level {
    int score = 0;
    std::string description;
    friend bool operator==(const level&, const level&) = default;
};
BOOST_DESCRIBE_STRUCT(level, (), (score, description))

struct criterion {
    std::string key;
    std::string name;
    std::string question;
    int weight_bp = 0;  // basis points; all of a rubric sum to 10 000
    int scale_min = 1;
    int scale_max = 10;
    std::vector<level> levels;
    friend bool operator==(const criterion&, const criterion&) = default;
};
BOOST_DESCRIBE_STRUCT(criterion, (), (key, name, question, weight_bp, scale_min, scale_max, levels))

// `note` is shown beside the rubric, wherever it is shown.
struct rubric {
    std::string note;
    bool reason_at_scale_ends = false;
    std::vector<criterion> criteria;
    friend bool operator==(const rubric&, const rubric&) = default;
};
BOOST_DESCRIBE_STRUCT(rubric, (), (note, reason_at_scale_ends, criteria))

// A round's purpose; `shortlist_per_category` says how many go on, in the last round nothing.
struct round_rules {
    std::string key;
    std::string name;
    std::string purpose;
    std::optional<int> shortlist_per_category;
    friend bool operator==(const round_rules&, const round_rules&) = default;
};
BOOST_DESCRIBE_STRUCT(round_rules, (), (key, name, purpose, shortlist_per_category))

enum class tally_method { mean, trimmed_mean, median, borda, adjusted };
BOOST_DESCRIBE_ENUM(tally_method, mean, trimmed_mean, median, borda, adjusted)

enum class tie_rung { key_criterion, head_to_head, second_ballot, chair, shared };
BOOST_DESCRIBE_ENUM(tie_rung, key_criterion, head_to_head, second_ballot, chair, shared)

// `criterion` is the key of the criterion that decides, for the rung key_criterion only.
struct ladder_step {
    tie_rung rung = tie_rung::shared;
    std::string criterion;
    friend bool operator==(const ladder_step&, const ladder_step&) = default;
};
BOOST_DESCRIBE_STRUCT(ladder_step, (), (rung, criterion))

// Same city and a recorded relation always bar; these say what else does.
struct conflict_rules {
    bool same_country_bars = true;
    bool same_organisation_bars = true;
    bool parent_city_bars = true;
    friend bool operator==(const conflict_rules&, const conflict_rules&) = default;
};
BOOST_DESCRIBE_STRUCT(conflict_rules, (), (same_country_bars, same_organisation_bars, parent_city_bars))

enum class dropout_policy { keep_locked, void_unfinished };
BOOST_DESCRIBE_ENUM(dropout_policy, keep_locked, void_unfinished)

// What is told about scores after the announcement, and to whom: nothing, each city its own, everything.
enum class disclosure_policy { winners_only, own_scores_to_city, all_scores };
BOOST_DESCRIBE_ENUM(disclosure_policy, winners_only, own_scores_to_city, all_scores)

// E10: who asks for an entry's scores once the result is announced; may this one read them?
enum class score_reader { city_of_the_entry, everybody };
BOOST_DESCRIBE_ENUM(score_reader, city_of_the_entry, everybody)
bool discloses(disclosure_policy, score_reader);

// A prize tier as the rules hold it, the highest first: so many prizes in each category.
struct prize_slots {
    std::string key;
    std::string name;
    int per_category = 1;
    friend bool operator==(const prize_slots&, const prize_slots&) = default;
};
BOOST_DESCRIBE_STRUCT(prize_slots, (), (key, name, per_category))

struct rule_set {
    int number = 1;
    entry_limits limits;
    entry_form form;
    workflow::rubric rubric;
    int minimum_judges_per_entry = 3;
    std::vector<round_rules> rounds;
    tally_method tally = tally_method::mean;
    std::vector<ladder_step> tie_ladder;
    conflict_rules conflicts;
    bool panel_sees_names = true;  // of each other, on scores, after judging closed
    bool prizes_may_be_withheld = true;
    dropout_policy dropout = dropout_policy::keep_locked;
    disclosure_policy disclosure = disclosure_policy::own_scores_to_city;
    std::vector<prize_slots>
        prizes;  // the store writes the edition's tiers here, so that the hash covers them
    friend bool operator==(const rule_set&, const rule_set&) = default;
};
BOOST_DESCRIBE_STRUCT(rule_set, (),
                      (number, limits, form, rubric, minimum_judges_per_entry, rounds, tally, tie_ladder,
                       conflicts, panel_sees_names, prizes_may_be_withheld, dropout, disclosure, prizes))

// Something wrong with a rule set: where (`rubric.criteria.impact`, `tie_ladder`) and what, in plain words.
struct problem {
    std::string where;
    std::string message;
    friend bool operator==(const problem&, const problem&) = default;
};
BOOST_DESCRIBE_STRUCT(problem, (), (where, message))

// Everything wrong with it, in the order of the rule set; an edition opens only with none.
std::vector<problem> check(const rule_set&);

// J10, P1: once a scorecard is locked a later version may only add prize slots, below those that are there:
// tiers after the last one, or more prizes in the last one. Refuses with `rules_frozen` and the parts that
// differ.
verdict may_amend_after_scoring(const rule_set& before, const rule_set& after);

// The weights' sum in basis points, and the criterion of a key (null if there is none).
int total_weight_bp(const rubric&);
const criterion* find_criterion(const rubric&, std::string_view key);

// The form of a new edition: ten sections from the project to the declaration.
entry_form default_form();

// Six criteria on a scale of 1 to 10. Its note says that it is not the rubric of 2014, which is not public.
rubric default_rubric();

// Limits, form, rubric, one scoring round and one of finals, the mean, the full ladder.
rule_set default_rules();

}  // namespace workflow
