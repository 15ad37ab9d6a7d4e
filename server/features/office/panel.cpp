#include "server/features/office/panel.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/members.hpp"
#include "server/features/office/invitations.hpp"
#include "server/features/office/judges.hpp"
#include "server/features/office/member.hpp"
#include "server/pages/countries.hpp"
#include "server/store/claims.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"

namespace features {
namespace {

using pages::t;

pages::tag standing_of(const store::judge_row& judge) {
    if (judge.declined_at) return {t("Declined"), "grey"};
    if (judge.left_at) return {t("Left"), "grey"};
    if (!judge.accepted_at) return {t("Invited, no answer yet"), "amber"};
    if (!judge.terms_accepted_at) return {t("Terms to accept"), "amber"};
    if (!judge.identity_checked_at) return {t("Identity to verify"), "amber"};
    return {t("Ready"), "green"};
}

pages::phrase part_of(const store::judge_row& judge) {
    if (judge.chair) return t("Chair");
    if (judge.alternate) return t("Alternate");
    return t("Member");
}

pages::phrase editions_of(const store::office_member& member) {
    return member.of_every_edition ? t("Every edition") : t("This edition");
}

pages::office_form member_form(const visit& visit, const workflow::edition& edition) {
    return form_to(office_url(edition, "/team"),
                   {line("name", t("Name"), visit.field("name")),
                    line("email", t("E-mail address"), visit.field("email"))},
                   t("Invite to the secretariat"), "secondary");
}

// The cities that people of the panel or the secretariat write for, or have asked to (E8).
template <class Rows>
std::map<workflow::person_id, std::string> own_cities_of(store::database& db, const Rows& rows) {
    std::vector<workflow::person_id> people;
    for (const auto& one : rows) people.push_back(one.person_id);
    return store::list_own_cities(db, people);
}

// Adds the column before the last one, where anybody has a city.
void show_cities_of(pages::table& table, const std::map<workflow::person_id, std::string>& cities) {
    if (!cities.empty()) table.columns.insert(table.columns.end() - 1, {t("Writes for")});
}

void add_row(pages::table& table, std::vector<pages::cell> cells,
             const std::map<workflow::person_id, std::string>& cities, workflow::person_id person) {
    const auto found = cities.find(person);
    if (!cities.empty())
        cells.insert(cells.end() - 1,
                     {found == cities.end() ? pages::phrase() : pages::phrase(found->second)});
    table.add_row(std::move(cells));
}

// Who is both: each of the two tables says it of the rows that the other has too (J12).
pages::table table_of_judges(const visit& visit, store::database& db, const workflow::edition& edition) {
    const auto members = list_people_in_office(db, edition.id);
    pages::table table;
    table.caption = t("The panel");
    table.columns = {{t("Judge")}, {t("Part")}, {t("Affiliation")}, {t("Country")}, {t("State")}};
    table.empty_text = t("Nobody has been invited yet.");
    const auto judges = store::list_judges(db, edition.id);
    const auto cities = own_cities_of(db, judges);
    show_cities_of(table, cities);
    for (const auto& one : judges)
        add_row(
            table,
            {{one.name, office_url(edition, "/panel/") + std::to_string(workflow::value(one.id))},
             {members.contains(one.person_id) ? t("{part}, also of the secretariat", {{"part", part_of(one)}})
                                              : part_of(one)},
             {one.affiliation},
             {pages::name_of_country(one.country, visit.frame.language)},
             {{}, "", standing_of(one), false, {}}},
            cities, one.person_id);
    return table;
}

pages::table table_of_members(store::database& db, const workflow::edition& edition) {
    const auto judges = list_people_on_the_panel(db, edition.id);
    pages::table table;
    table.caption = t("Who works for this edition");
    table.columns = {{t("Name")}, {t("E-mail address")}, {t("For")}, {t("State")}};
    const auto office = store::list_office(db, edition.id);
    const auto cities = own_cities_of(db, office);
    show_cities_of(table, cities);
    for (const auto& one : office) {
        // Who works for every edition, or declined, has no page of its own here.
        const bool has_page = !one.of_every_edition && !one.declined_at;
        add_row(
            table,
            {{one.name, has_page ? member_url(edition, one.person_id) : std::string()},
             {one.email},
             {judges.contains(one.person_id) ? t("{editions}, also a judge", {{"editions", editions_of(one)}})
                                             : editions_of(one)},
             {{}, "", membership_tag(one), false, {}}},
            cities, one.person_id);
    }
    return table;
}

pages::office_view panel_page(visit& visit, store::database& db, const workflow::edition& edition,
                              pages::office_form invite_member_form) {
    auto view = begin_office(visit, edition, office_section::panel, t("Panel and secretariat"));
    pages::office_block panel, office;
    panel.rows = table_of_judges(visit, db, edition);
    panel.links = {{t("Invite a judge"), office_url(edition, "/panel/new")},
                   {t("Lost one-time codes"), office_url(edition, "/panel/second-factors")}};
    office.heading = t("The secretariat");
    office.rows = table_of_members(db, edition);
    office.form = std::move(invite_member_form);
    view.blocks = {std::move(panel), std::move(office)};
    return view;
}

}  // namespace

http::response show_panel(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return office_page(visit, panel_page(visit, db, edition, member_form(visit, edition)));
}

http::response invite_member(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto form = member_form(visit, edition);
    is_readable(visit, form, 200);
    const auto name = visit.field("name");
    const auto email = visit.mail_address("email");
    if (name.empty()) mark(visit, form, "name", t("Enter the name."));
    if (email.empty()) mark(visit, form, "email", t("Enter an e-mail address, like name@example.org."));
    if (!visit.frame.errors.empty())
        return office_page(visit, panel_page(visit, db, edition, std::move(form)));
    const auto person =
        store::find_or_invite_person(db, visit.as_author(), email, name, edition.is_demonstration);
    if (!acts::ask_to_join(visit.acting(db), person, name))
        return visit.see_other(office_url(edition, "/panel"), "member_known");
    const auto member = store::find_member(db, edition.id, person).value();
    send_member_invitation(visit, db, edition, member);
    return visit.see_other(office_url(edition, "/panel"),
                           member.confirmed_at ? "first_colleague_invited" : "member_invited");
}

http::response show_new_judge(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_office(visit, edition, office_section::panel, t("Invite a judge"));
    view.blocks.emplace_back().form = judge_form(visit, db, edition, nullptr);
    return office_page(visit, view);
}

http::response invite_judge(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = judge_form(visit, db, edition, nullptr);
    auto judge = read_judge(visit, db, form, edition);
    const auto email = visit.mail_address("email");
    if (email.empty()) mark(visit, form, "email", t("Enter an e-mail address, like name@example.org."));
    const auto panel = store::list_judges(db, edition.id);
    for (const auto& one : panel) {
        if (one.email == email) mark(visit, form, "email", t("This person is on the panel already."));
        if (judge.chair && one.chair && !one.left_at)
            mark(visit, form, "part", t("The panel has a chair already: {name}.", {{"name", one.name}}));
    }
    if (!visit.frame.errors.empty()) {
        auto view = begin_office(visit, edition, office_section::panel, t("Invite a judge"));
        view.blocks.emplace_back().form = std::move(form);
        return office_page(visit, view);
    }
    const auto person =
        store::find_or_invite_person(db, visit.as_author(), email, judge.name, edition.is_demonstration);
    const auto id = store::add_judge(db, visit.as_author(), person, judge);
    acts::recompute_conflicts(visit.acting(db));
    send_judge_invitation(visit, db, edition, store::load_judge(db, id));
    return visit.see_other(office_url(edition, "/panel/") + std::to_string(workflow::value(id)),
                           "judge_invited");
}

}  // namespace features
