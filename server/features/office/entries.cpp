#include "server/features/office/entries.hpp"

#include "server/features/office/page.hpp"
#include "server/pages/countries.hpp"
#include "server/store/office.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using pages::t_n;

constexpr int most_exported = 100000;

store::entry_filter filter_of(const visit& visit) {
    store::entry_filter filter;
    filter.search = visit.query("q");
    filter.category = visit.query("category");
    if (workflow::find_named<workflow::entry_state>(visit.query("state")))
        filter.state = visit.query("state");
    filter.country = visit.query("country");
    filter.city = visit.query("city");
    filter.flagged = visit.query("flagged") == "yes";
    if (!visit.query("sort").empty()) filter.sort = visit.query("sort");
    return filter;
}

// The same list in another order or on another page.
std::string list_url(const workflow::edition& edition, const store::entry_filter& filter,
                     std::string_view sort, int page, std::string_view path = "/entries") {
    std::string query;
    const auto add = [&](const char* name, std::string_view value) {
        if (value.empty()) return;
        query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value);
    };
    add("q", filter.search);
    add("category", filter.category);
    add("state", filter.state);
    add("country", filter.country);
    add("city", filter.city);
    if (filter.flagged) add("flagged", "yes");
    if (sort != "number") add("sort", sort);
    if (page > 1) add("page", std::to_string(page));
    return office_url(edition, path) + query;
}

pages::office_form filter_form(store::database& db, const workflow::edition& edition,
                               const store::entry_filter& filter) {
    std::vector<pages::choice> categories, states, countries;
    for (const auto& one : edition.categories) categories.push_back({one.key, one.name, {}, false, ""});
    for (const auto& [state, name] : workflow::all_of<workflow::entry_state>)
        states.push_back({std::string(name), words_for(state), {}, false, ""});
    for (const auto& one : store::list_entry_countries(db, edition.id))
        countries.push_back({one, one, {}, false, ""});
    auto form = form_to(office_url(edition, "/entries"),
                        {line("q", t("Search"), filter.search, {}, "20"),
                         choose("category", t("Category"), std::move(categories), filter.category),
                         choose("state", t("State"), std::move(states), filter.state),
                         choose("country", t("Country"), std::move(countries), filter.country),
                         line("city", t("City"), filter.city, {}, "10"),
                         tick("flagged", t("Only flagged ones"), filter.flagged)},
                        t("Show"), "secondary");
    form.get = true;
    form.hidden = {{"sort", filter.sort}};
    return form;
}

pages::table entries_table(const visit& visit, const workflow::edition& edition,
                           const store::entry_filter& filter,
                           const std::vector<store::office_entry_line>& lines, std::int64_t all) {
    pages::table table{t_n("{count} entry", "{count} entries", all), {}, {}, t("No entry is like this."), 1};
    const auto add = [&](const char* name, const char* sort) {
        const bool is_sorted = filter.sort == sort;
        table.columns.push_back(
            {t(name), false,
             list_url(edition, filter, is_sorted ? "-" + std::string(sort) : std::string(sort), 1)});
    };
    add("Number", "number");
    add("Project", "title");
    add("City", "city");
    add("Category", "category");
    add("State", "state");
    add("Submitted", "submitted");
    for (const auto& one : lines)
        table.add_row({{one.number ? std::to_string(*one.number) : "-", "", std::nullopt, false, {}},
                       {one.title.empty() ? t("(no title yet)") : pages::phrase(one.title),
                        office_url(edition, "/entries/") + std::to_string(workflow::value(one.id)),
                        std::nullopt,
                        false,
                        {}},
                       {one.city + ", " + pages::name_of_country(one.country, visit.frame.language),
                        "",
                        std::nullopt,
                        false,
                        {}},
                       {one.category, "", std::nullopt, false, {}},
                       {{}, "", tag_of(one.state), false, {}},
                       {one.submitted_at ? in_words(*one.submitted_at, edition.calendar.zone) : "-",
                        "",
                        std::nullopt,
                        false,
                        {}}},
                      !one.flag.empty());
    return table;
}

// A cell that a spreadsheet must not take for a formula gets an apostrophe; quotes are doubled (RFC 4180).
std::string csv_cell(std::string_view text) {
    std::string cell = "\"";
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool is_formula = (first != std::string_view::npos &&
                             std::string_view("=+-@").find(text[first]) != std::string_view::npos) ||
                            (!text.empty() && (text.front() == '\t' || text.front() == '\r'));
    if (is_formula) cell += '\'';
    for (const char sign : text) {
        if (sign == '"') cell += '"';
        cell += sign;
    }
    return cell + "\"";
}

}  // namespace

http::response show_entries(visit& visit, store::database& db) {
    auto filter = filter_of(visit);
    const int page = page_asked(visit);
    filter.most = page_size;
    filter.skip = (page - 1) * page_size;

    const auto edition = store::load_edition(db, visit.edition());
    const auto all = store::count_office_entries(db, edition.id, filter);
    const auto lines = store::list_office_entries(db, edition.id, filter);

    auto view = begin_office(visit, edition, office_section::entries, t("Entries"));
    pages::office_block filters, list;
    filters.form = filter_form(db, edition, filter);
    list.rows = entries_table(visit, edition, filter, lines, all);
    list.links = {
        {t("Save this list as a CSV file"), list_url(edition, filter, filter.sort, 1, "/entries.csv")}};
    if (all > page_size) {
        pages::pagination paging;
        const int last = static_cast<int>((all + page_size - 1) / page_size);
        if (page > 1) paging.previous_href = list_url(edition, filter, filter.sort, page - 1);
        if (page < last) paging.next_href = list_url(edition, filter, filter.sort, page + 1);
        for (int one = std::max(1, page - 3); one <= std::min(last, page + 3); ++one)
            paging.pages.push_back(
                {std::to_string(one), list_url(edition, filter, filter.sort, one), one == page});
        list.paging = std::move(paging);
    }
    view.blocks = {std::move(filters), std::move(list)};
    return office_page(visit, view);
}

http::response export_entries(visit& visit, store::database& db) {
    auto filter = filter_of(visit);
    filter.most = most_exported;

    const auto edition = store::load_edition(db, visit.edition());
    // The mark that makes a spreadsheet read UTF-8.
    std::string text = "\xEF\xBB\xBF";
    text += "number,project,city,country,category,state,submitted_at_utc,third_party,files,flag\r\n";
    for (const auto& one : store::list_office_entries(db, edition.id, filter)) {
        text += csv_cell(one.number ? std::to_string(*one.number) : "") + "," + csv_cell(one.title) + "," +
                csv_cell(one.city) + "," + csv_cell(one.country) + "," + csv_cell(one.category) + "," +
                csv_cell(workflow::name_of(one.state)) + "," +
                csv_cell(one.submitted_at ? store::to_text(*one.submitted_at).substr(0, 19) : "") + "," +
                csv_cell(one.third_party ? "yes" : "no") + "," + csv_cell(std::to_string(one.files)) + "," +
                csv_cell(one.flag) + "\r\n";
    }
    return http::attachment("entries-" + edition.key + ".csv", "text/csv; charset=utf-8", std::move(text));
}

}  // namespace features
