#include "tests/support/page_text.hpp"

#include "tests/support/service.hpp"

#include <array>
#include <cctype>

namespace tests {
namespace {

std::string unescaped(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> entities{{{"&amp;", "&"},
                                                                                            {"&apos;", "'"},
                                                                                            {"&lt;", "<"},
                                                                                            {"&gt;", ">"},
                                                                                            {"&quot;", "\""},
                                                                                            {"&#39;", "'"},
                                                                                            {"&#x27;", "'"},
                                                                                            {"&#x2F;", "/"},
                                                                                            {"&nbsp;", " "}}};
    std::string plain;
    while (!text.empty()) {
        bool found = false;
        if (text.front() == '&')
            for (const auto& [entity, sign] : entities)
                if (text.starts_with(entity)) {
                    plain += sign;
                    text.remove_prefix(entity.size());
                    found = true;
                    break;
                }
        if (found) continue;
        plain += text.front();
        text.remove_prefix(1);
    }
    return plain;
}

// The tags of this element, from `<` to `>`, and where each ends.
struct tag_found {
    std::string_view tag;
    std::size_t end;
};
std::vector<tag_found> tags_of(std::string_view html, std::string_view element) {
    std::vector<tag_found> found;
    const std::string opening = "<" + std::string(element);
    for (auto at = html.find(opening); at != html.npos; at = html.find(opening, at + 1)) {
        const auto next = html[std::min(at + opening.size(), html.size() - 1)];
        if (std::isalnum(static_cast<unsigned char>(next))) continue;
        const auto end = html.find('>', at);
        if (end == html.npos) break;
        found.push_back({html.substr(at, end - at + 1), end + 1});
    }
    return found;
}

std::optional<std::string> find_attribute(std::string_view tag, std::string_view name) {
    const std::string opening = " " + std::string(name) + "=\"";
    const auto at = tag.find(opening);
    if (at == tag.npos) return std::nullopt;
    const auto start = at + opening.size();
    return unescaped(tag.substr(start, tag.find('"', start) - start));
}

bool is_chosen(std::string_view tag) {
    return tag.find(" checked") != tag.npos || tag.find(" selected") != tag.npos;
}

std::string without(std::string_view html, std::string_view element) {
    std::string rest;
    const std::string opening = "<" + std::string(element), closing = "</" + std::string(element) + ">";
    while (true) {
        const auto start = html.find(opening);
        rest += html.substr(0, start);
        const auto end = start == html.npos ? html.npos : html.find(closing, start);
        if (end == html.npos) return rest;
        html.remove_prefix(end + closing.size());
    }
}

}  // namespace

std::string text_of_html(std::string_view html) {
    std::string shown;
    bool in_tag = false;
    for (const char sign : without(without(without(html, "script"), "template"), "style")) {
        if (sign == '<') in_tag = true;
        const bool is_blank = in_tag || std::isspace(static_cast<unsigned char>(sign));
        if (!is_blank)
            shown += sign;
        else if (!shown.empty() && shown.back() != ' ')
            shown += ' ';
        if (sign == '>') in_tag = false;
    }
    return unescaped(shown);
}

std::optional<std::string> find_field_value(std::string_view html, std::string_view name) {
    for (const auto& [tag, end] : tags_of(html, "input")) {
        if (find_attribute(tag, "name") != name) continue;
        const auto type = find_attribute(tag, "type").value_or("text");
        if ((type == "radio" || type == "checkbox") && !is_chosen(tag)) continue;
        return find_attribute(tag, "value").value_or("");
    }
    for (const auto& [tag, end] : tags_of(html, "textarea")) {
        if (find_attribute(tag, "name") != name) continue;
        auto text = html.substr(end, html.find("</textarea>", end) - end);
        if (text.starts_with('\n')) text.remove_prefix(1);
        return unescaped(text);
    }
    for (const auto& [tag, end] : tags_of(html, "select")) {
        if (find_attribute(tag, "name") != name) continue;
        for (const auto& option : tags_of(html.substr(end, html.find("</select>", end) - end), "option"))
            if (is_chosen(option.tag)) return find_attribute(option.tag, "value").value_or("");
        return "";
    }
    return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> hidden_fields_of(std::string_view html) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& [tag, end] : tags_of(html, "input"))
        if (find_attribute(tag, "type") == "hidden" && find_attribute(tag, "name") != "csrf" &&
            find_attribute(tag, "name") != "once")
            found.emplace_back(find_attribute(tag, "name").value_or(""),
                               find_attribute(tag, "value").value_or(""));
    return found;
}

std::string urlencoded(const fields& form) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    const auto add = [&](std::string_view text) {
        for (const unsigned char sign : text) {
            if (std::isalnum(sign) || sign == '-' || sign == '.' || sign == '_' || sign == '*') {
                encoded += static_cast<char>(sign);
            } else if (sign == ' ') {
                encoded += '+';
            } else {
                encoded += '%';
                encoded += digits[sign >> 4];
                encoded += digits[sign & 15];
            }
        }
    };
    for (const auto& [name, value] : form) {
        if (!encoded.empty()) encoded += '&';
        add(name);
        encoded += '=';
        add(value);
    }
    return encoded;
}

}  // namespace tests
