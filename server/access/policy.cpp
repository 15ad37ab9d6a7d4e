#include "server/access/policy.hpp"

#include <array>

namespace access_control {
namespace {

using workflow::edition_state;
using enum workflow::edition_state;

template <class... States>
constexpr phases in(States... states) {
    return (phase(states) | ...);
}

constexpr phases not_planned = any_phase & ~phase(planned);
constexpr phases call_to_end =
    in(open, screening, judging, deliberation, decided, announced, archived, cancelled);

// what · who · stands · when
// clang-format off
constexpr std::array rows{
    policy_row{right::read_public,         audience::everyone,    relation::none,              not_planned},
    policy_row{right::sign_in,             audience::everyone,    relation::none,              any_phase},
    policy_row{right::keep_account,        audience::signed_in,   relation::none,              any_phase},
    policy_row{right::secure_account,      audience::signed_in,   relation::none,              any_phase},
    policy_row{right::act_for_city,        audience::applicant,   relation::none,              any_phase},
    policy_row{right::start_entry,         audience::applicant,   relation::none,              call_to_end},
    policy_row{right::read_own_entry,      audience::applicant,   relation::own_city,          call_to_end},
    policy_row{right::write_own_entry,     audience::applicant,   relation::own_city,          in(open, screening)},
    policy_row{right::submit_own_entry,    audience::applicant,   relation::own_city,          call_to_end},
    policy_row{right::withdraw_own_entry,  audience::applicant,   relation::own_city,          call_to_end},
    policy_row{right::appeal,              audience::applicant,   relation::own_city,          in(announced, archived)},
    policy_row{right::accept_terms,        audience::judge,       relation::on_panel,          any_phase},
    policy_row{right::read_panels,         audience::judge,       relation::none,              any_phase},
    policy_row{right::read_panel,          audience::judge,       relation::on_panel,          any_phase},
    policy_row{right::declare_conflict,    audience::judge,       relation::on_panel,          in(open, screening, judging, deliberation)},
    policy_row{right::read_assigned_entry, audience::judge,       relation::panel_unbarred,    in(judging, deliberation, decided, announced)},
    policy_row{right::read_own_scorecard,  audience::judge,       relation::own_scorecard,     in(judging, deliberation, decided, announced)},
    policy_row{right::score,               audience::judge,       relation::own_scorecard,     in(judging, deliberation)},
    policy_row{right::deliberate,          audience::judge,       relation::panel_unbarred,    in(judging, deliberation, decided)},
    policy_row{right::read_offices,        audience::secretariat, relation::in_any_office,     any_phase},
    policy_row{right::found_edition,       audience::secretariat, relation::founder,           any_phase},
    policy_row{right::read_office,         audience::secretariat, relation::in_office,         any_phase},
    policy_row{right::set_up_edition,      audience::secretariat, relation::in_office,         any_phase},
    policy_row{right::keep_panel,          audience::secretariat, relation::in_office,         any_phase},
    policy_row{right::screen,              audience::secretariat, relation::in_office,         in(open, screening, judging)},
    policy_row{right::assign,              audience::secretariat, relation::in_office,         in(screening, judging)},
    policy_row{right::decide,              audience::secretariat, relation::in_office,         any_phase},
    policy_row{right::read_tally,          audience::secretariat, relation::in_office,         in(judging, deliberation, decided, announced, archived)},
    policy_row{right::build_slate,         audience::secretariat, relation::in_office,         in(deliberation, decided)},
    policy_row{right::ratify,              audience::secretariat, relation::in_office,         in(deliberation, decided)},
    policy_row{right::announce,            audience::secretariat, relation::in_office,         in(decided, announced)},
    policy_row{right::correct,             audience::secretariat, relation::in_office,         in(announced, archived)},
    policy_row{right::certify,             audience::secretariat, relation::in_office,         in(announced, archived)},
    policy_row{right::send_letters,        audience::secretariat, relation::in_office,         any_phase},
    policy_row{right::read_log,            audience::secretariat, relation::in_office,         any_phase},
};
// clang-format on

constexpr bool every_act_has_its_row() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].what) != i) return false;
    return rows.size() == static_cast<std::size_t>(right::read_log) + 1;
}
static_assert(every_act_has_its_row());

bool stands_so(relation asked, const store::visit_facts& facts) {
    switch (asked) {
        case relation::none: return true;
        case relation::own_city: return facts.is_own_city;
        case relation::on_panel: return facts.judge.has_value();
        case relation::assigned_unbarred: return facts.is_assigned && !facts.is_barred;
        case relation::panel_unbarred: return facts.judge.has_value() && !facts.is_barred;
        case relation::own_scorecard: return facts.is_own_scorecard && !facts.is_barred;
        case relation::in_office: return facts.edition.has_value() && facts.in_office;
        case relation::in_any_office: return facts.in_any_office;
        case relation::founder: return facts.founds_editions;
    }
    return false;
}

bool is_of(audience asked, const store::visit_facts& facts) {
    switch (asked) {
        case audience::judge: return facts.on_any_panel;
        case audience::secretariat: return facts.in_any_office;
        default: return true;
    }
}

// Judges and the secretariat always, also in what they do as anybody else, once they have accepted to be one;
// others when they have set one up.
bool needs_second_factor(const policy_row& row, const store::visit_facts& facts) {
    if (row.who == audience::everyone || row.what == right::secure_account) return false;
    return facts.in_any_office || facts.has_accepted_panel || facts.has_totp || row.who == audience::judge;
}

}  // namespace

std::span<const policy_row> policy() {
    return rows;
}

const policy_row& policy_of(right what) {
    return rows[static_cast<std::size_t>(what)];
}

admission may(right what, const store::visit_facts& facts) {
    const auto& row = policy_of(what);
    if (row.who != audience::everyone && !facts.person) return admission::sign_in_first;
    if (!is_of(row.who, facts) || !facts.is_subject_there || !stands_so(row.stands, facts))
        return admission::not_there;
    if (facts.state && (row.when & phase(*facts.state)) == 0) return admission::not_there;
    if (needs_second_factor(row, facts) && !facts.second_factor_at) return admission::second_factor_first;
    return admission::yes;
}

store::database_role role_of(right what) {
    switch (policy_of(what).who) {
        case audience::everyone:
            return what == right::sign_in ? store::database_role::access
                                          : store::database_role::public_reader;
        case audience::signed_in: return store::database_role::access;
        case audience::applicant: return store::database_role::applicant;
        case audience::judge: return store::database_role::judge;
        case audience::secretariat: return store::database_role::secretariat;
    }
    throw std::logic_error("an audience without a database role");
}

workflow::role acting_role(right what, const store::visit_facts& facts) {
    switch (policy_of(what).who) {
        case audience::applicant: return workflow::role::applicant;
        case audience::judge: return facts.is_chair ? workflow::role::chair : workflow::role::judge;
        case audience::secretariat: return workflow::role::secretariat;
        default: return workflow::role::nobody;
    }
}

}  // namespace access_control
