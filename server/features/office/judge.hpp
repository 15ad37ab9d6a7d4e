#pragma once
// One judge: data, identity, relations, leaving the panel.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_judge, save_judge, check_judge, ask_judge_leaves, judge_leaves, invite_again,
    correct_judge_address, add_relation, remove_relation;

}  // namespace features
