#include "server/features/office/city.hpp"

#include "server/acts/claims.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/office/cities.hpp"
#include "server/features/office/invitations.hpp"
#include "server/features/office/merging.hpp"
#include "server/features/office/stale.hpp"
#include "server/pages/countries.hpp"
#include "server/store/screening.hpp"
#include "typed/characters.hpp"
#include "typed/names.hpp"

namespace features {
namespace {

using pages::t;

struct forms {
    std::optional<pages::office_form> names, person, merge;
    std::optional<workflow::person_id> person_with_error;
};

workflow::city_id city_asked(const visit& visit) {
    return visit.id<workflow::city_id>("city");
}

pages::office_form names_form(const visit& visit, const workflow::edition& edition,
                              const store::city_row& city, const store::city_words& said) {
    auto form =
        form_to(office_city_url(edition, city.id),
                {line("official_name", t("Official name"), said.official_name),
                 line("printed_name", t("Name as it is to be printed"), said.printed_name),
                 choose("country", t("Country"), pages::country_choices(visit.frame.language), said.country),
                 line("printed_country", t("Country as it is to be printed"), said.printed_country),
                 line("region", t("Region"), said.region),
                 lines("other_names", t("Other names, one a line"), said.other_names, 3,
                       t("The city is found by them: other spellings, other languages, former names."))},
                t("Save the names"), "secondary");
    form.hidden = {{"version", std::to_string(city.version)}};
    return form;
}

store::city_words words_of(const store::city_row& city) {
    return {city.official_name,   city.printed_name, city.country,
            city.printed_country, city.region,       city.other_names};
}

pages::office_form person_form(const visit& visit, const workflow::edition& edition, workflow::city_id city) {
    return form_to(office_city_url(edition, city) + "/people",
                   {line("name", t("Name"), visit.field("name")),
                    line("email", t("E-mail address"), visit.field("email"))},
                   t("Let this person write for the city"), "secondary");
}

pages::office_block summary_of(const visit& visit, const workflow::edition& edition,
                               const store::city_row& city) {
    pages::summary_list list;
    list.rows = {{t("Printed as"), city.printed_name + ", " + city.printed_country, {}},
                 {t("Country"), pages::name_of_country(city.country, visit.frame.language), {}},
                 {t("Member of the organisation"), city.member ? t("Yes") : t("No"), {}}};
    if (city.parent_name) list.rows.push_back({t("Part of"), *city.parent_name, {}});
    pages::office_block block;
    block.summary = std::move(list);
    if (!city.approved) {
        block.warning =
            pages::text_block{t("This city was proposed and is not approved yet. Look whether it is known "
                                "under another name first.")};
        block.form = form_to(office_city_url(edition, city.id) + "/approval", {}, t("Approve the city"));
    }
    return block;
}

pages::office_block person_block(const visit& visit, const workflow::edition& edition, workflow::city_id city,
                                 const store::applicant_row& one) {
    pages::office_block block;
    block.heading = one.name;
    pages::summary_list list;
    list.rows = {{t("E-mail address"), one.email, {}},
                 {t("Asked"), in_words(one.added_at, edition.calendar.zone), {}},
                 {t("Confirmed"),
                  one.confirmed_at ? pages::phrase(in_words(*one.confirmed_at, edition.calendar.zone))
                                   : t("Not yet: the person sees nothing of the city’s entries"),
                  {}}};
    block.summary = std::move(list);
    block.form = claim_form(visit, edition, city, one.person_id, one.confirmed_at.has_value());
    for (const auto& error : visit.frame.errors) pages::set_error(block.form->fields, error);
    return block;
}

pages::office_block entries_block(store::database& db, const workflow::edition& edition,
                                  workflow::city_id city) {
    pages::table table;
    table.caption = t("Its entries in this edition");
    table.columns = {{t("Project")}, {t("State")}};
    table.empty_text = t("It has none.");
    for (const auto& one : store::list_entries_of_city(db, edition.id, city))
        table.add_row({{one.title.empty() ? t("(no title yet)") : pages::phrase(one.title),
                        office_url(edition, "/entries/") + std::to_string(workflow::value(one.id))},
                       {{}, "", tag_of(one.state)}});
    pages::office_block block;
    block.rows = std::move(table);
    return block;
}

http::response city_page(visit& visit, store::database& db, const workflow::edition& edition,
                         const store::city_row& city, forms typed = {}) {
    auto view = begin_office(visit, edition, office_section::cities, city.official_name);
    visit.frame.breadcrumbs.push_back({t("Cities"), office_url(edition, "/cities")});
    view.blocks.push_back(summary_of(visit, edition, city));
    for (const auto& one : store::list_applicants(db, city.id))
        view.blocks.push_back(person_block(visit, edition, city.id, one));
    view.blocks.push_back(
        titled(t("Another person"), t("They may write for the city at once, and are told by letter."),
               typed.person ? *std::move(typed.person) : person_form(visit, edition, city.id)));
    view.blocks.push_back(entries_block(db, edition, city.id));
    view.blocks.push_back(
        titled(t("Names"), {},
               typed.names ? *std::move(typed.names) : names_form(visit, edition, city, words_of(city))));
    for (auto& block : merge_blocks(visit, db, edition, city)) view.blocks.push_back(std::move(block));
    return office_page(visit, view);
}

std::optional<http::response> unless_there(visit& visit, const workflow::edition& edition,
                                           const store::city_row& city) {
    if (!city.merged_into) return std::nullopt;
    return visit.see_other(office_city_url(edition, *city.merged_into));
}

}  // namespace

http::response show_office_city(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto city = store::load_city(db, city_asked(visit));
    if (auto elsewhere = unless_there(visit, edition, city)) return *std::move(elsewhere);
    return city_page(visit, db, edition, city);
}

http::response correct_city(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto city = store::load_city(db, city_asked(visit));
    const store::city_words said{visit.field("official_name"), visit.field("printed_name"),
                                 visit.field("country"),       visit.field("printed_country"),
                                 visit.field("region"),        visit.text("other_names")};
    if (store::is_own_city(db, city.id)) return visit.refuse({workflow::refusal_code::own_city, {}});
    auto form = names_form(visit, edition, city, said);
    is_readable(visit, form, 2000);
    if (said.official_name.empty()) mark(visit, form, "official_name", t("Enter the official name."));
    if (said.printed_name.empty())
        mark(visit, form, "printed_name", t("Enter the name as it is to be printed."));
    if (said.printed_country.empty())
        mark(visit, form, "printed_country", t("Enter the country as it is to be printed."));
    if (!pages::is_country_code(said.country)) mark(visit, form, "country", t("Choose the country."));
    const auto known = store::find_city_named(db, said.official_name, said.country, city.parent_id);
    if (known && *known != city.id)
        mark(visit, form, "official_name", t("Another city has this name already. Merge the two."));
    if (visit.frame.errors.empty() && visit.find_number("version") != city.version) {
        mark_stale(visit, form, names_form(visit, edition, city, words_of(city)), city.version);
        forms typed;
        typed.names = std::move(form);
        auto page = city_page(visit, db, edition, city, std::move(typed));
        page.status = 409;
        return page;
    }
    if (!visit.frame.errors.empty()) {
        forms typed;
        typed.names = std::move(form);
        return city_page(visit, db, edition, city, std::move(typed));
    }
    store::correct_city(db, visit.as_author(), city.id, city.version, said);
    return visit.see_other(office_city_url(edition, city.id), "city_corrected");
}

http::response approve_office_city(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto city = city_asked(visit);
    if (store::is_own_city(db, city)) return visit.refuse({workflow::refusal_code::own_city, {}});
    store::approve_city(db, visit.as_author(), city);
    return visit.see_other(office_city_url(edition, city), "city_approved");
}

http::response add_applicant(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto city = store::load_city(db, city_asked(visit));
    auto form = person_form(visit, edition, city.id);
    is_readable(visit, form, 200);
    const auto name = visit.field("name");
    const auto email = visit.mail_address("email");
    if (name.empty() || typed::is_advertisement(name)) mark(visit, form, "name", t("Enter the name alone."));
    if (email.empty()) mark(visit, form, "email", t("Enter an e-mail address, like name@example.org."));
    if (!visit.frame.errors.empty()) {
        forms typed;
        typed.person = std::move(form);
        return city_page(visit, db, edition, city, std::move(typed));
    }
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    const auto id =
        store::find_or_invite_person(db, visit.as_author(), email, name, edition.is_demonstration);
    if (const auto added = acts::add_applicant(visit.acting(db), city.id, id); !added)
        return visit.refuse(added.error());
    const auto person = store::load_person(db, id);
    if (!person.confirmed_at) send_city_invitation(visit, db, edition, city, person);
    return visit.see_other(office_city_url(edition, city.id), "applicant_added");
}

http::response settle_claim(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto city = store::load_city(db, city_asked(visit));
    const auto person = visit.id<workflow::person_id>("person");
    const auto here = office_city_url(edition, city.id);
    const auto act = visit.field("act");
    if (act == "confirm") {
        const auto confirmed = acts::confirm_claim(visit.acting(db), city.id, person);
        return confirmed ? visit.see_other(here, "applicant_confirmed") : visit.refuse(confirmed.error());
    }
    const auto field = name_of_reason(city.id, person);
    const auto reason = visit.text(field);
    if (!visit.is_readable(field) || typed::is_longer_than(reason, 4000)) {
        visit.error(field, t("This text is too long or could not be read."));
        return city_page(visit, db, edition, city);
    }
    // Ending a right asks for presence (T5); turning somebody down takes nothing away.
    if (act == "end" && !has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    const auto ended = acts::end_claim(visit.acting(db, reason), city.id, person);
    if (!ended && ended.error().code == workflow::refusal_code::reason_required) {
        visit.error(field, visit.sentence(ended.error()));
        return city_page(visit, db, edition, city);
    }
    if (!ended) return visit.refuse(ended.error());
    return visit.see_other(here, *ended ? "applicant_ended" : "applicant_declined");
}

http::response merge_city(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto city = store::load_city(db, city_asked(visit));
    const auto into = visit.find_number("into");
    if (!into) {
        visit.error("into", t("Choose the other city."));
        return city_page(visit, db, edition, city);
    }
    const auto kept = workflow::id_from<workflow::city_id>(*into);
    if (!visit.has_field("confirmed")) return ask_to_merge(visit, edition, city, store::load_city(db, kept));
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    if (const auto merged = acts::merge_cities(visit.acting(db), city.id, kept); !merged)
        return visit.refuse(merged.error());
    visit.public_changed = true;
    return visit.see_other(office_city_url(edition, kept), "cities_merged");
}

}  // namespace features
