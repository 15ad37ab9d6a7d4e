#include "server/pages/templates.hpp"

#include <fstream>
#include <iterator>
#include <regex>

#include "server/pages/render.hpp"

namespace pages {
namespace {

constexpr std::string_view mark_begin = "{{#t}}", mark_end = "{{/t}}";
constexpr std::string_view asset_begin = "{{#asset}}", asset_end = "{{/asset}}";

std::string whole_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw template_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>{file}, {}};
}

// Indentation would be a third of every answer, and the Mustache library visits each blank by itself.
std::string without_indentation(std::string_view text) {
    std::string kept;
    bool at_line_start = true;
    for (const char each : text) {
        if (at_line_start && (each == ' ' || each == '\t' || each == '\n' || each == '\r')) continue;
        kept += each;
        at_line_start = each == '\n';
    }
    return kept;
}

std::string one_line(std::string_view text) {
    std::string joined;
    for (const char each : text) {
        const bool blank = each == ' ' || each == '\n' || each == '\t' || each == '\r';
        if (!blank)
            joined += each;
        else if (!joined.empty() && joined.back() != ' ')
            joined += ' ';
    }
    if (!joined.empty() && joined.back() == ' ') joined.pop_back();
    return joined;
}

// Replaces everything between `begin` and `end` by what `made` says.
template <class Made>
std::string replace_between(std::string_view text, std::string_view begin, std::string_view end, Made made) {
    std::string replaced;
    for (;;) {
        const auto from = text.find(begin);
        replaced += text.substr(0, from);
        if (from == text.npos) return replaced;
        const auto to = text.find(end, from);
        if (to == text.npos) throw template_error("no end of " + std::string{begin});
        replaced += made(text.substr(from + begin.size(), to - from - begin.size()));
        text.remove_prefix(to + end.size());
    }
}

// Which attribute breaks the rules, by walking the tags; values may hold anything but quotes.
std::string attribute_fault(const std::string& text) {
    static const std::regex tag{R"(<[a-zA-Z][^\s>/]*((?:\{\{[^}]*\}\}|"[^"]*"|[^>"])*)>)"};
    static const std::regex quoted{R"re([a-zA-Z_:][-a-zA-Z0-9_:.]*="[^"]*")re"};
    static const std::regex forbidden{R"((?:^|\s)(style|on[a-z]+)\s*=)", std::regex::icase};
    for (std::sregex_iterator each{text.begin(), text.end(), tag}, none; each != none; ++each) {
        const std::string attributes = (*each)[1];
        const std::string bare = std::regex_replace(attributes, quoted, "");
        if (bare.find('=') != bare.npos || bare.find('\'') != bare.npos)
            return "unquoted attribute: " + each->str();
        const std::string names = std::regex_replace(attributes, std::regex{R"("[^"]*")"}, "\"\"");
        if (std::regex_search(names, forbidden)) return "inline style or handler: " + each->str();
    }
    return {};
}

void check_rules(const std::string& name, const std::string& text) {
    const auto refuse = [&](const std::string& why) { throw template_error(name + ".html: " + why); };
    for (const auto* raw : {"{{{", "{{&", "{{ &", "{{="}) {
        if (text.find(raw) != text.npos) refuse(std::string{raw} + " is forbidden");
    }
    static const std::regex inline_code{R"(<style|<script(?![^>]*\ssrc="))", std::regex::icase};
    if (std::regex_search(text, inline_code)) refuse("inline script or style");
    if (const auto fault = attribute_fault(text); !fault.empty()) refuse(fault);
}

std::set<std::string> names_in(const std::string& text) {
    static const std::regex tag{R"(\{\{\s*([^}]*?)\s*\}\})"};
    std::set<std::string> names;
    for (std::sregex_iterator each{text.begin(), text.end(), tag}, none; each != none; ++each) {
        names.insert((*each)[1]);
    }
    return names;
}

}  // namespace

template_files::template_files(const std::filesystem::path& directory, const asset_address& address_of) {
    for (const auto& each : std::filesystem::recursive_directory_iterator{directory}) {
        if (each.path().extension() != ".html") continue;
        const auto name = each.path().lexically_relative(directory).replace_extension().generic_string();
        const auto text = whole_file(each.path());
        check_rules(name, text);
        texts_[name] =
            replace_between(without_indentation(text), asset_begin, asset_end,
                            [&](std::string_view asset) { return address_of(std::string{asset}); });
    }
    if (!has("frame/layout")) throw template_error("no frame/layout.html in " + directory.string());
}

std::set<std::string> template_files::list_all() const {
    std::set<std::string> names;
    for (const auto& [name, text] : texts_) names.insert(name);
    return names;
}

std::set<std::string> template_files::list_pages() const {
    auto names = list_all();
    std::erase_if(names, [](const std::string& name) {
        return name == "frame/layout" || name == "frame/script_texts" || name.starts_with("components/");
    });
    return names;
}

std::string template_files::expanded(const std::string& name, int depth) const {
    const auto found = texts_.find(name);
    if (found == texts_.end()) throw template_error("no template " + name + ".html");
    // A partial that holds itself would never end; nothing of ours nests this deep.
    if (depth > 12) throw template_error("partials go round in circles at " + name + ".html");
    return replace_between(found->second, "{{>", "}}", [&](std::string_view partial) {
        const auto wanted = one_line(partial);
        const bool filled_later = wanted == "title" || wanted == "content";
        return filled_later ? "{{>" + wanted + "}}" : expanded(wanted, depth + 1);
    });
}

std::string template_files::alone(const std::string& name) const {
    return replace_between(expanded(name, 0), "<title>", "</title>", [](std::string_view) { return ""; });
}

std::string template_files::with_layout(const std::string& page) const {
    std::string title;
    const auto content =
        replace_between(expanded(page, 0), "<title>", "</title>", [&](std::string_view said) {
            title = said;
            return "";
        });
    if (title.empty()) throw template_error(page + ".html: no <title>");
    return replace_between(expanded("frame/layout", 0), "{{>", "}}",
                           [&](std::string_view place) { return place == "title" ? title : content; });
}

std::string translate_marks(std::string_view text,
                            const std::function<std::string(const std::string&)>& translate) {
    return replace_between(text, mark_begin, mark_end, [&](std::string_view marked) {
        const auto original = one_line(marked);
        auto translated = translate(original);
        const auto known = names_in(original);
        for (const auto& name : names_in(translated)) {
            const bool plain = name.find_first_of("#^/&{>=!") == name.npos;
            if (!plain || !known.contains(name)) {
                throw template_error("{{" + name + "}} does not belong into the text: " + translated);
            }
        }
        return translated;
    });
}

}  // namespace pages
