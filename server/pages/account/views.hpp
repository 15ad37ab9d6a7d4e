#pragma once
// What the pages of signing in show: registering, passwords, one-time codes, invitations, the account.
// server/access fills them. One struct for each template in pages/access. None ever says whether an
// account exists.

#include "server/pages/display.hpp"

namespace pages {

// account/sign_in; `hidden` carries where to go afterwards and a form that was interrupted.
struct sign_in_view {
    std::optional<text_block> reason;  // t("Your session has ended. Sign in and go on where you were.")
    std::vector<hidden_field> hidden;
    text_field email;
    password_field password;
    bool may_register = true;
};
BOOST_DESCRIBE_STRUCT(sign_in_view, (), (reason, hidden, email, password, may_register))

// account/register
struct register_view {
    text_field name;
    text_field email;
    password_field password;
};
BOOST_DESCRIBE_STRUCT(register_view, (), (name, email, password))

// account/close; `parts` have to end before
struct close_account_view {
    bool may_close = false;
    std::vector<phrase> parts;
    password_field password;
};
BOOST_DESCRIBE_STRUCT(close_account_view, (), (may_close, parts, password))

// account/check_mail: the same after registering, forgetting a password and changing an address
struct check_mail_view {
    phrase text;
    std::string back_href;
};
BOOST_DESCRIBE_STRUCT(check_mail_view, (), (text, back_href))

// account/confirm_address: what a mail's link opens; it changes nothing before the button
struct confirm_address_view {
    std::string email;
    std::string action;
    std::vector<hidden_field> hidden;
    std::optional<password_field> password;  // asked for in another browser than the one that registered
};
BOOST_DESCRIBE_STRUCT(confirm_address_view, (), (email, action, hidden, password))

// account/forgot_password
struct forgot_password_view {
    text_field email;
};
BOOST_DESCRIBE_STRUCT(forgot_password_view, (), (email))

// account/factor_reset
struct factor_reset_view {
    std::string action;
    password_field password;
};
BOOST_DESCRIBE_STRUCT(factor_reset_view, (), (action, password))

// account/reset_password
struct reset_password_view {
    std::string action;
    std::vector<hidden_field> hidden;
    password_field password;
};
BOOST_DESCRIBE_STRUCT(reset_password_view, (), (action, hidden, password))

// account/code: the second step of signing in
struct code_view {
    std::string action;
    std::vector<hidden_field> hidden;
    text_field code;
    std::optional<details> recovery;
};
BOOST_DESCRIBE_STRUCT(code_view, (), (action, hidden, code, recovery))

// account/enrol_code. `qr_path` is an SVG path of dark modules in units of one module ("M0 0h1v1H0z…"),
// `qr_box` the modules on a side plus 8 for the quiet zone.
struct enrol_code_view {
    std::string action;
    std::vector<hidden_field> hidden;
    std::string secret;  // base32 in groups of four
    std::string qr_path;
    int qr_box = 0;
    text_field code;
};
BOOST_DESCRIBE_STRUCT(enrol_code_view, (), (action, hidden, secret, qr_path, qr_box, code))

// account/recovery_codes
struct recovery_codes_view {
    std::vector<std::string> codes;
    std::string next_href;
};
BOOST_DESCRIBE_STRUCT(recovery_codes_view, (), (codes, next_href))

// account/invitation: of a judge (with terms), of a member of the secretariat, of a colleague of a city
struct invitation_view {
    phrase heading;
    phrase text;
    bool has_terms = false;
    std::vector<phrase> terms;
    std::string action;
    std::vector<hidden_field> hidden;
    std::vector<field> fields;
    std::optional<password_field> password;
    std::optional<tick_field> agreed;
    bool may_decline = true;
};
BOOST_DESCRIBE_STRUCT(invitation_view, (),
                      (heading, text, has_terms, terms, action, hidden, fields, password, agreed,
                       may_decline))

// account/other_person: a link of a letter, opened while somebody else is signed in
struct other_person_view {
    phrase text;
};
BOOST_DESCRIBE_STRUCT(other_person_view, (), (text))

// account/account
struct account_view {
    summary_list person;
    password_field old_password;
    password_field new_password;
    table sessions;
    std::optional<text_block> codes;  // for those who sign in with one-time codes
};
BOOST_DESCRIBE_STRUCT(account_view, (), (person, old_password, new_password, sessions, codes))

// account/name
struct name_view {
    text_field name;
};
BOOST_DESCRIBE_STRUCT(name_view, (), (name))

// account/zone
struct zone_view {
    text_field zone;
};
BOOST_DESCRIBE_STRUCT(zone_view, (), (zone))

// account/address
struct address_view {
    text_field email;
    password_field password;
};
BOOST_DESCRIBE_STRUCT(address_view, (), (email, password))

// account/kept_form: a form that could not be taken as it came, to be sent again with all that was typed
struct typed_answer {
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(typed_answer, (), (name, text))

struct kept_form_view {
    phrase heading;
    phrase reason;
    std::string action;
    phrase go;
    std::vector<hidden_field> hidden;
    bool had_files = false;
    bool has_typed = false;
    std::vector<typed_answer> typed;
};
BOOST_DESCRIBE_STRUCT(kept_form_view, (), (heading, reason, action, go, hidden, had_files, has_typed, typed))

}  // namespace pages
