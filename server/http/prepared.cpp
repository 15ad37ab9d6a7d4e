#include "server/http/prepared.hpp"

#include <openssl/evp.h>
#include <zlib.h>

#include <array>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <stdexcept>

#include "server/http/headers.hpp"

namespace http {

namespace {

constexpr std::size_t least_worth_zipping = 256;

bool may_be_zipped(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("application/manifest") || type.starts_with("image/svg");
}

}  // namespace

std::string gzip(std::string_view bytes) {
    constexpr int gzip_window = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("cannot start zlib");
    std::string zipped(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(zipped.data());
    stream.avail_out = static_cast<uInt>(zipped.size());
    const bool is_whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    zipped.resize(stream.total_out);
    deflateEnd(&stream);
    return is_whole && zipped.size() < bytes.size() ? zipped : std::string();
}

bool accepts_gzip(std::string_view accept_encoding) {
    namespace beast = boost::beast;
    for (const auto& [coding, parameters] :
         beast::http::ext_list{{accept_encoding.data(), accept_encoding.size()}}) {
        if (!beast::iequals(coding, "gzip")) continue;
        for (const auto& [name, value] : parameters)
            if (beast::iequals(name, "q") && value.find_first_not_of("0.") == beast::string_view::npos)
                return false;
        return true;
    }
    return false;
}

bool matches_tag(std::string_view if_none_match, std::string_view tag) {
    while (!if_none_match.empty()) {
        const auto comma = if_none_match.find(',');
        auto each = if_none_match.substr(0, comma);
        if_none_match =
            comma == std::string_view::npos ? std::string_view() : if_none_match.substr(comma + 1);
        while (each.starts_with(' ')) each.remove_prefix(1);
        while (each.ends_with(' ')) each.remove_suffix(1);
        if (each.starts_with("W/")) each.remove_prefix(2);
        if (each == tag || each == "*") return true;
    }
    return false;
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("cannot compute SHA-256");
    return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

prepared::prepared(std::string_view type, std::string body, cache_policy cache, std::string_view lines) {
    const auto hash = sha256_hex(body).substr(0, 32);
    tag_ = '"' + hash + '"';
    if (may_be_zipped(type) && body.size() >= least_worth_zipping)
        if (auto zipped = gzip(body); !zipped.empty())
            zipped_ = make_variant(type, std::move(zipped), '"' + hash + "-gzip\"", true, cache, lines);
    plain_ = make_variant(type, std::move(body), tag_, false, cache, lines);
}

prepared::variant prepared::make_variant(std::string_view type, std::string body, std::string tag,
                                         bool is_zipped, cache_policy cache, std::string_view lines) const {
    std::string common(lines);
    common.append("ETag: ").append(tag).append("\r\nCache-Control: ").append(cache_control(cache));
    common.append("\r\nVary: Accept-Encoding\r\n");
    variant made;
    made.head = status_line(200) + common + "Content-Type: " + std::string(type) +
                "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
                (is_zipped ? "Content-Encoding: gzip\r\n" : "");
    made.not_modified = status_line(304) + common;
    made.tag = std::move(tag);
    made.body = std::move(body);
    return made;
}

prepared::form prepared::choose(bool is_head, std::string_view if_none_match,
                                std::string_view accept_encoding) const {
    const bool zip = !zipped_.body.empty() && accepts_gzip(accept_encoding);
    const auto& chosen = zip ? zipped_ : plain_;
    if (!if_none_match.empty() && matches_tag(if_none_match, chosen.tag))
        return {chosen.not_modified, {}, 304};
    return {chosen.head, is_head ? std::string_view() : std::string_view(chosen.body), 200};
}

}  // namespace http
