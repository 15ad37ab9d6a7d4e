#include "server/features/city/attachments_page.hpp"

#include "server/features/city/attachments.hpp"

namespace features {
namespace {

using pages::t;
using pages::t_n;
using workflow::file_purpose;

pages::file_field file_field_of(const my_entry& opened, const char* name, pages::phrase label,
                                std::string upload_url) {
    pages::file_field field;
    field.name = name;
    field.label = std::move(label);
    field.several = std::string_view(name) == "files";
    field.upload_url = std::move(upload_url);
    field.largest_bytes = opened.rules().limits.max_file_bytes;
    return field;
}

pages::phrase share_received(const store::unfinished_upload& one) {
    return t("{percent} % of it has arrived",
             {{"percent", std::to_string(one.size > 0 ? one.received * 100 / one.size : 0)}});
}

}  // namespace

std::string href_of(workflow::file_id id) {
    return "/my/attachments/" + std::to_string(workflow::value(id));
}

http::response attachments_page(visit& visit, store::database& db, const my_entry& opened,
                                pages::phrase wrong_file, pages::phrase wrong_letter) {
    pages::attachments_view view;
    const auto& limits = opened.rules().limits;
    view.entry_title = title_of(opened.row.title);
    view.may_add = may_write(opened).has_value();
    for (const auto& one : store::list_attachments(db, opened.row.id)) {
        pages::attached_file line{one.name, href_of(one.id), kind_and_size(one.media_type, one.bytes), ""};
        if (view.may_add) line.remove_action = href_of(one.id) + "/remove";
        (one.purpose == file_purpose::approval_letter ? view.letters : view.files).push_back(std::move(line));
    }
    for (const auto& one : store::list_unfinished(db, {opened.row.id})) {
        pages::attached_file line{one.name, "", share_received(one), ""};
        if (view.may_add) line.remove_action = href_of(one.id) + "/remove";
        view.unfinished.push_back(std::move(line));
    }
    view.has_unfinished = !view.unfinished.empty();
    view.limits = t_n("At most {count} file, PDF, PNG or JPEG, up to {size} MB.",
                      "At most {count} files, PDF, PNG or JPEG, each up to {size} MB.", limits.max_files,
                      {{"size", std::to_string(limits.max_file_bytes / (1024 * 1024))}});
    view.shows_letters = opened.row.third_party || !view.letters.empty();
    view.files_action = opened.href("files");
    view.letter_action = opened.href("letter");
    view.new_file = file_field_of(opened, "files", t("Add files"), view.files_action);
    view.new_file.error = std::move(wrong_file);
    view.new_letter = file_field_of(opened, "letter", t("Add the letter"), view.letter_action);
    view.new_letter.error = std::move(wrong_letter);
    view.deadline = deadline_of(opened);
    view.next_href = opened.href("check");
    view.back_href = opened.href();
    return visit.page("city/attachments", view);
}

http::response show_attachments(visit& visit, store::database& db) {
    return attachments_page(visit, db, look_at(visit, db));
}

}  // namespace features
