#include "judging/conflict.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;

namespace {

const city_id seoul{1}, songpa{2}, gimpo{3}, gangnam{4};

judge_facts hwang() {
    return {judge(6), {{seoul, std::nullopt}}, "KR", "KR", {"National Information Society Agency"}};
}

entry_facts entry_of(std::int64_t number, city_id city, std::optional<city_id> parent, std::string country) {
    return {entry(number), {city, parent}, std::move(country), {}};
}

std::vector<conflict_kind> kinds(const std::vector<conflict>& found) {
    std::vector<conflict_kind> list;
    for (const auto& each : found) list.push_back(each.kind);
    return list;
}

}  // namespace

TEST(conflict, J1_same_city_and_country) {
    EXPECT_EQ(kinds(find_conflicts(hwang(), entry_of(1, seoul, {}, "KR"), {}, {})),
              (std::vector{conflict_kind::same_city, conflict_kind::same_country_of_origin,
                           conflict_kind::same_country_of_employment}));
}

TEST(conflict, J1_parent_and_district_but_not_two_districts) {
    auto facts = hwang();
    facts.country_of_origin = facts.country_of_employment = "CA";
    EXPECT_EQ(kinds(find_conflicts(facts, entry_of(1, songpa, seoul, "KR"), {}, {})),
              std::vector{conflict_kind::parent_city});
    facts.cities = {{songpa, seoul}};
    EXPECT_EQ(kinds(find_conflicts(facts, entry_of(1, seoul, {}, "KR"), {}, {})),
              std::vector{conflict_kind::district});
    EXPECT_TRUE(find_conflicts(facts, entry_of(1, gangnam, seoul, "KR"), {}, {}).empty());
}

TEST(conflict, J1_country_bars_only_if_the_rule_set_says_so) {
    workflow::conflict_rules rules;
    rules.same_country_bars = false;
    const auto noted = find_conflicts(hwang(), entry_of(1, gimpo, {}, "KR"), {}, rules);
    ASSERT_EQ(noted.size(), 2u);
    EXPECT_TRUE(list_barred(noted).empty());
    EXPECT_EQ(list_barred(find_conflicts(hwang(), entry_of(1, gimpo, {}, "KR"), {}, {})),
              (std::vector{barred_pair{judge(6), entry(1)}}));
}

TEST(conflict, J1_unknown_countries_are_nothing_in_common) {
    auto facts = hwang();
    facts.country_of_origin = facts.country_of_employment = "";
    EXPECT_TRUE(find_conflicts(facts, entry_of(1, gimpo, {}, ""), {}, {}).empty());
}

TEST(conflict, J1_same_organisation_whatever_the_spacing) {
    auto provided = entry_of(1, gimpo, {}, "XX");
    provided.organisations = {"national  information society agency "};
    const auto found = find_conflicts(hwang(), provided, {}, {});
    ASSERT_EQ(kinds(found), std::vector{conflict_kind::same_organisation});
    EXPECT_EQ(found[0].fact, "national  information society agency ");
}

TEST(conflict, J1_recorded_declared_and_challenged) {
    recorded_facts recorded;
    recorded.relations = {{judge(6), {}, gimpo, "adviser until 2013"}, {judge(6), entry(9), {}, "no"}};
    recorded.declarations = {{judge(6), entry(1), "a former student"}, {judge(5), entry(1), "no"}};
    recorded.challenges = {{judge(6), entry(1), challenge_state::open, "said so in the press"},
                           {judge(6), entry(1), challenge_state::dismissed, "no"}};
    const auto found = find_conflicts(hwang(), entry_of(1, gimpo, {}, "XX"), recorded, {});
    EXPECT_EQ(kinds(found), (std::vector{conflict_kind::recorded_relation, conflict_kind::declared,
                                         conflict_kind::challenged}));
    for (const auto& each : found) {
        EXPECT_TRUE(each.bars);
        EXPECT_NE(each.fact, "no");
    }
}

TEST(conflict, J12_whoever_took_part_in_an_entry_is_barred_from_it) {
    auto facts = hwang();
    facts.took_part_in = {entry(1)};
    const auto found = find_conflicts(facts, entry_of(1, gimpo, {}, "XX"), {}, {});
    ASSERT_EQ(kinds(found), std::vector{conflict_kind::took_part});
    EXPECT_TRUE(found[0].bars);
    EXPECT_TRUE(find_conflicts(facts, entry_of(2, gimpo, {}, "XX"), {}, {}).empty());
}

TEST(conflict, J12_an_address_at_the_same_domain_is_a_hint_and_bars_nobody) {
    auto facts = hwang();
    facts.mail_domain = "nia.example";
    auto of_gimpo = entry_of(1, gimpo, {}, "XX");
    of_gimpo.mail_domains = {"gimpo.example", "NIA.example"};
    const auto found = find_conflicts(facts, of_gimpo, {}, {});
    ASSERT_EQ(kinds(found), std::vector{conflict_kind::same_mail_domain});
    EXPECT_FALSE(found[0].bars);
    facts.mail_domain = "";
    of_gimpo.mail_domains = {""};
    EXPECT_TRUE(find_conflicts(facts, of_gimpo, {}, {}).empty()) << "nothing is nothing in common";
}

TEST(conflict, J1_six_of_the_fifteen_winners_of_2014_came_from_a_judges_country) {
    const std::vector<std::string> judges{"CA", "CN", "FI", "ID", "RU", "KR", "SD"};
    const std::vector<std::string> winners{"TW", "KR", "TR", "IN", "ES", "PH", "FI", "HK",
                                           "CN", "KR", "KR", "TR", "TW", "VN", "SG"};
    std::vector<judge_facts> panel;
    std::vector<entry_facts> entries;
    for (const auto& country : judges)
        panel.push_back({judge(std::ssize(panel) + 1), {}, country, country, {}});
    for (const auto& country : winners)
        entries.push_back(entry_of(std::ssize(entries) + 1, city_id{std::ssize(entries) + 10}, {}, country));
    // ISO 3166-1 gives Hong Kong a code of its own; the sixth is Hong Kong SAR under the country CN.
    EXPECT_EQ(list_barred(list_conflicts(panel, entries, {}, {})).size(), 5u);
    entries[7].country = "CN";
    EXPECT_EQ(list_barred(list_conflicts(panel, entries, {}, {})).size(), 6u);
}

TEST(conflict, J1_a_change_of_data_says_what_appeared_and_vanished) {
    const auto before = find_conflicts(hwang(), entry_of(1, songpa, seoul, "XX"), {}, {});
    const auto after = find_conflicts(hwang(), entry_of(1, gimpo, {}, "KR"), {}, {});
    const auto changes = compare_conflicts(before, after);
    EXPECT_EQ(kinds(changes.vanished), std::vector{conflict_kind::parent_city});
    EXPECT_EQ(changes.appeared.size(), 2u);
}

}  // namespace judging
