#pragma once
// The answers that a form or a script brings, saved beside what others saved meanwhile (E2). Called by the
// pages of the form. Knows no page.

#include "server/features/city/entry.hpp"
#include "workflow/form.hpp"

namespace features {

using stored_answers = std::map<std::string, store::answer_row>;

struct given_answer {
    workflow::question asked;
    std::string value;
    int based_on = 0;
    std::string key;  // of the request that brings it, or of one before it that was not answered
};
struct stale_answer {
    given_answer mine;
    std::string theirs;
    int version = 0;
};

// Saves what its sender changed and brings `stored` up to date. Tells what was stale: that is as it was, and
// what came is kept beside it.
std::vector<stale_answer> save_given(visit&, store::database&, my_entry&, stored_answers&,
                                     std::vector<given_answer>);

int version_in(const stored_answers&, const std::string& question);

}  // namespace features
