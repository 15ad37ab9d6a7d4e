#include "server/features/city/moves.hpp"

#include "server/acts/deadlines.hpp"
#include "server/features/city/entry_form.hpp"
#include "server/store/entry_versions.hpp"
#include "typed/characters.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using pages::t_n;
using workflow::entry_action;
using workflow::entry_state;

constexpr std::size_t longest_reason = 2000;

pages::missing_line line_of(visit& visit, const my_entry& opened, const std::vector<form_page>& all,
                            const workflow::field_problem& problem) {
    pages::missing_line line;
    line.reason = visit.sentence({problem.code, problem.particulars});
    if (problem.section == "attachments") {
        line.section = t("Attachments");
        line.question = problem.question == "files" ? t("Files") : t("Letter of approval");
        line.href = opened.href("attachments");
        return line;
    }
    for (const auto& page : all)
        if (page.key == problem.section) line.section = page.title;
    if (const auto* asked = find_asked(all, problem.question)) line.question = label_of(*asked);
    line.href = opened.href("sections/" + problem.section) + "#" + field_name(problem.question);
    return line;
}

// Whether the deadline that holds for this city lets an entry in.
workflow::verdict may_be_handed_in(const my_entry& opened) {
    return workflow::may_still(workflow::deadline_act::submit_entry, opened.edition.calendar,
                               opened.edition.state, opened.row.extended_until, opened.now);
}

// The refusal of what comes after the deadline that holds for this city.
std::optional<workflow::refusal> find_lateness(const my_entry& opened) {
    if (!is_among(opened.row.state, workflow::entry_states::not_handed_in)) return std::nullopt;
    const auto may = may_be_handed_in(opened);
    if (may || may.error().code != workflow::refusal_code::call_closed) return std::nullopt;
    return may.error();
}

bool is_too_late(const my_entry& opened) {
    return find_lateness(opened).has_value();
}

// What refuses a submission that is complete: the deadline, or that the city has no place left.
std::optional<workflow::refusal> what_keeps_it(const my_entry& opened) {
    if (auto late = find_lateness(opened)) return late;
    const auto limit = opened.rules().limits.entries_per_city;
    if (opened.row.place || opened.row.other_places < limit) return std::nullopt;
    return workflow::refusal{workflow::refusal_code::entry_limit_reached, {{"limit", std::to_string(limit)}}};
}

http::response check_page(visit& visit, const my_entry& opened, const acts::entry_contents& all) {
    pages::check_view view;
    const auto asked = form_pages(opened);
    view.entry_title = title_of(opened.row.title);
    for (const auto& one : all.missing) view.missing.push_back(line_of(visit, opened, asked, one));
    view.has_missing = !all.missing.empty();
    view.complete = !view.has_missing;
    if (const auto no = what_keeps_it(opened); view.complete && no) {
        view.complete = false;
        view.obstacle = visit.sentence(*no);
    }
    view.action = opened.href("submit");
    view.version = opened.row.version;
    view.deadline = deadline_of(opened);
    view.preview_href = opened.href("preview");
    view.back_href = opened.href();
    const auto limit = opened.rules().limits.entries_per_city;
    view.places =
        t_n("{city} has submitted {count} other entry of at most {limit} in this edition.",
            "{city} has submitted {count} other entries of at most {limit} in this edition.",
            opened.row.other_places, {{"city", opened.row.city_name}, {"limit", std::to_string(limit)}});
    return visit.page("city/check", view);
}

pages::refusal_view refusal_view_of(const my_entry& opened, const store::late_refusal_row& row) {
    return {title_of(opened.row.title),           row.id,       {row.refused_at}, {row.deadline},
            store::to_hexadecimal(row.hash.data), opened.href()};
}

// The receipt of the refusal stays although the answer is a "no".
http::response refuse_late(visit& visit, store::database& db, const my_entry& opened,
                           const acts::entry_contents& all) {
    const auto row =
        acts::refuse_late_entry(visit.acting(db), opened.row, opened.edition, opened.kept, all, opened.now);
    visit.keep_changes = true;
    return visit.page(409, "city/refusal", refusal_view_of(opened, row));
}

// E1: the city chooses which of its entries to withdraw.
http::response limit_page(visit& visit, store::database& db, const my_entry& opened) {
    const auto limit = opened.rules().limits.entries_per_city;
    pages::limit_view view{
        title_of(opened.row.title),
        t_n("{city} already has {count} entry in this edition, which is as many as a city can enter. "
            "This draft is kept. To submit it, withdraw the other first.",
            "{city} already has {count} entries in this edition, which is as many as a city can enter. "
            "This draft is kept. To submit it, withdraw one of the others first.",
            limit, {{"city", opened.row.city_name}}),
        {},
        opened.href()};
    for (const auto& one : store::list_my_entries(db, opened.row.city_id)) {
        if (one.edition_key != opened.edition.key || one.id == opened.row.id) continue;
        if (workflow::moves_open_to(workflow::role::applicant, one.state).empty() ||
            one.state == entry_state::lapsed)
            continue;
        if (!one.number) continue;
        const auto href = "/my/entries/" + std::to_string(workflow::value(one.id)) + "/withdraw";
        view.entries.push_back(
            {title_of(one.title), href, one.category_name, city_tag_of(one), t("Withdraw this entry"), {}});
    }
    return visit.page(409, "city/limit", view);
}

