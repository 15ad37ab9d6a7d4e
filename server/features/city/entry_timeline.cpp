#include "server/features/city/entries.hpp"

#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;
using workflow::edition_state;
using workflow::entry_state;

std::optional<pages::moment> moment_of(const std::optional<workflow::instant>& at) {
    if (!at) return std::nullopt;
    return pages::moment{*at};
}

bool was_submitted(const my_entry& opened) {
    return opened.row.current_version.has_value();
}

pages::timeline_step submitted_step(const my_entry& opened) {
    if (is_among(opened.row.state, workflow::entry_states::not_handed_in) && !missed_completion(opened.row))
        return {t("Submit it"), t("By this instant at the latest"), deadline_of(opened), "now"};
    return {t("Submitted"),
            t("Version {number}", {{"number", std::to_string(opened.row.current_version.value_or(1))}}),
            moment_of(opened.row.submitted_at), "past"};
}

pages::timeline_step screening_step(const my_entry& opened) {
    switch (opened.row.state) {
        case entry_state::returned:
            return {t("The secretariat asks you to complete it"), opened.row.returned_reason,
                    moment_of(opened.row.return_due_at), "now"};
        case entry_state::submitted:
            return {t("The secretariat checks that it is eligible and complete"),
                    {},
                    {},
                    opened.edition.state == edition_state::open ? "next" : "now"};
        case entry_state::ineligible: return {t("Found not eligible"), opened.row.closing_reason, {}, "past"};
        case entry_state::draft:
        case entry_state::lapsed:
            return {t("The secretariat checks that it is eligible and complete"), {}, {}, "next"};
        default: return {t("Found eligible and complete"), {}, {}, "past"};
    }
}

// Judging, deliberation and decision are one step for a city: nothing tells how far the result has come (P3).
std::string state_of_judging(const my_entry& opened) {
    if (opened.row.state != entry_state::eligible)
        return opened.edition.state >= edition_state::announced ? "past" : "next";
    return opened.edition.state >= edition_state::judging ? "now" : "next";
}

pages::timeline_step result_step(const my_entry& opened) {
    switch (opened.row.state) {
        case entry_state::awarded: return {t("Announced: awarded"), {}, {}, "now"};
        case entry_state::not_awarded: return {t("Announced: no prize this time"), {}, {}, "now"};
        case entry_state::revoked: return {t("The award was revoked"), opened.row.closing_reason, {}, "now"};
        default:
            return {
                t("The winners are announced"), {}, moment_of(opened.edition.calendar.announce_at), "next"};
    }
}

}  // namespace

pages::timeline timeline_of(const my_entry& opened) {
    pages::timeline line;
    line.steps.push_back({t("Begun"), {}, pages::moment{opened.row.created_at}, "past"});
    const auto state = opened.row.state;
    if (state == entry_state::withdrawn) {
        if (was_submitted(opened)) line.steps.push_back(submitted_step(opened));
        line.steps.push_back({t("Withdrawn"), opened.row.closing_reason, {}, "now"});
        return line;
    }
    if (state == entry_state::lapsed && !missed_completion(opened.row)) {
        line.steps.push_back({t("The call closed before it was submitted"), {}, deadline_of(opened), "now"});
        return line;
    }
    line.steps.push_back(submitted_step(opened));
    if (state == entry_state::lapsed) {
        line.steps.push_back({t("It was not completed by the date that the secretariat had set"),
                              {},
                              moment_of(opened.row.return_due_at),
                              "now"});
        return line;
    }
    line.steps.push_back(screening_step(opened));
    if (state == entry_state::ineligible) return line;
    line.steps.push_back({t("The panel judges it"),
                          t("Judges with a conflict of interest never see it."),
                          {},
                          state_of_judging(opened)});
    line.steps.push_back(result_step(opened));
    return line;
}

}  // namespace features
