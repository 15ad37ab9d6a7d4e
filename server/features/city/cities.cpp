#include "server/features/city/cities.hpp"

#include <set>

#include "server/acts/claims.hpp"
#include "server/features/city/home.hpp"
#include "server/pages/city/views.hpp"
#include "server/pages/countries.hpp"
#include "server/store/cities.hpp"
#include "typed/characters.hpp"
#include "typed/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::city_id;

constexpr int most_found = 100;
constexpr std::size_t longest_name = 200;

void lead_back(visit& visit) {
    visit.frame.breadcrumbs = {{t("My entries"), "/my"}};
}

pages::phrase detail_of(const store::city_row& city) {
    std::string detail = city.printed_country;
    if (city.official_name != city.printed_name) detail += " · " + city.official_name;
    if (city.parent_name) detail += " · " + *city.parent_name;
    return pages::phrase(detail);
}

pages::found_city found_one(const store::city_row& city, bool is_mine) {
    return {workflow::value(city.id), city.printed_name, detail_of(city), is_mine};
}

pages::text_field line(std::string name, pages::phrase label, pages::phrase hint, std::string value) {
    pages::text_field field;
    field.name = std::move(name);
    field.label = std::move(label);
    field.hint = std::move(hint);
    field.value = std::move(value);
    return field;
}

struct proposal_form {
    pages::propose_city_view view;
    store::city_proposal said;
};

// The form with what was typed; `said` is what the store takes.
proposal_form read_proposal(const visit& visit) {
    proposal_form form;
    form.said = {visit.field("official_name"),   visit.field("printed_name"), visit.field("country"),
                 visit.field("printed_country"), visit.field("region"),       {}};
    form.view.official_name =
        line("official_name", t("Official name"), t("As in the city's own documents, in Latin letters."),
             form.said.official_name);
    form.view.printed_name = line("printed_name", t("Name as it is to be printed"),
                                  t("On pages and certificates, in any script."), form.said.printed_name);
    form.view.country = {"country",
                         t("Country"),
                         t("Judges of this country will not judge the city."),
                         {},
                         pages::country_choices(visit.frame.language, form.said.country)};
    form.view.printed_country = line("printed_country", t("Country as it is to be printed"),
                                     t("If it is not the name in the list."), form.said.printed_country);
    form.view.printed_country.optional_answer = true;
    form.view.region =
        line("region", t("Region"), t("The regional office of WeGO, if there is one."), form.said.region);
    form.view.region.optional_answer = true;
    form.view.parent =
        line("parent", t("Part of another city"),
             t("The official name of the city that it is a district of."), visit.field("parent"));
    form.view.parent.optional_answer = true;
    return form;
}

void check_name(visit& visit, pages::text_field& field, bool is_wanted) {
    if (!visit.is_readable(field.name)) {
        field.value.clear();
        field.error = visit.error(field.name, t("Some signs of this text cannot be read. Type them again."));
    } else if (is_wanted && field.value.empty()) {
        field.error = visit.error(field.name, t("Enter this: {field}.", {{"field", field.label}}));
    } else if (typed::is_advertisement(field.value)) {
        field.error =
            visit.error(field.name, t("Type the name alone, without an address of the web or of mail."));
    } else if (typed::is_longer_than(field.value, longest_name)) {
        field.error = visit.error(field.name, t("This name is too long."));
    }
}

// The parent by its official name, which is unique in its country.
std::optional<city_id> find_parent(store::database& db, const std::string& name, const std::string& country) {
    for (const auto& one : store::search_cities(db, name, most_found))
        if (one.official_name == name && one.country == country) return one.id;
    return std::nullopt;
}

// E8: true when cities of nearly the same name are known; they stand on the form then.
bool ask_about_similar(visit& visit, store::database& db, proposal_form& form) {
    const auto alike =
        store::list_similar_cities(db, {form.said.official_name, form.said.printed_name}, form.said.country);
    if (alike.empty()) return false;
    for (const auto& one : alike) form.view.similar.push_back(found_one(one, false));
    pages::tick_field another;
    another.name = "is_another";
    another.text = t("It is none of the cities above");
    another.error = visit.error(
        "is_another", t("This city may be in the list already. Choose it, or say that it is another one."));
    form.view.is_another = std::move(another);
    return true;
}

}  // namespace

http::response find_city(visit& visit, store::database& db) {
    lead_back(visit);
    pages::city_search_view view;
    const auto asked = visit.request.query.is_valid_text("q") ? visit.query("q") : std::string();
    view.search = line("q", t("Name of the city or the country"),
                       t("For example Seoul or Korea. Accents and capitals do not matter."), asked);
    view.search.type = "search";
    view.was_searched = !asked.empty();
    if (view.was_searched) {
        std::set<city_id> mine;
        for (const auto& one : store::list_my_cities(db, visit.person())) mine.insert(one.id);
        const auto found = store::search_cities(db, asked, most_found + 1, pages::countries_named(asked));
        view.is_cut = found.size() > most_found;
        for (const auto& one : found) view.found.push_back(found_one(one, mine.contains(one.id)));
    }
    return visit.page("city/cities", view);
}

http::response ask_for_city(visit& visit, store::database&) {
    lead_back(visit);
    return visit.page("city/propose_city", read_proposal(visit).view);
}

