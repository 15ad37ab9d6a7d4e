#include "config/settings.hpp"

#include <gtest/gtest.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

class settings_file : public testing::Test {
protected:
    void TearDown() override { fs::remove(path); }
    void write(const std::string& text) { std::ofstream(path) << text; }

    // What bad_settings says, without the path of the temporary file.
    std::string refusal(const config::environment& variables = {}) {
        try {
            config::load(path, variables);
        } catch (const config::bad_settings& bad) {
            const std::string text = bad.what();
            return text.starts_with(path.string()) ? text.substr(path.string().size()) : text;
        }
        return "accepted";
    }

    const fs::path path = fs::path(testing::TempDir()) / ("settings-" + std::to_string(getpid()) + ".toml");
};

const fs::path awards_toml = fs::path(WEGO_SOURCE_DIR) / "config/awards.toml";

TEST_F(settings_file, an_unknown_key_is_refused_with_its_line) {
    write("[server]\nport = 80\nprot = 81\n");
    EXPECT_EQ(refusal(), ":3:1: unknown key \"server.prot\"");
}

TEST_F(settings_file, an_unknown_section_is_refused_with_its_line) {
    write("\n[sever]\nport = 80\n");
    EXPECT_EQ(refusal(), ":2:2: unknown key \"sever\"");
}

TEST_F(settings_file, a_wrong_type_is_refused_with_its_line) {
    write("[server]\nport = \"80\"\n");
    EXPECT_EQ(refusal(), ":2:8: \"server.port\" must be a whole number");
    write("[demonstration]\nenabled = 1\n");
    EXPECT_EQ(refusal(), ":2:11: \"demonstration.enabled\" must be true or false");
    write("[server]\ntrusted_proxies = \"127.0.0.1\"\n");
    EXPECT_EQ(refusal(), ":2:19: \"server.trusted_proxies\" must be a list");
    write("[mail]\nsecurity = \"ssl\"\n");
    EXPECT_EQ(refusal(), ":2:12: \"mail.security\" must be one of the words none, starttls, tls");
    write("server = 1\n");
    EXPECT_EQ(refusal(), ":1:10: \"server\" must be a table");
}

TEST_F(settings_file, malformed_toml_is_refused_with_its_line) {
    write("[server]\nport = = 2\n");
    EXPECT_TRUE(refusal().starts_with(":2:")) << refusal();
}

TEST_F(settings_file, a_value_out_of_bounds_is_refused_with_its_line) {
    write("[server]\nport = 65536\n");
    EXPECT_EQ(refusal(), ":2:8: \"server.port\" must be from 0 to 65535");
    write("[server]\nworkers = 0\n");
    EXPECT_EQ(refusal(), ":2:11: \"server.workers\" must be above zero");
    write("[server]\npublic_address = \"https://awards.example/\"\n");
    EXPECT_TRUE(refusal().starts_with(":2:18: \"server.public_address\" must be like")) << refusal();
    write("[server]\ntls_certificate = \"a.pem\"\n");
    EXPECT_TRUE(refusal().starts_with(":2:19: \"server.tls_certificate\" and")) << refusal();
    write("[mail]\nfrom_address = \"a@b.example\\r\\nBcc: c@d.example\"\n");
    EXPECT_EQ(refusal(), ":2:16: \"mail.from_address\" must be one plain address");
}

TEST_F(settings_file, a_file_that_is_not_there_is_refused) {
    EXPECT_EQ(refusal(), ": cannot be read: No such file or directory");
}

