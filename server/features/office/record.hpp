#pragma once
// What stands on record in words: acts of the log, kinds of decisions, occasions of letters, roles. The
// office's lists show these sentences and keep the stored words for filters and exports. Knows no page. A
// word that no table knows is shown with blanks for its underscores; a test holds that none of ours comes to
// that.

#include "server/pages/phrase.hpp"

namespace features {

// "answer_saved": an act, or the action of a lifecycle's move.
pages::phrase words_for_act(std::string_view action);
// "rule_set": what an act was about.
pages::phrase words_for_subject(std::string_view subject);
// The state of a lifecycle, by what it is the state of.
pages::phrase words_for_state(std::string_view subject, std::string_view state);
// "tier_creation": what was decided about.
pages::phrase words_for_decision(std::string_view kind);
// "request_for_completion": why a letter is written.
pages::phrase words_for_occasion(std::string_view occasion);
// "clock": in which role somebody acted.
pages::phrase words_for_role(std::string_view role);

}  // namespace features
