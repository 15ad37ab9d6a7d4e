#include "server/http/request.hpp"

#include <algorithm>
#include <stdexcept>

namespace http {

std::string_view to_text(method m) {
    switch (m) {
        case method::get: return "GET";
        case method::head: return "HEAD";
        case method::post: return "POST";
        case method::put: return "PUT";
        case method::patch: return "PATCH";
        case method::delete_: return "DELETE";
        case method::options: return "OPTIONS";
    }
    return "";
}

namespace {

const std::string* find_value(const std::vector<std::pair<std::string, std::string>>& pairs,
                              std::string_view name) {
    const auto found =
        std::find_if(pairs.begin(), pairs.end(), [&](const auto& each) { return each.first == name; });
    return found == pairs.end() ? nullptr : &found->second;
}

}  // namespace

const std::string& request::parameter(std::string_view name) const {
    if (const auto* value = find_value(parameters, name)) return *value;
    throw std::out_of_range("the pattern has no part named " + std::string(name));
}

std::optional<std::string_view> request::find_cookie(std::string_view name) const {
    if (const auto* value = find_value(cookies, name)) return *value;
    return {};
}

std::string_view request::header(std::string_view name) const {
    const auto* value = find_value(headers, name);
    return value ? std::string_view(*value) : std::string_view();
}

upload* request::find_upload(std::string_view field) {
    const auto found =
        std::find_if(uploads.begin(), uploads.end(), [&](const upload& u) { return u.field == field; });
    return found == uploads.end() ? nullptr : &*found;
}

bool origin_is_own(const request& asked) {
    const auto site = asked.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const auto origin = asked.header("origin");
    return origin.empty() || origin == asked.own_origin;
}

}  // namespace http
