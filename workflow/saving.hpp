#pragma once
// What a save that arrives means beside what is stored meanwhile (E2, J4): is it new, is it another's work
// that it would overwrite, or did its sender not touch the field at all. Used for answers and for scorecards.
// Knows no database: whoever asks has looked up the texts.

#include <optional>
#include <string_view>

namespace workflow {

// `nothing_new`: it is stored already. `left_alone`: somebody else changed the field since, the sender did
// not. `stale`: both changed it, and a person has to choose.
enum class save_verdict { write, nothing_new, left_alone, stale };

struct arriving_save {
    std::string_view given;
    bool is_current = false;  // it is based on what is stored
    std::string_view stored;
    std::optional<std::string_view> base;  // the text that it is based on, where that is known
};

constexpr save_verdict judge_save(const arriving_save& one) {
    if (one.given == one.stored) return save_verdict::nothing_new;
    if (one.is_current) return save_verdict::write;
    return one.base == one.given ? save_verdict::left_alone : save_verdict::stale;
}

}  // namespace workflow
