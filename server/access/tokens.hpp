#pragma once
// Secrets that are made, given out once and kept only as hashes: session tokens, mailed links, anti-forgery
// tokens, recovery codes. All randomness comes from libsodium; nothing here knows a table.

#include "server/store/parameter.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace access_control {

// 256 random bits in base64url without padding: 43 characters.
std::string make_token();
// What the database keeps of a token: its SHA-256.
store::bytes hash_of(std::string_view token);

// The anti-forgery token of whoever holds this cookie: SHA-256 over it with a label of its own.
std::string csrf_token(std::string_view cookie);
// In constant time.
bool is_csrf_token(std::string_view given, std::string_view cookie);

// Ten codes like "K7QF-2M9D-XR4T" (60 bits each).
std::vector<std::string> make_recovery_codes();
// Blanks, hyphens and case do not matter.
store::bytes hash_of_recovery_code(std::string_view typed);

}  // namespace access_control
