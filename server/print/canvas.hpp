#pragma once
// A page to draw on: shaped text in boxes, lines, shapes, a QR code. The only file of the room that knows
// Pango and Cairo's types by name besides emblem and certificate; it knows no certificate.
// Lengths are points (1/72 inch) from the upper left corner.

#include <cairo.h>
#include <pango/pangocairo.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace print {

inline constexpr double page_width = 841.89;  // A4, lying
inline constexpr double page_height = 595.276;

struct colour {
    double red, green, blue;
};

constexpr colour rgb(unsigned hex) {
    return {(hex >> 16 & 255u) / 255.0, (hex >> 8 & 255u) / 255.0, (hex & 255u) / 255.0};
}

enum class typeface { display, serif, sans };
enum class side { left, centre, right };

struct text_style {
    typeface face = typeface::sans;
    double size = 10;
    colour ink{};
    bool is_bold = false;
    double spacing = 0;        // between letters, in points; for Latin capitals only
    double smallest_size = 0;  // how far a long text may shrink to keep within `most_lines`; 0: not at all
    int most_lines = 1;
    std::string language{};  // BCP 47; empty: from the script
    side where = side::left;
    bool is_heading = false;  // for who hears the page
};

struct place {
    double x, y, width;
};

// One document in memory, its texts tagged in the order in which they are written; the same drawing gives the
// same bytes.
class canvas {
public:
    // `made_at` (ISO 8601) is the document's only date. Throws std::runtime_error.
    canvas(const std::string& title, const std::string& author, const std::string& made_at);
    ~canvas();
    canvas(const canvas&) = delete;
    canvas& operator=(const canvas&) = delete;

    // Writes the text with its first line's top at `where.y`, wrapped at the width and shrunk as its style
    // allows; returns the height that it took. Nothing is cut and nothing leaves the width.
    double write(std::string_view text, const text_style&, const place& where);
    double height_of(std::string_view text, const text_style&, double width);

    // The outline of a line of text, as a shape and not as text, centred and turned (radians).
    void draw_outline(std::string_view text, const text_style&, double x, double y, double angle);

    void fill_rectangle(double x, double y, double width, double height, colour);
    void draw_rectangle(double x, double y, double width, double height, colour, double line_width);
    void draw_line(double from_x, double from_y, double to_x, double to_y, colour, double line_width);

    // The QR code (error correction M) of a text on white, `edge` wide with its quiet zone, leading to it.
    void draw_qr_code(const std::string& address, double x, double y, double edge);

    // For drawings of their own (emblem): the state is saved and restored around it.
    void draw(const std::function<void(cairo_t*)>&);

    void finish_page();
    std::string finish() &&;

private:
    struct parts;
    PangoLayout* fitted(std::string_view text, const text_style&, double width);
    std::unique_ptr<parts> parts_;
};

}  // namespace print
