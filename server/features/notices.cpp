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
    row{"edition_created", "The edition has been created. Set it up, then open the call."},
    row{"edition_moved", "Done. The edition has moved on."},
    row{"entry_screened", "Done. The city gets a letter."},
    row{"judge_invited", "The judge has been invited by mail."},
    row{"member_invited", "The person has been invited by mail."},
    row{"member_known", "This person works for the edition already.", false},
    row{"challenge_recorded", "The challenge is recorded. It bars the judge until it is settled."},
    row{"assignment_made", "The assignment has been made."},
    row{"pair_known", "This pair is assigned already.", false},
    row{"reminders_sent", "The reminders are on their way."},
    row{"letter_sent_again", "The letter goes out once more."},
    row{"shortlist_decided", "The shortlist is recorded. Open the further round when you are ready."},
};

}  // namespace

std::optional<pages::notice> find_notice(std::string_view key) {
    for (const auto& one : rows)
        if (one.key == key) return pages::notice{pages::t(one.text), one.good, {}};
    return std::nullopt;
}

}  // namespace features
