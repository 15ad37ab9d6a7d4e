#include "server/features/office/screened.hpp"

#include "server/features/office/log_words.hpp"
#include "server/features/office/screened_answers.hpp"
#include "server/pages/countries.hpp"
#include "server/store/conflicts.hpp"
#include "server/store/move_facts.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::entry_action;

pages::office_block facts_block(const visit& visit, const workflow::edition& edition,
                                const store::screened_entry& entry) {
    pages::office_block block;
    pages::summary_list list;
    const auto add = [&](pages::phrase name, pages::phrase text) {
        list.rows.push_back({std::move(name), std::move(text), {}});
    };
    add(t("Number"), entry.number ? std::to_string(*entry.number) : "-");
    add(t("City"), entry.official_city + ", " + pages::name_of_country(entry.country, visit.frame.language));
    add(t("Member"), entry.member ? t("Yes") : t("No"));
    if (!entry.city_is_approved)
        add(t("Proposed city"),
            t("Its applicant proposed it. Accepting the entry approves the city as well."));
    add(t("Category"), entry.category);
    if (entry.third_party)
        add(t("Entered by"),
            entry.provider_name.empty() ? t("A provider") : pages::phrase(entry.provider_name));
    if (entry.submitted_at) add(t("Submitted"), in_words(*entry.submitted_at, edition.calendar.zone));
    if (entry.extended_until)
        add(t("Personal extension until"), in_words(*entry.extended_until, edition.calendar.zone));
    if (entry.return_due_at && entry.state == workflow::entry_state::returned)
        add(t("To be completed by"), in_words(*entry.return_due_at, edition.calendar.zone));
    if (!entry.returned_reason.empty()) add(t("Asked for"), entry.returned_reason);
    if (!entry.closing_reason.empty()) add(t("Reason of the end"), entry.closing_reason);
    block.summary = std::move(list);
    if (!entry.flag.empty()) block.warning = pages::text_block{entry.flag};
    if (entry.third_party && !entry.has_approval_letter)
        block.inset =
            pages::text_block{t("Held: a provider entered, and the city's letter of approval is not there.")};
    return block;
}

pages::office_block checklist_block(visit& visit, store::database& db, const workflow::edition& edition,
                                    const store::screened_entry& entry) {
    pages::office_block block;
    block.heading = t("Checklist");
    const auto checks = store::list_checks(db, entry.id);
    std::vector<pages::field> fields;
    for (const auto& point : workflow::screening_points) {
        if (point.for_third_parties && !entry.third_party) continue;
        const std::string key(point.key);
        const auto kept =
            std::find_if(checks.begin(), checks.end(), [&](const auto& one) { return one.item == key; });
        const bool is_back = visit.has_field("note_" + key);
        fields.push_back(
            tick("point_" + key, t(point.sentence),
                 is_back ? visit.has_field("point_" + key) : kept != checks.end() && kept->passed));
        fields.push_back(
            line("note_" + key, t("Note"),
                 is_back ? visit.field("note_" + key) : (kept == checks.end() ? "" : kept->note)));
    }
    block.form = form_to(entry_url(edition, entry, "/checklist"), std::move(fields), t("Save the checklist"),
                         "secondary");
    return block;
}

pages::phrase heading_of(entry_action action) {
    if (action == entry_action::accept) return t("Accept");
    if (action == entry_action::reject) return t("Reject");
    if (action == entry_action::return_for_completion) return t("Return for completion");
    return t("Withdraw for the city");
}

pages::office_form move_form(const visit& visit, const workflow::edition& edition,
                             const store::screened_entry& entry, entry_action action,
                             const refused_form& refused) {
    using enum entry_action;
    const auto name = std::string(workflow::name_of(action));
    const bool is_this = refused.action == action;
    std::vector<pages::field> fields;
    if (action != accept)
        fields.push_back(lines(
            "reason_" + name,
            action == return_for_completion ? t("What is missing, for the city") : t("Reason, for the city"),
            is_this ? visit.text("reason_" + name) : "", 3));
    if (action == return_for_completion)
        fields.push_back(date_time("due_at", t("To be completed by"), is_this ? visit.field("due_at") : "",
                                   edition.calendar.zone));
    if (is_this) pages::set_error(fields, pages::error_for(refused.field, refused.why));
    return form_to(entry_url(edition, entry, "/moves/") + name, std::move(fields), heading_of(action),
                   action == accept                  ? "main"
                   : action == return_for_completion ? "secondary"
                                                     : "danger");
}

// One form for each move that the table offers; the guards' refusals stand where a form would be in vain.
std::vector<pages::office_block> move_blocks(const visit& visit, const workflow::edition& edition,
                                             const store::screened_entry& entry,
                                             const workflow::entry_facts& facts,
                                             const refused_form& refused) {
    using enum entry_action;
    std::vector<pages::office_block> blocks;
    for (const auto action : workflow::moves_open_to(workflow::role::secretariat, entry.state)) {
        if (action != return_for_completion && action != accept && action != reject && action != withdraw)
            continue;
        auto hopeful = facts;
        hopeful.reason_given = true;
        if (action == return_for_completion)
            hopeful.completion_due_at = facts.now.get() + std::chrono::hours(24);
        auto& block = blocks.emplace_back();
        block.heading = heading_of(action);
        if (const auto move = workflow::decide(entry.state, action, visit.actor(), hopeful); move)
            block.form = move_form(visit, edition, entry, action, refused);
        else
            block.text = visit.sentence(move.error());
    }
    return blocks;
}

