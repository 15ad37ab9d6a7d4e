#pragma once
// The kinds of decisions as the secretariat reads them. The word in SQL is another: "tier_creation".

#include "server/pages/phrase.hpp"

namespace features {

// A kind that is not known is shown as it is.
pages::phrase words_for_decision(std::string_view kind);

}  // namespace features
