#pragma once
// One-time codes by time (TOTP, RFC 6238: SHA-1, 30 s, six digits) through liboath.

#include "workflow/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace access_control {

// 160 random bits.
std::string make_totp_secret();
// As people type it: base32 in groups of four.
std::string shown_secret(std::string_view secret);
// What the QR code holds: otpauth://totp/…
std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account);

// The time step whose code this is: of now, the one before or the one after; nothing when none fits. The
// caller remembers the step, so that a code is good for once.
std::optional<std::int64_t> find_totp_step(std::string_view secret, std::string_view typed,
                                           workflow::instant now);

// The code of this moment, for the demonstration's command `user code`.
std::string totp_code(std::string_view secret, workflow::instant now);

}  // namespace access_control
