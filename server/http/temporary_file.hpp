#pragma once
// A file without a name: bytes that are too many for memory and must leave no trace.
// Made by the body reader for uploads, and by features for answers that are built in pieces.
// Knows nothing of HTTP. The file is unlinked before the first byte is written, so that
// the kernel frees it whatever happens to the process.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace http {

class temporary_file {
public:
    /// An unlinked file in `directory`; throws std::system_error when the directory refuses.
    explicit temporary_file(const std::filesystem::path& directory);
    temporary_file(temporary_file&& other) noexcept;
    temporary_file& operator=(temporary_file&& other) noexcept;
    ~temporary_file();

    /// Appends all of `bytes`; throws std::system_error (a full disk).
    void append(std::string_view bytes);

    /// Fills `into` from `offset` on; gives the number of bytes read, 0 at the end.
    std::size_t read_at(std::uint64_t offset, std::span<char> into) const;

    /// The whole content: only for what is known to be small.
    std::string read_all() const;

    std::uint64_t size() const { return size_; }

    /// For libraries that want a descriptor; it stays owned by this object.
    int descriptor() const { return descriptor_; }

private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

}  // namespace http
