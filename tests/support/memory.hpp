#pragma once
// How much memory this process took, which in tests is the service and its clients. Reads /proc.

#include <cstddef>

namespace support {

// The most that was resident at once, in KiB; 0 where the kernel does not say.
std::size_t peak_resident_kilobytes();

}  // namespace support
