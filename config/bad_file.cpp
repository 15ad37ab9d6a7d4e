#include "config/bad_file.hpp"

namespace config {

std::string text(const place& where) {
    if (where.line == 0) return where.file;
    return where.file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
}

bad_file::bad_file(place where, std::string reason)
    : std::runtime_error(text(where) + ": " + reason), where_(std::move(where)), reason_(std::move(reason)) {}

}  // namespace config
