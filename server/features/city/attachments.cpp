#include "server/features/city/attachments.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>

#include "server/features/city/attachment_types.hpp"
#include "server/features/city/attachments_page.hpp"
#include "server/http/partial.hpp"
#include "server/store/entry_versions.hpp"
#include "typed/characters.hpp"

namespace features {
namespace {

using pages::t;
using workflow::file_purpose;

constexpr std::size_t piece_bytes = 256 * 1024;

// The browser's name without any folder and without signs that no name has.
std::string name_of_file(std::string_view given) {
    if (const auto cut = given.find_last_of("/\\"); cut != std::string_view::npos)
        given.remove_prefix(cut + 1);
    std::string name;
    for (const char sign : given)
        if (static_cast<unsigned char>(sign) >= 0x20 && sign != 0x7f) name += sign;
    name = typed::first_characters(typed::trimmed(name), 255);
    return typed::is_blank(name) ? "file" : name;
}

void record_file(visit& visit, store::database& db, const my_entry& opened, workflow::file_id file,
                 workflow::audit_action action, std::string_view sha256) {
    store::record_act(db, visit.as_author(), workflow::audit_subject::entry, workflow::value(opened.row.id),
                      action, {{"file", workflow::value(file)}, {"sha256", sha256}});
}

// `use(offset, bytes)` for each piece of the file, in order.
template <class Use>
void each_piece(const http::temporary_file& file, Use use) {
    std::string piece(piece_bytes, '\0');
    std::uint64_t at = 0;
    while (const auto got = file.read_at(at, piece)) {
        use(at, std::string_view(piece).substr(0, got));
        at += got;
    }
}

// Whole from a form: the pieces go on from the request's temporary file.
void keep_file(visit& visit, store::database& db, const my_entry& opened, const http::upload& given,
               file_purpose purpose, std::string_view media_type) {
    const auto size = static_cast<std::int64_t>(given.file.size());
    const auto file =
        store::add_attachment(db,
                              {opened.row.edition_id, opened.row.id, purpose,
                               name_by_type(name_of_file(given.filename), media_type), size, ""},
                              visit.person());
    store::running_hash hash;
    each_piece(given.file, [&](std::uint64_t at, std::string_view bytes) {
        hash.add(bytes);
        store::add_chunk(db, opened.row.edition_id, file, static_cast<std::int64_t>(at), bytes);
    });
    store::note_received(db, file, size);
    const auto digest = hash.finish();
    store::note_stored(db, file, media_type, digest);
    record_file(visit, db, opened, file, workflow::audit_action::file_attached,
                store::to_hexadecimal(digest.data));
}

store::bytes hash_of(const http::temporary_file& file) {
    store::running_hash hash;
    each_piece(file, [&](std::uint64_t, std::string_view bytes) { hash.add(bytes); });
    return hash.finish();
}

workflow::verdict may_keep(store::database& db, const my_entry& opened, const found_file& found,
                           std::int64_t bytes) {
    const auto may = workflow::may_attach(store::list_attachments(db, opened.row.id), found.media_type, bytes,
                                          opened.rules().limits);
    if (may && found.wrong) return tl::unexpected(*found.wrong);
    return may;
}

std::optional<pages::phrase> attach_one(visit& visit, store::database& db, const my_entry& opened,
                                        const http::upload& given, file_purpose purpose) {
    if (!given.is_valid_text) return t("The name of a file cannot be read. Give it another name.");
    const auto found = look_into(given.file);
    const auto may = may_keep(db, opened, found, static_cast<std::int64_t>(given.file.size()));
    if (!may)
        return t("{name}: {reason}",
                 {{"name", name_of_file(given.filename)},
                  {"reason", visit.with.pages.say(visit.sentence(may.error()), visit.frame)}});
    keep_file(visit, db, opened, given, purpose, found.media_type);
    return std::nullopt;
}

http::response attach_from_form(visit& visit, store::database& db, const my_entry& opened,
                                file_purpose purpose) {
    const bool is_letter = purpose == file_purpose::approval_letter;
    const std::string field = is_letter ? "letter" : "files";
    pages::phrase wrong;
    int attached = 0;
    store::lock_files_of(db, opened.row.id);
    for (const auto& given : visit.request.uploads) {
        if (const auto problem = attach_one(visit, db, opened, given, purpose))
            wrong = visit.error(field, *problem);
        else
            ++attached;
    }
    if (visit.request.uploads.empty()) wrong = visit.error(field, t("Choose a file."));
    visit.keep_changes = attached > 0;
    if (wrong.empty()) return visit.see_other(opened.href("attachments"), "file_attached");
    return attachments_page(visit, db, opened, is_letter ? pages::phrase{} : wrong,
                            is_letter ? wrong : pages::phrase{});
}

http::response upload_is(workflow::file_id file) {
    return http::json(201,
                      boost::json::serialize(boost::json::object{{"upload", href_of(file) + "/upload"}}));
}

http::response offset_is(int status, std::int64_t offset) {
    return http::json(status, boost::json::serialize(boost::json::object{{"offset", offset}}));
}

// In pieces, for upload.js: announced here with name and size, so that the limits speak before the line is
// used. A file that is on its way already goes on in the same upload, also when the answer was lost (T7).
http::response announce_upload(visit& visit, store::database& db, const my_entry& opened,
                               file_purpose purpose) {
    boost::system::error_code broken;
    const auto said = boost::json::parse(visit.request.body, broken);
    const auto* fields = broken ? nullptr : said.if_object();
    const auto* name = fields ? fields->if_contains("name") : nullptr;
    const auto* size = fields ? fields->if_contains("size") : nullptr;
    const auto* source = fields ? fields->if_contains("source") : nullptr;
    if (!name || !name->is_string() || !size || !size->is_int64())
        return http::json(400, R"({"message": "name and size are wanted"})");
    store::new_attachment said_of_it{opened.row.edition_id,
                                     opened.row.id,
                                     purpose,
                                     name_of_file(std::string_view(name->as_string())),
                                     size->as_int64(),
                                     ""};
    if (source && source->is_string()) said_of_it.source = typed::first_characters(source->as_string(), 600);
    store::lock_files_of(db, opened.row.id);
    if (const auto begun = store::find_on_its_way(db, said_of_it)) return upload_is(*begun);
    const auto& limits = opened.rules().limits;
    const auto may = workflow::may_attach(store::list_attachments(db, opened.row.id),
                                          limits.file_types.front(), size->as_int64(), limits);
    if (!may) return visit.refuse(may.error());
    if (store::count_attachments(db, opened.row.id) >= 3 * limits.max_files)
        return visit.refuse(
            {workflow::refusal_code::too_many_files, {{"limit", std::to_string(limits.max_files)}}});
    return upload_is(store::add_attachment(db, said_of_it, visit.person()));
}

http::response attach(visit& visit, store::database& db, file_purpose purpose) {
    const auto opened = write_into(visit, db);
    const bool by_script = visit.request.header("content-type").starts_with("application/json");
    if (const auto may = may_write(opened); !may) return visit.refuse(may.error());
    return by_script ? announce_upload(visit, db, opened, purpose)
                     : attach_from_form(visit, db, opened, purpose);
}

}  // namespace

http::temporary_file spool_of(const visit& visit, store::database& db, workflow::file_id file,
                              std::uint64_t first, std::uint64_t count) {
    http::temporary_file spool(std::filesystem::path(visit.with.settings.paths.var) / "spool");
    // One row after the other: the file may be larger than what a page may hold in memory.
    while (spool.size() < count) {
        const auto piece = store::find_piece(db, file, static_cast<std::int64_t>(first + spool.size()));
        if (!piece) break;
        spool.append(std::string_view(piece->data).substr(0, count - spool.size()));
    }
    return spool;
}

pages::phrase kind_and_size(std::string_view media_type, std::int64_t bytes) {
    const std::string kind = media_type == "application/pdf" ? "PDF"
                             : media_type == "image/png"     ? "PNG"
                                                             : "JPEG";
    const auto tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);
    if (tenths == 0) return pages::phrase(kind + ", " + std::to_string((bytes + 1023) / 1024) + " kB");
    return pages::phrase(kind + ", " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
                         " MB");
}

