#include "server/http/body_reader.hpp"

#include <boost/beast/core/string.hpp>
#include <system_error>

namespace http {

namespace {

bool is_type(std::string_view content_type, std::string_view wanted) {
    const auto kind = content_type.substr(0, content_type.find_first_of("; \t"));
    return boost::beast::iequals({kind.data(), kind.size()}, {wanted.data(), wanted.size()});
}

}  // namespace

body_reader::body_reader(const settings& chosen, body_policy policy, std::uint64_t most_bytes,
                         request& filled, observer& seen)
    : settings_(chosen), policy_(policy), most_bytes_(most_bytes), filled_(filled), observer_(seen) {}

std::optional<int> body_reader::open(std::optional<std::uint64_t> length, bool has_body) {
    if (length && *length > (policy_ == body_policy::none ? 0 : most_bytes_)) return 413;
    if (!has_body) return {};
    if (policy_ == body_policy::none) return 413;
    if (!filled_.header("content-encoding").empty()) return 415;
    const auto type = filled_.header("content-type");
    if (policy_ == body_policy::raw) {
        kind_ = form_kind::raw;
        return make_spool(file_);
    }
    if (is_type(type, "application/x-www-form-urlencoded"))
        kind_ = form_kind::urlencoded;
    else if (is_type(type, "application/json"))
        kind_ = form_kind::json;
    else if (is_type(type, "multipart/form-data"))
        kind_ = form_kind::multipart;
    else
        return 415;
    if (kind_ != form_kind::multipart) return {};
    const auto boundary = find_boundary(type);
    if (!boundary) return 400;
    multipart_.emplace(*boundary, static_cast<part_sink&>(*this));
    return {};
}

std::optional<int> body_reader::take(std::string_view bytes) {
    taken_ += bytes.size();
    if (taken_ > most_bytes_) return 413;
    switch (kind_) {
        case form_kind::none: return 400;
        case form_kind::raw: return spool(*file_, bytes);
        case form_kind::multipart: return multipart_->feed(bytes);
        case form_kind::urlencoded:
        case form_kind::json: text_.append(bytes);
    }
    return {};
}

std::optional<int> body_reader::close() {
    if (kind_ == form_kind::raw) {
        const auto size = file_->size();
        filled_.raw.emplace(
            upload{{}, {}, std::string(filled_.header("content-type")), size, std::move(*file_)});
    } else if (kind_ == form_kind::json) {
        filled_.body = std::move(text_);
    } else if (kind_ == form_kind::urlencoded) {
        auto fields = find_urlencoded(text_, settings_.most_fields);
        if (!fields) return 400;
        for (const auto& each : *fields)
            if (each.value.size() > settings_.most_field_bytes) return 413;
        filled_.form = std::move(*fields);
    } else if (kind_ == form_kind::multipart && !multipart_->is_finished()) {
        return 400;
    }
    return {};
}

std::optional<int> body_reader::begin_part(part_head head) {
    text_.clear();
    file_.reset();
    part_ = std::move(head);
    if (!part_->filename) return filled_.form.size() < settings_.most_fields ? std::optional<int>() : 413;
    return filled_.uploads.size() < settings_.most_files ? std::optional<int>() : 413;
}

std::optional<int> body_reader::take_part(std::string_view bytes) {
    if (!part_->filename) {
        text_.append(bytes);
        return text_.size() > settings_.most_field_bytes ? std::optional<int>(413) : std::nullopt;
    }
    if (policy_ != body_policy::upload) return 400;
    if (!file_)
        if (const auto refusal = make_spool(file_)) return refusal;
    return spool(*file_, bytes);
}

std::optional<int> body_reader::end_part() {
    if (!part_->filename) {
        filled_.form.add(std::move(part_->name), std::move(text_));
        return {};
    }
    // A file field that was left alone comes without a name and without a byte.
    if (part_->filename->empty() && !file_) return {};
    if (policy_ != body_policy::upload) return 400;
    if (!file_)
        if (const auto refusal = make_spool(file_)) return refusal;
    const bool valid = is_valid_text(part_->name) && is_valid_text(*part_->filename);
    const auto size = file_->size();
    filled_.uploads.push_back({std::move(part_->name), std::move(*part_->filename), std::move(part_->type),
                               size, std::move(*file_), valid});
    file_.reset();
    return {};
}

std::optional<int> body_reader::make_spool(std::optional<temporary_file>& made) {
    try {
        made.emplace(settings_.spool_directory);
        return {};
    } catch (const std::system_error& broken) {
        observer_.edge_failed(broken.what());
        return 503;
    }
}

std::optional<int> body_reader::spool(temporary_file& file, std::string_view bytes) {
    try {
        file.append(bytes);
        return {};
    } catch (const std::system_error& broken) {
        observer_.edge_failed(broken.what());
        return 503;
    }
}

}  // namespace http
