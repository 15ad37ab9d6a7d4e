#include "server/http/page_cache.hpp"

#include <mutex>

namespace http {

page_cache::page_cache(std::size_t most_pages, std::size_t most_bytes)
    : most_pages_(most_pages), most_bytes_(most_bytes) {}

std::shared_ptr<const prepared> page_cache::find(std::string_view target) const {
    const std::shared_lock lock(mutex_);
    const auto found = pages_.find(target);
    return found == pages_.end() ? nullptr : found->second;
}

void page_cache::store(std::string target, std::shared_ptr<const prepared> page, std::uint64_t computed_at) {
    const std::unique_lock lock(mutex_);
    if (computed_at != generation()) return;
    if (pages_.size() >= most_pages_ || bytes_ + page->size() > most_bytes_) return;
    const auto size = page->size();
    if (pages_.emplace(std::move(target), std::move(page)).second) bytes_ += size;
}

void page_cache::clear() {
    const std::unique_lock lock(mutex_);
    generation_.fetch_add(1, std::memory_order_release);
    pages_.clear();
    bytes_ = 0;
}

std::size_t page_cache::size() const {
    const std::shared_lock lock(mutex_);
    return pages_.size();
}

}  // namespace http
