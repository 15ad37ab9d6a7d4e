#include "server/features/office/exceptions.hpp"

#include "server/acts/deadlines.hpp"
#include "server/features/office/screened.hpp"
#include "server/pages/countries.hpp"
#include "server/pages/zones.hpp"
#include "server/store/claims.hpp"
#include "server/store/decisions.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "typed/characters.hpp"

namespace features {
namespace {

using pages::t;

pages::office_form extension_form(const visit& visit, store::database& db, const workflow::edition& edition) {
    std::vector<pages::choice> cities;
    for (const auto& one : store::list_city_choices(db))
        cities.push_back({std::to_string(workflow::value(one.id)),
                          one.name + ", " + pages::name_of_country(one.country, visit.frame.language),
                          {},
                          false,
                          ""});
    return form_to(office_url(edition, "/extensions"),
                   {choose("city", t("City"), std::move(cities), visit.field("city")),
                    date_time("until", t("Until"), visit.field("until"), edition.calendar.zone),
                    lines("reason", t("Reason"), visit.text("reason"), 3)},
                   t("Grant the extension"));
}

pages::office_view extensions_page(visit& visit, store::database& db, const workflow::edition& edition,
                                   pages::office_form form) {
    auto view = begin_office(visit, edition, office_section::entries, t("Personal extensions"));
    view.lead = t("A recorded exception for one city: who granted it, why, and until when.");
    pages::office_block grant, list;
    grant.form = std::move(form);
    pages::table table;
    table.caption = t("Extensions granted");
    table.columns = {{t("City"), false, ""},
                     {t("Until"), false, ""},
                     {t("Reason"), false, ""},
                     {t("Granted by"), false, ""}};
    table.empty_text = t("No extension has been granted.");
    for (const auto& one : store::list_extensions(db, edition.id))
        table.add_row({{one.city, "", std::nullopt, false, {}},
                       {in_words(one.until, edition.calendar.zone), "", std::nullopt, false, {}},
                       {one.reason, "", std::nullopt, false, {}},
                       {one.granted_by.value_or(""), "", std::nullopt, false, {}}});
    list.rows = std::move(table);
    view.blocks = {std::move(grant), std::move(list)};
    return view;
}

std::optional<workflow::city_id> read_city(visit& visit, store::database& db, pages::office_form& form) {
    const auto number = visit.find_number("city");
    const auto cities = store::list_city_choices(db);
    if (number && std::any_of(cities.begin(), cities.end(),
                              [&](const auto& one) { return workflow::value(one.id) == *number; }))
        return workflow::id_from<workflow::city_id>(*number);
    mark(visit, form, "city", t("Choose a city."));
    return std::nullopt;
}

std::optional<workflow::instant> read_until(visit& visit, store::database& db, pages::office_form& form,
                                            const std::string& zone) {
    const auto until = workflow::instant_of(visit.field("until"), zone, pages::answer_for_zone);
    if (until && *until > db.clock()) return *until;
    mark(visit, form, "until", until ? t("Give a time in the future.") : visit.sentence(until.error()));
    return std::nullopt;
}

}  // namespace

http::response flag_entry(visit& visit, store::database& db) {
    const auto flag = visit.field("flag");
    const auto decision = visit.field("decision");
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = store::lock_screened_entry(db, visit.who.entry.value());
    for (const auto* name : {"flag", "decision"})
        if (!visit.is_readable(name) || typed::is_longer_than(visit.field(name), 2000))
            visit.error(name, t("This text is too long or could not be read."));
    if (!visit.frame.errors.empty()) return office_page(visit, entry_page(visit, db, edition, entry, {}));
    if (flag != entry.flag) store::set_flag(db, visit.as_author(), entry.id, flag);
    if (!decision.empty()) {
        store::minutes made;
        made.reason = decision;
        store::record_decision(db, visit.as_author(), made,
                               store::eligibility_body{entry.id, flag.empty() ? entry.flag : flag});
    }
    return visit.see_other(entry_url(edition, entry), "saved");
}

http::response move_to_category(visit& visit, store::database& db) {
    const auto wanted = visit.find_number("category");
    const auto why = visit.field("why");

    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = store::lock_screened_entry(db, visit.who.entry.value());
    const auto category =
        std::find_if(edition.categories.begin(), edition.categories.end(),
                     [&](const auto& one) { return wanted && workflow::value(one.id) == *wanted; });
    if (category == edition.categories.end() || category->id == entry.category_id)
        visit.error("category", t("Choose another category."));
    if (!visit.is_readable("why") || typed::is_longer_than(why, 2000))
        visit.error("why", t("This text is too long or could not be read."));

    workflow::category_change_facts facts;
    facts.decision_recorded = !why.empty();
    facts.city_consents = visit.has_field("consent");
    facts.scorecards_begun = store::count_begun_scorecards(db, entry.id);
    if (visit.frame.errors.empty())
        if (const auto may = workflow::may_change_category(facts); !may) {
            const auto& no = may.error();
            if (no.code == workflow::refusal_code::entry_already_scored) return visit.refuse(no);
            visit.error(no.code == workflow::refusal_code::consent_required ? "consent" : "why",
                        visit.sentence(no));
        }
    if (!visit.frame.errors.empty()) return office_page(visit, entry_page(visit, db, edition, entry, {}));

    store::minutes made;
    made.reason = why;
    const auto decision = store::record_decision(
        db, visit.as_author(), made, store::category_move_body{entry.id, entry.category_id, category->id});
    store::move_category(db, visit.as_author(), entry.id, category->id, decision);
    return visit.see_other(entry_url(edition, entry), "saved");
}

http::response show_extensions(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return office_page(visit, extensions_page(visit, db, edition, extension_form(visit, db, edition)));
}

http::response grant_extension(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = extension_form(visit, db, edition);
    is_readable(visit, form, 2000);
    const auto city = read_city(visit, db, form);
    const auto until = read_until(visit, db, form, edition.calendar.zone);
    const auto reason = visit.field("reason");
    if (reason.empty()) mark(visit, form, "reason", t("Give a reason."));
    using enum workflow::edition_state;
    if (visit.frame.errors.empty() && edition.state != open && edition.state != screening)
        return visit.refuse({workflow::refusal_code::no_such_move,
                             {{"state", boost::describe::enum_to_string(edition.state, "")}}});
    if (!visit.frame.errors.empty())
        return office_page(visit, extensions_page(visit, db, edition, std::move(form)));

    if (store::is_own_city(db, *city)) return visit.refuse({workflow::refusal_code::own_city, {}});
    if (const auto granted = acts::grant_extension(visit.acting(db, reason), edition, *city, *until);
        !granted) {
        mark(visit, form, "until", visit.sentence(granted.error()));
        return office_page(visit, extensions_page(visit, db, edition, std::move(form)));
    }
    return visit.see_other(office_url(edition, "/extensions"), "saved");
}

}  // namespace features
