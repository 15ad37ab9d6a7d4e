#include "server/mail/letter_markup.hpp"

#include <vector>

#include "notifications/wording.hpp"

namespace mail {

namespace {

using lines = std::vector<std::string_view>;

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

lines split_lines(std::string_view text) {
    lines result;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        result.push_back(trimmed(line));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return result;
}

bool is_section_mark(std::string_view line) {
    return line.size() > 5 && line.starts_with("{{") && line.find("}}") == line.size() - 2 &&
           (line[2] == '#' || line[2] == '^' || line[2] == '/');
}

bool closes(std::string_view closing, std::string_view opening) {
    return closing[2] == '/' && opening[2] != '/' && closing.substr(3) == opening.substr(3);
}

// A block without the section marks around it that do not belong to its own rows.
struct block {
    lines before, body, after;
};

block take_apart(const lines& all) {
    std::size_t begin = 0;
    std::size_t end = all.size();
    while (begin < end && is_section_mark(all[begin])) ++begin;
    while (end > begin && is_section_mark(all[end - 1])) --end;
    const bool has_rows = begin < end && (all[begin].starts_with("| ") || all[begin].starts_with("- "));
    if (has_rows)  // a loop around rows stays inside their table or list
        while (begin > 0 && end < all.size() && closes(all[end], all[begin - 1])) --begin, ++end;
    const auto at = [&](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
    return {{all.begin(), at(begin)}, {at(begin), at(end)}, {at(end), all.end()}};
}

struct pair_of_fields {
    std::string_view first, second;
};

class markup_reader {
public:
    explicit markup_reader(std::string_view file) : file_(file) {}

    void read(const lines& all) {
        const auto [before, body, after] = take_apart(all);
        for (const auto mark : before) pass_on(mark);
        if (!body.empty()) read_body(body);
        for (const auto mark : after) pass_on(mark);
    }

    letter_template result(std::string subject) && {
        return {std::move(subject), std::move(text_), std::move(html_)};
    }

private:
    void read_body(const lines& body) {
        std::string_view first;
        for (const auto line : body)
            if (!is_section_mark(line)) {
                first = line;
                break;
            }
        if (first.starts_with("| ")) return read_table(body);
        if (first.starts_with("- ")) return read_list(body);
        if (body.size() == 1 && first.starts_with("> ")) return read_link(first);
        read_prose(body, first);
    }

    void read_prose(const lines& body, std::string_view first) {
        std::string prose;
        for (const auto line : body) {
            if (is_section_mark(line)) {
                if (!prose.empty()) throw wrong("a section inside a paragraph", line);
                pass_on(line);
                continue;
            }
            prose += (prose.empty() ? "" : " ") + std::string(line);
        }
        const bool is_heading = first.starts_with("# ");
        const bool is_small = first.starts_with("~ ");
        if (is_heading || is_small) prose.erase(0, 2);
        text_ += prose + "\n\n";
        const char* style = is_small ? "margin:16px 0;font-size:14px;color:#47606a;white-space:pre-line"
                                     : "margin:0 0 16px;white-space:pre-line";
        const std::string tag = is_heading ? "h1" : "p";
        if (is_heading) style = "margin:0 0 16px;font-size:22px;font-weight:600";
        html_ +=
            "<" + tag + " style=\"" + style + "\">" + escape_around_placeholders(prose) + "</" + tag + ">\n";
    }

    void read_table(const lines& body) {
        html_ +=
            "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
            "style=\"margin:0 0 20px;border-top:1px solid #c5d2d6\">\n";
        for (const auto line : body) {
            if (is_section_mark(line)) {
                pass_on(line);
                continue;
            }
            const auto [label, value] = fields_of(line, '|');
            text_ += std::string(label) + ": " + std::string(value) + "\n";
            const std::string cell =
                "border-bottom:1px solid #c5d2d6;padding:8px 12px 8px 0;vertical-align:top";
            html_ += "<tr><td style=\"" + cell + ";color:#47606a;width:34%\">" +
                     escape_around_placeholders(label) + "</td><td style=\"" + cell +
                     ";word-break:break-word\">" + escape_around_placeholders(value) + "</td></tr>\n";
        }
        text_ += "\n";
        html_ += "</table>\n";
    }

    void read_list(const lines& body) {
        html_ += "<ul style=\"margin:0 0 16px;padding-inline-start:22px\">\n";
        for (const auto line : body) {
            if (is_section_mark(line)) {
                pass_on(line);
                continue;
            }
            if (!line.starts_with("- ")) throw wrong("a list with a line that is no item", line);
            text_ += std::string(line) + "\n";
            html_ += "<li style=\"margin:0 0 6px\">" + escape_around_placeholders(line.substr(2)) + "</li>\n";
        }
        text_ += "\n";
        html_ += "</ul>\n";
    }

    void read_link(std::string_view line) {
        const auto [address, label] = fields_of(line, '>');
        text_ += std::string(label) + ":\n" + std::string(address) + "\n\n";
        html_ += "<p style=\"margin:0 0 20px\"><a href=\"" + std::string(address) +
                 "\" style=\"display:inline-block;background:#0b3440;color:#ffffff;text-decoration:none;"
                 "padding:12px 22px;border-radius:4px;font-weight:600\">" +
                 escape_around_placeholders(label) + "</a></p>\n";
    }

    pair_of_fields fields_of(std::string_view line, char mark) const {
        const auto bar = line.find('|', 1);
        if (line.front() != mark || bar == line.npos)
            throw wrong("two parts with | between them expected", line);
        return {trimmed(line.substr(1, bar - 1)), trimmed(line.substr(bar + 1))};
    }

    void pass_on(std::string_view mark) {
        text_ += std::string(mark) + "\n";
        html_ += std::string(mark) + "\n";
    }

    notifications::bad_wording wrong(std::string_view what, std::string_view line) const {
        return notifications::bad_wording(std::string(file_) + ": " + std::string(what) + ": " +
                                          std::string(line));
    }

    std::string_view file_;
    std::string text_;
    std::string html_;
};

}  // namespace

std::string escape_html(std::string_view text) {
    std::string escaped;
    for (const char c : text) switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    return escaped;
}

std::string escape_around_placeholders(std::string_view text) {
    std::string escaped;
    while (true) {
        const auto begin = text.find("{{");
        escaped += escape_html(text.substr(0, begin));
        const auto end = begin == text.npos ? text.npos : text.find("}}", begin);
        if (end == text.npos) return escaped;
        escaped += text.substr(begin, end + 2 - begin);
        text.remove_prefix(end + 2);
    }
}

letter_template read_letter_markup(std::string_view source, std::string_view file) {
    constexpr std::string_view subject_mark = "subject: ";
    const lines all = split_lines(source);
    if (all.empty() || !all.front().starts_with(subject_mark))
        throw notifications::bad_wording(std::string(file) + ": the first line must be `subject: …`");
    markup_reader reader(file);
    lines open_block;
    for (std::size_t at = 1; at <= all.size(); ++at) {
        if (at < all.size() && !all[at].empty()) {
            open_block.push_back(all[at]);
        } else if (!open_block.empty()) {
            reader.read(open_block);
            open_block.clear();
        }
    }
    return std::move(reader).result(std::string(all.front().substr(subject_mark.size())));
}

}  // namespace mail
