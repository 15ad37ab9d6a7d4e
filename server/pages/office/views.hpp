#pragma once
// What the secretariat's pages show: every one is a sheet, a title and a column of blocks, each of which is
// one of the parts that all pages are made of. server/features/office_*.cpp fill them. Knows no rule of the
// awards.

#include "server/pages/display.hpp"

namespace pages {

// Fields that belong together: a criterion, a question, a tier. On wide screens the short ones stand side by
// side.
struct field_group {
    phrase legend;
    phrase hint;
    std::vector<field> fields;
};
BOOST_DESCRIBE_STRUCT(field_group, (), (legend, hint, fields))

// `get`: a form of filters, which changes nothing and carries no token. `upload`: it brings a file.
struct office_form {
    std::string action;
    bool get = false;
    bool upload = false;
    std::vector<hidden_field> hidden;
    std::vector<field> fields;
    std::vector<field_group> groups;
    std::vector<button> buttons;
    std::string back_href;
    bool closed = false;  // for reading only
};
BOOST_DESCRIBE_STRUCT(office_form, (),
                      (action, get, upload, hidden, fields, groups, buttons, back_href, closed))

struct figure {
    phrase name;
    number value;
};
BOOST_DESCRIBE_STRUCT(figure, (), (name, value))

struct figures {
    std::vector<figure> items;
};
BOOST_DESCRIBE_STRUCT(figures, (), (items))

// Somebody's own words under the question that they answer.
struct answer_shown {
    phrase question;
    phrase text;
};
BOOST_DESCRIBE_STRUCT(answer_shown, (), (question, text))

struct plain_list {
    std::vector<phrase> items;
};
BOOST_DESCRIBE_STRUCT(plain_list, (), (items))

// One part of a sheet; what is not filled is not shown. `anchor`: where the list of the page's parts leads,
// filled by give_jumps(). `folded`: the rows lie in a fold that these words open.
struct office_block {
    std::string anchor;
    phrase folded;
    phrase heading;
    phrase text;
    std::optional<text_block> warning;
    std::optional<text_block> inset;
    std::optional<figures> counts;
    std::optional<plain_list> list;
    std::optional<summary_list> summary;
    std::optional<task_list> tasks;
    std::optional<timeline> course;
    std::vector<progress> bars;
    std::optional<table> rows;
    std::optional<pagination> paging;
    std::vector<answer_shown> answers;
    std::optional<office_form> form;
    std::vector<link> links;
    std::optional<rank_chart> chart;
};
BOOST_DESCRIBE_STRUCT(office_block, (),
                      (anchor, folded, heading, text, warning, inset, counts, list, summary, tasks, course,
                       bars, rows, paging, answers, form, links, chart))

// office/sheet
struct office_view {
    phrase title;
    phrase lead;
    std::optional<tag> state;
    std::optional<tabs> sections;
    std::vector<office_block> blocks;
    bool has_jumps = false;
    std::vector<link> jumps;
};
BOOST_DESCRIBE_STRUCT(office_view, (), (title, lead, state, sections, blocks, has_jumps, jumps))

// A long sheet begins with a list of its parts: those with a heading, when there are at least five.
void give_jumps(office_view&);

}  // namespace pages
