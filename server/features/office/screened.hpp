#pragma once
// The page of one entry as the secretariat sees it. Shows no score.

#include "server/features/office/page.hpp"
#include "server/store/screening.hpp"
#include "workflow/lifecycle.hpp"
#include "workflow/screening.hpp"

namespace features {

std::string entry_url(const workflow::edition&, const store::screened_entry&, std::string_view rest = {});

// The form that was refused, and why: shown with what was typed.
struct refused_form {
    std::optional<workflow::entry_action> action;
    std::string field;
    pages::phrase why;
};
pages::office_view entry_page(visit&, store::database&, const workflow::edition&,
                              const store::screened_entry&, const refused_form&);

}  // namespace features
