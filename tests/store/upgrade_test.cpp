// The upgrade of a database with a whole edition in it, from each version of the schema that the product
// could be brought to: nothing is lost and nothing is changed, and what comes out is the schema of today.
// Versions before the sixth never were a database: the first six files make the tables that the migrations'
// own last step fills.
#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include <boost/json/parse.hpp>

#include "notifications/letter_content.hpp"
#include "server/store/decisions.hpp"
#include "tests/support/database.hpp"
#include "tests/support/schema_dump.hpp"
#include "tests/support/scratch_folder.hpp"
#include "workflow/audit_words.hpp"
#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t first_version = 6;

std::vector<fs::path> migration_files() {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(tests::schema_folder()))
        if (file.path().filename() != "current.sql") files.push_back(file.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

// The sections of filled.sql that a database of this version can hold.
std::string rows_of(std::size_t version) {
    std::istringstream lines(text_of(WEGO_SOURCE_DIR "/tests/store/filled.sql"));
    std::string rows;
    std::size_t section = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("-- from ")) section = std::stoul(line.substr(8, 4));
        if (section != 0 && section <= version && !line.starts_with("--")) rows += line + '\n';
    }
    return rows;
}

struct content {
    std::int64_t rows = 0;
    std::string hash;
    friend bool operator==(const content&, const content&) = default;
};
std::ostream& operator<<(std::ostream& out, const content& of) {
    return out << of.rows << " rows, " << of.hash;
}

constexpr std::size_t first_with_words = 18;
void fill_words(store::database& db) {
    for (const auto& [subject, word] : workflow::all_of<workflow::audit_subject>)
        db.run("insert into audit_word (part, word) values ('subject', :word)", {{"word", word}});
    for (const auto& [action, word] : workflow::all_of<workflow::audit_action>)
        db.run("insert into audit_word (part, word) values ('action', :word)", {{"word", word}});
}

constexpr std::size_t first_with_occasions = 19;
void fill_occasions(store::database& db) {
    for (const auto& row : notifications::letter_kinds)
        db.run("insert into letter_occasion (word, tells_the_result) values (:word, :tells)",
               {{"word", row.about}, {"tells", row.tells_the_result}});
}

// Migration 0020 gave decisions finer words; old_forms_of_decisions tells what became of each.
constexpr std::string_view rewritten = "decision";

using columns = std::map<std::string, std::string>;  // by table

columns list_columns(store::database& db) {
    columns found;
    // What the migrations keep for themselves grows with them.
    for (const auto& table : db.values<std::string>("select tablename from pg_tables where schemaname = "
                                                    "'public' and tablename <> 'migration' order by 1"))
        found[table] = db.value<std::string>(
            R"(select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
               where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
               and not (:table = :rewritten and attname in ('kind', 'body')))",
            {{"table", table}, {"rewritten", rewritten}});
    return found;
}

std::map<std::string, content> contents_of(store::database& db, const columns& tables) {
    std::map<std::string, content> found;
    for (const auto& [table, names] : tables) {
        const auto rows = "(select cast(row(" + names + ") as text) as one from " + table + ") as all_rows";
        found[table] = {db.value<std::int64_t>("select count(*) from " + table),
                        db.value<std::string>(
                            "select coalesce(md5(string_agg(one, ' ' order by one)), '') from " + rows)};
    }
    return found;
}

