#pragma once
// The words of a file (entries, judges, categories) as the domain's numbers, and back. Numbers follow the
// order of the words, so that nothing depends on the order of the rows. For the commands that read files.

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace commands {

template <class Id>
class words_by_id {
public:
    // The place of a word while the file is read; id_of() is known after number().
    std::size_t place_of(std::string_view word) {
        const auto found = places_.find(std::string(word));
        if (found != places_.end()) return found->second;
        places_.emplace(std::string(word), words_.size());
        words_.emplace_back(word);
        return words_.size() - 1;
    }
    // Gives the numbers, from 1; no further words after it.
    void number() {
        std::vector<std::size_t> order(words_.size());
        for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
        std::ranges::sort(order, {}, [&](std::size_t at) -> const std::string& { return words_[at]; });
        numbers_.resize(order.size());
        for (std::size_t at = 0; at < order.size(); ++at)
            numbers_[order[at]] = static_cast<std::int64_t>(at) + 1;
        std::ranges::sort(words_);
    }
    Id id_of(std::size_t place) const { return Id{numbers_[place]}; }
    bool has(std::string_view word) const { return places_.contains(std::string(word)); }
    const std::string& word_of(Id id) const { return words_.at(static_cast<std::size_t>(id) - 1); }
    std::size_t size() const { return words_.size(); }
    const std::vector<std::string>& words() const { return words_; }

private:
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<std::string> words_;
    std::vector<std::int64_t> numbers_;
};

}  // namespace commands
