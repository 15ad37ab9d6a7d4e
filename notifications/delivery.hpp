#pragma once
// How often we try: what an answer of a mail server means, and when the next try is due. The outbox sender
// asks after each attempt and writes down what it hears; this file knows no socket and no clock.

#include <boost/describe.hpp>
#include <chrono>
#include <optional>

#include "notifications/occasion.hpp"
#include "workflow/time.hpp"

namespace notifications {

// What became of one attempt. `unknown`: the line broke after the final dot, so that the letter may have
// been accepted (RFC 1047).
enum class attempt_result { accepted, temporary_failure, lasting_failure, unknown };
BOOST_DESCRIBE_ENUM(attempt_result, accepted, temporary_failure, lasting_failure, unknown)

// Where a letter in the outbox stands. `leased`: a sender has taken it; `refused`: given up, for the
// secretariat to see; `unknown`: waiting before it is offered once more, with the same Message-ID and date.
enum class delivery_state { queued, leased, accepted, refused, unknown };
BOOST_DESCRIBE_ENUM(delivery_state, queued, leased, accepted, refused, unknown)

// At which point of the conversation the server spoke.
enum class conversation_stage { connecting, authenticating, sender, recipient, content };
BOOST_DESCRIBE_ENUM(conversation_stage, connecting, authenticating, sender, recipient, content)

// The meaning of a reply code at a stage. A refusal lasts only where it speaks of this recipient or this
// letter (5xx after RCPT or the content, except a full mailbox, 552, after RCPT); a refusal of our own
// server, password or sender is for the operator to mend, and the letter waits. Code 0: no reply at all.
attempt_result meaning_of_reply(conversation_stage, int code);

// The delay doubles from `first_delay` up to `longest_delay`; after `attempts` tries or `gives_up_after`
// since the letter was queued, whichever comes first, the letter is refused.
struct retry_schedule {
    std::chrono::seconds first_delay{60};
    std::chrono::seconds longest_delay{std::chrono::hours{6}};
    int attempts = 12;
    std::chrono::seconds gives_up_after{std::chrono::hours{72}};
    std::chrono::seconds unknown_waits{std::chrono::minutes{15}};
};

struct next_step {
    delivery_state state{};
    std::optional<workflow::instant> next_attempt_at;  // set exactly for `queued` and `unknown`
    friend bool operator==(const next_step&, const next_step&) = default;
};

// What to write into the outbox after the `attempts_made`-th attempt (counted from 1) of a letter queued at
// `queued_at`. After `unknown` a letter that someone is waiting for with a link is offered again at once,
// any other after a pause in which a bounce or a log may tell.
next_step after_attempt(const retry_schedule&, occasion, attempt_result, int attempts_made,
                        workflow::instant queued_at, workflow::instant now);

// Does a person sit and wait for this letter (a link to sign in or confirm with)?
constexpr bool is_waited_for(occasion about) {
    return about == occasion::confirm_address || about == occasion::reset_password;
}

}  // namespace notifications
