#include "server/access/one_time_codes.hpp"
#include "typed/numbers.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <cstdlib>
#include <stdexcept>

namespace access_control {
namespace {

constexpr std::int64_t step_seconds = 30;

std::int64_t step_of(workflow::instant now) {
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / step_seconds;
}

std::string code_of_step(std::string_view secret, std::int64_t step) {
    char code[7] = "";
    if (oath_totp_generate(secret.data(), secret.size(), static_cast<time_t>(step * step_seconds),
                           step_seconds, 0, 6, code) != OATH_OK)
        throw std::runtime_error("liboath could not make a code");
    return code;
}

std::string base32(std::string_view raw) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(raw.data(), raw.size(), &text, &length) != OATH_OK)
        throw std::runtime_error("liboath could not encode a secret");
    std::string copy(text, length);
    std::free(text);
    return copy;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const unsigned char sign : text) {
        if ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') ||
            sign == '-' || sign == '.' || sign == '_' || sign == '~') {
            encoded += static_cast<char>(sign);
        } else {
            encoded += '%';
            encoded += digits[sign >> 4];
            encoded += digits[sign & 15];
        }
    }
    return encoded;
}

}  // namespace

std::string make_totp_secret() {
    std::string secret(20, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::string shown_secret(std::string_view secret) {
    const auto text = base32(secret);
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) grouped += ' ';
        grouped += text[i];
    }
    return grouped;
}

std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account) {
    return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
           "?secret=" + base32(secret) + "&issuer=" + percent_encoded(issuer) +
           "&algorithm=SHA1&digits=6&period=30";
}

std::optional<std::int64_t> find_totp_step(std::string_view secret, std::string_view typed,
                                           workflow::instant now) {
    std::string digits;
    for (const char sign : typed::plain_digits(typed))
        if (sign != ' ' && sign != '-') digits += sign;
    if (digits.size() != 6) return std::nullopt;
    std::optional<std::int64_t> found;
    for (const auto step : {step_of(now) - 1, step_of(now), step_of(now) + 1}) {
        const auto code = code_of_step(secret, step);
        if (sodium_memcmp(code.data(), digits.data(), digits.size()) == 0) found = step;
    }
    return found;
}

std::string totp_code(std::string_view secret, workflow::instant now) {
    return code_of_step(secret, step_of(now));
}

}  // namespace access_control
