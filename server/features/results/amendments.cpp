#include "server/features/results/amendments.hpp"
#include "server/acts/amendments.hpp"
#include "server/acts/letters.hpp"
#include "server/features/results/page.hpp"
#include "server/store/moves.hpp"
#include "typed/characters.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

constexpr std::string_view path = "/slate/tiers";

pages::phrase words_of(const store::amendment& one) {
    const auto count = std::to_string(one.per_category);
    return one.adds_tier
               ? t("A new tier, {tier}: {count} in each category", {{"tier", one.name}, {"count", count}})
               : t("{tier}: {count} in each category", {{"tier", one.name}, {"count", count}});
}

pages::office_form proposal_form(const visit& visit, const workflow::edition& edition) {
    auto fields = minutes_fields(visit);
    const auto adds = visit.has_field("adds") ? visit.field("adds") : "tier";
    const auto last = edition.tiers.empty() ? std::string() : edition.tiers.back().name;
    std::vector<pages::field> asked{
        choose("adds", t("What is added"),
               {{"tier", t("A tier below the others"), {}, false, {}},
                {"prizes", t("More prizes in the last tier, {tier}", {{"tier", last}}), {}, false, {}}},
               adds, {}, false),
        line("name", t("Name of the new tier"), visit.field("name"), t("For example: Most Promising")),
        line("per_category", t("Prizes in each category"),
             visit.has_field("per_category") ? visit.field("per_category") : "1",
             t("As many as there are to be in this tier."), "3")};
    fields.insert(fields.begin(), asked.begin(), asked.end());
    auto form = form_to(office_url(edition, path), std::move(fields), t("Propose it"));
    form.back_href = office_url(edition, "/slate");
    return form;
}

pages::office_form settling_form(const visit& visit, const workflow::edition& edition,
                                 const store::amendment& one) {
    const bool is_mine = one.proposed_by == visit.who.person;
    auto form = form_to(office_url(edition, path) + "/" + std::to_string(one.id), {},
                        is_mine ? t("Take it back") : t("Reject it"), "secondary");
    form.buttons[0].name = "outcome";
    form.buttons[0].value = "rejected";
    if (is_mine) return form;
    pages::button confirm;
    confirm.text = t("Confirm: add these prizes");
    confirm.name = "outcome";
    confirm.value = "confirmed";
    form.buttons.insert(form.buttons.begin(), std::move(confirm));
    return form;
}

pages::office_block block_of(const visit& visit, const workflow::edition& edition,
                             const store::amendment& one) {
    auto part = block(t("Waits for a second person"));
    pages::summary_list list;
    const auto add = [&](pages::phrase name, pages::phrase text) {
        if (!text.empty()) list.rows.push_back({std::move(name), std::move(text), {}});
    };
    add(t("What is added"), words_of(one));
    add(t("Proposed by"), one.proposed_by_name + ", " + in_words(one.proposed_at, edition.calendar.zone));
    add(t("Reason"), one.reason);
    add(t("Present"), one.present);
    add(t("Recused"), one.recused);
    add(t("Votes"), words_for_votes(one.votes_for, one.votes_against, one.abstained));
    add(t("Public note"), one.public_note);
    part.summary = std::move(list);
    if (one.proposed_by == visit.who.person)
        part.text = t("You proposed it: somebody else of the secretariat confirms or rejects it.");
    part.form = settling_form(visit, edition, one);
    return part;
}

pages::table table_of_settled(const workflow::edition& edition, const std::vector<store::amendment>& all) {
    pages::table table;
    table.caption = t("Settled proposals");
    table.columns = {{t("What")}, {t("Proposed by")}, {t("Settled by")}, {t("When")}, {t("Outcome")}};
    table.empty_text = t("None so far.");
    for (const auto& one : all)
        if (one.outcome)
            table.add_row({{words_of(one)},
                           {one.proposed_by_name},
                           {one.settled_by_name.value_or("")},
                           {in_words(one.settled_at.value(), edition.calendar.zone)},
                           {one.rules_version ? t("Confirmed: version {number} of the rules",
                                                  {{"number", std::to_string(*one.rules_version)}})
                                              : t("Rejected")}});
    return table;
}

