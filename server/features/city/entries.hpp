#pragma once
// An entry from its first word to its result, as its city sees it: start one, its page with tasks and
// timeline, the preview of what a judge will read. Writing is in entry_form, files in attachments, moves in
// my_moves.

#include "server/features/city/entry.hpp"

namespace features {

feature ask_for_entry, start_entry, show_entry, show_preview;

// Where the entry stands between its first word and the announcement (P3: nothing of the result before).
pages::timeline timeline_of(const my_entry&);

}  // namespace features
