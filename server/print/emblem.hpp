#pragma once
// The drawings of the awards' visual identity: the emblem of the site, as it is on dark ground, and the
// ground of fine lines behind it. Used by certificate.cpp; pure geometry.

#include "server/print/canvas.hpp"

namespace print {

// Five leaves within a circle of this radius.
void draw_emblem(canvas&, double x, double y, double radius);

// A rosette of fine ellipses turned around a point, as on securities; drawn within the given rectangle.
// `hole` is the radius of the round that stays free in its middle.
struct ground {
    double x, y, width, height;
};
struct rosette {
    double x, y, radius, hole;
    colour ink;
};
void draw_rosette(canvas&, const ground& within, const rosette&);

}  // namespace print
