#include "notifications/letter.hpp"

#include <type_traits>
#include <utility>

namespace notifications {

namespace {

template <class Struct, class Use>
void for_each_member(Struct& source, Use use) {
    using members =
        boost::describe::describe_members<std::remove_const_t<Struct>, boost::describe::mod_public>;
    [&]<template <class...> class List, class... Member>(List<Member...>) {
        (use(std::string(Member::name), source.*Member::pointer), ...);
    }(members{});
}

void add(values& content, const std::string& name, const std::string& text) {
    content[name] = text;
    content["has_" + name] = !text.empty();
}

void add(values& content, const std::string& name, const moment& told) {
    add(content, name, told.in_words);
}

void add(values& content, const std::string& name, bool flag) {
    content[name] = flag;
}

void add(values& content, const std::string& name, int number) {
    content[name] = std::to_string(number);
    content["is_one_" + name] = number == 1;
}

const std::string& text_of(const std::string& text) {
    return text;
}
const std::string& text_of(const moment& told) {
    return told.in_words;
}

template <class Row>
void add(values& content, const std::string& name, const std::vector<Row>& list) {
    std::vector<value_row> rows;
    for (const auto& item : list) {
        value_row& row = rows.emplace_back();
        for_each_member(item,
                        [&](const std::string& column, const auto& said) { row[column] = text_of(said); });
    }
    content["has_" + name] = !rows.empty();
    content[name] = std::move(rows);
}

template <class Other>
void note_moments(std::vector<moment*>&, Other&) {}

void note_moments(std::vector<moment*>& found, moment& told) {
    if (told.at != workflow::instant{}) found.push_back(&told);
}

template <class Row>
void note_moments(std::vector<moment*>& found, std::vector<Row>& list) {
    for (auto& item : list)
        for_each_member(item, [&](const std::string&, auto& member) { note_moments(found, member); });
}

}  // namespace

std::vector<moment*> list_moments(any_letter_content& any) {
    std::vector<moment*> found;
    const auto note = [&](const std::string&, auto& member) { note_moments(found, member); };
    std::visit([&](auto& content) { for_each_member(content, note); }, any);
    return found;
}

letter write_letter(const circumstances& at, const recipient& to, const any_letter_content& any,
                    std::string message_id) {
    letter written{{}, to.name, to.address, std::move(message_id), {}};
    const auto take = [&](const std::string& name, const auto& said) { add(written.content, name, said); };
    std::visit(
        [&](const auto& about) {
            written.about = about.kind.about;
            for_each_member(about, take);
        },
        any);
    for_each_member(at, take);
    take("to_name", to.name);
    take("to_contact", to.is_contact);
    return written;
}

}  // namespace notifications
