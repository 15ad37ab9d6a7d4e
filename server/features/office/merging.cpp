#include "server/features/office/merging.hpp"

#include "server/features/office/cities.hpp"
#include "server/pages/countries.hpp"

namespace features {
namespace {

using pages::t;

pages::office_form merge_form(const visit& visit, const workflow::edition& edition,
                              const store::city_row& city, const std::vector<store::city_row>& others) {
    std::vector<pages::choice> choices;
    for (const auto& one : others)
        choices.push_back(
            {std::to_string(workflow::value(one.id)),
             one.official_name + ", " + pages::name_of_country(one.country, visit.frame.language)});
    return form_to(office_city_url(edition, city.id) + "/merge",
                   {choose("into", t("It is the same as"), std::move(choices), visit.field("into"))},
                   t("Merge the two"), "danger");
}

}  // namespace

// Those that may be the same, or with a search what it finds.
std::vector<pages::office_block> merge_blocks(const visit& visit, store::database& db,
                                              const workflow::edition& edition, const store::city_row& city) {
    const auto asked = visit.request.query.is_valid_text("with") ? visit.query("with") : std::string();
    auto others = asked.empty() ? store::list_similar_cities(db, city.id)
                                : store::search_cities(db, asked, page_size, pages::countries_named(asked));
    std::erase_if(others, [&](const auto& one) { return one.id == city.id; });
    auto search = form_to(office_city_url(edition, city.id), {line("with", t("The other city"), asked)},
                          t("Search"), "secondary");
    search.get = true;
    std::vector<pages::office_block> blocks{titled(
        t("Is this the same city as another?"),
        others.empty() ? t("None is called nearly the same. Search for the other one by any name of it.")
                       : t("Those that are called nearly the same, or that your search found, stand below."),
        std::move(search))};
    if (!others.empty())
        blocks.push_back(titled(
            {},
            t("Everything of this one goes to the other: entries, people, extensions, judges and prizes. "
              "The other one keeps its name and is found by this one’s too. It cannot be undone."),
            merge_form(visit, edition, city, others)));
    return blocks;
}

http::response ask_to_merge(visit& visit, const workflow::edition& edition, const store::city_row& city,
                            const store::city_row& kept) {
    begin_office(visit, edition, office_section::cities, city.official_name);
    visit.frame.breadcrumbs.push_back({city.official_name, office_city_url(edition, city.id)});
    pages::confirm_view view;
    view.question =
        t("Make {city} and {other} one city?", {{"city", city.official_name}, {"other", kept.official_name}});
    view.consequences = {
        t("Entries, people, extensions, judges and prizes of {city} go to {other}.",
          {{"city", city.official_name}, {"other", kept.official_name}}),
        t("{other} keeps its name, and is found by the other one’s too.", {{"other", kept.official_name}}),
        t("The people of both get an e-mail."), t("It cannot be undone.")};
    view.action = office_city_url(edition, city.id) + "/merge";
    view.hidden = {{"into", std::to_string(workflow::value(kept.id))}, {"confirmed", "yes"}};
    view.go = {t("Make them one city"), "danger", "", "", {}};
    view.back_href = office_city_url(edition, city.id);
    return visit.page("frame/confirm", view);
}

}  // namespace features
