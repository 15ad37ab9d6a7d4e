// Asks a feature as a person would, without sockets: the facts of a visit, the policy's verdict, the role,
// the transaction, the same as the shell does. For http tests of features that need many requests.
#pragma once

#include <gtest/gtest.h>

#include "server/features/frame/visit.hpp"
#include "tests/support/database.hpp"

namespace tests {

using fields = std::vector<std::pair<std::string, std::string>>;

struct question {
    features::feature* feature;
    access_control::right right;
    fields parameters;  // of the path
    fields form{};      // empty: a GET
    bool wants_json = false;
};

struct reply {
    int status = 0;
    std::string body;
    std::string location;
};

// A signed-in person with a second factor, on a database of one's own.
class asking {
public:
    asking(const std::string& connection, store::database& owner, workflow::person_id);
    reply operator()(const question&);

private:
    store::database db_;
    std::string token_;
};

}  // namespace tests
