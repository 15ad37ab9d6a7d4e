#pragma once
// A QR code as an SVG path, for the page on which somebody sets up one-time codes. Knows no page.

#include <string>
#include <string_view>

namespace print {

struct qr_drawing {
    std::string path;  // the dark modules, one unit each: "M0 0h7v1H0z…"
    int modules = 0;   // on a side, without the quiet zone
};

// Error correction M. Throws std::runtime_error for a text that does not fit.
qr_drawing qr_drawing_of(std::string_view text);

}  // namespace print
