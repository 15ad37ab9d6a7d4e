#pragma once
// Reads the template files and makes finished texts of them: rules checked, partials put in, assets
// addressed, marks translated. catalogue calls it at the start; nothing of it happens when a page is
// rendered.

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace pages {

// A page before translation: its title and its content, partials and assets put in.
struct page_text {
    std::string title;
    std::string content;
};

class template_files {
public:
    using asset_address = std::function<std::string(const std::string& name)>;

    // Reads DIR/**/*.html. Throws template_error naming the file and the rule that it breaks.
    template_files(const std::filesystem::path& directory, const asset_address&);

    // Every file that is a page: all but the layout and components/.
    std::set<std::string> list_pages() const;

    // The page inside the layout, ready to be translated.
    std::string with_layout(const std::string& page) const;

    // A file by itself, without its title.
    std::string alone(const std::string& name) const;

    bool has(const std::string& name) const { return texts_.contains(name); }
    std::set<std::string> list_all() const;

private:
    std::string expanded(const std::string& name, int depth) const;
    std::map<std::string, std::string> texts_;
};

// Every {{#t}}…{{/t}} becomes what `translate` makes of its text, white space as one blank. Throws
// template_error if a translation has a name that the text has not, or markup that Mustache would take raw.
std::string translate_marks(std::string_view text,
                            const std::function<std::string(const std::string&)>& translate);

}  // namespace pages
