#include "server/commands/rehearsal_report.hpp"

#include <cmath>
#include <sstream>

namespace commands {
namespace {

constexpr int left = 190, width = 480, row_height = 64, top = 128;

int at(double share) {
    return left + static_cast<int>(std::lround(share * width));
}
std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string label_of(std::optional<int> judges) {
    if (!judges) return "all judges";
    return std::to_string(*judges) + (*judges == 1 ? " judge" : " judges");
}

// The bar of a share and its interval; the number stands where neither can cover it.
void draw_bar(std::ostream& svg, const judging::estimate& share, int y, int height, const char* colour) {
    const double number = share.number.value_or(0), low = share.low.value_or(number),
                 high = share.high.value_or(number);
    const int middle = y + height / 2;
    std::ostringstream whisker;
    whisker << "<path d='M" << at(low) << ' ' << middle << 'H' << at(high) << 'M' << at(low) << ' '
            << middle - 5 << "v10M" << at(high) << ' ' << middle - 5 << "v10' stroke='";
    svg << "<rect x='" << left << "' y='" << y << "' width='" << at(number) - left << "' height='" << height
        << "' fill='" << colour << "'/>\n"
        << whisker.str() << "#fff' stroke-width='6'/>\n"
        << whisker.str() << "#111' stroke-width='2'/>\n"
        << "<text x='" << at(high) + 10 << "' y='" << middle + 5 << "'>" << percent(number) << "</text>\n";
}

void draw_scale(std::ostream& svg, int bottom) {
    for (int part = 0; part <= 4; ++part) {
        const int x = at(part / 4.0);
        svg << "<path d='M" << x << ' ' << top - 12 << 'V' << bottom << "' stroke='#ccc'/>\n<text x='" << x
            << "' y='" << bottom + 22 << "' text-anchor='middle'>" << part * 25 << " %</text>\n";
    }
}

std::string describe(const judging::rehearsal& played) {
    std::ostringstream text;
    for (const auto& one : played.assignments)
        text << "With " << label_of(one.judges_per_entry) << " on each entry the truly best wins "
             << percent(one.best_wins.number.value_or(0)) << " of categories (interval "
             << percent(one.best_wins.low.value_or(0)) << " to " << percent(one.best_wins.high.value_or(0))
             << ") and place " << one.lines.back().places << " is shared in "
             << percent(one.lines.back().place_shared.number.value_or(0)) << ". ";
    return text.str();
}

}  // namespace

std::string rehearsal_as_svg(const judging::rehearsal_rules& rules, const judging::rehearsal& played) {
    std::ostringstream svg;
    const int bottom = top + row_height * static_cast<int>(played.assignments.size());
    const int height = bottom + 68, place = played.assignments.front().lines.back().places;
    svg << "<?xml version='1.0' encoding='UTF-8'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 760 "
        << height << "' width='760' height='" << height << "' role='img' aria-labelledby='title desc' "
        << "font-family='sans-serif' font-size='15' fill='#111'>\n<title id='title'>"
        << "How often the truly best project wins, by judges on each entry</title>\n<desc id='desc'>"
        << "Made-up projects, judges and scores. " << describe(played) << "</desc>\n"
        << "<rect width='760' height='" << height << "' fill='#fff'/>\n"
        << "<text x='20' y='34' font-size='20' font-weight='bold'>How often the truly best project "
           "wins</text>\n"
        << "<text x='20' y='58'>" << played.editions << " made-up editions: " << rules.entries << " entries, "
        << rules.categories << " categories, " << rules.judges << " judges, seed " << rules.seed
        << "</text>\n"
        << "<rect x='20' y='76' width='16' height='16' fill='#1f5fa8'/>\n<text x='44' y='90'>the best "
           "wins</text>\n"
        << "<rect x='190' y='76' width='16' height='16' fill='#c2570c'/>\n<text x='214' y='90'>place "
        << place << " is shared by an exact tie</text>\n";
    draw_scale(svg, bottom);
    int y = top;
    for (const auto& one : played.assignments) {
        svg << "<text x='" << left - 14 << "' y='" << y + 28 << "' text-anchor='end'>"
            << label_of(one.judges_per_entry) << "</text>\n";
        draw_bar(svg, one.best_wins, y, 22, "#1f5fa8");
        draw_bar(svg, one.lines.back().place_shared, y + 26, 16, "#c2570c");
        y += row_height;
    }
    svg << "<text x='20' y='" << height - 16 << "'>Of all categories, with " << percent(rules.confidence)
        << " intervals. It says nothing about any real judge.</text>\n</svg>\n";
    return svg.str();
}

}  // namespace commands
