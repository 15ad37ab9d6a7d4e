#pragma once
// The answers of an entry's form, one row for each question, saved as they are typed. Every save carries the
// version it was based on; one that is based on an older version is not written (E2). Each text that came is
// kept, also one that was refused.

#include <map>
#include "server/store/database.hpp"

namespace store {

struct answer_row {
    std::string question;
    std::string value;
    int version;
};
BOOST_DESCRIBE_STRUCT(answer_row, (), (question, value, version))

// All answers of an entry in one question, by the question's key.
std::map<std::string, answer_row> list_answers(database&, workflow::entry_id);

// The same of many entries.
std::map<workflow::entry_id, std::map<std::string, answer_row>> list_answers(
    database&, const std::vector<workflow::entry_id>&);

// `based_on` 0: there was no answer yet. `key`: the request's own, or empty.
struct new_answer {
    std::string question;
    std::string value;
    int based_on = 0;
    std::string key;
};
struct saved_answer {
    std::string question;
    int version;
};
BOOST_DESCRIBE_STRUCT(saved_answer, (), (question, version))

// Writes those that are based on the stored version, in one statement, and tells their new versions. A
// question that is not in the answer was stale and is as it was.
std::vector<saved_answer> save_answers(database&, workflow::edition_id, workflow::entry_id,
                                       workflow::person_id, const std::vector<new_answer>&);

// Keeps texts that were stale beside those that were saved; each once, however often it came.
void keep_refused(database&, workflow::edition_id, workflow::entry_id, workflow::person_id,
                  const std::vector<new_answer>&);

// The versions that requests of these keys became.
std::vector<saved_answer> list_saved_by_key(database&, workflow::entry_id,
                                            const std::vector<std::string>& keys);

// The texts that these questions had at these versions, as far as they are known.
std::vector<answer_row> list_earlier(database&, workflow::entry_id, const std::vector<saved_answer>&);

// The history of some questions, newest first. Of what one person saved within the same ten minutes the last
// stands for all; a refused text always stands.
struct answer_text {
    std::string question;
    std::string value;
    bool refused;
    bool current;
    workflow::instant saved_at;
    std::optional<std::string> name;  // of the person
};
BOOST_DESCRIBE_STRUCT(answer_text, (), (question, value, refused, current, saved_at, name))
std::vector<answer_text> list_history(database&, workflow::entry_id,
                                      const std::vector<std::string>& questions);

}  // namespace store
