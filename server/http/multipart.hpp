#pragma once
// Reads multipart/form-data as it arrives, in pieces of any size, holding one piece at most.
// Used by body_reader and by the fuzzer. Strict: what a browser would not send is malformed.
// Knows neither files nor limits on them; its sink does.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace http {

struct part_head {
    std::string name;
    std::optional<std::string> filename;  ///< given: the part is a file
    std::string type;
};

struct part_sink {
    virtual ~part_sink() = default;
    /// Each gives the status of a refusal, or nothing.
    virtual std::optional<int> begin_part(part_head) = 0;
    virtual std::optional<int> take_part(std::string_view bytes) = 0;
    virtual std::optional<int> end_part() = 0;
};

class multipart_parser {
public:
    /// `boundary` as in the Content-Type; see find_boundary.
    multipart_parser(std::string_view boundary, part_sink& sink);

    /// Takes the next bytes; 400 for what is malformed, or the sink's refusal.
    std::optional<int> feed(std::string_view bytes);

    /// True after the closing boundary.
    bool is_finished() const { return state_ == state::epilogue; }

private:
    enum class state { preamble, after_boundary, headers, data, epilogue };

    std::optional<int> step();
    std::optional<int> read_boundary_end();
    std::optional<int> read_headers();
    std::optional<int> read_data();
    std::optional<int> stop_at_boundary(std::size_t at);

    std::string delimiter_;
    part_sink& sink_;
    std::string window_;
    state state_ = state::preamble;
    bool needs_more_ = false;
};

/// The boundary of a `multipart/form-data; boundary=…`; nothing when it is another type or malformed.
std::optional<std::string> find_boundary(std::string_view content_type);

}  // namespace http