class upgrade_of_decisions : public tests::scratch_folder {
protected:
    // The files themselves bring the database to the version, as the product of that time did, with the edges
    // that it filled in; then people fill it.
    void fill(std::size_t version) {
        store::database db(database_.owner_connection(), {});
        db.run_script(
            "create table migration (name text primary key, applied_at timestamptz not null default "
            "clock_timestamp())");
        const auto files = migration_files();
        for (std::size_t i = 0; i < version; ++i) {
            db.run_script(text_of(files.at(i)));
            db.run_script("insert into migration (name) values ('" + files[i].filename().string() + "')");
        }
        for (const auto& edge : workflow::list_edges())
            db.run_script("insert into lifecycle_edge (machine, from_state, action, to_state) values ('" +
                          edge.machine + "', '" + edge.from + "', '" + edge.action + "', '" + edge.to + "')");
        if (version >= first_with_words) fill_words(db);
        if (version >= first_with_occasions) fill_occasions(db);
        db.run_script(rows_of(version));
    }
    // Reads as the superuser, whom row-level security does not bind.
    template <class Work>
    auto look(Work work) {
        store::database db(database_.owner_connection(), {});
        return work(db);
    }
    int bring_up_to_date() {
        return tests::migrate_alone(database_.owner_connection(), tests::schema_folder());
    }
    void expect_the_schema_of_today() {
        EXPECT_TRUE(tests::dumped_schema(database_.owner_connection()) ==
                    text_of(tests::schema_folder() / "current.sql"));
        EXPECT_EQ(look([](auto& db) {
                      return db.template values<std::string>(
                          "select conname from pg_constraint where not convalidated");
                  }),
                  std::vector<std::string>{});
    }
    // The catalogue's tests hold for the schema of today; here it binds whoever reads the old rows.
    void expect_row_level_security() {
        EXPECT_EQ(entries_seen_by(1), 2) << "of Seoul, for Mina";
        EXPECT_EQ(entries_seen_by(6), 0) << "Songpa never confirmed this person";
    }
    std::int64_t entries_seen_by(std::int64_t person) {
        store::database db(database_.connection(), {});
        db.begin(store::transaction_kind::read, store::database_role::applicant,
                 workflow::id_from<workflow::person_id>(person));
        const auto seen = db.value<std::int64_t>("select count(*) from entry");
        db.rollback();
        return seen;
    }

    tests::throw_away_database database_{"template0"};
};

constexpr std::size_t last_with_coarse_kinds = 19;

class upgrade : public upgrade_of_decisions, public testing::WithParamInterface<std::size_t> {};

TEST_P(upgrade, loses_nothing_and_ends_with_the_schema_of_today_and_its_locks) {
    fill(GetParam());
    const auto old_columns = look(list_columns);
    const auto before = look([&](auto& db) { return contents_of(db, old_columns); });
    for (const auto& [table, content] : before)
        EXPECT_GT(content.rows, 0) << table << ": tests/store/filled.sql has no rows for it";
    EXPECT_EQ(bring_up_to_date(), static_cast<int>(migration_files().size() - GetParam()));
    EXPECT_EQ(bring_up_to_date(), 0);
    const auto after = look([&](auto& db) { return contents_of(db, old_columns); });
    for (const auto& [table, content] : before) EXPECT_EQ(after.at(table), content) << table;
    expect_the_schema_of_today();
    expect_row_level_security();
}

struct old_form {
    std::string kind, body;
    store::decision_kind today;
    std::string body_today;
};

