#include "config/version.hpp"

#include "config/version_of_build.hpp"

namespace config {

std::string_view program_version() {
    return WEGO_VERSION;
}

}  // namespace config
