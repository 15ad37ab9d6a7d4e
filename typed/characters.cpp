#include "typed/characters.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace typed {
namespace {

// The end of each character, in bytes, until `use` says that it has heard enough.
template <class Use>
void for_each_end(std::string_view utf8, Use use) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    if (U_FAILURE(status) || !breaks) throw std::runtime_error("ICU has no boundaries of characters");
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    breaks->setText(&text, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read this text");
    breaks->first();
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
        if (!use(static_cast<std::size_t>(end))) break;
    utext_close(&text);
}

std::size_t count_code_points(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](unsigned char byte) { return (byte & 0xC0) != 0x80; }));
}

bool is_gap(UChar32 point) {
    constexpr UChar32 zero_width_space = 0x200B, word_joiner = 0x2060, byte_order_mark = 0xFEFF;
    return u_isUWhiteSpace(point) != 0 || point == zero_width_space || point == word_joiner ||
           point == byte_order_mark;
}

bool is_invisible(UChar32 point) {
    constexpr UChar32 braille_blank = 0x2800;
    return is_gap(point) || point == braille_blank || u_iscntrl(point) != 0 ||
           u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

}  // namespace

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for_each_end(utf8, [&](std::size_t) { return ++count, true; });
    return count;
}

bool is_longer_than(std::string_view utf8, std::size_t most_characters) {
    if (utf8.size() <= most_characters) return false;
    if (count_code_points(utf8) > most_characters * most_code_points_a_character) return true;
    return first_characters(utf8, most_characters).size() < utf8.size();
}

std::string_view first_characters(std::string_view utf8, std::size_t most) {
    std::size_t count = 0, kept = 0;
    if (most == 0) return {};
    for_each_end(utf8, [&](std::size_t end) { return kept = end, ++count < most; });
    return utf8.substr(0, kept);
}

std::string_view trimmed(std::string_view utf8) {
    const auto* bytes = utf8.data();
    const auto length = static_cast<std::int32_t>(utf8.size());
    UChar32 point = 0;
    std::int32_t from = 0;
    for (std::int32_t at = 0; at < length; from = at) {
        U8_NEXT(bytes, at, length, point);
        if (!is_gap(point)) break;
    }
    std::int32_t to = length;
    for (std::int32_t at = length; at > from; to = at) {
        U8_PREV(bytes, from, at, point);
        if (!is_gap(point)) break;
    }
    return utf8.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
}

bool is_blank(std::string_view utf8) {
    const auto length = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(utf8.data(), at, length, point);
        if (!is_invisible(point)) return false;
    }
    return true;
}

}  // namespace typed
