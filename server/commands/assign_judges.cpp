#include "server/commands/assign_judges.hpp"

#include "config/rules_file.hpp"
#include "config/version.hpp"
#include "server/commands/document.hpp"
#include "server/commands/panel_files.hpp"
#include "server/commands/twins.hpp"

namespace commands {
namespace {

class assignment_text {
public:
    assignment_text(const panel_files& files, const judging::assignment& made, std::ostream& out)
        : files_(files), names_(files.names), made_(made), out_(out) {
        for (const auto& one : files.conflicts) reasons_[{one.entry, one.judge}].push_back(one.kind);
    }

    void write() {
        const auto& rules = files_.input.rules;
        out_ << "Assignment of " << files_.input.entries.size() << " entries to "
             << files_.input.judges.size() << " judges: "
             << (rules.judges_per_entry ? std::to_string(*rules.judges_per_entry) + " judges each"
                                        : std::string("every judge on every entry"))
             << ", at least " << rules.minimum_per_entry << "; " << in_words(rules.objective) << "; seed "
             << rules.seed << "\n";
        out_ << (judging::covers_every_entry(made_)
                     ? "Judging can start: every entry has its minimum of judges.\n"
                     : "Judging cannot start: entries are below the minimum of judges.\n");
        out_ << (judging::is_connected(made_)
                     ? "All entries hang together through common judges.\n"
                     : "The entries fall into " + std::to_string(made_.groups.size()) +
                           " groups without a common judge: they cannot be compared.\n");
        write_gaps();
        write_loads();
        write_pairs();
        for (const auto& one : made_.dropped)
            out_ << "dropped: " << names_.judges.word_of(one.judge) << ", "
                 << names_.entries.word_of(one.entry) << (one.started ? " (had been started)" : "") << "\n";
    }

private:
    void heading(const std::string& text) {
        out_ << "\n" << text << "\n" << std::string(text.size(), '-') << "\n";
    }

    std::string why(workflow::entry_id entry, const judging::absent_judge& absent) const {
        const auto found = reasons_.find({entry, absent.judge});
        std::string text = in_words(absent.reason);
        if (absent.reason == judging::absence::barred && found != reasons_.end())
            for (const auto kind : found->second) text += ", " + in_words(kind);
        return text;
    }

    void write_gaps() {
        if (made_.gaps.empty()) return;
        heading("Gaps");
        for (const auto& gap : made_.gaps) {
            out_ << names_.entries.word_of(gap.entry) << ": has " << gap.has << " of " << gap.wanted
                 << (gap.below_minimum ? ", BELOW THE MINIMUM" : "") << "\n";
            for (const auto& absent : gap.others)
                out_ << "    " << names_.judges.word_of(absent.judge) << ": " << why(gap.entry, absent)
                     << "\n";
        }
    }

    void write_loads() {
        heading("Loads");
        for (const auto& one : made_.loads)
            out_ << names_.judges.word_of(one.judge) << ": " << one.entries << "\n";
    }

    void write_pairs() {
        heading("Pairs");
        for (const auto& pair : made_.pairs)
            out_ << names_.entries.word_of(pair.entry) << ": " << names_.judges.word_of(pair.judge) << " ("
                 << in_words(pair.reason) << ")\n";
    }

    const panel_files& files_;
    const file_names& names_;
    const judging::assignment& made_;
    std::ostream& out_;
    std::map<std::pair<workflow::entry_id, workflow::judge_id>, std::vector<judging::conflict_kind>> reasons_;
};

struct shown_conflict {
    workflow::judge_id judge;
    workflow::entry_id entry;
    judging::conflict_kind kind;
    bool bars;
};
BOOST_DESCRIBE_STRUCT(shown_conflict, (), (judge, entry, kind, bars))

void write_json(const panel_files& files, const judging::assignment& made, std::ostream& output) {
    const std::map<workflow::tier_id, std::string> no_tiers;
    document write(output, words_of_file{files.names, no_tiers});
    write.member("program", "wego-awards " + std::string(config::program_version()));
    write.member("rules", files.input.rules);
    write.member("covers_every_entry", judging::covers_every_entry(made));
    write.member("is_connected", judging::is_connected(made));
    write.member("assignment", made);
    write.list("conflicts", files.conflicts, [](const judging::conflict& one) {
        return shown_conflict{one.judge, one.entry, one.kind, one.bars};
    });
    write.close();
}

}  // namespace

int assign_judges(const assign_request& asked, std::ostream& output, std::ostream& complaints) {
    const auto rules = config::load_rules_file(asked.rules_file).rules;
    auto files = read_panel(asked, rules.conflicts);
    hint_at_twins(asked.entries, "entries", files.names.entries.words(), complaints);
    hint_at_twins(asked.entries, "categories", files.names.categories.words(), complaints);
    hint_at_twins(asked.entries, "cities", files.cities.words(), complaints);
    hint_at_twins(asked.judges, "judges", files.names.judges.words(), complaints);
    files.input.rules = asked.rules;
    files.input.rules.minimum_per_entry = rules.minimum_judges_per_entry;
    const auto made = judging::assign(files.input);
    if (asked.format == report_format::json)
        write_json(files, made, output);
    else
        assignment_text(files, made, output).write();
    return 0;
}

}  // namespace commands
