// g++ 12.2 destroys some temporaries twice around co_await. The rule that keeps us out of it: a
// statement with co_await contains only names, references and calls: no braces, no lambda.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

namespace {

std::string without_comments_and_texts(const std::string& source) {
    static const std::regex noise(R"(//[^\n]*|/\*[^]*?\*/|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])+')");
    return std::regex_replace(source, noise, "0");
}

bool ends_like_an_expression(const std::string& source, std::size_t brace) {
    static const std::regex opens_block(
        R"((\)|\b(else|do|try|const|noexcept|override|mutable)|[;{}:]|->[\w:<>, ]+)\s*$)");
    const auto from = brace < 60 ? 0 : brace - 60;
    return !std::regex_search(source.substr(from, brace - from), opens_block);
}

/// What stands before the co_await at `at`, back to the start of its statement.
std::string before(const std::string& source, std::size_t at, bool& is_in_braces) {
    auto start = at;
    while (start > 0 && source[start - 1] != ';' && source[start - 1] != '{' && source[start - 1] != '}')
        --start;
    const auto text = source.substr(start, at - start);
    static const std::regex goes_on(R"(^\s*[,).])");
    is_in_braces = start > 0 && ((source[start - 1] == '{' && ends_like_an_expression(source, start - 1)) ||
                                 (source[start - 1] == '}' && std::regex_search(text, goes_on)));
    return text;
}

/// What follows it: to the semicolon, or to the bracket that closes an `if (` or `while (`.
std::string after(const std::string& source, std::size_t at) {
    int depth = 0;
    auto end = at;
    for (; end < source.size(); ++end) {
        depth += source[end] == '(' ? 1 : source[end] == ')' ? -1 : 0;
        if (depth < 0 || (depth == 0 && source[end] == ';')) break;
    }
    return source.substr(at, end - at);
}

std::vector<std::string> find_traps(const std::string& raw) {
    static const std::regex built_in_place(R"(\{|(^|[^\w)\]])\[)");
    const auto source = without_comments_and_texts(raw);
    std::vector<std::string> traps;
    for (auto at = source.find("co_await"); at != std::string::npos; at = source.find("co_await", at + 1)) {
        bool is_in_braces = false;
        const auto statement = before(source, at, is_in_braces) + after(source, at);
        if (is_in_braces || std::regex_search(statement, built_in_place)) traps.push_back(statement);
    }
    return traps;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST(coroutine_trap, the_check_knows_good_from_bad) {
    for (const auto* bad :
         {"co_await f([x] { return x; });", "co_await f(thing{a, b});", "co_return thing{a, co_await g()};",
          "auto x = co_await f({1, 2});", "use(thing{1}, co_await g());"})
        EXPECT_EQ(find_traps(std::string("task f() { ") + bad + " }").size(), 1u) << bad;
    for (const auto* good :
         {"co_await f(a, b);", "if (co_await f(a)) { g(); }", "auto x = co_await f(table[1]);",
          "while (open) { co_await f(); }", "else { co_await f(); }", "// co_await f(thing{});\n"})
        EXPECT_TRUE(find_traps(std::string("task f() { ") + good + " }").empty()) << good;
}

TEST(coroutine_trap, no_statement_with_co_await_builds_anything_in_place) {
    std::size_t looked_at = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(WEGO_SOURCE_DIR "/server")) {
        const auto ending = entry.path().extension();
        if (ending != ".cpp" && ending != ".hpp") continue;
        const auto source = read_file(entry.path());
        looked_at += source.find("co_await") != std::string::npos;
        for (const auto& trap : find_traps(source)) ADD_FAILURE() << entry.path() << ": " << trap;
    }
    EXPECT_GE(looked_at, 2u);
}
