#include "server/mail/compose.hpp"

#include <fstream>
#include <iterator>
#include <kainjow/mustache.hpp>

#include "server/mail/letter_markup.hpp"
#include "workflow/names.hpp"

namespace mail {

namespace {

namespace mustache = kainjow::mustache;
using notifications::bad_wording;

// Mustache lets an unknown name vanish; a letter with a hole in it must not leave the house.
class strict_context : public mustache::context<std::string> {
public:
    explicit strict_context(const mustache::data& known) : context(&known) {}
    const mustache::data* get(const std::string& name) const override {
        if (const auto* found = context::get(name)) return found;
        throw bad_wording("the wording asks for «" + name + "», which the letter does not know");
    }
    const mustache::data* get_partial(const std::string& name) const override {
        throw bad_wording("a wording cannot include «" + name + "»");
    }
};

mustache::data as_data(const notifications::value& known) {
    if (const auto* text = std::get_if<std::string>(&known)) return mustache::data(*text);
    if (const auto* flag = std::get_if<bool>(&known)) return mustache::data(*flag);
    mustache::data list(mustache::data::type::list);
    for (const auto& row : std::get<std::vector<notifications::value_row>>(known)) {
        mustache::data columns;
        for (const auto& [name, value] : row) columns.set(name, value);
        list.push_back(columns);
    }
    return list;
}

std::string render(const std::string& wording, const mustache::data& known, bool is_html) {
    mustache::mustache parsed(wording);
    if (!parsed.is_valid()) throw bad_wording(parsed.error_message());
    parsed.set_custom_escape(
        [is_html](const std::string& text) { return is_html ? escape_html(text) : text; });
    strict_context context(known);
    return parsed.render(context);
}

// Line breaks and other control characters in a title or a name become a space.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_gap = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!is_gap)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::size_t width_of(std::string_view word) {
    std::size_t width = 0;
    for (const char c : word) width += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return width;
}

void add_wrapped(std::string& result, std::string_view line) {
    constexpr std::size_t widest = 74;
    std::size_t column = 0;
    while (!line.empty()) {
        const auto word = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        const auto width = width_of(word);
        if (column > 0 && column + 1 + width > widest) {
            result += '\n';
            column = 0;
        } else if (column > 0) {
            result += ' ';
            ++column;
        }
        result += word;
        column += width;
    }
}

// Lines of a comfortable width, never two blank ones in a row. The signature's mark keeps its space.
std::string as_plain_text(std::string_view rendered) {
    std::string result;
    while (!rendered.empty()) {
        const auto line = rendered.substr(0, rendered.find('\n'));
        rendered.remove_prefix(std::min(rendered.size(), line.size() + 1));
        if (line.empty() && (result.empty() || result.ends_with("\n\n"))) continue;
        if (line == "-- ")
            result += line;
        else
            add_wrapped(result, line);
        result += '\n';
    }
    return result;
}

void check_links(const notifications::letter& letter) {
    for (const auto& [name, known] : letter.content) {
        const auto* text = std::get_if<std::string>(&known);
        if (!text || text->empty() || !(name.ends_with("link") || name == "service_address")) continue;
        if (!text->starts_with("https://") && !text->starts_with("http://"))
            throw std::invalid_argument("a letter's " + name + " is no complete address");
    }
}

std::string with_replaced(std::string text, std::string_view mark, std::string_view by) {
    const auto at = text.find(mark);
    if (at == text.npos) throw bad_wording("the frame has no " + std::string(mark));
    return text.replace(at, mark.size(), by);
}

bool is_written_from_the_right(std::string_view language) {
    const auto tongue = language.substr(0, language.find_first_of("-_"));
    return tongue == "ar" || tongue == "fa" || tongue == "he" || tongue == "ur" || tongue == "ps";
}

const std::string& file_named(const wording_files& files, const std::string& name) {
    const auto found = files.find(name);
    if (found == files.end()) throw bad_wording("there is no wording " + name);
    if (found->second.find("{{{") != std::string::npos || found->second.find("{{&") != std::string::npos)
        throw bad_wording(name + ": {{{ and {{& are not allowed, everything is escaped");
    return found->second;
}

}  // namespace

struct wording::templates {
    std::map<notifications::occasion, letter_template> letters;
    std::string language;
};

wording::wording(const wording_files& files, const notifications::translator& translate,
                 std::string language) {
    auto loaded = std::make_unique<templates>();
    loaded->language = std::move(language);
    std::string subject_frame = notifications::in_language(file_named(files, "frame.txt"), translate);
    const auto first_line = subject_frame.find('\n');
    const std::string text_frame = subject_frame.substr(first_line + 1);
    subject_frame.resize(first_line);
    subject_frame.erase(0, std::string_view("subject: ").size());
    const std::string html_frame = notifications::in_language(
        file_named(files, "frame.html"),
        [&](std::string_view message) { return escape_around_placeholders(translate(message)); });

    for (const auto& [occasion, name] : workflow::all_of<notifications::occasion>) {
        const std::string file = std::string(name) + ".letter";
        const auto source = notifications::in_language(file_named(files, file), translate);
        auto letter = read_letter_markup(source, file);
        letter.html = with_replaced(
            with_replaced(html_frame, "{{>subject}}", escape_around_placeholders(letter.subject)),
            "{{>letter}}", letter.html);
        letter.text = with_replaced(text_frame, "{{>letter}}", letter.text);
        letter.subject = with_replaced(subject_frame, "{{>subject}}", letter.subject);
        for (const auto* part : {&letter.subject, &letter.text, &letter.html})
            if (mustache::mustache parsed(*part); !parsed.is_valid())
                throw bad_wording(file + ": " + parsed.error_message());
        loaded->letters.emplace(occasion, std::move(letter));
    }
    templates_ = std::move(loaded);
}

wording::~wording() = default;

message wording::compose(const notifications::letter& letter) const {
    check_links(letter);
    mustache::data known;
    for (const auto& [name, value] : letter.content) known.set(name, as_data(value));
    known.set("language", templates_->language);
    known.set("direction", is_written_from_the_right(templates_->language) ? "rtl" : "ltr");

    const auto& words = templates_->letters.at(letter.about);
    message composed;
    composed.to_name = on_one_line(letter.to_name);
    composed.to_address = letter.to_address;
    composed.message_id = letter.message_id;
    composed.subject = on_one_line(render(words.subject, known, false));
    composed.text = as_plain_text(render(words.text, known, false));
    composed.html = render(words.html, known, true);
    return composed;
}

wording_files read_wording_files(const std::filesystem::path& directory) {
    std::error_code missing;
    std::filesystem::directory_iterator entries(directory, missing);
    if (missing) throw bad_wording("no wordings in " + directory.string() + ": " + missing.message());
    wording_files files;
    for (const auto& entry : entries) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return files;
}

}  // namespace mail