http::response attach_files(visit& visit, store::database& db) {
    return attach(visit, db, file_purpose::supporting);
}

http::response attach_letter(visit& visit, store::database& db) {
    return attach(visit, db, file_purpose::approval_letter);
}

http::response send_attachment(visit& visit, store::database& db) {
    const auto file = store::load_attachment(db, visit.id<workflow::file_id>("attachment"));
    // A removed file may belong to a version that was submitted; what never arrived whole is no file.
    if (file.sha256.empty()) return visit.not_there();
    const auto tag = '"' + file.sha256 + '"';
    const auto size = static_cast<std::uint64_t>(file.size);
    const auto part = http::find_wanted(visit.request, tag, size);
    auto answer = part.count > 0 ? http::attachment(file.name, file.media_type,
                                                    spool_of(visit, db, file.id, part.first, part.count))
                                 : http::response{};
    http::describe_part(answer, part, tag, size);
    answer.may_be_kept(http::cache_policy::own_browser);
    return answer;
}

http::response remove_attachment(visit& visit, store::database& db) {
    const auto opened = write_into(visit, db);
    if (const auto may = may_write(opened); !may) return visit.refuse(may.error());
    const auto file = store::lock_attachment(db, visit.id<workflow::file_id>("attachment"));
    if (file.state == store::attachment_state::removed) return visit.see_other(opened.href("attachments"));
    store::remove_attachment(db, file.id);
    record_file(visit, db, opened, file.id, workflow::audit_action::file_removed, file.sha256);
    return visit.see_other(opened.href("attachments"), "file_removed");
}

