#include "server/features/city/attachment_types.hpp"

#include <magic.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace features {
namespace {

constexpr std::size_t head_bytes = 64 * 1024;
constexpr std::size_t tail_bytes = 2048;

std::string piece_of(const http::temporary_file& file, std::uint64_t offset, std::size_t most) {
    std::string piece(most, '\0');
    piece.resize(file.read_at(offset, piece));
    return piece;
}

// What libmagic reads out of the first bytes; one cookie for each thread, since it is not to be shared.
std::string magic_word(const std::string& head) {
    struct close {
        void operator()(magic_set* cookie) const { magic_close(cookie); }
    };
    thread_local const std::unique_ptr<magic_set, close> cookie = [] {
        std::unique_ptr<magic_set, close> made(magic_open(MAGIC_MIME_TYPE));
        if (!made || magic_load(made.get(), nullptr) != 0)
            throw std::runtime_error("libmagic has no database");
        return made;
    }();
    const char* word = magic_buffer(cookie.get(), head.data(), head.size());
    return word == nullptr ? "" : word;
}

bool holds(std::string_view text, std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
}

// Readers look for a PDF's head in the first kilobyte; only at the very beginning it cannot be two things at
// once.
bool is_whole_pdf(std::string_view head, std::string_view tail) {
    return head.starts_with("%PDF-") && holds(tail, "startxref") && holds(tail, "%%EOF");
}

bool is_whole_png(std::string_view head, std::string_view tail) {
    constexpr std::string_view mark("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    constexpr std::string_view end("\0\0\0\0IEND\xae\x42\x60\x82", 12);
    return head.starts_with(mark) && tail.ends_with(end);
}

bool is_whole_jpeg(std::string_view head, std::string_view tail) {
    return head.starts_with("\xff\xd8\xff") && holds(tail, "\xff\xd9");
}

}  // namespace

std::string find_media_type(const http::temporary_file& file) {
    const auto head = piece_of(file, 0, head_bytes);
    const auto tail = piece_of(file, file.size() > tail_bytes ? file.size() - tail_bytes : 0, tail_bytes);
    const auto word = magic_word(head);
    if (word == "application/pdf" && is_whole_pdf(head, tail)) return word;
    if (word == "image/png" && is_whole_png(head, tail)) return word;
    if (word == "image/jpeg" && is_whole_jpeg(head, tail)) return word;
    return "unknown";
}

}  // namespace features
