// Setting an edition up by form and by file, through the whole service: what is refused comes back as it was
// typed, each error beside its field (E1, E4, J10, P1).
#include "tests/http/office/ground.hpp"

#include <fstream>
#include <sstream>

namespace tests {
namespace {

using testing::HasSubstr;

class office_setup : public office_test {
protected:
    void lay_planned(const change_of_edition& change = {}) { lay(change, workflow::edition_state::planned); }
    fields rubric(const std::string& first_weight, const std::string& second_weight) {
        return {{"note", "What counts"},
                {"ends", "yes"},
                {"key_1", "impact"},
                {"name_1", "Impact"},
                {"question_1", "What has changed?"},
                {"weight_1", first_weight},
                {"min_1", "1"},
                {"max_1", "10"},
                {"levels_1", "1: Nothing\n10: Everything"},
                {"key_2", ""},
                {"name_2", "Reach"},
                {"question_2", "Whom?"},
                {"weight_2", second_weight},
                {"min_2", "1"},
                {"max_2", "5"},
                {"levels_2", "1: Nobody\n5: Everybody"}};
    }
    // As a browser sends it: with the version that the page was made from.
    page save(const std::string& path, fields form) {
        const auto shown = office.get("/office/2014" + path);
        form.emplace_back("version", shown.value_of("version"));
        return office.post("/office/2014" + path, form);
    }
    std::int64_t versions() {
        return count("select count(*) from rule_set where edition_id = :id", {{"id", edition_}});
    }
};

TEST_F(office_setup, weights_that_do_not_sum_to_a_hundred_are_refused_to_the_last_hundredth) {
    lay_planned();
    const auto page = save("/set-up/rubric", rubric("60", "39.99"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("The weights sum to 99.99 %; they have to sum to exactly 100 %.")) << page.text();
    EXPECT_TRUE(page.has("weight_1-error"));
    EXPECT_EQ(page.value_of("weight_2"), "39.99");
    EXPECT_TRUE(page.has("10: Everything"));
    EXPECT_EQ(save("/set-up/rubric", rubric("60", "40.005")).status, 422);
    EXPECT_EQ(save("/set-up/rubric", rubric("160", "-60")).status, 422);
    auto scale = rubric("60", "40");
    scale[7].second = "1", scale[6].second = "10";
    EXPECT_EQ(save("/set-up/rubric", scale).status, 422);
    EXPECT_EQ(versions(), 1);
    ASSERT_EQ(save("/set-up/rubric", rubric("59.99", "40.01")).status, 303);
    EXPECT_EQ(versions(), 2) << "rules are numbered versions";
    EXPECT_TRUE(office.get("/office/2014/set-up/rubric").says("The weights now sum to 100.00 %"));
}

TEST_F(office_setup, P1_an_edition_has_at_least_one_tier_and_one_category_before_its_call_opens) {
    lay_planned();
    const auto no_tier = save("/set-up/tiers", {{"key_1", "best"}, {"name_1", ""}, {"count_1", "1"}});
    EXPECT_EQ(no_tier.status, 422);
    EXPECT_TRUE(no_tier.says("Give at least one tier."));
    const auto many = save("/set-up/tiers", {{"key_1", "best"}, {"name_1", "Best"}, {"count_1", "many"}});
    EXPECT_EQ(many.status, 422);
    EXPECT_EQ(many.value_of("count_1"), "many");
    EXPECT_EQ(save("/set-up/categories", {{"key_1", ""}, {"name_1", ""}, {"description_1", ""}}).status, 422);
    EXPECT_EQ(save("/set-up/categories", {{"key_1", "x"}, {"name_1", "\xff"}, {"description_1", ""}}).status,
              422);
    ASSERT_EQ(save("/set-up/tiers", {{"key_1", "best"}, {"name_1", "Best"}, {"count_1", "1"}}).status, 303);
    EXPECT_EQ(count("select count(*) from tier where edition_id = :id", {{"id", edition_}}), 1);
    EXPECT_EQ(versions(), 2) << "J10: the tiers stand in the hashed text of the rules";
    EXPECT_EQ(count("select count(*) from rule_set where body like '%outstanding%'"), 1)
        << "only in the first";
    service_.run("delete from tier where edition_id = :id", {{"id", edition_}});
    const auto refused = move("open_call");
    EXPECT_EQ(refused.status, 409) << refused.text();
    EXPECT_EQ(in_state(), "planned");
    EXPECT_TRUE(office.get("/office/2014").says("Not yet"));
}

TEST_F(office_setup, a_category_with_entries_stays_and_a_tier_after_judging_takes_a_decision) {
    lay();
    add_entry("Seoul", "KR");
    const auto page =
        save("/set-up/categories", {{"key_1", "open_city"}, {"name_1", "Open City"}, {"description_1", ""}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Entries are in the category Services")) << page.text();
    set_state(workflow::edition_state::deliberation);
    EXPECT_EQ(save("/set-up/tiers", {{"key_1", "best"}, {"name_1", "Best"}, {"count_1", "2"}}).status, 422);
}

TEST_F(office_setup, J10_rules_that_are_frozen_are_not_edited_by_form) {
    lay();
    for (const auto* name : {"Kim", "Ann"}) add_judge(name, "CA");
    add_entry("Seoul", "KR");
    start_judging();
    const auto before = versions();
    EXPECT_EQ(save("/set-up/rubric", rubric("60", "40")).status, 409);
    EXPECT_EQ(versions(), before);
    EXPECT_EQ(count("select count(*) from rule_set where frozen_at is not null"), 1);
}

TEST_F(office_setup, forms_that_cannot_be_saved_any_more_are_for_reading) {
    lay();
    for (const auto* name : {"Kim", "Ann"}) add_judge(name, "CA");
    add_entry("Seoul", "KR");
    EXPECT_TRUE(office.get("/office/2014/set-up/rubric").has(">Save<"));
    start_judging();
    for (const auto* part : {"rubric", "rules", "tiers", "categories"}) {
        const auto shown = office.get(std::string("/office/2014/set-up/") + part);
        EXPECT_TRUE(shown.has("<fieldset class=\"govuk-fieldset wego-closed\" disabled>")) << part;
        EXPECT_FALSE(shown.has(">Save<")) << part;
        EXPECT_TRUE(shown.says("This needs a recorded decision.")) << part;
    }
    EXPECT_FALSE(office.get("/office/2014/set-up/questions").has("Add the section"));
}

// Two people set an edition up side by side.
TEST_F(office_setup, a_stale_form_gets_409_with_both_texts_and_the_next_save_is_good) {
    lay_planned();
    const auto stale = office.get("/office/2014/set-up/tiers").value_of("version");
    ASSERT_EQ(save("/set-up/tiers", {{"key_1", "best"}, {"name_1", "Gold"}, {"count_1", "1"}}).status, 303);
    const auto both =
        office.post("/office/2014/set-up/tiers",
                    {{"version", stale}, {"key_1", "best"}, {"name_1", "Best"}, {"count_1", "1"}});
    EXPECT_EQ(both.status, 409);
    EXPECT_EQ(both.value_of("name_1"), "Best");
    EXPECT_TRUE(both.says("Somebody saved “Gold” here in the meantime.")) << both.text();
    EXPECT_EQ(count("select count(*) from tier where name = 'Gold'"), 1);
    EXPECT_EQ(office
                  .post("/office/2014/set-up/tiers", {{"version", both.value_of("version")},
                                                      {"key_1", "best"},
                                                      {"name_1", "Best"},
                                                      {"count_1", "1"}})
                  .status,
              303);
    EXPECT_EQ(count("select count(*) from tier where name = 'Best'"), 1);

    // Whatever part somebody else saved: nothing that this form was not shown is written over.
    const auto seen = office.get("/office/2014/set-up/rubric").value_of("version");
    ASSERT_EQ(save("/set-up/questions", {{"title", "Lessons"}}).status, 303);
    auto mine = rubric("60", "40");
    mine.emplace_back("version", seen);
    const auto looked = office.post("/office/2014/set-up/rubric", mine);
    EXPECT_EQ(looked.status, 409);
    EXPECT_EQ(looked.value_of("weight_2"), "40");
    mine.back().second = looked.value_of("version");
    EXPECT_EQ(office.post("/office/2014/set-up/rubric", mine).status, 303);
    EXPECT_EQ(office.get("/office/2014/set-up/questions/lessons").status, 200)
        << "the section is still there";
    EXPECT_EQ(office.post("/office/2014/set-up/categories", {{"key_1", "x"}, {"name_1", "X"}}).status, 409)
        << "no version";
}

TEST_F(office_setup, E1_limits_and_rules_are_numbers_that_make_sense) {
    lay_planned();
    const auto with = [&](const std::string& name, const std::string& value) {
        fields form{{"entries_per_city", "2"}, {"max_files", "10"},
                    {"max_mebibytes", "20"},   {"minimum_judges", "3"},
                    {"tally", "mean"},         {"dropout", "void_unfinished"},
                    {"round_1", "Scoring"},    {"rung_1", "key_criterion"},
                    {"by_1", "impact"},        {"disclosure", "winners_only"}};
        for (auto& [key, held] : form)
            if (key == name) held = value;
        return save("/set-up/rules", form);
    };
    const fields wrong{{"entries_per_city", "0"},
                       {"max_mebibytes", "21"},
                       {"minimum_judges", "none"},
                       {"round_1", ""},
                       {"by_1", "beauty"}};
    for (const auto& [name, value] : wrong) {
        const auto page = with(name, value);
        EXPECT_EQ(page.status, 422) << name;
        EXPECT_TRUE(page.has(name + "-error")) << name;
    }
    EXPECT_EQ(with("max_files", "5").status, 303);
    EXPECT_TRUE(office.get("/office/2014/set-up")
                    .says("The ladder has no end: its last rung must be the chair or a shared prize."));
    EXPECT_EQ(move("open_call").status, 409) << "rules with a problem open no call";
    EXPECT_EQ(count("select count(*) from rule_set where body like '%void_unfinished%'"), 1);
}

TEST_F(office_setup, questions_are_added_changed_and_removed) {
    lay_planned();
    EXPECT_EQ(save("/set-up/questions", {{"title", ""}}).status, 422);
    ASSERT_EQ(save("/set-up/questions", {{"title", "Lessons"}}).status, 303);
    const std::string path = "/set-up/questions/lessons", url = "/office/2014" + path;
    EXPECT_EQ(office.get(url).status, 200);
    const fields choice{
        {"title", "Lessons"}, {"help", ""},         {"key_1", ""},    {"label_1", "Would you do it again?"},
        {"hint_1", ""},       {"kind_1", "choice"}, {"words_1", "0"}, {"choices_1", "Yes"},
        {"required_1", "yes"}};
    const auto page = save(path, choice);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Give at least two choices"));
    EXPECT_EQ(page.value_of("label_1"), "Would you do it again?");
    auto better = choice;
    better[7].second = "Yes\nNo";
    ASSERT_EQ(save(path, better).status, 303);
    EXPECT_TRUE(office.get(url).says("Would you do it again?") ||
                office.get(url).has("Would you do it again?"));
    EXPECT_EQ(office.get("/office/2014/set-up/questions/nothing").status, 404);
}

class importing : public office_setup {
protected:
    page import(const std::string& text, const std::string& name = "wego.toml") {
        return office.post_file("/office/editions/import", {}, {"file", name, "application/toml", text});
    }
    // The file of 2014 without its list of members, as a person would upload it.
    static std::string good_file() {
        std::ifstream file(WEGO_SOURCE_DIR "/config/editions/wego-2014.toml");
        std::ostringstream text;
        text << file.rdbuf();
        auto whole = text.str();
        const auto at = whole.find("members = ");
        whole.replace(at, whole.find('\n', at) - at, "");
        return whole;
    }
    static std::string with(std::string from, const std::string& to) {
        auto text = good_file();
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        return text;
    }
    std::int64_t editions() { return count("select count(*) from edition"); }
};

TEST_F(importing, a_bad_edition_file_is_named_with_line_and_reason_and_nothing_is_imported) {
    struct bad {
        std::string text, says;
    };
    for (const auto& one :
         std::vector<bad>{{with("closes_at = \"2014-06-30T18:00\"", "closes_at = \"2014-06-31T18:00\""),
                           "wego.toml, line 25:"},
                          {with("weight_bp = 3000", "weight_bp = 2999"), "wego.toml, line "},
                          {with("ordinal = 2", "ordinal = = 2"), "wego.toml, line 8:"},
                          {with("theme = \"\"", "thema = \"\""), "wego.toml, line 12:"},
                          {"members = \"/etc/passwd\"\n" + good_file(), "wego.toml, line 1:"}}) {
        const auto page = import(one.text);
        EXPECT_EQ(page.status, 422) << one.says;
        EXPECT_TRUE(page.says(one.says)) << page.text();
        EXPECT_TRUE(page.has("file-error"));
        EXPECT_EQ(editions(), 0);
        EXPECT_EQ(count("select count(*) from city"), 0);
    }
    EXPECT_EQ(import("").status, 422);
    EXPECT_TRUE(import("<b>bad", "<i>.toml").has("&lt;i&gt;.toml")) << "the name is somebody else's text";
}

TEST_F(importing, an_edition_file_makes_an_edition_once) {
    const auto made = import(good_file());
    ASSERT_EQ(made.status, 303) << made.text();
    EXPECT_EQ(made.location().substr(0, made.location().find('?')), "/office/2014/set-up");
    EXPECT_EQ(count("select count(*) from category"), 5);
    EXPECT_EQ(count("select count(*) from audit_event where action = 'edition_imported'"), 1);
    EXPECT_TRUE(office.get("/office/2014/set-up").says("The rules have no problem."));
    const auto again = import(good_file());
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("There is an edition 2014 already."));
}

TEST_F(importing, only_who_founds_editions_may_create_one) {
    const auto member = service_.add_secured_person("Member");
    lay();
    service_.with_database([&](store::database& db) { tests::put_in_office(db, member, edition_); });
    browser one(service_);
    one.sign_in_as(member);
    EXPECT_EQ(one.get("/office/2014").status, 200);
    EXPECT_EQ(one.get("/office/editions/new").status, 404);
    EXPECT_EQ(
        one.post_file("/office/editions/import", {}, {"file", "x.toml", "application/toml", good_file()})
            .status,
        404);
    const fields form{{"name", "3rd WeGO Awards"}, {"key", "2017"}, {"ordinal", "3"},      {"year", "2017"},
                      {"organiser", "WeGO"},       {"host", ""},    {"zone", "Asia/Seoul"}};
    EXPECT_EQ(one.post("/office/editions/new", form).status, 404);
    auto bad = form;
    bad[1].second = "Twenty 17", bad[6].second = "Asia/Atlantis";
    const auto page = office.post("/office/editions/new", bad);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("key-error"));
    EXPECT_TRUE(page.has("zone-error"));
    EXPECT_EQ(page.value_of("name"), "3rd WeGO Awards");
    EXPECT_EQ(office.post("/office/editions/new", form).status, 303);
}

}  // namespace
}  // namespace tests
