#include "server/acts/corrections.hpp"

#include "server/acts/certificates.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/letters.hpp"
#include "server/acts/tally.hpp"
#include "server/store/entries.hpp"
#include "server/store/move_facts.hpp"

#include <algorithm>

namespace acts {
namespace {

using notifications::certificate_kind;
using workflow::certificate_action;

// Somebody of the secretariat corrects, for a reason that goes into the log and the letters.
acting correcting(store::database& db, const store::author& who, const std::string& service_address,
                  const std::string& reason) {
    return {db, who, service_address, reason};
}

store::concerning holder_of(const store::certificate_row& certificate) {
    store::concerning about;
    about.entry = certificate.entry_id;
    about.judge = certificate.judge_id;
    return about;
}

// What the guards ask of a certificate; its replacement is there when it is asked for one.
workflow::certificate_facts facts_of(const acting& now, const store::certificate_row& old) {
    auto facts = store::load_certificate_facts(now.db, old.id);
    facts.reason_given = now.reason_given();
    facts.replacement_ready = true;
    return facts;
}

// Makes a certificate anew; returns the new serial.
tl::expected<std::string, workflow::refusal> supersede(const acting& now, const store::certificate_row& old,
                                                       certificate_kind kind,
                                                       const store::certificate_body& body) {
    const auto decided =
        workflow::decide(old.state, certificate_action::supersede, now.who.actor, facts_of(now, old));
    if (!decided) return tl::unexpected(decided.error());
    certificate_move moving{old,
                            *decided,
                            store::new_certificate{kind, old.entry_id, old.judge_id, std::nullopt,
                                                   notifications::serial_of(draw_number()), body},
                            {}};
    if (const auto done = move(now, moving); !done) return tl::unexpected(done.error());
    return moving.replacement->serial;
}

tl::expected<workflow::certificate_decision, workflow::refusal> decide_revocation(
    const acting& now, const store::certificate_row& old) {
    return workflow::decide(old.state, certificate_action::revoke, now.who.actor, facts_of(now, old));
}

tl::expected<workflow::certificate_decision, workflow::refusal> revoke(const acting& now,
                                                                       const store::certificate_row& old) {
    const auto decided = decide_revocation(now, old);
    if (!decided) return decided;
    certificate_move moving{old, *decided, {}, {}};
    if (const auto done = move(now, moving); !done) return tl::unexpected(done.error());
    return decided;
}

std::vector<store::certificate_row> in_force(store::database& db, workflow::entry_id entry) {
    auto rows = store::list_certificates_of_entry(db, entry);
    std::erase_if(rows, [](const auto& one) { return one.state != workflow::certificate_state::issued; });
    return rows;
}

// A decided correction: the decision is recorded, then the entry moves with all that follows.
corrected correct(const acting& now, const store::entry_row& entry, const workflow::entry_decision& decided,
                  const store::minutes& minutes, const store::decision_body& body,
                  std::optional<prize_slot> slot = {}) {
    const auto decision = decide_upon(now.db, now.who, minutes, body, {});
    entry_move moving{entry.id,
                      entry.version,
                      decided,
                      store::visibility::open,
                      {{"decision", workflow::value(decision)}},
                      correction_made{decision, minutes.public_note, slot}};
    if (const auto done = move(now, moving); !done) return tl::unexpected(done.error());
    return decision;
}

workflow::entry_facts correction_facts(const acting& now, const workflow::edition& edition,
                                       workflow::entry_id id) {
    auto facts = store::load_entry_facts(now.db, edition, now.who.actor, id);
    facts.reason_given = now.reason_given();
    facts.decision_recorded = true;
    return facts;
}

tl::expected<workflow::entry_decision, workflow::refusal> decide_revocation(const acting& now,
                                                                            const workflow::edition& edition,
                                                                            const store::entry_row& entry) {
    auto decided = workflow::decide(entry.state, workflow::entry_action::revoke, now.who.actor,
                                    correction_facts(now, edition, entry.id));
    // While nothing is public yet the slate is withdrawn instead.
    if (decided && edition.state == workflow::edition_state::decided)
        return workflow::refuse(workflow::refusal_code::result_still_hidden);
    return decided;
}

// P2: the certificates of a prize say whether it is shared, also when somebody joins in it or is the last who
// holds it.
workflow::verdict say_who_shares(const acting& now, const prize_slot& slot) {
    auto telling = now;
    telling.reason = "It says now by how many the prize is held.";
    const auto holders = list_holders(store::list_prizes(now.db, now.edition()), slot);
    for (const auto& holder : holders)
        for (const auto& one : in_force(now.db, holder.entry_id.value())) {
            auto body = store::body_of(one);
            if (one.kind != certificate_kind::winner || body.is_shared == (holders.size() > 1)) continue;
            body.is_shared = holders.size() > 1;
            if (const auto done = supersede(telling, one, one.kind, body); !done)
                return tl::unexpected(done.error());
        }
    return {};
}

const workflow::tier& tier_of(const workflow::edition& edition, workflow::tier_id wanted) {
    const auto found = std::ranges::find(edition.tiers, wanted, &workflow::tier::id);
    if (found == edition.tiers.end()) throw store::not_found{};
    return *found;
}

}  // namespace

std::vector<store::prize_line> list_holders(std::vector<store::prize_line> prizes, const prize_slot& slot) {
    std::erase_if(prizes, [&](const auto& one) {
        return one.category_id != slot.category || one.tier_id != slot.tier || one.place != slot.place ||
               one.withheld || one.state != store::prize_state::given;
    });
    return prizes;
}

corrected revoke_award(store::database& db, const store::author& who, workflow::entry_id id,
                       const store::minutes& made, const std::string& service_address) {
    const auto now = correcting(db, who, service_address, made.reason);
    store::lock_edition(db, now.edition());
    const auto edition = store::load_edition(db, now.edition());
    const auto entry = store::lock_entry(db, id);
    const auto decided = decide_revocation(now, edition, entry);
    if (!decided) return tl::unexpected(decided.error());
    return correct(now, entry, *decided, made, store::revocation_body{id});
}

workflow::verdict may_revoke_award(const acting& now, workflow::entry_id id) {
    const auto edition = store::load_edition(now.db, now.edition());
    const auto decided = decide_revocation(now, edition, store::lock_entry(now.db, id));
    if (!decided) return tl::unexpected(decided.error());
    return {};
}

corrected promote_entry(store::database& db, const store::author& who, workflow::entry_id id,
                        const prize_slot& slot, const store::minutes& made,
                        const std::string& service_address) {
    const auto now = correcting(db, who, service_address, made.reason);
    store::lock_edition(db, now.edition());
    const auto edition = store::load_edition(db, now.edition());
    const auto entry = store::lock_entry(db, id);
    const auto decided = workflow::decide(entry.state, workflow::entry_action::promote, who.actor,
                                          correction_facts(now, edition, id));
    if (!decided) return tl::unexpected(decided.error());
    if (entry.category_id != slot.category) throw store::not_found{};
    if (slot.place < 1 || slot.place > tier_of(edition, slot.tier).per_category) throw store::not_found{};
    const auto beside = list_holders(store::list_prizes(db, edition.id), slot);
    if (!slot.shared && !beside.empty()) return workflow::refuse(workflow::refusal_code::prize_taken);
    if (slot.shared && beside.empty()) return workflow::refuse(workflow::refusal_code::stale_version);
    return correct(now, entry, *decided, made, store::promotion_body{id, slot.tier, slot.place, slot.shared},
                   slot);
}

workflow::verdict free_the_slot(const acting& now, entry_move& moved) {
    const auto& correction = moved.correction.value();
    store::revoke_prize(now.db, now.edition(), moved.id, correction.public_note, correction.decision);
    return {};
}

workflow::verdict revoke_the_certificate(const acting& now, entry_move& moved) {
    for (const auto& one : in_force(now.db, moved.id))
        if (one.kind == certificate_kind::winner)
            if (const auto done = revoke(now, one); !done) return tl::unexpected(done.error());
    const auto prizes = store::list_prizes(now.db, now.edition());
    const auto lost = std::ranges::find(prizes, moved.id, &store::prize_line::entry_id);
    if (lost == prizes.end()) return {};
    return say_who_shares(now, {lost->category_id, lost->tier_id, lost->place});
}

workflow::verdict issue_the_certificate(const acting& now, entry_move& moved) {
    const auto& correction = moved.correction.value();
    const auto edition = store::load_edition(now.db, now.edition());
    const auto& slot = correction.slot.value();
    const auto& tier = tier_of(edition, slot.tier);
    store::add_prize(now.db, edition.id, slot.category, slot.tier, slot.place, moved.id,
                     correction.public_note, correction.decision);
    for (const auto& one : in_force(now.db, moved.id)) {
        auto body = store::body_of(one);
        body.tier = tier.name;
        body.tier_rank = static_cast<int>(
            std::ranges::count_if(edition.tiers, [&](const auto& each) { return each.order <= tier.order; }));
        body.is_shared = slot.shared;
        if (const auto done = supersede(now, one, certificate_kind::winner, body); !done)
            return tl::unexpected(done.error());
    }
    return say_who_shares(now, slot);
}

workflow::verdict publish_the_correction(const acting& now, entry_move& moved) {
    const auto& correction = moved.correction.value();
    std::string outcome = "The prize has been taken back.";
    if (correction.slot) {
        const auto edition = store::load_edition(now.db, now.edition());
        const auto category =
            std::ranges::find(edition.categories, correction.slot->category, &workflow::category::id);
        outcome = tier_of(edition, correction.slot->tier).name + ", " + category->name;
    }
    write_each(now, store::about_entry(moved.id),
               "decision " + std::to_string(workflow::value(correction.decision)),
               [&](const store::hearer& to) {
                   return notifications::result_corrected_content{to.title,
                                                                  to.city,
                                                                  outcome,
                                                                  now.reason,
                                                                  moment_of(now, now.db.now()),
                                                                  link_to_entry(now, moved.id)};
               });
    return {};
}

workflow::verdict replace_the_certificate(const acting& now, certificate_move& moved) {
    const auto& old = moved.old;
    const auto& made = moved.replacement.value();
    moved.next = store::add_certificate(now.db, now.edition(), old.issued_on, made);
    store::record_act(now.db, now.who, workflow::audit_subject::certificate, workflow::value(*moved.next),
                      workflow::audit_action::certificate_issued, {{"supersedes", workflow::value(old.id)}});
    write_to_all(now, holder_of(old), "certificate " + made.serial,
                 notifications::certificate_replaced_content{old.serial, made.serial, now.reason,
                                                             now.service_address + "/verify/" + made.serial});
    return {};
}

corrected correct_names(store::database& db, const store::author& who, workflow::entry_id id,
                        const store::names_as_printed& names, const store::minutes& made,
                        const std::string& service_address) {
    const auto now = correcting(db, who, service_address, made.reason);
    store::lock_edition(db, now.edition());
    const auto edition = store::load_edition(db, now.edition());
    const auto entry = store::lock_entry(db, id);
    const auto decision = decide_upon(
        db, who, made,
        store::name_correction_body{id, {entry.city_name, entry.city_country, entry.title}, names}, {});
    store::correct_printed_names(db, edition.id, id, names.city, names.country, names.title, decision);
    for (const auto& one : in_force(db, id)) {
        auto body = store::body_of(one);
        body.name = names.city;
        body.name_detail = names.country;
        body.entry_title = names.title;
        if (const auto done = supersede(now, one, one.kind, body); !done) return tl::unexpected(done.error());
    }
    if (names.city == entry.city_name && names.country == entry.city_country) return decision;
    for (const auto beside : store::list_entries_beside(db, id)) {
        store::correct_printed_city(db, edition.id, beside, names.city, names.country, decision);
        for (const auto& one : in_force(db, beside)) {
            auto body = store::body_of(one);
            body.name = names.city;
            body.name_detail = names.country;
            if (const auto done = supersede(now, one, one.kind, body); !done)
                return tl::unexpected(done.error());
        }
    }
    return decision;
}

tl::expected<std::string, workflow::refusal> reissue_certificate(store::database& db,
                                                                 const store::author& who,
                                                                 workflow::certificate_id id,
                                                                 const std::string& reason,
                                                                 const std::string& service_address) {
    const auto old = store::lock_certificate(db, id);
    return supersede(correcting(db, who, service_address, reason), old, old.kind, store::body_of(old));
}

tl::expected<workflow::certificate_decision, workflow::refusal> revoke_certificate(
    store::database& db, const store::author& who, workflow::certificate_id id, const std::string& reason) {
    return revoke(correcting(db, who, {}, reason), store::lock_certificate(db, id));
}

workflow::verdict may_revoke_certificate(const acting& now, workflow::certificate_id id) {
    const auto decided = decide_revocation(now, store::lock_certificate(now.db, id));
    if (!decided) return tl::unexpected(decided.error());
    return {};
}

}  // namespace acts
