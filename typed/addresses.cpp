#include "typed/addresses.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace typed {
namespace {

bool is_letter_or_digit(char one) {
    return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
}

bool is_digit(char one) {
    return one >= '0' && one <= '9';
}

std::string in_small_letters(std::string_view ascii) {
    std::string small(ascii);
    for (char& one : small)
        if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
    return small;
}

// A domain in both spellings; empty when IDNA refuses it.
struct domain {
    std::string shown, wire;
};

domain read_domain(std::string_view typed) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<const icu::IDNA> rules{
        icu::IDNA::createUTS46Instance(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                           UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                                       status)};
    if (U_FAILURE(status) || !rules) throw std::runtime_error("ICU has no rules for domains");
    const icu::StringPiece given(typed.data(), static_cast<std::int32_t>(typed.size()));
    domain both;
    icu::IDNAInfo on_the_wire, as_shown;
    icu::StringByteSink<std::string> wire(&both.wire), shown(&both.shown);
    rules->nameToASCII_UTF8(given, wire, on_the_wire, status);
    rules->nameToUnicodeUTF8(given, shown, as_shown, status);
    const bool has_labels = both.wire.find('.') != std::string::npos && both.wire.back() != '.';
    if (U_FAILURE(status) || on_the_wire.hasErrors() || as_shown.hasErrors() || !has_labels) return {};
    // The last label of a name is no number: that would be an address of the network.
    const auto last = both.wire.substr(both.wire.rfind('.') + 1);
    return std::ranges::all_of(last, is_digit) ? domain{} : both;
}

bool is_local_part(std::string_view local) {
    if (local.empty() || local.size() > 64 || local.front() == '.' || local.back() == '.' ||
        local.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(local, [](char one) {
        return is_letter_or_digit(one) ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").find(one) != std::string_view::npos;
    });
}

struct mail_address {
    std::string local;
    domain at;
};

std::optional<mail_address> read_mail_address(std::string_view typed) {
    const auto at = typed.rfind('@');
    if (at == std::string_view::npos || typed.size() > 1000 || !is_local_part(typed.substr(0, at)))
        return std::nullopt;
    mail_address read{in_small_letters(typed.substr(0, at)), read_domain(typed.substr(at + 1))};
    if (read.at.wire.empty() || read.local.size() + 1 + read.at.wire.size() > 254) return std::nullopt;
    return read;
}

}  // namespace

std::optional<std::string> find_mail_address(std::string_view typed) {
    const auto read = read_mail_address(typed);
    return read ? std::optional(read->local + "@" + read->at.shown) : std::nullopt;
}

std::optional<std::string> find_wire_address(std::string_view typed) {
    const auto read = read_mail_address(typed);
    return read ? std::optional(read->local + "@" + read->at.wire) : std::nullopt;
}

bool is_mail_address(std::string_view typed) {
    return read_mail_address(typed).has_value();
}

bool is_web_address(std::string_view text) {
    const auto scheme_end = text.find("://");
    if (scheme_end == std::string_view::npos) return false;
    const auto scheme = in_small_letters(text.substr(0, scheme_end));
    if (scheme != "https" && scheme != "http") return false;
    text.remove_prefix(scheme_end + 3);
    const bool is_clean = std::ranges::none_of(text, [](unsigned char one) {
        return one <= ' ' || one == 0x7f || one == '"' || one == '<' || one == '>' || one == '\\';
    });
    auto host = text.substr(0, text.find_first_of("/?#"));
    if (const auto port = host.find(':'); port != std::string_view::npos) {
        const auto number = host.substr(port + 1);
        if (number.empty() || number.size() > 5 || !std::ranges::all_of(number, is_digit)) return false;
        host = host.substr(0, port);
    }
    return is_clean && host.size() <= 1000 && !read_domain(host).wire.empty();
}

}  // namespace typed
