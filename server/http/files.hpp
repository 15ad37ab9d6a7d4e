#pragma once
// Static files: a directory read once at the start and served from memory.
// What has its content's hash in its name, as the build of the assets gives it, browsers keep for a year; any
// other is asked for again. Asked by the connection. Knows nothing of what the files are for.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/prepared.hpp"

namespace http {

class files {
public:
    /// Reads all of `directory`; throws std::runtime_error for one that is missing, and for a file whose
    /// ending has no known type. Addresses begin with `prefix`, which has a slash at both ends.
    explicit files(const std::filesystem::path& directory, const std::string& prefix = "/assets/",
                   bool is_secure = false);

    /// The file at this target (without its query), null when there is none.
    const prepared* find(std::string_view target) const;

private:
    std::map<std::string, std::unique_ptr<prepared>, std::less<>> by_target_;
};

/// The Content-Type of a file name's ending, empty for an unknown one.
std::string_view content_type(std::string_view name);

}  // namespace http
