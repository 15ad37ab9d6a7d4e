#pragma once
// Every "no" of the service in one table: status, stable code, sentence. The domain refuses with a code and
// particulars (workflow/refusal.hpp); this is the only place where they become words.

#include "server/pages/phrase.hpp"
#include "workflow/refusal.hpp"

#include <string>

namespace features {

struct refused {
    int status = 409;
    std::string code;
    pages::phrase sentence;
};

// The sentence has the refusal's particulars put in; one that came several times is listed with commas.
refused answer_to(const workflow::refusal&);

}  // namespace features
