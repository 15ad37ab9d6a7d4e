#include "server/features/judge/declarations.hpp"

#include "server/acts/scorecards.hpp"
#include "server/features/judge/home.hpp"
#include "server/features/office/page.hpp"
#include "server/pages/judge/views.hpp"
#include "typed/characters.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;
using pages::t_n;

std::string number_of(workflow::entry_id entry) {
    return std::to_string(workflow::value(entry));
}

pages::declaration_line line_of(const store::entry_to_declare& entry, const visit& visit) {
    pages::declaration_line line;
    line.entry = number_of(entry.entry_id);
    line.city = entry.city;
    line.country = entry.country;
    line.title = entry.title;
    line.conflict.name = "conflict." + line.entry;
    line.conflict.text = t("I have a conflict of interest");
    line.conflict.chosen = visit.field(line.conflict.name) == line.conflict.value;
    line.reason.name = "reason." + line.entry;
    line.reason.label = t("What kind of conflict is there with “{title}”?", {{"title", entry.title}});
    line.reason.value = visit.field(line.reason.name);
    return line;
}

pages::declarations_view view_of(const store::panel_seat& seat,
                                 const std::vector<store::entry_to_declare>& entries, const visit& visit) {
    pages::declarations_view view;
    view.action = judging_url(seat, "/conflicts");
    view.back_href = judging_url(seat);
    for (const auto& entry : entries) {
        if (view.groups.empty() || view.groups.back().category != entry.category)
            view.groups.push_back({entry.category, {}});
        view.groups.back().lines.push_back(line_of(entry, visit));
    }
    view.signing =
        t_n("With your name you declare for this entry: a conflict of interest if you ticked it, and "
            "none if you did not.",
            "With your name you declare for each of these {count} entries: a conflict of interest "
            "where you ticked one, and none where you did not.",
            static_cast<std::int64_t>(entries.size()));
    view.name.name = "typed_name";
    view.name.label = t("Your full name, as your signature");
    view.name.autocomplete = "name";
    view.name.width = "20";
    view.name.value = visit.field("typed_name");
    return view;
}

// What the form says of one entry; errors go beside its fields.
store::declaration read_line(visit& visit, pages::declaration_line& line, bool was_shown,
                             workflow::entry_id entry) {
    auto& [name, text, error, yes, ticked] = line.conflict;
    const auto said = visit.field(name);
    // An entry that was assigned while the form was filled in was not seen, so nothing is declared on it.
    if (!was_shown)
        error = visit.error(
            name, t("The entry of {city} is new here. Look at it, then sign again.", {{"city", line.city}}));
    else if (!said.empty() && said != yes)
        error = visit.error(name, t("Tick the conflict with {city}, or leave it.", {{"city", line.city}}));
    else if (!ticked && !line.reason.value.empty())
        error = visit.error(name, t("You named a conflict with {city} and did not tick it. Which is right?",
                                    {{"city", line.city}}));
    if (!visit.is_readable(line.reason.name))
        line.reason.error = visit.error(line.reason.name, t("This text could not be read. Type it again."));
    else if (typed::is_longer_than(line.reason.value, 2000))
        line.reason.error = visit.error(line.reason.name, t("This text is too long."));
    else if (ticked && line.reason.value.empty())
        line.reason.error = visit.error(
            line.reason.name, t("Say what kind of conflict there is with {city}.", {{"city", line.city}}));
    return {entry, ticked, line.reason.value};
}

void read_name(visit& visit, pages::text_field& name) {
    if (!visit.is_readable("typed_name"))
        name.error = visit.error("typed_name", t("This text could not be read. Type it again."));
    else if (name.value.empty())
        name.error = visit.error("typed_name", t("Type your full name."));
    else if (typed::is_longer_than(name.value, 200))
        name.error = visit.error("typed_name", t("This name is too long."));
}

}  // namespace

http::response show_declarations(visit& visit, store::database& db) {
    const auto seat = take_seat(visit, db);
    if (!seat.terms_accepted_at) return http::see_other(judging_url(seat, "/terms"));
    const auto entries = store::list_entries_to_declare(db, seat);
    if (entries.empty()) return http::see_other(judging_url(seat));
    return visit.page("judge/declarations", view_of(seat, entries, visit));
}

http::response declare_conflicts(visit& visit, store::database& db) {
    const auto shown = visit.request.form.fields("shown");

    store::share_edition(db, visit.edition());
    const auto seat = take_seat(visit, db);
    if (!seat.terms_accepted_at) return visit.refuse({workflow::refusal_code::terms_not_accepted, {}});
    const auto entries = store::list_entries_to_declare(db, seat);
    if (entries.empty()) return http::see_other(judging_url(seat));

    auto view = view_of(seat, entries, visit);
    std::vector<store::declaration> declared;
    auto entry = entries.begin();
    for (auto& group : view.groups)
        for (auto& line : group.lines) {
            const bool was_shown = std::find(shown.begin(), shown.end(), line.entry) != shown.end();
            declared.push_back(read_line(visit, line, was_shown, (entry++)->entry_id));
        }
    read_name(visit, view.name);
    if (!visit.frame.errors.empty()) return visit.page("judge/declarations", view);

    store::keep_declarations(db, visit.as_author(), seat.judge_id, view.name.value, declared);
    if (const auto stepped = acts::step_off(visit.acting(db), seat.judge_id, declared); !stepped)
        return visit.refuse(stepped.error());
    return visit.see_other(judging_url(seat), "conflicts_declared");
}

}  // namespace features
