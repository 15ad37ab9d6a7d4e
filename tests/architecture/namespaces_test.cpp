// A room is a namespace and the folders in it share it, as CONTRIBUTING.md says, with its exceptions.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace {

// "workflow" for workflow/guards.hpp, "features" for server/features/city/moves.hpp.
std::string room_of(const std::string& folder) {
    const std::string server = "server/";
    if (!folder.starts_with(server)) return folder.substr(0, folder.find('/'));
    const auto rest = folder.substr(server.size());
    return rest.substr(0, rest.find('/'));
}

// The namespace that a header of this path has to open; empty for none.
std::string namespace_for(const std::string& path, const std::string& folder) {
    // POSIX has a function access().
    if (folder == "server/access") return "access_control";
    // What the demonstration is made of is no command.
    if (path.starts_with("server/commands/demo"))
        return path == "server/commands/demo.hpp" ? "commands" : "demonstration";
    // The shell itself: what starts the service by its name, the rest are classes of the program.
    if (path == "server/app.hpp") return "app";
    if (path == "server/error_pages.hpp") return "error_pages";
    return folder == "server" ? "" : room_of(folder);
}

// Those that a header opens at its beginning of lines, by their first name.
std::set<std::string> opened_in(const architecture::source_file& file) {
    static const std::regex opening("^(?:inline )?namespace (\\w+)(?:::\\w+)* \\{");
    std::set<std::string> opened;
    std::size_t depth = 0;
    for (const auto& line : file.lines) {
        if (std::smatch found; std::regex_search(line, found, opening) && ++depth == 1)
            opened.insert(found[1]);
        if (line.starts_with("}  // namespace") && depth > 0) --depth;
    }
    return opened;
}

TEST(namespaces, every_header_opens_that_of_its_room) {
    for (const auto& file : architecture::list_files(architecture::product_folders(), {".hpp"})) {
        const auto own = namespace_for(file.path, file.folder);
        auto allowed = own.empty() ? std::set<std::string>{} : std::set<std::string>{own};
        // Boost.JSON finds the conversion of an id beside the id's type only.
        if (file.path == "server/store/documents.hpp") allowed.insert("workflow");
        // So it is with the conversion of a moment of a letter.
        if (file.path == "server/store/letters.hpp") allowed.insert("notifications");
        // Who may make a move is named where it is made.
        if (file.path == "server/store/moves.hpp") allowed.insert({"acts", "tests"});
        EXPECT_EQ(opened_in(file), allowed) << file.path;
    }
}

TEST(namespaces, are_read_off_paths_and_lines) {
    EXPECT_EQ(room_of("server/features/city"), "features");
    EXPECT_EQ(room_of("judging"), "judging");
    const architecture::source_file file{
        "a/b.hpp", "a", {"namespace a {", "namespace inner {", "}  // namespace inner", "}  // namespace a"}};
    EXPECT_EQ(opened_in(file), std::set<std::string>{"a"});
}

}  // namespace
