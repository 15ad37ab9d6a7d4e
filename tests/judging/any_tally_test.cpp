// What holds for the tally of any edition whatever (J6, J8), with made-up ones by the thousand.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "judging/tally.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::tally_method;

RC_GTEST_PROP(tally_of_any_edition, J6_does_not_depend_on_the_order_of_its_inputs, (unsigned seed)) {
    const auto input = *any_edition();
    auto other = input;
    other.sheets = shuffled(input.sheets, seed);
    other.entries = shuffled(input.entries, seed);
    other.rules.criteria = shuffled(input.rules.criteria, seed);
    RC_ASSERT(tally(input).value() == tally(other).value());
    RC_ASSERT(canonical_inputs(input) == canonical_inputs(other));
}

RC_GTEST_PROP(tally_of_any_edition, J6_does_not_depend_on_numbers, ()) {
    const auto input = *any_edition();
    const auto swap = [](entry_id each) { return entry(100 - workflow::value(each)); };
    auto other = input;
    for (auto& each : other.entries) each.entry = swap(each.entry);
    for (auto& one : other.sheets)
        one.entry = swap(one.entry), one.judge = judge(100 - workflow::value(one.judge));
    const auto before = tally(input).value(), after = tally(other).value();
    for (const auto& line : before.entries) {
        const auto& same = *std::ranges::find(after.entries, swap(line.entry), &entry_tally::entry);
        RC_ASSERT(line.value == same.value && line.rank == same.rank);
    }
}

RC_GTEST_PROP(tally_of_any_edition, J6_a_recused_score_moves_nothing, ()) {
    const auto input = *any_edition();
    auto other = input;
    for (auto& one : other.sheets)
        if (one.standing != standing::counted) one.scores = {{"impact", 4}, {"reach", 1}};
    RC_ASSERT(tally(input).value() == tally(other).value());
}

RC_GTEST_PROP(tally_of_any_edition, conservation_holds, ()) {
    const auto input = *any_edition();
    const auto result = tally(input).value();
    RC_ASSERT(list_out_of_balance(result, sheets_by_entry(input)).empty());
    for (const auto& line : result.entries)
        RC_ASSERT(line.counts.given == line.counts.counted + line.counts.recused + line.counts.voided);
}

RC_GTEST_PROP(tally_of_any_edition, J8_with_complete_data_adjusting_changes_nothing, ()) {
    auto input = *any_edition(true);
    const auto raw = tally(input).value();
    input.rules.method = tally_method::adjusted;
    RC_ASSERT(tally(input).value().categories == raw.categories);
}

RC_GTEST_PROP(tally_of_any_edition, J6_any_change_that_could_matter_changes_the_canonical_text, ()) {
    const auto input = *any_edition();
    auto other = input;
    auto& one = other.sheets[*rc::gen::inRange<std::size_t>(0, input.sheets.size())];
    one.scores["impact"] = 1 + *one.scores["impact"] % 4;
    RC_ASSERT(canonical_inputs(input) != canonical_inputs(other));
}

}  // namespace judging
