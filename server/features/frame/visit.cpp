#include "server/features/frame/visit.hpp"

#include "server/features/frame/notices.hpp"
#include "server/pages/forms.hpp"
#include "server/pages/frame/views.hpp"
#include "typed/addresses.hpp"
#include "typed/characters.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace features {
namespace {

// U+FFFD for every sign that is no UTF-8, so that a refused form shows the rest of what was typed;
// is_readable() tells.
std::string repaired(std::string_view text) {
    if (http::is_valid_text(text)) return std::string(text);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    std::string shown;
    for (std::int64_t at = 0; at < length;) {
        const auto start = at;
        UChar32 point = 0;
        U8_NEXT(bytes, at, length, point);
        if (point > 0)
            shown += text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
        else
            shown += "\xEF\xBF\xBD";
    }
    return shown;
}

// Between its blanks, and empty when nothing of it can be seen.
std::string_view seen(std::string_view text) {
    return typed::is_blank(text) ? std::string_view() : typed::trimmed(text);
}

std::optional<std::int64_t> find_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

acts::acting visit::acting(store::database& db, std::string reason) const {
    auto address = with.settings.server.public_address;
    while (address.ends_with('/')) address.pop_back();
    return {db, as_author(), std::move(address), std::move(reason)};
}

std::int64_t visit::number(std::string_view parameter) const {
    return find_integer(request.parameter(parameter)).value();
}

std::string visit::field(std::string_view name) const {
    return repaired(seen(request.form.find_field(name).value_or("")));
}

std::string visit::query(std::string_view name) const {
    return repaired(seen(request.query.find_field(name).value_or("")));
}

std::string visit::mail_address(std::string_view name) const {
    return is_readable(name) ? typed::find_mail_address(field(name)).value_or("") : std::string();
}

std::string visit::text(std::string_view name) const {
    std::string kept;
    for (const char sign : repaired(request.form.find_field(name).value_or("")))
        if (sign != '\r') kept += sign;
    return kept;
}

std::optional<std::int64_t> visit::find_number(std::string_view name) const {
    return find_integer(field(name));
}

std::string visit::key(std::string_view name) const {
    auto given = field(name);
    const bool is_key = given.size() >= 8 && given.size() <= 64 &&
                        std::all_of(given.begin(), given.end(), [](unsigned char sign) {
                            return sign < 128 && (std::isalnum(sign) != 0 || sign == '-');
                        });
    return is_key ? given : std::string();
}

http::response visit::see_other(std::string url, std::string_view notice) const {
    auto answer = http::see_other(std::move(url));
    if (!notice.empty())
        answer.with(http::cookie{std::string(notice_cookie), std::string(notice), std::chrono::seconds(60)});
    return answer;
}

std::string visit::page_before() const {
    const auto from = request.header("referer");
    if (request.own_origin.empty() || !from.starts_with(request.own_origin)) return {};
    const auto path = from.substr(request.own_origin.size());
    // "//elsewhere" and "/\\elsewhere" are addresses of another site to a browser.
    const bool stays_here = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    return stays_here && http::is_valid_text(path) ? std::string(path) : std::string();
}

bool visit::wants_json() const {
    return request.header("accept").starts_with("application/json");
}

http::response visit::refuse(const workflow::refusal& no) const {
    const auto answer = answer_to(no);
    if (wants_json()) {
        const boost::json::object said{{"error", answer.code},
                                       {"message", with.pages.say(answer.sentence, frame)}};
        return http::json(answer.status, boost::json::serialize(said));
    }
    return page(
        answer.status, "frame/plain",
        pages::plain_error_view{pages::t("This cannot be done now"), answer.sentence, "", page_before()});
}

http::response visit::not_there() const {
    return page(
        404, "frame/plain",
        pages::plain_error_view{pages::t("Page not found"),
                                pages::t("There is no page at this address, or it is not for you. Check the "
                                         "address, or sign in with the account that it was sent to."),
                                ""});
}

pages::phrase visit::error(std::string_view field_id, pages::phrase text) {
    frame.errors.push_back(pages::error_for(field_id, text));
    return text;
}

void visit::error(std::vector<pages::field>& fields, std::string_view name, pages::phrase text) {
    frame.errors.push_back(pages::error_for(name, std::move(text)));
    pages::set_error(fields, frame.errors.back());
}

}  // namespace features
