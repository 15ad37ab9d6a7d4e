// What the build looks for is what packages.txt installs: each find in CMakeLists.txt has its package.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace {

std::string text_of(const char* name) {
    std::ifstream in(std::string(WEGO_SOURCE_DIR) + "/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> packages_for(const std::string& wanted) {
    std::istringstream lines(text_of("packages.txt"));
    std::set<std::string> packages;
    for (std::string line; std::getline(lines, line);) {
        std::string need, package;
        if (std::istringstream(line) >> need >> package && need == wanted) packages.insert(package);
    }
    return packages;
}

// A name in CMakeLists.txt and the package that brings it.
const std::map<std::string, std::string>& bringers() {
    static const std::map<std::string, std::string> all = {
        {"Boost", "libboost1.81-dev"},
        {"url", "libboost-url1.81-dev"},
        {"json", "libboost-json1.81-dev"},
        {"locale", "libboost-locale1.81-dev"},
        {"spdlog", "libspdlog-dev"},
        {"tomlplusplus", "libtomlplusplus-dev"},
        {"CLI11", "libcli11-dev"},
        {"tl-expected", "libexpected-dev"},
        {"prometheus-cpp", "prometheus-cpp-dev"},
        {"CURL", "libcurl4-openssl-dev"},
        {"ICU", "libicu-dev"},
        {"PostgreSQL", "libpq-dev"},
        {"OpenSSL", "libssl-dev"},
        {"ZLIB", "zlib1g-dev"},
        {"Threads", "build-essential"},
        {"GTest", "libgtest-dev"},
        {"PkgConfig", "pkg-config"},
        {"Gettext", "gettext"},
        {"rapidcheck", "librapidcheck-dev"},
        {"LEMON", "liblemon-dev"},
        {"Eigen3", "libeigen3-dev"},
        {"CSV", "libcsv-dev"},
        {"SODIUM", "libsodium-dev"},
        {"OATH", "liboath-dev"},
        {"PANGO", "libpango1.0-dev"},
        {"QRENCODE", "libqrencode-dev"},
        {"MAGIC", "libmagic-dev"},
        {"QPDF", "libqpdf-dev"},
        {"SOCI_CORE", "libsoci-dev"},
        {"SOCI_POSTGRESQL", "libsoci-dev"},
        {"CCACHE", "ccache"},
    };
    return all;
}

TEST(packages, everything_that_the_build_looks_for_is_installed) {
    static const std::regex finds("(find_package|pkg_check_modules|find_library|find_program)\\((\\S+?)[ )]");
    const auto packages = packages_for("run");
    const std::string build = text_of("CMakeLists.txt");
    int seen = 0;
    for (std::sregex_iterator found(build.begin(), build.end(), finds), end; found != end; ++found, ++seen) {
        const std::string name = (*found)[2];
        const auto bringer = bringers().find(name);
        if (bringer == bringers().end()) {
            ADD_FAILURE() << "CMakeLists.txt looks for " << name
                          << ": add its package to packages.txt and here";
            continue;
        }
        EXPECT_TRUE(packages.contains(bringer->second)) << bringer->second << " is missing in packages.txt";
    }
    EXPECT_GT(seen, 15);
}

TEST(packages, the_components_of_boost_are_installed) {
    static const std::regex components("find_package\\(Boost [^)]*COMPONENTS ([^)]*)\\)");
    const std::string build = text_of("CMakeLists.txt");
    std::smatch found;
    ASSERT_TRUE(std::regex_search(build, found, components));
    std::istringstream names(found[1]);
    const auto packages = packages_for("run");
    for (std::string name; names >> name;)
        EXPECT_TRUE(packages.contains("libboost-" + name + "1.81-dev")) << name;
}

}  // namespace
