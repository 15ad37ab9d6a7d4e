#pragma once
// Public pages, ready to be sent: kept by target, for readers without a session.
// The connection asks and fills it on the I/O thread; whoever changes something public calls
// `clear()`. A page that was computed before a `clear()` is never stored after it. Knows no page.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/prepared.hpp"
#include "server/http/response.hpp"

namespace http {

class page_cache {
public:
    explicit page_cache(std::size_t most_pages = 512, std::size_t most_bytes = 32 * 1024 * 1024);

    /// To be read before the page's facts are read, and handed to `store`.
    std::uint64_t generation() const { return generation_.load(std::memory_order_acquire); }

    std::shared_ptr<const prepared> find(std::string_view target) const;

    /// Keeps the page unless `clear()` ran since `generation` was read, or the cache is full.
    void store(std::string target, std::shared_ptr<const prepared> page, std::uint64_t generation);

    /// Forgets every page; after it returns no older page is served or stored.
    void clear();

    std::size_t size() const;

private:
    struct hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::size_t most_pages_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::atomic<std::uint64_t> generation_{1};
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<const prepared>, hash, std::equal_to<>> pages_;
};

}  // namespace http
