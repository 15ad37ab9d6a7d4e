#include "server/store/edition_facts.hpp"

#include "workflow/state_sets.hpp"

namespace store {
namespace {

struct counted {
    int unscreened, eligible, outstanding;
    std::optional<std::string> below_minimum;
};
BOOST_DESCRIBE_STRUCT(counted, (), (unscreened, eligible, outstanding, below_minimum))

}  // namespace

workflow::edition_facts load_edition_facts(database& db, const workflow::edition& edition,
                                           const kept_rules& kept) {
    const auto& rules = kept.rules;
    workflow::edition_facts facts;
    facts.now = db.clock();
    facts.calendar = edition.calendar;
    facts.categories = static_cast<int>(edition.categories.size());
    facts.tiers = static_cast<int>(edition.tiers.size());
    facts.criteria = static_cast<int>(rules.rubric.criteria.size());
    facts.weights_total_bp = workflow::total_weight_bp(rules.rubric);
    facts.rule_problems = static_cast<int>(workflow::check(rules).size());
    facts.minimum_judges_per_entry = rules.minimum_judges_per_entry;
    facts.rule_set_frozen = kept.frozen_at.has_value();
    const auto counts = db.load<counted>(
        R"(with pool as (
               select id from judge
               where edition_id = :edition and left_at is null and identity_checked_at is not null),
           short as (
               select e.id from entry e
               where e.edition_id = :edition and e.state = :eligible
                 and (select count(*) from pool p
                      where not exists (select from conflict c
                                        where c.judge_id = p.id and c.entry_id = e.id and c.bars)) < :minimum)
           select (select count(*) from entry where edition_id = :edition and state = any(:waiting))
                      as unscreened,
                  (select count(*) from entry where edition_id = :edition and state = :eligible) as eligible,
                  (select count(*) from scorecard s join round r on r.id = s.round_id
                   where s.edition_id = :edition and r.closed_at is null
                     and s.state = any(:outstanding)) as outstanding,
                  (select string_agg(cast(id as text), ' ' order by id) from short) as below_minimum)",
        {{"edition", edition.id},
         {"minimum", rules.minimum_judges_per_entry},
         {"eligible", workflow::entry_state::eligible},
         {"waiting", workflow::entry_states::waiting_for_screening},
         {"outstanding", workflow::scorecard_states::outstanding}});
    facts.submitted_unscreened = counts.unscreened;
    facts.eligible_entries = counts.eligible;
    facts.scorecards_outstanding = counts.outstanding;
    std::size_t from = 0;
    const auto& ids = counts.below_minimum.value_or("");
    while (from < ids.size()) {
        const auto end = std::min(ids.find(' ', from), ids.size());
        facts.eligible_below_minimum.push_back(
            workflow::id_from<workflow::entry_id>(std::stoll(ids.substr(from, end - from))));
        from = end + 1;
    }
    return facts;
}

}  // namespace store
