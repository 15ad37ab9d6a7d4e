#include "server/pages/countries.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stsearch.h>
#include <unicode/tblcoll.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace pages {
namespace {

struct country {
    std::string code, name;
};

// ICU lists these, which ISO 3166-1 only reserves: parts of Spain and an atoll of the United Kingdom.
constexpr std::string_view only_reserved[] = {"DG", "EA", "IC"};

std::vector<country> read_countries(const icu::Locale& language) {
    std::vector<country> all;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        if (std::ranges::count(only_reserved, std::string_view(*code)) > 0) continue;
        icu::UnicodeString shown;
        icu::Locale("", *code).getDisplayCountry(language, shown);
        all.push_back({*code, {}});
        shown.toUTF8String(all.back().name);
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(language, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no order of names");
    std::ranges::sort(all, [&](const country& one, const country& other) {
        UErrorCode compared = U_ZERO_ERROR;
        return order->compareUTF8(one.name, other.name, compared) == UCOL_LESS;
    });
    return all;
}

// Read once for each language: some 250 names, sorted.
const std::vector<country>& list_countries(const std::string& language) {
    static std::mutex one_at_a_time;
    static std::map<std::string, std::vector<country>> known;
    const std::scoped_lock lock(one_at_a_time);
    const auto found = known.find(language);
    if (found != known.end()) return found->second;
    return known.emplace(language, read_countries(icu::Locale(language.c_str()))).first->second;
}

struct country_names {
    std::string code;
    icu::UnicodeString all;  // in English and in the language of the country, one a line
};

const std::vector<country_names>& list_country_names() {
    static const auto names = [] {
        std::vector<country_names> read;
        for (const auto& one : list_countries("en")) {
            auto spoken = icu::Locale("und", one.code.c_str());
            UErrorCode status = U_ZERO_ERROR;
            spoken.addLikelySubtags(status);
            icu::UnicodeString own;
            icu::Locale("", one.code.c_str()).getDisplayCountry(spoken, own);
            read.push_back({one.code, icu::UnicodeString::fromUTF8(one.name) + u'\n' + own});
        }
        return read;
    }();
    return names;
}

const country* find_country(const std::string& code, const std::string& language = "en") {
    const auto& all = list_countries(language);
    const auto found = std::ranges::find(all, code, &country::code);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string name_of_country(const std::string& code) {
    return name_of_country(code, "en");
}

std::string name_of_country(const std::string& code, const std::string& language) {
    const auto* found = find_country(code, language);
    return found ? found->name : code;
}

std::vector<std::string> countries_named(const std::string& text) {
    std::vector<std::string> found;
    if (text.empty()) return found;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> letters(icu::Collator::createInstance(icu::Locale("en"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no order of names");
    letters->setStrength(icu::Collator::PRIMARY);
    const auto wanted = icu::UnicodeString::fromUTF8(text);
    for (const auto& names : list_country_names()) {
        UErrorCode searched = U_ZERO_ERROR;
        icu::StringSearch search(wanted, names.all, dynamic_cast<icu::RuleBasedCollator*>(letters.get()),
                                 nullptr, searched);
        if (search.first(searched) != USEARCH_DONE && U_SUCCESS(searched)) found.push_back(names.code);
    }
    return found;
}

bool is_country_code(const std::string& code) {
    return find_country(code) != nullptr;
}

std::vector<choice> country_choices(const std::string& language, const std::string& chosen) {
    std::vector<choice> choices;
    for (const auto& [code, name] : list_countries(language))
        choices.push_back({code, name, {}, code == chosen, ""});
    return choices;
}

}  // namespace pages
