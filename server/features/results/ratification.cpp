#include "server/features/results/ratification.hpp"

#include "server/acts/ratification.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/office/two_people.hpp"
#include "server/features/results/page.hpp"
#include "server/store/audience.hpp"
#include "server/store/grave_acts.hpp"
#include "server/store/recipients.hpp"
#include "workflow/form.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

pages::table table_of_prizes(const std::vector<store::ratified_prize>& prizes) {
    pages::table table;
    table.caption = t("Prizes of this slate");
    table.columns = {{t("Category")}, {t("Prize")}, {t("City")}, {t("Country")}, {t("Project")}};
    table.empty_text = t("The slate has no prize.");
    for (const auto& one : prizes)
        table.add_row({{one.category},
                       {one.tier},
                       {one.entry_id ? pages::phrase(one.printed_city)
                                     : t("Withheld: {reason}", {{"reason", one.withheld_reason}})},
                       {one.printed_country},
                       {one.title}});
    return table;
}

pages::table table_of_approvals(const std::vector<store::approval_line>& approvals, const std::string& zone) {
    pages::table table;
    table.caption = t("Approvals");
    table.columns = {{t("Who")}, {t("When")}, {t("Hash that was approved")}};
    table.empty_text = t("Nobody has approved it yet. Two different people have to.");
    for (const auto& one : approvals)
        table.add_row({{one.name}, {in_words(one.approved_at, zone)}, {one.hash}});
    return table;
}

// Who will hear at the announcement: from the slate until it is ratified, afterwards from the list frozen
// with it.
pages::office_block block_of_recipients(store::database& db, const workflow::edition& edition,
                                        workflow::slate_id slate) {
    const auto counts = store::count_recipients(
        db, edition.id, slate, workflow::contact_questions(store::load_rules(db, edition.id).rules.form));
    store::concerning everyone;
    everyone.edition = edition.id;
    const auto others = store::list_audience(db, notifications::announcement_content::kind.who, everyone);
    std::int64_t winners = 0;
    for (const auto& one : store::list_slate_prizes(db, slate)) winners += one.entry_id.has_value();
    auto heard =
        block(t("Who will hear of it"),
              t("The list is frozen when the slate is ratified. Letters go to it and to nobody else."));
    heard.counts = pages::figures{
        {{t("Letters to winners"), {counts.won}},
         {t("Letters to the other cities"), {counts.not_won}},
         {t("Letters to the panel and the secretariat"), {static_cast<std::int64_t>(others.size())}},
         {t("Winners"), {winners}}}};
    return heard;
}

pages::office_form approval_form(const workflow::edition& edition, const store::slate_line& slate) {
    auto form = form_to(office_url(edition, "/ratify"), {}, t("I approve exactly these prizes"));
    form.hidden = {{"hash", slate.hash}};
    return form;
}

pages::office_form withdrawal_form(const visit& visit, const workflow::edition& edition) {
    auto form = form_to(office_url(edition, "/ratify/withdraw"),
                        {lines("reason", t("Why the slate is withdrawn"), visit.text("reason"), 3)},
                        words_for_asking(t("Withdraw the slate")), "danger");
    form.back_href = office_url(edition, "/ratify");
    return form;
}

