#include "server/features/results/certificates.hpp"

#include "server/acts/certificates.hpp"
#include "server/acts/corrections.hpp"
#include "server/features/office/two_people.hpp"
#include "server/features/results/page.hpp"
#include "server/print/certificate.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

pages::phrase words_of_kind(notifications::certificate_kind kind) {
    using enum notifications::certificate_kind;
    switch (kind) {
        case winner: return t("Winner");
        case finalist: return t("Finalist");
        case participant: return t("Participant");
        case judge: return t("Judge");
    }
    return {};
}

notifications::certificate drawn(const visit& visit, const store::certificate_row& row,
                                 const notifications::certificate_words& words) {
    return notifications::write_certificate(
        words, acts::printed_content(row, visit.with.settings.server.public_address));
}

struct certificate_sheet {
    workflow::edition edition;
    store::certificate_row row;
    pages::office_form form;
};

certificate_sheet load_sheet_of_certificate(visit& visit, store::database& db) {
    certificate_sheet sheet{store::load_edition(db, visit.edition()),
                            store::load_certificate(db, visit.id<workflow::certificate_id>("certificate")),
                            {}};
    std::vector<pages::choice> choices;
    for (const auto action : workflow::moves_open_to(workflow::role::secretariat, sheet.row.state))
        choices.push_back({boost::describe::enum_to_string(action, ""),
                           action == workflow::certificate_action::supersede
                               ? t("Issue it anew under another number")
                               : t("Revoke it: ask a second person to confirm"),
                           {},
                           false,
                           {}});
    sheet.form =
        form_to(office_url(sheet.edition, "/certificates/" + visit.request.parameter("certificate")),
                {choose("action", t("What is to be done"), std::move(choices), visit.field("action")),
                 lines("reason", t("Reason"), visit.text("reason"), 3,
                       t("Shown on the page that checks the certificate."))},
                t("Do it"), "danger");
    sheet.form.back_href = office_url(sheet.edition, "/certificates");
    return sheet;
}

acts::grave_act_wanted revocation_of_certificate(workflow::certificate_id certificate) {
    return {.act = workflow::grave_act::revoke_certificate, .certificate = certificate};
}

http::response certificate_page(visit& visit, store::database& db, certificate_sheet sheet) {
    auto view = begin_results(visit, sheet.edition, results_part::certificates, sheet.row.serial);
    if (auto waiting = block_of_waiting(db, sheet.edition, revocation_of_certificate(sheet.row.id)))
        view.blocks.push_back(std::move(*waiting));
    const auto body = store::body_of(sheet.row);
    auto part = block({});
    pages::summary_list list;
    list.rows = {{t("Kind"), words_of_kind(sheet.row.kind), {}},
                 {t("Name"), body.name, {}},
                 {t("Project"), body.entry_title, {}},
                 {t("State"), tag_of(sheet.row.state).text, {}}};
    if (!sheet.row.reason.empty()) list.rows.push_back({t("Reason"), sheet.row.reason, {}});
    if (sheet.row.superseded_by) list.rows.push_back({t("Superseded by"), *sheet.row.superseded_by, {}});
    part.summary = std::move(list);
    part.links = {
        {t("The certificate as a PDF"),
         office_url(sheet.edition, "/certificates/" + visit.request.parameter("certificate") + "/pdf")}};
    if (!workflow::moves_open_to(workflow::role::secretariat, sheet.row.state).empty())
        part.form = std::move(sheet.form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

// "Songpa, Best e-Government Prize, 2014.pdf": whoever keeps several finds the right one.
http::response as_pdf(const notifications::certificate& printed) {
    std::string name = printed.name + ", " + printed.heading + ", " + printed.year + ".pdf";
    std::ranges::replace_if(
        name, [](char sign) { return sign == '/' || sign == '\\'; }, '-');
    return http::attachment(name, "application/pdf", print::pdf_of(printed));
}

}  // namespace

http::response show_certificates(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::certificates, t("Certificates"));
    const auto rows = store::list_certificates(db, edition.id);
    auto part = block({});
    part.links = {{t("All that are valid in one PDF"), office_url(edition, "/certificates/all.pdf")}};
    pages::table table;
    table.caption = t("Certificates of this edition");
    table.columns = {{t("Number")},   {t("Kind")},  {t("Name")}, {t("Prize")},
                     {t("Category")}, {t("State")}, {t("Print")}};
    table.empty_text = t("There are none: they are issued at the announcement.");
    for (const auto& row : rows) {
        const auto body = store::body_of(row);
        const auto url = office_url(edition, "/certificates/" + std::to_string(workflow::value(row.id)));
        pages::cell state, print{t("PDF"), url + "/pdf"};
        state.state = tag_of(row.state);
        table.add_row({{row.serial, url},
                       {words_of_kind(row.kind)},
                       {body.name},
                       {body.tier},
                       {body.category},
                       state,
                       print});
    }
    part.rows = std::move(table);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

http::response print_certificate(visit& visit, store::database& db) {
    const auto row = store::load_certificate(db, visit.id<workflow::certificate_id>("certificate"));
    const auto words = acts::load_certificate_words(visit.with.settings.paths.wording);
    return as_pdf(drawn(visit, row, words));
}

http::response print_own_certificate(visit& visit, store::database& db) {
    const auto words = acts::load_certificate_words(visit.with.settings.paths.wording);
    for (const auto& row : store::list_certificates_of_entry(db, visit.id<workflow::entry_id>("entry")))
        if (row.state == workflow::certificate_state::issued) return as_pdf(drawn(visit, row, words));
    return visit.not_there();
}

http::response print_judges_certificate(visit& visit, store::database& db) {
    const auto words = acts::load_certificate_words(visit.with.settings.paths.wording);
    for (const auto& row : store::list_certificates_of_judge(db, visit.who.judge.value()))
        if (row.state == workflow::certificate_state::issued) return as_pdf(drawn(visit, row, words));
    return visit.not_there();
}

http::response print_all_certificates(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto words = acts::load_certificate_words(visit.with.settings.paths.wording);
    std::vector<notifications::certificate> all;
    for (const auto& row : store::list_certificates(db, edition.id))
        if (row.state == workflow::certificate_state::issued) all.push_back(drawn(visit, row, words));
    if (all.empty()) return visit.not_there();
    return http::attachment("certificates-" + edition.key + ".pdf", "application/pdf", print::pdf_of(all));
}

http::response ask_certificate(visit& visit, store::database& db) {
    return certificate_page(visit, db, load_sheet_of_certificate(visit, db));
}

http::response change_certificate(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = load_sheet_of_certificate(visit, db);
    bool good = is_readable(visit, sheet.form, 2000);
    const auto action = visit.field("action");
    if (action != "supersede" && action != "revoke")
        mark(visit, sheet.form, "action", t("Choose what is to be done")), good = false;
    if (visit.field("reason").empty()) mark(visit, sheet.form, "reason", t("Give the reason")), good = false;
    if (!good) return certificate_page(visit, db, std::move(sheet));
    if (action == "supersede") {
        const auto made = acts::reissue_certificate(db, visit.as_author(), sheet.row.id, visit.text("reason"),
                                                    address_of(visit, ""));
        if (!made) return visit.refuse(made.error());
        visit.public_changed = true;
        return visit.see_other(office_url(sheet.edition, "/certificates"), "certificate_reissued");
    }
    auto wanted = revocation_of_certificate(sheet.row.id);
    wanted.minutes.reason = visit.text("reason");
    auto asked = ask_a_second_person(visit, db, sheet.edition, wanted);
    return asked ? *std::move(asked) : visit.refuse(asked.error());
}

}  // namespace features
