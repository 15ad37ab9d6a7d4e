#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

namespace architecture {

namespace fs = std::filesystem;

std::vector<source_file> list_files(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& endings) {
    const fs::path root = WEGO_SOURCE_DIR;
    std::vector<source_file> files;
    for (const auto& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string path = fs::relative(entry.path(), root).string();
            const bool wanted = std::any_of(endings.begin(), endings.end(),
                                            [&](const auto& ending) { return path.ends_with(ending); });
            if (!entry.is_regular_file() || !wanted || path.find("node_modules") != std::string::npos)
                continue;
            source_file file{path, fs::path(path).parent_path().string(), {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

const std::vector<std::string>& product_folders() {
    static const std::vector<std::string> folders = {"workflow", "judging", "notifications", "config",
                                                     "server"};
    return folders;
}

namespace {

// What the reader is in the middle of.
enum class inside { code, line_comment, block_comment, text, character, raw_text };

bool begins(const std::string& all, std::size_t at, const char* what) {
    return all.compare(at, std::string(what).size(), what) == 0;
}

}  // namespace

std::string bare_code(const source_file& file) {
    const bool is_sql = file.path.ends_with(".sql");
    std::string all, bare;
    for (const auto& line : file.lines) all += line + "\n";
    inside where = inside::code;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const char letter = all[i];
        const bool escaped = i > 0 && all[i - 1] == '\\' && !(i > 1 && all[i - 2] == '\\');
        if (letter == '\n') bare += '\n';
        switch (where) {
            case inside::code:
                if (begins(all, i, is_sql ? "--" : "//"))
                    where = inside::line_comment;
                else if (begins(all, i, "/*"))
                    where = inside::block_comment;
                else if (!is_sql && begins(all, i, "R\"("))
                    where = inside::raw_text;
                else if (!is_sql && letter == '"')
                    where = inside::text;
                // Not the apostrophe in 1'000.
                else if (letter == '\'' &&
                         (is_sql || i == 0 || !std::isdigit(static_cast<unsigned char>(all[i - 1]))))
                    where = inside::character;
                else if (letter != '\n')
                    bare += letter;
                break;
            case inside::line_comment:
                if (letter == '\n') where = inside::code;
                break;
            case inside::block_comment:
                if (begins(all, i, "*/")) {
                    where = inside::code;
                    ++i;
                }
                break;
            case inside::text:
                if (letter == '"' && !escaped) where = inside::code;
                break;
            case inside::character:
                if (letter == '\'' && !escaped) where = inside::code;
                break;
            case inside::raw_text:
                if (begins(all, i, ")\"")) {
                    where = inside::code;
                    ++i;
                }
                break;
        }
    }
    return bare;
}

std::vector<word> list_words(const std::string& code) {
    std::vector<word> words;
    std::string current;
    std::size_t line = 1;
    for (const char letter : code + "\n") {
        if (std::isalpha(static_cast<unsigned char>(letter))) {
            current += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
            continue;
        }
        if (!current.empty()) words.push_back({current, line});
        current.clear();
        if (letter == '\n') ++line;
    }
    return words;
}

std::string at(const source_file& file, std::size_t line, const std::string& what) {
    return file.path + ":" + std::to_string(line) + ": " + what;
}

}  // namespace architecture
