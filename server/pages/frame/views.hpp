#pragma once
// What the pages of a "no" show, from bad input to a database that is away. The shell fills them. One struct
// for each template in pages/frame; a form with mistakes (422) is its own page with frame.errors.

#include "server/pages/forms.hpp"

namespace pages {

// frame/plain: 400, 404, 413, 429, 500, 503 and the like; error_pages.cpp has the words
struct plain_error_view {
    phrase title;
    phrase explanation;
    std::string request_id;      // to be told to the secretariat; empty where it would not help
    std::string back_href = {};  // where the person was; empty where that is not known
    phrase back_text = {};       // what stands on that way instead of "Go back to where you were"
};
BOOST_DESCRIBE_STRUCT(plain_error_view, (), (title, explanation, request_id, back_href, back_text))

// frame/forbidden (403): the form that came, ready to be sent again with a new token
struct forbidden_view {
    std::string action;
    std::vector<hidden_field> hidden;
};
BOOST_DESCRIBE_STRUCT(forbidden_view, (), (action, hidden))

// frame/stale (409): both texts of every field that differs; `hidden` carries the rest and the new version
struct two_texts {
    std::string name;
    phrase label;
    std::string mine;
    std::string theirs;
};
BOOST_DESCRIBE_STRUCT(two_texts, (), (name, label, mine, theirs))

struct stale_view {
    std::string action;
    std::vector<hidden_field> hidden;
    std::vector<two_texts> texts;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(stale_view, (), (action, hidden, texts, back_href))

}  // namespace pages
