#include <cctype>

#include "notifications/certificate.hpp"

namespace notifications {

namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t digit_count = 26;  // 26 × 5 bits hold the 128, the first two stay zero

using serial_digits = std::array<std::uint8_t, digit_count>;

// Doubling in the field of 32 elements (x⁵ = x² + 1): its powers 1, 2, 4, … differ for 31 places, and
// that is why the check digit finds every exchange of two digits, not only of neighbours.
constexpr std::uint8_t doubled(std::uint8_t element) {
    const unsigned twice = element << 1;
    return static_cast<std::uint8_t>(twice & 32u ? twice ^ 0b100101u : twice);
}

constexpr std::uint8_t check_digit_of(const serial_digits& number) {
    std::uint8_t sum = 0;
    for (const auto digit : number) sum = doubled(static_cast<std::uint8_t>(sum ^ digit));
    return sum;
}

serial_digits digits_of(const certificate_number& number) {
    serial_digits result{};
    for (std::size_t bit = 0; bit < 128; ++bit)
        if (number[bit / 8] >> (7 - bit % 8) & 1u) {
            const std::size_t place = bit + 2;
            result[place / 5] = static_cast<std::uint8_t>(result[place / 5] | 1u << (4 - place % 5));
        }
    return result;
}

certificate_number number_of(const serial_digits& written) {
    certificate_number result{};
    for (std::size_t bit = 0; bit < 128; ++bit) {
        const std::size_t place = bit + 2;
        if (written[place / 5] >> (4 - place % 5) & 1u)
            result[bit / 8] = static_cast<std::uint8_t>(result[bit / 8] | 1u << (7 - bit % 8));
    }
    return result;
}

std::optional<std::uint8_t> find_digit(char typed) {
    char digit = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    if (digit == 'O') digit = '0';
    if (digit == 'I' || digit == 'L') digit = '1';
    const auto at = digits.find(digit);
    if (at == digits.npos) return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

}  // namespace

std::string serial_of(const certificate_number& number) {
    const auto written = digits_of(number);
    std::string serial;
    for (std::size_t place = 0; place < digit_count; ++place) {
        if (place > 0 && place % 4 == 0) serial += '-';
        serial += digits[written[place]];
    }
    return serial + digits[check_digit_of(written)];
}

std::optional<certificate_number> find_number(std::string_view typed) {
    serial_digits written{};
    std::size_t place = 0;
    std::uint8_t check = 0;
    for (const char c : typed) {
        if (c == '-' || c == ' ') continue;
        const auto digit = find_digit(c);
        if (!digit || place > digit_count) return std::nullopt;
        (place < digit_count ? written[place] : check) = *digit;
        ++place;
    }
    // More than 128 bits cannot have been printed.
    if (place != digit_count + 1 || written[0] > 7 || check != check_digit_of(written)) return std::nullopt;
    return number_of(written);
}

}  // namespace notifications
