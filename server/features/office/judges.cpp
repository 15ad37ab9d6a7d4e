#include "server/features/office/judges.hpp"

#include "server/pages/countries.hpp"
#include "server/store/office.hpp"

namespace features {
namespace {

using pages::t;

bool knows(std::string_view expertise, std::string_view key) {
    return (" " + std::string(expertise) + " ").find(" " + std::string(key) + " ") != std::string::npos;
}

std::string part_key_of(const store::judge_row& judge) {
    if (judge.chair) return "chair";
    return judge.alternate ? "alternate" : "member";
}

std::vector<pages::choice> part_choices() {
    return {{"member", t("Member"), {}, false, ""},
            {"chair", t("Chair"), {}, false, ""},
            {"alternate", t("Alternate"), {}, false, ""}};
}

std::vector<pages::choice> city_choices(const visit& visit, store::database& db) {
    std::vector<pages::choice> cities;
    for (const auto& one : store::list_city_choices(db))
        cities.push_back({std::to_string(workflow::value(one.id)),
                          one.name + ", " + pages::name_of_country(one.country, visit.frame.language),
                          {},
                          false,
                          ""});
    return cities;
}

}  // namespace

pages::office_form judge_form(const visit& visit, store::database& db, const workflow::edition& edition,
                              const store::judge_row* kept, bool as_kept) {
    const bool is_back = visit.has_field("name") && !as_kept;
    const auto given = [&](const char* name, const std::string& value) {
        return is_back ? visit.field(name) : value;
    };
    const auto shown = kept ? *kept : store::judge_row{};
    const auto countries = pages::country_choices(visit.frame.language);
    std::vector<pages::field> fields;
    if (!kept) fields.push_back(line("email", t("E-mail address"), visit.field("email")));
    fields.push_back(line("name", t("Name, as it is to be printed"), given("name", shown.name)));
    fields.push_back(line("title", t("Title"), given("title", shown.title)));
    fields.push_back(line("affiliation", t("Organisation"), given("affiliation", shown.affiliation)));
    fields.push_back(
        choose("part", t("Part in the panel"), part_choices(), given("part", part_key_of(shown)), {}, false));
    fields.push_back(choose("country", t("Country of origin"), countries, given("country", shown.country)));
    fields.push_back(choose("employment_country", t("Country of employment"), countries,
                            given("employment_country", shown.employment_country),
                            t("If it is another one.")));
    fields.push_back(
        choose("city", t("City that the judge belongs to"), city_choices(visit, db),
               given("city", shown.city_id ? std::to_string(workflow::value(*shown.city_id)) : "")));
    fields.push_back(line("capacity", t("Entries, at most"),
                          given("capacity", shown.capacity ? std::to_string(*shown.capacity) : ""),
                          t("Empty: any number"), "5"));
    for (const auto& one : edition.categories)
        fields.push_back(
            tick("knows_" + one.key, t("Knows {category}", {{"category", one.name}}),
                 is_back ? visit.has_field("knows_" + one.key) : kept && knows(kept->expertise, one.key)));
    auto form = form_to(kept ? office_url(edition, "/panel/") + std::to_string(workflow::value(kept->id))
                             : office_url(edition, "/panel"),
                        std::move(fields), kept ? t("Save") : t("Invite"));
    if (kept) form.hidden = {{"version", is_back ? visit.field("version") : std::to_string(kept->version)}};
    form.back_href = office_url(edition, "/panel");
    return form;
}

store::judge_row read_judge(visit& visit, store::database& db, pages::office_form& form,
                            const workflow::edition& edition) {
    is_readable(visit, form, 200);
    store::judge_row judge{};
    judge.name = visit.field("name");
    judge.title = visit.field("title");
    judge.affiliation = visit.field("affiliation");
    judge.country = visit.field("country");
    judge.employment_country = visit.field("employment_country");
    judge.chair = visit.field("part") == "chair";
    judge.alternate = visit.field("part") == "alternate";
    if (judge.name.empty()) mark(visit, form, "name", t("Enter the name."));
    if (!pages::is_country_code(judge.country)) mark(visit, form, "country", t("Choose the country."));
    if (!judge.employment_country.empty() && !pages::is_country_code(judge.employment_country))
        mark(visit, form, "employment_country", t("Choose the country."));
    if (!visit.field("city").empty()) {
        const auto number = visit.find_number("city");
        const auto cities = store::list_city_choices(db);
        if (number && std::any_of(cities.begin(), cities.end(),
                                  [&](const auto& one) { return workflow::value(one.id) == *number; }))
            judge.city_id = workflow::id_from<workflow::city_id>(*number);
        else
            mark(visit, form, "city", t("Choose one of the cities."));
    }
    if (!visit.field("capacity").empty()) {
        const auto capacity = visit.find_number("capacity");
        if (capacity && *capacity >= 1 && *capacity <= 10000)
            judge.capacity = static_cast<int>(*capacity);
        else
            mark(visit, form, "capacity", t("Enter a number from 1 to 10000, or leave it empty."));
    }
    for (const auto& one : edition.categories)
        if (visit.has_field("knows_" + one.key))
            judge.expertise += (judge.expertise.empty() ? "" : " ") + one.key;
    return judge;
}

}  // namespace features
