#include "server/features/results/tally.hpp"

#include "server/acts/tally.hpp"
#include "server/features/results/drop_out.hpp"
#include "server/features/results/evidence_of_judges.hpp"
#include "server/features/results/evidence_shown.hpp"
#include "server/features/results/page.hpp"
#include "server/features/results/runs.hpp"
#include "server/store/deltas.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

// The tally, all that stands beside it, and what things are called.
struct tally_shown {
    acts::proposal made;
    judging::evidence found;
    evidence_names names;

    tally_shown(store::database& db, acts::proposal proposed, const entry_names& entries)
        : made(std::move(proposed)) {
        judging::evidence_facts facts{
            made.slate, made.asked.withdrawn, store::load_known_countries(db, made.edition.id), {}};
        found = judging::gather_evidence(made.run.input, facts);
        names = evidence_names_of(made.edition, made.rules.rules);
        for (const auto& one : entries.all()) {
            names.entries[one.id] = entries.of(one.id);
            names.links[one.id] =
                office_url(made.edition, "/tally/entries/" + std::to_string(workflow::value(one.id)));
        }
        names.judges = list_names_of_judges(db, made.edition.id);
    }
    shown_evidence shown() const {
        shown_evidence all{made.run.input, made.run.result, found, names,
                           office_url(made.edition, "/tally?category=")};
        for (const auto& tie : made.slate.ties)
            all.ties[tie.category] = {
                t("The tie at {tier}, rung by rung", {{"tier", name_of_tier(made.edition, tie.tier)}}),
                office_url(made.edition, "/ties/" + std::to_string(workflow::value(tie.category)))};
        return all;
    }
};

http::response category_page(visit& visit, const tally_shown& tally, workflow::category_id category) {
    const auto& made = tally.made;
    auto view =
        begin_results(visit, made.edition, results_part::tally,
                      t("Tally: {category}", {{"category", name_of_category(made.edition, category)}}));
    const auto shown = tally.shown();
    for (auto& part : blocks_of_category(shown, category)) view.blocks.push_back(std::move(part));
    if (const auto tie = shown.ties.find(category); tie != shown.ties.end())
        view.blocks.front().links.push_back(tie->second);
    view.blocks.back().links.push_back({t("All categories"), office_url(made.edition, "/tally")});
    return office_page(visit, view);
}

pages::office_form run_form(const visit& visit, const workflow::edition& edition) {
    return form_to(
        office_url(edition, "/tally"),
        {line("cause", t("Why a tally is made"), visit.field("cause"), t("For example: judging was closed"))},
        t("Make the tally"));
}

http::response tally_page(visit& visit, store::database& db, pages::office_form form) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::tally, t("Tally"));
    const auto made = acts::propose(db, edition.id);
    const entry_names names(db, edition.id);
    auto make = block(made ? t("Make it again") : t("Make the first tally"));
    if (made && made->inputs_changed)
        make.warning =
            pages::text_block{t("Scorecards have changed since the last tally. Make it again before anything "
                                "is decided upon it.")};
    make.form = std::move(form);
    if (!made) {
        view.lead = t("There is no tally yet. It can be made once judging is closed.");
        if (store::find_tallied_round(db, edition.id)) view.blocks.push_back(std::move(make));
        return office_page(visit, view);
    }
    if (made->inputs_changed) view.blocks.push_back(make);
    const tally_shown tally(db, *made, names);
    view.blocks.push_back(block_of_standings(tally.shown()));
    const auto runs = store::list_tally_runs(db, edition.id);
    // The run before it in its round: the finals judge other entries than the round before them.
    const auto before = std::ranges::find_if(runs, [&](const auto& run) {
        return run.round_id == made->run.line.round_id && run.id != made->run.line.id;
    });
    if (before != runs.end())
        view.blocks.push_back(
            block_of_changes(store::load_tally_run(db, edition.id, before->id), *made, names));
    if (auto both = find_block_of_drop_out(db, *made, names)) view.blocks.push_back(std::move(*both));
    for (auto& part : blocks_of_judging(tally.shown())) view.blocks.push_back(std::move(part));
    view.blocks.push_back(block_of_deltas(db, edition, names));
    view.blocks.push_back(block_of_runs(edition, runs));
    if (!made->inputs_changed) view.blocks.push_back(std::move(make));
    return office_page(visit, view);
}

}  // namespace

http::response show_tally(visit& visit, store::database& db) {
    const auto asked = visit.query("category");
    if (asked.empty())
        return tally_page(visit, db, run_form(visit, store::load_edition(db, visit.edition())));
    const auto made = acts::propose(db, visit.edition());
    if (!made) return visit.not_there();
    const auto ranking = std::ranges::find(made->run.result.categories, asked, [](const auto& one) {
        return std::to_string(workflow::value(one.category));
    });
    if (ranking == made->run.result.categories.end()) return visit.not_there();
    return category_page(visit, tally_shown(db, *made, entry_names(db, visit.edition())), ranking->category);
}

http::response make_tally_run(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = run_form(visit, edition);
    bool good = is_readable(visit, form, 500);
    if (visit.field("cause").empty()) mark(visit, form, "cause", t("Say why a tally is made")), good = false;
    if (!good) return tally_page(visit, db, std::move(form));
    const auto made = acts::run_tally(db, visit.as_author(), visit.field("cause"));
    if (!made) return visit.refuse(made.error());
    return visit.see_other(office_url(edition, "/tally"), "tally_made");
}

http::response download_tally_inputs(visit& visit, store::database& db) {
    const auto run = visit.id<workflow::tally_run_id>("run");
    const auto texts = store::load_tally_texts(db, visit.edition(), run);
    return http::attachment("tally-" + std::to_string(workflow::value(run)) + ".txt",
                            "text/plain; charset=utf-8", texts.inputs);
}

}  // namespace features
