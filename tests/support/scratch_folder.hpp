#pragma once
// A folder of a test's own for the files that it writes; gone with the test.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace tests {

class scratch_folder : public ::testing::Test {
protected:
    scratch_folder() {
        auto name = (std::filesystem::temp_directory_path() / "wego-test-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~scratch_folder() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    std::filesystem::path folder_;
};

}  // namespace tests
