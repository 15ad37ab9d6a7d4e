#pragma once
// All scores of an announced edition, where its rules publish them (E10): a page and a file.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_scores, export_scores;

}  // namespace features
