#include "server/acts/entries.hpp"

#include "server/acts/conflicts.hpp"
#include "server/store/drafts.hpp"
#include "server/store/move_facts.hpp"
#include "server/store/screening.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/form.hpp"

namespace acts {
namespace {

using workflow::entry_action;

// An entry whose move is about to be decided.
struct entry_at_hand {
    store::entry_row row;
    workflow::edition edition;
    workflow::entry_facts facts;
};

entry_at_hand take_entry(const acting& now, workflow::entry_id id) {
    store::share_edition(now.db, now.edition());
    auto row = store::lock_entry(now.db, id);
    auto edition = store::load_edition(now.db, now.edition());
    auto facts = store::load_entry_facts(now.db, edition, now.who.actor, id);
    facts.reason_given = now.reason_given();
    return {std::move(row), std::move(edition), std::move(facts)};
}

// Makes a decided move, and works the conflicts out anew, since an entry's data changed (J1).
entry_moved make_move(const acting& now, const store::entry_row& row, const workflow::entry_decision& decided,
                      boost::json::object details = {}) {
    entry_move moving{row.id, row.version, decided, store::visibility::open, std::move(details), {}};
    if (const auto done = move(now, moving); !done) return tl::unexpected(done.error());
    recompute_conflicts(now);
    return decided;
}

boost::json::object reason_was_given(const acting& now) {
    return now.reason_given() ? boost::json::object{{"reason_given", true}} : boost::json::object{};
}

// The service's own question beside the form's: who enters for the city.
std::optional<workflow::field_problem> find_provider_problem(const store::entry_row& row) {
    if (!row.third_party || !row.provider_name.empty()) return std::nullopt;
    return workflow::field_problem{"project", "provider_name", workflow::refusal_code::answer_missing, {}};
}

}  // namespace

entry_contents load_contents(store::database& db, const store::entry_row& row,
                             const workflow::rule_set& rules, const workflow::word_counter& count_words) {
    entry_contents all{store::list_answers(db, row.id), store::list_attachments(db, row.id), {}, {}};
    for (const auto& one : store::list_unfinished(db, {row.id})) all.unfinished_uploads.push_back(one.name);
    all.missing = list_missing(row, all, rules, count_words);
    return all;
}

std::vector<workflow::field_problem> list_missing(const store::entry_row& row, const entry_contents& all,
                                                  const workflow::rule_set& rules,
                                                  const workflow::word_counter& count_words) {
    workflow::entry entry;
    entry.id = row.id;
    entry.category = row.category_id;
    entry.title = row.title;
    if (row.third_party) entry.provider = row.provider_name;
    for (const auto& [question, answer] : all.answers) entry.answers[question] = answer.value;
    entry.attachments = all.files;
    entry.unfinished_uploads = all.unfinished_uploads;
    auto missing = workflow::list_problems(entry, rules, count_words);
    if (auto provider = find_provider_problem(row)) missing.insert(missing.begin(), std::move(*provider));
    return missing;
}

std::vector<std::string> names_of(const std::vector<workflow::field_problem>& problems) {
    std::vector<std::string> names;
    for (const auto& one : problems) names.push_back(one.question);
    return names;
}

std::string stored_answer(const store::entry_row& row,
                          const std::map<std::string, store::answer_row>& answers, std::string_view key) {
    if (key == "title") return row.title;
    if (key == "category") return row.category_key;
    if (key == "third_party") return row.third_party ? "yes" : "no";
    if (key == "provider_name") return row.provider_name;
    const auto found = answers.find(std::string(key));
    return found == answers.end() ? "" : found->second.value;
}

store::kept_version version_of(const store::entry_row& row, const workflow::edition& edition,
                               const store::kept_rules& kept_rules, const entry_contents& all,
                               workflow::instant submitted_at) {
    store::kept_version kept;
    kept.entry = row.id;
    kept.number = row.current_version.value_or(0) + 1;
    kept.edition = edition.key;
    kept.rules = kept_rules.version;
    kept.city = row.city_id;
    kept.city_name = row.city_name;
    kept.city_country = row.city_country;
    kept.category = row.category_key;
    kept.category_name = row.category_name;
    kept.title = row.title;
    if (row.third_party) kept.provider = row.provider_name;
    kept.submitted_at = workflow::utc_text(submitted_at);
    for (const auto& section : workflow::whole_form(kept_rules.rules, edition.categories))
        for (const auto& asked : section.questions) {
            const auto value = stored_answer(row, all.answers, asked.key);
            kept.fields.push_back({section.key, section.title, asked.key, asked.label, value,
                                   store::hash_of_text(value), asked.names_the_applicant});
        }
    kept.files = all.files;
    return kept;
}

workflow::instant deadline_of(const store::entry_row& row, const workflow::edition& edition) {
    if (row.state == workflow::entry_state::returned && row.return_due_at) return *row.return_due_at;
    return end_of_writing(row, edition);
}

workflow::instant end_of_writing(const store::entry_row& row, const workflow::edition& edition) {
    return workflow::published_deadline(edition.calendar, row.extended_until);
}

tl::expected<workflow::entry_id, workflow::refusal> begin_entry(const acting& now,
                                                                const store::new_entry& said) {
    store::share_edition(now.db, now.edition());
    const auto edition = store::load_edition(now.db, now.edition());
    const auto extension = store::find_extension(now.db, edition.id, said.city);
    const auto may = workflow::may_still(workflow::deadline_act::write_entry, edition.calendar, edition.state,
                                         extension, now.db.clock());
    if (!may) return tl::unexpected(may.error());
    if (store::count_drafts(now.db, edition.id, said.city) >= workflow::most_drafts_of_a_city)
        return workflow::refuse(workflow::refusal_code::too_many_drafts,
                                {{"limit", std::to_string(workflow::most_drafts_of_a_city)}});
    const auto entry = store::add_entry(now.db, said, now.who.actor.person.value());
    store::record_act(now.db, now.who, workflow::audit_subject::entry, workflow::value(entry),
                      workflow::audit_action::entry_started, {{"city", workflow::value(said.city)}});
    return entry;
}

entry_moved submit_entry(const acting& now, workflow::entry_id id,
                         const workflow::word_counter& count_words) {
    auto [row, edition, facts] = take_entry(now, id);
    const auto rules = store::load_rules(now.db, now.edition()).rules;
    facts.missing_fields = names_of(load_contents(now.db, row, rules, count_words).missing);
    const auto decided = workflow::decide(row.state, entry_action::submit, now.who.actor, facts);
    if (!decided) return decided;
    if (!store::take_place(now.db, row))
        return workflow::refuse(workflow::refusal_code::entry_limit_reached,
                                {{"limit", std::to_string(facts.entries_per_city.get())}});
    return make_move(now, row, *decided);
}

entry_moved reopen_entry(const acting& now, workflow::entry_id id) {
    const auto [row, edition, facts] = take_entry(now, id);
    const auto decided = workflow::decide(row.state, entry_action::reopen, now.who.actor, facts);
    if (!decided) return decided;
    store::end_request(now.db, id);
    return make_move(now, row, *decided);
}

entry_moved withdraw_entry(const acting& now, workflow::entry_id id) {
    const auto [row, edition, facts] = take_entry(now, id);
    const auto decided = workflow::decide(row.state, entry_action::withdraw, now.who.actor, facts);
    if (!decided) return decided;
    store::set_closing_reason(now.db, id, now.reason);
    return make_move(now, row, *decided, reason_was_given(now));
}

entry_moved accept_entry(const acting& now, workflow::entry_id id) {
    const auto [row, edition, facts] = take_entry(now, id);
    const auto decided = workflow::decide(row.state, entry_action::accept, now.who.actor, facts);
    if (!decided) return decided;
    // The checklist's first point says that the city may enter: with the entry a proposed city is accepted
    // too.
    store::approve_city(now.db, now.who, row.city_id);
    return make_move(now, row, *decided);
}

entry_moved reject_entry(const acting& now, workflow::entry_id id) {
    const auto [row, edition, facts] = take_entry(now, id);
    const auto decided = workflow::decide(row.state, entry_action::reject, now.who.actor, facts);
    if (!decided) return decided;
    store::set_closing_reason(now.db, id, now.reason);
    return make_move(now, row, *decided, reason_was_given(now));
}

entry_moved return_entry(const acting& now, workflow::entry_id id, std::optional<workflow::instant> due_at) {
    auto [row, edition, facts] = take_entry(now, id);
    facts.completion_due_at = due_at;
    const auto decided =
        workflow::decide(row.state, entry_action::return_for_completion, now.who.actor, facts);
    if (!decided) return decided;
    store::set_return(now.db, id, now.reason, *due_at);
    return make_move(now, row, *decided, reason_was_given(now));
}

int lapse_overdue_entries(const acting& now) {
    store::share_edition(now.db, now.edition());
    const auto edition = store::load_edition(now.db, now.edition());
    auto overdue = store::list_overdue_completions(now.db, now.edition());
    for (const auto& draft : store::list_drafts_that_end(now.db, now.edition())) overdue.push_back(draft);
    std::vector<workflow::entry_id> ids;
    for (const auto& one : overdue) ids.push_back(one.id);
    const auto facts = store::load_entry_facts(now.db, edition, edition.state, now.who.actor, ids);
    int lapsed = 0;
    for (std::size_t i = 0; i < overdue.size(); ++i) {
        const auto lapses = workflow::decide(overdue[i].state, entry_action::lapse, now.who.actor, facts[i]);
        if (!lapses) continue;
        entry_move moving{overdue[i].id, overdue[i].version, *lapses, store::visibility::open, {}, {}};
        if (const auto done = move(now, moving); !done)
            throw std::logic_error("a consequence of a lapse was refused");
        ++lapsed;
    }
    if (lapsed > 0) recompute_conflicts(now);
    return lapsed;
}

}  // namespace acts
