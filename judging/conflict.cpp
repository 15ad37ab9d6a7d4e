#include "judging/conflict.hpp"

#include <algorithm>
#include <iterator>

namespace judging {

namespace {

// `  Pulse  Lab` and `pulse lab` are one organisation; letters outside ASCII are compared as they are.
std::string without_case_and_gaps(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (plain.ends_with(' ')) plain.pop_back();
    return plain;
}

bool name_the_same(std::string_view left, std::string_view right) {
    const auto plain = without_case_and_gaps(left);
    return !plain.empty() && plain == without_case_and_gaps(right);
}

class finder {
public:
    finder(const judge_facts& judge, const entry_facts& entry, const workflow::conflict_rules& rules)
        : judge_(judge), entry_(entry), rules_(rules) {}

    void look_at_cities() {
        const auto number = [](city_id city) { return std::to_string(workflow::value(city)); };
        for (const auto& tie : judge_.cities) {
            if (tie.city == entry_.city.city) add(conflict_kind::same_city, number(tie.city), true);
            if (entry_.city.parent == tie.city)
                add(conflict_kind::parent_city, number(tie.city), rules_.parent_city_bars);
            if (tie.parent == entry_.city.city)
                add(conflict_kind::district, number(tie.city), rules_.parent_city_bars);
        }
    }

    void look_at_countries() {
        if (name_the_same(judge_.country_of_origin, entry_.country))
            add(conflict_kind::same_country_of_origin, entry_.country, rules_.same_country_bars);
        if (name_the_same(judge_.country_of_employment, entry_.country))
            add(conflict_kind::same_country_of_employment, entry_.country, rules_.same_country_bars);
    }

    void look_at_organisations() {
        for (const auto& behind : entry_.organisations)
            if (std::ranges::any_of(judge_.organisations,
                                    [&](const auto& own) { return name_the_same(own, behind); }))
                add(conflict_kind::same_organisation, behind, rules_.same_organisation_bars);
    }

    void look_at_the_person() {
        if (std::ranges::find(judge_.took_part_in, entry_.entry) != judge_.took_part_in.end())
            add(conflict_kind::took_part, "", true);
        for (const auto& domain : entry_.mail_domains)
            if (name_the_same(judge_.mail_domain, domain))
                add(conflict_kind::same_mail_domain, domain, false);
    }

    void look_at_records(const recorded_facts& recorded) {
        for (const auto& known : recorded.relations)
            if (known.judge == judge_.judge &&
                (known.entry == entry_.entry || known.city == entry_.city.city))
                add(conflict_kind::recorded_relation, known.reason, true);
        for (const auto& said : recorded.declarations)
            if (said.judge == judge_.judge && said.entry == entry_.entry)
                add(conflict_kind::declared, said.reason, true);
        for (const auto& raised : recorded.challenges)
            if (raised.judge == judge_.judge && raised.entry == entry_.entry &&
                raised.state != challenge_state::dismissed)
                add(conflict_kind::challenged, raised.reason, true);
    }

    std::vector<conflict> result() && {
        std::ranges::sort(found_);
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        return std::move(found_);
    }

private:
    void add(conflict_kind kind, std::string fact, bool bars) {
        found_.push_back({judge_.judge, entry_.entry, kind, std::move(fact), bars});
    }

    const judge_facts& judge_;
    const entry_facts& entry_;
    const workflow::conflict_rules& rules_;
    std::vector<conflict> found_;
};

}  // namespace

std::vector<conflict> find_conflicts(const judge_facts& judge, const entry_facts& entry,
                                     const recorded_facts& recorded, const workflow::conflict_rules& rules) {
    finder search(judge, entry, rules);
    search.look_at_cities();
    search.look_at_countries();
    search.look_at_organisations();
    search.look_at_the_person();
    search.look_at_records(recorded);
    return std::move(search).result();
}

std::vector<conflict> list_conflicts(std::span<const judge_facts> judges,
                                     std::span<const entry_facts> entries, const recorded_facts& recorded,
                                     const workflow::conflict_rules& rules) {
    std::vector<conflict> all;
    for (const auto& judge : judges)
        for (const auto& entry : entries)
            std::ranges::move(find_conflicts(judge, entry, recorded, rules), std::back_inserter(all));
    std::ranges::sort(all);
    return all;
}

std::vector<barred_pair> list_barred(std::span<const conflict> conflicts) {
    std::vector<barred_pair> barred;
    for (const auto& each : conflicts)
        if (each.bars) barred.push_back({each.judge, each.entry});
    std::ranges::sort(barred);
    barred.erase(std::unique(barred.begin(), barred.end()), barred.end());
    return barred;
}

conflict_changes compare_conflicts(std::vector<conflict> before, std::vector<conflict> after) {
    std::ranges::sort(before);
    std::ranges::sort(after);
    conflict_changes changes;
    std::ranges::set_difference(after, before, std::back_inserter(changes.appeared));
    std::ranges::set_difference(before, after, std::back_inserter(changes.vanished));
    return changes;
}

}  // namespace judging