http::response withdrawal_page(visit& visit, store::database& db, const workflow::edition& edition,
                               pages::office_form form) {
    auto view = begin_results(visit, edition, results_part::ratification, t("Withdraw the slate"));
    view.lead =
        t("The edition goes back into deliberation and every outcome is taken back. Two people have to "
          "approve anew. All this happens when a second person of the secretariat confirms it.");
    if (auto waiting = block_of_waiting(db, edition, {.act = workflow::grave_act::withdraw_slate}))
        view.blocks.push_back(std::move(*waiting));
    auto part = block({});
    part.form = std::move(form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

pages::office_form announcement_form(const visit& visit, const workflow::edition& edition,
                                     const store::ratified_slate& slate) {
    auto form = form_to(office_url(edition, "/announce"),
                        {line("typed_year", t("Type the year of the edition to confirm"),
                              visit.field("typed_year"), t("For example: 2014"), "5")},
                        words_for_asking(t("Announce the result now")), "danger");
    form.hidden = {{"hash", slate.hash}};
    return form;
}

http::response announcement_page(visit& visit, store::database& db, const workflow::edition& edition,
                                 const std::optional<pages::office_form>& typed) {
    auto view = begin_results(visit, edition, results_part::announcement, t("Announcement"));
    const auto slate = store::load_ratified_slate(db, edition.id);
    const auto prizes = store::list_slate_prizes(db, slate.id);
    if (edition.state != workflow::edition_state::decided) {
        view.lead = t("The result is public.");
        view.blocks.push_back(block({}));
        view.blocks.back().links = {
            {t("The winners as the public reads them"), "/editions/" + edition.key + "/winners"},
            {t("The stage list"), office_url(edition, "/stage-list.csv")},
            {t("Winners as a table"), office_url(edition, "/results.csv")}};
        return office_page(visit, view);
    }
    view.lead = t("Embargo: the result is ratified, and nobody outside the secretariat sees anything of it.");
    auto instant = block(
        t("When"), edition.calendar.announce_at
                       ? t("By itself at {instant}, or now by hand.",
                           {{"instant", in_words(*edition.calendar.announce_at, edition.calendar.zone)}})
                       : t("By hand: no instant is set in the calendar."));
    view.blocks.push_back(std::move(instant));
    auto read_back =
        block(t("Read this back before you announce it"), t("Slate {hash}", {{"hash", slate.hash}}));
    read_back.rows = table_of_prizes(prizes);
    view.blocks.push_back(std::move(read_back));
    view.blocks.push_back(block_of_recipients(db, edition, slate.id));
    auto go =
        block(t("Announce by hand"),
              t("When a second person confirms it, pages, letters and certificates appear together. This "
                "cannot be undone; afterwards only corrections are possible."));
    if (auto waiting = block_of_waiting(db, edition, {.act = workflow::grave_act::announce}))
        view.blocks.push_back(std::move(*waiting));
    go.form = typed ? *typed : announcement_form(visit, edition, slate);
    view.blocks.push_back(std::move(go));
    return office_page(visit, view);
}

}  // namespace

http::response show_ratification(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::ratification, t("Ratification"));
    const auto slate = store::find_living_slate(db, edition.id);
    if (!slate) {
        view.lead = t("There is no slate to approve.");
        view.blocks.push_back(block({}));
        view.blocks.back().links = {{t("To the slate"), office_url(edition, "/slate")}};
        return office_page(visit, view);
    }
    const auto approvals = store::list_approvals(db, slate->id);
    auto prizes = block(t("Slate, version {number}", {{"number", std::to_string(slate->version)}}),
                        t("Its hash: {hash}", {{"hash", slate->hash}}));
    prizes.rows = table_of_prizes(store::list_slate_prizes(db, slate->id));
    view.blocks.push_back(std::move(prizes));
    view.blocks.push_back(block_of_recipients(db, edition, slate->id));
    auto who = block(t("Two different people approve"));
    who.rows = table_of_approvals(approvals, edition.calendar.zone);
    const bool is_mine =
        std::ranges::find(approvals, visit.person(), &store::approval_line::person_id) != approvals.end();
    if (slate->state == store::slate_state::ratified) {
        who.inset = pages::text_block{t("The slate is ratified and sealed until the announcement.")};
        if (edition.state == workflow::edition_state::decided)
            who.links = {{t("To the announcement"), office_url(edition, "/announce")},
                         {t("Withdraw the slate"), office_url(edition, "/ratify/withdraw")}};
    } else if (is_mine) {
        who.inset =
            pages::text_block{t("You have approved this slate. Somebody else has to approve it too.")};
    } else if (!store::was_in_office(db, edition.id, slate->created_at)) {
        who.inset =
            pages::text_block{t("The slate was built before you joined the secretariat: others who were "
                                "members then have to approve it.")};
    } else {
        who.form = approval_form(edition, *slate);
    }
    view.blocks.push_back(std::move(who));
    return office_page(visit, view);
}

http::response approve_slate(visit& visit, store::database& db) {
    if (!has_fresh_factor(visit, db)) return ask_for_second_factor(visit);
    const auto done = acts::approve_slate(visit.acting(db), visit.field("hash"));
    if (!done) return visit.refuse(done.error());
    return visit.see_other("/office/" + visit.request.parameter("edition") + "/ratify",
                           done->is_ratified ? "slate_ratified" : "slate_approved");
}

http::response ask_slate_withdrawal(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return withdrawal_page(visit, db, edition, withdrawal_form(visit, edition));
}

http::response withdraw_slate(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto form = withdrawal_form(visit, edition);
    bool good = is_readable(visit, form, 2000);
    if (visit.field("reason").empty()) mark(visit, form, "reason", t("Give the reason")), good = false;
    if (!good) return withdrawal_page(visit, db, edition, std::move(form));
    acts::grave_act_wanted wanted{.act = workflow::grave_act::withdraw_slate};
    wanted.minutes.reason = visit.text("reason");
    auto asked = ask_a_second_person(visit, db, edition, wanted);
    return asked ? *std::move(asked) : visit.refuse(asked.error());
}

http::response show_announcement(visit& visit, store::database& db) {
    return announcement_page(visit, db, store::load_edition(db, visit.edition()), std::nullopt);
}

http::response announce_result(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto slate = store::load_ratified_slate(db, edition.id);
    if (visit.field("hash") != slate.hash) return visit.refuse({workflow::refusal_code::stale_version, {}});
    if (visit.field("typed_year") != std::to_string(edition.year) &&
        edition.state == workflow::edition_state::decided) {
        auto form = announcement_form(visit, edition, slate);
        mark(visit, form, "typed_year",
             t("Type {year} to confirm that you read the winners back",
               {{"year", std::to_string(edition.year)}}));
        return announcement_page(visit, db, edition, form);
    }
    auto asked = ask_a_second_person(visit, db, edition, {.act = workflow::grave_act::announce});
    return asked ? *std::move(asked) : visit.refuse(asked.error());
}

}  // namespace features
