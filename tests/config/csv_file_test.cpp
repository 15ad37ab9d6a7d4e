#include "config/csv_file.hpp"

#include "config/rules_file.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;

class csv_file : public tests::scratch_folder {
protected:
    std::filesystem::path file_of(std::string_view text) const { return write("scores.csv", text); }
    // "2: Paris|7" for each row.
    std::vector<std::string> rows_of(std::string_view text,
                                     config::csv_columns columns = {{"entry", "score"}, {"country"}}) {
        std::vector<std::string> rows;
        config::read_csv(file_of(text), columns, [&](const config::csv_row& row) {
            rows.push_back(std::to_string(row.line()) + ": " + std::string(row[0]) + "|" +
                           std::string(row[1]) + "|" + std::string(row[2]));
        });
        return rows;
    }
    std::string refusal_of(std::string_view text) {
        try {
            rows_of(text);
        } catch (const config::bad_file& error) {
            return std::to_string(error.line()) + ":" + std::to_string(error.column()) + " " + error.reason();
        }
        return "read";
    }
};

using rows = std::vector<std::string>;

TEST_F(csv_file, is_read_by_the_names_of_its_columns_in_any_order) {
    EXPECT_EQ(rows_of("score,entry\n7,Paris\n,Lima\n"), (rows{"2: Paris|7|", "3: Lima||"}));
    EXPECT_EQ(rows_of("entry,country,score\nParis,FR,7"), (rows{"2: Paris|7|FR"}));
}

TEST_F(csv_file, is_read_as_spreadsheets_write_it) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "entry,score\r\n\"San Fernando, La Union\",7\r\n\r\n\"He said \"\"no\"\"\",8\r\n"),
              (rows{"2: San Fernando, La Union|7|", "4: He said \"no\"|8|"}));
    EXPECT_EQ(rows_of("entry,score\n\"two\n\nlines\",7\nLima,5\n"),
              (rows{"2: two\n\nlines|7|", "5: Lima|5|"}));
}

TEST_F(csv_file, says_where_it_is_wrong_and_why) {
    EXPECT_EQ(refusal_of(""), "1:1 is empty: the first line must name the columns");
    EXPECT_EQ(refusal_of("entry\nParis\n"), "1:2 the column \"score\" is missing");
    EXPECT_EQ(refusal_of("entry,score,colour\n"),
              "1:3 \"colour\" is no column; known are entry, score, country");
    EXPECT_EQ(refusal_of("entry,score,entry\n"), "1:3 \"entry\" is there twice");
    EXPECT_EQ(refusal_of("entry,score\nParis\n"), "2:2 has 1 cells, and the first line names 2 columns");
    EXPECT_EQ(refusal_of("entry,score\nParis,7,8\n"), "2:3 has 3 cells, and the first line names 2 columns");
    EXPECT_EQ(refusal_of("entry,score\nParis,7\nLima\xFF,7\n"), "3:1 is not UTF-8 text");
    EXPECT_EQ(refusal_of("entry,score\nA\xc3,\xa9 B\n"), "2:1 is not UTF-8 text")
        << "two halves of a letter in two cells";
    EXPECT_EQ(refusal_of("entry,score\n   \nParis,7,8\n"),
              "3:3 has 3 cells, and the first line names 2 columns");
    EXPECT_EQ(refusal_of("entry,score\n\"" + std::string(1 << 20, 'x') + "\n"),
              "2:1 is longer than a row can be: is a quote not closed?");
    EXPECT_EQ(refusal_of("entry,score\nPa\"ris,7\n"), "2:1 a quote is in the wrong place");
    EXPECT_EQ(refusal_of("entry,score\n\"Paris,7\n"), "2:1 a quote is not closed");
    EXPECT_THROW(config::read_csv(folder_ / "nothing.csv", {{"entry"}, {}}, [](const auto&) {}),
                 config::bad_file);
}

TEST_F(csv_file, points_at_the_cell_that_its_reader_refuses) {
    try {
        config::read_csv(file_of("score,entry\n7,Paris\nseven,Lima\n"), {{"entry", "score"}, {}},
                         [](const config::csv_row& row) {
                             if (row[1] == "seven") row.refuse(1, "must be a whole number");
                         });
        FAIL() << "it was not refused";
    } catch (const config::bad_file& error) {
        EXPECT_EQ(error.line(), 3u);
        EXPECT_EQ(error.column(), 1u);
        EXPECT_EQ(error.reason(), "score: must be a whole number");
    }
}

TEST_F(csv_file, beside_it_rules_are_read_from_a_whole_edition_or_alone) {
    const auto whole = config::load_rules_file(fs::path(WEGO_SOURCE_DIR) / "config/editions/wego-2014.toml");
    EXPECT_EQ(whole.tiers.size(), 3u);
    EXPECT_EQ(whole.categories.size(), 5u);
    const auto alone = config::load_rules_file(
        write("rules.toml", "[rules]\ntally = \"median\"\n[[tiers]]\nkey = \"best\"\nname = \"Best\"\n"));
    EXPECT_EQ(alone.rules.tally, workflow::tally_method::median);
    EXPECT_EQ(alone.tiers.at(0).per_category, 1);
    EXPECT_THROW(config::load_rules_file(write("rules.toml", "[rules]\ntally = \"luck\"\n")),
                 config::bad_file);
    EXPECT_THROW(config::load_rules_file(write("rules.toml", "[rules]\nminimum_judges_per_entry = 0\n")),
                 config::bad_file);
    EXPECT_THROW(
        config::load_rules_file(write("rules.toml", "[[tiers]]\nkey = \"best\"\nper_category = 0\n")),
        config::bad_file);
}

}  // namespace
