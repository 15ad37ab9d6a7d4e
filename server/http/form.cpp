#include "server/http/form.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <boost/url/params_encoded_view.hpp>
#include <boost/url/parse_query.hpp>
#include <utility>

namespace http {

void field_list::add(std::string name, std::string value) {
    const bool valid = http::is_valid_text(name) && http::is_valid_text(value);
    fields_.push_back({std::move(name), std::move(value), valid});
}

std::optional<std::string_view> field_list::find_field(std::string_view name) const {
    for (const auto& each : fields_)
        if (each.name == name) return each.value;
    return {};
}

std::vector<std::string_view> field_list::fields(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& each : fields_)
        if (each.name == name) values.push_back(each.value);
    return values;
}

bool field_list::is_valid_text(std::string_view name) const {
    return std::all_of(fields_.begin(), fields_.end(),
                       [&](const field& each) { return each.name != name || each.is_valid_text; });
}

bool is_valid_text(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, length, point);
        if (point <= 0) return false;
    }
    return true;
}

std::optional<field_list> find_urlencoded(std::string_view text, std::size_t most_fields) {
    if (text.empty()) return field_list{};
    const auto parsed = boost::urls::parse_query(boost::urls::string_view(text.data(), text.size()));
    if (!parsed) return {};
    boost::urls::encoding_opts plus_is_space;
    plus_is_space.space_as_plus = true;
    field_list list;
    for (const auto& each : *parsed) {
        if (list.size() == most_fields) return {};
        list.add(each.key.decode(plus_is_space), each.value.decode(plus_is_space));
    }
    return list;
}

}  // namespace http
