#pragma once
// J9: the same-country report. Did judges who scored an entry of their own country give it more than the
// other judges of that entry did, their severity taken into account? Only a figure: it accuses nobody and
// moves nothing. Called by evidence.cpp; where the rules bar such judges there is nothing to report.

#include <string>

#include "judging/figure.hpp"
#include "judging/ratings.hpp"

namespace judging {

// ISO 3166-1 codes as they are known; who or what is not in them is in no pair of the same country.
struct known_countries {
    std::map<judge_id, std::string> of_judge;
    std::map<entry_id, std::string> of_entry;
};

// One judge: how many entries of the own country, and the mean of what the judge gave them over what the
// entry's other judges and the judge's own severity lead to expect.
struct judge_at_home {
    judge_id judge{};
    int entries = 0;
    double above_expected = 0;
    friend bool operator==(const judge_at_home&, const judge_at_home&) = default;
};
BOOST_DESCRIBE_STRUCT(judge_at_home, (), (judge, entries, above_expected))

// `difference`: the coefficient b of value = entry + severity + b (same country), by least squares over all
// counted sheets, entry and judge partialled out first (Frisch and Waugh 1933, Econometrica 1, 387-401;
// Lovell 1963); its interval by Student's t with the degrees of freedom that are left. In points. Above zero:
// more for one's own.
struct same_country_report {
    int sheets_at_home = 0;
    estimate difference;
    std::vector<judge_at_home> judges;
    friend bool operator==(const same_country_report&, const same_country_report&) = default;
};
BOOST_DESCRIBE_STRUCT(same_country_report, (), (sheets_at_home, difference, judges))

same_country_report report_same_country(const ratings&, const known_countries&, double confidence);

}  // namespace judging
