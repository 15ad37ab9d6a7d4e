#pragma once
// The marked texts of letters and certificates: `{{#t}}…{{/t}}` encloses one message for the translators,
// its placeholders inside. Resolved once, when a wording is loaded. Pure text to text; files are read and
// letters rendered elsewhere (server/mail).

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace notifications {

// From the message in English to the message in the reader's language; the message itself when unknown.
using translator = std::function<std::string(std::string_view)>;

// A wording that cannot be used: an operator's error, reported at start.
struct bad_wording : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The text with each marked message translated and the marks gone; the translator sees line breaks and runs
// of spaces as one space. Throws bad_wording for an unclosed or nested mark, and for a translation whose
// placeholders differ from the message's.
std::string in_language(std::string_view text, const translator&);

// The same message back: the original language.
std::string untranslated(std::string_view message);

}  // namespace notifications
