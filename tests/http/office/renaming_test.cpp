// A criterion that is renamed: its key follows the name, and the ladder follows the key (J7, J10).
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

class office_renaming : public office_test {
protected:
    static fields rubric(const std::string& first, const std::string& second, const std::string& first_key,
                         const std::string& second_key) {
        return {{"note", ""},
                {"key_1", first_key},
                {"name_1", first},
                {"question_1", "What has changed?"},
                {"weight_1", "60"},
                {"min_1", "1"},
                {"max_1", "10"},
                {"levels_1", "1: Nothing\n10: Everything"},
                {"key_2", second_key},
                {"name_2", second},
                {"question_2", "Whom?"},
                {"weight_2", "40"},
                {"min_2", "1"},
                {"max_2", "5"},
                {"levels_2", "1: Nobody\n5: Everybody"}};
    }
    // As a browser sends it: with the version that the page was made from.
    page save(fields form) {
        const auto shown = office.get("/office/2014/set-up/rubric");
        form.emplace_back("version", shown.value_of("version"));
        return office.post("/office/2014/set-up/rubric", form);
    }
    bool newest_has(const char* path, const char* key) {
        return count(
                   "select count(*) from (select body from rule_set where edition_id = :id order by version "
                   "desc "
                   "limit 1) newest where body::jsonb #>> cast(:path as text[]) = :key",
                   {{"id", edition_}, {"path", std::string(path)}, {"key", std::string(key)}}) == 1;
    }
};

TEST_F(office_renaming, J10_a_criterion_takes_its_key_along_and_the_ladder_follows) {
    lay(
        [](workflow::edition&, workflow::rule_set& rules) {
            rules.tie_ladder = {{workflow::tie_rung::key_criterion, "impact"},
                                {workflow::tie_rung::shared, ""}};
        },
        workflow::edition_state::planned);
    ASSERT_EQ(save(rubric("Sustainability", "Reach", "impact", "")).status, 303);
    EXPECT_TRUE(newest_has("{rubric,criteria,0,key}", "sustainability")) << "scores would stand under impact";
    EXPECT_TRUE(newest_has("{tie_ladder,0,criterion}", "sustainability"));
    // The names change places: so do the keys, and the ladder still asks for the first row.
    ASSERT_EQ(save(rubric("Reach", "Sustainability", "sustainability", "reach")).status, 303);
    EXPECT_TRUE(newest_has("{rubric,criteria,0,key}", "reach"));
    EXPECT_TRUE(newest_has("{rubric,criteria,1,key}", "sustainability"));
    EXPECT_TRUE(newest_has("{tie_ladder,0,criterion}", "reach"));
}

// What scores mean has to fit the scale: said beside the field, by the criterion's name, and nothing is lost.
TEST_F(office_renaming, T6_levels_that_are_not_on_the_scale_are_told_at_their_criterion) {
    lay([](workflow::edition&, workflow::rule_set&) {}, workflow::edition_state::planned);
    auto form = rubric("Sustainability", "Reach", "impact", "");
    for (auto& [name, value] : form)
        if (name == "max_1") value = "5";
    const auto refused = save(form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("The level 10 is not on the scale.")) << refused.text();
    EXPECT_TRUE(refused.has("levels_1-error"));
    EXPECT_FALSE(refused.has("levels_2-error"));
    EXPECT_TRUE(refused.says("10: Everything"));
}

TEST_F(office_renaming, T6_problems_of_the_rules_are_told_by_names) {
    lay([](workflow::edition&, workflow::rule_set& rules) { rules.rubric.criteria[0].levels.clear(); },
        workflow::edition_state::planned);
    const auto page = office.get("/office/2014/set-up");
    EXPECT_TRUE(page.says("Both ends of the scale need a description.")) << page.text();
    EXPECT_FALSE(page.says("rubric."));
}

}  // namespace
}  // namespace tests
