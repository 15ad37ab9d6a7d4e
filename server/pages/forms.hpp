#pragma once
// The parts that forms are made of, one struct for each partial in server/pages/components. A view struct
// holds them, its template places them: {{#title}}{{>components/text_field}}{{/title}}. They keep what was
// typed and carry the error that stands beside it. Know no rule about what may be typed.

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/pages/frame/frame.hpp"
#include "server/pages/phrase.hpp"
#include "server/pages/shown.hpp"

namespace pages {

// One line of text. `name` is the form field and the element's id. `type`: text, email, tel, url, search.
// `width`: "" (whole), "20", "10", "5", "3" characters. `autocomplete`: the HTML token, "off" if there is
// none.
struct text_field {
    static constexpr std::string_view shown_as = "text_field";
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::string value;
    std::string type = "text";
    std::string autocomplete = "off";
    std::string inputmode;
    std::string width;
    bool optional_answer = false;  // the label then ends in "(optional)"
};
BOOST_DESCRIBE_STRUCT(text_field, (),
                      (name, label, hint, error, value, type, autocomplete, inputmode, width,
                       optional_answer))

// Some paragraphs. With a limit the words are counted as one types (words.hpp counts them on the server).
struct text_area {
    static constexpr std::string_view shown_as = "text_area";
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::string value;
    int rows = 6;
    std::optional<int> word_limit;
    int words = 0;  // in `value`, so that the count is right without JavaScript too
    bool optional_answer = false;
};
BOOST_DESCRIBE_STRUCT(text_area, (),
                      (name, label, hint, error, value, rows, word_limit, words, optional_answer))

// A password with a button to show it. `autocomplete`: current-password or new-password.
struct password_field {
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::string autocomplete = "current-password";
};
BOOST_DESCRIBE_STRUCT(password_field, (), (name, label, hint, error, autocomplete))

// One answer of a select, of radios or of checkboxes. `id` is NAME-1, NAME-2, …: see number_choices().
struct choice {
    std::string value;
    phrase text;
    phrase hint;
    bool chosen = false;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(choice, (), (value, text, hint, chosen, id))

struct select_field {
    static constexpr std::string_view shown_as = "select_field";
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::vector<choice> choices;
    bool with_empty_choice = true;
};
BOOST_DESCRIBE_STRUCT(select_field, (), (name, label, hint, error, choices, with_empty_choice))

// What radios and checkboxes have in common. `side_by_side` is for two or three short answers and scores.
struct choice_field {
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::vector<choice> choices;
    bool side_by_side = false;
    bool small = false;
};
BOOST_DESCRIBE_STRUCT(choice_field, (), (name, label, hint, error, choices, side_by_side, small))

struct radio_field : choice_field {
    static constexpr std::string_view shown_as = "radio_field";
};
BOOST_DESCRIBE_STRUCT(radio_field, (choice_field), ())

struct checkbox_field : choice_field {
    static constexpr std::string_view shown_as = "checkbox_field";
};
BOOST_DESCRIBE_STRUCT(checkbox_field, (choice_field), ())

// A single yes: the declaration of truth, the terms.
struct tick_field {
    static constexpr std::string_view shown_as = "tick_field";
    std::string name;
    phrase text;
    phrase error;
    std::string value = "yes";
    bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(tick_field, (), (name, text, error, value, chosen))

// Files. With `upload_url` upload.js sends them in parts that survive a broken line; without JavaScript they
// go with the form (enctype multipart/form-data).
struct file_field {
    static constexpr std::string_view shown_as = "file_field";
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::string accept = "application/pdf,image/png,image/jpeg";
    bool several = false;
    std::string upload_url;
    std::int64_t largest_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(file_field, (), (name, label, hint, error, accept, several, upload_url, largest_bytes))

// A date and time on the wall of `zone`, as the browser's own picker gives it: 2014-06-30T18:00.
// `without_time`: a date only.
struct date_time_field {
    static constexpr std::string_view shown_as = "date_time_field";
    std::string name;
    phrase label;
    phrase hint;
    phrase error;
    std::string value;
    std::string zone;
    bool without_time = false;
};
BOOST_DESCRIBE_STRUCT(date_time_field, (), (name, label, hint, error, value, zone, without_time))

struct hidden_field {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(hidden_field, (), (name, value))

// `kind`: main, secondary, danger. With `question` confirm.js asks before the form is sent; a danger that
// cannot be undone gets a confirm page (confirm_view) as well, since scripts may be off.
struct button {
    phrase text;
    std::string kind = "main";
    std::string name;
    std::string value;
    phrase question;
};
BOOST_DESCRIBE_STRUCT(button, (), (text, kind, name, value, question))

// One question of a form that is made of many kinds, as the edition's rules ask them: {{>components/field}}.
// Each kind has a name and an error, and is shown by the part that is called like it.
using field = std::variant<text_field, text_area, select_field, radio_field, checkbox_field, tick_field,
                           file_field, date_time_field>;

// The page that asks before something that cannot be undone: catalogue.render("frame/confirm",
// confirm_view{…}).
struct confirm_view {
    phrase question;                   // the heading
    std::vector<phrase> consequences;  // what will happen, one line each
    std::string action;                // where the form goes
    std::vector<hidden_field> hidden;
    std::vector<field> fields;  // a reason, a typed name
    button go;
    std::string back_href;
    // Instead of it where the form carries what somebody typed: sends it back to be gone on with.
    std::optional<button> back;
};
BOOST_DESCRIBE_STRUCT(confirm_view, (), (question, consequences, action, hidden, fields, go, back_href, back))

// The form's own line in the error summary: error_for("title", t("Enter the title")) leads to #title.
inline error_line error_for(std::string_view name, phrase text) {
    return {std::move(text), "#" + std::string{name}};
}

// Puts a line of the error summary beside the field that it leads to, if that is one of these.
inline void set_error(std::vector<field>& fields, const error_line& error) {
    const auto set = [&](auto& one) {
        if (error.href == "#" + one.name) one.error = error.text;
    };
    for (auto& each : fields) std::visit(set, each);
}

// Gives the choices their ids; the first one gets the bare name, so that the error summary leads to it.
inline void number_choices(choice_field& asked) {
    int position = 0;
    for (auto& each : asked.choices) {
        each.id = position == 0 ? asked.name : asked.name + "-" + std::to_string(position + 1);
        ++position;
    }
}

}  // namespace pages
