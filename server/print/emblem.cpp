#include "server/print/emblem.hpp"

#include <array>
#include <numbers>

namespace print {

namespace {

constexpr double full_turn = 2 * std::numbers::pi;

void take_colour(cairo_t* pen, colour taken) {
    cairo_set_source_rgb(pen, taken.red, taken.green, taken.blue);
}

}  // namespace

// The drawing of server/assets/images/emblem-light.svg, whose square of 64 has the middle at (32, 33.5).
void draw_emblem(canvas& page, double x, double y, double radius) {
    constexpr std::array<unsigned, 5> leaves{0xffffff, 0xcfe6ea, 0xffffff, 0xcfe6ea, 0xe9d3a4};
    page.draw([&](cairo_t* pen) {
        cairo_translate(pen, x, y);
        cairo_scale(pen, radius / 30, radius / 30);
        for (const auto leaf : leaves) {
            take_colour(pen, rgb(leaf));
            cairo_move_to(pen, 0, -4.8);
            cairo_curve_to(pen, 15.6, -10.2, 13.8, -24, 0, -30);
            cairo_curve_to(pen, -13.8, -24, -15.6, -10.2, 0, -4.8);
            cairo_close_path(pen);
            cairo_fill(pen);
            cairo_rotate(pen, full_turn / leaves.size());
        }
    });
}

void draw_rosette(canvas& page, const ground& within, const rosette& drawn) {
    page.draw([&](cairo_t* pen) {
        cairo_rectangle(pen, within.x, within.y, within.width, within.height);
        cairo_clip(pen);
        take_colour(pen, drawn.ink);
        cairo_set_line_width(pen, 0.45);
        constexpr int ellipses = 36;
        for (int at = 0; at < ellipses; ++at) {
            cairo_save(pen);
            cairo_translate(pen, drawn.x, drawn.y);
            cairo_rotate(pen, full_turn / 2 * at / ellipses);
            cairo_scale(pen, 1, drawn.hole / drawn.radius);
            cairo_new_path(pen);
            cairo_arc(pen, 0, 0, drawn.radius, 0, full_turn);
            cairo_restore(pen);  // before the stroke, so that the line keeps one width
            cairo_stroke(pen);
        }
    });
}

}  // namespace print
