#include <algorithm>
#include <iomanip>
#include <sstream>

#include "server/commands/report_format.hpp"
#include "server/commands/tally_result.hpp"

namespace commands {
namespace {

std::string shown(double number) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << number;
    return text.str();
}

std::string shown(const judging::estimate& one) {
    if (!one.number) return "cannot be had (" + in_words(*one.because) + ")";
    if (!one.low) return shown(*one.number);
    return shown(*one.number) + " (" + shown(*one.low) + " to " + shown(*one.high) + ")";
}

std::string shown(const judging::figure& one) {
    return shown(judging::estimate{one.number, {}, {}, one.because});
}

std::string find_name(const workflow::rubric& rubric, const std::string& criterion) {
    const auto* found = workflow::find_criterion(rubric, criterion);
    return found ? found->name : criterion;
}

class text_report {
public:
    text_report(const tallied_file& file, std::ostream& out)
        : file_(file), names_(file.scores.names), out_(out) {
        for (const auto& category : file.found.resampling.categories)
            for (const auto& one : category.intervals) intervals_[one.entry] = &one;
        for (const auto& line : file.result.entries) lines_[line.entry] = &line;
    }

    void write() {
        const auto& rules = file_.scores.input.rules;
        out_ << "Tally of " << file_.scores.input.entries.size() << " entries and "
             << file_.scores.input.sheets.size() << " scorecards of " << names_.judges.size()
             << " judges, by the method " << in_words(rules.method)
             << "\nSHA-256 of the inputs: " << file_.input_hash << "\n";
        write_open();
        for (const auto& ranking : file_.result.categories) write_category(ranking);
        write_agreement();
        write_judges();
        write_views();
        write_countries();
    }

private:
    void heading(const std::string& text) {
        out_ << "\n" << text << "\n" << std::string(text.size(), '-') << "\n";
    }

    std::string list(const std::vector<workflow::entry_id>& entries) const {
        std::string text;
        for (const auto entry : entries) text += (text.empty() ? "" : ", ") + names_.entries.word_of(entry);
        return text;
    }

    std::string name_of(const std::string& criterion) const {
        return find_name(file_.rules.rules.rubric, criterion);
    }
    const std::string& tier_of(workflow::tier_id id) const {
        return std::ranges::find(file_.rules.tiers, id, &workflow::tier::id)->name;
    }

    void write_open() {
        heading("What is open");
        int clear = 0, doubtful = 0;
        for (const auto& one : file_.found.tiers) {
            if (one.is_clear) {
                ++clear;
                continue;
            }
            ++doubtful;
            out_ << names_.categories.word_of(one.proposed.category) << ", " << tier_of(one.proposed.tier)
                 << ": the panel must decide" << (one.proposed.is_open ? " (a tie is open)" : "") << "\n";
        }
        out_ << clear << " prizes are clear, " << doubtful << " are for the panel to decide.\n";
    }

    void write_category(const judging::category_ranking& ranking) {
        heading(names_.categories.word_of(ranking.category));
        out_ << std::left << std::setw(6) << "rank" << std::setw(10) << "value" << std::setw(14) << "exactly"
             << std::setw(12) << "places" << std::setw(10) << "counted"
             << "entry\n";
        for (const auto& place : ranking.places)
            for (const auto entry : place.entries) write_line(place, entry);
        for (const auto entry : ranking.unranked)
            out_ << "none  " << names_.entries.word_of(entry) << ": "
                 << in_words(*lines_.at(entry)->why_unranked) << "\n";
        for (const auto& one : file_.found.tiers)
            if (one.proposed.category == ranking.category) write_tier(one);
        for (const auto& tie : file_.proposal.ties)
            if (tie.category == ranking.category) write_tie(tie);
    }

    void write_line(const judging::place& place, workflow::entry_id entry) {
        const auto found = intervals_.find(entry);
        const auto places = found == intervals_.end() ? std::string("?")
                                                      : std::to_string(found->second->best) + "-" +
                                                            std::to_string(found->second->worst);
        const auto& counts = lines_.at(entry)->counts;
        out_ << std::left << std::setw(6)
             << (std::to_string(place.rank) + (place.entries.size() > 1 ? "=" : "")) << std::setw(10)
             << judging::show(place.value, 2) << std::setw(14) << judging::write_exactly(place.value)
             << std::setw(12) << places << std::setw(10)
             << (std::to_string(counts.counted) + "/" + std::to_string(counts.assigned))
             << names_.entries.word_of(entry) << "\n";
    }

    void write_tier(const judging::tier_finding& one) {
        out_ << tier_of(one.proposed.tier) << ": " << (one.proposed.is_open ? "open, one of " : "")
             << list(one.proposed.entries) << " - " << (one.is_clear ? "clear" : "the panel must decide")
             << "\n";
        for (const auto& by : one.views)
            out_ << "    " << words_for(by.view, file_) << ": " << list(by.claimants) << "\n";
        if (!one.co_leaders.empty()) out_ << "    not told apart at this line (share of panels above it):";
        for (const auto& leader : one.co_leaders)
            out_ << " " << names_.entries.word_of(leader.entry) << " " << shown(leader.chance);
        if (!one.co_leaders.empty()) out_ << "\n";
        if (file_.found.resampling.because)
            out_ << "    not examined: " << in_words(*file_.found.resampling.because) << "\n";
    }

