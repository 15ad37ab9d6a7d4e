#include "server/routes.hpp"

#include "server/features/account/address.hpp"
#include "server/features/account/closing.hpp"
#include "server/features/account/factor_reset.hpp"
#include "server/features/account/invitation.hpp"
#include "server/features/account/own.hpp"
#include "server/features/account/password_reset.hpp"
#include "server/features/account/registration.hpp"
#include "server/features/account/second_factor.hpp"
#include "server/features/account/sign_in.hpp"
#include "server/features/city/appeal.hpp"
#include "server/features/city/attachments.hpp"
#include "server/features/city/attachments_page.hpp"
#include "server/features/city/cities.hpp"
#include "server/features/city/disclosed.hpp"
#include "server/features/city/entries.hpp"
#include "server/features/city/entry_history.hpp"
#include "server/features/city/entry_saving.hpp"
#include "server/features/city/home.hpp"
#include "server/features/city/moves.hpp"
#include "server/features/judge/autosave.hpp"
#include "server/features/judge/declarations.hpp"
#include "server/features/judge/deliberation.hpp"
#include "server/features/judge/deliberation_order.hpp"
#include "server/features/judge/home.hpp"
#include "server/features/judge/scorecard.hpp"
#include "server/features/judge/scorecard_moves.hpp"
#include "server/features/judge/terms.hpp"
#include "server/features/office/cities.hpp"
#include "server/features/office/city.hpp"
#include "server/features/office/conflicts.hpp"
#include "server/features/office/dashboard.hpp"
#include "server/features/office/edition_moves.hpp"
#include "server/features/office/editions.hpp"
#include "server/features/office/entries.hpp"
#include "server/features/office/exceptions.hpp"
#include "server/features/office/factor_resets.hpp"
#include "server/features/office/judge.hpp"
#include "server/features/office/judging.hpp"
#include "server/features/office/keeping.hpp"
#include "server/features/office/letters.hpp"
#include "server/features/office/lists.hpp"
#include "server/features/office/log.hpp"
#include "server/features/office/member.hpp"
#include "server/features/office/pairs.hpp"
#include "server/features/office/panel.hpp"
#include "server/features/office/questions.hpp"
#include "server/features/office/readiness.hpp"
#include "server/features/office/rubric.hpp"
#include "server/features/office/rules.hpp"
#include "server/features/office/screening.hpp"
#include "server/features/office/setup.hpp"
#include "server/features/office/two_people.hpp"
#include "server/features/public/call.hpp"
#include "server/features/public/certificates.hpp"
#include "server/features/public/pages.hpp"
#include "server/features/public/results.hpp"
#include "server/features/public/scores.hpp"
#include "server/features/public/statements.hpp"
#include "server/features/results/amendments.hpp"
#include "server/features/results/appeals.hpp"
#include "server/features/results/cards.hpp"
#include "server/features/results/certificates.hpp"
#include "server/features/results/corrections.hpp"
#include "server/features/results/decisions.hpp"
#include "server/features/results/exports.hpp"
#include "server/features/results/merging.hpp"
#include "server/features/results/prizes.hpp"
#include "server/features/results/ratification.hpp"
#include "server/features/results/shortlist.hpp"
#include "server/features/results/slate.hpp"
#include "server/features/results/taking_back.hpp"
#include "server/features/results/tally.hpp"
#include "server/features/results/ties.hpp"

