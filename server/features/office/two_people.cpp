#include "server/features/office/two_people.hpp"

#include "server/features/frame/chrome.hpp"
#include "typed/characters.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;
using store::grave_act_outcome;
using store::grave_act_row;

constexpr std::string_view page_path = "/two-people";

pages::phrase subject_words(const grave_act_row& one) {
    const auto act = words_for(one.act);
    return one.subject.empty() ? act : t("{act} ({subject})", {{"act", act}, {"subject", one.subject}});
}

pages::summary_list summary_of(const workflow::edition& edition, const grave_act_row& one) {
    pages::summary_list list;
    const auto add = [&](pages::phrase name, pages::phrase text) {
        if (!text.empty()) list.rows.push_back({std::move(name), std::move(text), {}});
    };
    add(t("What"), subject_words(one));
    add(t("Asked by"), one.asked_by_name + ", " + in_words(one.asked_at, edition.calendar.zone));
    add(t("Reason"), one.reason);
    add(t("Present"), one.present);
    add(t("Recused"), one.recused);
    if (one.votes_for + one.votes_against + one.abstained > 0)
        add(t("Votes"), t("{for} in favour, {against} against, {abstained} abstained",
                          {{"for", std::to_string(one.votes_for)},
                           {"against", std::to_string(one.votes_against)},
                           {"abstained", std::to_string(one.abstained)}}));
    add(t("Public note"), one.public_note);
    return list;
}

std::vector<pages::phrase> words_for_what_happens(const workflow::edition& edition, workflow::grave_act act) {
    if (const auto move = workflow::find_edition_action(act)) return words_for_move(edition.state, *move);
    if (act == workflow::grave_act::revoke_award)
        return {t("The prize stays in the public register, as revoked, with the public note."),
                t("Its certificate is revoked."), t("The city gets a letter with the reason.")};
    return {t("The page that checks the certificate says that it is revoked, and why.")};
}

std::string word_field(const grave_act_row& one) {
    return "word_" + std::to_string(one.id);
}

bool may_be_confirmed(const visit& visit, const grave_act_row& one) {
    return !one.outcome && !one.is_over && !one.joined_later && one.asked_by != visit.who.person;
}

pages::office_form settling_form(const visit& visit, const workflow::edition& edition,
                                 const grave_act_row& one) {
    auto form =
        form_to(office_url(edition, page_path) + "/" + std::to_string(one.id),
                {lines(word_field(one), t("If you take it back: why?"), visit.text(word_field(one)), 2)},
                t("Take it back"), "secondary");
    form.buttons[0].name = "outcome";
    form.buttons[0].value = "taken_back";
    if (!may_be_confirmed(visit, one)) return form;
    pages::button confirm;
    confirm.text = t("Confirm: {act}", {{"act", words_for(one.act)}});
    confirm.kind = "danger";
    confirm.name = "outcome";
    confirm.value = "confirmed";
    form.buttons.insert(form.buttons.begin(), std::move(confirm));
    return form;
}

// Why the reader cannot confirm it; empty for who can.
pages::phrase words_for_waiting(const visit& visit, const grave_act_row& one) {
    if (one.is_over)
        return t(
            "It cannot be confirmed any more: what it is about has moved on since it was asked for. Whoever "
            "still wants it asks again.");
    if (one.asked_by == visit.who.person)
        return t("You asked for it: it waits for a second person of the secretariat.");
    if (one.joined_later)
        return t(
            "It was asked for before you joined the secretariat: somebody who was a member then has to "
            "confirm "
            "it.");
    return {};
}

pages::office_block block_of(const visit& visit, const workflow::edition& edition, const grave_act_row& one) {
    pages::office_block block;
    block.heading = subject_words(one);
    block.text = words_for_waiting(visit, one);
    block.summary = summary_of(edition, one);
    if (!one.is_over) {
        pages::plain_list happens;
        for (auto& words : words_for_what_happens(edition, one.act))
            happens.items.push_back(std::move(words));
        block.list = std::move(happens);
    }
    block.form = settling_form(visit, edition, one);
    return block;
}

pages::phrase outcome_words(grave_act_outcome outcome) {
    switch (outcome) {
        case grave_act_outcome::confirmed: return t("Confirmed and done");
        case grave_act_outcome::taken_back: return t("Taken back");
        case grave_act_outcome::overtaken: return t("Overtaken: asked for anew");
    }
    return {};
}

pages::table table_of_settled(const workflow::edition& edition, const std::vector<grave_act_row>& all) {
    pages::table table;
    table.caption = t("Settled");
    table.columns = {{t("What")},       {t("Reason")}, {t("Asked by")},
                     {t("Settled by")}, {t("When")},   {t("Outcome")}};
    table.empty_text = t("None so far.");
    for (const auto& one : all)
        if (one.outcome)
            table.add_row(
                {{subject_words(one)},
                 {one.reason},
                 {one.asked_by_name},
                 {one.settled_by_name.value_or("")},
                 {in_words(one.settled_at.value(), edition.calendar.zone)},
                 {one.word.empty() ? outcome_words(*one.outcome)
                                   : t("{outcome}: {word}",
                                       {{"outcome", outcome_words(*one.outcome)}, {"word", one.word}})}});
    return table;
}

