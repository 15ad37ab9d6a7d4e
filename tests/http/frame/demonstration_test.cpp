// The demonstration at each of its stages: counts, the real winners, no conflict scored, a log of known
// moves, and nothing public before the announcement (P3).
#include "server/commands/demo.hpp"

#include "server/acts/proposal.hpp"
#include "server/commands/demo_entries.hpp"
#include "server/commands/demo_scores.hpp"
#include "server/pages/zones.hpp"
#include "server/store/public.hpp"
#include "tests/support/database.hpp"
#include "tests/support/demonstration.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

using commands::demo_stage;

namespace {

config::edition_file read_file() {
    return config::load_edition_file(WEGO_SOURCE_DIR "/config/editions/wego-2014.toml",
                                     pages::answer_for_zone)
        .file;
}

// A copy of the demonstration at a stage, read as its owner.
class told {
public:
    explicit told(demo_stage stage)
        : database_(tests::demonstrated(stage)),
          owner(std::make_unique<store::database>(database_.owner_connection(), store::limits{})) {
        owner->begin(store::transaction_kind::read, store::database_role::public_reader, std::nullopt);
        owner->run_script("set local role none");
    }
    ~told() { owner->rollback(); }
    std::int64_t count(std::string_view sql) { return owner->value<std::int64_t>(sql); }
    workflow::edition_id edition() { return owner->value<workflow::edition_id>("select id from edition"); }
    std::string state() { return owner->value<std::string>("select state from edition"); }

private:
    tests::throw_away_database database_;

public:
    std::unique_ptr<store::database> owner;
};

class each_stage : public testing::TestWithParam<demo_stage> {};

}  // namespace

TEST(demonstration, makes_up_68_entries_of_46_cities_and_at_most_two_a_city) {
    const auto file = read_file();
    const auto entries = demonstration::make_up_entries(file);
    EXPECT_EQ(entries.size(), 68u);
    std::map<std::size_t, std::set<std::string>> categories;
    for (const auto& one : entries)
        EXPECT_TRUE(categories[one.city].insert(one.category).second) << one.title;
    EXPECT_EQ(categories.size(), 46u);
    for (const auto& [city, entered] : categories) EXPECT_LE(entered.size(), 2u);
    std::set<std::string> titles;
    for (const auto& one : entries) EXPECT_TRUE(titles.insert(one.title).second) << one.title;
}

TEST(demonstration, J1_gives_no_scores_to_judges_from_an_entrys_country) {
    const auto file = read_file();
    const auto entries = demonstration::make_up_entries(file);
    const auto scores = demonstration::make_up_scores(file, entries);
    int winners_with_a_conflict = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const auto& [judge, sheet] : scores[i])
            EXPECT_NE(file.judges[judge].country, file.cities[entries[i].city].country);
        winners_with_a_conflict += !entries[i].tier.empty() && scores[i].size() < file.judges.size();
    }
    EXPECT_EQ(winners_with_a_conflict, 6);
}

TEST_P(each_stage, tells_its_history_by_known_moves) {
    told demo(GetParam());
    EXPECT_EQ(demo.state(), boost::describe::enum_to_string(GetParam(), ""));
    EXPECT_EQ(demo.count("select count(*) from entry"), 68);
    EXPECT_EQ(demo.count("select count(*) from judge where identity_checked_at is not null"), 7);
    EXPECT_EQ(demo.count(R"(select count(*) from scorecard s join conflict c on c.judge_id = s.judge_id
                            and c.entry_id = s.entry_id where c.bars)"),
              0);
    // Every move has its edge by a foreign key; beyond that none comes from the future or before the call was
    // planned.
    EXPECT_EQ(demo.count("select count(*) from audit_event where happened_at > now()"), 0);
    EXPECT_EQ(demo.count("select count(*) from entry where created_at > submitted_at"), 0);
    for (const auto* act :
         {"decision|made_at", "tally_run|run_at", "slate|created_at", "slate_approval|approved_at",
          "certificate|changed_at", "prize|changed_at", "conflict|found_at", "sealed_input|sealed_at",
          "screening_check|checked_at", "scorecard|assigned_at"}) {
        const std::string text(act), table = text.substr(0, text.find('|')),
                                     column = text.substr(text.find('|') + 1);
        EXPECT_EQ(demo.count("select count(*) from " + table + " where " + column +
                             " > clock_timestamp() - interval '2 hours'"),
                  0)
            << table << " is dated by the loading";
    }
    EXPECT_EQ(demo.count(R"(select count(*) from audit_event a join edition e on e.id = a.edition_id
                            where a.machine = 'edition' and a.action = 'open_call' and a.happened_at <> e.opened_at)"),
              0);
    EXPECT_EQ(demo.count(R"(select count(*) from letter where to_address not like '%.example')"), 0);
    // Two rounds, as in 2014: the finals hold the six best of each category, and those who are equal to the
    // sixth.
    const bool has_finals = GetParam() >= demo_stage::deliberation;
    EXPECT_EQ(demo.count("select count(*) from round where closed_at is not null"), has_finals ? 2 : 0);
    EXPECT_EQ(demo.count("select count(*) from decision where kind = 'shortlist'"), has_finals ? 1 : 0);
    EXPECT_EQ(
        demo.count(
            R"(select count(*) from category k where (select count(*) from round_entry x join round r on r.id = x.round_id
                                join entry e on e.id = x.entry_id where r.number = 2 and e.category_id = k.id) >= 6)"),
        has_finals ? 5 : 0);
    const bool is_public = GetParam() == demo_stage::announced;
    EXPECT_EQ(demo.count("select count(*) from prize"), is_public ? 15 : 0);
    EXPECT_EQ(demo.count("select count(*) from certificate") > 0, is_public);
    demo.owner->act_as(store::database_role::public_reader, std::nullopt);
    EXPECT_EQ(store::find_newest_announced(*demo.owner).has_value(), is_public);
}

