#pragma once
// The parts with which pages show things: tags, tables, lists, timelines, progress, charts. One struct for
// each partial in server/pages/components, placed like the parts of forms.hpp. Know nothing of the awards.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "server/pages/forms.hpp"

namespace pages {

// A state as a coloured word. `colour`: grey, blue, green, amber, red, purple.
struct tag {
    phrase text;
    std::string colour = "grey";
};
BOOST_DESCRIBE_STRUCT(tag, (), (text, colour))

// A cell is a text, a link or a tag, or any of them together. `numeric` aligns at the end; `folded` is a long
// text that few will read, shown when it is asked for.
struct cell {
    phrase text;
    std::string href;
    std::optional<tag> state;
    bool numeric = false;
    phrase column;  // filled by table::add_row; on a phone it stands before the text
    bool folded = false;
    bool names_row = false;  // filled by table::add_row: the row's header
};
BOOST_DESCRIBE_STRUCT(cell, (), (text, href, state, numeric, column, folded, names_row))

struct column {
    phrase text;
    bool numeric = false;
    std::string sort_href;  // a link in the heading, if the list can be sorted by it
};
BOOST_DESCRIBE_STRUCT(column, (), (text, numeric, sort_href))

struct table_row {
    std::vector<cell> cells;
    bool marked = false;  // a tie, a gap: stands out
};
BOOST_DESCRIBE_STRUCT(table_row, (), (cells, marked))

// {{>components/table}}: at 390 px each row becomes a card.
struct table {
    phrase caption;
    std::vector<column> columns;
    std::vector<table_row> rows;
    phrase empty_text;  // shown instead when there are no rows
    // The column whose cell is the header of its row; none where the rows have no name.
    std::optional<std::size_t> name_column = 0;

    // Adds a row and gives each cell its column's name.
    void add_row(std::vector<cell> cells, bool marked = false);
};
BOOST_DESCRIBE_STRUCT(table, (), (caption, columns, rows, empty_text))

struct summary_row {
    phrase name;
    phrase text;
    std::vector<link> actions;
};
BOOST_DESCRIBE_STRUCT(summary_row, (), (name, text, actions))

struct summary_list {
    std::vector<summary_row> rows;
};
BOOST_DESCRIBE_STRUCT(summary_list, (), (rows))

// A section of a long form with where it stands: {{>components/task_list}}.
struct task {
    phrase text;
    std::string href;  // empty: cannot be opened yet
    phrase hint;
    tag state;
};
BOOST_DESCRIBE_STRUCT(task, (), (text, href, hint, state))

struct task_list {
    std::vector<task> tasks;
};
BOOST_DESCRIBE_STRUCT(task_list, (), (tasks))

// {{>components/timeline}}: where an entry or an edition stands. `state`: past, now, next.
struct timeline_step {
    phrase text;
    phrase detail;
    std::optional<moment> at;
    std::string state = "next";
};
BOOST_DESCRIBE_STRUCT(timeline_step, (), (text, detail, at, state))

struct timeline {
    std::vector<timeline_step> steps;
};
BOOST_DESCRIBE_STRUCT(timeline, (), (steps))

// {{>components/tabs}}: the sections of one subject, each its own address.
struct tabs {
    phrase label;
    std::vector<link> links;
};
BOOST_DESCRIBE_STRUCT(tabs, (), (label, links))

struct pagination {
    std::string previous_href;
    std::string next_href;
    std::vector<link> pages;
};
BOOST_DESCRIBE_STRUCT(pagination, (), (previous_href, next_href, pages))

struct progress {
    phrase label;  // t("{count} of {all} entries scored", …)
    int done = 0;
    int all = 0;
};
BOOST_DESCRIBE_STRUCT(progress, (), (label, done, all))

struct text_block {
    phrase text;
};
BOOST_DESCRIBE_STRUCT(text_block, (), (text))  // {{>components/inset}}, {{>components/warning}}

struct details {
    phrase summary;
    phrase text;
};
BOOST_DESCRIBE_STRUCT(details, (), (summary, text))

// A small mark on a chart's line, one judge's value for example; `text` is told where the mark is asked
// about.
struct chart_mark {
    phrase text;
    int at = 0;
    int x = 0;  // the drawing's own
};
BOOST_DESCRIBE_STRUCT(chart_mark, (), (text, at, x))

// {{>components/rank_chart}}: one line for each entry, its mean as a dot on the spread from the lowest to the
// highest score. Positions are thousandths of the scale's width (0 to 1000), worked out by rank_chart_of();
// the same figures stand in a table beside the drawing.
struct rank_line {
    phrase rank;  // "1", "2=" for a tie
    phrase name;
    phrase mean;  // as it is to be printed
    phrase low;
    phrase high;
    int low_at = 0, mean_at = 0, high_at = 0;
    bool tied = false;
    phrase prize_line_below;  // "Best": the prizes of that tier end here
    std::vector<chart_mark> marks;
    int top = 0, middle = 0, label_y = 0, bar_start = 0, bar_width = 0, dot_x = 0;  // the drawing's own
};
BOOST_DESCRIBE_STRUCT(rank_line, (),
                      (rank, name, mean, low, high, low_at, mean_at, high_at, tied, prize_line_below, marks,
                       top, middle, label_y, bar_start, bar_width, dot_x))

struct rank_chart {
    std::string id;      // unique on the page
    phrase title;        // t("Ranking in {category}", …)
    phrase description;  // the drawing in one sentence, for those who do not see it
    std::vector<rank_line> lines;
    int height = 0;
    phrase scale_low, scale_high;  // the ends of the scale, as they are to be printed
};
BOOST_DESCRIBE_STRUCT(rank_chart, (), (id, title, description, lines, height, scale_low, scale_high))

// Lays the lines out from top to bottom, under the scale; low_at, mean_at and high_at must lie in 0…1000.
rank_chart rank_chart_of(std::string id, phrase title, phrase description, phrase scale_low,
                         phrase scale_high, std::vector<rank_line> lines);

}  // namespace pages
