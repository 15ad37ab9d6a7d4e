#pragma once
// The outbox: letters are queued in the transaction that causes them, and sent by jobs/ later. One letter for
// each (occasion, cause, address), however often it is queued.

#include "notifications/letter_content.hpp"
#include "server/store/database.hpp"
#include "server/store/documents.hpp"

// A moment is {"in_words", "at"} in a letter's document; its words alone where there is no instant, or where
// the letter was queued by a version that kept none. (Boost.JSON finds these by the namespace of the moment.)
namespace notifications {
void tag_invoke(boost::json::value_from_tag, boost::json::value& to, const moment&);
moment tag_invoke(boost::json::value_to_tag<moment>, const boost::json::value& from);
}  // namespace notifications

namespace store {

// `content` is JSON for the wording (notifications/letter_content.hpp); `cause` names the event ("entry 17
// version 2"), so that the same event never writes twice to one address.
struct new_letter {
    std::optional<workflow::edition_id> edition;
    std::string occasion;
    std::string cause;
    std::optional<workflow::person_id> person;
    std::string to_name;
    std::string to_address;
    std::string language = "en";
    std::string content;
};
void queue_letter(database&, const new_letter&);
// Many letters in one statement. Returns how many of them are new.
long queue_letters(database&, const std::vector<new_letter>&);

// Who gets a letter, in which language.
struct addressee {
    std::optional<workflow::person_id> person;
    std::string name;
    std::string address;
    std::string language = "en";
};

// An instant as letters tell it; the zone by PostgreSQL's own rules.
notifications::moment moment_of(database&, workflow::instant, const std::string& zone);

// Adds the time in the reader's own zone (E4) to every moment of a letter, in one question; an empty zone
// adds nothing. Throws failure for a zone that the database does not know.
void add_own_times(database&, notifications::any_letter_content&, const std::string& zone);

// A letter of the content's occasion, ready for the outbox.
template <class Content>
new_letter letter_about(const Content& content, std::optional<workflow::edition_id> edition,
                        const addressee& to, std::string cause) {
    return {edition,          boost::describe::enum_to_string(Content::kind.about, ""),
            std::move(cause), to.person,
            to.name,          to.address,
            to.language,      to_document(content)};
}

// What a queued letter knows, as the struct of its occasion. Throws for an occasion that is not known.
notifications::any_letter_content read_letter_content(std::string_view occasion, std::string_view document);

// A letter that this sender has taken for a while, so that no other sender offers it at the same time.
struct leased_letter {
    std::int64_t id;
    std::string occasion;
    std::string cause;
    std::string to_name;
    std::string to_address;
    std::string language;
    std::string content;
    int attempts;
    workflow::instant queued_at;
    bool is_known_person;  // has an account
    std::string zone;      // of the person, or empty
    std::optional<std::string> edition_name;
    std::optional<std::string> organiser;
    std::optional<bool> demonstration;
};
BOOST_DESCRIBE_STRUCT(leased_letter, (),
                      (id, occasion, cause, to_name, to_address, language, content, attempts, queued_at,
                       is_known_person, zone, edition_name, organiser, demonstration))
// Takes up to `most` letters that are due, or whose lease has run out (its sender died).
std::vector<leased_letter> lease_letters(database&, int most, int lease_seconds);
// What a letter that went out would open is not kept.
void mark_letter_accepted(database&, std::int64_t id);
// Tried in vain: due again at `next_attempt_at`, or failed for good when there is none.
void mark_letter_tried(database&, std::int64_t id, std::string_view error,
                       std::optional<workflow::instant> next_attempt_at);

}  // namespace store
