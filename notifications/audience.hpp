#pragma once
// Who hears what: one row for each occasion. store/audience.hpp has the query of each audience,
// acts/letters.hpp writes to it, and the database is told which occasions tell the result: such a letter
// cannot be queued before the announcement (P3). This file knows no person, only in which part people hear.

#include <array>
#include <boost/describe.hpp>
#include <stdexcept>

#include "notifications/occasion.hpp"

namespace notifications {

enum class audience {
    the_person_concerned,  // whose account, address or act it is
    the_person_invited,
    every_applicant,                    // with a draft or an entry in the edition that was not withdrawn
    the_city_and_contact_of_the_entry,  // everyone who may act for its city, and whom it names as its contact
                                        // (E8)
    the_judge_concerned,
    the_holder_of_the_certificate,  // the same people, or the judge
    every_judge,                    // who has not left
    the_secretariat,
    the_other_secretariat,  // without the one who acted
    the_panel_and_the_secretariat,
    everyone_of_the_edition  // applicants and judges
};
BOOST_DESCRIBE_ENUM(audience, the_person_concerned, the_person_invited, every_applicant,
                    the_city_and_contact_of_the_entry, the_judge_concerned, the_holder_of_the_certificate,
                    every_judge, the_secretariat, the_other_secretariat, the_panel_and_the_secretariat,
                    everyone_of_the_edition)

struct hearing {
    occasion what;
    audience who;
    bool tells_the_result = false;  // P3: cannot exist before the announcement
};

// clang-format off
inline constexpr std::array hearings{
    // what                                       who                                           tells the result
    hearing{occasion::confirm_address,        audience::the_person_concerned},
    hearing{occasion::confirm_new_address,    audience::the_person_concerned},
    hearing{occasion::reset_password,         audience::the_person_concerned},
    hearing{occasion::sign_in_notice,         audience::the_person_concerned},
    hearing{occasion::address_changed,        audience::the_person_concerned},
    hearing{occasion::account_invitation,     audience::the_person_invited},
    hearing{occasion::second_factor_reset,    audience::the_person_concerned},
    hearing{occasion::second_factor_changed,  audience::the_person_concerned},
    hearing{occasion::deadline_extended,      audience::every_applicant},
    hearing{occasion::reminder_deadline,      audience::the_city_and_contact_of_the_entry},
    hearing{occasion::receipt,                audience::the_city_and_contact_of_the_entry},
    hearing{occasion::late_entry_refused,     audience::the_city_and_contact_of_the_entry},
    hearing{occasion::extension_granted,      audience::the_city_and_contact_of_the_entry},
    hearing{occasion::request_for_completion, audience::the_city_and_contact_of_the_entry},
    hearing{occasion::completion_missed,      audience::the_city_and_contact_of_the_entry},
    hearing{occasion::entry_withdrawn,        audience::the_city_and_contact_of_the_entry},
    hearing{occasion::screening_accepted,     audience::the_city_and_contact_of_the_entry},
    hearing{occasion::screening_rejected,     audience::the_city_and_contact_of_the_entry},
    hearing{occasion::invitation,             audience::the_person_invited},
    hearing{occasion::judging_open,           audience::the_judge_concerned},
    hearing{occasion::reminder_judging,       audience::the_judge_concerned},
    hearing{occasion::scorecard_submitted,    audience::the_judge_concerned},
    hearing{occasion::scorecard_reopened,     audience::the_judge_concerned},
    hearing{occasion::scorecards_released,    audience::the_judge_concerned},
    hearing{occasion::attention_wanted,       audience::the_other_secretariat},
    hearing{occasion::ratification_wanted,    audience::the_other_secretariat},
    hearing{occasion::result_won,             audience::the_city_and_contact_of_the_entry,   true},
    hearing{occasion::result_not_won,         audience::the_city_and_contact_of_the_entry,   true},
    hearing{occasion::announcement,           audience::the_panel_and_the_secretariat,       true},
    hearing{occasion::result_corrected,       audience::the_city_and_contact_of_the_entry,   true},
    hearing{occasion::certificate_replaced,   audience::the_holder_of_the_certificate,       true},
    hearing{occasion::appeal_received,        audience::the_city_and_contact_of_the_entry,   true},
    hearing{occasion::appeal_settled,         audience::the_city_and_contact_of_the_entry,   true},
    hearing{occasion::edition_cancelled,      audience::everyone_of_the_edition},
};
// clang-format on

// The row of an occasion.
constexpr const hearing& hearing_of(occasion wanted) {
    for (const auto& row : hearings)
        if (row.what == wanted) return row;
    throw std::logic_error("an occasion without an audience");
}

constexpr audience audience_of(occasion wanted) {
    return hearing_of(wanted).who;
}

// E8: do these people include the contacts of entries, who need not have an account?
constexpr bool hears_the_contact(audience who) {
    return who == audience::the_city_and_contact_of_the_entry ||
           who == audience::the_holder_of_the_certificate;
}

// P3: a letter of this kind exists only after the announcement.
constexpr bool tells_the_result(occasion wanted) {
    return hearing_of(wanted).tells_the_result;
}

}  // namespace notifications
