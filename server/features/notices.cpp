#include "server/features/notices.hpp"

#include <array>
#include <utility>

namespace features {
namespace {

struct row {
    std::string_view key;
    std::string_view text;
    bool good = true;
};

constexpr std::array rows{
    row{"signed_out", "You have signed out."},
    row{"saved", "Your changes have been saved."},
};

}  // namespace

std::optional<pages::notice> find_notice(std::string_view key) {
    for (const auto& one : rows)
        if (one.key == key) return pages::notice{pages::t(one.text), one.good, {}};
    return std::nullopt;
}

}  // namespace features
