#pragma once
// The numbers of a tally: exact fractions, and the one rule by which they are shown. Everything that orders
// entries is compared as a fraction; a rounded text is for eyes and is never read back.

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

namespace judging {

using integer = boost::multiprecision::cpp_int;
using fraction = boost::multiprecision::cpp_rational;

// The written rule of rounding: to so many decimals, half away from zero, in decimal digits with a point.
// 17/2 with no decimals is `9`, -17/2 is `-9`, 2/3 with two is `0.67`; zero has no sign.
std::string show(const fraction&, int decimals);

// The whole value as text, in lowest terms: `7`, `-3/2`. For stored runs and canonical texts.
std::string write_exactly(const fraction&);

// For pictures only: never compare what this returns.
double approximately(const fraction&);

}  // namespace judging
