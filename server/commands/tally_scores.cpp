#include "server/commands/tally_scores.hpp"

#include "server/commands/tally_result.hpp"
#include "server/commands/twins.hpp"
#include "server/store/audit.hpp"

namespace commands {
namespace {

// No judge has this number: a rung that asks the chair waits for a word that is in no file.
constexpr workflow::judge_id chair_who_is_not_in_the_file{-1};

// Where the rules bar judges of an entry's country, the countries of the file say who that is.
std::vector<judging::barred_pair> list_barred(const tallied_file& file) {
    std::vector<judging::barred_pair> barred;
    if (!file.rules.rules.conflicts.same_country_bars) return barred;
    const auto& countries = file.scores.countries;
    for (const auto& [judge, of_judge] : countries.of_judge)
        for (const auto& [entry, of_entry] : countries.of_entry)
            if (of_judge == of_entry) barred.push_back({judge, entry});
    return barred;
}

judging::slate propose(const tallied_file& file) {
    judging::slate_input asked;
    asked.rankings = file.result.categories;
    asked.tiers = file.rules.tiers;
    asked.ties.ladder = file.rules.rules.tie_ladder;
    asked.ties.criteria = file.scores.input.rules.criteria;
    asked.ties.sheets = file.scores.input.sheets;
    asked.ties.barred = list_barred(file);
    asked.ties.chair = chair_who_is_not_in_the_file;
    return judging::propose_slate(asked);
}

std::string words_for(const judging::tally_problem& problem, const file_names& names) {
    auto words = in_words(problem.fault);
    if (problem.judge) words += ", judge " + names.judges.word_of(*problem.judge);
    if (problem.entry) words += ", entry " + names.entries.word_of(*problem.entry);
    return words;
}

}  // namespace

int tally_scores(const tally_request& asked, std::ostream& output, std::ostream& complaints) {
    tallied_file file;
    file.rules = config::load_rules_file(asked.rules);
    for (const auto& tier : file.rules.tiers) file.tiers[tier.id] = tier.key;
    file.scores = read_scores(asked.scores, judging::rules_for_tally(file.rules.rules));
    const auto& names = file.scores.names;
    hint_at_twins(asked.scores, "entries", names.entries.words(), complaints);
    hint_at_twins(asked.scores, "judges", names.judges.words(), complaints);
    hint_at_twins(asked.scores, "categories", names.categories.words(), complaints);
    auto result = judging::tally(file.scores.input);
    if (!result) {
        complaints << asked.scores.string() << ": these scores cannot be tallied by the method "
                   << boost::describe::enum_to_string(file.scores.input.rules.method, "?") << ":\n";
        for (const auto& problem : result.error())
            complaints << "  " << words_for(problem, file.scores.names) << '\n';
        return 2;
    }
    file.result = std::move(*result);
    file.proposal = propose(file);
    file.input_hash = store::to_hexadecimal(store::sha256(judging::canonical_inputs(file.scores.input)));
    file.found = judging::gather_evidence(file.scores.input,
                                          {file.proposal, {}, file.scores.countries, asked.intervals});
    if (asked.format == report_format::json)
        write_json(file, output);
    else
        write_text(file, output);
    return 0;
}

}  // namespace commands
