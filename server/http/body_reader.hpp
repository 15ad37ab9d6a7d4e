#pragma once
// Turns the bytes of a body into fields, files or raw bytes of a request, by the route's policy.
// Fed by the connection as the bytes come; files go to the spool directory in pieces. Knows what may
// be sent, not what is wanted.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.hpp"
#include "server/http/multipart.hpp"
#include "server/http/observer.hpp"
#include "server/http/server.hpp"

namespace http {

class body_reader final : public body_sink, private part_sink {
public:
    body_reader(const settings&, body_policy, std::uint64_t most_bytes, request& filled, observer&);

    /// Looks at the head before any byte is read: 413, 415, 400, or nothing.
    std::optional<int> open(std::optional<std::uint64_t> length, bool has_body);

    /// 413 past a limit, 400 for what is malformed, 503 when the spool directory is full.
    std::optional<int> take(std::string_view bytes) override;

    /// After the last byte: 400 for a body that ends too early.
    std::optional<int> close();

private:
    enum class form_kind { none, urlencoded, json, multipart, raw };

    std::optional<int> begin_part(part_head) override;
    std::optional<int> take_part(std::string_view bytes) override;
    std::optional<int> end_part() override;
    std::optional<int> spool(temporary_file&, std::string_view bytes);
    std::optional<int> make_spool(std::optional<temporary_file>&);

    const settings& settings_;
    body_policy policy_;
    std::uint64_t most_bytes_;
    request& filled_;
    observer& observer_;
    form_kind kind_ = form_kind::none;
    std::uint64_t taken_ = 0;
    std::string text_;
    std::optional<multipart_parser> multipart_;
    std::optional<part_head> part_;
    std::optional<temporary_file> file_;
};

}  // namespace http
