#include "typed/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace typed {
namespace {

// The endings that mail programs know without a scheme before them, the most common of them.
constexpr std::array<std::string_view, 18> known_endings{"com",  "net", "org",  "info",   "biz",  "io",
                                                         "xyz",  "top", "site", "online", "shop", "click",
                                                         "link", "app", "ru",   "cn",     "live", "club"};

bool ends_like_a_host(std::string_view word) {
    word = word.substr(0, word.find_first_of("/:?#"));
    while (!word.empty() && std::string_view(".,;!)").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    const auto dot = word.rfind('.');
    return dot != std::string_view::npos && dot > 0 &&
           std::ranges::find(known_endings, word.substr(dot + 1)) != known_endings.end();
}

}  // namespace

bool is_advertisement(std::string_view name) {
    std::string small(name);
    std::ranges::transform(small, small.begin(), [](char one) {
        return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
    });
    for (const std::string_view mark : {"://", "www.", "mailto:", "@"})
        if (small.find(mark) != std::string::npos) return true;
    std::string_view rest = small;
    while (!rest.empty()) {
        const auto end = rest.find_first_of(" \t,;()<>\"");
        if (ends_like_a_host(rest.substr(0, end))) return true;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return false;
}

std::string look_of(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no folding of letters");
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    const auto folded = folding->normalize(text, status);
    icu::UnicodeString seen;
    for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1))
        if (u_isUWhiteSpace(folded.char32At(at)) == 0) seen.append(folded.char32At(at));
    std::string look;
    return seen.toUTF8String(look);
}

}  // namespace typed
