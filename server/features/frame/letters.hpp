#pragma once
// From what a feature knows to a letter in the outbox, in the transaction that causes it. Called by every
// feature that writes to somebody. Knows no wording: that is chosen when the letter is sent.

#include "server/features/frame/visit.hpp"
#include "server/store/letters.hpp"
#include "workflow/edition.hpp"

namespace features {

// `cause` names the event ("entry 17 version 2"): the same event never writes twice to one address. The
// letter's head names the visit's edition, if the URL names one. Many letters at once: store::letter_about,
// store::queue_letters.
void queue_letter(const visit&, store::database&, const store::addressee&,
                  const notifications::any_letter_content&, std::string cause);

// The whole address of a page of this service: "https://awards.example/my/entries/7".
std::string whole_address(const visit&, std::string_view path);

// As the lists of the office print it: notifications::instant_in_words.
std::string in_words(workflow::instant, const std::string& zone);
// As letters tell it.
notifications::moment moment_of(workflow::instant, const std::string& zone);
// The same where no edition is at hand: in the zone of the edition that the URL names, or of the one that is
// going on.
notifications::moment moment_of(const visit&, store::database&, workflow::instant);

}  // namespace features
