#include "server/features/city/given_answers.hpp"

#include "server/acts/conflicts.hpp"
#include "workflow/saving.hpp"

namespace features {
namespace {

using workflow::save_verdict;

// The entry's own columns follow the answers of the service's own questions.
void write_own(store::database& db, my_entry& opened, const given_answer& one) {
    auto& row = opened.row;
    if (one.asked.key == "title") {
        store::set_title(db, row.id, row.title = one.value);
    } else if (one.asked.key == "category") {
        for (const auto& known : opened.edition.categories)
            if (known.key == one.value) {
                store::set_category(db, row.id, row.category_id = known.id);
                row.category_key = known.key;
            }
    } else {
        if (one.asked.key == "third_party") row.third_party = one.value == "yes";
        if (one.asked.key == "provider_name") row.provider_name = one.value;
        store::set_provider(db, row.id, row.third_party, row.provider_name);
    }
}

// A request whose answer was lost may have been carried out all the same: what follows it is based on what it
// wrote.
void go_on_from_unanswered(store::database& db, workflow::entry_id entry, std::vector<given_answer>& given) {
    std::vector<std::string> keys;
    for (const auto& one : given)
        if (!one.key.empty()) keys.push_back(one.key);
    for (const auto& saved : store::list_saved_by_key(db, entry, keys))
        for (auto& one : given)
            if (one.asked.key == saved.question) one.based_on = std::max(one.based_on, saved.version);
}

struct sorted_answers {
    std::vector<given_answer> to_write;
    std::vector<stale_answer> stale;
};

sorted_answers sort_out(store::database& db, const my_entry& opened, const stored_answers& stored,
                        const std::vector<given_answer>& given) {
    std::vector<store::saved_answer> outdated;
    for (const auto& one : given)
        if (one.based_on != version_in(stored, one.asked.key))
            outdated.push_back({one.asked.key, one.based_on});
    std::map<std::string, std::string> earlier;
    for (auto& one : store::list_earlier(db, opened.row.id, outdated))
        earlier[one.question] = std::move(one.value);
    sorted_answers sorted;
    for (const auto& one : given) {
        const auto& key = one.asked.key;
        const auto theirs = acts::stored_answer(opened.row, stored, key);
        const auto version = version_in(stored, key);
        const auto base = earlier.find(key);
        const bool never_answered = one.based_on == 0 && !workflow::is_own_question(key);
        workflow::arriving_save arriving{one.value, one.based_on == version, theirs, {}};
        if (base != earlier.end())
            arriving.base = base->second;
        else if (never_answered)
            arriving.base = "";
        const auto verdict = workflow::judge_save(arriving);
        if (verdict == save_verdict::write) sorted.to_write.push_back(one);
        if (verdict == save_verdict::stale) sorted.stale.push_back({one, theirs, version});
    }
    return sorted;
}

std::vector<store::new_answer> rows_of(const std::vector<given_answer>& given) {
    std::vector<store::new_answer> rows;
    for (const auto& one : given) rows.push_back({one.asked.key, one.value, one.based_on, one.key});
    return rows;
}

void follow_up(visit& visit, store::database& db, my_entry& opened, stored_answers& stored,
               const given_answer& one, int version) {
    const auto& key = one.asked.key;
    if (workflow::is_own_question(key)) write_own(db, opened, one);
    // Of an entry that was submitted once, the panel's conflicts are known; a draft has none.
    if (key == "provider_name" && opened.row.state == workflow::entry_state::returned)
        acts::recompute_conflicts(visit.acting(db));
    stored[key] = {key, one.value, version};
    store::record_act(db, visit.as_author(), workflow::audit_subject::entry, workflow::value(opened.row.id),
                      workflow::audit_action::answer_saved, {{"question", key}, {"version", version}});
}

}  // namespace

int version_in(const stored_answers& stored, const std::string& question) {
    const auto found = stored.find(question);
    return found == stored.end() ? 0 : found->second.version;
}

std::vector<stale_answer> save_given(visit& visit, store::database& db, my_entry& opened,
                                     stored_answers& stored, std::vector<given_answer> given) {
    const auto entry = opened.row.id;
    std::vector<stale_answer> stale;
    while (!given.empty()) {
        go_on_from_unanswered(db, entry, given);
        auto [to_write, refused] = sort_out(db, opened, stored, given);
        stale.insert(stale.end(), refused.begin(), refused.end());
        const auto saved =
            store::save_answers(db, opened.row.edition_id, entry, visit.person(), rows_of(to_write));
        for (const auto& one : saved) {
            const auto written = std::find_if(to_write.begin(), to_write.end(), [&](const auto& each) {
                return each.asked.key == one.question;
            });
            follow_up(visit, db, opened, stored, *written, one.version);
            to_write.erase(written);
        }
        // Those that were not written were written by somebody else since they were read: they are judged
        // again.
        if (!to_write.empty()) stored = store::list_answers(db, entry);
        given = std::move(to_write);
    }
    std::vector<given_answer> kept;
    for (const auto& one : stale) kept.push_back(one.mine);
    store::keep_refused(db, opened.row.edition_id, entry, visit.person(), rows_of(kept));
    return stale;
}

}  // namespace features
