#pragma once
// The files of an entry (E6): attached whole by a form, or in pieces that survive a broken line; read back,
// removed. A file is never whole in memory: it goes through a temporary file and rows of a few hundred
// kilobytes.

#include "server/features/city/entry.hpp"
#include "server/store/attachments.hpp"

namespace features {

// So many bytes of the file as it lies in the database, from `first` on, in a temporary file.
http::temporary_file spool_of(const visit&, store::database&, workflow::file_id, std::uint64_t first,
                              std::uint64_t count);
// "PDF, 1.2 MB"
pages::phrase kind_and_size(std::string_view media_type, std::int64_t bytes);

feature attach_files, attach_letter, send_attachment, remove_attachment;
feature show_upload, add_to_upload, finish_upload;

}  // namespace features
