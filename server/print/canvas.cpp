#include "server/print/canvas.hpp"

#include <cairo-pdf.h>
#include <qrencode.h>

#include <algorithm>
#include <stdexcept>

#include "server/print/finished_pdf.hpp"

namespace print {

namespace {

template <class T>
using held = std::unique_ptr<T, void (*)(T*)>;

cairo_status_t append(void* document, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(document)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

// Which of the Chinese, Japanese and Korean fonts: they cover each other's characters and draw them
// differently, so that the first one named wins.
std::string east_asian_form(std::string_view text, std::string_view language) {
    if (language == "zh-tw") return "TC";
    if (language == "zh-hk") return "HK";
    if (language == "ja") return "JP";
    if (language == "ko") return "KR";
    const std::string copy(text);
    for (const char* at = copy.c_str(); *at; at = g_utf8_next_char(at)) {
        const auto script = g_unichar_get_script(g_utf8_get_char(at));
        if (script == G_UNICODE_SCRIPT_HANGUL) return "KR";
        if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA) return "JP";
    }
    return "SC";
}

// Every script that fonts-noto-core has with serifs: without its name here a name would stand in a sans, or
// in whatever face the machine finds first.
constexpr const char* serif_families =
    "Noto Serif,Noto Naskh Arabic,Noto Serif Devanagari,Noto Serif Thai,Noto Serif Bengali,Noto Serif Tamil,"
    "Noto Serif Georgian,Noto Serif Ethiopic,Noto Serif Hebrew,Noto Serif Armenian,Noto Serif Khmer,"
    "Noto Serif Lao,Noto Serif Gujarati,Noto Serif Gurmukhi,Noto Serif Kannada,Noto Serif Malayalam,"
    "Noto Serif Myanmar,Noto Serif Sinhala,Noto Serif Telugu,Noto Serif Tibetan,Noto Serif CJK ";

std::string families_of(typeface face, const std::string& form) {
    switch (face) {
        case typeface::display: return std::string("Noto Serif Display,") + serif_families + form;
        case typeface::serif: return serif_families + form;
        case typeface::sans: return "Noto Sans,Noto Sans Arabic,Noto Sans Devanagari,Noto Sans CJK " + form;
    }
    return {};
}

// Finding the fonts costs more than drawing with them, and Pango's maps are not shared between threads. Not
// Pango's own default map: that one is anybody's to change.
PangoFontMap* fonts_of_thread() {
    thread_local const held<PangoFontMap> fonts(pango_cairo_font_map_new(),
                                                [](PangoFontMap* it) { g_object_unref(it); });
    return fonts.get();
}

void set_ink(cairo_t* pen, colour ink) {
    cairo_set_source_rgb(pen, ink.red, ink.green, ink.blue);
}

}  // namespace

struct canvas::parts {
    std::string document;
    about_document about;
    held<cairo_surface_t> surface{nullptr, cairo_surface_destroy};
    held<cairo_t> pen{nullptr, cairo_destroy};
    held<PangoLayout> layout{nullptr, [](PangoLayout* it) { g_object_unref(it); }};

