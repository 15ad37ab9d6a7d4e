#include "server/pages/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

namespace pages {

int count_words(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    if (U_FAILURE(status) || !breaks) throw std::runtime_error("ICU has no word boundaries");
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    breaks->setText(&text, status);
    int words = 0;
    for (breaks->first(); breaks->next() != icu::BreakIterator::DONE;) {
        // Below UBRK_WORD_NONE_LIMIT lie blanks and punctuation.
        if (breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) ++words;
    }
    utext_close(&text);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read this text");
    return words;
}

}  // namespace pages
