// Good facts of a guard with one of them spoilt, and what the guard then says.
#pragma once

#include <gtest/gtest.h>

#include "workflow/guards.hpp"

namespace spoiling {

inline workflow::refusal_code code_of(const workflow::verdict& answer) {
    EXPECT_FALSE(answer);
    return answer ? workflow::refusal_code::no_such_move : answer.error().code;
}

inline std::string first_fact(const workflow::verdict& answer) {
    return answer || answer.error().particulars.empty() ? "" : answer.error().particulars.front().value;
}

// Facts that satisfy `guard`, spoilt by `spoil`, must give this refusal.
template <class Facts, class Spoil>
workflow::verdict spoilt(workflow::verdict (*guard)(const Facts&), Facts facts, Spoil spoil) {
    EXPECT_TRUE(guard(facts)) << "the facts must be good before they are spoilt";
    spoil(facts);
    return guard(facts);
}

}  // namespace spoiling
