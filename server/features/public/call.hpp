#pragma once
// The front page, the call of an edition and its questions.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_front_page, show_call, show_questions;

}  // namespace features
