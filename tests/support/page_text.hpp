// Just enough reading of our own pages for tests: the text that people see, and the values of form fields.
// Knows nothing of other people's HTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

// Without tags, scripts and templates; entities as signs; runs of blanks as one.
std::string text_of_html(std::string_view html);

// The value of the first input, textarea or select of this name; of radios and checkboxes the chosen one's.
std::optional<std::string> find_field_value(std::string_view html, std::string_view name);

// Name and value of every <input type="hidden"> but `csrf` and `once`.
std::vector<std::pair<std::string, std::string>> hidden_fields_of(std::string_view html);

}  // namespace tests
