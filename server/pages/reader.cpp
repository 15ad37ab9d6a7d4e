#include "server/pages/reader.hpp"

#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <map>
#include <stdexcept>
#include <tuple>

namespace pages {
namespace {

// Dates in plain English are read by the whole world: day before month.
icu::Locale icu_locale(const std::string& language) {
    return icu::Locale{language == "en" || language == "qps" ? "en_GB" : language.c_str()};
}

std::string utf8(const icu::UnicodeString& text) {
    std::string converted;
    return text.toUTF8String(converted);
}

// Making a formatter costs a hundred times what using it does, and ICU's are not shared between threads.
const icu::SimpleDateFormat& formatter(const std::string& language, const std::string& zone,
                                       const char* skeleton) {
    thread_local std::map<std::tuple<std::string, std::string, std::string>, icu::SimpleDateFormat> kept;
    const auto key = std::tuple{language, zone, std::string{skeleton}};
    if (const auto found = kept.find(key); found != kept.end()) return found->second;
    UErrorCode status = U_ZERO_ERROR;
    const auto locale = icu_locale(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns{
        icu::DateTimePatternGenerator::createInstance(locale, status)};
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no dates for " + language);
    // V… is no part of a pattern that languages order, so it is taken as it stands.
    const icu::UnicodeString wanted{skeleton};
    const auto pattern = skeleton[0] == 'V' ? wanted : patterns->getBestPattern(wanted, status);
    icu::SimpleDateFormat made{pattern, locale, status};
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no dates for " + language);
    made.adoptTimeZone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    return kept.emplace(key, made).first->second;
}

UDate icu_date(workflow::instant at) {
    return static_cast<UDate>(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count());
}

std::string formatted(const std::string& language, const std::string& zone, const char* skeleton, UDate at) {
    icu::UnicodeString text;
    return utf8(formatter(language, zone, skeleton).format(at, text));
}

std::string iso(workflow::instant at) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(at);
    const auto date = std::chrono::floor<std::chrono::days>(whole);
    const std::chrono::year_month_day parts{date};
    const std::chrono::hh_mm_ss time{whole - date};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int{parts.year()},
                  unsigned{parts.month()}, unsigned{parts.day()}, int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    return text;
}

class icu_reader : public reader_words {
public:
    icu_reader(std::string language, std::string zone, std::function<std::string(std::string_view)> translate)
        : language_(std::move(language)), zone_(std::move(zone)), translate_(std::move(translate)) {}

    // Only what stands in the text is replaced, once: a value that holds "{name}" stays as it is.
    std::string say(const phrase& said) const override {
        if (!said.translated) return said.text;
        const auto text = translate_(said.text);
        std::string filled;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text[at] == '{' ? text.find('}', at) : std::string::npos;
            const phrase_value* with =
                end == std::string::npos ? nullptr : find(said, text.substr(at + 1, end - at - 1));
            if (with == nullptr) {
                filled += text[at++];
            } else {
                filled += with->said ? say(*with->said) : with->at ? in_a_sentence(*with->at) : with->text;
                at = end + 1;
            }
        }
        return filled;
    }

    std::string write(const number& shown) const override {
        UErrorCode status = U_ZERO_ERROR;
        using namespace icu::number;
        const auto text = NumberFormatter::withLocale(icu_locale(language_))
                              .precision(Precision::fixedFraction(shown.decimals))
                              .scale(Scale::powerOfTen(-shown.decimals))
                              .formatInt(shown.units, status)
                              .toString(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU cannot write a number in " + language_);
        return utf8(text);
    }

    std::string write(const day& shown) const override {
        const auto at = workflow::instant{std::chrono::sys_days{shown.date}.time_since_epoch()};
        return formatted(language_, "UTC", "yMMMMd", icu_date(at));
    }

    value show(const moment& shown) const override {
        const auto& zone = shown.zone.empty() ? zone_ : shown.zone;
        const auto at = icu_date(shown.at);
        const auto [there, utc] = in_both_zones(shown.at, zone);
        std::vector<member> parts;
        parts.push_back({"edition", {there}});
        parts.push_back({"utc", {utc}});
        parts.push_back({"iso", {iso(shown.at)}});
        parts.push_back({"short", {formatted(language_, zone, "yMMMdHHmm", at)}});
        parts.push_back({"date", {formatted(language_, zone, "yMMMMd", at)}});
        return {std::move(parts)};
    }

private:
    // E4: in the edition's zone, and in UTC where that is another one.
    std::pair<std::string, std::string> in_both_zones(workflow::instant instant,
                                                      const std::string& zone) const {
        const auto at = icu_date(instant);
        const auto written = [&](const std::string& where) {
            return formatted(language_, where, "yMMMMdHHmm", at);
        };
        auto utc = say(t("{moment} UTC", {{"moment", written("UTC")}}));
        if (zone == "UTC" || zone == "Etc/UTC") return {utc, {}};
        const auto city = formatted(language_, zone, "VVV", at);
        return {say(t("{moment}, {city} time", {{"moment", written(zone)}, {"city", city}})), std::move(utc)};
    }

    std::string in_a_sentence(workflow::instant at) const {
        const auto [there, utc] = in_both_zones(at, zone_);
        return utc.empty() ? there : there + " (" + utc + ")";
    }

    static const phrase_value* find(const phrase& said, const std::string& name) {
        for (const auto& [known, with] : said.values) {
            if (known == name) return &with;
        }
        return nullptr;
    }

    std::string language_;
    std::string zone_;
    std::function<std::string(std::string_view)> translate_;
};

}  // namespace

std::unique_ptr<reader_words> make_reader(std::string language, std::string zone,
                                          std::function<std::string(std::string_view)> say) {
    return std::make_unique<icu_reader>(std::move(language), std::move(zone), std::move(say));
}

}  // namespace pages
