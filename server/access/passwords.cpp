#include "server/access/passwords.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <mutex>
#include <new>

namespace access_control {
namespace {

constexpr std::size_t longest = 1024;

// The stems of the lists of leaked passwords; a longer password made of one of them and digits is no better.
constexpr std::array<std::string_view, 24> common_stems{
    "password", "passw0rd", "qwerty",        "qwertyuiop", "asdfgh",   "asdfghjkl", "zxcvbnm",  "letmein",
    "welcome",  "iloveyou", "administrator", "admin",      "monkey",   "dragon",    "football", "baseball",
    "princess", "sunshine", "master",        "secret",     "changeme", "abc",       "test",     "wego"};

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const unsigned char sign : text)
        if (std::isalpha(sign)) letters += static_cast<char>(std::tolower(sign));
    return letters;
}

bool is_common(std::string_view password, std::string_view email) {
    if (std::all_of(password.begin(), password.end(), [&](char sign) { return sign == password.front(); }))
        return true;
    const auto letters = letters_of(password);
    if (letters.empty())
        return std::all_of(password.begin(), password.end(), [](unsigned char sign) {
            return std::isdigit(sign) || std::isspace(sign) || std::ispunct(sign);
        });
    if (const auto name = email.substr(0, email.find('@')); !name.empty() && letters == letters_of(name))
        return true;
    // The stem, once or several times, and nothing else but digits and signs.
    return std::any_of(common_stems.begin(), common_stems.end(), [&](std::string_view stem) {
        auto rest = std::string_view(letters);
        const auto plain = letters_of(stem);
        if (plain.empty()) return false;
        while (rest.starts_with(plain)) rest.remove_prefix(plain.size());
        return rest.empty();
    });
}

const std::string& hash_of_nothing(const password_cost& cost) {
    static std::once_flag once;
    static std::string hash;
    std::call_once(once, [&] { hash = hash_password("a password that nobody has", cost); });
    return hash;
}

}  // namespace

std::string hash_password(std::string_view password, const password_cost& cost) {
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(
            hash.data(), password.data(), password.size(), static_cast<unsigned long long>(cost.passes),
            static_cast<std::size_t>(cost.memory_kib) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    hash.resize(hash.find('\0'));
    return hash;
}

bool is_password(std::string_view password, std::string_view hash, const password_cost& cost) {
    if (password.size() > longest) return false;
    const std::string known(hash.empty() ? std::string_view(hash_of_nothing(cost)) : hash);
    const bool matches = crypto_pwhash_str_verify(known.c_str(), password.data(), password.size()) == 0;
    return matches && !hash.empty();
}

password_problem check_password(std::string_view password, int minimum_length, std::string_view email) {
    // Characters, not bytes: a byte that continues a UTF-8 sequence does not count.
    const auto characters = std::count_if(password.begin(), password.end(), [](char sign) {
        return (static_cast<unsigned char>(sign) & 0xC0) != 0x80;
    });
    if (characters < minimum_length) return password_problem::too_short;
    if (password.size() > longest) return password_problem::too_long;
    return is_common(password, email) ? password_problem::too_common : password_problem::none;
}

}  // namespace access_control
