#pragma once
// E8 for the secretariat: who waits to write for a city, which cities were proposed, and all cities with
// their people and contacts, on one page. What is decided about one of them stands in city.hpp.

#include "server/features/office/page.hpp"
#include "server/store/claims.hpp"

namespace features {

feature show_cities;

// "/office/2014/cities/7"
std::string office_city_url(const workflow::edition&, workflow::city_id);
// The form with which a claim is confirmed or turned down, or the right of who is confirmed ended, and its
// field.
std::string name_of_reason(workflow::city_id, workflow::person_id);
pages::office_form claim_form(const visit&, const workflow::edition&, workflow::city_id, workflow::person_id,
                              bool is_confirmed);
// A part of the page of a city: what it is about, in a sentence, and its form.
pages::office_block titled(pages::phrase heading, pages::phrase text, pages::office_form);
// What is to be done about cities, for the overview: "3 people wait to write for a city".
std::vector<pages::link> cities_that_wait(store::database&, const workflow::edition&);

}  // namespace features
