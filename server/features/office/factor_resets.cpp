#include "server/features/office/factor_resets.hpp"

#include "server/acts/letters.hpp"
#include "server/features/account/letters.hpp"
#include "server/features/frame/letters.hpp"
#include "server/features/office/page.hpp"
#include "server/store/factor_resets.hpp"
#include "server/store/grave_acts.hpp"

namespace features {
namespace {

using pages::t;

std::string resets_url(const workflow::edition& edition, std::string_view rest = {}) {
    return office_url(edition, "/panel/second-factors") + std::string(rest);
}

// Nobody asks for themselves.
pages::office_form asking_form(const visit& visit, store::database& db, const workflow::edition& edition) {
    std::vector<pages::choice> people;
    for (const auto& one : store::list_secured_people(db, edition.id))
        if (one.id != visit.who.person)
            people.push_back(
                {std::to_string(workflow::value(one.id)), one.name + " (" + one.email + ")", {}, false, ""});
    return form_to(
        resets_url(edition),
        {choose("person", t("Who lost the one-time codes?"), std::move(people), visit.field("person")),
         lines("reason", t("Reason"), visit.text("reason"), 3,
               t("How do you know that it is this person who asks? Call back on a number that you knew "
                 "before."))},
        t("Ask for a new start"));
}

pages::office_block block_of(const visit& visit, const workflow::edition& edition,
                             const store::factor_reset& one, bool joined_later) {
    pages::office_block block;
    pages::summary_list summary;
    summary.rows = {
        {t("Person"), one.name + " (" + one.email + ")", {}},
        {t("Reason"), one.reason, {}},
        {t("Asked by"), one.asked_by_name + ", " + in_words(one.asked_at, edition.calendar.zone), {}}};
    block.summary = std::move(summary);
    if (one.person_id == visit.who.person) {
        block.text = t("This is about your own account: two others decide.");
        return block;
    }
    auto form =
        form_to(resets_url(edition, "/" + std::to_string(one.id)), {}, t("Take it back"), "secondary");
    form.buttons[0].name = "outcome";
    form.buttons[0].value = "declined";
    if (one.asked_by == visit.who.person) {
        block.text = t("It waits for a second person of the secretariat.");
    } else if (joined_later) {
        block.text =
            t("It was asked for before you joined the secretariat: somebody who was a member then "
              "approves it.");
        form.buttons[0].text = t("Decline");
    } else {
        form.buttons[0].text = t("Decline");
        pages::button approve;
        approve.text = t("Approve: send the link");
        approve.name = "outcome";
        approve.value = "approved";
        form.buttons.insert(form.buttons.begin(), std::move(approve));
    }
    block.form = std::move(form);
    return block;
}

pages::table table_of_settled(const workflow::edition& edition, const std::vector<store::factor_reset>& all) {
    pages::table table;
    table.caption = t("Settled");
    table.columns = {{t("Person")}, {t("Asked by")}, {t("Settled by")}, {t("When")}, {t("Outcome")}};
    table.empty_text = t("None so far.");
    for (const auto& one : all)
        if (one.outcome)
            table.add_row(
                {{one.name},
                 {one.asked_by_name},
                 {one.settled_by_name.value_or("")},
                 {in_words(one.settled_at.value(), edition.calendar.zone)},
                 {*one.outcome == store::factor_reset_outcome::approved ? t("Approved") : t("Declined")}});
    return table;
}

pages::office_view resets_page(visit& visit, store::database& db, const workflow::edition& edition,
                               pages::office_form form) {
    auto view = begin_office(visit, edition, office_section::panel, t("Lost one-time codes"));
    visit.frame.breadcrumbs.push_back({t("Panel"), office_url(edition, "/panel")});
    view.lead = t(
        "Who has recovery codes signs in with one of them. For all others two members of the secretariat let "
        "the person set up new one-time codes: one asks, another approves. Then all sessions of the person "
        "end, and a letter with a link is sent; the link works once, with the password.");
    const auto all = store::list_factor_resets(db, edition.id);
    for (const auto& one : all)
        if (!one.outcome)
            view.blocks.push_back(
                block_of(visit, edition, one, !store::was_in_office(db, edition.id, one.asked_at)));
    view.blocks.emplace_back().form = std::move(form);
    view.blocks.emplace_back().rows = table_of_settled(edition, all);
    return view;
}

// The secretariat's own role may not touch sessions and links: the role that serves accounts does.
void send_reset_link(visit& visit, store::database& db, const store::factor_reset& reset) {
    db.act_as(store::database_role::access, visit.person());
    store::end_other_sessions(db, reset.person_id, {});
    const auto link = make_link(visit, db, store::link_purpose::second_factor_reset, reset.person_id, "{}");
    queue_letter(
        visit, db, {reset.person_id, reset.name, reset.email, reset.language},
        notifications::second_factor_reset_content{whole_address(visit, link.path), link.valid_until},
        "factor reset " + std::to_string(reset.id));
}

}  // namespace

http::response show_factor_resets(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return office_page(visit, resets_page(visit, db, edition, asking_form(visit, db, edition)));
}

http::response ask_factor_reset(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto form = asking_form(visit, db, edition);
    is_readable(visit, form, 2000);
    const auto number = visit.find_number("person");
    std::optional<workflow::person_id> concerned;
    for (const auto& one : store::list_secured_people(db, edition.id))
        if (number == workflow::value(one.id) && one.id != visit.who.person) concerned = one.id;
    if (!concerned)
        mark(visit, form, "person",
             t("Choose somebody of the panel or of the secretariat, but not yourself."));
    const auto reason = visit.text("reason");
    if (visit.field("reason").empty()) mark(visit, form, "reason", t("Give a reason."));
    if (!visit.frame.errors.empty())
        return office_page(visit, resets_page(visit, db, edition, std::move(form)));

    if (!store::ask_factor_reset(db, visit.as_author(), *concerned, reason))
        return visit.see_other(resets_url(edition), "factor_reset_waits");
    acts::tell_the_office(visit.acting(db),
                          "Somebody lost the one-time codes; a second person has to approve.",
                          "/panel/second-factors", "factor reset " + visit.request.id, *concerned);
    return visit.see_other(resets_url(edition), "factor_reset_asked");
}

http::response settle_factor_reset(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto reset = store::lock_factor_reset(db, edition.id, visit.number("reset"));
    const bool is_approved = visit.field("outcome") == "approved";
    if (reset.person_id == visit.who.person)
        return visit.refuse({workflow::refusal_code::not_yours_to_do, {}});
    if (reset.outcome) return visit.refuse({workflow::refusal_code::stale_version, {}});
    if (is_approved && reset.asked_by == visit.who.person)
        return visit.refuse({workflow::refusal_code::needs_two_people, {{"people", "1"}}});
    if (is_approved && !store::was_in_office(db, edition.id, reset.asked_at))
        return visit.refuse({workflow::refusal_code::joined_later, {}});

    store::settle_factor_reset(
        db, visit.as_author(), reset.id,
        is_approved ? store::factor_reset_outcome::approved : store::factor_reset_outcome::declined);
    if (is_approved) send_reset_link(visit, db, reset);
    return visit.see_other(resets_url(edition),
                           is_approved ? "factor_reset_approved" : "factor_reset_declined");
}

}  // namespace features
