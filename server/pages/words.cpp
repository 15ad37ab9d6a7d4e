#include "server/pages/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

namespace pages {
namespace {

// Segments of a run without blanks: ICU knows the words of its language.
int count_by_dictionary(std::string_view run) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    if (U_FAILURE(status) || !breaks) throw std::runtime_error("ICU has no word boundaries");
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, run.data(), static_cast<std::int64_t>(run.size()), &status);
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

struct sign {
    UChar32 point;
    std::int64_t begin, end;
};

bool is_of_a_word(UChar32 point) {
    return (U_GET_GC_MASK(point) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool is_number(UChar32 point) {
    return (U_GET_GC_MASK(point) & U_GC_N_MASK) != 0;
}

bool has_no_blanks(UChar32 point) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(point, &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR: return true;
        default: return false;
    }
}

// Between two signs of words: an apostrophe, a dot, a middle dot, an underline; a comma between figures.
bool joins(UChar32 before, UChar32 joint, UChar32 after) {
    if (!is_of_a_word(before) || !is_of_a_word(after)) return false;
    if (joint == ',') return is_number(before) && is_number(after);
    return joint == '\'' || joint == U'’' || joint == '.' || joint == U'·' || joint == '_';
}

std::vector<sign> signs_of(std::string_view utf8) {
    std::vector<sign> signs;
    const auto length = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t at = 0; at < length;) {
        sign one{0, at, 0};
        U8_NEXT(utf8.data(), at, length, one.point);
        one.end = at;
        signs.push_back(one);
    }
    return signs;
}

}  // namespace

int count_words(std::string_view utf8) {
    const auto signs = signs_of(utf8);
    int words = 0;
    for (std::size_t at = 0; at < signs.size();) {
        if (!is_of_a_word(signs[at].point)) {
            ++at;
            continue;
        }
        const auto begin = at;
        const auto goes_on = [&] {
            if (is_of_a_word(signs[at].point)) return true;
            return at + 1 < signs.size() && joins(signs[at - 1].point, signs[at].point, signs[at + 1].point);
        };
        bool by_dictionary = false, is_more_than_marks = false;
        for (; at < signs.size() && goes_on(); ++at) {
            by_dictionary = by_dictionary || has_no_blanks(signs[at].point);
            is_more_than_marks = is_more_than_marks || (is_of_a_word(signs[at].point) &&
                                                        (U_GET_GC_MASK(signs[at].point) & U_GC_M_MASK) == 0);
        }
        if (by_dictionary)
            words += count_by_dictionary(
                utf8.substr(static_cast<std::size_t>(signs[begin].begin),
                            static_cast<std::size_t>(signs[at - 1].end - signs[begin].begin)));
        else if (is_more_than_marks)
            ++words;
    }
    return words;
}

}  // namespace pages
