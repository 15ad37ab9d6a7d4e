#pragma once
// Numbers as people write them in a form, telephone numbers among them. What they count (people, money, parts
// of a hundred) is never below zero, so a sign is refused.

#include <string>
#include <string_view>

namespace typed {

// Every digit, blank and hyphen of Unicode as its plain one ("１２３‐４５６"); what is neither stays as it
// is.
std::string plain_digits(std::string_view utf8);

// Groups of digits, and perhaps a per cent sign: 12000, 12,000, 12 000 (with any blank), 1'000, 12.5, 95%.
bool is_number(std::string_view);

// 5 to 20 digits with the signs that people write between them, and an extension: "(+34) 93 402 70 00 ext.
// 12".
bool is_telephone(std::string_view);

}  // namespace typed
