#pragma once
// The composition root: makes everything from the settings, starts it and stops it in order. Called by main.

#include "config/settings.hpp"

namespace app {

// Serves until SIGINT or SIGTERM, then lets what is under way finish. Returns the exit status.
int serve(const config::settings&);

}  // namespace app
