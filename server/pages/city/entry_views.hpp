#pragma once
// What the pages of one entry show (server/pages/city), from its start to the result. server/features fills
// them. One struct for each template.

#include "server/pages/city/views.hpp"

namespace pages {

// city/start
struct start_view {
    std::string action;
    phrase edition_name;
    moment deadline;
    std::vector<field> fields;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(start_view, (), (action, edition_name, deadline, fields, back_href))

// city/entry: everything about one entry
struct entry_action_link {
    phrase text;
    std::string href;
    std::string kind = "secondary";
};
BOOST_DESCRIBE_STRUCT(entry_action_link, (), (text, href, kind))

struct receipt_line {
    phrase text;
    std::string href;
    moment at;
};
BOOST_DESCRIBE_STRUCT(receipt_line, (), (text, href, at))

// What was answered to a question that is gone (E9).
struct answer_kept {
    phrase question;
    std::vector<phrase> paragraphs;
    std::string history_href;
};
BOOST_DESCRIBE_STRUCT(answer_kept, (), (question, paragraphs, history_href))

// What the rules disclose of a round's scores after the announcement (E10).
struct disclosed_round {
    phrase name;
    phrase place;
    table scores;
    std::vector<text_block> comments;  // of the judges to the city
};
BOOST_DESCRIBE_STRUCT(disclosed_round, (), (name, place, scores, comments))

struct entry_view {
    phrase title;
    phrase place;
    tag state;
    phrase next;
    std::optional<moment> due;
    std::optional<text_block> asked_for;  // why it came back, why it ended
    bool has_changes = false;
    phrase changes_mean;          // what the changes of the questions mean for the entry
    std::vector<phrase> changes;  // since it was submitted (E9)
    std::optional<task_list> tasks;
    std::optional<progress> done;
    std::vector<entry_action_link> actions;
    std::string reopen_action;  // empty: cannot be reopened
    int version = 1;
    pages::timeline timeline;
    bool has_receipts = false;
    std::vector<receipt_line> receipts;
    std::vector<phrase> results;
    std::vector<link> certificates;
    bool has_scores = false;
    std::vector<disclosed_round> rounds;
    std::string scores_href;  // the same as a file
    bool has_asked_before = false;
    std::vector<answer_kept> asked_before;
};
BOOST_DESCRIBE_STRUCT(entry_view, (),
                      (title, place, state, next, due, asked_for, has_changes, changes_mean, changes, tasks,
                       done, actions, reopen_action, version, timeline, has_receipts, receipts, results,
                       certificates, has_scores, rounds, scores_href, has_asked_before, asked_before))

// city/section: one page of the form
struct section_view {
    phrase title;
    phrase help;
    phrase position;  // "Section 2 of 10"
    phrase entry_title;
    std::string action;
    std::string autosave;
    std::vector<hidden_field> versions;  // "version.answer.summary": what each answer is based on
    std::vector<field> fields;
    moment deadline;
    std::string previous_href;
    std::string back_href;
    std::string history_href;
};
BOOST_DESCRIBE_STRUCT(section_view, (),
                      (title, help, position, entry_title, action, autosave, versions, fields, deadline,
                       previous_href, back_href, history_href))

// city/history: what was written in a section before (E2)
struct earlier_text {
    phrase who;
    moment at;
    std::optional<tag> state;  // stored now, or not taken since somebody else had saved in between
    phrase text;
};
BOOST_DESCRIBE_STRUCT(earlier_text, (), (who, at, state, text))
struct history_of_answer {
    phrase question;
    std::vector<earlier_text> texts;  // newest first
};
BOOST_DESCRIBE_STRUCT(history_of_answer, (), (question, texts))
struct history_view {
    phrase title;
    phrase entry_title;
    std::vector<history_of_answer> answers;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(history_view, (), (title, entry_title, answers, back_href))

// city/attachments
struct attached_file {
    phrase name;
    std::string href;
    phrase detail;              // "PDF, 1.2 MB"
    std::string remove_action;  // empty: cannot be removed now
};
BOOST_DESCRIBE_STRUCT(attached_file, (), (name, href, detail, remove_action))

struct attachments_view {
    phrase entry_title;
    std::vector<attached_file> files;
    std::vector<attached_file> letters;
    std::vector<attached_file> unfinished;  // a part of them has arrived
    bool has_unfinished = false;
    phrase limits;
    bool may_add = false;
    bool shows_letters = false;  // somebody enters for the city, or did
    std::string files_action;
    std::string letter_action;
    file_field new_file;
    file_field new_letter;
    moment deadline;
    std::string next_href;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(attachments_view, (),
                      (entry_title, files, letters, unfinished, has_unfinished, limits, may_add,
                       shows_letters, files_action, letter_action, new_file, new_letter, deadline, next_href,
                       back_href))

// city/preview: as a judge will see it
struct preview_answer {
    phrase question;
    std::vector<phrase> paragraphs;
};
BOOST_DESCRIBE_STRUCT(preview_answer, (), (question, paragraphs))

struct preview_section {
    phrase title;
    std::vector<preview_answer> answers;
};
BOOST_DESCRIBE_STRUCT(preview_section, (), (title, answers))

struct preview_view {
    phrase title;
    phrase place;
    std::vector<preview_section> sections;
    std::vector<attached_file> files;
    std::string back_href;
    std::string check_href;  // empty: nothing to submit now
};
BOOST_DESCRIBE_STRUCT(preview_view, (), (title, place, sections, files, back_href, check_href))

// city/check: everything that is missing, and the submission
struct missing_line {
    phrase section;
    phrase question;
    phrase reason;
    std::string href;
};
BOOST_DESCRIBE_STRUCT(missing_line, (), (section, question, reason, href))

struct check_view {
    phrase entry_title;
    bool has_missing = false;
    std::vector<missing_line> missing;
    bool complete = false;
    std::optional<phrase> obstacle;  // nothing is missing, and it cannot be submitted all the same
    std::string action;
    int version = 1;
    moment deadline;
    phrase places;  // how many entries the city may still submit
    std::string preview_href;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(check_view, (),
                      (entry_title, has_missing, missing, complete, obstacle, action, version, deadline,
                       places, preview_href, back_href))

// city/limit: a third entry; the city chooses which to withdraw (E1)
struct limit_view {
    phrase entry_title;
    phrase explanation;
    std::vector<entry_card> entries;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(limit_view, (), (entry_title, explanation, entries, back_href))

// city/receipt (E5)
struct receipt_item {
    phrase label;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(receipt_item, (), (label, sha256))

struct receipt_view {
    phrase entry_title;
    summary_list summary;
    moment submitted_at;
    std::string hash;
    std::vector<receipt_item> fields;
    bool has_files = false;
    std::vector<receipt_item> files;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(receipt_view, (),
                      (entry_title, summary, submitted_at, hash, fields, has_files, files, back_href))

// city/refusal: the receipt of a late entry's refusal
struct refusal_view {
    phrase entry_title;
    std::int64_t number = 0;
    moment refused_at;
    moment deadline;
    std::string hash;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(refusal_view, (), (entry_title, number, refused_at, deadline, hash, back_href))

}  // namespace pages
