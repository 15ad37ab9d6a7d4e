#pragma once
// Two things that a person decides for the clock and the public: that the edition is ready, so that the call
// opens at its time, and that the home page shows this one of several editions that run.

#include "server/features/office/page.hpp"

namespace features {

// Blocks of the overview; nothing where there is nothing to decide.
std::optional<pages::office_block> readiness_block(const workflow::edition&);
std::optional<pages::office_block> front_page_block(store::database&, const workflow::edition&);

feature say_ready, put_on_front_page;

}  // namespace features
