#pragma once
// The page of an entry's files: what is attached, what is on its way, and the forms that add to it. Shown by
// itself and again with what was wrong with a file.

#include "server/features/city/entry.hpp"

namespace features {

// "/my/attachments/7"
std::string href_of(workflow::file_id);

http::response attachments_page(visit&, store::database&, const my_entry&, pages::phrase wrong_file = {},
                                pages::phrase wrong_letter = {});

feature show_attachments;

}  // namespace features
