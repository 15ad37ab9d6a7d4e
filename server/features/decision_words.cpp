#include "server/features/decision_words.hpp"

namespace features {

using pages::t;

namespace {

struct decision_row {
    std::string_view kind;
    std::string_view name;
};
constexpr decision_row decision_rows[] = {
    {"eligibility", "Eligibility"}, {"shortlist", "Shortlist"}, {"tier_creation", "A tier added"}, {"tie", "Tie"},
    {"withholding", "A prize withheld"}, {"sharing", "A prize shared"}, {"award", "A winner withdrew"},
    {"correction", "Correction"}, {"deadline_change", "Deadline"}, {"reopening", "A scorecard reopened"},
    {"category_move", "An entry in another category"}, {"rule_change", "Change of rules"}, {"appeal", "Appeal"},
    {"other", "Other"},
};

}  // namespace

pages::phrase words_for_decision(std::string_view kind) {
    for (const auto& row : decision_rows)
        if (row.kind == kind) return t(row.name);
    return pages::phrase(kind);
}

}  // namespace features
