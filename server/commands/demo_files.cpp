#include "server/commands/demo_files.hpp"

#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>
#include <stdexcept>

namespace demonstration {
namespace {

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

using surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

}  // namespace

std::string made_up_pdf(std::string_view title) {
    std::string file;
    const surface page(cairo_pdf_surface_create_for_stream(append, &file, 595, 842), cairo_surface_destroy);
    // Without its own dates the same title gives the same file.
    cairo_pdf_surface_set_metadata(page.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2014-06-01T00:00:00Z");
    const context pen(cairo_create(page.get()), cairo_destroy);
    cairo_select_font_face(pen.get(), "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(pen.get(), 20);
    cairo_move_to(pen.get(), 60, 90);
    cairo_show_text(pen.get(), std::string(title).c_str());
    cairo_set_font_size(pen.get(), 12);
    cairo_move_to(pen.get(), 60, 120);
    cairo_show_text(pen.get(), "A made-up document of the demonstration.");
    cairo_surface_finish(page.get());
    return file;
}

std::string made_up_chart(unsigned seed) {
    const surface sheet(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 480, 300), cairo_surface_destroy);
    const context pen(cairo_create(sheet.get()), cairo_destroy);
    cairo_set_source_rgb(pen.get(), 1, 1, 1);
    cairo_paint(pen.get());
    cairo_set_source_rgb(pen.get(), 0.08, 0.35, 0.55);
    for (unsigned bar = 0; bar < 8; ++bar) {
        const double height = 40 + (seed * 37 + bar * bar * 11) % 120 + bar * 10;
        cairo_rectangle(pen.get(), 30 + bar * 54, 280 - height, 36, height);
    }
    cairo_fill(pen.get());
    std::string file;
    if (cairo_surface_write_to_png_stream(sheet.get(), append, &file) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("a picture of the demonstration could not be drawn");
    return file;
}

}  // namespace demonstration
