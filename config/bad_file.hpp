// What is wrong with a file that a person wrote, and exactly where: settings and edition files.
// Thrown by everything in this folder; main.cpp prints what() and leaves with status 2.
// A value from the environment has no line: `file` is then the variable's name and `line` is 0.
#pragma once

#include <stdexcept>
#include <string>

namespace config {

struct place {
    std::string file;
    unsigned line = 0;
    unsigned column = 0;
};

// "FILE:LINE:COLUMN: reason", or "NAME: reason" where there is no line.
std::string text(const place& where);

class bad_file : public std::runtime_error {
public:
    bad_file(place where, std::string reason);
    const std::string& file() const { return where_.file; }
    unsigned line() const { return where_.line; }
    unsigned column() const { return where_.column; }
    const std::string& reason() const { return reason_; }

private:
    place where_;
    std::string reason_;
};

}  // namespace config
