#pragma once
// The command line: what each command does stands in the files beside this one, as plain functions. Bad usage
// and bad settings end with status 2, with file, line and reason on standard error.

#include "config/settings.hpp"

#include <ostream>
#include <string>

namespace commands {

int run(int argc, char** argv);

// Makes the certificates of an edition as PDF files in a folder: one each and all in one. Prints how many.
int write_certificates(const config::settings&, const std::string& edition, const std::string& folder,
                       std::ostream&);

}  // namespace commands
