#pragma once
// Checking a certificate by its number.

#include "server/features/frame/visit.hpp"

namespace features {

feature search_certificate, check_certificate;

}  // namespace features
