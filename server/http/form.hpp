#pragma once
// The fields of a query string or a form, in the order in which they came.
// Filled by the connection, read by features. Text that is not UTF-8 (or holds a NUL, which
// PostgreSQL cannot store) is kept and flagged, so that a feature can answer 422 beside the field.
// Does not know which fields a page expects.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct field {
    std::string name;
    std::string value;
    bool is_valid_text = true;
};

class field_list {
public:
    void add(std::string name, std::string value);

    /// The first field of this name.
    std::optional<std::string_view> find_field(std::string_view name) const;

    /// Every value of this name, in order: checkboxes, multiple selections.
    std::vector<std::string_view> fields(std::string_view name) const;

    bool has_field(std::string_view name) const { return find_field(name).has_value(); }

    /// False when one of the values of this name is not UTF-8.
    bool is_valid_text(std::string_view name) const;

    std::size_t size() const { return fields_.size(); }
    bool empty() const { return fields_.empty(); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

private:
    std::vector<field> fields_;
};

/// UTF-8 without NUL.
bool is_valid_text(std::string_view text);

/// `a=1&b=2` with percent escapes and `+`; nothing when it is malformed or has more than
/// `most_fields` fields.
std::optional<field_list> find_urlencoded(std::string_view text, std::size_t most_fields);

}  // namespace http
