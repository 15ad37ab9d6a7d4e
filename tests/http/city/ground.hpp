#pragma once
// What the tests of a city's pages stand on: the running service, an open edition by its own functions, one
// city with an applicant who is signed in. Knows no page.

#include "server/store/moves.hpp"
#include "tests/support/service.hpp"

namespace tests {

class city_test : public testing::Test {
protected:
    city_test();

    // An edition whose call is open from yesterday until tomorrow, by the default rules.
    workflow::edition_id open_edition();
    workflow::city_id add_city(const std::string& name, workflow::person_id applicant);
    void set_state(workflow::edition_state);
    void set_state(std::int64_t entry, workflow::entry_state, store::visibility = store::visibility::open);
    // The deadline moves to so many minutes from now; a minus is the past.
    void close_in(int minutes);
    void allow_until(int minutes);

    // Begins an entry by the form and returns its number.
    std::int64_t start(std::string title);
    // Answers every question that is required, straight in the database.
    void fill(std::int64_t entry);
    page submit(std::int64_t entry);
    std::string at(std::int64_t entry, std::string_view rest = "") const;
    std::string state_of(std::int64_t entry);

    service service_;
    workflow::person_id mina;
    workflow::edition_id edition;
    workflow::city_id seoul;
    browser city{service_};
};

// Files as small as they can be and still whole.
std::string small_pdf();
// One that only opens with a password.
std::string locked_pdf();
std::string small_png();

// The form of a section as a browser without scripts sends it: what it carried along, and what was typed.
fields section_of(const page& shown, fields changed);

}  // namespace tests
