#pragma once
// Files of entries, in chunk rows of at most 1 MiB, so that no file is ever whole in memory (E6). A file is
// announced with its size, arrives in pieces at the offset that the server knows, and is stored once it is
// whole and its type was found from its content. Knows no file type.

#include <map>

#include "server/store/database.hpp"
#include "server/store/states.hpp"
#include "workflow/entry.hpp"

namespace store {

struct attachment_row {
    workflow::file_id id;
    workflow::entry_id entry_id;
    workflow::edition_id edition_id;
    workflow::file_purpose purpose;
    std::string name;
    std::string media_type;
    std::int64_t size;
    std::int64_t received;
    std::string sha256;  // hexadecimal, empty before it is stored
    attachment_state state;
};
BOOST_DESCRIBE_STRUCT(attachment_row, (),
                      (id, entry_id, edition_id, purpose, name, media_type, size, received, sha256, state))

// What is stored, the oldest first.
std::vector<workflow::attachment> list_attachments(database&, workflow::entry_id);
std::map<workflow::entry_id, std::vector<workflow::attachment>> list_attachments(
    database&, const std::vector<workflow::entry_id>&);
attachment_row load_attachment(database&, workflow::file_id);
// The same; until the end of the transaction nobody else adds to it.
attachment_row lock_attachment(database&, workflow::file_id);
// Files that are stored or on their way: they count against the limit when one is announced.
int count_attachments(database&, workflow::entry_id);
// Until the end of the transaction nobody else adds a file to this entry, so that counting them holds.
void lock_files_of(database&, workflow::entry_id);

// A file of which a part has not arrived; `received` of `size` bytes are here.
struct unfinished_upload {
    workflow::file_id id;
    workflow::entry_id entry_id;
    workflow::file_purpose purpose;
    std::string name;
    std::int64_t size, received;
};
BOOST_DESCRIBE_STRUCT(unfinished_upload, (), (id, entry_id, purpose, name, size, received))
// The oldest first.
std::vector<unfinished_upload> list_unfinished(database&, const std::vector<workflow::entry_id>&);

struct new_attachment {
    workflow::edition_id edition;
    workflow::entry_id entry;
    workflow::file_purpose purpose = workflow::file_purpose::supporting;
    std::string name;
    std::int64_t size = 0;
    std::string source;  // by what the browser knows the file again, or empty
};
workflow::file_id add_attachment(database&, const new_attachment&, workflow::person_id);
// The upload of this file that is on its way already.
std::optional<workflow::file_id> find_on_its_way(database&, const new_attachment&);

// The largest piece that one row takes.
inline constexpr std::size_t largest_chunk = 1024 * 1024;
void add_chunk(database&, workflow::edition_id, workflow::file_id, std::int64_t start,
               std::string_view bytes);
// How much has arrived; with add_chunk() in one transaction under lock_attachment().
void note_received(database&, workflow::file_id, std::int64_t received);
// The rest, from `offset` on, of the piece in which it lies; nothing at the end. Pieces follow each other
// without a gap.
std::optional<bytes> find_piece(database&, workflow::file_id, std::int64_t offset);
void name_attachment(database&, workflow::file_id, std::string_view name);
void note_stored(database&, workflow::file_id, std::string_view media_type, const bytes& hash);
// Kept, since a submitted version may name it, but no longer of the entry.
void remove_attachment(database&, workflow::file_id);

// SHA-256 of what comes in pieces.
class running_hash {
public:
    running_hash();
    ~running_hash();
    running_hash(const running_hash&) = delete;
    running_hash& operator=(const running_hash&) = delete;
    void add(std::string_view bytes);
    bytes finish();

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace store
