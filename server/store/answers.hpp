#pragma once
// The answers of an entry's form, one row for each question, saved as they are typed. Every save carries the
// version it was based on; one that is based on an older version is not written (E2).

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

// `based_on` 0: there was no answer yet.
struct new_answer {
    std::string question;
    std::string value;
    int based_on = 0;
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

}  // namespace store
