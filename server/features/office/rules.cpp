#include "server/features/office/rules.hpp"

#include "server/features/office/keeping.hpp"
#include "server/store/moves.hpp"
#include "workflow/limits.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;

constexpr std::size_t most_rounds = 4, most_rungs = 6;

std::vector<pages::choice> rung_choices() {
    return {{"key_criterion", t("Key criterion"), {}, false, ""},
            {"head_to_head", t("Head to head among judges without conflict"), {}, false, ""},
            {"second_ballot", t("Second ballot"), {}, false, ""},
            {"chair", t("The chair decides"), {}, false, ""},
            {"shared", t("The prize is shared"), {}, false, ""}};
}

std::vector<pages::choice> tally_choices() {
    return {{"mean", t("Weighted mean"), {}, false, ""},
            {"trimmed_mean", t("Mean without the highest and the lowest"), {}, false, ""},
            {"median", t("Median"), {}, false, ""},
            {"borda", t("Borda count"), {}, false, ""},
            {"adjusted", t("Mean, corrected for severity"), {}, false, ""}};
}

pages::field_group rounds_group(const visit& visit, const workflow::rule_set& rules, bool is_back) {
    pages::field_group group;
    group.legend = t("Rounds");
    group.hint = t("Empty the name of a round to remove it. The last round has no shortlist.");
    for (std::size_t row = 1; row <= most_rounds; ++row) {
        const auto* kept = row <= rules.rounds.size() ? &rules.rounds[row - 1] : nullptr;
        const auto given = [&](const char* name, const std::string& value) {
            return is_back ? row_field(visit, name, row) : value;
        };
        group.fields.push_back(line(numbered("round", row),
                                    t("Name of round {number}", {{"number", std::to_string(row)}}),
                                    given("round", kept ? kept->name : "")));
        group.fields.push_back(line(
            numbered("shortlist", row), t("Entries in each category that go on after it"),
            given("shortlist",
                  kept && kept->shortlist_per_category ? std::to_string(*kept->shortlist_per_category) : ""),
            {}, "3"));
    }
    return group;
}

pages::field_group ladder_group(const visit& visit, const workflow::rule_set& rules, bool is_back) {
    pages::field_group group;
    group.legend = t("How ties are broken");
    group.hint = t("Rung by rung, from the first to the last. Never by lot, nor by name, number or time.");
    std::vector<pages::choice> criteria;
    for (const auto& one : rules.rubric.criteria) criteria.push_back({one.key, one.name, {}, false, ""});
    for (std::size_t row = 1; row <= most_rungs; ++row) {
        const auto* kept = row <= rules.tie_ladder.size() ? &rules.tie_ladder[row - 1] : nullptr;
        const auto rung = is_back ? row_field(visit, "rung", row)
                                  : (kept ? std::string(workflow::name_of(kept->rung)) : "");
        group.fields.push_back(choose(numbered("rung", row),
                                      t("Rung {number}", {{"number", std::to_string(row)}}), rung_choices(),
                                      rung));
        group.fields.push_back(choose(
            numbered("by", row), t("Key criterion of rung {number}", {{"number", std::to_string(row)}}),
            criteria, is_back ? row_field(visit, "by", row) : (kept ? kept->criterion : "")));
    }
    return group;
}

// What the fields of one line show: what was typed when the form comes back, else what is kept.
struct shown_values {
    const visit& came;
    bool is_back;
    std::string text(const char* name, const std::string& kept) const {
        return is_back ? came.field(name) : kept;
    }
    bool is_on(const char* name, bool kept) const { return is_back ? came.has_field(name) : kept; }
};

pages::field_group entering_group(const shown_values& shown, const workflow::entry_limits& limits) {
    return {
        t("Entering"),
        {},
        {line("entries_per_city", t("Entries of one city, at most"),
              shown.text("entries_per_city", std::to_string(limits.entries_per_city)), {}, "3"),
         line("max_files", t("Files of an entry, at most"),
              shown.text("max_files", std::to_string(limits.max_files)), {}, "3"),
         line("max_mebibytes", t("Size of a file in MiB, at most"),
              shown.text("max_mebibytes", std::to_string(limits.max_file_bytes / (1024 * 1024))), {}, "3")}};
}

pages::field_group judging_group(const shown_values& shown, const workflow::rule_set& rules) {
    return {t("Judging"),
            {},
            {line("minimum_judges", t("Judges for each entry, at least"),
                  shown.text("minimum_judges", std::to_string(rules.minimum_judges_per_entry)), {}, "3"),
             choose("tally", t("How scores are put together"), tally_choices(),
                    shown.text("tally", std::string(workflow::name_of(rules.tally))), {}, false),
             choose("dropout", t("When a judge drops out"),
                    {{"keep_locked", t("Keep what is finished"), {}, false, ""},
                     {"void_unfinished", t("Void this judge in unfinished categories"), {}, false, ""}},
                    shown.text("dropout", std::string(workflow::name_of(rules.dropout))), {}, false)}};
}

pages::field_group conflicts_group(const shown_values& shown, const workflow::conflict_rules& conflicts) {
    return {t("Conflicts of interest"),
            t("The same city, and a recorded relation, always bar a judge."),
            {tick("same_country_bars", t("The same country of origin or employment bars"),
                  shown.is_on("same_country_bars", conflicts.same_country_bars)),
             tick("same_organisation_bars", t("The same organisation bars"),
                  shown.is_on("same_organisation_bars", conflicts.same_organisation_bars)),
             tick("parent_city_bars", t("A parent or district of the city bars"),
                  shown.is_on("parent_city_bars", conflicts.parent_city_bars))}};
}

