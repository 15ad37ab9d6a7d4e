#pragma once
// The few marks of a `.letter` file and what becomes of them: one source, a plain and an HTML template, so
// that the two forms of a letter cannot say different things. Used by compose.cpp when wordings are loaded.
//
//   subject: first line          # heading            paragraph (a blank line ends a block)
//   | label | value              a row of a table       - item of a list
//   > {{link}} | label           a link to follow     ~ small print
//   {{#section}} {{^section}} {{/section}} alone on a line enclose lines or blocks

#include <string>
#include <string_view>

namespace mail {

struct letter_template {
    std::string subject;
    std::string text;
    std::string html;
};

// Splits and translates nothing: `source` is already in the reader's language. Literal text is escaped in
// the HTML form. Throws notifications::bad_wording, naming `file`.
letter_template read_letter_markup(std::string_view source, std::string_view file);

// `&`, `<`, `>` and quotes as entities, placeholders left as they are.
std::string escape_around_placeholders(std::string_view text);

// `&`, `<`, `>` and quotes as entities.
std::string escape_html(std::string_view text);

}  // namespace mail
