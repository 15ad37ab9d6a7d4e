#pragma once
// The few places where a session begins, goes on under a new token, or ends: one function each, so that the
// list of what can make a session stays short. Used by the features of the account alone.

#include "server/access/passwords.hpp"
#include "server/features/account/errand.hpp"
#include "server/store/people.hpp"

namespace features {

// Cookies of ours in this room.
inline constexpr const char* session_cookie = "__Host-session";
inline constexpr const char* device_cookie = "__Host-device";

// Opens a session for the person, who has just given the password; the browser's old one ends. The rest of
// the transaction is the person's. The visit's frame gets the new session's anti-forgery token.
http::cookie start_session(visit&, store::database&, workflow::person_id);

// The second factor was given: the session goes on under a new token, with all rights.
http::cookie strengthen_session(visit&, store::database&);

// The answer with the cookie.
http::response with_cookie(http::response, http::cookie);

// The hash of the session that this request came with.
store::bytes this_session(const visit&);

// The browser is known from now on; when it was not, and others are, the person gets a letter about it.
struct newcomer {
    workflow::person_id id;
    std::string name, email, language;
    bool has_devices = false;
    bool knows_device = false;
};
void remember_device(visit&, store::database&, const newcomer&, http::response&);
store::bytes device_of(const visit&);

// Notes what happened with an account; the person is a number there.
void record_account_act(visit&, store::database&, std::optional<workflow::person_id>, workflow::audit_action);

// The first page of a person.
std::string_view home_of(bool in_any_office, bool on_any_panel);

// 429 with Retry-After, the same whoever asks; what was counted stays counted.
http::response too_many_tries(visit&, int seconds);

access_control::password_cost cost_of_passwords(const visit&);

}  // namespace features
