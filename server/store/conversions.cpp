#include "server/store/row.hpp"

#include "server/store/database.hpp"

#include <charconv>
#include <cstdio>

#include <sodium.h>

namespace store {

std::string to_text(std::string_view value) {
    if (value.find('\0') != std::string_view::npos) throw std::invalid_argument("text with a NUL");
    return std::string(value);
}

std::string to_text(std::int64_t value) {
    return std::to_string(value);
}

std::string to_text(bool value) {
    return value ? "true" : "false";
}

std::string to_text(workflow::instant value) {
    using namespace std::chrono;
    const auto day = floor<days>(value);
    const year_month_day date{day};
    const hh_mm_ss time{value - day};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d.%06d+00", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return text;
}

std::string to_text(const bytes& value) {
    std::string text(2 + 2 * value.data.size(), '\0');
    text[0] = '\\';
    text[1] = 'x';
    // sodium_bin2hex ends what it writes with a NUL, hence one more than the digits.
    std::string digits(2 * value.data.size() + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), reinterpret_cast<const unsigned char*>(value.data.data()),
                   value.data.size());
    text.replace(2, std::string::npos, digits, 0, 2 * value.data.size());
    return text;
}

std::string to_array(const std::vector<std::string>& elements) {
    std::string text = "{";
    for (const auto& element : elements) {
        if (text.size() > 1) text += ',';
        text += '"';
        for (const char character : element) {
            if (character == '"' || character == '\\') text += '\\';
            text += character;
        }
        text += '"';
    }
    return text + "}";
}

namespace {
template <class Number>
void parse_number(std::string_view text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw std::logic_error("not a number: " + std::string(text));
}
}  // namespace

void from_text(std::string_view text, std::int64_t& value) {
    parse_number(text, value);
}
void from_text(std::string_view text, double& value) {
    parse_number(text, value);
}
void from_text(std::string_view text, bool& value) {
    value = text == "t";
}

// timestamptz in the session's fixed shape: ISO, UTC (set when the connection opens).
void from_text(std::string_view text, workflow::instant& value) {
    using namespace std::chrono;
    int year_ = 0;
    unsigned month_ = 0, day_ = 0, hour = 0, minute = 0, second = 0;
    int used = 0;
    const std::string copy(text);
    if (std::sscanf(copy.c_str(), "%d-%u-%u %u:%u:%u%n", &year_, &month_, &day_, &hour, &minute, &second,
                    &used) != 6)
        throw std::logic_error("not an instant: " + copy);
    std::int64_t fraction = 0;
    if (copy[static_cast<std::size_t>(used)] == '.') {
        auto digit = static_cast<std::size_t>(used) + 1;
        for (std::int64_t unit = 100000; unit > 0; unit /= 10)
            if (copy[digit] >= '0' && copy[digit] <= '9') fraction += unit * (copy[digit++] - '0');
    }
    value = sys_days{year{year_} / month{month_} / day{day_}} + hours{hour} + minutes{minute} +
            seconds{second} + microseconds{fraction};
}

void from_text(std::string_view text, bytes& value) {
    if (!text.starts_with("\\x")) throw std::logic_error("not a bytea in hex");
    const auto digits = text.substr(2);
    value.data.assign(digits.size() / 2, '\0');
    std::size_t length = 0;
    if (sodium_hex2bin(reinterpret_cast<unsigned char*>(value.data.data()), value.data.size(), digits.data(),
                       digits.size(), nullptr, &length, nullptr) != 0 ||
        length != value.data.size())
        throw std::logic_error("not a bytea in hex");
}

void throw_not_found() {
    throw not_found{};
}

}  // namespace store
