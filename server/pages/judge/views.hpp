#pragma once
// What a judge's pages show. features/judging, scorecards and deliberation fill them; one struct for each
// template in pages/judge. Nothing here can hold an entry that a conflict bars: the views are made of rows
// that the judge's own role can read (J2).

#include "server/pages/display.hpp"

namespace pages {

// judge/panels: for who judges more than one edition
struct panels_view {
    task_list editions;
};
BOOST_DESCRIBE_STRUCT(panels_view, (), (editions))

// judge/terms
struct terms_view {
    std::vector<phrase> terms;
    std::string accepted_name;  // filled once they are accepted
    std::optional<moment> accepted_at;
    std::string action;
    text_field name;
    tick_field agreed;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(terms_view, (), (terms, accepted_name, accepted_at, action, name, agreed, back_href))

// judge/declarations: one table for each category, a row for each entry. Where there is no conflict nothing
// is entered.
struct declaration_line {
    std::string entry, city, country, title;
    tick_field conflict;
    text_field reason;  // shown where the conflict is ticked
};
BOOST_DESCRIBE_STRUCT(declaration_line, (), (entry, city, country, title, conflict, reason))
struct declaration_group {
    std::string category;
    std::vector<declaration_line> lines;
};
BOOST_DESCRIBE_STRUCT(declaration_group, (), (category, lines))
struct declarations_view {
    std::string action;
    std::vector<declaration_group> groups;
    phrase signing;  // what the name below says of every entry
    text_field name;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(declarations_view, (), (action, groups, signing, name, back_href))

// judge/home
struct assigned_group {
    std::string category;
    phrase done;  // t("{count} of {all} submitted", …)
    task_list entries;
};
BOOST_DESCRIBE_STRUCT(assigned_group, (), (category, done, entries))
struct judging_home_view {
    std::string edition_name;
    std::optional<moment> deadline;
    std::optional<text_block> waiting;  // why nothing can be scored now
    std::optional<link> declare;
    phrase to_declare;
    std::optional<progress> done;
    std::optional<link> next;
    std::vector<assigned_group> groups;
    std::vector<link> more;           // comparison, deliberation, terms
    std::optional<link> certificate;  // from the announcement on
};
BOOST_DESCRIBE_STRUCT(judging_home_view, (),
                      (edition_name, deadline, waiting, declare, to_declare, done, next, groups, more,
                       certificate))

// judge/scorecard: the entry beside its scorecard
struct read_answer {
    std::string label, text;
};
BOOST_DESCRIBE_STRUCT(read_answer, (), (label, text))
struct read_section {
    std::string title;
    std::vector<read_answer> answers;
};
BOOST_DESCRIBE_STRUCT(read_section, (), (title, answers))
struct read_file {
    std::string href, name;
    phrase size;
};
BOOST_DESCRIBE_STRUCT(read_file, (), (href, name, size))
struct shown_level {
    int score = 0;
    std::string description;
};
BOOST_DESCRIBE_STRUCT(shown_level, (), (score, description))
struct criterion_form {
    std::string title, question;
    phrase weight;
    std::vector<shown_level> levels;
    radio_field score;
    std::optional<text_area> reason;  // at the ends of the scale, if the rules want one
    std::optional<text_area> change;  // why a locked score is changed
};
BOOST_DESCRIBE_STRUCT(criterion_form, (), (title, question, weight, levels, score, reason, change))
struct scorecard_form {
    std::string action;
    std::string autosave;  // empty: a reopened scorecard is saved with its reasons, by the button
    int version = 0;
    phrase rubric_note;
    phrase completeness;
    std::vector<criterion_form> criteria;
    std::optional<text_area> to_city, to_panel;
    button save, check;
};
BOOST_DESCRIBE_STRUCT(scorecard_form, (),
                      (action, autosave, version, rubric_note, completeness, criteria, to_city, to_panel,
                       save, check))
struct scorecard_move {
    std::string action;
    int version = 0;
    button go;
};
BOOST_DESCRIBE_STRUCT(scorecard_move, (), (action, version, go))
struct scorecard_view {
    std::string title, city, country, category, round;
    tag state;
    phrase position;
    std::string previous_href, next_href, back_href;
    std::vector<read_section> sections;
    std::vector<read_file> files;
    phrase version_note;
    std::optional<text_block> closed;  // why there is no form
    std::optional<scorecard_form> form;
    std::optional<summary_list> given;
    phrase receipt;  // the hash of what was confirmed
    std::vector<scorecard_move> moves;
    std::string recuse_href;
};
BOOST_DESCRIBE_STRUCT(scorecard_view, (),
                      (title, city, country, category, round, state, position, previous_href, next_href,
                       back_href, sections, files, version_note, closed, form, given, receipt, moves,
                       recuse_href))

// judge/sheet: the scorecard as the server holds it, before it is submitted or locked again
struct sheet_view {
    std::string title, city, country;
    summary_list given;
    std::vector<phrase> missing;
    std::optional<scorecard_move> confirm;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(sheet_view, (), (title, city, country, given, missing, confirm, back_href))

// judge/comparison: the judge's own scores, by category
struct comparison_view {
    std::vector<table> categories;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(comparison_view, (), (categories, back_href))

// judge/deliberation: the entries that the panel talks about
struct deliberation_group {
    std::string category;
    task_list entries;
};
BOOST_DESCRIBE_STRUCT(deliberation_group, (), (category, entries))
struct deliberation_view {
    std::vector<deliberation_group> groups;
    std::optional<link> declare;
    phrase to_declare;
    std::string order_href;  // empty while there is nothing to order
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(deliberation_view, (), (groups, declare, to_declare, order_href, back_href))

// judge/deliberation_entry
struct said {
    phrase who;
    std::string text;
    std::optional<moment> at;
};
BOOST_DESCRIBE_STRUCT(said, (), (who, text, at))
struct deliberation_entry_view {
    std::string title, city, country, category;
    std::vector<table> rounds;
    std::vector<said> to_city, to_panel, changes, notes;
    std::vector<read_section> sections;
    std::vector<read_file> files;
    std::string action;
    text_area note;
    std::string own_href;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(deliberation_entry_view, (),
                      (title, city, country, category, rounds, to_city, to_panel, changes, notes, sections,
                       files, action, note, own_href, back_href))

}  // namespace pages
