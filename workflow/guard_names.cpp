#include "workflow/guards.hpp"

namespace workflow {

namespace {

template <class Facts>
struct named_guard {
    verdict (*check)(const Facts&);
    const char* name;
};

#define named(guard) \
    { &guard, #guard }

constexpr named_guard<edition_facts> edition_guards[] = {
    named(call_is_ready),       named(call_may_close),      named(extension_is_in_time),
    named(judging_may_start),   named(scorecards_are_in),   named(judging_may_resume),
    named(slate_is_ratifiable), named(announcement_is_due), named(reason_is_given),
};
constexpr named_guard<entry_facts> entry_guards[] = {
    named(may_be_submitted),   named(may_be_completed),  named(may_be_reopened),  named(may_be_returned),
    named(may_be_accepted),    named(may_be_rejected),   named(may_be_withdrawn), named(draft_is_over),
    named(completion_is_over), named(slate_is_ratified), named(result_is_hidden), named(correction_is_made),
};
constexpr named_guard<scorecard_facts> scorecard_guards[] = {
    named(may_be_scored),        named(scores_are_complete), named(judging_is_closing),
    named(decision_is_recorded), named(may_be_relocked),     named(may_be_recused),
    named(may_be_excused),       named(may_be_put_back),     named(entry_is_withdrawn),
    named(reason_is_given),
};
constexpr named_guard<certificate_facts> certificate_guards[] = {
    named(replacement_is_ready),
    named(revocation_is_due),
};

#undef named

template <class Facts, std::size_t Size>
std::string name_in(const named_guard<Facts> (&guards)[Size], verdict (*wanted)(const Facts&)) {
    for (const auto& [check, name] : guards)
        if (check == wanted) return name;
    return {};
}

}  // namespace

std::string guard_name(verdict (*check)(const edition_facts&)) {
    return name_in(edition_guards, check);
}
std::string guard_name(verdict (*check)(const entry_facts&)) {
    return name_in(entry_guards, check);
}
std::string guard_name(verdict (*check)(const scorecard_facts&)) {
    return name_in(scorecard_guards, check);
}
std::string guard_name(verdict (*check)(const certificate_facts&)) {
    return name_in(certificate_guards, check);
}

}  // namespace workflow
