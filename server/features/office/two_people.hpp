#pragma once
// T5: what two people of the secretariat do: the page of what waits for a second one and of what became of
// it, and what the pages with such a form show. The forms themselves stand on the pages of what they are
// about.

#include "server/acts/grave_acts.hpp"
#include "server/features/office/page.hpp"

namespace features {

feature show_two_people, settle_grave_act;

pages::phrase words_for(workflow::grave_act);
// For the button of a form: "Ask a second person to confirm: Cancel the edition".
pages::phrase words_for_asking(const pages::phrase& act);

// Asks as a form says, behind a fresh proof of presence (the form comes back after the code), and leads to
// what waits; or why not.
tl::expected<http::response, workflow::refusal> ask_a_second_person(visit&, store::database&,
                                                                    const workflow::edition&,
                                                                    const acts::grave_act_wanted&);
// What of this waits already, for the page of its form.
std::optional<pages::office_block> block_of_waiting(store::database&, const workflow::edition&,
                                                    const acts::grave_act_wanted&);
// For the overview of who can confirm something.
std::optional<pages::link> link_to_what_waits(store::database&, const workflow::edition&);

}  // namespace features
