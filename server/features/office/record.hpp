#pragma once
// What stands on record in words: kinds of decisions, occasions of letters. The office's lists show these
// sentences and keep the stored words for filters and exports. Knows no page.

#include "server/pages/phrase.hpp"
#include "workflow/decision_kind.hpp"

namespace features {

pages::phrase words_for_decision(workflow::decision_kind);
// "request_for_completion": why a letter is written.
pages::phrase words_for_occasion(std::string_view occasion);

}  // namespace features
