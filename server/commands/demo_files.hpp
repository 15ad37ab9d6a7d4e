#pragma once
// Small real files for some of the demonstration's entries: a page with a few words as PDF, a bar chart as
// PNG.

#include <string>
#include <string_view>

namespace demonstration {

std::string made_up_pdf(std::string_view title);
std::string made_up_chart(unsigned seed);

}  // namespace demonstration
