#pragma once
// The command `demo`: loads the made-up demonstration edition into an empty database, up to a stage of its
// life. What happens is told by the same domain and store functions that people's acts go through, at made-up
// instants before today; each audit event says when it was really written. Knows no command line.

#include "config/settings.hpp"

#include <boost/describe.hpp>

#include <ostream>

namespace commands {

enum class demo_stage { open, screening, judging, deliberation, decided, announced };
BOOST_DESCRIBE_ENUM(demo_stage, open, screening, judging, deliberation, decided, announced)

// Prints what was made and where the accounts are; status 1, and nothing changed, when there is an edition
// already. Throws config::bad_file for a faulty edition file, store::failure when the database does not
// answer.
int load_demonstration(const config::settings&, demo_stage, std::ostream& output, std::ostream& complaints);

}  // namespace commands
