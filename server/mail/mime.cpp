#include "server/mail/mime.hpp"

#include <sodium.h>

#include <array>
#include <vector>

#include "notifications/letter.hpp"
#include "typed/addresses.hpp"

namespace mail {

namespace {

// A boundary that quoted-printable text cannot contain: there `=` is followed by two hex digits or a line
// end.
constexpr std::string_view boundary = "=_alternative_=";

std::size_t length_of_character(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool is_character(std::string_view bytes) {
    for (const char c : bytes.substr(1))
        if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) return false;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const unsigned char second = bytes.size() > 1 ? static_cast<unsigned char>(bytes[1]) : 0x80;
    const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool is_outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return !is_overlong && !is_outside;
}

std::vector<std::string_view> characters_of(std::string_view text) {
    std::vector<std::string_view> characters;
    while (!text.empty()) {
        const auto length = length_of_character(static_cast<unsigned char>(text[0]));
        if (length == 0 || length > text.size() || !is_character(text.substr(0, length)))
            throw unsendable("text that is not UTF-8");
        characters.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return characters;
}

std::string base64_of(std::string_view bytes) {
    std::string encoded(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    encoded.pop_back();
    return encoded;
}

bool needs_encoding(std::string_view value) {
    if (value.size() > 60 || value.find("=?") != value.npos) return true;
    for (const char c : value) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              std::string_view(" -_'!?+*/").find(c) != std::string_view::npos;
        if (!is_plain) return true;
    }
    return value.empty() || value.front() == ' ' || value.back() == ' ';
}

// RFC 2047: words of at most 75 characters, never cut within a character, each on its own folded line.
std::string header_text(std::string_view value) {
    constexpr std::size_t most_bytes = 39;
    const auto characters = characters_of(value);
    for (const auto character : characters)
        if (character.size() == 1 &&
            (static_cast<unsigned char>(character[0]) < ' ' || character[0] == '\x7f'))
            throw unsendable("a control character in a header");
    if (!needs_encoding(value)) return std::string(value);
    std::string result;
    std::string word;
    const auto finish_word = [&] {
        result += (result.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64_of(word) + "?=";
        word.clear();
    };
    for (const auto character : characters) {
        if (word.size() + character.size() > most_bytes) finish_word();
        word += character;
    }
    if (!word.empty()) finish_word();
    return result;
}

std::string mailbox(std::string_view name, std::string_view address) {
    const auto wire = typed::find_wire_address(address);
    if (!wire) throw unsendable("an address that is none");
    if (name.empty()) return "<" + *wire + ">";
    return header_text(name) + "\r\n <" + *wire + ">";
}

std::string hex_escape(char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {'=', digits[byte >> 4], digits[byte & 15]};
}

// One line. A dot at its beginning is written as its code, so that no server, however it reads line ends,
// finds the end of the message within it.
void add_quoted_line(std::string& result, std::string_view line) {
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        const bool is_last = at + 1 == line.size();
        const bool is_gap = c == ' ' || c == '\t';
        const bool is_plain = (c > ' ' && c < '\x7f' && c != '=') || (is_gap && !is_last);
        std::string token = is_plain ? std::string(1, c) : hex_escape(c);
        if (column + token.size() > 75) {
            result += "=\r\n";
            column = 0;
        }
        if (column == 0 && (c == '.' || c == 'F')) token = hex_escape(c);
        result += token;
        column += token.size();
    }
    result += "\r\n";
}

std::string quoted_printable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        add_quoted_line(result, text.substr(0, end));
        if (end == text.npos) break;
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    return result;
}

std::string part(std::string_view type, std::string_view text) {
    characters_of(text);
    return "--" + std::string(boundary) + "\r\nContent-Type: " + std::string(type) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted_printable(text);
}

// Only mail_date() makes dates; whatever else came here is refused.
const std::string& checked_date(const std::string& date) {
    const bool is_plain = date.find_first_not_of("0123456789,:+ JFMASONDTWabcdeghilnoprtuvy") == date.npos;
    if (date.size() != std::string_view("Wed, 05 Nov 2014 09:00:00 +0000").size() || !is_plain)
        throw unsendable("a date that is none");
    return date;
}

}  // namespace

std::string as_mime(const message& message) {
    if (typed::find_wire_address(message.message_id) != message.message_id)
        throw unsendable("a Message-ID that is none");
    std::string mime = "Date: " + checked_date(message.date) + "\r\n";
    mime += "From: " + mailbox(message.from_name, message.from_address) + "\r\n";
    mime += "To: " + mailbox(message.to_name, message.to_address) + "\r\n";
    mime += "Subject: " + header_text(message.subject) + "\r\n";
    mime += "Message-ID: <" + message.message_id + ">\r\n";
    mime += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    mime += "Content-Type: multipart/alternative; boundary=\"" + std::string(boundary) + "\"\r\n\r\n";
    mime += part("text/plain", message.text) + part("text/html", message.html);
    mime += "--" + std::string(boundary) + "--\r\n";
    return mime;
}

std::string mail_date(std::chrono::sys_seconds when) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(when - day);
    const auto two = [](auto number) {
        const auto digits = std::to_string(number);
        return digits.size() < 2 ? "0" + digits : digits;
    };
    return std::string(days[std::chrono::weekday(day).c_encoding()]) + ", " +
           two(static_cast<unsigned>(date.day())) + " " + months[static_cast<unsigned>(date.month()) - 1] +
           " " + std::to_string(static_cast<int>(date.year())) + " " + two(time.hours().count()) + ":" +
           two(time.minutes().count()) + ":" + two(time.seconds().count()) + " +0000";
}

std::string message_id_of(std::string_view event, std::string_view recipient_address,
                          std::string_view domain) {
    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    const std::string both =
        std::to_string(event.size()) + ":" + std::string(event) + std::string(recipient_address);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(both.data()),
                       both.size(), nullptr, 0);
    std::array<char, 33> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return std::string(hex.data()) + "@" + std::string(domain);
}

}  // namespace mail
