#pragma once
// Who hears what: one row for each occasion. Features read it to find the recipients, the outbox sender to
// know what may never leave before the announcement. It knows no person, only in which part people hear.

#include <array>
#include <boost/describe.hpp>
#include <stdexcept>

#include "notifications/occasion.hpp"

namespace notifications {

enum class audience {
    the_person_concerned,  // whose account, address or act it is
    the_person_invited,
    every_applicant,  // with a draft or an entry in the edition
    applicants_of_the_entry,
    applicants_of_awarded_entries,
    applicants_of_entries_not_awarded,
    the_judge_concerned,
    every_judge,
    judges_with_open_scorecards,
    the_secretariat,
    the_other_secretariat,  // without the one who acted: the second person of a ratification
    everyone_of_the_edition
};
BOOST_DESCRIBE_ENUM(audience, the_person_concerned, the_person_invited, every_applicant,
                    applicants_of_the_entry, applicants_of_awarded_entries, applicants_of_entries_not_awarded,
                    the_judge_concerned, every_judge, judges_with_open_scorecards, the_secretariat,
                    the_other_secretariat, everyone_of_the_edition)

struct hearing {
    occasion what;
    audience who;
    bool tells_the_result;  // P3: must not be queued, nor exist, before the announcement
};

inline constexpr std::array hearings{
    hearing{occasion::confirm_address, audience::the_person_concerned, false},
    hearing{occasion::reset_password, audience::the_person_concerned, false},
    hearing{occasion::sign_in_notice, audience::the_person_concerned, false},
    hearing{occasion::address_changed, audience::the_person_concerned, false},
    hearing{occasion::account_invitation, audience::the_person_invited, false},
    hearing{occasion::second_factor_reset, audience::the_person_concerned, false},
    hearing{occasion::second_factor_changed, audience::the_person_concerned, false},
    hearing{occasion::deadline_extended, audience::every_applicant, false},
    hearing{occasion::reminder_deadline, audience::applicants_of_the_entry, false},
    hearing{occasion::receipt, audience::applicants_of_the_entry, false},
    hearing{occasion::late_entry_refused, audience::applicants_of_the_entry, false},
    hearing{occasion::extension_granted, audience::applicants_of_the_entry, false},
    hearing{occasion::request_for_completion, audience::applicants_of_the_entry, false},
    hearing{occasion::entry_withdrawn, audience::applicants_of_the_entry, false},
    hearing{occasion::screening_accepted, audience::applicants_of_the_entry, false},
    hearing{occasion::screening_rejected, audience::applicants_of_the_entry, false},
    hearing{occasion::invitation, audience::the_person_invited, false},
    hearing{occasion::judging_open, audience::every_judge, false},
    hearing{occasion::reminder_judging, audience::judges_with_open_scorecards, false},
    hearing{occasion::scorecard_reopened, audience::the_judge_concerned, false},
    hearing{occasion::scorecards_released, audience::the_judge_concerned, false},
    hearing{occasion::attention_wanted, audience::the_secretariat, false},
    hearing{occasion::ratification_wanted, audience::the_other_secretariat, false},
    hearing{occasion::result_won, audience::applicants_of_awarded_entries, true},
    hearing{occasion::result_not_won, audience::applicants_of_entries_not_awarded, true},
    hearing{occasion::announcement, audience::everyone_of_the_edition, true},
    hearing{occasion::result_corrected, audience::applicants_of_the_entry, true},
    hearing{occasion::certificate_replaced, audience::the_person_concerned, true},
    hearing{occasion::appeal_received, audience::applicants_of_the_entry, true},
    hearing{occasion::appeal_settled, audience::applicants_of_the_entry, true},
    hearing{occasion::edition_cancelled, audience::everyone_of_the_edition, false},
};

// The row of an occasion.
constexpr const hearing& hearing_of(occasion wanted) {
    for (const auto& row : hearings)
        if (row.what == wanted) return row;
    throw std::logic_error("an occasion without an audience");
}

constexpr audience audience_of(occasion wanted) {
    return hearing_of(wanted).who;
}

// P3: a letter of this kind exists only after the announcement.
constexpr bool tells_the_result(occasion wanted) {
    return hearing_of(wanted).tells_the_result;
}

}  // namespace notifications
