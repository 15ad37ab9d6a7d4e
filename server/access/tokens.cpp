#include "server/access/tokens.hpp"

#include <sodium.h>

#include <array>
#include <cctype>

namespace access_control {
namespace {

std::string base64(std::string_view raw) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(raw.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(raw.data()),
                      raw.size(), variant);
    text.pop_back();
    return text;
}

std::string sha256(std::string_view text) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return digest;
}

}  // namespace

std::string make_token() {
    std::string raw(32, '\0');
    randombytes_buf(raw.data(), raw.size());
    return base64(raw);
}

store::bytes hash_of(std::string_view token) {
    return {sha256(token)};
}

std::string csrf_token(std::string_view cookie) {
    return base64(sha256("anti-forgery:" + std::string(cookie)));
}

bool is_csrf_token(std::string_view given, std::string_view cookie) {
    const auto expected = csrf_token(cookie);
    return given.size() == expected.size() &&
           sodium_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

std::vector<std::string> make_recovery_codes() {
    // 32 signs without those that people mix up (0 O, 1 I L).
    static constexpr std::string_view signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::vector<std::string> codes(10);
    for (auto& code : codes)
        for (int i = 0; i < 12; ++i) {
            if (i == 4 || i == 8) code += '-';
            code += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
        }
    return codes;
}

store::bytes hash_of_recovery_code(std::string_view typed) {
    std::string bare;
    for (const unsigned char sign : typed)
        if (std::isalnum(sign)) bare += static_cast<char>(std::toupper(sign));
    return {sha256("recovery:" + bare)};
}

}  // namespace access_control
