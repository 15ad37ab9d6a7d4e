#pragma once
// The tables of lifecycle.cpp for the two files that read them: decisions.cpp, which decides by them, and
// drawing.cpp, which tells them in words. Everybody else calls decide().

#include <span>

#include "workflow/guards.hpp"
#include "workflow/machine.hpp"

namespace workflow {

using edition_row = move_row<edition_state, edition_action, edition_facts, edition_consequence>;
using entry_row = move_row<entry_state, entry_action, entry_facts, entry_consequence>;
using scorecard_row = move_row<scorecard_state, scorecard_action, scorecard_facts, scorecard_consequence>;
using certificate_row =
    move_row<certificate_state, certificate_action, certificate_facts, certificate_consequence>;

// Every move of the machine whose state this is, in the order of the table.
std::span<const edition_row> table_of(edition_state);
std::span<const entry_row> table_of(entry_state);
std::span<const scorecard_row> table_of(scorecard_state);
std::span<const certificate_row> table_of(certificate_state);

}  // namespace workflow
