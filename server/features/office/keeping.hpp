#pragma once
// What all forms of the set-up share: a change writes a new version of the rules, unless judging has begun
// (J10).

#include "server/features/frame/visit.hpp"
#include "server/features/office/page.hpp"

namespace features {

feature show_set_up;

// A form of the set-up that changes one part of the edition. It carries the edition's version that it was
// filled from.
pages::office_form set_up_form(const visit&, const workflow::edition&, std::string_view path,
                               std::vector<pages::field>);

// True when nobody saved the edition since the form was shown. The edition must be locked and read after
// that.
bool is_fresh(const visit&, const workflow::edition&);

// Writes the new version of the locked edition's rules, or answers with the form and why not; a stale one
// (409) with both texts, `saved` being the form as it would be shown now. While the edition is planned, rules
// with problems are kept and the set-up page lists the problems; later they are refused.
http::response keep_rules(visit&, store::database&, const workflow::edition&, const workflow::rule_set& after,
                          const pages::phrase& title, pages::office_form typed,
                          const pages::office_form& saved, std::string_view next);

// A page of the set-up with one form.
pages::office_view set_up_page(visit&, const workflow::edition&, const pages::phrase& title,
                               pages::office_form);

// The form can be read and not sent, and the page says why.
void close_form(visit&, pages::office_view&, const workflow::refusal& why);
// A page with a form that changes the rules: closed once judging has begun.
pages::office_view rules_page(visit&, store::database&, const workflow::edition&, const pages::phrase& title,
                              pages::office_form);

// A form of several rows offers so many empty ones after what is there.
inline constexpr std::size_t empty_rows = 2;
// The rows of a form of several rows: "name_1", "name_2", … Counts those that came.
std::string numbered(std::string_view name, std::size_t row);
std::size_t count_rows(const visit&, std::string_view name);
std::string row_field(const visit&, std::string_view name, std::size_t row);

}  // namespace features
