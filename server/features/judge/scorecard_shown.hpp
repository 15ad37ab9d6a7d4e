#pragma once
// How a scorecard is shown and read, for the features in scorecards.hpp: the page with the entry and the
// form, the sheet in a list, what a form gives. Writes nothing but the move that begins a scorecard.

#include "server/features/judge/home.hpp"
#include "server/pages/judge/views.hpp"
#include "server/store/scorecards.hpp"

namespace features {

// A scorecard as its judge opened it.
struct open_card {
    store::panel_seat seat;
    store::scorecard_row row;
    const workflow::rule_set* rules;
    store::sheet held;
};
// The one that the URL names; throws store::not_found.
open_card open_scorecard(visit&, store::database&);
// What the guards ask of it with this sheet.
workflow::scorecard_facts facts_of(const visit&, store::database&, const open_card&, const store::sheet&);
// The first save begins the scorecard. Returns the version after it.
tl::expected<int, workflow::refusal> begin_scorecard(visit&, store::database&, const open_card&);

std::string card_url(workflow::scorecard_id, std::string_view rest = {});
// The page; the form holds `shown`, what was typed or what is stored.
pages::scorecard_view scorecard_page(visit&, store::database&, const open_card&, const store::sheet& shown);
pages::summary_list list_given(const open_card&, const store::sheet&);
// What still stands in the way of submitting, in words.
std::vector<pages::phrase> list_missing(const open_card&, const workflow::scorecard_facts&);

// Texts of the version that was read, without what names the applicant; nothing if it is not for this judge.
std::vector<pages::read_section> list_sections(store::database&, workflow::entry_id, int version);
std::vector<pages::read_file> list_files(store::database&, workflow::entry_id);

// A whole number from the scale, as a form gives it. `is_sound` false: no number at all.
struct typed_score {
    bool is_sound = true;
    std::optional<int> value;
};
typed_score read_score(std::string_view text);
// As a form has it; empty for a score that is missing.
std::string score_text(const std::optional<int>&);
bool is_on_scale(const workflow::criterion&, const std::optional<int>& value);
// In characters (typed/characters.hpp).
inline constexpr std::size_t longest_reason_of_a_score = 2000;
inline constexpr std::size_t longest_comment_on_an_entry = 10000;

}  // namespace features
