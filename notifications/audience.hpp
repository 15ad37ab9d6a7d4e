#pragma once
// Who can hear of something. letter_content.hpp names the audience of each letter, store/audience.hpp has
// the query of each audience, acts/letters.hpp writes to it. This file knows no person, only in which part
// people hear.

#include <boost/describe.hpp>

namespace notifications {

enum class audience {
    the_person_concerned,  // whose account, address or act it is
    the_person_invited,
    every_applicant,                    // with a draft or an entry in the edition that was not withdrawn
    everyone_of_the_city,               // who may act for it, whether it has entries or not
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
BOOST_DESCRIBE_ENUM(audience, the_person_concerned, the_person_invited, every_applicant, everyone_of_the_city,
                    the_city_and_contact_of_the_entry, the_judge_concerned, the_holder_of_the_certificate,
                    every_judge, the_secretariat, the_other_secretariat, the_panel_and_the_secretariat,
                    everyone_of_the_edition)

// E8: do these people include the contacts of entries, who need not have an account?
constexpr bool hears_the_contact(audience who) {
    return who == audience::the_city_and_contact_of_the_entry ||
           who == audience::the_holder_of_the_certificate;
}

}  // namespace notifications