http::response amendments_page(visit& visit, store::database& db, const workflow::edition& edition,
                               pages::office_form form) {
    auto view = begin_results(visit, edition, results_part::slate, t("More prizes"));
    view.lead = t(
        "Once scores are locked, the rules change in one way only: prizes are added below the others and "
        "filled "
        "from the locked scores. No other proposal changes. One person proposes it, another one confirms it; "
        "then a new version of the rules stands.");
    const auto all = store::list_amendments(db, edition.id);
    const auto waiting = std::ranges::find_if(all, [](const auto& one) { return !one.outcome; });
    if (waiting != all.end()) view.blocks.push_back(block_of(visit, edition, *waiting));
    if (waiting == all.end() || !visit.frame.errors.empty()) {
        view.blocks.push_back(block({}));
        view.blocks.back().form = std::move(form);
    }
    view.blocks.push_back(block({}));
    view.blocks.back().rows = table_of_settled(edition, all);
    return office_page(visit, view);
}

// What the form asks for; errors are marked.
store::amendment_wanted read_wanted(visit& visit, pages::office_form& form,
                                    const workflow::edition& edition) {
    store::amendment_wanted wanted{visit.field("adds") != "prizes", {}, visit.field("name"), 0};
    if (!wanted.adds_tier && !edition.tiers.empty()) {
        wanted.key = edition.tiers.back().key;
        wanted.name = edition.tiers.back().name;
    } else {
        wanted.key = key_of(wanted.name, "tier_" + std::to_string(edition.tiers.size() + 1));
        if (wanted.name.empty() || typed::is_longer_than(wanted.name, 120))
            mark(visit, form, "name", t("Enter a name of at most 120 characters"));
        else if (std::ranges::find(edition.tiers, wanted.key, &workflow::tier::key) != edition.tiers.end())
            mark(visit, form, "name", t("There is a tier of this name already"));
    }
    const auto count = visit.find_number("per_category");
    const int least = wanted.adds_tier || edition.tiers.empty() ? 1 : edition.tiers.back().per_category + 1;
    if (!count || *count < least || *count > 20)
        mark(visit, form, "per_category",
             t("Enter a number from {low} to {high}.", {{"low", std::to_string(least)}, {"high", "20"}}));
    wanted.per_category = static_cast<int>(count.value_or(0));
    return wanted;
}

}  // namespace

std::optional<pages::link> link_to_waiting_amendment(store::database& db, const workflow::edition& edition) {
    const auto waiting = store::find_waiting_amendment(db, edition.id);
    if (!waiting) return std::nullopt;
    return pages::link{t("More prizes are proposed: a second person confirms or rejects it"),
                       office_url(edition, path)};
}

http::response show_amendments(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return amendments_page(visit, db, edition, proposal_form(visit, edition));
}

http::response propose_amendment(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = proposal_form(visit, edition);
    const auto minutes = read_minutes(visit, form);
    const auto wanted = read_wanted(visit, form, edition);
    if (!minutes || !visit.frame.errors.empty()) return amendments_page(visit, db, edition, std::move(form));
    const auto proposed = acts::propose_amendment(db, visit.as_author(), wanted, *minutes);
    if (!proposed) return visit.refuse(proposed.error());
    acts::tell_the_office(visit.acting(db),
                          "More prizes are proposed; a second person has to confirm or reject it.", path,
                          "amendment " + std::to_string(*proposed));
    return visit.see_other(office_url(edition, path), "amendment_proposed");
}

http::response settle_amendment(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto id = visit.number("amendment");
    if (visit.field("outcome") != "confirmed") {
        if (const auto may = acts::reject_amendment(db, visit.as_author(), id); !may)
            return visit.refuse(may.error());
        return visit.see_other(office_url(edition, path), "amendment_rejected");
    }
    if (const auto done = acts::confirm_amendment(db, visit.as_author(), id); !done)
        return visit.refuse(done.error());
    visit.public_changed = true;
    return visit.see_other(office_url(edition, "/slate"), "amendment_confirmed");
}

}  // namespace features
