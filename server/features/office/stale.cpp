#include "server/features/office/stale.hpp"

namespace features {

using pages::t;

namespace {

pages::phrase text_of(const pages::choice& one) {
    return one.text.empty() ? pages::phrase(one.value) : one.text;
}

template <class Kind>
concept has_value = requires(const Kind& typed) {
    typed.value;
};

// The answer of each kind, as people read it.
pages::phrase answer_of(const has_value auto& typed) {
    return typed.value;
}
pages::phrase answer_of(const pages::tick_field& tick) {
    return tick.chosen ? t("yes") : t("no");
}
pages::phrase answer_of(const pages::select_field& select) {
    const auto chosen = std::ranges::find(select.choices, true, &pages::choice::chosen);
    return chosen == select.choices.end() ? pages::phrase() : text_of(*chosen);
}
// Radios, checkboxes and files are in no form that goes stale.
pages::phrase answer_of(const pages::choice_field&) {
    return {};
}
pages::phrase answer_of(const pages::file_field&) {
    return {};
}

std::pair<std::string, pages::phrase> answer_in(const pages::field& field) {
    return std::visit([](const auto& one) { return std::pair(one.name, answer_of(one)); }, field);
}

std::vector<pages::field> fields_of(const pages::office_form& form) {
    auto all = form.fields;
    for (const auto& group : form.groups) all.insert(all.end(), group.fields.begin(), group.fields.end());
    return all;
}

}  // namespace

void mark_stale(visit& visit, pages::office_form& typed, const pages::office_form& saved, int version) {
    visit.frame.errors.clear();  // what is wrong besides, the next save says
    const auto saved_fields = fields_of(saved);
    for (const auto& field : fields_of(typed)) {
        const auto [name, mine] = answer_in(field);
        const auto same =
            std::ranges::find(saved_fields, name, [](const auto& one) { return answer_in(one).first; });
        const auto theirs = same == saved_fields.end() ? pages::phrase() : answer_in(*same).second;
        const auto shown = visit.with.pages.say(theirs, visit.frame);
        if (name.empty() || visit.with.pages.say(mine, visit.frame) == shown) continue;
        mark(visit, typed, name,
             shown.empty() ? t("Somebody emptied this in the meantime. Save again to keep what stands here.")
                           : t("Somebody saved “{text}” here in the meantime. Take it over, or save "
                               "again to keep what stands here.",
                               {{"text", shown}}));
    }
    if (visit.frame.errors.empty())
        visit.frame.errors.push_back(
            {t("Somebody changed something else in the meantime. Look at it, then save again."), ""});
    for (auto& hidden : typed.hidden)
        if (hidden.name == "version") hidden.value = std::to_string(version);
}

}  // namespace features