    cairo_t* ink(colour with) const {
        set_ink(pen.get(), with);
        return pen.get();
    }
    void check() const {
        if (const auto status = cairo_status(pen.get()); status != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error(std::string("drawing failed: ") + cairo_status_to_string(status));
    }
};

canvas::canvas(const std::string& title, const std::string& author, const std::string& made_at)
    : parts_(std::make_unique<parts>()) {
    auto& [document, about, surface, pen, layout] = *parts_;
    about = {title, author, "en", made_at};
    surface.reset(cairo_pdf_surface_create_for_stream(append, &document, page_width, page_height));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, author.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, made_at.c_str());
    pen.reset(cairo_create(surface.get()));
    cairo_tag_begin(pen.get(), "Document", "");
    const held<PangoContext> context(pango_font_map_create_context(fonts_of_thread()),
                                     [](PangoContext* it) { g_object_unref(it); });
    const held<cairo_font_options_t> options(cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    layout.reset(pango_layout_new(context.get()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    parts_->check();
}

canvas::~canvas() = default;

PangoLayout* canvas::fitted(std::string_view text, const text_style& style, double width) {
    PangoLayout* layout = parts_->layout.get();
    const auto form = east_asian_form(text, style.language);
    const std::string language = !style.language.empty() ? style.language : form == "KR" ? "ko" : "en";
    pango_context_set_language(pango_layout_get_context(layout),
                               pango_language_from_string(language.c_str()));
    const held<PangoFontDescription> font(pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family(font.get(), families_of(style.face, form).c_str());
    pango_font_description_set_weight(font.get(), style.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    const held<PangoAttrList> attributes(pango_attr_list_new(), pango_attr_list_unref);
    if (style.spacing > 0)
        pango_attr_list_insert(attributes.get(),
                               pango_attr_letter_spacing_new(static_cast<int>(style.spacing * PANGO_SCALE)));
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    // Pango swaps left and right for a text that runs from the right; here left is the left of the page.
    const bool runs_from_the_right = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
    const bool is_left = (style.where == side::left) != runs_from_the_right;
    pango_layout_set_alignment(layout, style.where == side::centre ? PANGO_ALIGN_CENTER
                                       : is_left                   ? PANGO_ALIGN_LEFT
                                                                   : PANGO_ALIGN_RIGHT);
    const double smallest = style.smallest_size > 0 ? style.smallest_size : style.size;
    for (double size = style.size;; size -= 0.5) {
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(layout, font.get());
        pango_layout_set_width(layout, -1);
        int natural = 0;
        pango_layout_get_size(layout, &natural, nullptr);
        const bool fits_one_line = natural <= width * PANGO_SCALE;
        pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
        // A second line is for a text that would have to shrink by more than a quarter to keep to one.
        const bool may_wrap = style.most_lines > 1 && (size <= style.size * 0.75 || smallest == style.size);
        if (fits_one_line || (may_wrap && pango_layout_get_line_count(layout) <= style.most_lines) ||
            size - 0.5 < smallest)
            return layout;
    }
}

double canvas::height_of(std::string_view text, const text_style& style, double width) {
    if (text.empty()) return 0;
    PangoRectangle extent;
    pango_layout_get_extents(fitted(text, style, width), nullptr, &extent);
    return extent.height / static_cast<double>(PANGO_SCALE);
}

double canvas::write(std::string_view text, const text_style& style, const place& where) {
    if (text.empty()) return 0;
    PangoLayout* layout = fitted(text, style, where.width);
    const char* const tag = style.is_heading ? "H1" : "P";
    cairo_tag_begin(parts_->pen.get(), tag, "");
    cairo_move_to(parts_->ink(style.ink), where.x, where.y);
    pango_cairo_show_layout(parts_->pen.get(), layout);
    cairo_tag_end(parts_->pen.get(), tag);
    PangoRectangle extent;
    pango_layout_get_extents(layout, nullptr, &extent);
    return extent.height / static_cast<double>(PANGO_SCALE);
}

void canvas::draw_outline(std::string_view text, const text_style& style, double x, double y, double angle) {
    PangoLayout* layout = fitted(text, style, 2 * page_width);
    pango_layout_set_width(layout, -1);
    int width = 0;
    int height = 0;
    pango_layout_get_size(layout, &width, &height);
    draw([&](cairo_t* pen) {
        cairo_translate(pen, x, y);
        cairo_rotate(pen, angle);
        cairo_move_to(pen, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
        pango_cairo_layout_path(pen, layout);
        set_ink(pen, style.ink);
        cairo_fill(pen);
    });
}

void canvas::fill_rectangle(double x, double y, double width, double height, colour ink) {
    cairo_rectangle(parts_->ink(ink), x, y, width, height);
    cairo_fill(parts_->pen.get());
}

void canvas::draw_rectangle(double x, double y, double width, double height, colour ink, double line_width) {
    cairo_rectangle(parts_->ink(ink), x, y, width, height);
    cairo_set_line_width(parts_->pen.get(), line_width);
    cairo_stroke(parts_->pen.get());
}

void canvas::draw_line(double from_x, double from_y, double to_x, double to_y, colour ink,
                       double line_width) {
    cairo_move_to(parts_->ink(ink), from_x, from_y);
    cairo_line_to(parts_->pen.get(), to_x, to_y);
    cairo_set_line_width(parts_->pen.get(), line_width);
    cairo_stroke(parts_->pen.get());
}

void canvas::draw_qr_code(const std::string& address, double x, double y, double edge) {
    const held<QRcode> code(QRcode_encodeString8bit(address.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("the address does not fit a QR code");
    constexpr int quiet_zone = 4;
    const double module_edge = edge / (code->width + 2 * quiet_zone);
    fill_rectangle(x, y, edge, edge, rgb(0xffffff));
    cairo_t* pen = parts_->ink(rgb(0x000000));
    // One path, filled once: separate squares leave hairlines between them on screens.
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if (code->data[row * code->width + column] & 1)
                cairo_rectangle(pen, x + (column + quiet_zone) * module_edge,
                                y + (row + quiet_zone) * module_edge, module_edge, module_edge);
    cairo_fill(pen);
    std::string quoted;
    for (const char c : address) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    const std::string area = "rect=[" + std::to_string(x) + " " + std::to_string(y) + " " +
                             std::to_string(edge) + " " + std::to_string(edge) + "] uri='" + quoted + "'";
    cairo_tag_begin(pen, CAIRO_TAG_LINK, area.c_str());
    cairo_tag_end(pen, CAIRO_TAG_LINK);
}

void canvas::draw(const std::function<void(cairo_t*)>& drawing) {
    cairo_save(parts_->pen.get());
    drawing(parts_->pen.get());
    cairo_restore(parts_->pen.get());
}

void canvas::finish_page() {
    cairo_show_page(parts_->pen.get());
    parts_->check();
}

std::string canvas::finish() && {
    cairo_tag_end(parts_->pen.get(), "Document");
    cairo_surface_finish(parts_->surface.get());
    if (const auto status = cairo_surface_status(parts_->surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("writing the document failed: ") +
                                 cairo_status_to_string(status));
    return finished_pdf(parts_->document, parts_->about);
}

}  // namespace print
