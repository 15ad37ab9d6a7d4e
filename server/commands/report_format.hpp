#pragma once
// How the commands that work from files write their result down.

#include <algorithm>
#include <boost/describe.hpp>
#include <string>

namespace commands {

enum class report_format { text, json };
BOOST_DESCRIBE_ENUM(report_format, text, json)

// An enumerator as words: `no_common_judge` is "no common judge".
template <class Enum>
std::string in_words(Enum value) {
    std::string words = boost::describe::enum_to_string(value, "?");
    std::ranges::replace(words, '_', ' ');
    return words;
}

}  // namespace commands
