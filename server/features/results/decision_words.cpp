#include "server/features/results/decision_words.hpp"

#include <algorithm>
#include <map>

namespace features {
namespace {

using pages::phrase;
using pages::t;

struct lines_of {
    const workflow::edition& edition;
    const entry_names& names;
    std::vector<pages::summary_row> lines = {};

    void add(phrase name, phrase text) { lines.push_back({std::move(name), std::move(text), {}}); }
    void add_entry(workflow::entry_id entry) { add(t("Entry"), names.of(entry)); }
    void add_prize(const auto& body) {
        add(t("Prize"), acts::name_of_slot(edition, body.category, body.tier, body.number));
    }
    void add_prizes(const auto& body) {
        const auto tier = std::ranges::find(edition.tiers, body.tier, &workflow::tier::key);
        add(t("Tier"), tier == edition.tiers.end() ? body.tier : tier->name);
        add(t("Prizes in each category"), std::to_string(body.per_category));
    }
    void add_places(const std::vector<std::vector<workflow::entry_id>>& order) {
        int place = 1;
        for (const auto& group : order) {
            add(t("Place {number}", {{"number", std::to_string(place)}}), names.list(group));
            place += static_cast<int>(group.size());
        }
    }
    static std::string printed(const store::names_as_printed& names) {
        return names.city + ", " + names.country + ": " + names.title;
    }

    void operator()(const store::eligibility_body& body) {
        if (body.entry) add_entry(*body.entry);
        if (!body.flag.empty()) add(t("Flag"), body.flag);
    }
    void operator()(const store::shortlist_body& body) {
        add(t("Round"), std::to_string(body.round));
        add(t("Entries"), names.list(body.entries));
        if (body.beyond) add(t("Number"), t("More of a category than the rules say"));
    }
    void operator()(const store::deadline_change_body& body) {
        workflow::instant before, since;
        store::from_text(body.from, before);
        store::from_text(body.to, since);
        add(t("Deadline before"), in_words(before, edition.calendar.zone));
        add(t("Deadline since"), in_words(since, edition.calendar.zone));
    }
    void operator()(const store::category_move_body& body) {
        add_entry(body.entry);
        add(t("From"), name_of_category(edition, body.from));
        add(t("Into"), name_of_category(edition, body.to));
    }
    void operator()(const store::category_merge_body& body) {
        add(t("From"), name_of_category(edition, body.from));
        add(t("Into"), name_of_category(edition, body.into));
        add(t("Entries"), names.list(body.entries));
    }
    void operator()(const store::tier_creation_body& body) { add_prizes(body); }
    void operator()(const store::rule_change_body& body) { add_prizes(body); }
    void operator()(const store::second_ballot_body& body) {
        std::map<workflow::entry_id, int> votes;
        for (const auto& vote : body.votes) ++votes[vote.entry];
        for (const auto entry : body.entries)
            add(names.of(entry), t("{count} of {all} votes", {{"count", std::to_string(votes[entry])},
                                                              {"all", std::to_string(body.votes.size())}}));
    }
    void operator()(const store::chair_choice_body& body) {
        std::vector<std::vector<workflow::entry_id>> order;
        for (const auto entry : body.order) order.push_back({entry});
        add_places(order);
    }
    void operator()(const store::tie_order_body& body) { add_places(body.order); }
    void operator()(const store::withholding_body& body) { add_prize(body); }
    void operator()(const store::withholding_lifted_body& body) { add_prize(body); }
    void operator()(const store::sharing_body& body) { add(t("Entries"), names.list(body.entries)); }
    void operator()(const store::winner_withdrawal_body& body) {
        add_entry(body.entry);
        add(t("The prize"), body.then == judging::reopened_slot::vacant
                                ? t("It stays vacant")
                                : t("The next of the approved order follows"));
    }
    void operator()(const store::taking_back_body& body) {
        add(t("Decision taken back"), std::to_string(workflow::value(body.decision)));
    }
    void operator()(const store::scorecard_reopening_body& body) { add_entry(body.entry); }
    void operator()(const store::scorecard_relocking_body& body) { add_entry(body.entry); }
    void operator()(const store::scorecard_voiding_body& body) { add_entry(body.entry); }
    void operator()(const store::revocation_body& body) { add_entry(body.entry); }
    void operator()(const store::promotion_body& body) {
        add_entry(body.entry);
        const auto* entry = names.find(body.entry);
        add(t("Prize"), entry ? acts::name_of_slot(edition, entry->category_id, body.tier, body.number)
                              : name_of_tier(edition, body.tier));
        if (body.shared) add(t("Shared"), t("Yes, with who holds it already"));
    }
    void operator()(const store::name_correction_body& body) {
        add(t("Printed before"), printed(body.before));
        add(t("Printed since"), printed(body.after));
    }
    void operator()(const store::appeal_body& body) {
        if (body.appeal) add(t("Appeal"), std::to_string(*body.appeal));
        if (body.outcome)
            add(t("Outcome"),
                *body.outcome == workflow::appeal_outcome::upheld ? t("Upheld") : t("Dismissed"));
    }
    void operator()(const store::other_body&) {}
};

}  // namespace

std::vector<pages::summary_row> words_for_body(const store::decision_body& body,
                                               const workflow::edition& edition, const entry_names& names) {
    lines_of said{edition, names};
    std::visit(said, body);
    return std::move(said.lines);
}

std::string facts_in_one_line(const visit& visit, const std::vector<pages::summary_row>& rows) {
    std::string line;
    for (const auto& row : rows) {
        if (!line.empty()) line += "; ";
        line +=
            visit.with.pages.say(row.name, visit.frame) + ": " + visit.with.pages.say(row.text, visit.frame);
    }
    return line;
}

}  // namespace features
