#include "server/features/office/setup.hpp"

#include "server/features/office/keeping.hpp"
#include "server/features/office/stale.hpp"
#include "server/pages/zones.hpp"
#include "server/store/moves.hpp"

namespace features {
namespace {

using pages::t;
using workflow::edition_state;

std::string wall_time(workflow::instant at, const std::string& zone) {
    if (at == workflow::instant{}) return "";
    return workflow::format_civil(pages::civil_time_of(at, zone));
}

// The dates of the calendar, by the names of their fields.
struct date_row {
    const char* name;
    const char* label;
    workflow::instant workflow::calendar::*member;
};
constexpr date_row date_rows[] = {
    {"opens_at", "The call opens", &workflow::calendar::opens_at},
    {"closes_at", "The call closes", &workflow::calendar::closes_at},
    {"judging_opens_at", "Judging opens", &workflow::calendar::judging_opens_at},
    {"judging_closes_at", "Judging is to close", &workflow::calendar::judging_closes_at},
};

pages::office_form calendar_form(const visit& visit, const workflow::edition& edition, bool is_back) {
    const auto given = [&](const char* name, const std::string& kept) {
        return is_back ? visit.field(name) : kept;
    };
    const auto& calendar = edition.calendar;
    const auto zone = given("zone", calendar.zone);
    std::vector<pages::field> fields{
        line("name", t("Name"), given("name", edition.name),
             t("With its article, as letters put it into sentences: The 3rd WeGO Awards")),
        line("theme", t("Theme"), given("theme", edition.theme)),
        line("organiser", t("Organiser"), given("organiser", edition.organiser)),
        line("host", t("Host"), given("host", edition.host)),
        line("zone", t("Time zone"), zone,
             t("All dates below are entered and shown in it. For example: Asia/Seoul"), "20")};
    for (const auto& row : date_rows)
        fields.push_back(date_time(row.name, t(row.label),
                                   given(row.name, wall_time(calendar.*row.member, calendar.zone)), zone));
    fields.push_back(line("grace_minutes", t("Minutes of grace after the close"),
                          given("grace_minutes", std::to_string(calendar.grace_minutes)), {}, "5"));
    fields.push_back(date_time(
        "announce_at", t("Announcement (left empty: by hand)"),
        given("announce_at", calendar.announce_at ? wall_time(*calendar.announce_at, calendar.zone) : ""),
        zone));
    fields.push_back(date_time("ceremony_on", t("Day of the ceremony"),
                               given("ceremony_on", calendar.ceremony_on), zone, {}, true));
    fields.push_back(line("appeal_days", t("Days for appeals after the announcement"),
                          given("appeal_days", std::to_string(calendar.appeal_days)), {}, "5"));
    fields.push_back(
        line("ceremony_event", t("Event of the ceremony"), given("ceremony_event", edition.ceremony_event)));
    fields.push_back(
        line("ceremony_place", t("Place of the ceremony"), given("ceremony_place", edition.ceremony_place)));
    return set_up_form(visit, edition, "/set-up/calendar", std::move(fields));
}

// Reads the instants; an empty one stays unset. E4: what does not exist in the zone is refused beside its
// field.
void read_dates(visit& visit, pages::office_form& form, workflow::calendar& calendar) {
    const auto read = [&](const char* name) -> std::optional<workflow::instant> {
        const auto text = visit.field(name);
        if (text.empty()) return std::nullopt;
        const auto at = workflow::instant_of(text, calendar.zone, pages::answer_for_zone);
        if (at) return *at;
        const bool is_zone = at.error().code == workflow::refusal_code::zone_unknown;
        if (!is_zone) mark(visit, form, name, visit.sentence(at.error()));
        return std::nullopt;
    };
    if (pages::answer_for_zone(calendar.zone, {2014, 1, 1, 12, 0, 0}).kind ==
        workflow::zone_answer_kind::no_such_zone)
        mark(visit, form, "zone",
             visit.sentence({workflow::refusal_code::zone_unknown, {{"zone", calendar.zone}}}));
    for (const auto& row : date_rows) calendar.*row.member = read(row.name).value_or(workflow::instant{});
    calendar.announce_at = read("announce_at");
    calendar.ceremony_on = visit.field("ceremony_on");
    if (!calendar.ceremony_on.empty())
        if (const auto day = workflow::parse_civil_date(calendar.ceremony_on); !day)
            mark(visit, form, "ceremony_on", visit.sentence(day.error()));
    const auto grace = visit.find_number("grace_minutes");
    if (!grace || *grace < 0 || *grace > 1440)
        mark(visit, form, "grace_minutes", t("Enter a number of minutes from 0 to 1440."));
    else
        calendar.grace_minutes = static_cast<int>(*grace);
    const auto appeals = visit.find_number("appeal_days");
    if (!appeals || *appeals < 0 || *appeals > 365)
        mark(visit, form, "appeal_days", t("Enter a number of days from 0 to 365."));
    else
        calendar.appeal_days = static_cast<int>(*appeals);
}

void read_texts(const visit& visit, workflow::edition& edition) {
    edition.name = visit.field("name");
    edition.theme = visit.field("theme");
    edition.organiser = visit.field("organiser");
    edition.host = visit.field("host");
    edition.ceremony_event = visit.field("ceremony_event");
    edition.ceremony_place = visit.field("ceremony_place");
    edition.calendar.zone = visit.field("zone");
}

// How the dates stand to each other, and to what holds already; only of a form without errors.
void check_dates(visit& visit, pages::office_form& form, const workflow::calendar& calendar,
                 const workflow::edition& kept) {
    constexpr workflow::instant unset{};
    const bool has_all_dates = calendar.opens_at != unset && calendar.closes_at != unset;
    if (visit.frame.errors.empty() && has_all_dates && calendar.judging_closes_at != unset)
        for (const auto& no : workflow::calendar_problems(calendar))
            visit.error("opens_at", visit.sentence(no));
    if (visit.frame.errors.empty() && calendar.closes_at != unset && calendar.opens_at >= calendar.closes_at)
        mark(visit, form, "closes_at", t("The call has to close after it opens."));
    if (!visit.frame.errors.empty() || kept.state == edition_state::planned) return;
    if (!has_all_dates) mark(visit, form, "opens_at", t("The call is open: its dates cannot be taken away."));
    // A general extension is a decision made before the old deadline, not an edit of a date.
    else if (calendar.closes_at != kept.calendar.closes_at ||
             calendar.grace_minutes != kept.calendar.grace_minutes)
        mark(visit, form, "closes_at",
             t("The call has been opened: move its deadline with \"Extend the deadline\"."));
}

}  // namespace

http::response show_calendar(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return office_page(
        visit, set_up_page(visit, edition, t("Names and calendar"), calendar_form(visit, edition, false)));
}

http::response save_calendar(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto kept = store::load_edition(db, visit.edition());
    auto form = calendar_form(visit, kept, true);
    if (!is_fresh(visit, kept)) {
        mark_stale(visit, form, calendar_form(visit, kept, false), kept.version);
        return office_page(visit, 409, set_up_page(visit, kept, t("Names and calendar"), std::move(form)));
    }
    is_readable(visit, form, 500);
    auto edition = kept;
    read_texts(visit, edition);
    if (edition.name.empty()) mark(visit, form, "name", t("Enter the edition's name."));
    read_dates(visit, form, edition.calendar);
    check_dates(visit, form, edition.calendar, kept);
    if (!visit.frame.errors.empty())
        return office_page(visit, set_up_page(visit, kept, t("Names and calendar"), std::move(form)));

    store::change_edition(db, visit.as_author(), edition);
    visit.public_changed = true;
    return visit.see_other(office_url(edition, "/set-up"), "saved");
}

}  // namespace features
