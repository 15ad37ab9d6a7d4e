#include "server/commands/panel_files.hpp"

#include "server/commands/cells.hpp"

namespace commands {
namespace {

using config::csv_row;

bool read_yes(const csv_row& row, std::size_t column, bool otherwise) {
    if (row[column].empty()) return otherwise;
    if (row[column] != "yes" && row[column] != "no") row.refuse(column, "must be yes or no");
    return row[column] == "yes";
}

std::optional<int> read_capacity(const csv_row& row, std::size_t column) {
    const auto text = row[column];
    if (text.empty()) return std::nullopt;
    const auto number = find_whole_number(text);
    if (!number || *number < 0) row.refuse(column, "\"" + std::string(text) + "\" is no number of entries");
    return number;
}

std::vector<std::string> read_list(const csv_row& row, std::size_t column) {
    std::vector<std::string> list;
    auto text = row[column];
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        auto one = text.substr(0, end);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (!one.empty()) list.emplace_back(one);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list;
}

// Rows are kept until every word has its number.
struct entry_row {
    std::string entry, category, city, parent, country;
    std::vector<std::string> organisations;
};
struct judge_row {
    std::string judge, city, country, employment_country;
    std::vector<std::string> organisations, expertise;
    judging::available_judge available;
};
struct pair_row {
    std::string judge, entry, reason;
    bool started = false;
};

class panel_reading {
public:
    panel_reading(const assign_request& asked, const workflow::conflict_rules& rules)
        : asked_(asked), rules_(rules) {}

    panel_files read() {
        read_entries();
        read_judges();
        const auto recorded =
            asked_.conflicts ? read_pairs(*asked_.conflicts, "reason") : std::vector<pair_row>();
        const auto standing =
            asked_.standing ? read_pairs(*asked_.standing, "started") : std::vector<pair_row>();
        number();
        for (const auto& row : entries_) add(row);
        for (const auto& row : judges_) add(row);
        judging::recorded_facts facts;
        for (const auto& row : recorded)
            facts.declarations.push_back({judge_of(row.judge), entry_of(row.entry), row.reason});
        files_.conflicts = judging::list_conflicts(judge_facts_, entry_facts_, facts, rules_);
        files_.input.barred = judging::list_barred(files_.conflicts);
        for (const auto& row : standing)
            files_.input.standing.push_back({judge_of(row.judge), entry_of(row.entry), row.started});
        return std::move(files_);
    }

private:
    void read_entries() {
        enum { entry, category, city, parent, country, organisations };
        config::read_csv(
            asked_.entries, {{"entry", "category"}, {"city", "parent", "country", "organisations"}},
            [&](const csv_row& row) {
                need(row, entry), need(row, category);
                if (files_.names.entries.has(row[entry])) row.refuse(entry, "is there twice");
                files_.names.entries.place_of(row[entry]);
                files_.names.categories.place_of(row[category]);
                if (!row[parent].empty()) {
                    need(row, city);
                    const auto& known = told_.try_emplace(std::string(row[city]), row[parent]).first->second;
                    if (known != row[parent])
                        row.refuse(parent, "is \"" + std::string(row[parent]) + "\", and \"" + known +
                                               "\" in an earlier row of this city");
                }
                entries_.push_back({std::string(row[entry]), std::string(row[category]),
                                    std::string(row[city]), std::string(row[parent]),
                                    read_country(row, country), read_list(row, organisations)});
            });
    }

    void read_judges() {
        enum { judge, city, country, employment, organisations, capacity, alternate, verified, expertise };
        config::read_csv(asked_.judges,
                         {{"judge"},
                          {"city", "country", "employment_country", "organisations", "capacity", "alternate",
                           "verified", "expertise"}},
                         [&](const csv_row& row) {
                             need(row, judge);
                             if (files_.names.judges.has(row[judge])) row.refuse(judge, "is there twice");
                             files_.names.judges.place_of(row[judge]);
                             judge_row read{std::string(row[judge]),
                                            std::string(row[city]),
                                            read_country(row, country),
                                            read_country(row, employment),
                                            read_list(row, organisations),
                                            read_list(row, expertise),
                                            {}};
                             for (const auto& one : read.expertise)
                                 if (!files_.names.categories.has(one))
                                     row.refuse(expertise, "no entry is in a category \"" + one + "\"");
                             read.available.capacity = read_capacity(row, capacity);
                             read.available.is_alternate = read_yes(row, alternate, false);
                             read.available.identity_verified = read_yes(row, verified, true);
                             judges_.push_back(std::move(read));
                         });
    }

