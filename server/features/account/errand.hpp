#pragma once
// What somebody was about to do when signing in came in between: a page to read, or a form with all that was
// typed. It travels through both steps of signing in as hidden fields of our own pages, never in the
// database, and is there again afterwards. Passwords and one-time codes are never carried.

#include "server/features/frame/visit.hpp"
#include "server/pages/forms.hpp"

namespace features {

struct kept_form {
    std::string path;  // where it was going, an address of this service
    std::vector<pages::hidden_field> fields;
    bool had_files = false;                    // they cannot be kept, and the page says so
    std::optional<access_control::right> act;  // what it does, for the button that sends it
};

struct errand {
    std::string next;  // the page to go to; empty: the person's own first page
    std::optional<kept_form> form;
};

// An address within this service: one slash at its head, no host, no control character, no backslash.
bool is_own_path(std::string_view);

// The errand of a request that was turned away: the page that was asked for, or the form that was sent.
errand errand_of_request(const visit&);
// The errand that a page of signing in carried along.
errand carried_errand(const visit&);
// What such a page has to carry.
std::vector<pages::hidden_field> hidden_fields(const errand&);

// `next=…` for an address, or nothing.
std::string with_next(std::string url, const errand&);

// Signed in: the page that was asked for, or the form as it was, to be sent with one press. `home` is where
// to go when there was no errand.
http::response go_on(visit&, const errand&, std::string_view home);

// The form as it was, in a page of its own.
http::response show_kept_form(visit&, int status, pages::phrase heading, pages::phrase reason,
                              const kept_form&);

}  // namespace features
