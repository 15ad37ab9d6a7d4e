#include "server/features/office_stale.hpp"

namespace features {

using pages::t;

namespace {

pages::phrase text_of(const pages::choice& one) { return one.text.empty() ? pages::phrase(one.value) : one.text; }

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

}  // namespace

void mark_stale(visit& visit, pages::office_form& typed, const pages::office_form& saved, int version) {
    for (std::size_t i = 0; i < typed.fields.size() && i < saved.fields.size(); ++i) {
        const auto [name, mine] = answer_in(typed.fields[i]);
        const auto theirs = answer_in(saved.fields[i]).second;
        const auto shown = visit.with.pages.say(theirs, visit.frame);
        if (name.empty() || visit.with.pages.say(mine, visit.frame) == shown) continue;
        mark(visit, typed, name, shown.empty() ? t("Somebody emptied this in the meantime. Save again to keep what stands here.")
                                               : t("Somebody saved “{text}” here in the meantime. Take it over, or save "
                                                   "again to keep what stands here.", {{"text", shown}}));
    }
    if (visit.frame.errors.empty())
        visit.frame.errors.push_back({t("Somebody changed something else in the meantime. Look at it, then save again."), ""});
    for (auto& hidden : typed.hidden)
        if (hidden.name == "version") hidden.value = std::to_string(version);
}

}  // namespace features
