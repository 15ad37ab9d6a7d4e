#pragma once
// The secretariat's pages from the close of judging to the corrections after the announcement. Nothing here
// is shown to anyone else (P3); what the public reads is made by acts/announcement.

#include "server/features/visit.hpp"

namespace features {

// results_tally.cpp, results_cards.cpp
feature show_tally, make_tally_run, download_tally_inputs, show_cards, ask_card, decide_card;
// results_decisions.cpp, results_ties.cpp
feature show_decisions, add_decision, show_tie, decide_tie;
// results_slate.cpp, results_prizes.cpp
feature show_slate, build_slate, show_withholding, withhold_prize, show_sharing, share_prize,
    show_winner_withdrawal, withdraw_winner;
// results_amendments.cpp
feature show_amendments, propose_amendment, settle_amendment;
// results_merging.cpp
feature show_merging, merge_categories;
// results_ratification.cpp
feature show_ratification, approve_slate, ask_slate_withdrawal, withdraw_slate, show_announcement,
    announce_result;
// results_appeals.cpp
feature show_appeals, show_appeal, settle_appeal;
// results_corrections.cpp
feature show_corrections, ask_correction, make_correction;
// results_certificates.cpp
feature show_certificates, print_certificate, print_all_certificates, ask_certificate, change_certificate;
// For the city and the judge themselves, after the announcement.
feature print_own_certificate, print_judges_certificate;
// results_exports.cpp
feature export_results, export_stage_list;

}  // namespace features
