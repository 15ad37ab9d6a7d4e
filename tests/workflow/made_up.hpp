// The calendar of tests: the call closes on 30 June 2014 at 18:00 in Seoul, half an hour of grace.
#pragma once

#include "workflow/edition.hpp"

namespace made_up {

using namespace std::chrono_literals;

inline constexpr workflow::instant deadline{std::chrono::sys_days{std::chrono::year{2014} / 6 / 30} + 9h};

inline workflow::calendar dates() {
    return {"Asia/Seoul",    deadline - 720h, deadline,         30,
            deadline + 240h, deadline + 720h, deadline + 1000h, "2014-11-05"};
}

}  // namespace made_up
