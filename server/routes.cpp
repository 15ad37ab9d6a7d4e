#include "server/routes.hpp"

#include "server/features/account.hpp"
#include "server/features/attachments.hpp"
#include "server/features/cities.hpp"
#include "server/features/deliberation.hpp"
#include "server/features/entries.hpp"
#include "server/features/entry_form.hpp"
#include "server/features/judging.hpp"
#include "server/features/my_appeal.hpp"
#include "server/features/my_home.hpp"
#include "server/features/my_moves.hpp"
#include "server/features/office.hpp"
#include "server/features/public_pages.hpp"
#include "server/features/results.hpp"
#include "server/features/scorecards.hpp"

namespace {

using access_control::act;
using http::body_policy;
using enum http::method;

// method · path · act · feature · takes · pace · body
// clang-format off
constexpr std::array table{
    // ── the public ────────────────────────────────────────────────────────────────────────────────────────────
    route{get, "/",                            act::read_public, features::show_front_page},
    route{get, "/editions",                    act::read_public, features::list_past_editions},
    route{get, "/editions/{edition}",          act::read_public, features::show_call},
    route{get, "/editions/{edition}/questions", act::read_public, features::show_questions},
    route{get, "/editions/{edition}/winners",  act::read_public, features::show_winners},
    route{get, "/winners",                     act::read_public, features::show_newest_winners},
    route{get, "/cities/{city:number}",        act::read_public, features::show_city},
    route{get, "/certificates",                act::read_public, features::search_certificate, declared("serial")},
    route{get, "/verify/{serial}",             act::read_public, features::check_certificate},
    route{get, "/privacy",                     act::read_public, features::show_privacy},
    route{get, "/accessibility",               act::read_public, features::show_accessibility},
    route{get, "/robots.txt",                  act::read_public, features::answer_robots},
    route{get, "/healthz",                     act::read_public, nullptr},
    route{get, "/readyz",                      act::read_public, features::answer_ready},

    // ── signing in and the own account ────────────────────────────────────────────────────────────────────────
    route{get,  "/sign-in",                   act::sign_in,        features::show_sign_in,          declared("next")},
    route{post, "/sign-in",                   act::sign_in, features::sign_in,               declared("email", "password", "next", "kept*"), pace::slow},
    route{get,  "/sign-in/code",              act::secure_account, features::show_code,             declared("next")},
    route{post, "/sign-in/code",              act::secure_account, features::give_code,             declared("code", "next", "kept*")},
    route{post, "/sign-out",                  act::sign_in,        features::sign_out},
    route{get,  "/register",                  act::sign_in,        features::show_register},
    route{post, "/register",                  act::sign_in,        features::register_person,       declared("name", "email", "password"), pace::slow},
    route{get,  "/confirm-address/{token}",   act::sign_in,        features::show_confirm_address},
    route{post, "/confirm-address/{token}",   act::sign_in,        features::confirm_address,       declared("password"), pace::slow},
    route{get,  "/forgot-password",           act::sign_in,        features::show_forgot_password},
    route{post, "/forgot-password",           act::sign_in,        features::forgot_password,       declared("email")},
    route{get,  "/reset-password/{token}",    act::sign_in,        features::show_reset_password},
    route{post, "/reset-password/{token}",    act::sign_in,        features::reset_password,        declared("password"), pace::slow},
    route{get,  "/invitation/{token}",        act::sign_in,        features::show_invitation},
    route{post, "/invitation/{token}",        act::sign_in,        features::accept_invitation,     declared("name", "password", "answer"), pace::slow},
    route{get,  "/first-secretariat/{token}", act::sign_in,        features::show_first_secretariat},
    route{post, "/first-secretariat/{token}", act::sign_in, features::found_secretariat, declared("name", "email", "password", "answer"), pace::slow},
    route{get,  "/account",                   act::keep_account,   features::show_account},
    route{get,  "/account/name",              act::keep_account,   features::show_name},
    route{post, "/account/name",              act::keep_account,   features::change_name,           declared("name")},
    route{post, "/account/password",          act::keep_account,   features::change_password,       declared("old_password", "new_password"), pace::slow},
    route{post, "/account/sessions",          act::keep_account,   features::end_other_sessions},
    route{get,  "/account/address",           act::keep_account,   features::show_address},
    route{post, "/account/address",           act::keep_account,   features::ask_for_address,       declared("email", "password"), pace::slow},
    route{get,  "/account/address/{token}",   act::keep_account,   features::show_new_address},
    route{post, "/account/address/{token}",   act::keep_account,   features::take_new_address},
    route{get,  "/account/second-factor",     act::secure_account, features::show_second_factor,    declared("next")},
    route{post, "/account/second-factor",     act::secure_account, features::set_second_factor,     declared("code", "next", "kept*")},
    route{get,  "/second-factor-reset/{token}", act::sign_in,      features::show_factor_reset},
    route{post, "/second-factor-reset/{token}", act::sign_in,      features::begin_factor_reset,    declared("password"), pace::slow},
    route{post, "/account/recovery-codes",    act::keep_account,   features::make_recovery_codes},

    // ── the office, up to the close of judging ────────────────────────────────────────────────────────────────
    route{get,  "/office",                   act::read_offices,  features::show_offices},
    route{get,  "/office/editions/new",      act::found_edition, features::show_new_edition},
    route{post, "/office/editions/new",      act::found_edition, features::add_new_edition,
          declared("name", "key", "ordinal", "year", "organiser", "host", "zone")},
    route{post, "/office/editions/import",   act::found_edition, features::import_edition, declared("file"), pace::slow, body_policy::upload},
    route{get,  "/office/{edition}",                 act::read_office, features::show_office},
    route{get,  "/office/{edition}/moves/{action}",  act::read_office, features::ask_edition_move},
    route{post, "/office/{edition}/moves/{action}",  act::decide,      features::move_edition, declared("reason", "new_closes_at"), pace::slow},
    route{get,  "/office/{edition}/set-up",            act::set_up_edition, features::show_set_up},
    route{get,  "/office/{edition}/set-up/calendar",   act::set_up_edition, features::show_calendar},
    route{post, "/office/{edition}/set-up/calendar",   act::set_up_edition, features::save_calendar,
          declared("version", "name", "theme", "organiser", "host", "zone", "opens_at", "closes_at", "judging_opens_at", "judging_closes_at",
                   "grace_minutes", "announce_at", "ceremony_on", "appeal_days", "ceremony_event", "ceremony_place")},
    route{get,  "/office/{edition}/set-up/categories", act::set_up_edition, features::show_categories},
    route{post, "/office/{edition}/set-up/categories", act::set_up_edition, features::save_categories, declared("version", "key_*", "name_*", "description_*")},
    route{get,  "/office/{edition}/set-up/tiers",      act::set_up_edition, features::show_tiers},
    route{post, "/office/{edition}/set-up/tiers",      act::set_up_edition, features::save_tiers, declared("version", "key_*", "name_*", "count_*")},
    route{get,  "/office/{edition}/set-up/rubric",     act::set_up_edition, features::show_rubric},
    route{post, "/office/{edition}/set-up/rubric",     act::set_up_edition, features::save_rubric,
          declared("version", "note", "ends", "key_*", "name_*", "question_*", "weight_*", "min_*", "max_*", "levels_*")},
    route{get,  "/office/{edition}/set-up/rules",      act::set_up_edition, features::show_rules},
    route{post, "/office/{edition}/set-up/rules",      act::set_up_edition, features::save_rules,
          declared("version", "entries_per_city", "max_files", "max_mebibytes", "minimum_judges", "tally", "dropout", "same_country_bars",
                   "same_organisation_bars", "parent_city_bars", "round_*", "shortlist_*", "rung_*", "by_*", "panel_sees_names",
                   "may_be_withheld", "disclosure")},
    route{get,  "/office/{edition}/set-up/questions",  act::set_up_edition, features::show_form_questions},
    route{post, "/office/{edition}/set-up/questions",  act::set_up_edition, features::add_section, declared("version", "title")},
    route{get,  "/office/{edition}/set-up/questions/{section}", act::set_up_edition, features::show_section},
    route{post, "/office/{edition}/set-up/questions/{section}", act::set_up_edition, features::save_section,
          declared("version", "title", "help", "key_*", "label_*", "hint_*", "kind_*", "words_*", "choices_*", "required_*", "agree_*", "names_*")},
    route{get,  "/office/{edition}/entries",     act::read_office, features::show_entries,
          declared("q", "category", "state", "country", "city", "flagged", "sort", "page")},
    route{get,  "/office/{edition}/entries.csv", act::read_office, features::export_entries,
          declared("q", "category", "state", "country", "city", "flagged", "sort"), pace::slow},
    route{get,  "/office/{edition}/entries/{entry:number}",                act::read_office, features::show_office_entry},
    route{get,  "/office/{edition}/attachments/{attachment:number}",       act::read_office, features::send_attachment, {}, pace::slow},
    route{post, "/office/{edition}/entries/{entry:number}/checklist",      act::screen,      features::save_checklist, declared("point_*", "note_*")},
    route{post, "/office/{edition}/entries/{entry:number}/moves/{action}", act::screen,      features::move_office_entry, declared("reason_*", "due_at")},
    route{post, "/office/{edition}/entries/{entry:number}/flag",           act::decide,      features::flag_entry, declared("flag", "decision")},
    route{post, "/office/{edition}/entries/{entry:number}/category",       act::decide,      features::move_to_category,
          declared("category", "why", "consent")},
    route{get,  "/office/{edition}/extensions", act::read_office, features::show_extensions},
    route{post, "/office/{edition}/extensions", act::decide,      features::grant_extension, declared("city", "until", "reason")},
    route{get,  "/office/{edition}/panel",      act::keep_panel, features::show_panel},
    route{get,  "/office/{edition}/panel/new",  act::keep_panel, features::show_new_judge},
    route{post, "/office/{edition}/panel",      act::keep_panel, features::invite_judge,
          declared("email", "name", "title", "affiliation", "part", "country", "employment_country", "city", "capacity", "knows_*")},
    route{get,  "/office/{edition}/panel/{judge:number}", act::keep_panel, features::show_judge},
    route{post, "/office/{edition}/panel/{judge:number}", act::keep_panel, features::save_judge,
          declared("version", "name", "title", "affiliation", "part", "country", "employment_country", "city", "capacity", "knows_*")},
    route{post, "/office/{edition}/panel/{judge:number}/identity",   act::keep_panel, features::check_judge, declared("verified")},
    route{get,  "/office/{edition}/panel/{judge:number}/leave",      act::keep_panel, features::ask_judge_leaves},
    route{post, "/office/{edition}/panel/{judge:number}/leave",      act::keep_panel, features::judge_leaves, declared("reason")},
    route{post, "/office/{edition}/panel/{judge:number}/invitation", act::keep_panel, features::invite_again},
    route{post, "/office/{edition}/panel/{judge:number}/relations",  act::keep_panel, features::add_relation, declared("with_city", "note")},
    route{post, "/office/{edition}/panel/{judge:number}/relations/{relation:number}/remove", act::keep_panel, features::remove_relation},
    route{get,  "/office/{edition}/panel/second-factors", act::keep_panel, features::show_factor_resets},
    route{post, "/office/{edition}/panel/second-factors", act::keep_panel, features::ask_factor_reset, declared("person", "reason")},
    route{post, "/office/{edition}/panel/second-factors/{reset:number}", act::keep_panel, features::settle_factor_reset, declared("outcome")},
    route{post, "/office/{edition}/team",       act::keep_panel, features::invite_member, declared("name", "email")},
    route{get,  "/office/{edition}/conflicts",           act::keep_panel, features::show_conflicts, declared("by")},
    route{post, "/office/{edition}/conflicts/challenge", act::keep_panel, features::challenge_judge, declared("judge", "entry", "reason")},
    route{post, "/office/{edition}/conflicts/{conflict:number}/settle", act::keep_panel, features::settle_challenge, declared("reason_*", "outcome")},
    route{get,  "/office/{edition}/judging",                        act::read_office, features::show_judging},
    route{post, "/office/{edition}/judging/assign",                 act::assign,      features::make_assignment, {}, pace::slow},
    route{get,  "/office/{edition}/judging/entries/{entry:number}", act::read_office, features::show_pairs},
    route{post, "/office/{edition}/judging/entries/{entry:number}", act::assign,      features::add_pair, declared("add_judge")},
    route{post, "/office/{edition}/scorecards/{scorecard:number}",  act::assign,      features::step_off, declared("action", "reason_*")},
    route{get,  "/office/{edition}/judging/shortlist",              act::read_office, features::show_shortlist},
    route{post, "/office/{edition}/judging/shortlist",              act::decide,      features::decide_shortlist,
          declared("entry_*", "reason", "present", "recused")},
    route{post, "/office/{edition}/reminders",                      act::send_letters, features::send_reminders, declared("of")},
    route{get,  "/office/{edition}/letters",                        act::read_office,  features::show_letters, declared("state", "page")},
    route{post, "/office/{edition}/letters/{letter:number}/again",  act::send_letters, features::send_again_letter},
    route{get,  "/office/{edition}/log",                            act::read_log,     features::show_log, declared("subject", "action", "before")},

    // ── the result: from the close of judging to the corrections ──────────────────────────────────────────────
    route{get,  "/office/{edition}/tally",                                  act::read_tally,  features::show_tally, declared("category")},
    route{post, "/office/{edition}/tally",                                  act::decide,      features::make_tally_run, declared("cause")},
    route{get,  "/office/{edition}/tally/{run:number}/inputs",              act::read_tally,  features::download_tally_inputs},
    route{get,  "/office/{edition}/tally/entries/{entry:number}",           act::read_tally,  features::show_cards},
    route{get,  "/office/{edition}/tally/scorecards/{scorecard:number}",    act::build_slate, features::ask_card},
    route{post, "/office/{edition}/tally/scorecards/{scorecard:number}",    act::build_slate, features::decide_card,
          declared("action", "reason", "present", "recused", "votes_for", "votes_against", "abstained", "public_note")},
    route{get,  "/office/{edition}/decisions",                              act::decide,      features::show_decisions},
    route{post, "/office/{edition}/decisions",                              act::decide,      features::add_decision,
          declared("kind", "reason", "present", "recused", "votes_for", "votes_against", "abstained", "public_note")},
    route{get,  "/office/{edition}/ties/{category:number}",                 act::read_tally,  features::show_tie},
    route{post, "/office/{edition}/ties/{category:number}",                 act::build_slate, features::decide_tie,
          declared("vote.*", "place.*", "shared", "reason", "present", "recused", "votes_for", "votes_against", "abstained",
                   "public_note")},
    route{get,  "/office/{edition}/slate",                                  act::build_slate, features::show_slate},
    route{post, "/office/{edition}/slate",                                  act::build_slate, features::build_slate},
    route{get,  "/office/{edition}/slate/tiers",                            act::build_slate, features::show_amendments},
    route{post, "/office/{edition}/slate/tiers",                            act::build_slate, features::propose_amendment,
          declared("adds", "name", "per_category", "reason", "present", "recused", "votes_for", "votes_against", "abstained",
                   "public_note")},
    route{post, "/office/{edition}/slate/tiers/{amendment:number}",         act::build_slate, features::settle_amendment, declared("outcome")},
    route{get,  "/office/{edition}/slate/merge",                            act::build_slate, features::show_merging},
    route{post, "/office/{edition}/slate/merge",                            act::build_slate, features::merge_categories,
          declared("from", "into", "reason", "present", "recused", "votes_for", "votes_against", "abstained", "public_note")},
    route{get,  "/office/{edition}/slate/withhold",                         act::build_slate, features::show_withholding},
    route{post, "/office/{edition}/slate/withhold",                         act::build_slate, features::withhold_prize,
          declared("slot", "lifted", "reason", "present", "recused", "votes_for", "votes_against", "abstained",
                   "public_note")},
    route{get,  "/office/{edition}/slate/share",                            act::build_slate, features::show_sharing},
    route{post, "/office/{edition}/slate/share",                            act::build_slate, features::share_prize,
          declared("first", "second", "reason", "present", "recused", "votes_for", "votes_against", "abstained",
                   "public_note")},
    route{get,  "/office/{edition}/slate/withdrawals",                      act::build_slate, features::show_winner_withdrawal},
    route{post, "/office/{edition}/slate/withdrawals",                      act::build_slate, features::withdraw_winner,
          declared("entry", "then", "reason", "present", "recused", "votes_for", "votes_against", "abstained",
                   "public_note")},
    route{get,  "/office/{edition}/ratify",                                 act::ratify,      features::show_ratification},
    route{post, "/office/{edition}/ratify",                                 act::ratify,      features::approve_slate, declared("hash")},
    route{get,  "/office/{edition}/ratify/withdraw",                        act::ratify,      features::ask_slate_withdrawal},
    route{post, "/office/{edition}/ratify/withdraw",                        act::ratify,      features::withdraw_slate, declared("reason")},
    route{get,  "/office/{edition}/announce",                               act::announce,    features::show_announcement},
    route{post, "/office/{edition}/announce",                               act::announce,    features::announce_result, declared("hash", "typed_year")},
    route{get,  "/office/{edition}/appeals",                                act::correct,     features::show_appeals},
    route{get,  "/office/{edition}/appeals/{appeal:number}",                act::correct,     features::show_appeal},
    route{post, "/office/{edition}/appeals/{appeal:number}",                act::correct,     features::settle_appeal,
          declared("outcome", "answer", "reason", "present", "recused", "votes_for", "votes_against", "abstained", "public_note")},
    route{get,  "/office/{edition}/corrections",                            act::correct,     features::show_corrections},
    route{get,  "/office/{edition}/corrections/{entry:number}",             act::correct,     features::ask_correction},
    route{post, "/office/{edition}/corrections/{entry:number}",             act::correct,     features::make_correction,
          declared("action", "city", "country", "title", "tier", "reason", "present", "recused", "votes_for", "votes_against",
                   "abstained", "public_note")},
    route{get,  "/office/{edition}/certificates",                           act::certify,     features::show_certificates},
    route{get,  "/office/{edition}/certificates/all.pdf",                   act::certify,     features::print_all_certificates, {}, pace::slow},
    route{get,  "/office/{edition}/certificates/{certificate:number}",      act::certify,     features::ask_certificate},
    route{post, "/office/{edition}/certificates/{certificate:number}",      act::certify,     features::change_certificate, declared("action", "reason")},
    route{get,  "/office/{edition}/certificates/{certificate:number}/pdf",  act::certify,     features::print_certificate, {}, pace::slow},
    route{get,  "/office/{edition}/results.csv",                            act::correct,     features::export_results},
    route{get,  "/office/{edition}/stage-list.csv",                         act::correct,     features::export_stage_list},
    // ── a city: its home, its entries from the first word to the result ───────────────────────────────────────
    route{get,  "/my",                                                   act::act_for_city,       features::show_my_home},
    route{get,  "/my/cities",                                            act::act_for_city,       features::find_city, declared("q")},
    route{get,  "/my/cities/new",                                        act::act_for_city,       features::ask_for_city},
    route{post, "/my/cities",                                            act::act_for_city,       features::propose_city,
          declared("official_name", "printed_name", "country", "printed_country", "region", "parent")},
    route{get,  "/my/cities/{city:number}",                              act::act_for_city,       features::show_my_city},
    route{post, "/my/cities/{city:number}/join",                         act::act_for_city,       features::join_city},
    route{post, "/my/cities/{city:number}/people/{person:number}/confirm", act::act_for_city,     features::confirm_applicant},
    route{post, "/my/cities/{city:number}/people/{person:number}/decline", act::act_for_city,     features::decline_applicant},
    route{get,  "/my/editions/{edition}/entries/new",                    act::start_entry,        features::ask_for_entry, declared("city")},
    route{post, "/my/editions/{edition}/entries",                        act::start_entry,        features::start_entry,
          declared("city", "title", "category", "third_party")},
    route{get,  "/my/entries/{entry:number}",                            act::read_own_entry,     features::show_entry},
    route{get,  "/my/entries/{entry:number}/sections/{section}",         act::read_own_entry,     features::show_form_page},
    route{post, "/my/entries/{entry:number}/sections/{section}",         act::write_own_entry,    features::save_form_page,
          declared("answer.*", "version.*", "title", "category", "third_party", "provider_name", "go")},
    route{post, "/my/entries/{entry:number}/save",                       act::write_own_entry,    features::save_field, declared("field", "value", "version")},
    route{get,  "/my/entries/{entry:number}/attachments",                act::read_own_entry,     features::show_attachments},
    route{post, "/my/entries/{entry:number}/files",                      act::write_own_entry,    features::attach_files,
          declared("files"), pace::slow, body_policy::upload},
    route{post, "/my/entries/{entry:number}/letter",                     act::write_own_entry,    features::attach_letter,
          declared("letter"), pace::slow, body_policy::upload},
    route{get,  "/my/attachments/{attachment:number}",                   act::read_own_entry,     features::send_attachment, {}, pace::slow},
    route{post, "/my/attachments/{attachment:number}/remove",            act::write_own_entry,    features::remove_attachment},
    route{get,  "/my/attachments/{attachment:number}/upload",            act::read_own_entry,     features::show_upload},
    route{put,  "/my/attachments/{attachment:number}/upload",            act::write_own_entry,    features::add_to_upload, {}, pace::slow, body_policy::raw},
    route{post, "/my/attachments/{attachment:number}/upload/finish",     act::write_own_entry,    features::finish_upload, {}, pace::slow},
    route{get,  "/my/entries/{entry:number}/preview",                    act::read_own_entry,     features::show_preview},
    route{get,  "/my/entries/{entry:number}/check",                      act::read_own_entry,     features::show_check},
    route{post, "/my/entries/{entry:number}/submit",                     act::submit_own_entry,   features::submit_entry, declared("version")},
    route{post, "/my/entries/{entry:number}/reopen",                     act::submit_own_entry,   features::reopen_entry, declared("version")},
    route{get,  "/my/entries/{entry:number}/withdraw",                   act::withdraw_own_entry, features::ask_to_withdraw},
    route{post, "/my/entries/{entry:number}/withdraw",                   act::withdraw_own_entry, features::withdraw_entry, declared("version", "reason")},
    route{get,  "/my/entries/{entry:number}/appeal",                     act::appeal,             features::ask_to_appeal},
    route{post, "/my/entries/{entry:number}/appeal",                     act::appeal,             features::lodge_appeal, declared("ground", "body")},
    route{get,  "/my/entries/{entry:number}/receipts/{version:number}",  act::read_own_entry,     features::show_receipt},
    route{get,  "/my/entries/{entry:number}/refusals/{refusal:number}",  act::read_own_entry,     features::show_refusal},
    route{get,  "/my/entries/{entry:number}/certificate",                act::read_own_entry,     features::print_own_certificate, {}, pace::slow},

    // ── judges ────────────────────────────────────────────────────────────────────────────────────────────────
    route{get,  "/judging",                                        act::read_panels,         features::show_panels},
    route{get,  "/judging/{edition}",                              act::read_panel,          features::show_judging_home},
    route{get,  "/judging/{edition}/terms",                        act::accept_terms,        features::show_terms},
    route{post, "/judging/{edition}/terms",                        act::accept_terms,        features::accept_terms, declared("typed_name", "agreed")},
    route{get,  "/judging/{edition}/conflicts",                    act::declare_conflict,    features::show_declarations},
    route{post, "/judging/{edition}/conflicts",                    act::declare_conflict,    features::declare_conflicts,
          declared("shown", "none", "typed_name", "conflict.*", "reason.*")},
    route{get,  "/judging/{edition}/certificate",                  act::read_panel,          features::print_judges_certificate, {}, pace::slow},
    route{get,  "/judging/{edition}/comparison",                   act::read_panel,          features::compare_own_scores},
    route{get,  "/judging/{edition}/deliberation",                 act::deliberate,          features::show_deliberation},
    route{get,  "/judging/{edition}/deliberation/order",           act::deliberate,          features::show_deliberated_order, declared("category")},
    route{get,  "/judging/scorecards/{scorecard:number}",          act::read_own_scorecard,  features::show_scorecard},
    route{post, "/judging/scorecards/{scorecard:number}",          act::score,               features::save_scorecard,
          declared("version", "then", "score.*", "reason.*", "change.*", "comment.*")},
    route{post, "/judging/scorecards/{scorecard:number}/save",     act::score,               features::autosave_scorecard,
          declared("field", "value", "version")},
    route{get,  "/judging/scorecards/{scorecard:number}/confirm",  act::score,               features::show_sheet},
    route{post, "/judging/scorecards/{scorecard:number}/submit",   act::score,               features::submit_scorecard, declared("version")},
    route{post, "/judging/scorecards/{scorecard:number}/reopen",   act::score,               features::reopen_scorecard, declared("version")},
    route{post, "/judging/scorecards/{scorecard:number}/relock",   act::score,               features::relock_scorecard, declared("version")},
    route{get,  "/judging/scorecards/{scorecard:number}/recuse",   act::score,               features::show_recusal},
    route{post, "/judging/scorecards/{scorecard:number}/recuse",   act::score,               features::recuse_scorecard, declared("reason", "typed_name")},
    route{get,  "/judging/attachments/{attachment:number}",        act::read_assigned_entry, features::send_attachment, {}, pace::slow},
    route{get,  "/judging/entries/{entry:number}",                 act::deliberate,          features::show_deliberated_entry},
    route{post, "/judging/entries/{entry:number}/notes",           act::deliberate,          features::write_note, declared("note")},
};
// clang-format on

static_assert(http::routes_are_sound(table), "two routes overlap, or a pattern is not valid");

constexpr bool changes_are_never_for_everyone() {
    for (const auto& row : table)
        if (!http::is_safe(row.method) && row.act == act::read_public) return false;
    return true;
}
static_assert(changes_are_never_for_everyone(), "a route that changes something is open to everyone");

}  // namespace

std::span<const route> routes() {
    return table;
}

std::vector<http::route> http_routes(const config::settings& settings) {
    std::vector<http::route> rows;
    for (const auto& row : table) {
        http::route to{row.method, row.pattern,
                       row.runs == pace::slow ? http::pool::slow : http::pool::ordinary,
                       http::is_safe(row.method) ? body_policy::none : row.body,
                       static_cast<std::uint64_t>(settings.server.body_limit_bytes)};
        if (row.body == body_policy::upload || row.body == body_policy::raw)
            to.max_body = static_cast<std::uint64_t>(settings.server.upload_limit_bytes);
        rows.push_back(to);
    }
    return rows;
}
