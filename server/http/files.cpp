#include "server/http/files.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/http/headers.hpp"

namespace http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
}};

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::string_view content_type(std::string_view name) {
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return type;
    return {};
}

files::files(const std::filesystem::path& directory, const std::string& prefix, bool is_secure) {
    if (!std::filesystem::is_directory(directory))
        throw std::runtime_error("no directory of static files: " + directory.string());
    const auto lines = security_lines(is_secure);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (!entry.is_regular_file()) continue;
        const auto name = entry.path().lexically_relative(directory).generic_string();
        const auto type = content_type(name);
        if (type.empty())
            throw std::runtime_error("no known type for the static file " + entry.path().string());
        auto body = read_file(entry.path());
        const bool is_named_by_content = name.find('.' + sha256_hex(body).substr(0, 12) + '.') != name.npos;
        by_target_[prefix + name] = std::make_unique<prepared>(
            type, std::move(body), is_named_by_content ? cache_policy::immutable : cache_policy::public_page,
            lines);
    }
}

const prepared* files::find(std::string_view target) const {
    const auto found = by_target_.find(target.substr(0, target.find('?')));
    return found == by_target_.end() ? nullptr : found->second.get();
}

}  // namespace http
