#pragma once
// What all forms of the set-up share: a change writes a new version of the rules, unless judging has begun (J10).

#include "server/features/office_frame.hpp"

namespace features {

// Nothing when the rules may be changed by form now; after the start of judging only a decision changes them (J10).
std::optional<workflow::refusal> find_freeze(store::database&, const workflow::edition&, const store::kept_rules& before,
                                             const workflow::rule_set& after);

// Writes the new version, or answers with the form and why not. While the edition is planned, rules with problems are
// kept and the set-up page lists the problems; later they are refused.
http::response keep_rules(visit&, store::database&, const workflow::edition&, const workflow::rule_set& after,
                          const pages::phrase& title, pages::office_form, std::string_view next);

// A page of the set-up with one form.
pages::office_view set_up_page(visit&, const workflow::edition&, const pages::phrase& title, pages::office_form);

// A form of several rows offers so many empty ones after what is there.
inline constexpr std::size_t empty_rows = 2;
// The rows of a form of several rows: "name_1", "name_2", … Counts those that came.
std::string numbered(std::string_view name, std::size_t row);
std::size_t count_rows(const visit&, std::string_view name);
std::string row_field(const visit&, std::string_view name, std::size_t row);

}  // namespace features
