#include "server/features/public/certificates.hpp"

#include "server/features/frame/words.hpp"
#include "server/features/public/pages.hpp"

#include "server/pages/public/views.hpp"
#include "server/pages/zones.hpp"
#include "server/store/certificates.hpp"
#include "server/store/documents.hpp"

namespace features {
namespace {

using notifications::certificate_kind;
using pages::t;
using workflow::certificate_state;

http::response search_page(visit& visit, int status, std::string typed, pages::phrase problem) {
    pages::certificate_search_view view;
    view.serial.name = "serial";
    view.serial.label = t("Serial");
    view.serial.hint =
        t("27 letters and digits, as printed at the foot of the certificate. Hyphens do not matter.");
    view.serial.width = "20";
    view.serial.value = std::move(typed);
    if (!problem.empty()) view.serial.error = visit.error("serial", std::move(problem));
    auto answer = visit.page(status, "public/certificate_search", view);
    if (status == 200) answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

// An edition's zone would need another question; the day in UTC is the same for all readers.
pages::day day_of(workflow::instant at) {
    const auto wall = pages::civil_time_of(at, "UTC");
    return {std::chrono::year{wall.year} / wall.month / wall.day};
}

pages::day day_of(std::string_view text) {
    const auto parsed = workflow::parse_civil_date(text);
    if (!parsed) throw std::logic_error("a certificate without a date");
    return {std::chrono::year{parsed->year} / parsed->month / parsed->day};
}

pages::phrase reason_of(certificate_kind kind, const store::certificate_body& body) {
    switch (kind) {
        case certificate_kind::winner:
            return body.is_shared
                       ? t("{tier}, shared, {category}", {{"tier", body.tier}, {"category", body.category}})
                       : t("{tier}, {category}", {{"tier", body.tier}, {"category", body.category}});
        case certificate_kind::finalist:
            return t("Finalist in the category {category}", {{"category", body.category}});
        case certificate_kind::participant:
            return t("Taking part in the category {category}", {{"category", body.category}});
        case certificate_kind::judge: return t("Service on the panel of judges");
    }
    return {};
}

pages::certificate_view view_of(const visit& visit, const store::certificate_row& found) {
    const auto body = store::from_document<store::certificate_body>(found.body);
    pages::certificate_view view;
    view.serial = found.serial;
    view.state = boost::describe::enum_to_string(found.state, "");
    view.is_valid = found.state == certificate_state::issued;
    view.is_superseded = found.state == certificate_state::superseded;
    view.is_revoked = found.state == certificate_state::revoked;
    view.tag = tag_of(found.state);
    view.medal = found.kind == certificate_kind::winner ? pages::medal_of(visit.with.pages, body.tier_rank)
                                                        : visit.with.pages.asset("emblem.svg");
    view.recipient = body.name;
    view.country = body.name_detail;
    view.reason = reason_of(found.kind, body);
    view.project = body.entry_title;
    view.edition_name = body.edition_name;
    view.issued = day_of(found.issued_on);
    if (!view.is_valid) view.changed = day_of(found.changed_at);
    if (found.superseded_by) view.successor_href = "/verify/" + *found.superseded_by;
    if (body.demonstration)
        view.demonstration =
            pages::text_block{t("This is a certificate of a demonstration and honours nobody.")};
    return view;
}

}  // namespace

http::response search_certificate(visit& visit, store::database& db) {
    const auto typed = visit.query("serial");
    if (!visit.request.query.has_field("serial")) return search_page(visit, 200, "", {});
    if (typed.empty()) return search_page(visit, 422, typed, t("Enter the serial of the certificate"));

    const auto number = notifications::find_number(typed);
    if (!number)
        return search_page(visit, 422, typed,
                           t("This is no serial of ours. Compare it with the certificate, sign by sign"));
    const auto serial = notifications::serial_of(*number);
    if (!store::find_certificate(db, serial))
        return search_page(visit, 422, typed, t("There is no certificate with this serial"));
    return visit.see_other("/verify/" + serial);
}

http::response check_certificate(visit& visit, store::database& db) {
    const auto typed = visit.request.parameter("serial");
    const auto number = notifications::find_number(typed);
    const auto found = number ? store::find_certificate(db, notifications::serial_of(*number)) : std::nullopt;
    if (!found)
        return search_page(visit, 404, std::string(typed), t("There is no certificate with this serial"));

    visit.frame.breadcrumbs = {{t("Check a certificate"), "/certificates"}};
    auto answer = visit.page("public/certificate", view_of(visit, *found));
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

}  // namespace features
