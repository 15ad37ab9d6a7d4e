#pragma once
// Which program this is. A tally run carries it, so that whoever doubts a result can build what made it; the
// command line prints it. It does not know how the build finds it out: cmake/version.cmake does.

#include <string_view>

namespace config {

// What `git describe` said of the tree when it was built, with "-dirty" where the tree held more than its
// commit; "unknown" outside a clone.
std::string_view program_version();

}  // namespace config
