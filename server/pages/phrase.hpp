#pragma once
// A text of ours on its way to a page: marked where it is written, translated when the page is rendered, in
// the reader's language. Features write t("Enter the project's title"); what people typed (names, titles,
// questions from the rules) becomes a phrase by itself and is shown as it is. Knows no language.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workflow/time.hpp"

namespace pages {

struct phrase;

// What stands for a `{name}`: somebody's own words, a phrase that is translated by itself, or an instant,
// which is written in the edition's zone and in UTC (E4).
struct phrase_value {
    std::string text;
    std::shared_ptr<const phrase> said;
    std::optional<workflow::instant> at;

    phrase_value(std::string own_words) : text(std::move(own_words)) {}
    phrase_value(std::string_view own_words) : text(own_words) {}
    phrase_value(const char* own_words) : text(own_words) {}
    phrase_value(phrase ours);
    phrase_value(workflow::instant moment) : at(moment) {}
};

// `{name}` in the text becomes the value of `name`.
using phrase_values = std::vector<std::pair<std::string, phrase_value>>;

struct phrase {
    std::string text;
    phrase_values values;
    bool translated = false;  // ours, to be looked up; otherwise somebody's own words

    phrase() = default;
    phrase(std::string own_words) : text(std::move(own_words)) {}
    phrase(std::string_view own_words) : text(own_words) {}
    phrase(const char* own_words) : text(own_words) {}
    bool empty() const { return text.empty(); }
};

inline phrase_value::phrase_value(phrase ours) : said(std::make_shared<const phrase>(std::move(ours))) {}

// Marks one of our own texts for translation: t("{count} of {all} criteria", {{"count", "4"}, {"all", "5"}}).
inline phrase t(std::string_view text, phrase_values values = {}) {
    phrase marked{text};
    marked.values = std::move(values);
    marked.translated = true;
    return marked;
}

// The same for a text with a count: t_n("{count} file", "{count} files", 1). Both forms are marked for
// translation.
inline phrase t_n(std::string_view one, std::string_view many, std::int64_t count,
                  phrase_values values = {}) {
    values.emplace_back("count", std::to_string(count));
    return t(count == 1 ? one : many, std::move(values));
}

}  // namespace pages
