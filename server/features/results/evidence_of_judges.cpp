#include "server/features/results/evidence_of_judges.hpp"

#include "server/features/frame/words.hpp"
#include "server/features/results/page.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace features {

using pages::t;
using pages::t_n;

namespace {

// Rounded once. The shortest decimal that is this double is what the figure is exactly, where that ends in a
// five.
std::string shown_number(double number) {
    std::array<char, 400> text{};
    const auto end = std::to_chars(text.begin(), text.end(), number, std::chars_format::fixed).ptr;
    const std::string_view decimal(text.data(), static_cast<std::size_t>(end - text.data()));
    std::string digits;
    std::copy_if(decimal.begin(), decimal.end(), std::back_inserter(digits),
                 [](char sign) { return sign != '.'; });
    const auto point = decimal.find('.');
    const auto places = point == decimal.npos ? 0 : decimal.size() - point - 1;
    // (A leading zero would make the number octal.)
    const bool is_negative = digits.starts_with('-');
    digits.erase(0, std::min(digits.find_first_of("123456789"), digits.size()));
    judging::fraction exact(judging::integer(digits.empty() ? "0" : digits),
                            judging::integer("1" + std::string(places, '0')));
    return judging::show(is_negative ? judging::fraction(-exact) : exact, 2);
}

pages::phrase figure_words(const judging::estimate& one) {
    if (!one.number) return t("cannot be had: {reason}", {{"reason", words_for(*one.because)}});
    if (!one.low) return shown_number(*one.number);
    return t("{number} ({low} to {high})", {{"number", shown_number(*one.number)},
                                            {"low", shown_number(*one.low)},
                                            {"high", shown_number(*one.high)}});
}

pages::phrase figure_words(const judging::figure& one) {
    return figure_words(judging::estimate{one.number, {}, {}, one.because});
}

pages::phrase degree_of_agreement(double of_panel) {
    if (of_panel >= 0.9) return t("Together the judges tell the entries apart well.");
    if (of_panel >= 0.7) return t("Together the judges tell the entries apart fairly well.");
    if (of_panel >= 0.4) return t("Together the judges tell the entries apart only in part.");
    return t("Together the judges hardly tell the entries apart.");
}

pages::phrase agreement_words(const judging::reliability& whole) {
    const auto& one = whole.intraclass.icc_2_1;
    const auto& panel = whole.intraclass.icc_2_k;
    if (!one.number)
        return t("How far the judges agree cannot be said in one figure: {reason}",
                 {{"reason", words_for(*one.because)}});
    const auto part = [](double share) {
        return std::to_string(std::clamp(static_cast<int>(std::lround(share * 100)), 0, 100));
    };
    return t(
        "{degree} Of the differences between the scores of one judge alone, about {one} % come from the "
        "entries, the rest from that judge’s taste and from chance. Of the differences between the "
        "panel’s means it is about {panel} %.",
        {{"degree", degree_of_agreement(*panel.number)},
         {"one", part(*one.number)},
         {"panel", part(*panel.number)}});
}

void add_agreement_row(pages::table& table, pages::phrase name, const judging::reliability& one) {
    table.add_row({{std::move(name)},
                   {std::to_string(one.intraclass.entries_compared) + " / " + std::to_string(one.entries),
                    "",
                    {},
                    true},
                   {figure_words(one.intraclass.icc_2_1)},
                   {figure_words(one.intraclass.icc_2_k)},
                   {figure_words(one.alpha.interval)},
                   {figure_words(one.concordance)}});
}

pages::office_block block_of_agreement(const shown_evidence& shown) {
    auto part = block(t("How far the judges agree"), agreement_words(shown.found.reliability));
    pages::table table;
    table.caption =
        t("Figures of agreement, from 0 (as by chance) to 1 (full), with intervals of {count} %",
          {{"count", std::to_string(static_cast<int>(std::lround(shown.found.intervals.confidence * 100)))}});
    table.columns = {{t("Part")},
                     {t("Entries that all judges scored"), true},
                     {t("One judge: ICC(2,1)")},
                     {t("Panel’s mean: ICC(2,k)")},
                     {t("Krippendorff’s alpha")},
                     {t("Kendall’s W")}};
    add_agreement_row(table, t("The whole round"), shown.found.reliability);
    for (const auto& one : shown.found.by_category)
        add_agreement_row(table, named(shown.names.categories, one.category), one.reliability);
    part.rows = std::move(table);
    part.folded = t("Figures of agreement");
    return part;
}

pages::office_block block_of_criteria(const shown_evidence& shown) {
    auto part = block({});
    pages::table table;
    table.caption = t("Krippendorff’s alpha of each criterion’s scores (ordinal)");
    table.columns = {{t("Criterion")}, {t("Alpha")}};
    for (const auto& one : shown.found.by_criterion)
        table.add_row({{named(shown.names.criteria, one.criterion)}, {figure_words(one.alpha_ordinal)}});
    part.rows = std::move(table);
    part.folded = t("On which criterion the judges agree");
    return part;
}

pages::office_block block_of_judges(const shown_evidence& shown) {
    auto part = block(
        t("Each judge"),
        t("A judge who gives everybody more points than the others, or fewer, changes no order where all "
          "judges scored the same entries. Where a judge could not score some of them, it can."));
    pages::table table;
    table.caption = t("Judges beside each other");
    table.columns = {{t("Judge")},      {t("Entries"), true},
                     {t("Mean"), true}, {t("Above (+) or below the others")},
                     {t("Spread")},     {t("Goes with the others (1: always)")}};
    for (const auto& one : shown.found.judges)
        table.add_row({{named(shown.names.judges, one.judge)},
                       {std::to_string(one.entries), "", {}, true},
                       {figure_words(one.mean), "", {}, true},
                       {one.severity.number && *one.severity.number > 0
                            ? pages::phrase("+" + shown_number(*one.severity.number))
                            : figure_words(one.severity)},
                       {figure_words(one.deviation)},
                       {figure_words(one.agreement)}});
    part.rows = std::move(table);
    return part;
}

pages::office_block block_of_countries(const shown_evidence& shown) {
    const auto& report = shown.found.same_country;
    if (!report.difference.number)
        return block(t("Scores for one’s own country"), words_for(*report.difference.because));
    auto part = block(t("Scores for one’s own country"),
                      t_n("To entries of their own country judges gave more than was to be expected from "
                          "their other scores "
                          "and from the other judges, in points: {points}. It rests on {count} scorecard.",
                          "To entries of their own country judges gave more than was to be expected from "
                          "their other scores "
                          "and from the other judges, in points: {points}. It rests on {count} scorecards.",
                          report.sheets_at_home, {{"points", figure_words(report.difference)}}));
    if (report.difference.low && *report.difference.low <= 0 && *report.difference.high >= 0)
        part.inset = pages::text_block{
            t("The interval holds zero: these scores do not show that anybody favoured their own.")};
    return part;
}

}  // namespace

std::map<workflow::judge_id, pages::phrase> list_names_of_judges(store::database& db,
                                                                 workflow::edition_id edition) {
    std::map<workflow::judge_id, pages::phrase> names;
    for (const auto& one : store::list_judge_names(db, edition))
        names[one.id] = name_of_judge(one.name, one.has_left);
    return names;
}

std::vector<pages::office_block> blocks_of_judging(const shown_evidence& shown) {
    std::vector<pages::office_block> blocks{block_of_agreement(shown), block_of_criteria(shown)};
    if (!shown.names.judges.empty()) blocks.push_back(block_of_judges(shown));
    blocks.push_back(block_of_countries(shown));
    return blocks;
}

}  // namespace features
