#include "server/pages/render.hpp"

#include <unicode/uloc.h>
#include <algorithm>
#include <boost/locale.hpp>
#include <fstream>
#include <set>

#include "server/pages/compiled.hpp"
#include "server/pages/reader.hpp"
#include "server/pages/templates.hpp"

namespace pages {

template value to_value(const frame&, const reader_words&);
template value to_value(const field&, const reader_words&);
template value to_value(const table&, const reader_words&);

namespace {

std::map<std::string, std::string> read_manifest(const std::filesystem::path& assets) {
    std::map<std::string, std::string> names;
    if (assets.empty()) return names;
    std::ifstream file{assets / "manifest.txt"};
    if (!file) throw template_error("no manifest.txt in " + assets.string() + ": build the target assets");
    for (std::string name, hashed; file >> name >> hashed;) names[name] = hashed;
    return names;
}

std::string in_brackets(std::string_view text) {
    return "⟦" + std::string{text} + "⟧";
}

}  // namespace

struct catalogue::loaded {
    using by_name = std::map<std::string, std::unique_ptr<const compiled>, std::less<>>;
    std::map<std::string, by_name, std::less<>> pages;  // by language
    std::map<std::string, by_name, std::less<>> parts;
    std::set<std::string> texts;
    std::map<std::string, std::string> asset_names;
    std::string assets_address;
    translator translate;

    // What the reader's language is among those that are loaded: "fr-CA" reads "fr", a stranger English.
    std::string language_of(const std::string& wanted) const {
        if (pages.contains(wanted)) return wanted;
        const auto primary = wanted.substr(0, wanted.find('-'));
        return pages.contains(primary) ? primary : "en";
    }

    std::string say_in(std::string_view language, std::string_view text) const {
        if (language == pseudo_language) return in_brackets(text);
        return translate ? translate(language, text) : std::string{text};
    }

    void load(const template_files& files, const std::string& language) {
        const auto compile = [&](const std::string& name, const std::string& text) {
            const auto translated = translate_marks(text, [&](const std::string& marked) {
                texts.insert(marked);
                return say_in(language, marked);
            });
            return std::make_unique<const compiled>(name, translated);
        };
        for (const auto& name : files.list_pages())
            pages[language][name] = compile(name, files.with_layout(name));
        for (const auto& name : files.list_all()) {
            if (name != "frame/layout") parts[language][name] = compile(name, files.alone(name));
        }
    }

    static std::string run(const compiled& page, const value& view, value&& around) {
        value root{std::vector<member>{}};
        std::get<std::vector<member>>(root.held).push_back({"frame", std::move(around)});
        return page.fill(view, root);
    }
};

translator gettext_translator(const std::filesystem::path& directory,
                              const std::vector<std::string>& languages) {
    boost::locale::generator generator;
    generator.add_messages_path(directory.string());
    generator.add_messages_domain("wego-awards");
    std::map<std::string, std::locale, std::less<>> locales;
    for (const auto& language : languages) locales.emplace(language, generator(language + ".UTF-8"));
    return [locales = std::move(locales)](std::string_view language, std::string_view text) {
        const auto found = locales.find(language);
        const std::string original{text};
        return found == locales.end() ? original : boost::locale::translate(original).str(found->second);
    };
}

std::vector<std::string> list_languages(const std::filesystem::path& directory) {
    std::set<std::string> found;
    if (std::filesystem::is_directory(directory))
        for (const auto& entry : std::filesystem::directory_iterator(directory))
            if (std::filesystem::exists(entry.path() / "LC_MESSAGES/wego-awards.mo"))
                found.insert(entry.path().filename());
    found.erase("en");
    std::vector<std::string> languages{"en"};
    languages.insert(languages.end(), found.begin(), found.end());
    return languages;
}

catalogue::catalogue(const catalogue_source& source) : loaded_(std::make_unique<loaded>()) {
    loaded_->asset_names = read_manifest(source.assets);
    loaded_->assets_address = source.assets_address;
    loaded_->translate = source.translate;
    const template_files files{source.templates, [&](const std::string& name) { return asset(name); }};
    for (const auto& language : source.languages) loaded_->load(files, language);
    if (!loaded_->pages.contains("en")) loaded_->load(files, "en");
}

catalogue::~catalogue() = default;

std::string catalogue::asset(std::string_view name) const {
    const auto found = loaded_->asset_names.find(std::string{name});
    if (found == loaded_->asset_names.end())
        throw template_error("no asset " + std::string{name} + " was built");
    return loaded_->assets_address + found->second;
}

std::vector<std::string> catalogue::list_pages() const {
    std::vector<std::string> names;
    for (const auto& [name, page] : loaded_->pages.at("en")) names.push_back(name);
    return names;
}

std::vector<std::string> catalogue::list_texts() const {
    return {loaded_->texts.begin(), loaded_->texts.end()};
}

std::unique_ptr<reader_words> catalogue::reader_of(const frame& around) const {
    const auto language = loaded_->language_of(around.language);
    return make_reader(language, around.zone,
                       [this, language](std::string_view text) { return loaded_->say_in(language, text); });
}

std::string catalogue::say(const phrase& said, const frame& around) const {
    return reader_of(around)->say(said);
}

std::string catalogue::fill(std::string_view page, value view, value around, const frame& given) const {
    const auto language = loaded_->language_of(given.language);
    const auto& pages = loaded_->pages.at(language);
    const auto found = pages.find(page);
    if (found == pages.end()) throw template_error("no page " + std::string{page} + ".html");
    auto& members = std::get<std::vector<member>>(around.held);
    members.push_back({"direction", {std::string{uloc_isRightToLeft(language.c_str()) ? "rtl" : "ltr"}}});
    members.push_back({"has_errors", {!given.errors.empty()}});
    members.push_back({"has_navigation", {!given.navigation.empty()}});
    members.push_back({"has_breadcrumbs", {!given.breadcrumbs.empty()}});
    return loaded::run(*found->second, view, std::move(around));
}

std::string catalogue::fill_part(std::string_view part, value view, value around, const frame& given) const {
    const auto& parts = loaded_->parts.at(loaded_->language_of(given.language));
    const auto found = parts.find(part);
    if (found == parts.end()) throw template_error("no part " + std::string{part} + ".html");
    return loaded::run(*found->second, view, std::move(around));
}

}  // namespace pages
