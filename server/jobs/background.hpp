#pragma once
// What the service does without being asked: the outbox sends letters, the clock moves editions whose instant
// has come. One thread with connections of its own. Started and stopped by the application; a failure is told
// and tried again, never the end of the thread.

#include "config/settings.hpp"
#include "notifications/wording.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace jobs {

// What the jobs tell; implemented by server/observations.
struct teller {
    std::function<void(std::string_view job, std::string_view what)> failed;
    std::function<void(std::string_view occasion, std::string_view outcome)> letter;
    std::function<void(std::string_view slug, std::string_view action)> edition_moved;
};

// By language, as people have it in their account; English is always among them.
using letter_languages = std::map<std::string, notifications::translator>;

class background {
public:
    // `public_changed` is called after a transaction that changed what the public sees.
    background(const config::settings&, const letter_languages&, teller,
               std::function<void()> public_changed);
    ~background();
    void start();
    void stop();

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace jobs
