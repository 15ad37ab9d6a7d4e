#pragma once
// Sends the letters that wait in the outbox: takes some for a while (a lease), offers each to the mail server
// or leaves it as a file, and writes down what came of it. Blocking: runs on the background thread.

#include "config/settings.hpp"
#include "server/jobs/background.hpp"
#include "server/mail/compose.hpp"
#include "server/store/letters.hpp"

namespace jobs {

class outbox {
public:
    // Loads the wordings; throws notifications::bad_wording.
    outbox(const config::settings&, const letter_languages&, const teller&);

    // Offers what is due now, in transactions of its own; returns how many letters were offered.
    int send_due(store::database&);

private:
    void offer(store::database&, const store::leased_letter&);
    const config::settings& settings_;
    const teller& tell_;
    const mail::wording& wording_of(const std::string& language) const;
    std::map<std::string, mail::wording> wordings_;
};

}  // namespace jobs
