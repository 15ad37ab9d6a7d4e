#include "server/features/frame/notices.hpp"

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
    row{"invitation_for_account", "You have an account: sign in, and the invitation is there again."},
    row{"invitation_accepted",
        "Thank you: you have accepted. A second member of the secretariat has to confirm you; until then "
        "there is nothing to do."},
    row{"invitation_declined", "Thank you for the answer. The secretariat sees that you declined."},
    row{"saved", "Your changes have been saved."},
    row{"edition_created", "The edition has been created. Set it up, then open the call."},
    row{"edition_moved", "Done. The edition has moved on."},
    row{"deadline_extended", "Done. The new deadline holds, and the cities are told of it by e-mail."},
    row{"entry_screened", "Done. The city gets a letter."},
    row{"judge_invited", "The judge has been invited by mail."},
    row{"judge_left", "The judge has left the panel. Unfinished scorecards are excused with the reason."},
    row{"judge_left_gaps",
        "The judge has left the panel. Some entries have too few judges now: see the gaps under Judging.",
        false},
    row{"member_invited", "The person has been invited by mail. Another member has to confirm it."},
    row{"member_invited_again", "The invitation is on its way once more."},
    row{"first_colleague_invited",
        "The person has been invited by mail. You are the only member: nobody else has to confirm it."},
    row{"member_known", "This person works for the edition already, or was asked.", false},
    row{"member_confirmed",
        "Confirmed. The person belongs to the secretariat as soon as the invitation is accepted."},
    row{"member_end_asked", "Another member has to confirm it now."},
    row{"member_kept", "The person stays."},
    row{"invitation_taken_back", "The invitation is taken back: the link in the letter has ended."},
    row{"member_ended", "It has ended. The person is signed out and gets a letter."},
    row{"challenge_recorded", "The challenge is recorded. It bars the judge until it is settled."},
    row{"assignment_made", "The assignment has been made."},
    row{"pair_known", "This pair is assigned already.", false},
    row{"reminders_sent", "The reminders are on their way."},
    row{"reminders_known",
        "Nothing was sent: everybody who has something open was reminded today already, or nobody has.",
        false},
    row{"letter_sent_again", "The letter goes out once more."},
    row{"letter_settled", "The letter is put aside. It does not go out any more."},
    row{"judge_address_corrected", "The address is corrected, and a new invitation is on its way."},
    row{"shortlist_decided", "The shortlist is recorded. Open the further round when you are ready."},
    row{"factor_reset_asked",
        "It waits for a second person of the secretariat. The others have been told by letter."},
    row{"factor_reset_waits", "There is a request for this person already.", false},
    row{"factor_reset_approved", "The person is signed out everywhere and gets a letter with a link."},
    row{"factor_reset_declined", "Nothing was changed. The request is settled."},
    row{"confirmation_asked",
        "It waits for a second person of the secretariat. The others have been told by letter."},
    row{"confirmed_by_two", "Confirmed by two people, and done."},
    row{"grave_act_taken_back", "It is taken back. Nothing was changed."},
    // results
    row{"tally_made", "The tally has been made and kept with its hash."},
    row{"decision_recorded", "The decision is in the minutes."},
    row{"decision_taken_back", "The decision holds no longer. Both are in the minutes."},
    row{"card_reopened", "The scorecard is open again. Its judge has been told by letter."},
    row{"card_relocked", "The scorecard is locked again as it stands. Make the tally again."},
    row{"card_voided", "The scorecard no longer counts, and a new tally has been made without it."},
    row{"appeal_lodged", "Your appeal has arrived. The answer comes by letter, and stands here."},
    row{"appeal_settled", "The appeal is settled. The city is told by letter."},
    row{"amendment_proposed",
        "The proposal waits for a second person of the secretariat; the others have been told."},
    row{"amendment_confirmed",
        "The prizes have been added below the others, and a new version of the rules stands."},
    row{"amendment_rejected", "The proposal is rejected. Nothing was changed."},
    row{"categories_merged", "The categories are merged, and a new tally has been made."},
    row{"slate_built", "The slate has been built. Two different people have to approve it."},
    row{"slate_approved",
        "You have approved the slate. A second person has to approve it too; the others have been told."},
    row{"slate_ratified",
        "The slate is ratified. Until the announcement nobody outside sees anything of it."},
    row{"corrected", "The correction has been made. What was announced stays in the record."},
    row{"certificate_reissued", "A new certificate has been issued and supersedes the old one."},
    // judges
    row{"account_closed", "Your account is closed. A letter confirms it."},
    row{"terms_accepted", "Thank you. You have accepted the terms."},
    row{"conflicts_declared", "Your declarations are recorded. Entries with a conflict have gone to others."},
    row{"scorecard_submitted", "Your scorecard has been submitted. You can reopen it while judging is open."},
    row{"scorecard_reopened", "Your scorecard is open again. Submit it when you are done."},
    row{"scorecard_relocked", "Your scorecard is locked again, with its changes on record."},
    row{"recused", "You have stepped off the entry. It is no longer shown to you."},
    row{"note_written", "Your words are in the record."},
    // a city's
    row{"city_proposed",
        "The city is proposed. The secretariat looks at it and confirms you; you hear of it by letter."},
    row{"city_known",
        "This city is in the list already, and you have asked to write for it. You hear by letter once it is "
        "confirmed."},
    row{"city_asked",
        "You have asked to write for this city. The secretariat, or a person of the city, confirms it; you "
        "hear of "
        "it by letter."},
    row{"city_approved", "The city is approved."},
    row{"city_corrected", "The city is corrected."},
    row{"cities_merged", "The two are one city now. Those who write for it have been told by letter."},
    row{"applicant_added", "This person may write for the city, and is told by letter."},
    row{"applicant_ended",
        "This person no longer writes for the city, was signed out everywhere, and is told by letter."},
    row{"city_joined_before", "You had chosen this city before.", false},
    row{"applicant_confirmed", "This person may now edit the city's entries, and is told by letter."},
    row{"applicant_declined", "The request is declined. The person is told by letter."},
    row{"entry_started", "The entry is begun. What you type is saved."},
    row{"draft_saved", "Your answers are saved. You can come back at any time before the deadline."},
    row{"file_attached", "The file is attached."},
    row{"file_removed", "The file is removed."},
    row{"entry_submitted",
        "Your entry has been submitted. Here is the receipt; we have sent it by mail, too."},
    row{"entry_reopened", "The entry is a draft again. Submit it before the deadline, or it does not count.",
        false},
    row{"entry_withdrawn", "The entry is withdrawn."},
};

}  // namespace

std::optional<pages::notice> find_notice(std::string_view key) {
    for (const auto& one : rows)
        if (one.key == key) return pages::notice{pages::t(one.text), one.good, {}};
    return std::nullopt;
}

}  // namespace features
