// libFuzzer target: the multipart parser never crashes, and gives the same parts whatever the pieces.
// Build: clang++ -std=c++20 -g -O1 -I. -fsanitize=fuzzer,address,undefined
//        tests/fuzz/multipart_fuzz.cpp server/http/multipart.cpp
// First byte: the size of the pieces; the rest: a body with the boundary "b".
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "server/http/multipart.hpp"

namespace {

struct writing_sink final : http::part_sink {
    std::optional<int> begin_part(http::part_head head) override {
        seen += "[" + head.name + "|" + head.filename.value_or("-") + "|" + head.type + "]";
        return {};
    }
    std::optional<int> take_part(std::string_view bytes) override {
        seen += bytes;
        return {};
    }
    std::optional<int> end_part() override {
        seen += "[end]";
        return {};
    }
    std::string seen;
};

struct outcome {
    bool is_refused = false;
    bool is_finished = false;
    std::string seen;
};

outcome parse(std::string_view body, std::size_t piece) {
    writing_sink sink;
    http::multipart_parser parser("b", sink);
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
        if (parser.feed(body.substr(0, piece))) return {true, false, {}};
    return {false, parser.is_finished(), std::move(sink.seen)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = parse(body, body.size() + 1);
    const auto pieces = parse(body, data[0] + 1u);
    const bool is_same = whole.is_refused == pieces.is_refused && whole.is_finished == pieces.is_finished &&
                         whole.seen == pieces.seen;
    if (!is_same) std::abort();
    return 0;
}
