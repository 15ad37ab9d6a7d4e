#pragma once
// States of rows that have no lifecycle in workflow/: nobody decides about them, they follow from an act. The
// words are those of the tables' CHECKs.

#include <boost/describe.hpp>

namespace store {

enum class attachment_state { uploading, stored, removed };
BOOST_DESCRIBE_ENUM(attachment_state, uploading, stored, removed)

enum class slate_state { proposed, ratified, withdrawn };
BOOST_DESCRIBE_ENUM(slate_state, proposed, ratified, withdrawn)

enum class prize_state { given, revoked };
BOOST_DESCRIBE_ENUM(prize_state, given, revoked)

// In the outbox; `leased`: a sender has taken it, `failed`: given up, for the secretariat to see, `settled`:
// does not go out any more, since a newer one took its place or the secretariat put it aside.
enum class letter_state { queued, leased, accepted, failed, settled };
BOOST_DESCRIBE_ENUM(letter_state, queued, leased, accepted, failed, settled)

}  // namespace store
