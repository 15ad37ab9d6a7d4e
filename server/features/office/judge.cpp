#include "server/features/office/judge.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/drop_out.hpp"
#include "server/features/office/invitations.hpp"
#include "server/features/office/judges.hpp"
#include "server/features/office/member.hpp"
#include "server/features/office/stale.hpp"
#include "server/pages/countries.hpp"
#include "server/store/claims.hpp"
#include "server/store/conflicts.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "typed/characters.hpp"

namespace features {
namespace {

using pages::t;

std::string judge_url(const workflow::edition& edition, const store::judge_row& judge,
                      std::string_view rest = {}) {
    return office_url(edition, "/panel/") + std::to_string(workflow::value(judge.id)) + std::string(rest);
}

pages::office_block standing_block(store::database& db, const workflow::edition& edition,
                                   const store::judge_row& judge) {
    pages::office_block block;
    pages::summary_list list;
    const auto when = [&](const std::optional<workflow::instant>& at, pages::phrase otherwise) {
        return at ? pages::phrase(in_words(*at, edition.calendar.zone)) : std::move(otherwise);
    };
    list.rows = {{t("E-mail address"), judge.email, {}},
                 {t("Invited"), when(judge.invited_at, {}), {}},
                 {t("Invitation accepted"),
                  judge.declined_at
                      ? t("Declined, {when}", {{"when", in_words(*judge.declined_at, edition.calendar.zone)}})
                      : when(judge.accepted_at, t("No answer yet")),
                  {}},
                 {t("Terms accepted"), when(judge.terms_accepted_at, t("Not yet")), {}},
                 {t("Identity verified"),
                  when(judge.identity_checked_at, t("Not yet: nothing is assigned before")),
                  {}}};
    if (list_people_in_office(db, edition.id).contains(judge.person_id))
        list.rows.push_back({t("Also of the secretariat"), t("Yes"), {}});
    for (const auto& [_, cities] : store::list_own_cities(db, {judge.person_id}))
        list.rows.push_back({t("Writes for"), cities, {}});
    if (judge.left_at && !judge.declined_at) list.rows.push_back({t("Left"), when(judge.left_at, {}), {}});
    if (!judge.left_reason.empty()) list.rows.push_back({t("Reason"), judge.left_reason, {}});
    block.summary = std::move(list);
    return block;
}

pages::office_block relations_block(visit& visit, store::database& db, const workflow::edition& edition,
                                    const store::judge_row& judge) {
    pages::office_block block;
    block.heading = t("Relations to cities");
    block.text = t("A recorded relation bars the judge from every entry of the city.");
    std::vector<pages::choice> cities;
    for (const auto& one : store::list_city_choices(db))
        cities.push_back({std::to_string(workflow::value(one.id)),
                          one.name + ", " + pages::name_of_country(one.country, visit.frame.language),
                          {},
                          false,
                          ""});
    pages::plain_list known;
    for (const auto& one : store::list_relations(db, edition.id))
        if (one.judge_id == judge.id) known.items.push_back(one.city + ": " + one.note);
    if (!known.items.empty()) block.list = std::move(known);
    block.form = form_to(judge_url(edition, judge, "/relations"),
                         {choose("with_city", t("City"), std::move(cities), visit.field("with_city")),
                          lines("note", t("What relation?"), visit.text("note"), 2)},
                         t("Record the relation"), "secondary");
    return block;
}

pages::office_block act_block(pages::phrase heading, std::string url, std::vector<pages::field> fields,
                              pages::phrase go, std::string kind) {
    pages::office_block block;
    block.heading = std::move(heading);
    block.form = form_to(std::move(url), std::move(fields), std::move(go), std::move(kind));
    return block;
}

// Whoever has confirmed an address changes it in the own account; until then a mistyped one reaches nobody.
pages::office_block address_block(const visit& visit, const workflow::edition& edition,
                                  const store::judge_row& judge) {
    std::vector<pages::field> address{
        line("email", t("E-mail address"), visit.has_field("email") ? visit.field("email") : judge.email,
             t("The invitation goes to the corrected address, and the link in the old letter ends."))};
    for (const auto& error : visit.frame.errors) pages::set_error(address, error);
    return act_block(t("The address is wrong"), judge_url(edition, judge, "/address"), std::move(address),
                     t("Correct the address and invite again"), "secondary");
}

pages::office_view judge_page(visit& visit, store::database& db, const workflow::edition& edition,
                              const store::judge_row& judge, pages::office_form form) {
    auto view = begin_office(visit, edition, office_section::panel, judge.name);
    visit.frame.breadcrumbs.push_back({t("Panel"), office_url(edition, "/panel")});
    view.blocks.push_back(standing_block(db, edition, judge));
    if (judge.declined_at)
        view.blocks.push_back(
            act_block({}, judge_url(edition, judge, "/invitation"), {}, t("Invite once more"), "secondary"));
    if (judge.left_at) return view;
    auto verify =
        form_to(judge_url(edition, judge, "/identity"), {},
                judge.identity_checked_at ? t("Identity is in doubt again") : t("The identity is verified"),
                "secondary");
    verify.hidden = {{"verified", judge.identity_checked_at ? "no" : "yes"}};
    view.blocks.emplace_back().form = std::move(verify);
    if (!judge.terms_accepted_at) {
        view.blocks.push_back(act_block({}, judge_url(edition, judge, "/invitation"), {},
                                        t("Send the invitation again"), "secondary"));
        view.blocks.push_back(address_block(visit, edition, judge));
    }
    pages::office_block data;
    data.heading = t("Data of the judge");
    data.form = std::move(form);
    view.blocks.push_back(std::move(data));
    view.blocks.push_back(relations_block(visit, db, edition, judge));
    for (const auto& one : store::list_relations(db, edition.id)) {
        if (one.judge_id != judge.id) continue;
        view.blocks.push_back(
            act_block({}, judge_url(edition, judge, "/relations/") + std::to_string(one.id) + "/remove", {},
                      t("Remove the relation to {city}", {{"city", one.city}}), "secondary"));
    }
    pages::office_block leaving;
    leaving.heading = t("The judge drops out");
    leaving.links = {{t("The judge leaves the panel"), judge_url(edition, judge, "/leave")}};
    view.blocks.push_back(std::move(leaving));
    return view;
}

pages::phrase what_the_rules_say(workflow::dropout_policy policy) {
    return policy == workflow::dropout_policy::keep_locked
               ? t("The rules of this edition keep what the judge has finished, in every category.")
               : t("The rules of this edition keep what the judge has finished in categories that are "
                   "finished, and void the "
                   "judge's scorecards in all others.");
}

pages::confirm_view leaving_page(visit& visit, store::database& db, const workflow::edition& edition,
                                 const store::judge_row& judge) {
    begin_office(visit, edition, office_section::panel, judge.name);
    visit.frame.breadcrumbs.push_back({judge.name, judge_url(edition, judge)});
    const auto would = acts::preview_drop_out(db, edition.id, judge.id);
    pages::confirm_view view;
    view.question = t("Does {judge} leave the panel?", {{"judge", judge.name}});
    view.consequences = {
        t("The judge sees nothing of the edition any more, and cannot come back."),
        t("Scorecards that are not finished are excused with the reason: {count}.",
          {{"count", std::to_string(would.excused)}}),
        t("Scorecards that are submitted: {count}.", {{"count", std::to_string(would.kept)}}),
        what_the_rules_say(store::load_rules(db, edition.id).rules.dropout),
        t("Entries that fall below the minimum of judges go to alternates and others who are free. Where "
          "nobody is, the gap is shown with the assignment."),
        t("After judging is closed, the tally is shown both as the rules have it and as the other rule "
          "would.")};
    view.action = judge_url(edition, judge, "/leave");
    view.fields.push_back(lines("reason", t("Reason"),
                                visit.is_readable("reason") ? visit.text("reason") : "", 3,
                                t("It stands beside every scorecard that is excused.")));
    view.go = {t("The judge leaves the panel"), "danger", "", "", {}};
    view.back_href = judge_url(edition, judge);
    return view;
}

}  // namespace

http::response show_judge(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    return office_page(visit, judge_page(visit, db, edition, judge, judge_form(visit, db, edition, &judge)));
}

http::response save_judge(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto kept = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    auto form = judge_form(visit, db, edition, &kept);
    if (visit.find_number("version") != kept.version) {
        mark_stale(visit, form, judge_form(visit, db, edition, &kept, true), kept.version);
        return office_page(visit, 409, judge_page(visit, db, edition, kept, std::move(form)));
    }
    auto judge = read_judge(visit, db, form, edition);
    judge.id = kept.id;
    judge.version = kept.version;
    for (const auto& one : store::list_judges(db, edition.id))
        if (judge.chair && one.chair && one.id != kept.id && !one.left_at)
            mark(visit, form, "part", t("The panel has a chair already: {name}.", {{"name", one.name}}));
    if (!visit.frame.errors.empty())
        return office_page(visit, judge_page(visit, db, edition, kept, std::move(form)));
    store::change_judge(db, visit.as_author(), judge);
    acts::recompute_conflicts(visit.acting(db));
    return visit.see_other(judge_url(edition, kept), "saved");
}

http::response check_judge(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    store::check_identity(db, visit.as_author(), judge.id, visit.field("verified") == "yes");
    return visit.see_other(judge_url(edition, judge), "saved");
}

http::response ask_judge_leaves(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    if (judge.left_at) return visit.see_other(judge_url(edition, judge));
    return visit.page("frame/confirm", leaving_page(visit, db, edition, judge));
}

http::response judge_leaves(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    if (judge.left_at) return visit.see_other(judge_url(edition, judge), "saved");
    const auto reason = visit.field("reason");
    if (!visit.is_readable("reason") || reason.empty() || typed::is_longer_than(reason, 2000)) {
        auto view = leaving_page(visit, db, edition, judge);
        visit.error(view.fields, "reason",
                    typed::is_longer_than(reason, 2000) ? t("This text is too long.") : t("Give a reason."));
        return visit.page("frame/confirm", view);
    }
    const auto done = acts::drop_out(visit.acting(db, reason), judge.id);
    return visit.see_other(judge_url(edition, judge), done.gaps.empty() ? "judge_left" : "judge_left_gaps");
}

http::response invite_again(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    if (judge.declined_at) {
        store::renew_invitation(db, visit.as_author(), judge.id);
        judge = store::load_judge(db, judge.id);
    }
    if (!judge.left_at && !judge.terms_accepted_at) send_judge_invitation(visit, db, edition, judge);
    return visit.see_other(judge_url(edition, judge), "judge_invited");
}

http::response correct_judge_address(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    if (judge.left_at || judge.terms_accepted_at) return visit.see_other(judge_url(edition, judge));
    const auto email = visit.mail_address("email");
    if (email.empty())
        visit.error("email", t("Enter an e-mail address, like name@example.org."));
    else if (store::is_known_address(db, email))
        visit.error("email", t("This address belongs to somebody else. Invite that person instead."));
    else if (!store::correct_address(db, visit.as_author(), judge, email))
        visit.error("email", t("The judge has confirmed the address, and only the judge can change it now."));
    if (!visit.frame.errors.empty())
        return office_page(visit,
                           judge_page(visit, db, edition, judge, judge_form(visit, db, edition, &judge)));
    judge.email = email;
    store::redirect_failed_letters(db, visit.as_author(), judge.person_id, email);
    send_judge_invitation(visit, db, edition, judge);
    return visit.see_other(judge_url(edition, judge), "judge_address_corrected");
}

http::response add_relation(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    const auto number = visit.find_number("with_city");
    const auto cities = store::list_city_choices(db);
    if (!number || std::none_of(cities.begin(), cities.end(),
                                [&](const auto& one) { return workflow::value(one.id) == *number; }))
        visit.error("with_city", t("Choose one of the cities."));
    const auto note = visit.field("note");
    if (note.empty() || typed::is_longer_than(note, 2000) || !visit.is_readable("note"))
        visit.error("note", t("Say what relation it is."));
    if (!visit.frame.errors.empty())
        return office_page(visit,
                           judge_page(visit, db, edition, judge, judge_form(visit, db, edition, &judge)));
    store::add_relation(db, visit.as_author(), judge.id, workflow::id_from<workflow::city_id>(*number), note);
    acts::recompute_conflicts(visit.acting(db));
    return visit.see_other(judge_url(edition, judge), "saved");
}

http::response remove_relation(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto judge = store::load_judge(db, visit.id<workflow::judge_id>("judge"));
    store::remove_relation(db, visit.as_author(), judge.id, visit.number("relation"));
    acts::recompute_conflicts(visit.acting(db));
    return visit.see_other(judge_url(edition, judge), "saved");
}

}  // namespace features
