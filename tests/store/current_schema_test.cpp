// schema/current.sql is the schema as all migrations together make it, for reading and for the review of a
// change. Made by pg_dump here and compared, so that it never lies.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/database.hpp"
#include "tests/support/schema_dump.hpp"

namespace {

TEST(current_schema, is_what_the_migrations_make) {
    const tests::throw_away_database database;
    const auto made = tests::dumped_schema(database.owner_connection());
    const std::filesystem::path where = std::filesystem::path(WEGO_BINARY_DIR) / "current.sql";
    std::ofstream(where) << made;
    std::ostringstream kept;
    kept << std::ifstream(WEGO_SOURCE_DIR "/schema/current.sql").rdbuf();
    EXPECT_TRUE(kept.str() == made) << "the schema changed: read the difference, then\n    cp "
                                    << where.string() << " schema/current.sql";
}

}  // namespace
