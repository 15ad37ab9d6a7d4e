#pragma once
// What the command line asks of a number, each said in one sentence: CLI11's own checks take "nan" for a
// number in any range, and make 18446744073709551615 of -1. For commands.cpp only.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>

namespace commands {

// Digits and nothing else, from `least` to `most`.
CLI::Validator whole_number(std::uint64_t least,
                            std::uint64_t most = std::numeric_limits<std::uint64_t>::max());
// A finite number, perhaps with a sign, a point and an exponent, from `least` to `most`.
CLI::Validator number(double least, double most);

}  // namespace commands