namespace {

using access_control::right;
using http::body_policy;
using enum http::method;

// The questions that every decision answers (features/results/page.hpp), after those of its own.
template <class... Names>
constexpr parameters with_minutes(Names... own) {
    return parameters(own..., "reason", "present", "recused", "votes_for", "votes_against", "abstained",
                      "public_note");
}

// method · path · right · feature · takes · pace · body
// clang-format off
constexpr std::array table{
    // ── the public ────────────────────────────────────────────────────────────────────────────────────────────
    route{get, "/",                            right::read_public, features::show_front_page},
    route{get, "/editions",                    right::read_public, features::list_past_editions},
    route{get, "/editions/{edition}",          right::read_public, features::show_call},
    route{get, "/editions/{edition}/questions", right::read_public, features::show_questions},
    route{get, "/editions/{edition}/winners",  right::read_public, features::show_winners},
    route{get, "/editions/{edition}/scores",   right::read_public, features::show_scores},
    route{get, "/editions/{edition}/scores.csv", right::read_public, features::export_scores},
    route{get, "/winners",                     right::read_public, features::show_newest_winners},
    route{get, "/cities/{city:number}",        right::read_public, features::show_city},
    route{get, "/certificates",                right::read_public, features::search_certificate, parameters("serial")},
    route{get, "/verify/{serial}",             right::read_public, features::check_certificate},
    route{get, "/privacy",                     right::read_public, features::show_privacy},
    route{get, "/accessibility",               right::read_public, features::show_accessibility},
    route{get, "/robots.txt",                  right::read_public, features::answer_robots},
    route{get, "/sitemap.xml",                 right::read_public, features::answer_sitemap},
    route{get, "/favicon.ico",                 right::read_public, features::answer_favicon},
    route{get, "/healthz",                     right::read_public, nullptr},
    route{get, "/readyz",                      right::read_public, features::answer_ready},

    // ── signing in and the own account ────────────────────────────────────────────────────────────────────────
    route{get,  "/sign-in",                   right::sign_in,        features::show_sign_in,          parameters("next")},
    route{post, "/sign-in",                   right::sign_in,        features::sign_in,
          parameters("email", "password", "own_zone", "next", "kept*"), pace::slow},
    route{get,  "/sign-in/code",              right::secure_account, features::show_code,             parameters("next")},
    route{post, "/sign-in/code",              right::secure_account, features::give_code,             parameters("code", "next", "kept*")},
    route{post, "/sign-out",                  right::sign_in,        features::sign_out},
    route{get,  "/register",                  right::sign_in,        features::show_register},
    route{post, "/register",                  right::sign_in,        features::register_person,       parameters("name", "email", "password"), pace::slow},
    route{get,  "/confirm-address/{token}",   right::sign_in,        features::show_confirm_address},
    route{post, "/confirm-address/{token}",   right::sign_in,        features::confirm_address,       parameters("password"), pace::slow},
    route{get,  "/forgot-password",           right::sign_in,        features::show_forgot_password},
    route{post, "/forgot-password",           right::sign_in,        features::forgot_password,       parameters("email")},
    route{get,  "/reset-password/{token}",    right::sign_in,        features::show_reset_password},
    route{post, "/reset-password/{token}",    right::sign_in,        features::reset_password,        parameters("password"), pace::slow},
    route{get,  "/invitation/{token}",        right::sign_in,        features::show_invitation},
    route{post, "/invitation/{token}",        right::sign_in,        features::answer_invitation,     parameters("name", "password", "answer"), pace::slow},
    route{get,  "/first-secretariat/{token}", right::sign_in,        features::show_first_secretariat},
    route{post, "/first-secretariat/{token}", right::sign_in, features::found_secretariat, parameters("name", "email", "password", "answer"), pace::slow},
    route{get,  "/account/session",           right::keep_account,   features::keep_session},
    route{get,  "/account",                   right::keep_account,   features::show_account},
    route{get,  "/account/name",              right::keep_account,   features::show_name},
    route{post, "/account/name",              right::keep_account,   features::change_name,           parameters("name")},
    route{get,  "/account/zone",              right::keep_account,   features::show_zone},
    route{post, "/account/zone",              right::keep_account,   features::change_zone,           parameters("own_zone")},
    route{post, "/account/password",          right::keep_account,   features::change_password,       parameters("old_password", "new_password"), pace::slow},
    route{post, "/account/sessions",          right::keep_account,   features::end_other_sessions},
    route{get,  "/account/address",           right::keep_account,   features::show_address},
    route{post, "/account/address",           right::keep_account,   features::ask_for_address,       parameters("email", "password"), pace::slow},
    route{get,  "/account/address/{token}",   right::keep_account,   features::show_new_address},
    route{post, "/account/address/{token}",   right::keep_account,   features::take_new_address},
    route{get,  "/account/close",             right::keep_account,   features::ask_to_close_account},
    route{post, "/account/close",             right::keep_account,   features::close_account,         parameters("password"), pace::slow},
    route{get,  "/account/second-factor",     right::secure_account, features::show_second_factor,    parameters("next")},
    route{post, "/account/second-factor",     right::secure_account, features::set_second_factor,     parameters("code", "next", "kept*")},
    route{get,  "/second-factor-reset/{token}", right::sign_in,      features::show_factor_reset},
    route{post, "/second-factor-reset/{token}", right::sign_in,      features::begin_factor_reset,    parameters("password"), pace::slow},
    route{post, "/account/recovery-codes",    right::keep_account,   features::make_recovery_codes},

    // ── the office, up to the close of judging ────────────────────────────────────────────────────────────────
    route{get,  "/office",                   right::read_offices,  features::show_offices},
    route{get,  "/office/editions/new",      right::found_edition, features::show_new_edition},
    route{post, "/office/editions/new",      right::found_edition, features::add_new_edition,
          parameters("name", "key", "ordinal", "year", "organiser", "host", "zone")},
    route{post, "/office/editions/import",   right::found_edition, features::import_edition, parameters("file"), pace::slow, body_policy::upload},
    route{get,  "/office/{edition}",                 right::read_office, features::show_office},
    route{get,  "/office/{edition}/moves/{action}",  right::read_office, features::ask_edition_move},
    route{post, "/office/{edition}/moves/{action}",  right::decide,      features::move_edition, parameters("reason", "new_closes_at"), pace::slow},
    route{get,  "/office/{edition}/two-people",                right::read_office, features::show_two_people},
    route{post, "/office/{edition}/two-people/{asked:number}", right::decide,      features::settle_grave_act, parameters("outcome", "word_*"), pace::slow},
    route{post, "/office/{edition}/ready",             right::decide,         features::say_ready, parameters("ready")},
    route{post, "/office/{edition}/front-page",        right::decide,         features::put_on_front_page},
    route{get,  "/office/{edition}/set-up",            right::set_up_edition, features::show_set_up},
    route{get,  "/office/{edition}/set-up/calendar",   right::set_up_edition, features::show_calendar},
    route{post, "/office/{edition}/set-up/calendar",   right::set_up_edition, features::save_calendar,
          parameters("version", "name", "theme", "organiser", "host", "zone", "opens_at", "closes_at", "judging_opens_at", "judging_closes_at",
                   "grace_minutes", "announce_at", "ceremony_on", "appeal_days", "ceremony_event", "ceremony_place")},
    route{get,  "/office/{edition}/set-up/categories", right::set_up_edition, features::show_categories},
    route{post, "/office/{edition}/set-up/categories", right::set_up_edition, features::save_categories,
          parameters("version", "key_*", "name_*", "description_*")},
    route{get,  "/office/{edition}/set-up/tiers",      right::set_up_edition, features::show_tiers},
    route{post, "/office/{edition}/set-up/tiers",      right::set_up_edition, features::save_tiers, parameters("version", "key_*", "name_*", "count_*")},
    route{get,  "/office/{edition}/set-up/rubric",     right::set_up_edition, features::show_rubric},
    route{post, "/office/{edition}/set-up/rubric",     right::set_up_edition, features::save_rubric,
          parameters("version", "note", "ends", "key_*", "name_*", "question_*", "weight_*", "min_*", "max_*", "levels_*")},
    route{get,  "/office/{edition}/set-up/rules",      right::set_up_edition, features::show_rules},
    route{post, "/office/{edition}/set-up/rules",      right::set_up_edition, features::save_rules,
          parameters("version", "entries_per_city", "max_files", "max_mebibytes", "minimum_judges", "tally", "dropout", "same_country_bars",
                   "same_organisation_bars", "parent_city_bars", "round_*", "shortlist_*", "rung_*", "by_*", "panel_sees_names",
                   "may_be_withheld", "disclosure")},
    route{get,  "/office/{edition}/set-up/questions",  right::set_up_edition, features::show_form_questions},
    route{post, "/office/{edition}/set-up/questions",  right::set_up_edition, features::add_section,
          parameters("version", "title", "reason_for_cities", "go_back")},
    route{get,  "/office/{edition}/set-up/questions/{section}", right::set_up_edition, features::show_section},
    route{post, "/office/{edition}/set-up/questions/{section}", right::set_up_edition, features::save_section,
          parameters("version", "title", "help", "key_*", "label_*", "hint_*", "kind_*", "words_*", "choices_*", "required_*", "agree_*", "names_*",
                     "reason_for_cities", "go_back")},
    route{get,  "/office/{edition}/entries",     right::read_office, features::show_entries,
          parameters("q", "category", "state", "country", "city", "flagged", "sort", "page")},
    route{get,  "/office/{edition}/entries.csv", right::read_office, features::export_entries,
          parameters("q", "category", "state", "country", "city", "flagged", "sort"), pace::slow},
    route{get,  "/office/{edition}/entries/{entry:number}",                right::read_office, features::show_office_entry},
    route{get,  "/office/{edition}/attachments/{attachment:number}",       right::read_office, features::send_attachment, {}, pace::slow},
    route{post, "/office/{edition}/entries/{entry:number}/checklist",      right::screen,      features::save_checklist, parameters("point_*", "note_*")},
    route{post, "/office/{edition}/entries/{entry:number}/moves/{action}", right::screen,      features::move_office_entry, parameters("reason_*", "due_at")},
    route{post, "/office/{edition}/entries/{entry:number}/flag",           right::decide,      features::flag_entry, parameters("flag", "decision")},
    route{post, "/office/{edition}/entries/{entry:number}/category",       right::decide,      features::move_to_category,
          parameters("category", "why", "consent")},
    route{get,  "/office/{edition}/extensions", right::read_office, features::show_extensions},
    route{post, "/office/{edition}/extensions", right::decide,      features::grant_extension, parameters("city", "until", "reason")},
    route{get,  "/office/{edition}/cities",                    right::read_office, features::show_cities, parameters("q", "page")},
    route{get,  "/office/{edition}/cities/{city:number}",      right::read_office, features::show_office_city, parameters("with")},
    route{post, "/office/{edition}/cities/{city:number}",      right::decide,      features::correct_city,
          parameters("version", "official_name", "printed_name", "country", "printed_country", "region", "other_names")},
    route{post, "/office/{edition}/cities/{city:number}/approval", right::decide,  features::approve_office_city},
    route{post, "/office/{edition}/cities/{city:number}/people",   right::decide,  features::add_applicant, parameters("name", "email")},
    route{post, "/office/{edition}/cities/{city:number}/people/{person:number}", right::decide, features::settle_claim,
          parameters("act", "reason_*")},
    route{post, "/office/{edition}/cities/{city:number}/merge",    right::decide,  features::merge_city, parameters("into", "confirmed")},
    route{get,  "/office/{edition}/panel",      right::keep_panel, features::show_panel},
    route{get,  "/office/{edition}/panel/new",  right::keep_panel, features::show_new_judge},
    route{post, "/office/{edition}/panel",      right::keep_panel, features::invite_judge,
          parameters("email", "name", "title", "affiliation", "part", "country", "employment_country", "city", "capacity", "knows_*")},
    route{get,  "/office/{edition}/panel/{judge:number}", right::keep_panel, features::show_judge},
    route{post, "/office/{edition}/panel/{judge:number}", right::keep_panel, features::save_judge,
          parameters("version", "name", "title", "affiliation", "part", "country", "employment_country", "city", "capacity", "knows_*")},
    route{post, "/office/{edition}/panel/{judge:number}/identity",   right::keep_panel, features::check_judge, parameters("verified")},
    route{get,  "/office/{edition}/panel/{judge:number}/leave",      right::keep_panel, features::ask_judge_leaves},
    route{post, "/office/{edition}/panel/{judge:number}/leave",      right::keep_panel, features::judge_leaves, parameters("reason")},
    route{post, "/office/{edition}/panel/{judge:number}/invitation", right::keep_panel, features::invite_again},
    route{post, "/office/{edition}/panel/{judge:number}/address",    right::keep_panel, features::correct_judge_address, parameters("email")},
    route{post, "/office/{edition}/panel/{judge:number}/relations",  right::keep_panel, features::add_relation, parameters("with_city", "note")},
    route{post, "/office/{edition}/panel/{judge:number}/relations/{relation:number}/remove", right::keep_panel, features::remove_relation},
    route{get,  "/office/{edition}/panel/second-factors", right::keep_panel, features::show_factor_resets},
    route{post, "/office/{edition}/panel/second-factors", right::keep_panel, features::ask_factor_reset, parameters("person", "reason")},
    route{post, "/office/{edition}/panel/second-factors/{reset:number}", right::keep_panel, features::settle_factor_reset, parameters("outcome")},
    route{post, "/office/{edition}/team",       right::keep_panel, features::invite_member, parameters("name", "email")},
    route{get,  "/office/{edition}/team/{person:number}", right::keep_panel, features::show_member},
    route{post, "/office/{edition}/team/{person:number}", right::keep_panel, features::keep_member, parameters("act", "reason")},
    route{get,  "/office/{edition}/conflicts",           right::keep_panel, features::show_conflicts, parameters("by")},
    route{post, "/office/{edition}/conflicts/challenge", right::keep_panel, features::challenge_judge, parameters("judge", "entry", "reason")},
    route{post, "/office/{edition}/conflicts/{conflict:number}/settle", right::keep_panel, features::settle_challenge, parameters("reason_*", "outcome")},
    route{get,  "/office/{edition}/judging",                        right::read_office, features::show_judging},
    route{post, "/office/{edition}/judging/assign",                 right::assign,      features::make_assignment, {}, pace::slow},
    route{get,  "/office/{edition}/judging/entries/{entry:number}", right::read_office, features::show_pairs},
    route{post, "/office/{edition}/judging/entries/{entry:number}", right::assign,      features::add_pair, parameters("add_judge")},
    route{post, "/office/{edition}/scorecards/{scorecard:number}",  right::assign,      features::step_off, parameters("action", "reason_*", "confirmed")},
    route{get,  "/office/{edition}/judging/shortlist",              right::read_office, features::show_shortlist},
    route{post, "/office/{edition}/judging/shortlist",              right::decide,      features::decide_shortlist,
          with_minutes("entry_*", "beyond")},
    route{post, "/office/{edition}/reminders",                      right::send_letters, features::send_reminders, parameters("of")},
    route{get,  "/office/{edition}/letters",                        right::read_office,  features::show_letters, parameters("state", "page")},
    route{post, "/office/{edition}/letters/{letter:number}/again",  right::send_letters, features::send_again_letter},
    route{post, "/office/{edition}/letters/{letter:number}/settled", right::send_letters, features::settle_letter},
    route{get,  "/office/{edition}/log",                            right::read_log,     features::show_log, parameters("subject", "action", "before")},

    // ── the result: from the close of judging to the corrections ──────────────────────────────────────────────
    route{get,  "/office/{edition}/tally",                                  right::read_tally,  features::show_tally, parameters("category")},
    route{post, "/office/{edition}/tally",                                  right::decide,      features::make_tally_run, parameters("cause")},
    route{get,  "/office/{edition}/tally/{run:number}/inputs",              right::read_tally,  features::download_tally_inputs},
    route{get,  "/office/{edition}/tally/entries/{entry:number}",           right::read_tally,  features::show_cards},
    route{get,  "/office/{edition}/tally/scorecards/{scorecard:number}",    right::build_slate, features::ask_card},
    route{post, "/office/{edition}/tally/scorecards/{scorecard:number}",    right::build_slate, features::decide_card,
          with_minutes("action")},
    route{get,  "/office/{edition}/decisions",                              right::decide,      features::show_decisions},
    route{post, "/office/{edition}/decisions",                              right::decide,      features::add_decision,
          with_minutes("kind")},
    route{get,  "/office/{edition}/decisions/{decision:number}/take-back",  right::build_slate, features::ask_taking_back},
    route{post, "/office/{edition}/decisions/{decision:number}/take-back",  right::build_slate, features::take_decision_back,
          with_minutes()},
    route{get,  "/office/{edition}/ties/{category:number}",                 right::read_tally,  features::show_tie},
    route{post, "/office/{edition}/ties/{category:number}",                 right::build_slate, features::decide_tie,
          with_minutes("vote.*", "place.*", "shared")},
    route{get,  "/office/{edition}/slate",                                  right::build_slate, features::show_slate},
    route{post, "/office/{edition}/slate",                                  right::build_slate, features::build_slate},
    route{get,  "/office/{edition}/slate/tiers",                            right::build_slate, features::show_amendments},
    route{post, "/office/{edition}/slate/tiers",                            right::build_slate, features::propose_amendment,
          with_minutes("adds", "name", "per_category")},
    route{post, "/office/{edition}/slate/tiers/{amendment:number}",         right::build_slate, features::settle_amendment, parameters("outcome")},
    route{get,  "/office/{edition}/slate/merge",                            right::build_slate, features::show_merging},
    route{post, "/office/{edition}/slate/merge",                            right::build_slate, features::merge_categories,
          with_minutes("from", "into")},
    route{get,  "/office/{edition}/slate/withhold",                         right::build_slate, features::show_withholding},
    route{post, "/office/{edition}/slate/withhold",                         right::build_slate, features::withhold_prize,
          with_minutes("slot", "lifted")},
    route{get,  "/office/{edition}/slate/share",                            right::build_slate, features::show_sharing},
    route{post, "/office/{edition}/slate/share",                            right::build_slate, features::share_prize,
          with_minutes("first", "second")},
    route{get,  "/office/{edition}/slate/withdrawals",                      right::build_slate, features::show_winner_withdrawal},
    route{post, "/office/{edition}/slate/withdrawals",                      right::build_slate, features::withdraw_winner,
          with_minutes("entry", "then")},
    route{get,  "/office/{edition}/ratify",                                 right::ratify,      features::show_ratification},
    route{post, "/office/{edition}/ratify",                                 right::ratify,      features::approve_slate, parameters("hash")},
    route{get,  "/office/{edition}/ratify/withdraw",                        right::ratify,      features::ask_slate_withdrawal},
    route{post, "/office/{edition}/ratify/withdraw",                        right::ratify,      features::withdraw_slate, parameters("reason")},
    route{get,  "/office/{edition}/announce",                               right::announce,    features::show_announcement},
    route{post, "/office/{edition}/announce",                               right::announce,    features::announce_result, parameters("hash", "typed_year")},
    route{get,  "/office/{edition}/appeals",                                right::correct,     features::show_appeals},
    route{get,  "/office/{edition}/appeals/{appeal:number}",                right::correct,     features::show_appeal},
    route{post, "/office/{edition}/appeals/{appeal:number}",                right::correct,     features::settle_appeal,
          with_minutes("outcome", "answer")},
    route{get,  "/office/{edition}/corrections",                            right::correct,     features::show_corrections},
    route{get,  "/office/{edition}/corrections/{entry:number}",             right::correct,     features::ask_correction},
    route{post, "/office/{edition}/corrections/{entry:number}",             right::correct,     features::make_correction,
          with_minutes("action", "city", "country", "title", "prize")},
    route{get,  "/office/{edition}/certificates",                           right::certify,     features::show_certificates},
    route{get,  "/office/{edition}/certificates/all.pdf",                   right::certify,     features::print_all_certificates, {}, pace::slow},
    route{get,  "/office/{edition}/certificates/{certificate:number}",      right::certify,     features::ask_certificate},
    route{post, "/office/{edition}/certificates/{certificate:number}",      right::certify,     features::change_certificate, parameters("action", "reason")},
    route{get,  "/office/{edition}/certificates/{certificate:number}/pdf",  right::certify,     features::print_certificate, {}, pace::slow},
    route{get,  "/office/{edition}/results.csv",                            right::correct,     features::export_results},
    route{get,  "/office/{edition}/stage-list.csv",                         right::correct,     features::export_stage_list},
    // ── a city: its home, its entries from the first word to the result ───────────────────────────────────────
    route{get,  "/my",                                                   right::act_for_city,       features::show_my_home},
    route{get,  "/my/cities",                                            right::act_for_city,       features::find_city, parameters("q")},
    route{get,  "/my/cities/new",                                        right::act_for_city,       features::ask_for_city},
    route{post, "/my/cities",                                            right::act_for_city,       features::propose_city,
          parameters("official_name", "printed_name", "country", "printed_country", "region", "parent", "is_another")},
    route{get,  "/my/cities/{city:number}",                              right::act_for_city,       features::show_my_city},
    route{post, "/my/cities/{city:number}/join",                         right::act_for_city,       features::join_city, parameters("confirmed")},
    route{post, "/my/cities/{city:number}/people/{person:number}/confirm", right::act_for_city,     features::confirm_applicant},
    route{post, "/my/cities/{city:number}/people/{person:number}/decline", right::act_for_city,     features::decline_applicant},
    route{get,  "/my/editions/{edition}/entries/new",                    right::start_entry,        features::ask_for_entry, parameters("city")},
    route{post, "/my/editions/{edition}/entries",                        right::start_entry,        features::start_entry,
          parameters("city", "title", "category", "third_party")},
    route{get,  "/my/entries/{entry:number}",                            right::read_own_entry,     features::show_entry},
    route{get,  "/my/entries/{entry:number}/sections/{section}",         right::read_own_entry,     features::show_form_page},
    route{post, "/my/entries/{entry:number}/sections/{section}",         right::write_own_entry,    features::save_form_page,
          parameters("answer.*", "version.*", "key.*", "title", "category", "third_party", "provider_name", "go")},
    route{get,  "/my/entries/{entry:number}/sections/{section}/history", right::read_own_entry,     features::show_history},
    route{post, "/my/entries/{entry:number}/save",                       right::write_own_entry,    features::save_field,
          parameters("field", "value", "version", "key")},
    route{get,  "/my/entries/{entry:number}/attachments",                right::read_own_entry,     features::show_attachments},
    route{post, "/my/entries/{entry:number}/files",                      right::write_own_entry,    features::attach_files,
          parameters("files"), pace::slow, body_policy::upload},
    route{post, "/my/entries/{entry:number}/letter",                     right::write_own_entry,    features::attach_letter,
          parameters("letter"), pace::slow, body_policy::upload},
    route{get,  "/my/attachments/{attachment:number}",                   right::read_own_entry,     features::send_attachment, {}, pace::slow},
    route{post, "/my/attachments/{attachment:number}/remove",            right::write_own_entry,    features::remove_attachment},
    route{get,  "/my/attachments/{attachment:number}/upload",            right::read_own_entry,     features::show_upload},
    route{put,  "/my/attachments/{attachment:number}/upload",            right::write_own_entry,    features::add_to_upload, {}, pace::slow, body_policy::raw},
    route{post, "/my/attachments/{attachment:number}/upload/finish",     right::write_own_entry,    features::finish_upload, {}, pace::slow},
    route{get,  "/my/entries/{entry:number}/preview",                    right::read_own_entry,     features::show_preview},
    route{get,  "/my/entries/{entry:number}/check",                      right::read_own_entry,     features::show_check},
    route{post, "/my/entries/{entry:number}/submit",                     right::submit_own_entry,   features::submit_entry, parameters("version")},
    route{post, "/my/entries/{entry:number}/reopen",                     right::submit_own_entry,   features::reopen_entry, parameters("version")},
    route{get,  "/my/entries/{entry:number}/withdraw",                   right::withdraw_own_entry, features::ask_to_withdraw},
    route{post, "/my/entries/{entry:number}/withdraw",                   right::withdraw_own_entry, features::withdraw_entry, parameters("version", "reason")},
    route{get,  "/my/entries/{entry:number}/appeal",                     right::appeal,             features::ask_to_appeal},
    route{post, "/my/entries/{entry:number}/appeal",                     right::appeal,             features::lodge_appeal, parameters("ground", "body")},
    route{get,  "/my/entries/{entry:number}/receipts/{version:number}",  right::read_own_entry,     features::show_receipt},
    route{get,  "/my/entries/{entry:number}/refusals/{refusal:number}",  right::read_own_entry,     features::show_refusal},
    route{get,  "/my/entries/{entry:number}/scores.csv",                 right::read_own_entry,     features::export_own_scores},
    route{get,  "/my/entries/{entry:number}/certificate",                right::read_own_entry,     features::print_own_certificate, {}, pace::slow},

    // ── judges ────────────────────────────────────────────────────────────────────────────────────────────────
    route{get,  "/judging",                                        right::read_panels,         features::show_panels},
    route{get,  "/judging/{edition}",                              right::read_panel,          features::show_judging_home},
    route{get,  "/judging/{edition}/terms",                        right::accept_terms,        features::show_terms},
    route{post, "/judging/{edition}/terms",                        right::accept_terms,        features::accept_terms, parameters("typed_name", "agreed")},
    route{get,  "/judging/{edition}/conflicts",                    right::declare_conflict,    features::show_declarations},
    route{post, "/judging/{edition}/conflicts",                    right::declare_conflict,    features::declare_conflicts,
          parameters("shown", "typed_name", "conflict.*", "reason.*")},
    route{get,  "/judging/{edition}/certificate",                  right::read_panel,          features::print_judges_certificate, {}, pace::slow},
    route{get,  "/judging/{edition}/comparison",                   right::read_panel,          features::compare_own_scores},
    route{get,  "/judging/{edition}/deliberation",                 right::deliberate,          features::show_deliberation},
    route{get,  "/judging/{edition}/deliberation/order",           right::deliberate,          features::show_deliberated_order, parameters("category")},
    route{get,  "/judging/scorecards/{scorecard:number}",          right::read_own_scorecard,  features::show_scorecard},
    route{post, "/judging/scorecards/{scorecard:number}",          right::score,               features::save_scorecard,
          parameters("version", "key", "then", "score.*", "reason.*", "change.*", "comment.*")},
    route{post, "/judging/scorecards/{scorecard:number}/save",     right::score,               features::autosave_scorecard,
          parameters("field", "value", "version", "key")},
    route{get,  "/judging/scorecards/{scorecard:number}/confirm",  right::score,               features::show_sheet},
    route{post, "/judging/scorecards/{scorecard:number}/submit",   right::score,               features::submit_scorecard, parameters("version")},
    route{post, "/judging/scorecards/{scorecard:number}/reopen",   right::score,               features::reopen_scorecard, parameters("version")},
    route{post, "/judging/scorecards/{scorecard:number}/relock",   right::score,               features::relock_scorecard, parameters("version")},
    route{get,  "/judging/scorecards/{scorecard:number}/recuse",   right::score,               features::show_recusal},
    route{post, "/judging/scorecards/{scorecard:number}/recuse",   right::score,               features::recuse_scorecard, parameters("reason", "typed_name")},
    route{get,  "/judging/attachments/{attachment:number}",        right::read_assigned_entry, features::send_attachment, {}, pace::slow},
    route{get,  "/judging/entries/{entry:number}",                 right::deliberate,          features::show_deliberated_entry},
    route{post, "/judging/entries/{entry:number}/notes",           right::deliberate,          features::write_note, parameters("note")},
};
// clang-format on

static_assert(http::routes_are_sound(table), "two routes overlap, or a pattern is not valid");

constexpr bool changes_are_never_for_everyone() {
    for (const auto& row : table)
        if (!http::is_safe(row.method) && row.right == right::read_public) return false;
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
