#include "server/commands/rehearsal_report.hpp"

#include "server/commands/document.hpp"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace commands {
namespace {

std::string in_hundred(const judging::estimate& one) {
    return one.number ? std::to_string(std::lround(*one.number * 100)) : "-";
}

std::string with_interval(const judging::estimate& one) {
    if (!one.number) return "-";
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << *one.number * 100;
    if (one.low && one.high) text << " (" << *one.low * 100 << " to " << *one.high * 100 << ")";
    return text.str();
}

std::string name_of(std::optional<int> judges) {
    return judges ? std::to_string(*judges) : "all";
}

std::string name_of(workflow::tally_method method) {
    return boost::describe::enum_to_string(method, "");
}

std::string panel_of(std::optional<int> judges) {
    if (!judges) return "every judge on every entry";
    return std::to_string(*judges) + (*judges == 1 ? " judge" : " judges") + " on each entry";
}

void write_answer(std::ostream& text, const judging::rehearsal& played) {
    const auto& first = played.assignments.front();
    text << "With " << panel_of(first.judges_per_entry) << " the truly best project of a category wins in "
         << in_hundred(first.best_wins) << " of 100 categories.\n";
    for (std::size_t at = 1; at < played.assignments.size(); ++at)
        text << "With " << panel_of(played.assignments[at].judges_per_entry) << ": in "
             << in_hundred(played.assignments[at].best_wins) << ".\n";
    const auto& last = first.lines.back();
    text << "At place " << last.places << " two or more entries have exactly the same value in "
         << in_hundred(last.place_shared) << " of 100 categories;\nin " << in_hundred(last.tied)
         << " such a tie lies across the line below it, and the ladder is asked.\n"
         << "People must decide about the first prize in " << in_hundred(first.people_decide_the_first)
         << " of 100 categories.\n"
         << "Judges who favour their own country change the winner in "
         << in_hundred(played.home_bias.back().winner_changes)
         << " of 100 categories if they may judge it,\nin "
         << in_hundred(played.home_bias.front().winner_changes) << " if they are barred.\n\n";
}

template <class Cells>
void write_row(std::ostream& text, const std::string& head, const Cells& cells) {
    text << std::left << std::setw(16) << head;
    for (const auto& cell : cells) text << std::setw(24) << cell;
    text << '\n';
}

using row_cells = std::vector<std::string>;

void write_prizes(std::ostream& text, const judging::rehearsal& played) {
    text << "Of 100 categories, with 95 % intervals\n";
    write_row(text, "judges an entry",
              row_cells{"the best wins", "the best gets a prize", "all prizes right", "cards of one judge"});
    for (const auto& one : played.assignments)
        write_row(text, name_of(one.judges_per_entry),
                  row_cells{with_interval(one.best_wins), with_interval(one.best_gets_a_prize),
                            with_interval(one.all_right), std::to_string(std::lround(one.cards_per_judge))});
}

void write_ties(std::ostream& text, const judging::rehearsal& played) {
    text << "\nTies: of 100 categories, the place is shared, the line below it is tied; of 100 ties, who "
            "ends them\n";
    write_row(
        text, "judges an entry",
        row_cells{"place", "shared", "line tied", "key criterion", "head to head", "shared prize", "people"});
    for (const auto& one : played.assignments)
        for (const auto& line : one.lines)
            write_row(text, name_of(one.judges_per_entry),
                      row_cells{std::to_string(line.places), with_interval(line.place_shared),
                                with_interval(line.tied), with_interval(line.ending.key_criterion),
                                with_interval(line.ending.head_to_head), with_interval(line.ending.shared),
                                with_interval(line.ending.people)});
}

void write_methods(std::ostream& text, const judging::rehearsal& played) {
    text << "\nBy method: in how many of 100 categories the truly best has the highest value\n";
    row_cells heads;
    for (const auto& one : played.assignments.front().methods) heads.push_back(name_of(one.method));
    write_row(text, "judges an entry", heads);
    for (const auto& one : played.assignments) {
        row_cells cells;
        for (const auto& method : one.methods) cells.push_back(with_interval(method.best_is_first));
        write_row(text, name_of(one.judges_per_entry), cells);
    }
}

void write_bias(std::ostream& text, const judging::rehearsal& played) {
    text << "\nJudges of the entry's own country, with "
         << panel_of(played.assignments.front().judges_per_entry) << '\n';
    write_row(text, "", row_cells{"the best wins", "home bias changes it"});
    for (const auto& one : played.home_bias)
        write_row(text, one.barred ? "barred" : "not barred",
                  row_cells{with_interval(one.best_wins), with_interval(one.winner_changes)});
}

std::string without_end_spaces(const std::string& text) {
    std::string tidy;
    for (const char letter : text) {
        if (letter == '\n') tidy.erase(tidy.find_last_not_of(' ') + 1);
        tidy += letter;
    }
    return tidy;
}

}  // namespace

std::string rehearsal_as_text(const judging::rehearsal_rules& rules, const judging::rehearsal& played) {
    std::ostringstream text;
    const auto& people = rules.people;
    text << "A rehearsal: projects, judges and scores are made up. It says what the rules would do, and "
            "nothing about\n"
            "any real judge.\n\n";
    write_answer(text, played);
    text << "Played: " << played.editions << " editions, seed " << rules.seed << "; " << rules.entries
         << " entries in " << rules.categories << " categories, " << rules.judges << " judges; tally by "
         << name_of(rules.rules.tally)
         << ".\nMade-up people, in points of a scale from 1 to 10: projects differ by " << people.quality
         << ", a judge's opinions by " << people.noise << ",\njudges' severity by " << people.severity
         << " (SD); home bias " << people.home_bias << "; dropouts " << people.dropouts * 100
         << " % of judges, recusals " << people.recusals * 100 << " % of cards.\nOn " << people.halo * 100
         << " % of cards one impression is the score of every criterion: most ties come from that.\n\n";
    write_prizes(text, played);
    write_ties(text, played);
    write_methods(text, played);
    write_bias(text, played);
    return without_end_spaces(text.str());
}

std::string rehearsal_as_json(const judging::rehearsal_rules& rules, const judging::rehearsal& played) {
    std::ostringstream text;
    document write(text, [](auto id) { return boost::json::value(workflow::value(id)); });
    write.member("made_up", true);
    write.member("editions", played.editions);
    write.member("seed", rules.seed);
    write.member("entries", rules.entries);
    write.member("categories", rules.categories);
    write.member("judges", rules.judges);
    write.member("countries", rules.countries);
    write.member("confidence", rules.confidence);
    write.member("people", rules.people);
    write.member("assignments", played.assignments);
    write.member("home_bias", played.home_bias);
    write.close();
    return text.str();
}

}  // namespace commands
