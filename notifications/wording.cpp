#include "notifications/wording.hpp"

#include <algorithm>

namespace notifications {

namespace {

constexpr std::string_view opening = "{{#t}}";
constexpr std::string_view closing = "{{/t}}";

std::string with_single_spaces(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_space)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::vector<std::string> list_placeholders(std::string_view message) {
    std::vector<std::string> found;
    for (auto at = message.find("{{"); at != message.npos; at = message.find("{{", at + 2)) {
        const auto end = message.find("}}", at);
        if (end == message.npos) throw bad_wording("an unclosed {{ in: " + std::string(message));
        found.emplace_back(message.substr(at, end + 2 - at));
    }
    std::ranges::sort(found);
    return found;
}

// Calls `plain` with what stands between the marks and `marked` with each message, in order.
template <class Plain, class Marked>
void walk(std::string_view text, Plain plain, Marked marked) {
    while (true) {
        const auto begin = text.find(opening);
        plain(text.substr(0, begin));
        if (text.substr(0, begin).find(closing) != text.npos)
            throw bad_wording("{{/t}} without {{#t}} in: " + std::string(text.substr(0, 80)));
        if (begin == text.npos) return;
        text.remove_prefix(begin + opening.size());
        const auto end = text.find(closing);
        if (end == text.npos) throw bad_wording("{{#t}} is not closed: " + std::string(text.substr(0, 80)));
        if (text.substr(0, end).find(opening) != text.npos)
            throw bad_wording("{{#t}} inside {{#t}}: " + std::string(text.substr(0, 80)));
        marked(with_single_spaces(text.substr(0, end)));
        text.remove_prefix(end + closing.size());
    }
}

}  // namespace

std::string in_language(std::string_view text, const translator& translate) {
    std::string result;
    walk(
        text, [&](std::string_view between) { result += between; },
        [&](const std::string& message) {
            const std::string translated = translate(message);
            if (list_placeholders(translated) != list_placeholders(message))
                throw bad_wording("the translation of «" + message +
                                  "» has other placeholders: " + translated);
            result += translated;
        });
    return result;
}

std::string untranslated(std::string_view message) {
    return std::string(message);
}

}  // namespace notifications
