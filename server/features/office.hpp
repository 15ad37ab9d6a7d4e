#pragma once
// The secretariat's pages up to the close of judging: editions, set-up, entries and their screening, the
// panel and its conflicts, assignment and progress, letters and the log. What happens after judging is in
// results.hpp.

#include "server/features/visit.hpp"

namespace features {

// office_editions.cpp
feature show_offices, show_new_edition, add_new_edition, import_edition;
// office_dashboard.cpp
feature show_office, ask_edition_move, move_edition;
// office_setup.cpp, office_lists.cpp
feature show_set_up, show_calendar, save_calendar, show_categories, save_categories, show_tiers, save_tiers;
// office_rubric.cpp, office_rules.cpp, office_questions.cpp
feature show_rubric, save_rubric, show_rules, save_rules, show_form_questions, show_section, save_section,
    add_section;
// office_entries.cpp, office_screening.cpp, office_exceptions.cpp
feature show_entries, export_entries, show_office_entry, save_checklist, move_office_entry, flag_entry,
    move_to_category, show_extensions, grant_extension;
// office_panel.cpp, office_judge.cpp
feature show_panel, show_new_judge, invite_judge, show_judge, save_judge, check_judge, ask_judge_leaves,
    judge_leaves, invite_again, add_relation, remove_relation, invite_member;
// office_factor_resets.cpp
feature show_factor_resets, ask_factor_reset, settle_factor_reset;
// office_conflicts.cpp
feature show_conflicts, challenge_judge, settle_challenge;
// office_judging.cpp, office_pairs.cpp
feature show_judging, make_assignment, show_pairs, add_pair, step_off, show_shortlist, decide_shortlist;
// office_letters.cpp
feature show_letters, send_again_letter, send_reminders, show_log;

}  // namespace features
