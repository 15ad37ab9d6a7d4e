#include "server/features/city/moves.hpp"

#include "server/acts/withdrawal.hpp"
#include "server/features/city/entry_form.hpp"
#include "server/features/city/letters.hpp"
#include "server/features/frame/conflicts.hpp"
#include "server/features/frame/letters.hpp"
#include "server/pages/zones.hpp"
#include "server/store/attachments.hpp"
#include "server/store/entry_versions.hpp"
#include "server/store/moves.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using workflow::entry_action;
using workflow::entry_state;

constexpr std::size_t longest_reason = 2000;

struct whole_entry {
    std::map<std::string, store::answer_row> answers;
    std::vector<workflow::attachment> files;
    std::vector<workflow::field_problem> missing;
};

whole_entry load_whole(store::database& db, const my_entry& opened) {
    whole_entry all{store::list_answers(db, opened.row.id), store::list_attachments(db, opened.row.id), {}};
    all.missing = list_missing(opened, all.answers, all.files);
    return all;
}

store::kept_version version_of(const my_entry& opened, const whole_entry& all) {
    const auto& row = opened.row;
    store::kept_version kept;
    kept.entry = row.id;
    kept.number = row.current_version.value_or(0) + 1;
    kept.edition = opened.edition.key;
    kept.rules = opened.kept.version;
    kept.city = row.city_id;
    kept.city_name = row.city_name;
    kept.city_country = row.city_country;
    kept.category = row.category_key;
    kept.title = row.title;
    if (row.third_party) kept.provider = row.provider_name;
    for (const auto& known : opened.edition.categories)
        if (known.id == row.category_id) kept.category_name = known.name;
    kept.submitted_at = workflow::fact_time(opened.now);
    for (const auto& page : form_pages(opened))
        for (const auto& asked : page.questions) {
            const auto value = stored_answer(opened, all.answers, asked.key);
            kept.fields.push_back({page.key, page.title, asked.key, asked.label, value,
                                   store::hash_of_text(value), asked.names_the_applicant});
        }
    kept.files = all.files;
    return kept;
}

pages::missing_line line_of(visit& visit, const my_entry& opened, const std::vector<form_page>& all,
                            const workflow::field_problem& problem) {
    pages::missing_line line;
    line.reason = visit.sentence({problem.code, problem.facts});
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

http::response check_page(visit& visit, const my_entry& opened, const whole_entry& all) {
    pages::check_view view;
    const auto asked = form_pages(opened);
    view.entry_title = title_of(opened.row.title);
    for (const auto& one : all.missing) view.missing.push_back(line_of(visit, opened, asked, one));
    view.complete = all.missing.empty();
    view.has_missing = !view.complete;
    view.action = opened.href("submit");
    view.version = opened.row.version;
    view.deadline = deadline_of(opened);
    view.preview_href = opened.href("preview");
    view.back_href = opened.href();
    const auto limit = opened.rules().limits.entries_per_city;
    view.places = t("{city} has submitted {others} other entries of at most {limit} in this edition.",
                    {{"city", opened.row.city_name},
                     {"others", std::to_string(opened.row.other_places)},
                     {"limit", std::to_string(limit)}});
    return visit.page("city/check", view);
}

pages::refusal_view refusal_view_of(const my_entry& opened, const store::late_refusal_row& row) {
    return {title_of(opened.row.title),           row.id,       {row.refused_at}, {row.deadline},
            store::to_hexadecimal(row.hash.data), opened.href()};
}

// The receipt of the refusal stays although the answer is a "no".
http::response refuse_late(visit& visit, store::database& db, const my_entry& opened,
                           const whole_entry& all) {
    const auto kept = version_of(opened, all);
    std::string everything;
    for (const auto& one : kept.fields) everything += one.sha256;
    for (const auto& one : kept.files) everything += one.sha256;
    const auto deadline = workflow::last_moment(opened.edition.calendar, opened.row.extended_until);
    const auto row = store::add_late_refusal(db, opened.row, visit.person(), opened.now, deadline,
                                             {store::sha256(everything)});
    store::record_act(db, visit.as_author(), workflow::audit_subject::entry, workflow::value(opened.row.id),
                      workflow::audit_action::late_entry_refused,
                      {{"refusal", row.id}, {"deadline", workflow::fact_time(deadline)}});
    send_late_refusal(visit, db, opened, row);
    visit.keep_changes = true;
    return visit.page(409, "city/refusal", refusal_view_of(opened, row));
}

// E1: the city chooses which of its entries to withdraw.
http::response limit_page(visit& visit, store::database& db, const my_entry& opened) {
    const auto limit = std::to_string(opened.rules().limits.entries_per_city);
    pages::limit_view view{
        title_of(opened.row.title),
        t("{city} already has {limit} entries in this edition, which is as many as a city can enter. "
          "This draft is kept. To submit it, withdraw one of the others first.",
          {{"city", opened.row.city_name}, {"limit", limit}}),
        {},
        opened.href()};
    for (const auto& one : store::list_my_entries(db, opened.row.city_id)) {
        if (one.edition_key != opened.edition.key || one.id == opened.row.id) continue;
        if (workflow::moves_open_to(workflow::role::applicant, one.state).empty() ||
            one.state == entry_state::lapsed)
            continue;
        if (!one.number) continue;
        const auto href = "/my/entries/" + std::to_string(workflow::value(one.id)) + "/withdraw";
        view.entries.push_back({title_of(one.title),
                                href,
                                one.category_name,
                                city_tag_of(one.state),
                                t("Withdraw this entry"),
                                {}});
    }
    return visit.page(409, "city/limit", view);
}

bool is_too_late(const my_entry& opened) {
    if (!is_among(opened.row.state, workflow::entry_states::not_handed_in)) return false;
    const auto may = workflow::may_still(workflow::deadline_act::submit_entry, opened.edition.calendar,
                                         opened.edition.state, opened.row.extended_until, opened.now);
    return !may && may.error().code == workflow::refusal_code::call_closed;
}

pages::confirm_view withdrawal_question(const my_entry& opened, std::string reason, pages::phrase error) {
    pages::confirm_view view;
    view.question = t("Withdraw “{title}”?", {{"title", opened.row.title}});
    view.consequences = {t("The entry leaves the edition for good. It cannot be reopened."),
                         t("Its place becomes free: your city may submit another entry before the deadline."),
                         t("What you wrote is kept and you can still read it.")};
    view.action = opened.href("withdraw");
    view.hidden = {{"version", std::to_string(opened.row.version)}};
    pages::text_area area;
    area.name = "reason";
    area.label = t("Why do you withdraw it?");
    area.hint = t("The secretariat reads this. It is not published.");
    area.error = std::move(error);
    area.value = std::move(reason);
    area.rows = 4;
    pages::field field;
    field.area = std::move(area);
    view.fields.push_back(std::move(field));
    view.go = {t("Withdraw the entry"), "danger", "", "", {}};
    view.back_href = opened.href();
    return view;
}

bool is_stale(const visit& visit, const my_entry& opened) {
    return visit.find_number("version") != std::optional<std::int64_t>(opened.row.version);
}

const workflow::refusal stale{workflow::refusal_code::stale_version, {}};

}  // namespace

