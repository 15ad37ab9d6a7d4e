#include "server/store/attachments.hpp"

#include <sodium.h>

namespace store {
namespace {

const std::string one_attachment =
    R"(select id, entry_id, edition_id, purpose, name, media_type, size, received,
              coalesce(encode(hash, 'hex'), '') as sha256, state
       from attachment where id = :id)";

struct file_of_entry {
    workflow::entry_id entry_id;
    workflow::file_id id;
    workflow::file_purpose purpose;
    std::string name, media_type;
    std::int64_t bytes;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(file_of_entry, (), (entry_id, id, purpose, name, media_type, bytes, sha256))

}  // namespace

std::vector<workflow::attachment> list_attachments(database& db, workflow::entry_id entry) {
    return db.list<workflow::attachment>(
        R"(select id, purpose, name, media_type, size as bytes, encode(hash, 'hex') as sha256
           from attachment where entry_id = :entry and state = :stored order by id)",
        {{"entry", entry}, {"stored", attachment_state::stored}});
}

std::map<workflow::entry_id, std::vector<workflow::attachment>> list_attachments(
    database& db, const std::vector<workflow::entry_id>& entries) {
    std::map<workflow::entry_id, std::vector<workflow::attachment>> files;
    for (auto& one : db.list<file_of_entry>(
             R"(select entry_id, id, purpose, name, media_type, size as bytes, encode(hash, 'hex') as sha256
                from attachment where entry_id = any(cast(:entries as bigint[])) and state = :stored order by id)",
             {{"entries", entries}, {"stored", attachment_state::stored}}))
        files[one.entry_id].push_back({one.id, one.purpose, std::move(one.name), std::move(one.media_type),
                                       one.bytes, std::move(one.sha256)});
    return files;
}

attachment_row load_attachment(database& db, workflow::file_id id) {
    return db.load<attachment_row>(one_attachment, {{"id", id}});
}

attachment_row lock_attachment(database& db, workflow::file_id id) {
    static const auto question = one_attachment + " for no key update";
    return db.load<attachment_row>(question, {{"id", id}});
}

int count_attachments(database& db, workflow::entry_id entry) {
    return db.value<int>(
        R"(select count(*) from attachment
                            where entry_id = :entry and state in (:stored, :uploading))",
        {{"entry", entry}, {"stored", attachment_state::stored}, {"uploading", attachment_state::uploading}});
}

void lock_files_of(database& db, workflow::entry_id entry) {
    db.run("select pg_advisory_xact_lock(hashtextextended('files of entry ' || :entry, 0))",
           {{"entry", entry}});
}

std::vector<unfinished_upload> list_unfinished(database& db, const std::vector<workflow::entry_id>& entries) {
    return db.list<unfinished_upload>(
        R"(select id, entry_id, purpose, name, size, received from attachment
           where entry_id = any(cast(:entries as bigint[])) and state = :uploading order by id)",
        {{"entries", entries}, {"uploading", attachment_state::uploading}});
}

workflow::file_id add_attachment(database& db, const new_attachment& said, workflow::person_id person) {
    return db.value<workflow::file_id>(
        R"(insert into attachment (entry_id, edition_id, purpose, name, media_type, size, source, added_by)
           values (:entry, :edition, :purpose, :name, 'unknown', :size, nullif(:source, ''), :person) returning id)",
        {{"entry", said.entry},
         {"edition", said.edition},
         {"purpose", said.purpose},
         {"name", said.name},
         {"size", said.size},
         {"source", said.source},
         {"person", person}});
}

std::optional<workflow::file_id> find_on_its_way(database& db, const new_attachment& said) {
    const auto found = db.values<workflow::file_id>(
        R"(select id from attachment where entry_id = :entry and purpose = :purpose and source = :source
                                       and size = :size and state = :uploading)",
        {{"entry", said.entry},
         {"purpose", said.purpose},
         {"source", said.source},
         {"size", said.size},
         {"uploading", attachment_state::uploading}});
    if (found.empty()) return std::nullopt;
    return found.front();
}

void add_chunk(database& db, workflow::edition_id edition, workflow::file_id file, std::int64_t start,
               std::string_view piece) {
    db.run(R"(insert into attachment_chunk (attachment_id, edition_id, start, bytes)
              values (:file, :edition, :start, :bytes))",
           {{"file", file}, {"edition", edition}, {"start", start}, {"bytes", bytes{std::string(piece)}}});
}

void note_received(database& db, workflow::file_id file, std::int64_t received) {
    db.run("update attachment set received = :received where id = :file",
           {{"received", received}, {"file", file}});
}

std::optional<bytes> find_piece(database& db, workflow::file_id file, std::int64_t offset) {
    auto found = db.values<bytes>(
        R"(select substr(bytes, cast(:offset - start as integer) + 1) from attachment_chunk
           where attachment_id = :file and start <= :offset and start + length(bytes) > :offset
           order by start desc limit 1)",
        {{"file", file}, {"offset", offset}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void name_attachment(database& db, workflow::file_id file, std::string_view name) {
    db.run("update attachment set name = :name where id = :file", {{"name", name}, {"file", file}});
}

void note_stored(database& db, workflow::file_id file, std::string_view media_type, const bytes& hash) {
    db.run("update attachment set state = :stored, media_type = :type, hash = :hash where id = :file",
           {{"stored", attachment_state::stored}, {"type", media_type}, {"hash", hash}, {"file", file}});
}

void remove_attachment(database& db, workflow::file_id file) {
    db.run("update attachment set state = :removed where id = :file",
           {{"removed", attachment_state::removed}, {"file", file}});
}

struct running_hash::state {
    crypto_hash_sha256_state hash;
};

running_hash::running_hash() : state_(std::make_unique<state>()) {
    crypto_hash_sha256_init(&state_->hash);
}
running_hash::~running_hash() = default;

void running_hash::add(std::string_view piece) {
    crypto_hash_sha256_update(&state_->hash, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
}

bytes running_hash::finish() {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state_->hash, reinterpret_cast<unsigned char*>(digest.data()));
    return {digest};
}

}  // namespace store
