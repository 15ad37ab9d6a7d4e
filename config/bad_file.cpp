#include "config/bad_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "config/open_file.hpp"

namespace config {

namespace {

// The bytes of a control character at `at`: one in ASCII, two from U+0080 to U+009F; 0: none is there.
std::size_t control_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return 1;
    const bool is_c1 =
        byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    return is_c1 ? 2 : 0;
}

// What a message quotes of a file must not move a cursor: "?" for each control character.
std::string printable(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = control_at(text, at);
        shown += length == 0 ? text[at] : '?';
        at += std::max<std::size_t>(length, 1);
    }
    return shown;
}

}  // namespace

bool holds_control_characters(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size(); ++at)
        if (control_at(utf8, at) > 0 && utf8[at] != '\n' && utf8[at] != '\r' && utf8[at] != '\t') return true;
    return false;
}

std::string text(const place& where) {
    if (where.line == 0) return where.file;
    return where.file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
}

bad_file::bad_file(place where, std::string reason)
    : std::runtime_error(printable(text(where) + ": " + reason)),
      where_(std::move(where)),
      reason_(std::move(reason)) {}

std::ifstream open_to_read(const std::filesystem::path& path) {
    const auto refuse = [&](int why) {
        throw bad_file({path.string(), 0, 0}, "cannot be read: " + std::generic_category().message(why));
    };
    if (std::filesystem::is_directory(path)) refuse(EISDIR);  // it would open, and hold nothing
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse(errno);
    return in;
}

}  // namespace config