    void write_tie(const judging::tie_at_line& tie) {
        out_ << "tie at " << tier_of(tie.tier) << " between " << list(tie.entries) << "\n";
        for (const auto& rung : tie.resolution.rungs) {
            out_ << "    " << (rung.by_decision ? std::string("decision") : in_words(rung.step.rung)) << " "
                 << name_of(rung.step.criterion) << ": " << in_words(rung.outcome);
            if (rung.remark != judging::rung_remark::none) out_ << " (" << in_words(rung.remark) << ")";
            for (const auto& seen : rung.seen)
                out_ << "; " << names_.entries.word_of(seen.entry) << " "
                     << judging::write_exactly(seen.figure);
            out_ << "\n";
        }
    }

    void write_reliability(const std::string& name, const judging::reliability& one) {
        const auto& icc = one.intraclass;
        out_ << name << ": " << one.entries << " entries, " << icc.entries_compared
             << " of them scored by all " << one.judges << " judges\n";
        for (const auto& [label, figure] : {std::pair("ICC(1,1)", icc.icc_1_1),
                                            {"ICC(2,1)", icc.icc_2_1},
                                            {"ICC(3,1)", icc.icc_3_1},
                                            {"ICC(1,k)", icc.icc_1_k},
                                            {"ICC(2,k)", icc.icc_2_k},
                                            {"ICC(3,k)", icc.icc_3_k},
                                            {"alpha nominal", one.alpha.nominal},
                                            {"alpha ordinal", one.alpha.ordinal},
                                            {"alpha interval", one.alpha.interval}})
            out_ << "    " << std::left << std::setw(16) << label << shown(figure) << "\n";
        out_ << "    " << std::left << std::setw(16) << "Kendall's W" << shown(one.concordance) << "\n";
    }

    void write_agreement() {
        heading("How far the judges agree");
        write_reliability("the whole round", file_.found.reliability);
        for (const auto& one : file_.found.by_category)
            write_reliability(names_.categories.word_of(one.category), one.reliability);
        for (const auto& one : file_.found.by_criterion)
            out_ << "criterion " << name_of(one.criterion) << ": alpha ordinal " << shown(one.alpha_ordinal)
                 << "\n";
    }

    void write_judges() {
        heading("Judges");
        for (const auto& one : file_.found.judges)
            out_ << names_.judges.word_of(one.judge) << ": " << one.entries << " entries, mean "
                 << shown(one.mean) << ", above the others " << shown(one.severity) << ", spread "
                 << shown(one.deviation) << ", with the others " << shown(one.agreement) << "\n";
        for (const auto& one : file_.result.severities)
            out_ << names_.judges.word_of(one.judge) << ": severity taken off, exactly "
                 << judging::write_exactly(one.points) << "\n";
    }

    void write_views() {
        heading("Other views");
        for (const auto& by : file_.found.views)
            out_ << words_for(by.name, file_) << ": "
                 << (by.because ? "cannot be had (" + in_words(*by.because) + ")" : verdict(by)) << "\n";
        const auto& drawn = file_.found.resampling;
        if (drawn.because)
            out_ << "other panels: cannot be had (" << in_words(*drawn.because) << ")\n";
        else
            out_ << "other panels: " << drawn.panels
                 << (drawn.enumerated ? ", all of them" : ", drawn from seed ")
                 << (drawn.enumerated ? "" : std::to_string(file_.found.intervals.seed)) << "\n";
    }

    std::string verdict(const judging::view& by) const {
        const auto differs = std::ranges::count_if(file_.found.tiers, [&](const auto& tier) {
            return std::ranges::count(tier.views, by.name, &judging::tier_by_view::view) > 0;
        });
        return differs == 0 ? "every prize as proposed" : std::to_string(differs) + " prizes otherwise";
    }

    void write_countries() {
        heading("Scores for one's own country");
        const auto& report = file_.found.same_country;
        out_ << "points more than expected: " << shown(report.difference) << ", from "
             << report.sheets_at_home << " scorecards\n";
        for (const auto& one : report.judges)
            out_ << names_.judges.word_of(one.judge) << ": " << one.entries << " entries, "
                 << shown(one.above_expected) << " above what is expected\n";
    }

    const tallied_file& file_;
    const file_names& names_;
    std::ostream& out_;
    std::map<workflow::entry_id, const judging::rank_interval*> intervals_;
    std::map<workflow::entry_id, const judging::entry_tally*> lines_;
};

}  // namespace

std::string words_for(const judging::view_name& view, const tallied_file& file) {
    if (view.judge) return "without the judge " + file.scores.names.judges.word_of(*view.judge);
    if (!view.criterion.empty())
        return "without the criterion " + find_name(file.rules.rules.rubric, view.criterion);
    return "by the method " + in_words(view.method);
}

void write_text(const tallied_file& file, std::ostream& output) {
    text_report(file, output).write();
}

}  // namespace commands
