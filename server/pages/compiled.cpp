#include "server/pages/compiled.hpp"

#include <algorithm>

#include "server/pages/render.hpp"

namespace pages {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string> split(std::string_view name) {
    std::vector<std::string> path;
    if (name == ".") return path;
    for (;;) {
        const auto dot = name.find('.');
        path.emplace_back(name.substr(0, dot));
        if (dot == name.npos) return path;
        name.remove_prefix(dot + 1);
    }
}

void append_escaped(std::string& to, std::string_view text) {
    for (;;) {
        const auto next = text.find_first_of("&<>\"'");
        to.append(text.substr(0, next));
        if (next == text.npos) return;
        switch (text[next]) {
            case '&': to.append("&amp;"); break;
            case '<': to.append("&lt;"); break;
            case '>': to.append("&gt;"); break;
            case '"': to.append("&quot;"); break;
            default: to.append("&apos;");
        }
        text.remove_prefix(next + 1);
    }
}

const value* find_member(const value& from, std::string_view name) {
    const auto* members = std::get_if<std::vector<member>>(&from.held);
    if (members == nullptr) return nullptr;
    for (const auto& each : *members)
        if (each.name == name) return &each.held;
    return nullptr;
}

const std::string* find_text(const value& shown) {
    return std::get_if<std::string>(&shown.held);
}

// What {{#name}} takes for "no".
bool is_no(const value& shown) {
    if (const auto* truth = std::get_if<bool>(&shown.held)) return !*truth;
    if (const auto* text = find_text(shown)) return text->empty();
    const auto* items = std::get_if<std::vector<value>>(&shown.held);
    return items != nullptr && items->empty();
}

}  // namespace

compiled::compiled(std::string page, std::string_view text) : page_(std::move(page)) {
    parse(text, {}, parts_);
}

void compiled::add_text(std::string_view text, std::vector<part>& to) {
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        if (end > 0) to.push_back({kind::text, std::string(text.substr(0, end)), {}, {}});
        if (end == text.npos) return;
        const auto length = text.substr(end).starts_with("\r\n") ? 2u : 1u;
        to.push_back({kind::line_end, std::string(text.substr(end, length)), {}, {}});
        text.remove_prefix(end + length);
    }
}

void compiled::parse(std::string_view& rest, std::string_view open_section, std::vector<part>& to) const {
    const auto refuse = [&](const std::string& why) { throw template_error(page_ + ".html: " + why); };
    for (;;) {
        const auto begin = rest.find("{{");
        add_text(rest.substr(0, begin), to);
        if (begin == rest.npos) {
            if (!open_section.empty()) refuse("Unclosed section \"" + std::string(open_section) + "\"");
            return;
        }
        const auto end = rest.find("}}", begin + 2);
        if (end == rest.npos) refuse("Unclosed tag");
        auto name = trimmed(rest.substr(begin + 2, end - begin - 2));
        rest.remove_prefix(end + 2);
        const char sign = name.empty() ? '\0' : name.front();
        if (std::string_view("#^/!>&{=").find(sign) != std::string_view::npos) name = trimmed(name.substr(1));
        if (sign == '!') continue;
        if (name.empty() || sign == '>' || sign == '&' || sign == '{' || sign == '=')
            refuse("a tag that is not known");
        if (sign == '/') {
            if (name != open_section) refuse("Unopened section \"" + std::string(name) + "\"");
            return;
        }
        const auto is = sign == '#' ? kind::section : sign == '^' ? kind::inverted : kind::name;
        to.push_back({is, std::string(name), split(name), {}});
        if (is != kind::name) {
            std::vector<part> inside;
            parse(rest, name, inside);
            to.back().inside = std::move(inside);
        }
    }
}

struct compiled::filling {
    const std::string& page;
    std::vector<const value*> open;
    std::string made;
    std::size_t line = 0;      // where the line began that is being written
    bool has_section = false;  // a section began or ended on it

    const value& find(const part& tag) const {
        if (tag.path.empty()) return *open.back();
        for (auto each = open.rbegin(); each != open.rend(); ++each)
            if (const auto* found = find_member(**each, tag.path.front())) return inside(*found, tag);
        throw template_error(page + ".html: the view has no \"" + tag.text + "\"");
    }
    const value& inside(const value& from, const part& tag) const {
        const auto* found = &from;
        for (std::size_t i = 1; i < tag.path.size() && found != nullptr; ++i)
            found = find_member(*found, tag.path[i]);
        if (found == nullptr) throw template_error(page + ".html: the view has no \"" + tag.text + "\"");
        return *found;
    }
    bool is_blank_line() const { return made.find_first_not_of(" \t", line) == made.npos; }

    void end_line(const std::string& end) {
        if (has_section && is_blank_line())
            made.resize(line);
        else
            made += end;
        line = made.size();
        has_section = false;
    }
    void write_inside(const part& section, const value* within) {
        has_section = true;
        if (within) open.push_back(within);
        write(section.inside);
        if (within) open.pop_back();
        has_section = true;
    }
    void write_section(const part& section) {
        const auto& shown = find(section);
        if (is_no(shown)) return;
        const auto* items = std::get_if<std::vector<value>>(&shown.held);
        if (items == nullptr) return write_inside(section, &shown);
        for (const auto& each : *items) write_inside(section, &each);
    }
    void write(const std::vector<part>& parts) {
        for (const auto& each : parts) {
            switch (each.is) {
                case kind::text: made += each.text; break;
                case kind::line_end: end_line(each.text); break;
                case kind::name:
                    if (const auto* text = find_text(find(each))) append_escaped(made, *text);
                    break;
                case kind::section: write_section(each); break;
                case kind::inverted:
                    if (is_no(find(each))) write_inside(each, nullptr);
                    break;
            }
        }
    }
};

std::string compiled::fill(const value& view, const value& around) const {
    filling page{page_, {&around, &view}, {}};
    page.made.reserve(longest_.load(std::memory_order_relaxed));
    page.write(parts_);
    page.end_line("");
    auto longest = longest_.load(std::memory_order_relaxed);
    while (longest < page.made.size() && !longest_.compare_exchange_weak(longest, page.made.size())) {
    }
    return std::move(page.made);
}

}  // namespace pages