http::response show_upload(visit& visit, store::database& db) {
    const auto file = store::load_attachment(db, visit.id<workflow::file_id>("attachment"));
    if (file.state != store::attachment_state::uploading) return visit.not_there();
    return offset_is(200, file.received);
}

http::response add_to_upload(visit& visit, store::database& db) {
    const auto opened = write_into(visit, db);
    if (const auto may = may_write(opened); !may) return visit.refuse(may.error());
    const auto file = store::lock_attachment(db, visit.id<workflow::file_id>("attachment"));
    if (file.state != store::attachment_state::uploading) return visit.not_there();
    if (visit.request.header("upload-offset") != std::to_string(file.received))
        return offset_is(409, file.received);
    if (!visit.request.raw) return offset_is(200, file.received);
    const auto& given = visit.request.raw->file;
    if (file.received + static_cast<std::int64_t>(given.size()) > file.size)
        return visit.refuse({workflow::refusal_code::file_too_large, {{"limit", std::to_string(file.size)}}});
    each_piece(given, [&](std::uint64_t at, std::string_view bytes) {
        store::add_chunk(db, file.edition_id, file.id, file.received + static_cast<std::int64_t>(at), bytes);
    });
    const auto received = file.received + static_cast<std::int64_t>(given.size());
    store::note_received(db, file.id, received);
    return offset_is(200, received);
}

http::response finish_upload(visit& visit, store::database& db) {
    const auto opened = write_into(visit, db);
    if (const auto may = may_write(opened); !may) return visit.refuse(may.error());
    store::lock_files_of(db, opened.row.id);
    const auto file = store::lock_attachment(db, visit.id<workflow::file_id>("attachment"));
    boost::json::object said{{"name", file.name}, {"href", href_of(file.id)}};
    // The answer to the first finish may have been lost on the way.
    if (file.state == store::attachment_state::stored) return http::json(201, boost::json::serialize(said));
    if (file.state == store::attachment_state::removed) return visit.not_there();
    if (file.received != file.size) return offset_is(409, file.received);
    const auto spool = spool_of(visit, db, file.id, 0, static_cast<std::uint64_t>(file.size));
    const auto found = look_into(spool);
    const auto may = may_keep(db, opened, found, file.size);
    if (!may) {
        store::remove_attachment(db, file.id);
        visit.keep_changes = true;
        return visit.refuse(may.error());
    }
    const auto digest = hash_of(spool);
    said["name"] = name_by_type(file.name, found.media_type);
    store::name_attachment(db, file.id, name_by_type(file.name, found.media_type));
    store::note_stored(db, file.id, found.media_type, digest);
    record_file(visit, db, opened, file.id, workflow::audit_action::file_attached,
                store::to_hexadecimal(digest.data));
    return http::json(201, boost::json::serialize(said));
}

}  // namespace features