    std::vector<pair_row> read_pairs(const std::filesystem::path& path, const char* more) {
        std::vector<pair_row> rows;
        std::map<std::pair<std::string, std::string>, unsigned> lines;
        config::read_csv(path, {{"judge", "entry"}, {more}, true}, [&](const csv_row& row) {
            if (!files_.names.judges.has(row[0]))
                row.refuse(0, "there is no judge \"" + std::string(row[0]) + "\"");
            if (!files_.names.entries.has(row[1]))
                row.refuse(1, "there is no entry \"" + std::string(row[1]) + "\"");
            const bool is_standing = std::string_view(more) == "started";
            const auto [first, is_new] =
                lines.emplace(std::pair(std::string(row[0]), std::string(row[1])), row.line());
            if (is_standing && !is_new)
                row.refuse(
                    0, "this judge and this entry are in line " + std::to_string(first->second) + " already");
            const bool started = is_standing && read_yes(row, 2, false);
            rows.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]), started});
        });
        return rows;
    }

    void number() {
        for (const auto& row : entries_)
            for (const auto& word : {row.city, row.parent})
                if (!word.empty()) files_.cities.place_of(word);
        for (const auto& row : judges_)
            if (!row.city.empty()) files_.cities.place_of(row.city);
        files_.names.entries.number(), files_.names.judges.number(), files_.names.categories.number(),
            files_.cities.number();
        for (const auto& row : entries_)
            if (!row.parent.empty()) parents_.emplace(row.city, city_of(row.parent));
    }

    workflow::entry_id entry_of(const std::string& word) {
        return files_.names.entries.id_of(files_.names.entries.place_of(word));
    }
    workflow::judge_id judge_of(const std::string& word) {
        return files_.names.judges.id_of(files_.names.judges.place_of(word));
    }
    workflow::city_id city_of(const std::string& word) {
        return files_.cities.id_of(files_.cities.place_of(word));
    }
    workflow::category_id category_of(const std::string& word) {
        return files_.names.categories.id_of(files_.names.categories.place_of(word));
    }
    judging::city_tie tie_of(const std::string& city) {
        const auto parent = parents_.find(city);
        return {city_of(city), parent == parents_.end() ? std::nullopt : std::optional(parent->second)};
    }

    void add(const entry_row& row) {
        files_.input.entries.push_back({entry_of(row.entry), category_of(row.category)});
        judging::entry_facts facts;
        facts.entry = entry_of(row.entry);
        if (!row.city.empty()) facts.city = tie_of(row.city);
        facts.country = row.country;
        facts.organisations = row.organisations;
        entry_facts_.push_back(std::move(facts));
    }

    void add(const judge_row& row) {
        auto available = row.available;
        available.judge = judge_of(row.judge);
        for (const auto& one : row.expertise) available.expertise.push_back(category_of(one));
        files_.input.judges.push_back(std::move(available));
        judging::judge_facts facts;
        facts.judge = judge_of(row.judge);
        if (!row.city.empty()) facts.cities.push_back(tie_of(row.city));
        facts.country_of_origin = row.country;
        facts.country_of_employment = row.employment_country;
        facts.organisations = row.organisations;
        judge_facts_.push_back(std::move(facts));
    }

    const assign_request& asked_;
    const workflow::conflict_rules& rules_;
    panel_files files_;
    std::vector<entry_row> entries_;
    std::vector<judge_row> judges_;
    std::map<std::string, std::string> told_;  // the parent of a city, as the first row has it
    std::map<std::string, workflow::city_id> parents_;
    std::vector<judging::entry_facts> entry_facts_;
    std::vector<judging::judge_facts> judge_facts_;
};

}  // namespace

panel_files read_panel(const assign_request& asked, const workflow::conflict_rules& rules) {
    return panel_reading(asked, rules).read();
}

}  // namespace commands
