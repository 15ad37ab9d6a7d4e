#include "server/features/office/member.hpp"

#include "server/acts/members.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/office/invitations.hpp"
#include "server/store/claims.hpp"
#include "server/store/moves.hpp"
#include "server/store/panel.hpp"

namespace features {
namespace {

using pages::t;

pages::office_block summary_of(store::database& db, const workflow::edition& edition,
                               const store::office_member& member) {
    const auto when = [&](const std::optional<workflow::instant>& at, pages::phrase otherwise) {
        return at ? pages::phrase(in_words(*at, edition.calendar.zone)) : std::move(otherwise);
    };
    pages::summary_list list;
    list.rows = {{t("E-mail address"), member.email, {}},
                 {t("Invited"), in_words(member.added_at, edition.calendar.zone), {}},
                 {t("Invitation accepted"), when(member.accepted_at, t("No answer yet")), {}},
                 {t("Confirmed by a second member"), when(member.confirmed_at, t("Not yet")), {}}};
    if (member.invited_by_name)
        list.rows.insert(list.rows.begin() + 2, {t("By"), *member.invited_by_name, {}});
    if (list_people_on_the_panel(db, edition.id).contains(member.person_id))
        list.rows.push_back({t("Also a judge of this edition"), t("Yes"), {}});
    for (const auto& [_, cities] : store::list_own_cities(db, {member.person_id}))
        list.rows.push_back({t("Writes for, and decides nothing about"), cities, {}});
    pages::office_block block;
    block.summary = std::move(list);
    return block;
}

pages::office_block form_of(std::string url, std::vector<pages::button> buttons, pages::phrase heading,
                            pages::phrase text, std::vector<pages::field> fields = {}) {
    pages::office_block block;
    block.heading = std::move(heading);
    block.text = std::move(text);
    auto form = form_to(std::move(url), std::move(fields), t("Save"));
    form.buttons = std::move(buttons);
    block.form = std::move(form);
    return block;
}

pages::office_block invitation_block(const visit& visit, const std::string& url,
                                     const store::office_member& member) {
    std::vector<pages::button> buttons{
        act_button("invite_again", t("Send the invitation again"), "secondary")};
    if (member.confirmed_at)
        return form_of(url, std::move(buttons), t("The invitation"),
                       t("It is confirmed, and waits for the answer."));
    if (member.invited_by == visit.who.person)
        return form_of(url, std::move(buttons), t("The invitation"),
                       t("You invited this person: another member of the secretariat confirms."));
    buttons.insert(buttons.begin(), act_button("confirm", t("Confirm: this is one of us"), ""));
    return form_of(url, std::move(buttons), t("Does this person belong to the secretariat?"),
                   t("Until a second member has confirmed, the person can do nothing here."));
}

std::vector<pages::field> reason_field(const visit& visit, pages::phrase who_reads_it) {
    return {lines("reason", t("Reason"), visit.text("reason"), 2, std::move(who_reads_it))};
}

pages::office_block end_block(const visit& visit, const std::string& url,
                              const store::office_member& member) {
    if (!member.accepted_at)
        return form_of(url, {act_button("end", t("Take the invitation back"), "secondary")},
                       t("Not this person after all"), t("The link in the letter ends."),
                       reason_field(visit, t("It is kept with the membership. The person gets no letter.")));
    if (member.person_id == visit.who.person)
        return form_of(url, {act_button("end", t("Leave the secretariat"), "danger")},
                       t("Leave the secretariat"),
                       t("You are signed out at once and see nothing of the edition's office any more."),
                       reason_field(visit, t("The person reads it in a letter.")));
    if (!member.end_asked_by)
        return form_of(url, {act_button("end", t("Ask to end the membership"), "danger")},
                       t("The end of the membership"),
                       t("Another member has to confirm it. Then the person is signed out at once."),
                       reason_field(visit, t("The person reads it in a letter.")));
    std::vector<pages::button> buttons{act_button("keep", t("The person stays"), "secondary")};
    const auto asked = t("{name} asks to end the membership: {reason}",
                         {{"name", member.end_asked_by_name.value_or("")}, {"reason", member.end_reason}});
    if (member.end_asked_by != visit.who.person)
        buttons.insert(buttons.begin(), act_button("end", t("End the membership"), "danger"));
    return form_of(url, std::move(buttons), t("The end of the membership"), asked);
}

http::response member_page(visit& visit, store::database& db, const workflow::edition& edition,
                           const store::office_member& member) {
    auto view = begin_office(visit, edition, office_section::panel, member.name);
    visit.frame.breadcrumbs.push_back({t("Panel"), office_url(edition, "/panel")});
    const auto url = member_url(edition, member.person_id);
    view.blocks.push_back(summary_of(db, edition, member));
    if (!member.confirmed_at || !member.accepted_at)
        view.blocks.push_back(invitation_block(visit, url, member));
    view.blocks.push_back(end_block(visit, url, member));
    for (auto& block : view.blocks)
        if (block.form)
            for (const auto& error : visit.frame.errors) pages::set_error(block.form->fields, error);
    return office_page(visit, view);
}

// Nothing, or the key of the notice that says what was done.
tl::expected<std::string_view, workflow::refusal> carry_out(visit& visit, store::database& db,
                                                            const workflow::edition& edition,
                                                            const store::office_member& member) {
    const auto act = visit.field("act");
    const auto now = visit.acting(db, visit.text("reason"));
    if (act == "invite_again") {
        if (!member.accepted_at) send_member_invitation(visit, db, edition, member);
        return "member_invited_again";
    }
    if (act == "confirm") {
        if (const auto done = acts::confirm_member(now, member.person_id); !done)
            return tl::unexpected(done.error());
        return "member_confirmed";
    }
    if (act == "keep") {
        if (const auto done = acts::keep_member(now, member.person_id); !done)
            return tl::unexpected(done.error());
        return "member_kept";
    }
    const auto ended = acts::end_membership(now, member.person_id);
    if (!ended) return tl::unexpected(ended.error());
    if (*ended == acts::membership_end::asked) return "member_end_asked";
    return member.accepted_at ? "member_ended" : "invitation_taken_back";
}

}  // namespace

std::string member_url(const workflow::edition& edition, workflow::person_id person) {
    return office_url(edition, "/team/") + std::to_string(workflow::value(person));
}

pages::tag membership_tag(const store::office_member& member) {
    if (member.declined_at) return {t("Declined"), "grey"};
    if (member.end_asked_by) return {t("End asked for"), "red"};
    if (!member.accepted_at) return {t("Invited, no answer yet"), "amber"};
    if (!member.confirmed_at) return {t("To be confirmed"), "amber"};
    return {t("Member"), "green"};
}

std::set<workflow::person_id> list_people_in_office(store::database& db, workflow::edition_id edition) {
    std::set<workflow::person_id> people;
    for (const auto& one : store::list_office(db, edition))
        if (one.in_force) people.insert(one.person_id);
    return people;
}

std::set<workflow::person_id> list_people_on_the_panel(store::database& db, workflow::edition_id edition) {
    std::set<workflow::person_id> people;
    for (const auto& one : store::list_judges(db, edition))
        if (!one.left_at) people.insert(one.person_id);
    return people;
}

http::response show_member(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto member = store::find_member(db, edition.id, visit.id<workflow::person_id>("person"));
    return member ? member_page(visit, db, edition, *member) : visit.not_there();
}

http::response keep_member(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto member = store::find_member(db, edition.id, visit.id<workflow::person_id>("person"));
    if (!member) return visit.not_there();
    if (!visit.is_readable("reason"))
        visit.error("reason", t("Some signs of this text cannot be read. Type them again."));
    if (!visit.frame.errors.empty()) return member_page(visit, db, edition, *member);
    if (visit.field("act") != "invite_again" && !has_fresh_factor(visit, db))
        return ask_for_second_factor(visit);
    const auto done = carry_out(visit, db, edition, *member);
    if (!done && done.error().code == workflow::refusal_code::reason_required) {
        visit.error("reason", visit.sentence(done.error()));
        return member_page(visit, db, edition, *member);
    }
    if (!done) return visit.refuse(done.error());
    if (member->person_id == visit.who.person && *done == "member_ended") return visit.see_other("/");
    const bool is_gone = *done == "member_ended" || *done == "invitation_taken_back";
    return visit.see_other(is_gone ? office_url(edition, "/panel") : member_url(edition, member->person_id),
                           *done);
}

}  // namespace features
