#include "server/print/certificate.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "server/print/canvas.hpp"
#include "server/print/emblem.hpp"

namespace print {

namespace {

using notifications::certificate;
using notifications::certificate_kind;

constexpr colour ink = rgb(0x12262d);
constexpr colour quiet_ink = rgb(0x47606a);
constexpr colour sea = rgb(0x0b3440);
constexpr colour sea_line = rgb(0x1b5466);
constexpr colour white = rgb(0xffffff);
constexpr colour hairline = rgb(0xc5d2d6);
constexpr colour warning = rgb(0x9b3b2a);
constexpr colour faint_warning = rgb(0xf9efec);

// The colour of a tier: `full` for shapes, `deep` for letters on white.
struct accent {
    colour full, deep;
};

accent accent_of(const certificate& printed) {
    if (printed.kind != certificate_kind::winner) return {rgb(0x7fb0bd), rgb(0x17687c)};
    switch (printed.tier_rank) {
        case 1: return {rgb(0xc49a45), rgb(0x8a6520)};
        case 2: return {rgb(0x9fb0c0), rgb(0x4d6275)};
        default: return {rgb(0x4fa392), rgb(0x22705f)};
    }
}

constexpr double margin = 28;
constexpr double panel_left = margin + 5;
constexpr double panel_width = 176;
constexpr double panel_bottom = page_height - margin - 5;
constexpr double text_left = panel_left + panel_width + 40;
constexpr double text_right = page_width - margin - 40;
constexpr double text_width = text_right - text_left;
constexpr double qr_edge = 84;
constexpr double foot_top = 424;
constexpr double award_top = 96;
constexpr double award_bottom = foot_top - 16;

void draw_frame(canvas& page, const accent& tier) {
    page.draw_rectangle(margin, margin, page_width - 2 * margin, page_height - 2 * margin, tier.full, 0.8);
    page.draw_rectangle(margin + 5, margin + 5, page_width - 2 * margin - 10, page_height - 2 * margin - 10,
                        hairline, 0.5);
}

void draw_panel(canvas& page, const certificate& printed, const accent& tier) {
    const double height = panel_bottom - panel_left;
    const double middle = panel_left + panel_width / 2;
    page.fill_rectangle(panel_left, panel_left, panel_width, height, sea);
    draw_rosette(page, {panel_left, panel_left, panel_width, height}, {middle, 118, 420, 76, sea_line});
    page.fill_rectangle(panel_left + panel_width, panel_left, 4, height, tier.full);
    draw_emblem(page, middle, 118, 52);
    page.write("WeGO", {typeface::display, 27, white, true, 0, 0, 1, "en", side::centre},
               {panel_left, 206, panel_width});
    page.write("AWARDS", {typeface::sans, 9.5, white, false, 5.2, 0, 1, "en", side::centre},
               {panel_left + 2.6, 245, panel_width});
    page.draw_line(middle - 14, 488, middle + 14, 488, tier.full, 1.4);
    page.write(printed.year, {typeface::display, 36, white, false, 2, 0, 1, "en", side::centre},
               {panel_left + 1, 497, panel_width});
}

struct paragraph {
    std::string text;
    text_style style;
    double space_above;
    bool has_rule_above = false;
};

// What the certificate is about, from the tier down to the category, with sizes times `scale`.
std::vector<paragraph> award_of(const certificate& printed, const accent& tier, double scale) {
    const auto& tongue = printed.name_language;
    std::vector<paragraph> award{{printed.heading, {typeface::display, 33, tier.deep, true, 0, 20, 2}, 0},
                                 {printed.lead, {typeface::serif, 13.5, quiet_ink, false, 0, 9, 2}, 16},
                                 {printed.name, {typeface::display, 58, ink, false, 0, 22, 2, tongue}, 2},
                                 {printed.name_detail, {typeface::sans, 14, quiet_ink, false, 0, 9, 2}, 3}};
    if (!printed.entry_title.empty())
        award.push_back(
            {"“" + printed.entry_title + "”", {typeface::serif, 15, ink, false, 0, 10, 3, tongue}, 34, true});
    const bool is_first_below_rule = printed.entry_title.empty();
    award.push_back({printed.reason,
                     {typeface::sans, 11.5, quiet_ink, false, 0, 8, 2},
                     is_first_below_rule ? 34.0 : 5.0,
                     is_first_below_rule});
    award.front().style.is_heading = true;
    std::erase_if(award, [](const paragraph& part) { return part.text.empty(); });
    for (auto& part : award) {
        part.style.size *= scale;
        part.style.smallest_size *= scale;
        part.space_above *= scale;
    }
    return award;
}

double height_of(canvas& page, const std::vector<paragraph>& award) {
    double height = 0;
    for (const auto& [text, style, space_above, has_rule] : award)
        height += space_above + page.height_of(text, style, text_width);
    return height;
}

void write_award(canvas& page, const certificate& printed, const accent& tier) {
    page.write(printed.organiser, {typeface::sans, 9, quiet_ink, false, 0.4, 6, 1},
               {text_left, 66, text_width});
    constexpr double room = award_bottom - award_top;
    double scale = 1;
    auto award = award_of(printed, tier, scale);
    double height = height_of(page, award);
    while (height > room && scale > 0.3) {
        scale -= 0.05;
        award = award_of(printed, tier, scale);
        height = height_of(page, award);
    }
    double y = award_top + std::max(0.0, room - height) * 0.4;
    for (const auto& [text, style, space_above, has_rule] : award) {
        y += space_above;
        if (has_rule)
            page.draw_line(text_left, y - space_above / 2, text_left + 46, y - space_above / 2, tier.full, 2);
        y += page.write(text, style, {text_left, y, text_width});
    }
}

void write_occasion(canvas& page, const certificate& printed) {
    double y = foot_top;
    y += page.write(printed.edition_line, {typeface::sans, 9.5, ink, true, 0, 7, 1},
                    {text_left, y, text_width - qr_edge - 24}) +
         1;
    y += page.write(printed.ceremony, {typeface::sans, 9.5, quiet_ink, false, 0, 7, 1},
                    {text_left, y, text_width - qr_edge - 24}) +
         1;
    page.write(printed.issued_line, {typeface::sans, 9.5, quiet_ink}, {text_left, y, text_width});
}

void write_signatures(canvas& page, const certificate& printed) {
    if (printed.signatories.empty()) return;
    const double room = text_width - qr_edge - 24;
    const double step = room / static_cast<double>(std::max<std::size_t>(2, printed.signatories.size()));
    double x = text_left;
    for (const auto& [name, office] : printed.signatories) {
        page.draw_line(x, 514, x + step - 18, 514, ink, 0.6);
        page.write(name, {typeface::sans, 8.6, ink, true, 0, 6, 1}, {x, 517, step - 18});
        page.write(office, {typeface::sans, 7.6, quiet_ink, false, 0, 5.5, 1}, {x, 529, step - 18});
        x += step;
    }
}

void write_check(canvas& page, const certificate& printed) {
    page.draw_qr_code(printed.check_address, text_right - qr_edge + 7, 449, qr_edge);
    page.write(printed.check_label + ":  " + printed.check_address,
               {typeface::sans, 6.6, quiet_ink, false, 0, 4.5}, {text_left, 547, text_width * 0.64});
    page.write(printed.serial_label + "  " + printed.serial,
               {typeface::sans, 6.6, quiet_ink, false, 0, 4.5, 1, "en", side::right},
               {text_left + text_width * 0.64, 547, text_width * 0.36});
}

void draw_certificate(canvas& page, const certificate& printed) {
    const accent tier = accent_of(printed);
    draw_rosette(page, {panel_left, panel_left, page_width - 2 * panel_left, panel_bottom - panel_left},
                 {page_width - 40, 40, 300, 126, rgb(0xeaeff3)});
    const auto& across = printed.void_mark.empty() ? printed.demonstration_mark : printed.void_mark;
    if (!across.empty())
        page.draw_outline(across, {typeface::display, 80, faint_warning, true}, 516, 300, -0.46);
    draw_panel(page, printed, tier);
    draw_frame(page, tier);
    write_award(page, printed, tier);
    write_occasion(page, printed);
    write_signatures(page, printed);
    write_check(page, printed);
    if (!printed.demonstration_mark.empty())
        page.write(printed.demonstration_mark + " · " + printed.demonstration_line,
                   {typeface::sans, 7, warning, false, 0, 5, 1}, {text_left, 40, text_width});
    if (!printed.void_mark.empty())
        page.write(printed.void_mark, {typeface::sans, 11, warning, true, 0, 5, 1},
                   {text_left, 56, text_width});
    page.finish_page();
}

}  // namespace

std::string pdf_of(const certificate& printed) {
    return pdf_of(std::span(&printed, 1));
}

std::string pdf_of(std::span<const certificate> printed) {
    if (printed.empty()) throw std::invalid_argument("no certificate to print");
    const auto& first = printed.front();
    const std::string title = printed.size() == 1 ? first.heading + " · " + first.name : first.edition_line;
    canvas document(title, first.organiser, first.issued_at);
    for (const auto& one : printed) draw_certificate(document, one);
    return std::move(document).finish();
}

}  // namespace print
