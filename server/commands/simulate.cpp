#include "server/commands/simulate.hpp"

#include "config/rules_file.hpp"
#include "server/commands/cells.hpp"
#include "server/commands/rehearsal_report.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace commands {
namespace {

// False for a word that is no number of judges.
bool read_assignments(const std::vector<std::string>& words, judging::rehearsal_rules& rules) {
    if (!words.empty()) rules.judges_per_entry.clear();
    for (const auto& word : words) {
        const auto judges = find_whole_number(word);
        if (!judges && word != "all") return false;
        rules.judges_per_entry.push_back(judges);
    }
    return true;
}

void read_rules(const std::filesystem::path& file, judging::rehearsal_rules& rules) {
    auto loaded = config::load_rules_file(file);
    rules.rules = std::move(loaded.rules);
    if (!loaded.categories.empty()) rules.categories = static_cast<int>(loaded.categories.size());
    rules.tiers = std::move(loaded.tiers);
}

}  // namespace

int simulate(simulation wanted, streams to) {
    auto& rules = wanted.made_up;
    if (!read_assignments(wanted.judges_per_entry, rules)) {
        to.complaints << "--judges-per-entry: numbers or the word all, as all,5,3\n";
        return 2;
    }
    read_rules(wanted.rules_file, rules);
    // More judges than there are is all of them, which would be played twice.
    for (const auto& each : rules.judges_per_entry)
        if (!wanted.judges_per_entry.empty() && each && *each > rules.judges) {
            to.complaints << "--judges-per-entry: " << *each << " of " << rules.judges << " judges\n";
            return 2;
        }
    std::erase_if(rules.judges_per_entry, [&](const auto& each) { return each && *each >= rules.judges; });
    if (rules.judges_per_entry.empty()) rules.judges_per_entry.emplace_back();
    const auto problems = judging::check(rules);
    for (const auto& each : problems) to.complaints << each.where << ": " << each.message << '\n';
    if (!problems.empty()) return 2;
    std::ofstream plot;
    if (!wanted.plot.empty()) {
        plot.open(wanted.plot, std::ios::binary);
        if (!plot) {
            to.complaints << wanted.plot.string()
                          << ": cannot be written: " << std::generic_category().message(errno) << '\n';
            return 2;
        }
    }
    const auto played = judging::rehearse(rules, wanted.progress);
    to.output << (wanted.format == report_format::json ? rehearsal_as_json(rules, played)
                                                       : rehearsal_as_text(rules, played));
    if (plot.is_open() && !(plot << rehearsal_as_svg(rules, played) << std::flush)) {
        to.complaints << wanted.plot.string() << ": cannot be written\n";
        return 1;
    }
    return 0;
}

}  // namespace commands
