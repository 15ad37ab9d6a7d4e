// judging/README.md is written so that somebody could write it all a second time: every key of the JSON,
// every word in it and every rule with its default stands there.
#include <gtest/gtest.h>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "judging/assignment.hpp"
#include "judging/views.hpp"
#include "server/commands/assign_judges.hpp"
#include "server/commands/tally_scores.hpp"
#include "tests/support/scratch_folder.hpp"
#include "workflow/rules.hpp"

namespace {

std::string read_readme() {
    std::ostringstream text;
    text << std::ifstream(WEGO_SOURCE_DIR "/judging/README.md").rdbuf();
    return text.str();
}

void collect_keys(const boost::json::value& value, std::set<std::string>& keys) {
    if (const auto* object = value.if_object())
        for (const auto& member : *object) {
            keys.insert(member.key());
            collect_keys(member.value(), keys);
        }
    if (const auto* list = value.if_array())
        for (const auto& one : *list) collect_keys(one, keys);
}

class readme : public tests::scratch_folder {
protected:
    // A word of code: between backticks, perhaps with others.
    void expect_named(const std::string& word) const {
        bool is_named = false;
        for (std::size_t at = text_.find(word); at != text_.npos && !is_named;
             at = text_.find(word, at + 1)) {
            const auto is_part = [](char sign) {
                return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
            };
            const auto line = text_.rfind('\n', at) + 1;
            is_named = !is_part(text_[at - 1]) && !is_part(text_[at + word.size()]) &&
                       std::count(text_.begin() + static_cast<std::ptrdiff_t>(line),
                                  text_.begin() + static_cast<std::ptrdiff_t>(at), '`') %
                               2 ==
                           1;
        }
        EXPECT_TRUE(is_named) << word;
    }
    template <class Enum>
    void expect_words() const {
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
            [&](auto one) { expect_named(one.name); });
    }
    template <class T>
    void expect_members() const {
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto one) { expect_named(one.name); });
    }
    void expect_keys(const std::string& json) const {
        std::set<std::string> keys;
        collect_keys(boost::json::parse(json), keys);
        EXPECT_GT(keys.size(), 10u);
        for (const auto& key : keys) expect_named(key);
    }
    void expect_row(const std::string& key, const std::string& value) const {
        EXPECT_NE(text_.find("| `" + key + "` | `" + value + "` |"), text_.npos) << key << " = " << value;
    }

    const std::string text_ = read_readme();
    std::string rules_ = R"(
[[tiers]]
key = "best"
name = "Best"
[rules]
tally = "adjusted"
[[rules.tie_ladder]]
rung = "head_to_head"
[[rules.tie_ladder]]
rung = "chair"
)";
};

TEST_F(readme, J6_names_every_key_of_the_tally_as_json) {
    std::ostringstream output, complaints;
    const auto scores = write("scores.csv",
                              "entry,category,judge,criterion,score,entry_country,judge_country\n"
                              "Seoul,open,Kim,Impact,5,KR,KR\nParis,open,Kim,Impact,5,FR,KR\n"
                              "Lima,open,Kim,Impact,4,PE,KR\nSeoul,open,Ann,Impact,6,KR,CA\n"
                              "Paris,open,Ann,Impact,6,FR,CA\nLima,open,Ann,Impact,1,PE,CA\n");
    ASSERT_EQ(commands::tally_scores({scores, write("rules.toml", rules_), commands::report_format::json, {}},
                                     output, complaints),
              0)
        << complaints.str();
    expect_keys(output.str());
}

TEST_F(readme, J3_names_every_key_of_the_assignment_as_json) {
    std::ostringstream output, complaints;
    commands::assign_request asked;
    asked.rules_file = write("rules.toml", rules_);
    asked.entries = write("entries.csv", "entry,category,country\nA,open,KR\nB,open,FR\n");
    asked.judges = write("judges.csv", "judge,country\nKim,KR\nEva,ES\n");
    asked.conflicts = write("conflicts.csv", "judge,entry\nEva,B\n");
    asked.standing = write("standing.csv", "judge,entry,started\nEva,B,yes\n");
    asked.format = commands::report_format::json;
    commands::assign_judges(asked, output, complaints);
    expect_keys(output.str());
}

TEST_F(readme, J6_names_every_word_of_the_json) {
    expect_words<judging::slot_state>(), expect_words<judging::rung_outcome>();
    expect_words<judging::rung_remark>(), expect_words<judging::doubt>();
    expect_words<judging::view_kind>(), expect_words<judging::not_to_be_had>();
    expect_words<judging::no_value>(), expect_words<judging::incomplete_sheet>();
    expect_words<judging::pair_reason>(), expect_words<judging::absence>();
    expect_words<judging::conflict_kind>(), expect_words<judging::expertise_rule>();
    expect_words<judging::assignment_objective>(), expect_words<workflow::tally_method>();
    expect_words<workflow::tie_rung>(), expect_words<workflow::dropout_policy>();
    expect_words<workflow::disclosure_policy>(), expect_words<workflow::question_kind>();
    expect_words<judging::tally_fault>();
}

TEST_F(readme, J6_names_every_rule_with_its_default) {
    const auto rules = workflow::default_rules();
    expect_members<workflow::rule_set>(), expect_members<workflow::entry_limits>();
    expect_members<workflow::entry_form>(), expect_members<workflow::form_section>();
    expect_members<workflow::question>(), expect_members<workflow::rubric>();
    expect_members<workflow::criterion>(), expect_members<workflow::level>();
    expect_members<workflow::round_rules>(), expect_members<workflow::ladder_step>();
    expect_members<workflow::conflict_rules>(), expect_members<workflow::prize_slots>();
    const auto quoted = [](const char* word) { return '"' + std::string(word) + '"'; };
    const auto number = [&](const char* key, std::int64_t value) { expect_row(key, std::to_string(value)); };
    const auto truth = [&](const char* key, bool value) { expect_row(key, value ? "true" : "false"); };
    number("number", rules.number);
    number("limits.entries_per_city", rules.limits.entries_per_city);
    number("limits.categories_per_entry", rules.limits.categories_per_entry);
    number("limits.max_files", rules.limits.max_files);
    number("limits.max_file_bytes", rules.limits.max_file_bytes);
    expect_row("form.language", quoted(rules.form.language.c_str()));
    truth("rubric.reason_at_scale_ends", rules.rubric.reason_at_scale_ends);
    number("minimum_judges_per_entry", rules.minimum_judges_per_entry);
    truth("conflicts.same_country_bars", rules.conflicts.same_country_bars);
    truth("conflicts.same_organisation_bars", rules.conflicts.same_organisation_bars);
    truth("conflicts.parent_city_bars", rules.conflicts.parent_city_bars);
    truth("panel_sees_names", rules.panel_sees_names);
    truth("prizes_may_be_withheld", rules.prizes_may_be_withheld);
    expect_row("tally", quoted(boost::describe::enum_to_string(rules.tally, "")));
    expect_row("dropout", quoted(boost::describe::enum_to_string(rules.dropout, "")));
    expect_row("disclosure", quoted(boost::describe::enum_to_string(rules.disclosure, "")));
    std::string criteria;
    for (const auto& one : rules.rubric.criteria)
        criteria += (criteria.empty() ? "" : ", ") + one.key + " " + std::to_string(one.weight_bp);
    EXPECT_NE(text_.find("| " + criteria + " |"), text_.npos) << criteria;
}

}  // namespace
