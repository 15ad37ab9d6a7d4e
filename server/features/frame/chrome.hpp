#pragma once
// What stands around every feature's answer: the frame (who is signed in, where one can go, the notice of the
// last act), the anti-forgery cookie, and the pages that ask to sign in or to send a form again with all that
// was typed. Called by the shell for each request.

#include "server/features/frame/visit.hpp"

namespace features {

// Fills the frame from the facts of the visit, before the feature runs.
void dress(visit&);
// Adds the cookies that the answer needs, after the feature ran.
void undress(const visit&, http::response&);

// The cookie that this visitor's anti-forgery token is derived from: the session's, or that of a visitor
// without one; empty when there is neither.
std::string forgery_cookie_of(const http::request&);
// What changes something and comes from another site, or without that cookie's token.
bool is_forged(const http::request&);

// Nobody is signed in: the sign-in page, which brings the reader back, with the form as it was (E2).
// 401 for a script.
http::response ask_to_sign_in(visit&);
// T5: how long a second factor is a proof of presence: for changes of the own account, and for what two
// people do.
inline constexpr auto fresh_factor = std::chrono::minutes(5);
// The person acts with a second factor that was given within that time, or has none.
bool has_fresh_factor(const visit&, store::database&);
// Signed in with the password only, or the code is not fresh enough for this: on to the one-time code, or to
// setting it up.
http::response ask_for_second_factor(visit&);
// The page from which a form can be sent again with its content.
http::response send_again(visit&, int status);
// 503: the database is away. The form with its content, to be sent again; asks nothing of a database.
http::response send_later(visit&);

}  // namespace features
