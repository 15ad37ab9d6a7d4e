#include "server/commands/scores_file.hpp"

#include <optional>

#include "server/commands/cells.hpp"

namespace commands {
namespace {

enum column : std::size_t { entry, category, judge, criterion, score, entry_country, judge_country };

struct given_score {
    std::uint32_t entry, judge;
    unsigned line;
    std::uint16_t criterion;
    std::optional<int> score;
};

// What may be said of an entry or a judge in many rows, and must be the same in all.
class said_once {
public:
    void say(std::size_t of, std::string_view what, const config::csv_row& row, std::size_t at,
             const char* whose) {
        if (what.empty()) return;
        if (said_.size() <= of) said_.resize(of + 1);
        auto& known = said_[of];
        if (known.empty())
            known = what;
        else if (known != what)
            row.refuse(at, "is \"" + std::string(what) + "\", and \"" + known +
                               "\" in an earlier row of this " + whose);
    }
    const std::string& of(std::size_t at) const { return at < said_.size() ? said_[at] : nothing_; }

private:
    std::vector<std::string> said_;
    std::string nothing_;
};

constexpr std::size_t most_judges_adjusted = 150, most_judges_by_entries = 2'000'000;

class scores_reading {
public:
    explicit scores_reading(const judging::tally_rules& rules) : rules_(rules) {
        for (const auto& one : rules.criteria) keys_.push_back(one.key);
    }

    void take(const config::csv_row& row) {
        for (const auto at : {entry, category, judge, criterion}) need(row, at);
        const auto of_entry = names.entries.place_of(row[entry]),
                   of_judge = names.judges.place_of(row[judge]);
        refuse_what_never_ends(row);
        names.categories.place_of(row[category]);
        category_.say(of_entry, row[category], row, category, "entry");
        entry_country_.say(of_entry, read_country(row, entry_country), row, entry_country, "entry");
        judge_country_.say(of_judge, read_country(row, judge_country), row, judge_country, "judge");
        const auto by = find_criterion(row);
        scores_.push_back({static_cast<std::uint32_t>(of_entry), static_cast<std::uint32_t>(of_judge),
                           row.line(), static_cast<std::uint16_t>(by), read_score(row, rules_.criteria[by])});
    }

    scores_file finish(const std::string& file) {
        names.entries.number(), names.judges.number(), names.categories.number();
        std::ranges::sort(scores_, {}, [](const auto& one) {
            return std::tuple(one.entry, one.judge, one.criterion, one.line);
        });
        scores_file read;
        read.input.rules = rules_;
        read.input.rules.incomplete = judging::incomplete_sheet::use_what_is_there;
        for (std::size_t at = 0; at < scores_.size(); ++at) add(read.input, at, file);
        add_entries(read);
        read.names = std::move(names);
        return read;
    }

    file_names names;

private:
    // Beside the tally the round is tallied again without each of its judges: said at once, and not after
    // hours.
    void refuse_what_never_ends(const config::csv_row& row) const {
        const auto judges = names.judges.size(), entries = names.entries.size();
        if (rules_.method == workflow::tally_method::adjusted && judges > most_judges_adjusted)
            row.refuse(judge, "a round by the method adjusted has at most " +
                                  std::to_string(most_judges_adjusted) +
                                  " judges here: it is solved exactly without each of them in turn");
        if (judges * entries > most_judges_by_entries)
            row.refuse(judge, "with this row there are " + std::to_string(judges) + " judges and " +
                                  std::to_string(entries) + " entries; judges times entries can be " +
                                  std::to_string(most_judges_by_entries) +
                                  " here: every entry is ranked again without each judge. Split the round");
    }

    std::size_t find_criterion(const config::csv_row& row) const {
        const auto found = std::ranges::find(keys_, row[criterion]);
        if (found != keys_.end()) return static_cast<std::size_t>(found - keys_.begin());
        const auto named = std::ranges::find(rules_.criteria, row[criterion], &workflow::criterion::name);
        if (named != rules_.criteria.end()) return static_cast<std::size_t>(named - rules_.criteria.begin());
        std::string known;
        for (const auto& one : rules_.criteria) known += (known.empty() ? "" : ", ") + one.name;
        row.refuse(criterion, "\"" + std::string(row[criterion]) +
                                  "\" is no criterion of the rules; they have " + known);
    }

    static std::optional<int> read_score(const config::csv_row& row, const workflow::criterion& by) {
        const auto text = row[score];
        if (text.empty()) return std::nullopt;
        const auto number = find_whole_number(text);
        if (!number) row.refuse(score, "\"" + std::string(text) + "\" is no whole number");
        if (*number < by.scale_min || *number > by.scale_max)
            row.refuse(score, std::to_string(*number) + " is not on the scale of " + by.name + ", " +
                                  std::to_string(by.scale_min) + " to " + std::to_string(by.scale_max));
        return number;
    }

    void add(judging::tally_input& input, std::size_t at, const std::string& file) {
        const auto& one = scores_[at];
        const bool is_same_sheet =
            at > 0 && scores_[at - 1].entry == one.entry && scores_[at - 1].judge == one.judge;
        if (is_same_sheet && scores_[at - 1].criterion == one.criterion)
            throw config::bad_file({file, one.line, 1},
                                   "this judge scored this entry on this criterion in line " +
                                       std::to_string(scores_[at - 1].line) + " already");
        if (!is_same_sheet)
            input.sheets.push_back({names.judges.id_of(one.judge),
                                    names.entries.id_of(one.entry),
                                    judging::standing::counted,
                                    {}});
        if (one.score) input.sheets.back().scores.emplace(keys_[one.criterion], one.score);
    }

    void add_entries(scores_file& read) {
        for (std::size_t at = 0; at < names.entries.size(); ++at) {
            read.input.entries.push_back(
                {names.entries.id_of(at),
                 names.categories.id_of(names.categories.place_of(category_.of(at)))});
            if (const auto& code = entry_country_.of(at); !code.empty())
                read.countries.of_entry[names.entries.id_of(at)] = code;
        }
        for (std::size_t at = 0; at < names.judges.size(); ++at)
            if (const auto& code = judge_country_.of(at); !code.empty())
                read.countries.of_judge[names.judges.id_of(at)] = code;
    }

    const judging::tally_rules& rules_;
    std::vector<std::string> keys_;
    said_once category_, entry_country_, judge_country_;
    std::vector<given_score> scores_;
};

}  // namespace

scores_file read_scores(const std::filesystem::path& path, const judging::tally_rules& rules) {
    scores_reading reading(rules);
    config::read_csv(
        path, {{"entry", "category", "judge", "criterion", "score"}, {"entry_country", "judge_country"}},
        [&](const config::csv_row& row) { reading.take(row); });
    return reading.finish(path.string());
}

}  // namespace commands
