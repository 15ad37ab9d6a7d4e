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
    row{"address_confirmed", "Your address is confirmed. You can sign in now."},
    row{"address_changed", "Your address has been changed. We have written to both addresses."},
    row{"password_changed", "Your new password is saved. Sign in with it."},
    row{"password_changed_here", "Your new password is saved, and you are signed out everywhere else."},
    row{"sessions_ended", "You are signed out everywhere else."},
    row{"invitation_accepted", "Thank you. Sign in with the password that you have."},
    row{"saved", "Your changes have been saved."},
};

}  // namespace

std::optional<pages::notice> find_notice(std::string_view key) {
    for (const auto& one : rows)
        if (one.key == key) return pages::notice{pages::t(one.text), one.good, {}};
    return std::nullopt;
}

}  // namespace features
