#include "server/features/office/editions.hpp"

#include "server/acts/import.hpp"
#include "server/features/office/page.hpp"
#include "server/pages/countries.hpp"
#include "server/pages/zones.hpp"

#include <sstream>

namespace features {
namespace {

using pages::t;

pages::office_form edition_form(const visit& visit) {
    auto form = form_to(
        "/office/editions/new",
        {line("name", t("Name"), visit.field("name"),
              t("With its article, as letters put it into sentences: The 3rd WeGO Awards")),
         line("key", t("Key in addresses"), visit.field("key"),
              t("Lower-case letters, digits and hyphens: 2017"), "10"),
         line("ordinal", t("Which edition is it?"), visit.field("ordinal"), t("A number: 3"), "5"),
         line("year", t("Year"), visit.field("year"), {}, "5"),
         line("organiser", t("Organiser"), visit.field("organiser")),
         line("host", t("Host"), visit.field("host")),
         line("zone", t("Time zone"), visit.has_field("zone") ? visit.field("zone") : "UTC",
              t("A name like Asia/Seoul. All dates of the edition are entered and shown in it."), "20")},
        t("Create the edition"));
    form.back_href = "/office";
    return form;
}

pages::office_form import_form() {
    pages::file_field file;
    file.name = "file";
    file.label = t("Edition file");
    file.hint = t("A TOML file with the edition's facts, calendar, categories, tiers, judges and rules.");
    file.accept = ".toml,application/toml,text/plain";
    auto form = form_to("/office/editions/import", {std::move(file)}, t("Import the file"), "secondary");
    form.upload = true;
    return form;
}

pages::office_view new_edition_page(visit& visit, pages::office_form by_form, pages::office_form by_file) {
    visit.frame.breadcrumbs = {{t("Office"), "/office"}};
    pages::office_view view;
    view.title = t("A new edition");
    view.lead = t("It begins as planned: nothing is public before you open the call.");
    pages::office_block form, file;
    form.heading = t("By form");
    form.form = std::move(by_form);
    file.heading = t("From a file");
    file.form = std::move(by_file);
    view.blocks = {std::move(form), std::move(file)};
    return view;
}

bool is_key(std::string_view key) {
    if (key.empty() || key.size() > 40 || key.front() == '-') return false;
    for (const char sign : key)
        if (!((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-')) return false;
    return true;
}

bool is_zone(const std::string& zone) {
    return pages::answer_for_zone(zone, {2014, 1, 1, 12, 0, 0}).kind !=
           workflow::zone_answer_kind::no_such_zone;
}

// An uploaded file must not name another file of this machine.
std::optional<int> find_line_with_members(const std::string& text) {
    std::istringstream in(text);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const auto from = line.find_first_not_of(" \t\"'");
        if (from != std::string::npos && line.compare(from, 7, "members") == 0) return number;
    }
    return std::nullopt;
}

}  // namespace

http::response show_offices(visit& visit, store::database& db) {
    pages::office_view view;
    view.title = t("Office");
    view.lead = t("The editions you work for.");
    pages::office_block block;
    pages::table table;
    table.caption = t("Editions");
    table.columns = {{t("Edition"), false, ""}, {t("Year"), true, ""}, {t("State"), false, ""}};
    table.empty_text = t("You work for no edition yet.");
    for (const auto& one : store::list_editions(db))
        table.add_row({{one.name, "/office/" + one.key, std::nullopt, false, {}},
                       {std::to_string(one.year), "", std::nullopt, true, {}},
                       {{}, "", tag_of(one.state), false, {}}});
    block.rows = std::move(table);
    if (visit.who.founds_editions) block.links = {{t("Create an edition"), "/office/editions/new"}};
    view.blocks.push_back(std::move(block));
    return office_page(visit, view);
}

http::response show_new_edition(visit& visit, store::database&) {
    return office_page(visit, new_edition_page(visit, edition_form(visit), import_form()));
}

http::response add_new_edition(visit& visit, store::database& db) {
    auto form = edition_form(visit);
    is_readable(visit, form, 200);
    workflow::edition edition;
    edition.name = visit.field("name");
    edition.key = visit.field("key");
    edition.organiser = visit.field("organiser");
    edition.host = visit.field("host");
    edition.calendar.zone = visit.field("zone");
    const auto ordinal = visit.find_number("ordinal");
    const auto year = visit.find_number("year");
    if (edition.name.empty()) mark(visit, form, "name", t("Enter the edition's name."));
    if (!is_key(edition.key))
        mark(visit, form, "key", t("Enter a key of lower-case letters, digits and hyphens, like 2017."));
    if (!ordinal || *ordinal < 1 || *ordinal > 1000)
        mark(visit, form, "ordinal", t("Enter a number, like 3."));
    if (!year || *year < 2000 || *year > 2999) mark(visit, form, "year", t("Enter a year, like 2017."));
    if (!is_zone(edition.calendar.zone))
        mark(visit, form, "zone",
             visit.sentence({workflow::refusal_code::zone_unknown, {{"zone", edition.calendar.zone}}}));
    if (visit.frame.errors.empty() && store::find_edition(db, edition.key))
        mark(visit, form, "key", t("There is an edition with this key already."));
    if (!visit.frame.errors.empty()) return office_page(visit, new_edition_page(visit, form, import_form()));

    edition.ordinal = static_cast<int>(*ordinal);
    edition.year = static_cast<int>(*year);
    store::add_edition(db, visit.as_author(), edition, workflow::default_rules());
    return visit.see_other("/office/" + edition.key + "/set-up", "edition_created");
}

http::response import_edition(visit& visit, store::database& db) {
    auto form = import_form();
    const auto refuse = [&](pages::phrase why) {
        mark(visit, form, "file", std::move(why));
        return office_page(visit, new_edition_page(visit, edition_form(visit), form));
    };
    const auto* upload = visit.request.find_upload("file");
    if (!upload || upload->size == 0) return refuse(t("Choose an edition file."));
    if (const auto line = find_line_with_members(upload->file.read_all()))
        return refuse(
            t("{file}, line {line}: {reason}",
              {{"file", upload->filename},
               {"line", std::to_string(*line)},
               {"reason", "a list of members in another file can only be read by the command line"}}));
    try {
        const auto loaded = config::load_edition_file(
            "/proc/self/fd/" + std::to_string(upload->file.descriptor()), pages::answer_for_zone);
        if (store::find_edition(db, loaded.file.edition.key))
            return refuse(t("There is an edition {key} already.", {{"key", loaded.file.edition.key}}));
        acts::import_edition(db, visit.as_author(), loaded, pages::name_of_country);
        return visit.see_other("/office/" + loaded.file.edition.key + "/set-up", "edition_created");
    } catch (const config::bad_edition_file& bad) {
        // The name that the person knows, not that of our copy.
        return refuse(
            t("{file}, line {line}: {reason}",
              {{"file", upload->filename}, {"line", std::to_string(bad.line())}, {"reason", bad.reason()}}));
    }
}

}  // namespace features
