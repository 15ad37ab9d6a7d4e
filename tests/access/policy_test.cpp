// The first lock against a literal matrix: who × how they stand × phase × act. It is written down a second
// time on purpose: the table of server/access/policy.cpp is the source, this is what somebody decided it must
// say.

#include "server/access/policy.hpp"

#include <gtest/gtest.h>

using namespace access_control;
using workflow::edition_state;

namespace {

// One letter for everybody who could stand before a door.
store::visit_facts somebody(char who) {
    store::visit_facts facts;
    facts.edition = workflow::id_from<workflow::edition_id>(1);
    facts.is_subject_there = true;
    if (who == 'n') return facts;                              // nobody
    facts.person = workflow::id_from<workflow::person_id>(7);  // p: a person without a part
    facts.second_factor_at = workflow::instant{};
    const auto judge = [&] {
        facts.on_any_panel = facts.has_accepted_panel = true;
        if (who != 'l') facts.judge = workflow::id_from<workflow::judge_id>(3);
    };
    switch (who) {
        case 'c': facts.is_applicant = facts.is_own_city = true; break;  // applicant of this city
        case 'd': facts.is_applicant = true; break;                      // of another city
        case 'j':
            judge();
            facts.is_assigned = facts.is_own_scorecard = true;
            break;
        case 'k':
            judge();
            facts.is_assigned = facts.is_own_scorecard = facts.is_barred = true;
            break;
        case 'm': judge(); break;                                       // on the panel, nothing assigned
        case 'l': judge(); break;                                       // judge of another edition
        case 's': facts.in_any_office = facts.in_office = true; break;  // secretariat of this edition
        case 't': facts.in_any_office = true; break;                    // of another edition
        case 'f': facts.in_any_office = facts.in_office = facts.founds_editions = true; break;
        default: break;
    }
    return facts;
}
constexpr std::string_view everybody = "npcdjkmlstf";
constexpr std::string_view signed_in = "pcdjkmlstf";

// One letter for each phase: p(lanned) o(pen) s(creening) j(udging) d(eliberation) e: decided, a(nnounced)
// r: archived, c(ancelled).
constexpr std::string_view phases_in_order = "posjdearc";
constexpr std::string_view always = phases_in_order;
constexpr std::string_view from_the_call_on = "osjdearc";

struct expected_row {
    right what;
    std::string_view who;
    std::string_view when;
};
const std::vector<expected_row> matrix{
    {right::read_public, everybody, from_the_call_on},
    {right::sign_in, everybody, always},
    {right::keep_account, signed_in, always},
    {right::secure_account, signed_in, always},
    {right::act_for_city, signed_in, always},
    {right::start_entry, signed_in, from_the_call_on},
    {right::read_own_entry, "c", from_the_call_on},
    {right::write_own_entry, "c", "os"},
    {right::submit_own_entry, "c", from_the_call_on},
    {right::withdraw_own_entry, "c", from_the_call_on},
    {right::appeal, "c", "ar"},
    {right::accept_terms, "jkm", always},
    {right::read_panels, "jkml", always},
    {right::read_panel, "jkm", always},
    {right::declare_conflict, "jkm", "osjd"},
    {right::read_assigned_entry, "jm", "jdea"},
    {right::read_own_scorecard, "j", "jdea"},
    {right::score, "j", "jd"},  // in deliberation only a card that a decision reopened: the lifecycle says so
    {right::deliberate, "jm", "jde"},
    {right::read_offices, "stf", always},
    {right::found_edition, "f", always},
    {right::read_office, "sf", always},
    {right::set_up_edition, "sf", always},
    {right::keep_panel, "sf", always},
    {right::screen, "sf", "osj"},
    {right::assign, "sf", "sj"},
    {right::decide, "sf", always},
    {right::read_tally, "sf", "jdear"},
    {right::build_slate, "sf", "de"},
    {right::ratify, "sf", "de"},
    {right::announce, "sf", "ea"},
    {right::correct, "sf", "ar"},
    {right::certify, "sf", "ar"},
    {right::send_letters, "sf", always},
    {right::read_log, "sf", always},
};

edition_state state_at(std::size_t place) {
    return static_cast<edition_state>(place);
}

std::string told(admission said) {
    return boost::describe::enum_to_string(said, "?");
}

}  // namespace

TEST(policy, says_of_everybody_in_every_phase_what_the_matrix_says) {
    ASSERT_EQ(matrix.size(), policy().size());
    for (const auto& row : matrix)
        for (const char who : everybody)
            for (std::size_t place = 0; place < phases_in_order.size(); ++place) {
                auto facts = somebody(who);
                facts.state = state_at(place);
                const bool is_open = row.when.find(phases_in_order[place]) != row.when.npos;
                const bool is_for_all = row.who == everybody;
                auto expected =
                    is_open && row.who.find(who) != row.who.npos ? admission::yes : admission::not_there;
                if (who == 'n' && !is_for_all) expected = admission::sign_in_first;
                EXPECT_EQ(told(may(row.what, facts)), told(expected))
                    << boost::describe::enum_to_string(row.what, "?") << " by " << who << " in "
                    << phases_in_order[place];
            }
}

TEST(policy, the_password_alone_opens_nothing_to_judges_and_the_secretariat) {
    for (const auto& row : matrix)
        for (const char who : std::string_view("jkmlstf")) {
            auto facts = somebody(who);
            facts.second_factor_at.reset();
            const bool is_open = row.who == everybody || row.what == right::secure_account;
            if (row.who.find(who) == row.who.npos) continue;
            EXPECT_EQ(told(may(row.what, facts)),
                      told(is_open ? admission::yes : admission::second_factor_first))
                << boost::describe::enum_to_string(row.what, "?") << " by " << who;
        }
}

TEST(policy, who_has_set_up_one_time_codes_needs_one_whoever_it_is) {
    auto facts = somebody('c');
    facts.has_totp = true;
    facts.second_factor_at.reset();
    EXPECT_EQ(may(right::read_own_entry, facts), admission::second_factor_first);
    EXPECT_EQ(may(right::keep_account, facts), admission::second_factor_first);
    EXPECT_EQ(may(right::secure_account, facts), admission::yes);
}

TEST(policy, what_is_not_there_and_what_is_not_for_this_person_are_the_same) {
    for (const auto& row : matrix) {
        auto facts = somebody('f');
        facts.is_subject_there = false;
        EXPECT_EQ(told(may(row.what, facts)), told(admission::not_there));
    }
}

TEST(policy, no_act_of_a_privileged_audience_runs_under_a_weaker_database_role) {
    for (const auto& row : policy()) {
        if (row.who == audience::judge) EXPECT_EQ(role_of(row.what), store::database_role::judge);
        if (row.who == audience::secretariat) EXPECT_EQ(role_of(row.what), store::database_role::secretariat);
        if (row.who == audience::applicant) EXPECT_EQ(role_of(row.what), store::database_role::applicant);
    }
    EXPECT_EQ(role_of(right::read_public), store::database_role::public_reader);
    EXPECT_EQ(role_of(right::sign_in), store::database_role::access);
}
