#include "tests/support/memory.hpp"

#include <fstream>
#include <string>

namespace support {

std::size_t peak_resident_kilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            status >> word;
            return std::stoul(word);
        }
    return 0;
}

}  // namespace support