INSTANTIATE_TEST_SUITE_P(demonstration, each_stage,
                         testing::Values(demo_stage::open, demo_stage::screening, demo_stage::judging,
                                         demo_stage::deliberation, demo_stage::decided,
                                         demo_stage::announced),
                         [](const auto& given) { return boost::describe::enum_to_string(given.param, ""); });

TEST(demonstration, P1_leaves_the_third_tier_to_be_added_in_the_deliberation) {
    told demo(demo_stage::deliberation);
    EXPECT_EQ(demo.count("select count(*) from tier"), 2);
    EXPECT_EQ(demo.count("select count(*) from tally_run"), 2);  // at the close of each round, and no other
}

TEST(demonstration, J7_has_a_tie_for_the_ladder_and_one_for_the_panel) {
    told demo(demo_stage::decided);
    std::vector<judging::rung_outcome> last;
    const auto proposed = acts::propose(*demo.owner, demo.edition());
    for (const auto& tie : proposed->slate.ties) {
        last.push_back(tie.resolution.rungs.back().outcome);
        if (tie.resolution.rungs.size() == 1)
            EXPECT_EQ(tie.resolution.rungs.back().step.rung, workflow::tie_rung::key_criterion);
        else
            EXPECT_EQ(tie.resolution.rungs.back().step.rung, workflow::tie_rung::second_ballot);
    }
    EXPECT_THAT(last,
                testing::ElementsAre(judging::rung_outcome::separated, judging::rung_outcome::separated));
    EXPECT_EQ(demo.count("select count(*) from decision where kind = 'second_ballot'"), 1);
}

TEST(demonstration, ends_with_the_fifteen_real_winners) {
    told demo(demo_stage::announced);
    struct winner {
        std::string category, tier, city;
        auto operator<=>(const winner&) const = default;
    };
    std::set<std::vector<std::string>> wanted, found;
    for (const auto& one : read_file().winners) wanted.insert({one.category, one.tier, one.city});
    for (
        const auto& line : demo.owner->values<std::string>(
            R"(select c.key || '|' || t.key || '|' || ci.official_name from prize p join category c on c.id = p.category_id
                join tier t on t.id = p.tier_id join city ci on ci.id = p.city_id)")) {
        const auto first = line.find('|'), second = line.find('|', first + 1);
        found.insert(
            {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    EXPECT_EQ(found, wanted);
    EXPECT_EQ(demo.count("select count(*) from prize where printed_country = 'Chinese Taipei'"), 2);
    EXPECT_EQ(demo.count("select count(*) from tier where decision_id is not null"), 1);
}

TEST(demonstration, keeps_its_accounts_for_their_owner_and_is_loaded_once_only) {
    const tests::throw_away_database database;
    const auto settings = tests::settings_to_demonstrate(database);
    std::ostringstream output, complaints;
    EXPECT_EQ(commands::load_demonstration(settings, demo_stage::open, output, complaints), 0)
        << complaints.str();
    struct stat facts {};
    EXPECT_EQ(stat((settings.paths.var + "/demo/accounts.json").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600u);
    EXPECT_EQ(commands::load_demonstration(settings, demo_stage::announced, output, complaints), 1);
    EXPECT_THAT(complaints.str(), testing::HasSubstr("there is an edition already"));
    std::filesystem::remove_all(settings.paths.var);
}
