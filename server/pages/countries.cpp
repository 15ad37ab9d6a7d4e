#include "server/pages/countries.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>

#include <algorithm>
#include <memory>

namespace pages {
namespace {

std::string english_name(const std::string& code) {
    icu::UnicodeString shown;
    icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    return name;
}

std::vector<country> read_countries() {
    std::vector<country> all;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
        all.push_back({*code, english_name(*code)});
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(icu::Locale::getEnglish(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no order of names");
    std::ranges::sort(all, [&](const country& one, const country& other) {
        UErrorCode compared = U_ZERO_ERROR;
        return order->compareUTF8(one.name, other.name, compared) == UCOL_LESS;
    });
    return all;
}

}  // namespace

const std::vector<country>& list_countries() {
    static const auto all = read_countries();
    return all;
}

std::string name_of_country(const std::string& code) {
    const auto found = std::ranges::find(list_countries(), code, &country::code);
    return found == list_countries().end() ? code : found->name;
}

std::vector<choice> country_choices(const std::string& chosen) {
    std::vector<choice> choices;
    for (const auto& [code, name] : list_countries()) choices.push_back({code, name, {}, code == chosen, ""});
    return choices;
}

bool is_country_code(const std::string& code) {
    return std::ranges::find(list_countries(), code, &country::code) != list_countries().end();
}

}  // namespace pages