pages::office_block files_block(store::database& db, const workflow::edition& edition,
                                const store::screened_entry& entry) {
    pages::office_block block;
    block.heading = t("Attachments and versions");
    pages::table files;
    files.caption = t("Attachments");
    files.columns = {{t("File"), false, ""}, {t("Kind"), false, ""}, {t("Bytes"), true, ""}};
    files.empty_text = t("No file is attached.");
    for (const auto& one : store::list_screened_files(db, entry.id))
        files.add_row(
            {{one.name,
              office_url(edition, "/attachments/") + std::to_string(workflow::value(one.id)),
              std::nullopt,
              false,
              {}},
             {one.purpose == workflow::file_purpose::approval_letter ? t("Letter of approval")
                                                                     : pages::phrase(one.media_type),
              "",
              std::nullopt,
              false,
              {}},
             {std::to_string(one.size), "", std::nullopt, true, {}}});
    block.rows = std::move(files);
    pages::plain_list versions;
    for (const auto& one : store::list_screened_versions(db, entry.id))
        versions.items.push_back(t("Version {number}, submitted {when}, SHA-256 {hash}",
                                   {{"number", std::to_string(one.number)},
                                    {"when", in_words(one.submitted_at, edition.calendar.zone)},
                                    {"hash", one.sha256}}));
    if (!versions.items.empty()) block.list = std::move(versions);
    return block;
}

pages::office_block history_block(store::database& db, const workflow::edition& edition,
                                  const store::screened_entry& entry) {
    pages::office_block block;
    block.heading = t("History");
    pages::timeline course;
    store::audit_filter filter;
    filter.subject = workflow::audit_subject::entry;
    filter.subject_id = workflow::value(entry.id);
    for (const auto& one : store::list_audit_events(db, edition.id, filter))
        course.steps.push_back({words_for_act(one.subject, one.action),
                                one.actor_name ? pages::phrase(*one.actor_name) : t("The service"),
                                pages::moment{one.happened_at}, "past"});
    std::reverse(course.steps.begin(), course.steps.end());
    if (!course.steps.empty()) block.course = std::move(course);
    return block;
}

pages::office_block flags_block(visit& visit, store::database& db, const workflow::edition& edition,
                                const store::screened_entry& entry) {
    pages::office_block block;
    block.heading = t("Flag, and similar entries");
    pages::plain_list similar;
    for (const auto& one : store::list_similar_entries(db, entry.id))
        similar.items.push_back(t("{title}, {city}, {edition}: {state}",
                                  {{"title", one.title},
                                   {"city", one.city},
                                   {"edition", one.edition_name},
                                   {"state", visit.with.pages.say(words_for(one.state), visit.frame)}}));
    if (similar.items.empty())
        block.text = t("No other entry looks like this one.");
    else
        block.list = std::move(similar);
    block.form = form_to(
        entry_url(edition, entry, "/flag"),
        {line("flag", t("Flag for a decision"), visit.has_field("flag") ? visit.field("flag") : entry.flag,
              t("For example: similar project, past winner. Empty: no flag.")),
         lines("decision", t("The decision on it, if one was made"), visit.text("decision"), 3)},
        t("Save the flag"), "secondary");
    return block;
}

pages::office_block category_block(visit& visit, const workflow::edition& edition,
                                   const store::screened_entry& entry) {
    pages::office_block block;
    block.heading = t("Move to another category");
    block.text = t("Only by decision with the city's consent, and before the entry is scored.");
    std::vector<pages::choice> choices;
    for (const auto& one : edition.categories)
        if (one.id != entry.category_id)
            choices.push_back({std::to_string(workflow::value(one.id)), one.name, {}, false, ""});
    block.form = form_to(entry_url(edition, entry, "/category"),
                         {choose("category", t("Category"), std::move(choices), visit.field("category")),
                          lines("why", t("Reason of the decision"), visit.text("why"), 3),
                          tick("consent", t("The city has agreed to it"), visit.has_field("consent"))},
                         t("Move the entry"), "secondary");
    return block;
}

}  // namespace

std::string entry_url(const workflow::edition& edition, const store::screened_entry& entry,
                      std::string_view rest) {
    return office_url(edition, "/entries/") + std::to_string(workflow::value(entry.id)) + std::string(rest);
}

pages::office_view entry_page(visit& visit, store::database& db, const workflow::edition& edition,
                              const store::screened_entry& entry, const refused_form& refused) {
    auto view = begin_office(visit, edition, office_section::entries,
                             entry.title.empty() ? t("(no title yet)") : pages::phrase(entry.title));
    visit.frame.breadcrumbs.push_back({t("Entries"), office_url(edition, "/entries")});
    view.state = tag_of(entry.state);
    view.blocks.push_back(facts_block(visit, edition, entry));
    if (entry.state == workflow::entry_state::submitted)
        view.blocks.push_back(checklist_block(visit, db, edition, entry));
    for (auto& block : move_blocks(visit, edition, entry,
                                   store::load_entry_facts(db, edition, visit.actor(), entry.id), refused))
        view.blocks.push_back(std::move(block));
    for (auto& block : answers_blocks(db, edition, entry)) view.blocks.push_back(std::move(block));
    view.blocks.push_back(files_block(db, edition, entry));
    pages::office_block conflicts;
    conflicts.heading = t("Judges with a conflict of interest");
    pages::plain_list list;
    for (const auto& one : store::list_conflicts_of_entry(db, entry.id))
        list.items.push_back(one.bars ? pages::phrase(one.judge)
                                      : t("{judge} (does not bar)", {{"judge", one.judge}}));
    if (list.items.empty())
        conflicts.text = t("None is known.");
    else
        conflicts.list = std::move(list);
    view.blocks.push_back(std::move(conflicts));
    view.blocks.push_back(flags_block(visit, db, edition, entry));
    if (entry.number) view.blocks.push_back(category_block(visit, edition, entry));
    view.blocks.push_back(history_block(db, edition, entry));
    return view;
}

}  // namespace features
