#include "server/features/office/page.hpp"

#include "server/access/policy.hpp"
#include "server/pages/zones.hpp"
#include "typed/characters.hpp"

namespace features {

using pages::t;

namespace {

struct section_row {
    office_section section;
    const char* path;
    const char* name;
};
constexpr section_row section_rows[] = {
    {office_section::dashboard, "", "Overview"},      {office_section::set_up, "/set-up", "Set-up"},
    {office_section::entries, "/entries", "Entries"}, {office_section::cities, "/cities", "Cities"},
    {office_section::panel, "/panel", "Panel"},       {office_section::conflicts, "/conflicts", "Conflicts"},
    {office_section::judging, "/judging", "Judging"}, {office_section::results, "/tally", "Results"},
    {office_section::letters, "/letters", "Letters"}, {office_section::log, "/log", "Log"},
};

}  // namespace

std::string office_url(const workflow::edition& edition, std::string_view rest) {
    return "/office/" + edition.key + std::string(rest);
}

std::string address_of(const visit& visit, std::string_view path) {
    return visit.with.settings.server.public_address + std::string(path);
}

pages::office_view begin_office(visit& visit, const workflow::edition& edition, office_section section,
                                pages::phrase title) {
    visit.frame.zone = edition.calendar.zone;
    visit.frame.edition_name = edition.name;
    visit.frame.wide = true;
    visit.frame.breadcrumbs = {{t("Office"), "/office"}};
    if (section != office_section::dashboard)
        visit.frame.breadcrumbs.push_back({edition.name, office_url(edition)});
    pages::office_view view;
    view.title = title.empty() ? pages::phrase(edition.name) : std::move(title);
    pages::tabs tabs{t("Parts of the office"), {}};
    const bool has_results = (access_control::policy_of(access_control::right::read_tally).when &
                              access_control::phase(edition.state)) != 0;
    for (const auto& row : section_rows)
        if (row.section != office_section::results || has_results)
            tabs.links.push_back({t(row.name), office_url(edition, row.path), row.section == section});
    view.sections = std::move(tabs);
    return view;
}

http::response office_page(const visit& visit, const pages::office_view& view) {
    auto shown = view;
    pages::give_jumps(shown);
    return visit.page("office/sheet", shown);
}

http::response office_page(const visit& visit, int status, const pages::office_view& view) {
    auto shown = view;
    pages::give_jumps(shown);
    return visit.page(status, "office/sheet", shown);
}

pages::field line(std::string name, pages::phrase label, std::string value, pages::phrase hint,
                  std::string width) {
    pages::text_field text;
    text.name = std::move(name);
    text.label = std::move(label);
    text.value = std::move(value);
    text.hint = std::move(hint);
    text.width = std::move(width);
    return text;
}

pages::field lines(std::string name, pages::phrase label, std::string value, int rows, pages::phrase hint) {
    pages::text_area area;
    area.name = std::move(name);
    area.label = std::move(label);
    area.value = std::move(value);
    area.hint = std::move(hint);
    area.rows = rows;
    return area;
}

pages::field tick(std::string name, pages::phrase text, bool chosen) {
    pages::tick_field one;
    one.name = std::move(name);
    one.text = std::move(text);
    one.chosen = chosen;
    return one;
}

pages::field choose(std::string name, pages::phrase label, std::vector<pages::choice> choices,
                    std::string_view chosen, pages::phrase hint, bool with_empty) {
    for (auto& one : choices) one.chosen = one.value == chosen;
    pages::select_field select;
    select.name = std::move(name);
    select.label = std::move(label);
    select.hint = std::move(hint);
    select.choices = std::move(choices);
    select.with_empty_choice = with_empty;
    return select;
}

pages::field date_time(std::string name, pages::phrase label, std::string value, std::string zone,
                       pages::phrase hint, bool without_time) {
    pages::date_time_field asked;
    asked.name = std::move(name);
    asked.label = std::move(label);
    asked.value = std::move(value);
    asked.zone = std::move(zone);
    asked.hint = std::move(hint);
    asked.without_time = without_time;
    return asked;
}

void mark(visit& visit, pages::office_form& form, std::string_view name, pages::phrase error) {
    visit.error(form.fields, name, std::move(error));
    for (auto& group : form.groups) pages::set_error(group.fields, visit.frame.errors.back());
}

pages::office_form form_to(std::string action, std::vector<pages::field> fields, pages::phrase go,
                           std::string kind) {
    pages::office_form form;
    form.action = std::move(action);
    form.fields = std::move(fields);
    pages::button button;
    button.text = std::move(go);
    button.kind = std::move(kind);
    form.buttons = {std::move(button)};
    return form;
}

bool is_readable(visit& visit, pages::office_form& form, std::size_t most) {
    bool good = true;
    for (const auto& field : visit.request.form) {
        if (!field.is_valid_text) {
            mark(visit, form, field.name, t("This text could not be read. Type it again."));
            good = false;
        } else if (typed::is_longer_than(field.value, most)) {
            mark(visit, form, field.name,
                 t("This text is too long: at most {most} characters.", {{"most", std::to_string(most)}}));
            good = false;
        }
    }
    return good;
}

std::string in_percent(int basis_points) {
    const auto rest = std::to_string(100 + basis_points % 100).substr(1);
    return std::to_string(basis_points / 100) + "." + rest;
}

std::optional<int> find_basis_points(std::string_view percent) {
    int whole = 0, part = 0;
    std::size_t at = 0;
    while (at < percent.size() && percent[at] >= '0' && percent[at] <= '9' && at < 3)
        whole = whole * 10 + (percent[at++] - '0');
    if (at == 0) return std::nullopt;
    if (at < percent.size()) {
        if (percent[at] != '.' && percent[at] != ',') return std::nullopt;
        const auto digits = percent.substr(at + 1);
        if (digits.empty() || digits.size() > 2) return std::nullopt;
        for (const char digit : digits) {
            if (digit < '0' || digit > '9') return std::nullopt;
            part = part * 10 + (digit - '0');
        }
        if (digits.size() == 1) part *= 10;
    }
    const int points = whole * 100 + part;
    return points > 10000 ? std::nullopt : std::optional(points);
}

std::string key_of(std::string_view name, std::string_view instead) {
    std::string key;
    for (const char sign : name) {
        if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'))
            key += sign;
        else if (sign >= 'A' && sign <= 'Z')
            key += static_cast<char>(sign - 'A' + 'a');
        else if (!key.empty() && key.back() != '_')
            key += '_';
        if (key.size() == 40) break;
    }
    while (!key.empty() && key.back() == '_') key.pop_back();
    return key.empty() ? std::string(instead) : key;
}

pages::button act_button(std::string act, pages::phrase text, std::string kind) {
    pages::button made;
    made.text = std::move(text);
    made.kind = std::move(kind);
    made.name = "act";
    made.value = std::move(act);
    return made;
}

int page_asked(const visit& visit) {
    const auto asked = visit.query("page");
    if (asked.empty() || asked.size() > 5 || asked.find_first_not_of("0123456789") != std::string::npos)
        return 1;
    return std::max(1, std::stoi(asked));
}

std::string percent_encoded(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char byte : text) {
        if (std::isalnum(byte) || byte == '-' || byte == '_' || byte == '.' || byte == '~')
            out += static_cast<char>(byte);
        else
            (out += '%') += digits[byte >> 4], out += digits[byte & 15];
    }
    return out;
}

}  // namespace features
