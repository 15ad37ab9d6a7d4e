#pragma once
// Letters of every occasion with something in each of their facts, for tests of what wordings make of them.
// Knows no wording.

#include <string>
#include <type_traits>
#include <vector>

#include "notifications/letter.hpp"

namespace tests {

// Texts are `text_for(name of the member)`, numbers 3, flags true, lists two rows.
template <class Struct, class TextFor>
void fill(Struct& content, const TextFor& text_for) {
    const auto fill_member = [&]<class Member>(const char* name, Member& member) {
        if constexpr (std::is_same_v<Member, std::string>) {
            member = text_for(std::string(name));
        } else if constexpr (std::is_same_v<Member, notifications::moment>) {
            member.in_words = text_for(std::string(name));
        } else if constexpr (std::is_same_v<Member, bool>) {
            member = true;
        } else if constexpr (std::is_same_v<Member, int>) {
            member = 3;
        } else {
            member.resize(2);
            for (auto& row : member) fill(row, text_for);
        }
    };
    using members = boost::describe::describe_members<Struct, boost::describe::mod_public>;
    [&]<template <class...> class List, class... Member>(List<Member...>) {
        (fill_member(Member::name, content.*Member::pointer), ...);
    }(members{});
}

// One letter for each occasion, in their order.
template <class TextFor>
std::vector<notifications::letter> letters_of_all_occasions(const notifications::circumstances& at,
                                                            const notifications::recipient& to,
                                                            const TextFor& text_for) {
    std::vector<notifications::letter> letters;
    [&]<class... Content>(std::type_identity<std::variant<Content...>>) {
        const auto add = [&](auto content) {
            fill(content, text_for);
            letters.push_back(notifications::write_letter(at, to, content, "1@b.example"));
        };
        (add(Content{}), ...);
    }(std::type_identity<notifications::any_letter_content>{});
    return letters;
}

}  // namespace tests
