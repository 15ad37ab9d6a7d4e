#pragma once
// E3: how many words a text has, counted as Unicode counts them, so that Korean, Thai and Vietnamese get
// their due. The same rule as Intl.Segmenter in word_count.js. Knows no limit.

#include <string_view>

namespace pages {

// Segments between word boundaries (UAX 29, with ICU's dictionaries) that hold a letter, digit or ideograph.
int count_words(std::string_view utf8);

}  // namespace pages
