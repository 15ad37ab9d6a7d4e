#include "server/store/answers.hpp"

namespace store {

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
    std::vector<std::string> questions, values;
    std::vector<std::int64_t> versions;
    for (const auto& one : given) {
        questions.push_back(one.question);
        values.push_back(one.value);
        versions.push_back(one.based_on + 1);
    }
    // In one order, so that two who save the same questions wait for each other and never in a circle.
    return db.list<saved_answer>(
        R"(insert into answer (entry_id, edition_id, question, value, version, saved_at, saved_by)
           select cast(:entry as bigint), cast(:edition as bigint), question, value, version, clock_timestamp(),
                  cast(:person as bigint)
           from unnest(cast(:questions as text[]), cast(:values as text[]), cast(:versions as integer[]))
                as given (question, value, version)
           order by question
           on conflict (entry_id, question) do update
               set value = excluded.value, version = excluded.version, saved_at = excluded.saved_at,
                   saved_by = excluded.saved_by
               where answer.version = excluded.version - 1
           returning question, version)",
        {{"entry", entry},
         {"edition", edition},
         {"person", person},
         {"questions", questions},
         {"values", values},
         {"versions", versions}});
}

}  // namespace store
