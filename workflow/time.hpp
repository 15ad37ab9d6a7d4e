#pragma once
// The one type of a moment. The domain has no clock: whoever calls passes `now`, which on the
// server is the database's time.

#include <chrono>

namespace workflow {

// UTC, to the microsecond, as PostgreSQL keeps it.
using instant = std::chrono::sys_time<std::chrono::microseconds>;

}  // namespace workflow
