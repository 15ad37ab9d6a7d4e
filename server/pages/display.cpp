#include "server/pages/display.hpp"

#include <stdexcept>

namespace pages {

void table::add_row(std::vector<cell> cells, bool marked) {
    if (cells.size() != columns.size()) {
        throw std::logic_error("a row of " + std::to_string(cells.size()) + " cells in a table of " +
                               std::to_string(columns.size()) + " columns");
    }
    for (std::size_t at = 0; at < cells.size(); ++at) {
        cells[at].column = columns[at].text;
        cells[at].numeric = columns[at].numeric;
        cells[at].names_row = at == name_column;
    }
    rows.push_back({std::move(cells), marked});
}

rank_chart rank_chart_of(std::string id, phrase title, phrase description, phrase scale_low,
                         phrase scale_high, std::vector<rank_line> lines) {
    // As wide as a phone shows it in letters that can be read: the name above its bar, and not beside it.
    constexpr int line_height = 56, prize_height = 22, scale_start = 12, scale_width = 376, axis_height = 28;
    rank_chart drawn{std::move(id),        std::move(title),     std::move(description), std::move(lines), 0,
                     std::move(scale_low), std::move(scale_high)};
    const auto across = [](int thousandths) { return scale_start + thousandths * scale_width / 1000; };
    int top = axis_height;
    for (auto& line : drawn.lines) {
        if (line.low_at < 0 || line.low_at > line.mean_at || line.mean_at > line.high_at ||
            line.high_at > 1000) {
            throw std::logic_error("a rank chart's positions must run from 0 to 1000: low, mean, high");
        }
        line.top = top;
        line.label_y = top + 18;
        line.middle = top + 38;
        line.bar_start = across(line.low_at);
        line.bar_width = across(line.high_at) - line.bar_start;
        line.dot_x = across(line.mean_at);
        for (auto& mark : line.marks) mark.x = across(mark.at);
        top += line_height + (line.prize_line_below.empty() ? 0 : prize_height);
    }
    drawn.height = top + 8;
    return drawn;
}

}  // namespace pages
