#include "server/features/office/cities.hpp"

#include "server/pages/countries.hpp"
#include "workflow/form.hpp"

namespace features {
namespace {

using pages::t;

pages::phrase who_decides(const store::claim_row& claim) {
    if (claim.confirmed == 0) return t("Nobody writes for this city yet: the secretariat decides.");
    return pages::t_n("One person writes for this city and can confirm it too.",
                      "{count} people write for this city and can confirm it too.", claim.confirmed);
}

pages::office_block claim_block(const visit& visit, const workflow::edition& edition,
                                const store::claim_row& claim) {
    pages::office_block block;
    block.heading = t("{name} for {city}", {{"name", claim.name}, {"city", claim.city}});
    block.text = who_decides(claim);
    pages::summary_list facts;
    facts.rows = {{t("E-mail address"), claim.email, {}},
                  {t("City"),
                   claim.city + ", " + pages::name_of_country(claim.country, visit.frame.language),
                   {{t("Look at the city"), office_city_url(edition, claim.city_id)}}},
                  {t("Asked"), in_words(claim.added_at, edition.calendar.zone), {}}};
    block.summary = std::move(facts);
    block.form = claim_form(visit, edition, claim.city_id, claim.person_id, false);
    return block;
}

pages::office_block proposals_block(const visit& visit, store::database& db,
                                    const workflow::edition& edition) {
    pages::table table;
    table.caption = t("Proposed cities");
    table.columns = {{t("City")}, {t("Country")}, {t("Proposed by")}, {t("Known already?")}};
    table.empty_text = t("No proposed city waits.");
    for (const auto& one : store::list_proposed_cities(db, page_size))
        table.add_row({{one.official_name, office_city_url(edition, one.id)},
                       {pages::name_of_country(one.country, visit.frame.language)},
                       {one.proposed_by.value_or("")},
                       {one.alike > 0 ? t("Perhaps: look before you approve") : t("No")}},
                      one.alike > 0);
    pages::office_block block;
    block.rows = std::move(table);
    return block;
}

pages::table table_of_cities(const visit& visit, const workflow::edition& edition,
                             const std::vector<store::city_line>& lines, std::int64_t all) {
    pages::table table;
    table.caption = t("All cities: {count}", {{"count", std::to_string(all)}});
    table.columns = {{t("City")},
                     {t("Country")},
                     {t("People"), true},
                     {t("Entries"), true},
                     {t("Contacts of its entries")}};
    table.empty_text = t("No city is like this.");
    for (const auto& one : lines) {
        std::optional<pages::tag> state;
        if (one.waiting > 0)
            state = pages::tag{t("Somebody waits"), "amber"};
        else if (!one.approved)
            state = pages::tag{t("To be approved"), "amber"};
        table.add_row({{one.printed_name, office_city_url(edition, one.id), std::move(state)},
                       {pages::name_of_country(one.country, visit.frame.language)},
                       {std::to_string(one.people), "", {}, true},
                       {std::to_string(one.entries), "", {}, true},
                       {one.contacts}});
    }
    return table;
}

std::optional<pages::pagination> paging_of(const workflow::edition& edition, const std::string& search,
                                           int page, std::int64_t all) {
    if (all <= page_size) return std::nullopt;
    const auto link = [&](int number) {
        return office_url(edition, "/cities?q=") + percent_encoded(search) +
               "&page=" + std::to_string(number);
    };
    pages::pagination paging;
    if (page > 1) paging.previous_href = link(page - 1);
    if (std::int64_t{page} * page_size < all) paging.next_href = link(page + 1);
    return paging;
}

pages::office_block list_block(const visit& visit, store::database& db, const workflow::edition& edition) {
    store::city_filter filter;
    filter.search = visit.request.query.is_valid_text("q") ? visit.query("q") : std::string();
    filter.countries = pages::countries_named(filter.search);
    filter.contact_questions = workflow::contact_questions(store::load_rules(db, edition.id).rules.form);
    const int page = page_asked(visit);
    filter.most = page_size;
    filter.skip = (page - 1) * page_size;
    const auto all = store::count_office_cities(db, edition.id, filter);
    pages::office_block block;
    block.heading = t("All cities");
    block.text =
        t("With nothing typed, the cities that have people or entries. Else by any name of theirs, or the "
          "country.");
    auto form = form_to(office_url(edition, "/cities"), {line("q", t("Search"), filter.search, {}, "20")},
                        t("Show"), "secondary");
    form.get = true;
    block.form = std::move(form);
    block.rows = table_of_cities(visit, edition, store::list_office_cities(db, edition.id, filter), all);
    block.paging = paging_of(edition, filter.search, page, all);
    return block;
}

pages::office_block no_claims_block(std::int64_t all) {
    pages::office_block block;
    block.heading = t("People who wait to write for a city");
    if (all == 0)
        block.text = t("Nobody waits.");
    else if (all > page_size)
        block.text = t("{count} wait; here are the first {shown}.",
                       {{"count", std::to_string(all)}, {"shown", std::to_string(page_size)}});
    else
        block.text =
            t("Confirm only whom you know to work for the city: who is confirmed can change and submit its "
              "entries.");
    return block;
}

}  // namespace

std::string office_city_url(const workflow::edition& edition, workflow::city_id city) {
    return office_url(edition, "/cities/") + std::to_string(workflow::value(city));
}

// One person may wait for several cities, on one page.
std::string name_of_reason(workflow::city_id city, workflow::person_id person) {
    return "reason_" + std::to_string(workflow::value(city)) + "_" + std::to_string(workflow::value(person));
}

pages::office_form claim_form(const visit& visit, const workflow::edition& edition, workflow::city_id city,
                              workflow::person_id person, bool is_confirmed) {
    const auto reason = name_of_reason(city, person);
    auto form =
        form_to(office_city_url(edition, city) + "/people/" + std::to_string(workflow::value(person)),
                {lines(reason, is_confirmed ? t("Why the right ends") : t("If you turn it down: why?"),
                       visit.text(reason), 2, t("The person reads it in a letter."))},
                t("Save"));
    form.buttons.clear();
    if (!is_confirmed) form.buttons.push_back(act_button("confirm", t("Confirm"), ""));
    form.buttons.push_back(is_confirmed ? act_button("end", t("End the right"), "danger")
                                        : act_button("turn_down", t("Turn down"), "secondary"));
    return form;
}

pages::office_block titled(pages::phrase heading, pages::phrase text, pages::office_form form) {
    pages::office_block block;
    block.heading = std::move(heading);
    block.text = std::move(text);
    block.form = std::move(form);
    return block;
}

std::vector<pages::link> cities_that_wait(store::database& db, const workflow::edition& edition) {
    std::vector<pages::link> links;
    const auto page = office_url(edition, "/cities");
    const auto claims = store::count_claims(db), proposed = store::count_proposed_cities(db);
    if (claims > 0)
        links.push_back({pages::t_n("One person waits to write for a city",
                                    "{count} people wait to write for a city", claims),
                         page});
    if (proposed > 0)
        links.push_back({pages::t_n("One proposed city waits to be approved",
                                    "{count} proposed cities wait to be approved", proposed),
                         page});
    return links;
}

http::response show_cities(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_office(visit, edition, office_section::cities, t("Cities and their people"));
    view.blocks.push_back(no_claims_block(store::count_claims(db)));
    for (const auto& one : store::list_claims(db, page_size))
        view.blocks.push_back(claim_block(visit, edition, one));
    view.blocks.push_back(proposals_block(visit, db, edition));
    view.blocks.push_back(list_block(visit, db, edition));
    return office_page(visit, view);
}

}  // namespace features