using enum store::decision_kind;
const std::string names = R"({"city":"Malaga","country":"Spain","title":"One"})";
const std::vector<old_form> forms{
    {"eligibility", R"({"entry":1,"flag":"twice"})", eligibility, R"({"entry":1,"flag":"twice"})"},
    {"eligibility", "{}", eligibility, R"({"entry":null,"flag":""})"},
    {"shortlist", R"({"round":2,"entries":[1]})", shortlist, R"({"round":2,"entries":[1],"beyond":false})"},
    {"tier_creation", R"({"tier":"best","per_category":1,"amendment":1})", tier_creation,
     R"({"tier":"best","per_category":1,"amendment":1})"},
    {"rule_change", R"({"tier":"best","per_category":2,"amendment":1})", rule_change,
     R"({"tier":"best","per_category":2,"amendment":1})"},
    {"tie", R"({"entries":[1,2],"votes":[{"judge":1,"entry":2}]})", second_ballot,
     R"({"entries":[1,2],"votes":[{"judge":1,"entry":2}]})"},
    {"tie", R"({"chair":[2,1]})", chair_choice, R"({"order":[2, 1]})"},
    {"tie", R"({"order":[[2],[1]]})", tie_order, R"({"order":[[2],[1]]})"},
    {"withholding", R"({"category":1,"tier":1,"number":1})", withholding,
     R"({"category":1,"tier":1,"number":1})"},
    {"withholding", R"({"category":1,"tier":1,"number":2,"lifted":true})", withholding_lifted,
     R"({"category":1,"tier":1,"number":2})"},
    {"sharing", R"({"category":1,"entries":[1,2]})", sharing, R"({"category":1,"entries":[1,2]})"},
    {"award", R"({"withdrawn":1,"then":"vacant"})", winner_withdrawal, R"({"entry":1,"then":"vacant"})"},
    {"correction", R"({"entry":1,"correction":"revoke"})", revocation, R"({"entry":1})"},
    {"correction", R"({"entry":1,"correction":"promote","tier":1})", promotion,
     R"({"entry":1,"tier":1,"number":1,"shared":false})"},
    {"correction", R"({"entry":1,"correction":"names","before":)" + names + R"(,"after":)" + names + "}",
     name_correction, R"({"entry":1,"before":)" + names + R"(,"after":)" + names + "}"},
    {"deadline_change", R"({"from":"2014-06-30 18:00:00.000000+00","to":"2014-07-02 18:00:00.000000+00"})",
     deadline_change, R"({"from":"2014-06-30 18:00:00.000000+00","to":"2014-07-02 18:00:00.000000+00"})"},
    {"reopening", R"({"scorecard":1,"action":"reopen_by_decision"})", scorecard_reopening,
     R"({"scorecard":1,"entry":2})"},
    {"other", R"({"scorecard":1,"action":"relock"})", scorecard_relocking, R"({"scorecard":1,"entry":2})"},
    {"other", R"({"scorecard":1,"action":"make_void"})", scorecard_voiding, R"({"scorecard":1,"entry":2})"},
    {"category_move", R"({"entry":1,"from":1,"to":2})", category_move, R"({"entry":1,"from":1,"to":2})"},
    {"category_move", R"({"from":1,"to":2,"entries":[1]})", category_merge,
     R"({"from":1,"into":2,"entries":[1]})"},
    {"appeal", R"({"appeal":1,"outcome":"upheld"})", appeal, R"({"appeal":1,"outcome":"upheld"})"},
    {"appeal", "{}", appeal, R"({"appeal":null,"outcome":null})"},
    {"other", "{}", other, "{}"}};

TEST_F(upgrade_of_decisions, each_old_form_has_its_kind_and_its_body_of_today) {
    fill(last_with_coarse_kinds);
    look([&](auto& db) {
        db.run("select setval(pg_get_serial_sequence('decision', 'id'), 100)");
        for (const auto& form : forms)
            db.run(
                "insert into decision (edition_id, kind, reason, body) values (1, :kind, 'minuted', :body)",
                {{"kind", form.kind}, {"body", form.body}});
        return 0;
    });
    bring_up_to_date();
    auto lines =
        look([](auto& db) { return store::list_decisions(db, workflow::id_from<workflow::edition_id>(1)); });
    std::erase_if(lines, [](const auto& one) { return one.reason != "minuted"; });
    std::ranges::reverse(lines);
    ASSERT_EQ(lines.size(), forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) {
        EXPECT_EQ(lines[i].kind, forms[i].today) << forms[i].kind << forms[i].body;
        EXPECT_EQ(boost::json::parse(lines[i].body), boost::json::parse(forms[i].body_today))
            << forms[i].kind << forms[i].body;
        EXPECT_NO_THROW(store::body_of(lines[i])) << forms[i].kind << forms[i].body;
    }
}

// The newest version is among them, so that its tables have their rows when the next file comes.
INSTANTIATE_TEST_SUITE_P(from, upgrade, testing::Range(first_version, migration_files().size() + 1),
                         [](const auto& version) { return "version_" + std::to_string(version.param); });

}  // namespace