http::response show_check(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    if (const auto may = may_write(opened); !may && !is_too_late(opened)) return visit.refuse(may.error());
    return check_page(visit, opened, load_whole(db, opened));
}

http::response submit_entry(visit& visit, store::database& db) {
    auto opened = move_on(visit, db);
    const auto all = load_whole(db, opened);
    if (is_too_late(opened)) return refuse_late(visit, db, opened, all);
    if (is_stale(visit, opened)) return visit.refuse(stale);
    const auto decided = workflow::decide(opened.row.state, entry_action::submit, visit.actor(),
                                          facts_of(opened, names_of(all.missing)));
    if (!decided) {
        if (decided.error().code == workflow::refusal_code::entry_limit_reached)
            return limit_page(visit, db, opened);
        if (decided.error().code != workflow::refusal_code::missing_fields)
            return visit.refuse(decided.error());
        for (const auto& one : all.missing) {
            const auto line = line_of(visit, opened, form_pages(opened), one);
            visit.frame.errors.push_back(
                {t("{question}: {reason}", {{"question", visit.with.pages.say(line.question, visit.frame)},
                                            {"reason", visit.with.pages.say(line.reason, visit.frame)}}),
                 line.href});
        }
        return check_page(visit, opened, all);
    }
    if (!store::take_place(db, opened.row)) return limit_page(visit, db, opened);
    const auto kept = version_of(opened, all);
    store::note_submitted(db, opened.row, kept.number);
    const auto hash = store::keep_version(db, opened.row.edition_id, kept, visit.person());
    store::move_entry(db, visit.as_author(), opened.row.id, opened.row.version, *decided,
                      store::visibility::open, {{"version", kept.number}, {"sha256", hash}});
    work_out_conflicts(visit, db);
    send_receipt(visit, db, opened, kept);
    return visit.see_other(opened.href("receipts/" + std::to_string(kept.number)), "entry_submitted");
}

http::response reopen_entry(visit& visit, store::database& db) {
    auto opened = move_on(visit, db);
    if (is_stale(visit, opened)) return visit.refuse(stale);
    const auto decided =
        workflow::decide(opened.row.state, entry_action::reopen, visit.actor(), facts_of(opened));
    if (!decided) return visit.refuse(decided.error());
    store::move_entry(db, visit.as_author(), opened.row.id, opened.row.version, *decided);
    work_out_conflicts(visit, db);
    return visit.see_other(opened.href(), "entry_reopened");
}

http::response ask_to_withdraw(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto may =
        workflow::decide(opened.row.state, entry_action::withdraw, visit.actor(), facts_of(opened));
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
    else if (words_of(reason) > longest_reason || reason.size() > 4 * longest_reason)
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
    auto facts = facts_of(opened);
    facts.reason_given = true;
    const auto decided =
        workflow::decide(opened.row.state, entry_action::withdraw, visit.actor(), std::move(facts));
    if (!decided) return visit.refuse(decided.error());
    store::set_closing_reason(db, opened.row.id, visit.field("reason"));
    store::move_entry(db, visit.as_author(), opened.row.id, opened.row.version, *decided);
    acts::release_scorecards(db, opened.row.edition_id, opened.row.id, *decided, whole_address(visit, ""));
    work_out_conflicts(visit, db);
    send_withdrawal(visit, db, opened);
    return visit.see_other(opened.href(), "entry_withdrawn");
}

http::response show_receipt(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto found = store::find_version(
        db, opened.row.id, static_cast<int>(std::min<std::int64_t>(visit.number("version"), 1'000'000)));
    if (!found) return visit.not_there();
    pages::receipt_view view;
    view.entry_title = title_of(found->kept.title);
    view.facts.rows = {
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
