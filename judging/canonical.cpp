#include <algorithm>

#include "judging/tally.hpp"

namespace judging {

namespace {

template <class Enum>
std::string word(Enum value) {
    return boost::describe::enum_to_string(value, "?");
}

std::string number(auto id) {
    return std::to_string(workflow::value(id));
}

// With its length in front, no key can pretend to be another line.
std::string key_text(const std::string& key) {
    return std::to_string(key.size()) + ":" + key;
}

std::string rules_text(const tally_rules& rules) {
    std::string text = "method " + word(rules.method) + "\ntrim " + std::to_string(rules.trim) +
                       "\nincomplete " + word(rules.incomplete) + "\nminimum_sheets " +
                       std::to_string(rules.minimum_sheets) + "\nminimum_entries_per_judge " +
                       std::to_string(rules.minimum_entries_per_judge) + "\n";
    auto all = rules.criteria;
    std::ranges::sort(all, {}, &workflow::criterion::key);
    for (const auto& each : all)
        text += "criterion " + key_text(each.key) + " weight " + std::to_string(each.weight_bp) + " scale " +
                std::to_string(each.scale_min) + " " + std::to_string(each.scale_max) + "\n";
    return text;
}

// Only scores that are there: an absent and an empty one are the same, both missing.
std::string sheet_text(const sheet& one) {
    std::string text =
        "sheet entry " + number(one.entry) + " judge " + number(one.judge) + " " + word(one.standing);
    for (const auto& [key, score] : one.scores)
        if (score) text += " " + key_text(key) + "=" + std::to_string(*score);
    return text + "\n";
}

}  // namespace

std::string canonical_inputs(const tally_input& input) {
    std::string text = "tally inputs 1\n" + rules_text(input.rules);
    auto entries = input.entries;
    std::ranges::sort(entries, {}, [](const auto& one) { return std::pair(one.entry, one.category); });
    for (const auto& each : entries)
        text += "entry " + number(each.entry) + " category " + number(each.category) + "\n";
    std::vector<const sheet*> sheets;
    for (const auto& one : input.sheets) sheets.push_back(&one);
    std::ranges::sort(sheets, {}, [](const auto* one) { return std::pair(one->entry, one->judge); });
    for (const auto* one : sheets) text += sheet_text(*one);
    auto deltas = input.deltas;
    std::ranges::sort(deltas, {}, [](const auto& one) { return std::pair(one.entry, one.hundredths); });
    for (const auto& change : deltas)
        text +=
            "delta entry " + number(change.entry) + " hundredths " + std::to_string(change.hundredths) + "\n";
    return text + "end\n";
}

}  // namespace judging
