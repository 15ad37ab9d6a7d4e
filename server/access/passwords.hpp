#pragma once
// Passwords by Argon2id (RFC 9106) through libsodium. A verification takes tens of milliseconds of a core by
// design: routes that call this run in the slow pool.

#include <string>
#include <string_view>

namespace access_control {

struct password_cost {
    int passes = 2;
    int memory_kib = 64 * 1024;
};

// The hash in its own text form, with salt and cost inside. Throws std::bad_alloc when memory runs out.
std::string hash_password(std::string_view password, const password_cost&);

// With an empty hash it takes the same time and says no, so that nobody learns whether an account exists.
bool is_password(std::string_view password, std::string_view hash, const password_cost&);

// Why this password cannot be taken: too short, too long, or among the most common ones; empty when it can.
enum class password_problem { none, too_short, too_long, too_common };
password_problem check_password(std::string_view password, int minimum_length, std::string_view email);

}  // namespace access_control
