#include "server/features/office/stale.hpp"

namespace features {

using pages::t;

namespace {

pages::phrase text_of(const pages::choice& one) {
    return one.text.empty() ? pages::phrase(one.value) : one.text;
}

// Name and answer of a field that holds one, the answer as people read it.
std::pair<std::string, pages::phrase> answer_in(const pages::field& field) {
    if (field.text) return {field.text->name, field.text->value};
    if (field.area) return {field.area->name, field.area->value};
    if (field.date_time) return {field.date_time->name, field.date_time->value};
    if (field.tick) return {field.tick->name, field.tick->chosen ? t("yes") : t("no")};
    if (field.select)
        for (const auto& one : field.select->choices)
            if (one.chosen) return {field.select->name, text_of(one)};
    if (field.select) return {field.select->name, {}};
    return {};
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
