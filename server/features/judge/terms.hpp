#pragma once
// The terms that a judge accepts with a typed name before anything else.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_terms, accept_terms;

}  // namespace features
