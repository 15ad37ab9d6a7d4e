#include "typed/numbers.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "typed/characters.hpp"

namespace typed {
namespace {

bool is_plain_digit(char one) {
    return one >= '0' && one <= '9';
}

// What follows a mark of an extension, or the whole number: false when the extension is none.
bool take_extension(std::string& number) {
    std::string small;
    for (const char one : number)
        small += static_cast<char>(one >= 'A' && one <= 'Z' ? one + ('a' - 'A') : one);
    const auto mark = small.find_first_of("#x;e");
    if (mark == std::string::npos) return true;
    std::string_view rest = std::string_view(small).substr(mark);
    for (const std::string_view word : {";ext=", "extension", "extn.", "ext.", "ext", "x", "#"}) {
        if (!rest.starts_with(word)) continue;
        rest = trimmed(rest.substr(word.size()));
        number = std::string(trimmed(number.substr(0, mark)));
        if (number.ends_with(',')) number.pop_back();
        return !rest.empty() && rest.size() <= 8 && std::ranges::all_of(rest, is_plain_digit);
    }
    return false;
}

}  // namespace

std::string plain_digits(std::string_view utf8) {
    std::string plain;
    const auto length = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t at = 0; at < length;) {
        const auto start = at;
        UChar32 point = 0;
        U8_NEXT(utf8.data(), at, length, point);
        if (const auto digit = u_charDigitValue(point); digit >= 0)
            plain += static_cast<char>('0' + digit);
        else if (u_isUWhiteSpace(point) != 0)
            plain += ' ';
        else if (u_charType(point) == U_DASH_PUNCTUATION)
            plain += '-';
        else
            plain += utf8.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
    return plain;
}

bool is_number(std::string_view utf8) {
    auto text = plain_digits(trimmed(utf8));
    if (text.ends_with('%')) text.pop_back();
    std::string_view left = trimmed(text);
    if (left.starts_with('+')) left.remove_prefix(1);
    if (left.empty() || !is_plain_digit(left.front()) || !is_plain_digit(left.back())) return false;
    bool after_separator = false;
    for (std::size_t at = 0; at < left.size(); ++at) {
        constexpr std::string_view right_quote = "’";
        const bool is_quote = left.substr(at).starts_with(right_quote);
        const bool separates = is_quote || std::string_view(",. '").find(left[at]) != std::string_view::npos;
        if (!separates && !is_plain_digit(left[at])) return false;
        if (separates && after_separator) return false;
        if (is_quote) at += right_quote.size() - 1;
        after_separator = separates;
    }
    return true;
}

bool is_telephone(std::string_view utf8) {
    auto text = plain_digits(trimmed(utf8));
    if (!take_extension(text)) return false;
    const auto digits = std::ranges::count_if(text, is_plain_digit);
    const bool is_clean = text.find_first_not_of("0123456789+-/(). ") == std::string::npos;
    // A plus stands before every digit, and once.
    const auto plus = text.find('+');
    const bool has_right_plus = plus == std::string::npos || (text.find_first_of("0123456789") > plus &&
                                                              text.find('+', plus + 1) == std::string::npos);
    return is_clean && has_right_plus && digits >= 5 && digits <= 20;
}

}  // namespace typed
