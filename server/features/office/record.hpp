#pragma once
// What stands on record in words: kinds of decisions, occasions of letters. The office's lists show these
// sentences and keep the stored words for filters and exports. Knows no page.

#include "server/pages/phrase.hpp"

namespace features {

// "tier_creation": what was decided about.
pages::phrase words_for_decision(std::string_view kind);
// "request_for_completion": why a letter is written.
pages::phrase words_for_occasion(std::string_view occasion);

}  // namespace features
