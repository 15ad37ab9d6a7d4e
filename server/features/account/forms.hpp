#pragma once
// The forms of signing in as view structs, since the shell shows them in place of a page that was turned
// away, and the features of the account when a try failed.

#include "server/features/account/errand.hpp"
#include "server/pages/account/views.hpp"

namespace features {

pages::text_field email_field(std::string value, pages::phrase error = {});
pages::password_field new_password_field(const visit&, std::string name, pages::phrase label,
                                         pages::phrase error = {});
pages::password_field old_password_field(std::string name, pages::phrase error = {});

pages::sign_in_view sign_in_form(const errand&, std::string email = {});
pages::code_view code_form(const errand&);
// The secret is worked out from the session, so that looking at the page stores nothing and the code that
// comes back is checked against the same secret.
pages::enrol_code_view enrol_form(const visit&, const errand&);
std::string proposed_secret(const visit&);

// Why this password cannot be taken, in words.
std::optional<pages::phrase> find_password_problem(const visit&, std::string_view password,
                                                   std::string_view email);

// The same for the form's field `name`.
std::optional<pages::phrase> find_name_problem(const visit&);
pages::text_field name_field(std::string value);

// A password as it was typed: blanks at its ends belong to it.
std::string typed_password(const visit&, std::string_view field);

}  // namespace features
