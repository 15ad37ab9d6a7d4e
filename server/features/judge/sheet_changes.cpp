#include "server/features/judge/sheet_changes.hpp"

namespace features {

sheet_changes::sheet_changes(std::vector<store::field_change> changes, int shown, std::string key)
    : changes_(std::move(changes)), shown_(shown), key_(std::move(key)) {}

// Its page shows it, or the same request wrote it.
bool sheet_changes::is_known(const store::field_change& one) const {
    return one.version <= shown_ || (!key_.empty() && one.key == key_);
}

workflow::save_verdict sheet_changes::judge(const std::string& field, std::string_view given,
                                            std::string_view stored) const {
    std::string_view base;
    bool is_current = true;
    for (const auto& one : changes_) {
        if (one.field != field) continue;
        is_current = is_known(one);
        if (is_current) base = one.value;
    }
    return workflow::judge_save({given, is_current, stored, base});
}

std::map<std::string, std::string> sheet_changes::list_changed() const {
    std::map<std::string, std::string> changed;
    for (const auto& one : changes_) {
        if (one.version <= shown_) continue;
        if (is_known(one))
            changed.erase(one.field);
        else
            changed[one.field] = one.value;
    }
    return changed;
}

}  // namespace features