pages::confirm_view withdrawal_question(const my_entry& opened, std::string reason, pages::phrase error) {
    pages::confirm_view view;
    view.question = t("Withdraw “{title}”?", {{"title", opened.row.title}});
    view.consequences = {t("The entry leaves the edition for good. It cannot be reopened."),
                         t("What you wrote is kept and you can still read it.")};
    if (may_be_handed_in(opened))
        view.consequences.insert(
            view.consequences.begin() + 1,
            t("Its place becomes free: your city may submit another entry before the deadline."));
    view.action = opened.href("withdraw");
    view.hidden = {{"version", std::to_string(opened.row.version)}};
    pages::text_area area;
    area.name = "reason";
    area.label = t("Why do you withdraw it?");
    area.hint = t("The secretariat reads this. It is not published.");
    area.error = std::move(error);
    area.value = std::move(reason);
    area.rows = 4;
    view.fields = {std::move(area)};
    view.go = {t("Withdraw the entry"), "danger", "", "", {}};
    view.back_href = opened.href();
    return view;
}

bool is_stale(const visit& visit, const my_entry& opened) {
    return visit.find_number("version") != std::optional<std::int64_t>(opened.row.version);
}

const workflow::refusal stale{workflow::refusal_code::stale_version, {}};

// What stands in the way of a submission, where it can be put right.
http::response cannot_submit(visit& visit, store::database& db, const my_entry& opened,
                             const acts::entry_contents& all, const workflow::refusal& no) {
    if (no.code == workflow::refusal_code::entry_limit_reached) return limit_page(visit, db, opened);
    if (no.code != workflow::refusal_code::missing_fields) return visit.refuse(no);
    for (const auto& one : all.missing) {
        const auto line = line_of(visit, opened, form_pages(opened), one);
        visit.frame.errors.push_back(
            {t("{question}: {reason}", {{"question", visit.with.pages.say(line.question, visit.frame)},
                                        {"reason", visit.with.pages.say(line.reason, visit.frame)}}),
             line.href});
    }
    return check_page(visit, opened, all);
}

}  // namespace

http::response show_check(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    if (const auto may = may_write(opened); !may && !is_too_late(opened)) return visit.refuse(may.error());
    return check_page(visit, opened, contents_of(db, opened));
}

http::response submit_entry(visit& visit, store::database& db) {
    const auto opened = move_on(visit, db);
    const auto all = contents_of(db, opened);
    if (is_too_late(opened)) return refuse_late(visit, db, opened, all);
    if (is_stale(visit, opened)) return visit.refuse(stale);
    const auto submitted = acts::submit_entry(visit.acting(db), opened.row.id, words_of);
    if (!submitted) return cannot_submit(visit, db, opened, all, submitted.error());
    const auto number = std::to_string(opened.row.current_version.value_or(0) + 1);
    return visit.see_other(opened.href("receipts/" + number), "entry_submitted");
}

http::response reopen_entry(visit& visit, store::database& db) {
    const auto opened = move_on(visit, db);
    if (is_stale(visit, opened)) return visit.refuse(stale);
    if (const auto reopened = acts::reopen_entry(visit.acting(db), opened.row.id); !reopened)
        return visit.refuse(reopened.error());
    return visit.see_other(opened.href(), "entry_reopened");
}

http::response ask_to_withdraw(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto may = workflow::decide(opened.row.state, entry_action::withdraw, visit.actor(), opened.facts);
    if (!may) return visit.refuse(may.error());
    return visit.page("frame/confirm", withdrawal_question(opened, "", {}));
}

http::response withdraw_entry(visit& visit, store::database& db) {
    auto opened = move_on(visit, db);
    const auto reason = visit.text("reason");
    pages::phrase wrong;
    if (!visit.is_readable("reason"))
        wrong = t("Some signs of this text cannot be read. Type them again.");
    else if (visit.field("reason").empty())
        wrong = t("Say why you withdraw the entry.");
    else if (typed::is_longer_than(reason, longest_reason))
        wrong = t("This reason is too long.");
    if (!wrong.empty()) {
        visit.error("reason", wrong);
        return visit.page("frame/confirm", withdrawal_question(opened, reason, wrong));
    }
    if (is_stale(visit, opened)) {
        const auto changed =
            t("Somebody changed this entry in the meantime. Look at it, then withdraw it again.");
        visit.error("reason", changed);
        return visit.page(409, "frame/confirm", withdrawal_question(opened, reason, changed));
    }
    if (const auto gone = acts::withdraw_entry(visit.acting(db, visit.field("reason")), opened.row.id); !gone)
        return visit.refuse(gone.error());
    return visit.see_other(opened.href(), "entry_withdrawn");
}

http::response show_receipt(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto found = store::find_version(
        db, opened.row.id, static_cast<int>(std::min<std::int64_t>(visit.number("version"), 1'000'000)));
    if (!found) return visit.not_there();
    pages::receipt_view view;
    view.entry_title = title_of(found->kept.title);
    view.summary.rows = {
        {t("Entry"),
         t("Number {number} in {edition}",
           {{"number", std::to_string(opened.row.number.value_or(0))}, {"edition", opened.edition.name}}),
         {}},
        {t("City"), found->kept.city_name + ", " + found->kept.city_country, {}},
        {t("Category"), found->kept.category_name, {}},
        {t("Version"), std::to_string(found->line.number), {}}};
    view.submitted_at = {found->line.submitted_at};
    view.hash = found->line.hash;
    for (const auto& one : found->kept.fields) view.fields.push_back({one.label, one.sha256});
    for (const auto& one : found->kept.files) view.files.push_back({one.name, one.sha256});
    view.has_files = !view.files.empty();
    view.back_href = opened.href();
    return visit.page("city/receipt", view);
}

http::response show_refusal(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    for (const auto& one : store::list_late_refusals(db, opened.row.id))
        if (one.id == visit.number("refusal"))
            return visit.page("city/refusal", refusal_view_of(opened, one));
    return visit.not_there();
}

}  // namespace features
