#include "notifications/delivery.hpp"

#include <algorithm>

namespace notifications {

attempt_result meaning_of_reply(conversation_stage stage, int code) {
    if (code >= 200 && code < 300) return attempt_result::accepted;
    const bool speaks_of_this_letter =
        stage == conversation_stage::recipient || stage == conversation_stage::content;
    const bool mailbox_is_full = stage == conversation_stage::recipient && code == 552;
    // 530 and 538 ask for authentication or encryption wherever they come: our set-up, not the letter.
    const bool speaks_of_our_set_up = code == 530 || code == 534 || code == 535 || code == 538;
    if (code >= 500 && code < 600 && speaks_of_this_letter && !mailbox_is_full && !speaks_of_our_set_up)
        return attempt_result::lasting_failure;
    return attempt_result::temporary_failure;
}

namespace {

std::chrono::seconds delay_after(const retry_schedule& schedule, int attempts_made) {
    auto delay = schedule.first_delay;
    for (int made = 1; made < attempts_made && delay < schedule.longest_delay; ++made) delay *= 2;
    return std::min(delay, schedule.longest_delay);
}

}  // namespace

next_step after_attempt(const retry_schedule& schedule, occasion about, attempt_result result,
                        int attempts_made, workflow::instant queued_at, workflow::instant now) {
    if (result == attempt_result::accepted) return {delivery_state::accepted, std::nullopt};
    if (result == attempt_result::lasting_failure) return {delivery_state::refused, std::nullopt};

    const bool is_unknown = result == attempt_result::unknown;
    auto delay = delay_after(schedule, attempts_made);
    if (is_unknown)
        delay = is_waited_for(about) ? std::chrono::seconds{0} : std::max(delay, schedule.unknown_waits);
    const auto again = now + delay;
    if (attempts_made >= schedule.attempts || again > queued_at + schedule.gives_up_after)
        return {delivery_state::refused, std::nullopt};
    return {is_unknown ? delivery_state::unknown : delivery_state::queued, again};
}

}  // namespace notifications
