#pragma once
// Characters as people see them (UAX 29, grapheme clusters): the one measure of every length that a form or a
// message names, the same as Intl.Segmenter's in a browser. The database's CHECKs count code points and are
// wider. All of it reads UTF-8; what is no UTF-8 counts as one character a byte.

#include <cstddef>
#include <string_view>

namespace typed {

// So many code points a character may have on the average: Thai has three, a family of emoji seven. Beyond
// it a text is too long, however few characters it shows; the CHECKs of the database stand there.
inline constexpr std::size_t most_code_points_a_character = 10;

std::size_t count_characters(std::string_view utf8);
bool is_longer_than(std::string_view utf8, std::size_t most_characters);
// The first so many characters.
std::string_view first_characters(std::string_view utf8, std::size_t most);

// Without blanks at either end, whichever Unicode has: no-break, ideographic, of no width.
std::string_view trimmed(std::string_view utf8);
// Nothing that an eye can see: blanks, fillers, marks of direction.
bool is_blank(std::string_view utf8);

}  // namespace typed
