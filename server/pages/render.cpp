#include "server/pages/render.hpp"

#include <algorithm>
#include <boost/locale.hpp>
#include <fstream>
#include <kainjow/mustache.hpp>
#include <set>
#include <unicode/uloc.h>

#include "server/pages/reader.hpp"
#include "server/pages/templates.hpp"

namespace pages {

template value to_value(const frame&, const reader_words&);
template value to_value(const field&, const reader_words&);
template value to_value(const table&, const reader_words&);

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

data to_data(value&& shown) {
    if (const auto* truth = std::get_if<bool>(&shown.held)) return data{*truth};
    if (const auto* text = std::get_if<std::string>(&shown.held)) return text->empty() ? data{false} : data{*text};
    if (auto* items = std::get_if<std::vector<value>>(&shown.held)) {
        kainjow::mustache::list list;
        list.reserve(items->size());
        for (auto& each : *items) list.push_back(to_data(std::move(each)));
        return data{list};
    }
    data object{data::type::object};
    for (auto& each : std::get<std::vector<member>>(shown.held)) {
        object[std::string{each.name}] = to_data(std::move(each.held));
    }
    return object;
}

// Looks a name up from the innermost section outwards, and throws where the library would print nothing.
class strict_context : public kainjow::mustache::basic_context<std::string> {
public:
    strict_context(std::string_view page, const data& view, const data& around) : page_(page), open_{&around, &view} {}

    void push(const data* section) override { open_.push_back(section); }
    void pop() override { open_.pop_back(); }
    const data* get_partial(const std::string& name) const override { return get(name); }

    const data* get(const std::string& name) const override {
        if (name == ".") return open_.back();
        const auto dot = name.find('.');
        const auto first = name.substr(0, dot);
        for (auto each = open_.rbegin(); each != open_.rend(); ++each) {
            if (const data* found = (*each)->get(first)) return dot == name.npos ? found : inside(found, name, dot);
        }
        throw template_error(page_ + ".html: the view has no \"" + name + "\"");
    }

private:
    const data* inside(const data* from, const std::string& name, std::size_t dot) const {
        while (dot != name.npos) {
            const auto next = name.find('.', dot + 1);
            const auto part = name.substr(dot + 1, next == name.npos ? next : next - dot - 1);
            from = from->get(part);
            if (from == nullptr) throw template_error(page_ + ".html: the view has no \"" + name + "\"");
            dot = next;
        }
        return from;
    }

    std::string page_;
    std::vector<const data*> open_;
};

struct collected {
    std::string text;
    collected& operator<<(const std::string& more) {
        text += more;
        return *this;
    }
};

std::map<std::string, std::string> read_manifest(const std::filesystem::path& assets) {
    std::map<std::string, std::string> names;
    if (assets.empty()) return names;
    std::ifstream file{assets / "manifest.txt"};
    if (!file) throw template_error("no manifest.txt in " + assets.string() + ": build the target assets");
    for (std::string name, hashed; file >> name >> hashed;) names[name] = hashed;
    return names;
}

std::string in_brackets(std::string_view text) { return "⟦" + std::string{text} + "⟧"; }

}  // namespace

struct catalogue::loaded {
    using by_name = std::map<std::string, std::unique_ptr<mustache>, std::less<>>;
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
            auto made = std::make_unique<mustache>(translated);
            if (!made->is_valid()) throw template_error(name + ".html: " + made->error_message());
            return made;
        };
        for (const auto& name : files.list_pages()) pages[language][name] = compile(name, files.with_layout(name));
        for (const auto& name : files.list_all()) {
            if (name != "layout/layout") parts[language][name] = compile(name, files.alone(name));
        }
    }

    // The library's render() is not const, but writes nothing into a template without lambdas and partials,
    // so that many threads may use one.
    std::string run(mustache& compiled, std::string_view name, value&& view, value&& around) const {
        std::vector<member> top;
        top.push_back({"frame", std::move(around)});
        const auto root = to_data(value{std::move(top)});
        const auto shown = to_data(std::move(view));
        strict_context context{name, shown, root};
        collected page;
        compiled.render(context, page);
        return std::move(page.text);
    }
};

translator gettext_translator(const std::filesystem::path& directory, const std::vector<std::string>& languages) {
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
    std::vector<std::string> languages;
    std::error_code is_missing;
    for (const auto& each : std::filesystem::directory_iterator{directory, is_missing})
        if (exists(each.path() / "LC_MESSAGES/wego-awards.mo")) languages.push_back(each.path().filename().string());
    std::sort(languages.begin(), languages.end());
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
catalogue::catalogue(catalogue&&) noexcept = default;

std::string catalogue::asset(std::string_view name) const {
    const auto found = loaded_->asset_names.find(std::string{name});
    if (found == loaded_->asset_names.end()) throw template_error("no asset " + std::string{name} + " was built");
    return loaded_->assets_address + found->second;
}

std::vector<std::string> catalogue::list_pages() const {
    std::vector<std::string> names;
    for (const auto& [name, page] : loaded_->pages.at("en")) names.push_back(name);
    return names;
}

std::vector<std::string> catalogue::list_texts() const { return {loaded_->texts.begin(), loaded_->texts.end()}; }

std::unique_ptr<reader_words> catalogue::reader_of(const frame& around) const {
    const auto language = loaded_->language_of(around.language);
    return make_reader(language, around.zone, [this, language](std::string_view text) {
        return loaded_->say_in(language, text);
    });
}

std::string catalogue::say(const phrase& said, const frame& around) const { return reader_of(around)->say(said); }

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
    return loaded_->run(*found->second, page, std::move(view), std::move(around));
}

std::string catalogue::fill_part(std::string_view part, value view, value around, const frame& given) const {
    const auto& parts = loaded_->parts.at(loaded_->language_of(given.language));
    const auto found = parts.find(part);
    if (found == parts.end()) throw template_error("no part " + std::string{part} + ".html");
    return loaded_->run(*found->second, part, std::move(view), std::move(around));
}

}  // namespace pages
