#pragma once
// How the commands that work from files write their result down.

#include <boost/describe.hpp>

namespace commands {

enum class report_format { text, json };
BOOST_DESCRIBE_ENUM(report_format, text, json)

}  // namespace commands
