#include "server/features/results/evidence_shown.hpp"

namespace features {

using pages::t;

pages::phrase words_for(judging::not_to_be_had why) {
    using enum judging::not_to_be_had;
    switch (why) {
        case no_counted_sheet: return t("no scorecard counts");
        case one_sheet_only: return t("there is one scorecard only");
        case same_score_for_everything: return t("everything has the same score");
        case entries_with_equal_means: return t("all entries have the same mean");
        case divides_by_zero: return t("its formula would divide by zero");
        case no_common_judge: return t("nobody else scored the same entries");
        case tally_refused: return t("the judges’ scorecards do not hang together, or a judge has too few");
        case one_judge_only: return t("there is one judge only");
        case one_entry_only: return t("there is one entry only");
        case too_few_entries_with_all_judges: return t("fewer than two entries were scored by all judges");
        case one_criterion_only: return t("there is one criterion only");
        case no_country_known: return t("no country is known");
        case no_judge_from_an_entrys_country: return t("No judge scored an entry of the own country.");
        case countries_not_separable: return t("one’s own country cannot be told from severity here");
        case resamples_not_connected: return t("other panels of the same judges would not hang together");
        case interval_not_defined: return t("there is no interval");
    }
    return {};
}

}  // namespace features
