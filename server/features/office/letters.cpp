#include "server/features/office/letters.hpp"

#include "server/acts/deadlines.hpp"
#include "server/features/office/invitations.hpp"
#include "server/features/office/page.hpp"
#include "server/features/office/record.hpp"
#include "server/pages/words.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;

pages::tag tag_of_letter(store::letter_state state) {
    using enum store::letter_state;
    if (state == accepted) return {t("Sent"), "green"};
    if (state == failed) return {t("Failed"), "red"};
    if (state == settled) return {t("Put aside"), "grey"};
    return {t("Waiting"), "blue"};
}

pages::office_block overview_block(store::database& db, const workflow::edition& edition) {
    const auto counts = store::count_letters(db, edition.id);
    pages::office_block block;
    block.counts = pages::figures{
        {{t("waiting"), {counts.queued}}, {t("sent"), {counts.accepted}}, {t("failed"), {counts.failed}}}};
    block.links = {{t("All"), office_url(edition, "/letters")},
                   {t("Only those that failed"), office_url(edition, "/letters?state=failed")}};
    if (edition.state == workflow::edition_state::open) {
        block.form = form_to(office_url(edition, "/reminders"), {},
                             t("Remind cities with drafts of the deadline"), "secondary");
        block.form->hidden = {{"of", "deadline"}};
    }
    return block;
}

pages::table table_of_letters(const workflow::edition& edition,
                              const std::vector<store::letter_line>& letters) {
    pages::table table;
    table.caption = t("The outbox, the newest first");
    table.columns = {{t("Occasion")}, {t("To")},          {t("Queued")},
                     {t("State")},    {t("Tries"), true}, {t("Last error")}};
    table.empty_text = t("No letter is like this.");
    for (const auto& one : letters)
        table.add_row({{words_for_occasion(one.occasion)},
                       {one.to_name + " <" + one.to_address + ">"},
                       {in_words(one.queued_at, edition.calendar.zone)},
                       {{}, "", tag_of_letter(one.state)},
                       {std::to_string(one.attempts), "", std::nullopt, true},
                       {one.last_error}},
                      one.state == store::letter_state::failed);
    return table;
}

pages::office_block send_again_block(const workflow::edition& edition, const store::letter_line& letter) {
    pages::office_block block;
    block.text = t("{occasion} to {address}",
                   {{"occasion", words_for_occasion(letter.occasion)}, {"address", letter.to_address}});
    block.form = form_to(office_url(edition, "/letters/") + std::to_string(letter.id) + "/again", {},
                         t("Send it again"), "secondary");
    if (letter.judge_id)
        block.links = {{t("Correct the address of {name}", {{"name", letter.to_name}}),
                        office_url(edition, "/panel/") + std::to_string(workflow::value(*letter.judge_id))}};
    return block;
}

pages::office_block put_aside_block(const workflow::edition& edition, const store::letter_line& letter) {
    pages::office_block block;
    block.form =
        form_to(office_url(edition, "/letters/") + std::to_string(letter.id) + "/settled", {},
                t("Put the letter to {address} aside", {{"address", letter.to_address}}), "secondary");
    return block;
}

// An invitation goes out with a new link, which replaces the one in the letter that failed. False when this
// letter is no invitation that still waits for its person.
bool invited_anew(visit& visit, store::database& db, const workflow::edition& edition,
                  const store::failed_letter& letter) {
    if (!letter.person_id) return false;
    const auto is_theirs = [&](const auto& one) { return one.person_id == *letter.person_id; };
    if (letter.occasion == "invitation") {
        const auto judges = store::list_judges(db, edition.id);
        const auto judge = std::ranges::find_if(judges, is_theirs);
        if (judge == judges.end() || judge->left_at || judge->terms_accepted_at) return false;
        send_judge_invitation(visit, db, edition, *judge);
        return true;
    }
    if (letter.occasion != "account_invitation") return false;
    const auto office = store::list_office(db, edition.id);
    const auto member = std::ranges::find_if(office, is_theirs);
    if (member == office.end()) return false;
    if (member->accepted_at || member->declined_at) return false;
    send_member_invitation(visit, db, edition, *member);
    return true;
}

std::optional<pages::pagination> paging_of(const workflow::edition& edition,
                                           std::optional<store::letter_state> state, int page,
                                           bool has_more) {
    if (page == 1 && !has_more) return std::nullopt;
    const auto link = [&](int number) {
        return office_url(edition, "/letters?") +
               (state ? "state=" + std::string(workflow::name_of(*state)) + "&" : "") +
               "page=" + std::to_string(number);
    };
    pages::pagination paging;
    if (page > 1) paging.previous_href = link(page - 1);
    if (has_more) paging.next_href = link(page + 1);
    return paging;
}

}  // namespace

http::response show_letters(visit& visit, store::database& db) {
    const auto state = workflow::find_named<store::letter_state>(visit.query("state"));
    const int page = page_asked(visit);
    const auto edition = store::load_edition(db, visit.edition());
    // One more than is shown tells whether there is another page.
    auto letters = store::list_letters(db, edition.id, state, page_size + 1, (page - 1) * page_size);
    const bool has_more = letters.size() > static_cast<std::size_t>(page_size);
    if (has_more) letters.pop_back();

    auto view = begin_office(visit, edition, office_section::letters, t("Letters"));
    view.blocks.push_back(overview_block(db, edition));
    auto& list = view.blocks.emplace_back();
    list.rows = table_of_letters(edition, letters);
    list.paging = paging_of(edition, state, page, has_more);
    for (const auto& one : letters)
        if (one.state == store::letter_state::failed) {
            view.blocks.push_back(send_again_block(edition, one));
            view.blocks.push_back(put_aside_block(edition, one));
        }
    return office_page(visit, view);
}

http::response send_again_letter(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto letter = store::load_failed_letter(db, edition.id, visit.number("letter"));
    if (!invited_anew(visit, db, edition, letter))
        store::send_letter_again(db, visit.as_author(), visit.number("letter"));
    return visit.see_other(office_url(edition, "/letters"), "letter_sent_again");
}

http::response settle_letter(visit& visit, store::database& db) {
    store::settle_letter(db, visit.as_author(), visit.number("letter"));
    return visit.see_other("/office/" + visit.who.edition_slug.value() + "/letters", "letter_settled");
}

http::response send_reminders(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto of = visit.field("of");
    using enum workflow::edition_state;
    if (of == "judging" && edition.state != judging)
        return visit.refuse({workflow::refusal_code::judging_not_open, {}});
    if (of == "deadline" && edition.state != open)
        return visit.refuse({workflow::refusal_code::no_such_move,
                             {{"state", boost::describe::enum_to_string(edition.state, "")}}});
    if (of != "judging" && of != "deadline") return visit.not_there();
    const auto now = visit.acting(db);
    const auto letters = of == "judging" ? acts::remind_judges(now, edition)
                                         : acts::remind_of_deadline(now, edition, [](std::string_view text) {
                                               return static_cast<std::size_t>(pages::count_words(text));
                                           });
    return visit.see_other(office_url(edition, of == "judging" ? "/judging" : "/letters"),
                           letters > 0 ? "reminders_sent" : "reminders_known");
}

}  // namespace features
