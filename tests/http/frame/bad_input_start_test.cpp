// A bad configuration or edition file: the file, line and reason on standard error and exit status 2, before
// anything starts. Runs the program itself.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

struct ended {
    int status = -1;
    std::string output, complaint;
};

class bad_input_at_the_start : public testing::Test {
protected:
    bad_input_at_the_start() { std::filesystem::create_directories(folder); }
    ~bad_input_at_the_start() override { std::filesystem::remove_all(folder); }

    std::string write(const std::string& name, const std::string& text) {
        std::ofstream(folder / name) << text;
        return (folder / name).string();
    }
    // The arguments hold no sign that a shell would mind.
    ended run(const std::string& arguments, const std::string& variables = "") {
        const auto complaints = (folder / "complaints").string();
        const auto command = "cd " WEGO_SOURCE_DIR " && env -u WEGO_DATABASE_CONNECTION " + variables +
                             " WEGO_PATHS_VAR=" + folder.string() + "/var " WEGO_BINARY_DIR "/wego-awards " +
                             arguments + " 2>" + complaints;
        ended program;
        FILE* pipe = popen(command.c_str(), "r");
        for (int sign; (sign = std::fgetc(pipe)) != EOF;) program.output += static_cast<char>(sign);
        const int raw = pclose(pipe);
        program.status = WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
        std::ifstream said(complaints);
        program.complaint.assign(std::istreambuf_iterator<char>(said), {});
        return program;
    }
    void expect_refused(const ended& program, const std::string& complaint) {
        EXPECT_EQ(program.status, 2) << program.complaint;
        EXPECT_THAT(program.complaint, testing::StartsWith(complaint));
        EXPECT_EQ(program.output, "");
        EXPECT_FALSE(std::filesystem::exists(folder / "var")) << "something had begun";
    }

    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("wego-start-" + std::to_string(getpid()));
};

TEST_F(bad_input_at_the_start, a_bad_configuration_gets_file_line_reason_and_exit_status_2) {
    const auto file = write("awards.toml", "[server]\nport = 8080\nprot = 81\n");
    for (const auto* command : {"serve", "migrate", "settings dump", "demo"})
        expect_refused(run("--settings " + file + " " + command), file + ":3:1: unknown key \"server.prot\"");
    expect_refused(run("--settings " + (folder / "absent.toml").string() + " serve"),
                   (folder / "absent.toml").string() + ": ");
    expect_refused(run("serve", "WEGO_SERVER_PORT=eighty"), "WEGO_SERVER_PORT: ");
}

TEST_F(bad_input_at_the_start, a_bad_edition_file_gets_file_line_reason_and_exit_status_2) {
    std::ifstream good(WEGO_SOURCE_DIR "/config/editions/wego-2014.toml");
    std::string text(std::istreambuf_iterator<char>(good), {});
    const auto at = text.find("closes_at");
    ASSERT_NE(at, std::string::npos);
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    text.replace(at, text.find('\n', at) - at, "closes_at = \"2014-06-31T18:00\"");
    const auto file = write("edition.toml", text);
    // No database is there: the file is read first.
    const auto refused = run("edition import " + file, "WEGO_DATABASE_OWNER_CONNECTION=host=/nowhere");
    expect_refused(refused, file + ":" + std::to_string(line) + ":");
    EXPECT_THAT(refused.complaint, testing::HasSubstr("2014-06-31"));
}

TEST_F(bad_input_at_the_start, a_command_line_that_is_none_gets_exit_status_2) {
    EXPECT_EQ(run("serv").status, 2);
    EXPECT_EQ(run("demo --stage nowhere").status, 2);
    EXPECT_EQ(run("edition import " + (folder / "absent.toml").string()).status, 2);
}

}  // namespace