pages::field_group results_group(const shown_values& shown, const workflow::rule_set& rules) {
    return {t("Results"),
            {},
            {tick("panel_sees_names", t("After judging the panel sees who gave which score"),
                  shown.is_on("panel_sees_names", rules.panel_sees_names)),
             tick("may_be_withheld", t("Prizes may be withheld"),
                  shown.is_on("may_be_withheld", rules.prizes_may_be_withheld)),
             choose("disclosure", t("Scores after the announcement"),
                    {{"winners_only",
                      t("Nobody learns scores, places or comments: only the winners are published"),
                      {},
                      false,
                      ""},
                     {"own_scores_to_city",
                      t("Each city reads its own scores, its place, and what judges wrote to it"),
                      {},
                      false,
                      ""},
                     {"all_scores", t("The same, and all scores and places are published"), {}, false, ""}},
                    shown.text("disclosure", std::string(workflow::name_of(rules.disclosure))), {}, false)}};
}

pages::office_form rules_form(const visit& visit, const workflow::edition& edition,
                              const workflow::rule_set& rules, bool is_back) {
    const shown_values shown{visit, is_back};
    auto form = set_up_form(visit, edition, "/set-up/rules", {});
    form.groups = {entering_group(shown, rules.limits),     judging_group(shown, rules),
                   conflicts_group(shown, rules.conflicts), rounds_group(visit, rules, is_back),
                   ladder_group(visit, rules, is_back),     results_group(shown, rules)};
    return form;
}

int read_count(visit& visit, pages::office_form& form, const char* name, int low, int high) {
    const auto number = visit.find_number(name);
    if (number && *number >= low && *number <= high) return static_cast<int>(*number);
    mark(visit, form, name,
         t("Enter a number from {low} to {high}.",
           {{"low", std::to_string(low)}, {"high", std::to_string(high)}}));
    return low;
}

void read_rounds(visit& visit, pages::office_form& form, workflow::rule_set& rules) {
    const auto before = rules.rounds;
    rules.rounds.clear();
    for (std::size_t row = 1; row <= most_rounds; ++row) {
        const auto name = row_field(visit, "round", row);
        if (name.empty()) continue;
        auto round = row <= before.size() ? before[row - 1] : workflow::round_rules{};
        round.name = name;
        if (round.key.empty()) round.key = key_of(name, "round_" + std::to_string(row));
        if (round.purpose.empty()) round.purpose = rules.rounds.empty() ? "scoring" : "finals";
        round.shortlist_per_category.reset();
        if (!row_field(visit, "shortlist", row).empty())
            round.shortlist_per_category =
                read_count(visit, form, numbered("shortlist", row).c_str(), 1, workflow::most_on_a_shortlist);
        rules.rounds.push_back(std::move(round));
    }
    if (rules.rounds.empty())
        mark(visit, form, "round_1", t("Give at least one round."));
    else
        rules.rounds.back().shortlist_per_category.reset();
}

template <class Enum>
void read_word(const visit& visit, const char* name, Enum& value) {
    if (const auto word = workflow::find_named<Enum>(visit.field(name))) value = *word;
}

}  // namespace

http::response show_rules(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id).rules;
    return office_page(visit, rules_page(visit, db, edition, t("Rules of entering and judging"),
                                         rules_form(visit, edition, rules, false)));
}

http::response save_rules(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto rules = store::load_rules(db, edition.id).rules;
    auto form = rules_form(visit, edition, rules, true);
    const auto saved = rules_form(visit, edition, rules, false);
    is_readable(visit, form, 500);
    rules.limits.entries_per_city =
        read_count(visit, form, "entries_per_city", 1, workflow::most_entries_of_a_city);
    rules.limits.max_files = read_count(visit, form, "max_files", 0, 50);
    rules.limits.max_file_bytes =
        static_cast<std::int64_t>(read_count(visit, form, "max_mebibytes", 1, 20)) * 1024 * 1024;
    rules.minimum_judges_per_entry =
        read_count(visit, form, "minimum_judges", 1, workflow::most_judges_of_an_entry);
    read_word(visit, "tally", rules.tally);
    read_word(visit, "dropout", rules.dropout);
    read_word(visit, "disclosure", rules.disclosure);
    rules.conflicts.same_country_bars = visit.has_field("same_country_bars");
    rules.conflicts.same_organisation_bars = visit.has_field("same_organisation_bars");
    rules.conflicts.parent_city_bars = visit.has_field("parent_city_bars");
    rules.panel_sees_names = visit.has_field("panel_sees_names");
    rules.prizes_may_be_withheld = visit.has_field("may_be_withheld");
    read_rounds(visit, form, rules);
    rules.tie_ladder.clear();
    for (std::size_t row = 1; row <= most_rungs; ++row) {
        const auto rung = workflow::find_named<workflow::tie_rung>(row_field(visit, "rung", row));
        if (!rung) continue;
        const bool by_criterion = *rung == workflow::tie_rung::key_criterion;
        if (by_criterion && !workflow::find_criterion(rules.rubric, row_field(visit, "by", row)))
            mark(visit, form, numbered("by", row), t("Choose the criterion that decides."));
        rules.tie_ladder.push_back({*rung, by_criterion ? row_field(visit, "by", row) : ""});
    }
    return keep_rules(visit, db, edition, rules, t("Rules of entering and judging"), std::move(form), saved,
                      office_url(edition, "/set-up"));
}

}  // namespace features
