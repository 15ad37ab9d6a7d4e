#pragma once
// What became of a scorecard since the version that a page shows: two windows on one scorecard must not undo
// each other's scores (J4). Called when a sheet is saved, as a whole or field by field.

#include "server/store/scorecards.hpp"
#include "workflow/saving.hpp"

#include <map>

namespace features {

class sheet_changes {
public:
    // `shown`: the version of the page; `key`: of its request, or of one before it that was not answered, and
    // may have been carried out all the same.
    sheet_changes(std::vector<store::field_change>, int shown, std::string key);

    workflow::save_verdict judge(const std::string& field, std::string_view given,
                                 std::string_view stored) const;

    // What others changed since, by field.
    std::map<std::string, std::string> list_changed() const;

private:
    bool is_known(const store::field_change&) const;

    std::vector<store::field_change> changes_;
    int shown_;
    std::string key_;
};

}  // namespace features
