#pragma once
// Letters that an act causes: to the audience of the letter's kind (notifications/letter_content.hpp), in the
// act's transaction. Works as the service itself, since those who act may not know who hears of it.

#include "server/acts/moving.hpp"
#include "server/acts/own_role.hpp"
#include "server/store/audience.hpp"

namespace acts {

// `cause` names the event: for the same cause an address hears once.
template <class Content>
struct one_letter {
    using content_type = Content;
    Content content;
    std::string cause;
};

// Who hears of it; `about.edition` is set. In a role that may know people.
std::vector<store::hearer> list_hearers(const acting&, notifications::audience, store::concerning about);

// How many an act wrote to; `new_ones` without those who had the same letter before.
struct written {
    long letters = 0, new_ones = 0;
};

// `letter_for(hearer)` gives the letter, or nothing for who is passed over.
template <class LetterFor>
written write_some(const acting& now, store::concerning about, LetterFor letter_for) {
    using content =
        typename decltype(letter_for(std::declval<const store::hearer&>()))::value_type::content_type;
    about.edition = now.edition();
    if (now.who.actor.person) about.not_to.push_back(*now.who.actor.person);
    own_role service(now.db);
    std::vector<store::new_letter> letters;
    for (const auto& one : list_hearers(now, content::kind.who, about))
        if (auto letter = letter_for(one))
            letters.push_back(store::letter_about(letter->content, about.edition, store::addressee_of(one),
                                                  std::move(letter->cause)));
    const auto new_ones = store::queue_letters(now.db, letters);
    service.give_back();
    return {static_cast<long>(letters.size()), new_ones};
}

// One letter to each hearer, with what `content_for(hearer)` has to say.
template <class ContentFor>
written write_each(const acting& now, const store::concerning& about, const std::string& cause,
                   ContentFor content_for) {
    using content = decltype(content_for(std::declval<const store::hearer&>()));
    return write_some(now, about, [&](const store::hearer& to) {
        return std::optional(one_letter<content>{content_for(to), cause});
    });
}

// The same words for all of them.
template <class Content>
written write_to_all(const acting& now, store::concerning about, const std::string& cause,
                     const Content& content) {
    return write_each(now, about, cause, [&](const store::hearer&) { return content; });
}

// To the edition's secretariat but for who acts and who is concerned: something waits on this page of the
// office ("/judging").
void tell_the_office(const acting&, std::string matter, std::string_view page, const std::string& cause,
                     std::optional<workflow::person_id> concerned = {});

// "https://awards.example/my/entries/7"
std::string link_to_entry(const acting&, workflow::entry_id);
// The end of judging as letters tell it; empty while the calendar has none.
notifications::moment end_of_judging(const acting&, const workflow::edition&);
// An instant as letters tell it, in the edition's zone.
notifications::moment moment_of(const acting&, workflow::instant);

}  // namespace acts
