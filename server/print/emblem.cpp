#include "server/print/emblem.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace print {

namespace {

constexpr double full_turn = 2 * std::numbers::pi;

struct spot {
    double x, y;
};

template <std::size_t Count>
std::array<spot, Count> around(double x, double y, double radius) {
    std::array<spot, Count> spots{};
    for (std::size_t at = 0; at < Count; ++at) {
        const double angle = full_turn * static_cast<double>(at) / Count - full_turn / 4;
        spots[at] = {x + radius * std::cos(angle), y + radius * std::sin(angle)};
    }
    return spots;
}

void take_colour(cairo_t* pen, colour taken) {
    cairo_set_source_rgb(pen, taken.red, taken.green, taken.blue);
}

}  // namespace

void draw_emblem(canvas& page, double x, double y, double radius, colour lines, colour points) {
    const auto cities = around<12>(x, y, radius * 0.86);
    page.draw([&](cairo_t* pen) {
        take_colour(pen, lines);
        cairo_set_line_width(pen, radius * 0.018);
        // Every chord over four and five places: what is left free in the middle is a round of its own.
        for (const std::size_t step : {4u, 5u})
            for (std::size_t at = 0; at < cities.size(); ++at) {
                const auto& to = cities[(at + step) % cities.size()];
                cairo_move_to(pen, cities[at].x, cities[at].y);
                cairo_line_to(pen, to.x, to.y);
            }
        cairo_stroke(pen);
        cairo_set_line_width(pen, radius * 0.028);
        cairo_arc(pen, x, y, radius * 0.86, 0, full_turn);
        cairo_stroke(pen);
        take_colour(pen, points);
        for (const auto& city : cities) {
            cairo_new_sub_path(pen);
            cairo_arc(pen, city.x, city.y, radius * 0.075, 0, full_turn);
        }
        cairo_fill(pen);
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