TEST_F(settings_file, the_environment_overrides_the_file) {
    write("[server]\nport = 80\naddress = \"::1\"\n");
    const auto all = config::load(path, {{"WEGO_SERVER_PORT", "8081"},
                                         {"WEGO_DEMONSTRATION_ENABLED", "true"},
                                         {"WEGO_MAIL_SECURITY", "tls"},
                                         {"WEGO_SERVER_TRUSTED_PROXIES", "127.0.0.1,::1"}});
    EXPECT_EQ(all.server.port, 8081);
    EXPECT_EQ(all.server.address, "::1");
    EXPECT_TRUE(all.demonstration.enabled);
    EXPECT_EQ(all.mail.security, config::mail_security::tls);
    EXPECT_EQ(all.server.trusted_proxies, (std::vector<std::string>{"127.0.0.1", "::1"}));
}

TEST_F(settings_file, a_bad_variable_is_refused_by_its_name) {
    write("");
    EXPECT_EQ(refusal({{"WEGO_SERVER_PROT", "1"}}), "WEGO_SERVER_PROT: is no setting");
    EXPECT_EQ(refusal({{"WEGO_SERVER_PORT", "80 "}}), "WEGO_SERVER_PORT: must be a whole number");
    EXPECT_EQ(refusal({{"WEGO_SERVER_PORT", "-1"}}), "WEGO_SERVER_PORT: must be from 0 to 65535");
    EXPECT_EQ(refusal({{"WEGO_DEMONSTRATION_ENABLED", "yes"}}),
              "WEGO_DEMONSTRATION_ENABLED: must be true or false");
}

TEST(settings, what_follows_from_others_is_filled_in) {
    const auto all = config::load(std::nullopt, {{"WEGO_SERVER_PORT", "8443"},
                                                 {"WEGO_SERVER_TLS_CERTIFICATE", "c"},
                                                 {"WEGO_SERVER_TLS_KEY", "k"},
                                                 {"WEGO_PATHS_VAR", "/srv/awards"},
                                                 {"WEGO_DATABASE_CONNECTION", "dbname=a"}});
    EXPECT_EQ(all.server.public_address, "https://localhost:8443");
    EXPECT_EQ(all.database.owner_connection, "dbname=a");
    EXPECT_EQ(all.mail.eml_directory, "/srv/awards/mail");
}

TEST(settings, a_dump_can_be_read_again_and_shows_no_secret) {
    auto all =
        config::load(std::nullopt, {{"WEGO_MAIL_PASSWORD", "hunter2"},
                                    {"WEGO_SERVER_TRUSTED_PROXIES", "127.0.0.1,::1"},
                                    {"WEGO_DATABASE_CONNECTION", "dbname=a password='hun ter2' user=u"},
                                    {"WEGO_DATABASE_OWNER_CONNECTION", "postgresql://u:hunter2@h/a"}});
    const std::string text = config::dump(all);
    EXPECT_EQ(text.find("hunter2"), std::string::npos) << text;
    EXPECT_EQ(text.find("ter2"), std::string::npos) << text;
    const auto table = toml::parse(text);
    EXPECT_EQ(table["database"]["connection"].value<std::string>(), "dbname=a password=*** user=u");
    EXPECT_EQ(table["database"]["owner_connection"].value<std::string>(), "postgresql://u:***@h/a");
    EXPECT_EQ(table["mail"]["password"].value<std::string>(), "***");
    EXPECT_EQ(table["mail"]["security"].value<std::string>(), "starttls");
    EXPECT_EQ(table["server"]["trusted_proxies"].as_array()->size(), 2u);
}

// Keys, order and defaults: what awards.toml says is what the struct says.
TEST(settings, awards_toml_holds_every_key_with_its_default) {
    config::settings defaults;
    const auto written = toml::parse_file(awards_toml.string());
    EXPECT_EQ(written, toml::parse(config::dump(defaults)));
}

TEST(settings, awards_toml_explains_every_section_it_has) {
    std::ifstream in(awards_toml);
    std::string line, before;
    while (std::getline(in, line)) {
        EXPECT_TRUE(!before.starts_with("[") || line.starts_with("#")) << before << " begins unexplained";
        EXPECT_LE(line.size(), 110u) << line;
        before = line;
    }
}

}  // namespace