http::response propose_city(visit& visit, store::database& db) {
    lead_back(visit);
    auto form = read_proposal(visit);
    auto& view = form.view;
    check_name(visit, view.official_name, true);
    check_name(visit, view.printed_name, true);
    if (!pages::is_country_code(form.said.country))
        view.country.error = visit.error("country", t("Choose the country."));
    check_name(visit, view.printed_country, false);
    if (form.said.printed_country.empty())
        form.said.printed_country = pages::name_of_country(form.said.country);
    check_name(visit, view.region, false);
    check_name(visit, view.parent, false);
    if (view.parent.error.empty() && !view.parent.value.empty()) {
        form.said.parent = find_parent(db, view.parent.value, form.said.country);
        if (!form.said.parent)
            view.parent.error = visit.error("parent", t("No city of this name is known in this country."));
    }
    if (!visit.frame.errors.empty()) return visit.page("city/propose_city", view);
    const auto now = visit.acting(db);
    if (const auto known =
            store::find_city_named(db, form.said.official_name, form.said.country, form.said.parent))
        return visit.see_other("/my", acts::claim_city(now, *known) ? "city_known" : "city_joined_before");
    if (!visit.has_field("is_another") && ask_about_similar(visit, db, form))
        return visit.page("city/propose_city", view);
    const auto city = store::propose_city(db, form.said, visit.person());
    store::record_act(db, visit.as_author(), workflow::audit_subject::city, workflow::value(city),
                      workflow::audit_action::city_proposed);
    acts::claim_city(now, city);
    return visit.see_other("/my", "city_proposed");
}

namespace {

// J12: to have asked is enough to lose sight of the city's entries, and a slip of the hand does not undo
// itself.
http::response ask_the_judge(visit& visit, const store::city_row& city) {
    pages::confirm_view view;
    view.question = t("Do you write for {city}?", {{"city", city.printed_name}});
    view.consequences = {
        t("You are a judge. Who writes for a city has a conflict of interest with its entries."),
        t("As soon as you ask, its entries leave your list and your scorecards of them end, also if nobody "
          "confirms you. Only the secretariat can put you back.")};
    view.action = "/my/cities/" + std::to_string(workflow::value(city.id)) + "/join";
    view.hidden = {{"confirmed", "yes"}};
    view.go = {t("Yes, I write for this city"), "danger", "", "", {}};
    view.back_href = "/my/cities";
    return visit.page("frame/confirm", view);
}

}  // namespace

http::response join_city(visit& visit, store::database& db) {
    const auto city = store::load_city(db, visit.id<city_id>("city"));
    if (visit.who.has_accepted_panel && !visit.has_field("confirmed")) return ask_the_judge(visit, city);
    const bool is_new = acts::claim_city(visit.acting(db), city.merged_into.value_or(city.id));
    return visit.see_other("/my", is_new ? "city_asked" : "city_joined_before");
}

http::response show_my_city(visit& visit, store::database& db) {
    if (!visit.who.is_own_city) return visit.not_there();
    lead_back(visit);
    const auto city = store::load_city(db, visit.id<city_id>("city"));
    pages::my_city_view view;
    view.name = city.printed_name;
    view.summary.rows = {{t("Official name"), city.official_name, {}},
                         {t("Printed as"), city.printed_name + ", " + city.printed_country, {}},
                         {t("Country"), pages::name_of_country(city.country, visit.frame.language), {}}};
    if (city.parent_name) view.summary.rows.push_back({t("Part of"), *city.parent_name, {}});
    if (!city.approved)
        view.note = pages::text_block{
            t("The secretariat has not yet approved this city. You can write entries already.")};
    view.people.caption = t("Who may edit the entries of this city");
    view.people.columns = {{t("Name"), false, ""}, {t("E-mail address"), false, ""}};
    const auto here = "/my/cities/" + std::to_string(workflow::value(city.id)) + "/people/";
    for (const auto& one : store::list_applicants(db, city.id)) {
        const auto person = here + std::to_string(workflow::value(one.person_id));
        if (one.confirmed_at)
            view.people.add_row({{one.name, "", {}, false, {}}, {one.email, "", {}, false, {}}});
        else
            view.waiting.push_back(
                {one.name, one.email, {one.added_at}, person + "/confirm", person + "/decline"});
    }
    view.entries = cards_of(store::list_my_entries(db, city.id), db.now());
    return visit.page("city/city", view);
}

http::response confirm_applicant(visit& visit, store::database& db) {
    if (!visit.who.is_own_city) return visit.not_there();
    const auto city = visit.id<city_id>("city");
    if (!acts::confirm_claim(visit.acting(db), city, visit.id<workflow::person_id>("person")))
        return visit.not_there();
    return visit.see_other("/my/cities/" + std::to_string(workflow::value(city)), "applicant_confirmed");
}

http::response decline_applicant(visit& visit, store::database& db) {
    if (!visit.who.is_own_city) return visit.not_there();
    const auto city = visit.id<city_id>("city");
    if (!acts::end_claim(visit.acting(db), city, visit.id<workflow::person_id>("person")))
        return visit.not_there();
    return visit.see_other("/my/cities/" + std::to_string(workflow::value(city)), "applicant_declined");
}

}  // namespace features
