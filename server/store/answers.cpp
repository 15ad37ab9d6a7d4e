#include "server/store/answers.hpp"

namespace store {
namespace {

struct columns {
    std::vector<std::string> questions, values, keys;
    std::vector<std::int64_t> versions;
};

columns columns_of(const std::vector<new_answer>& given, int versions_on) {
    columns in;
    for (const auto& one : given) {
        in.questions.push_back(one.question);
        in.values.push_back(one.value);
        in.keys.push_back(one.key);
        in.versions.push_back(one.based_on + versions_on);
    }
    return in;
}

}  // namespace

std::map<std::string, answer_row> list_answers(database& db, workflow::entry_id entry) {
    std::map<std::string, answer_row> answers;
    for (auto& one : db.list<answer_row>(
             "select question, value, version from answer where entry_id = :entry", {{"entry", entry}}))
        answers.emplace(one.question, std::move(one));
    return answers;
}

namespace {

struct answer_of_entry {
    workflow::entry_id entry_id;
    std::string question, value;
    int version;
};
BOOST_DESCRIBE_STRUCT(answer_of_entry, (), (entry_id, question, value, version))

}  // namespace

std::map<workflow::entry_id, std::map<std::string, answer_row>> list_answers(
    database& db, const std::vector<workflow::entry_id>& entries) {
    std::map<workflow::entry_id, std::map<std::string, answer_row>> answers;
    for (auto& one : db.list<answer_of_entry>("select entry_id, question, value, version from answer where "
                                              "entry_id = any(cast(:entries as bigint[]))",
                                              {{"entries", entries}}))
        answers[one.entry_id][one.question] = {one.question, std::move(one.value), one.version};
    return answers;
}

std::vector<saved_answer> save_answers(database& db, workflow::edition_id edition, workflow::entry_id entry,
                                       workflow::person_id person, const std::vector<new_answer>& given) {
    if (given.empty()) return {};
    const auto in = columns_of(given, 1);
    // In one order, so that two who save the same questions wait for each other and never in a circle.
    return db.list<saved_answer>(
        R"(insert into answer (entry_id, edition_id, question, value, version, key, saved_at, saved_by)
           select cast(:entry as bigint), cast(:edition as bigint), question, value, version, nullif(key, ''),
                  clock_timestamp(), cast(:person as bigint)
           from unnest(cast(:questions as text[]), cast(:values as text[]), cast(:versions as integer[]),
                       cast(:keys as text[])) as given (question, value, version, key)
           order by question
           on conflict (entry_id, question) do update
               set value = excluded.value, version = excluded.version, key = excluded.key,
                   saved_at = excluded.saved_at, saved_by = excluded.saved_by
               where answer.version = excluded.version - 1
           returning question, version)",
        {{"entry", entry},
         {"edition", edition},
         {"person", person},
         {"questions", in.questions},
         {"values", in.values},
         {"versions", in.versions},
         {"keys", in.keys}});
}

void keep_refused(database& db, workflow::edition_id edition, workflow::entry_id entry,
                  workflow::person_id person, const std::vector<new_answer>& given) {
    if (given.empty()) return;
    const auto in = columns_of(given, 0);
    db.run(
        R"(insert into answer_revision (entry_id, edition_id, question, value, version, refused, key, saved_by)
           select cast(:entry as bigint), cast(:edition as bigint), question, value, version, true, nullif(key, ''),
                  cast(:person as bigint)
           from unnest(cast(:questions as text[]), cast(:values as text[]), cast(:versions as integer[]),
                       cast(:keys as text[])) as given (question, value, version, key)
           where not exists (select from answer_revision r where r.entry_id = :entry and r.refused
                             and r.question = given.question and r.value = given.value and r.version = given.version))",
        {{"entry", entry},
         {"edition", edition},
         {"person", person},
         {"questions", in.questions},
         {"values", in.values},
         {"versions", in.versions},
         {"keys", in.keys}});
}

std::vector<saved_answer> list_saved_by_key(database& db, workflow::entry_id entry,
                                            const std::vector<std::string>& keys) {
    if (keys.empty()) return {};
    return db.list<saved_answer>(
        R"(select question, version from answer_revision
           where entry_id = :entry and key = any(cast(:keys as text[])) and not refused)",
        {{"entry", entry}, {"keys", keys}});
}

std::vector<answer_row> list_earlier(database& db, workflow::entry_id entry,
                                     const std::vector<saved_answer>& wanted) {
    if (wanted.empty()) return {};
    std::vector<std::string> questions;
    std::vector<std::int64_t> versions;
    for (const auto& one : wanted) {
        questions.push_back(one.question);
        versions.push_back(one.version);
    }
    return db.list<answer_row>(
        R"(select r.question, r.value, r.version
           from answer_revision r
                join unnest(cast(:questions as text[]), cast(:versions as integer[])) as w (question, version)
                     on w.question = r.question and w.version = r.version
           where r.entry_id = :entry and not r.refused)",
        {{"entry", entry}, {"questions", questions}, {"versions", versions}});
}

std::vector<answer_text> list_history(database& db, workflow::entry_id entry,
                                      const std::vector<std::string>& questions) {
    return db.list<answer_text>(
        R"(select h.question, h.value, h.refused, h.newer_at is null and not h.refused as current, h.saved_at, p.name
           from (select r.*, lead(r.saved_at) over line as newer_at, lead(r.saved_by) over line as newer_by
                 from answer_revision r
                 where r.entry_id = :entry and r.question = any(cast(:questions as text[]))
                 window line as (partition by r.question, r.refused order by r.id)) h
                left join person p on p.id = h.saved_by
           where h.refused or h.newer_at is null or h.newer_by is distinct from h.saved_by
                 or date_bin('10 minutes', h.newer_at, 'epoch') > date_bin('10 minutes', h.saved_at, 'epoch')
           order by h.question, h.id desc)",
        {{"entry", entry}, {"questions", questions}});
}

}  // namespace store