// The page, with an error beside the word of one that waits.
http::response two_people_page(visit& visit, store::database& db, const workflow::edition& edition,
                               std::optional<std::int64_t> wrong = {}, const pages::phrase& why = {}) {
    auto view = begin_office(visit, edition, office_section::dashboard, t("Two people"));
    visit.frame.breadcrumbs.push_back({edition.name, office_url(edition)});
    view.lead =
        t("What cannot be taken back afterwards is done by two members of the secretariat: one asks, another "
          "one confirms, and then it happens at once. Both give a one-time code that is less than five "
          "minutes old.");
    if (!store::has_other_members(db, edition.id)) {
        auto& alone = view.blocks.emplace_back();
        alone.warning =
            pages::text_block{t("You are the only member of this secretariat. Invite a second one first, on "
                                "the page of the panel.")};
        alone.links = {{t("To the panel"), office_url(edition, "/panel")}};
    }
    const auto all = store::list_grave_acts(db, edition.id);
    bool waits = false;
    for (const auto& one : all) {
        if (one.outcome) continue;
        waits = true;
        view.blocks.push_back(block_of(visit, edition, one));
        if (wrong == one.id) mark(visit, *view.blocks.back().form, word_field(one), why);
    }
    if (!waits) view.blocks.emplace_back().text = t("Nothing waits for a second person.");
    view.blocks.emplace_back().rows = table_of_settled(edition, all);
    return office_page(visit, view);
}

http::response take_back(visit& visit, store::database& db, const workflow::edition& edition,
                         const grave_act_row& asked) {
    const auto field = word_field(asked);
    if (!visit.is_readable(field))
        return two_people_page(visit, db, edition, asked.id,
                               t("This text could not be read. Type it again."));
    if (visit.field(field).empty())
        return two_people_page(visit, db, edition, asked.id, t("Say why it is taken back"));
    if (typed::is_longer_than(visit.field(field), 2000))
        return two_people_page(visit, db, edition, asked.id, t("This text is too long."));
    const auto done = acts::take_back_grave_act(visit.acting(db, visit.text(field)), asked.id);
    if (!done) return visit.refuse(done.error());
    return visit.see_other(office_url(edition, page_path), "grave_act_taken_back");
}

}  // namespace

pages::phrase words_for(workflow::grave_act act) {
    using enum workflow::grave_act;
    switch (act) {
        case close_call: return t("Close the call before its deadline");
        case revoke_award: return t("Take a prize back");
        case revoke_certificate: return t("Revoke a certificate");
        case close_judging:
        case withdraw_slate:
        case announce:
        case cancel: return words_for(workflow::find_edition_action(act).value());
    }
    return {};
}

pages::phrase words_for_asking(const pages::phrase& act) {
    return t("Ask a second person to confirm: {act}", {{"act", act}});
}

tl::expected<http::response, workflow::refusal> ask_a_second_person(visit& visit, store::database& db,
                                                                    const workflow::edition& edition,
                                                                    const acts::grave_act_wanted& wanted) {
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    const auto asked = acts::ask_for_grave_act(visit.acting(db), wanted);
    if (!asked) return tl::unexpected(asked.error());
    return visit.see_other(office_url(edition, page_path), "confirmation_asked");
}

std::optional<pages::office_block> block_of_waiting(store::database& db, const workflow::edition& edition,
                                                    const acts::grave_act_wanted& wanted) {
    for (const auto& one : store::list_waiting_grave_acts(db, edition.id)) {
        if (one.is_over || one.act != wanted.act || one.entry_id != wanted.entry ||
            one.certificate_id != wanted.certificate)
            continue;
        pages::office_block block;
        block.inset =
            pages::text_block{t("This waits for a second person already: {who} asked for it on {when}.",
                                {{"who", one.asked_by_name}, {"when", one.asked_at}})};
        block.links = {{t("See what waits"), office_url(edition, page_path)}};
        return block;
    }
    return std::nullopt;
}

std::optional<pages::link> link_to_what_waits(store::database& db, const workflow::edition& edition) {
    const auto waiting = store::list_waiting_grave_acts(db, edition.id);
    const auto count = std::ranges::count_if(waiting, [&](const auto& one) {
        return !one.is_over && !one.joined_later && one.asked_by != db.person();
    });
    if (count == 0) return std::nullopt;
    return pages::link{t("A colleague asks for a second person’s confirmation ({count})",
                         {{"count", std::to_string(count)}}),
                       office_url(edition, page_path)};
}

http::response show_two_people(visit& visit, store::database& db) {
    return two_people_page(visit, db, store::load_edition(db, visit.edition()));
}

http::response settle_grave_act(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto asked = store::load_grave_act(db, edition.id, visit.number("asked"));
    if (visit.field("outcome") != "confirmed") return take_back(visit, db, edition, asked);
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    const auto done = acts::confirm_grave_act(visit.acting(db), asked.id);
    if (!done) return visit.refuse(done.error());
    visit.public_changed = true;
    return visit.see_other(office_url(edition, page_path), "confirmed_by_two");
}

}  // namespace features
