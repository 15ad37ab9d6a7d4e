#include "server/features/city/attachment_types.hpp"

#include <magic.h>
#include <unistd.h>
#include <qpdf/QPDF.hh>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <system_error>

namespace features {
namespace {

// Cameras and web servers add up to some kilobytes after the end.
constexpr std::size_t piece_at_an_end = 64 * 1024;
const std::string blanks("\0 \t\r\n\f", 6);

std::string piece_of(const http::temporary_file& file, std::uint64_t offset, std::size_t most) {
    std::string piece(most, '\0');
    piece.resize(file.read_at(offset, piece));
    return piece;
}

// The last bytes before any padding of blanks and zeros.
std::string tail_of(const http::temporary_file& file) {
    for (auto end = file.size(); end > 0;) {
        const auto begin = end > piece_at_an_end ? end - piece_at_an_end : 0;
        const auto piece = piece_of(file, begin, static_cast<std::size_t>(end - begin));
        if (const auto last = piece.find_last_not_of(blanks); last != std::string::npos) {
            const auto whole = begin + last + 1;
            const auto from = whole > piece_at_an_end ? whole - piece_at_an_end : 0;
            return piece_of(file, from, static_cast<std::size_t>(whole - from));
        }
        end = begin;
    }
    return {};
}

// What libmagic reads out of the first bytes; one cookie for each thread, since it is not to be shared.
std::string magic_words(const std::string& head) {
    struct close {
        void operator()(magic_set* cookie) const { magic_close(cookie); }
    };
    thread_local const std::unique_ptr<magic_set, close> cookie = [] {
        std::unique_ptr<magic_set, close> made(magic_open(MAGIC_NONE));
        if (!made || magic_load(made.get(), nullptr) != 0)
            throw std::runtime_error("libmagic has no database");
        return made;
    }();
    const char* found = magic_buffer(cookie.get(), head.data(), head.size());
    const std::string words = found == nullptr ? "" : found;
    return words.empty() || words == "data" ? "a file of an unknown kind" : words.substr(0, words.find(','));
}

bool holds(std::string_view text, std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
}

// Only a byte-order mark and blanks may stand before the head: so a file cannot be two things at once.
bool begins_like_a_pdf(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const auto first = head.substr(0, 1024).find_first_not_of(blanks);
    return first != std::string_view::npos && head.substr(first).starts_with("%PDF-");
}

workflow::refusal damaged() {
    return {workflow::refusal_code::file_damaged, {}};
}

// A password for changing or printing alone lets everybody read, and is none to qpdf.
std::optional<workflow::refusal> what_is_wrong_with_pdf(const http::temporary_file& file) {
    const auto tail = tail_of(file);
    if (!holds(tail, "startxref") || !holds(tail, "%%EOF")) return damaged();
    const int copy = ::dup(file.descriptor());
    std::FILE* stream = copy < 0 ? nullptr : ::fdopen(copy, "rb");
    if (stream == nullptr)
        throw std::system_error(errno, std::generic_category(), "cannot read a file again");
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processFile("upload", stream, true);
        document.getRoot();
        return std::nullopt;
    } catch (const QPDFExc& problem) {
        if (problem.getErrorCode() != qpdf_e_password) return damaged();
        return workflow::refusal{workflow::refusal_code::file_locked, {}};
    } catch (const std::exception&) {
        return damaged();
    }
}

constexpr std::string_view png_mark("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view png_head("\0\0\0\rIHDR", 8);
constexpr std::string_view png_end("\0\0\0\0IEND\xae\x42\x60\x82", 12);

bool is_whole_png(const http::temporary_file& file, std::string_view head) {
    return head.substr(png_mark.size()).starts_with(png_head) && holds(tail_of(file), png_end);
}

std::string_view ending_of(std::string_view media_type) {
    if (media_type == "application/pdf") return ".pdf";
    return media_type == "image/png" ? ".png" : ".jpg";
}

}  // namespace

found_file look_into(const http::temporary_file& file) {
    const auto head = piece_of(file, 0, piece_at_an_end);
    if (begins_like_a_pdf(head)) return {"application/pdf", what_is_wrong_with_pdf(file)};
    const auto unless_whole = [](bool is_whole) {
        return is_whole ? std::nullopt : std::optional(damaged());
    };
    if (head.starts_with(png_mark)) return {"image/png", unless_whole(is_whole_png(file, head))};
    if (head.starts_with("\xff\xd8\xff"))
        return {"image/jpeg", unless_whole(holds(tail_of(file), "\xff\xd9"))};
    return {magic_words(head), std::nullopt};
}

std::string name_by_type(std::string name, std::string_view media_type) {
    // Endings of other kinds are replaced; what follows a dot otherwise is part of the name ("plan v1.2").
    constexpr std::string_view known[] = {"pdf",  "png", "jpg",  "jpeg", "jpe",  "jfif", "gif",
                                          "bmp",  "tif", "tiff", "webp", "heic", "doc",  "docx",
                                          "odt",  "rtf", "txt",  "xls",  "xlsx", "ods",  "ppt",
                                          "pptx", "odp", "htm",  "html", "exe",  "zip"};
    const auto dot = name.rfind('.');
    std::string ending = dot == std::string::npos ? "" : name.substr(dot + 1);
    std::ranges::transform(ending, ending.begin(), [](unsigned char one) {
        return static_cast<char>(one >= 'A' && one <= 'Z' ? one - 'A' + 'a' : one);
    });
    const bool is_jpeg = media_type == "image/jpeg";
    if ("." + ending == ending_of(media_type) || (is_jpeg && (ending == "jpeg" || ending == "jpe")))
        return name;
    if (std::ranges::find(known, ending) != std::end(known)) name.resize(dot);
    return name + std::string(ending_of(media_type));
}

}  // namespace features
