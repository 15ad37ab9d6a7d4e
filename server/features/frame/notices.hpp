#pragma once
// What a page says about the act that led to it. The act answers with see_other(url, "entry_submitted"); the
// key travels in a short-lived cookie and becomes a sentence here, so that nothing from outside is shown.

#include "server/pages/frame/frame.hpp"

#include <optional>
#include <string_view>

namespace features {

inline constexpr std::string_view notice_cookie = "__Host-notice";

// Nothing for a key that is not in the table.
std::optional<pages::notice> find_notice(std::string_view key);

}  // namespace features
