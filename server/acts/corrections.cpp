#include "server/acts/corrections.hpp"

#include "server/acts/certificates.hpp"
#include "server/acts/tally.hpp"
#include "server/store/entries.hpp"
#include "server/store/letters.hpp"

#include <algorithm>

namespace acts {
namespace {

using notifications::certificate_kind;
using workflow::certificate_action;

workflow::entry_facts correction_facts(workflow::edition_state state, const store::new_decision& made) {
    workflow::entry_facts facts;
    facts.edition = state;
    facts.reason_given = !made.reason.empty();
    facts.decision_recorded = true;
    return facts;
}

workflow::certificate_facts certificate_facts(workflow::edition_state state, std::string_view reason) {
    workflow::certificate_facts facts;
    facts.edition = state;
    facts.reason_given = !reason.empty();
    facts.replacement_ready = true;
    return facts;
}

struct correction {
    store::database& db;
    const store::author& who;
    const workflow::edition& edition;
    const std::string& service_address;
    std::string reason;
    std::string day() const { return store::to_text(db.now()).substr(0, 10); }
};

std::string certificate_link(const correction& now, std::string_view serial) {
    return now.service_address + "/verify/" + std::string(serial);
}

void tell_of_certificate(const correction& now, const store::certificate_row& old,
                         const std::string& serial) {
    const auto letter = [&](const store::addressee& to) {
        store::queue_letter(now.db, store::letter_about(
                                        notifications::certificate_replaced_facts{
                                            old.serial, serial, now.reason, certificate_link(now, serial)},
                                        now.edition.id, to, "certificate " + serial));
    };
    if (old.entry_id)
        for (const auto& one : store::list_corrected_addressees(now.db, *old.entry_id))
            letter({one.id, one.name, one.email, one.language});
    if (old.judge_id)
        for (const auto& one : store::list_panel_people_of(now.db, *old.judge_id))
            letter({one.id, one.name, one.email, one.language});
}

// The new certificate first, then the old one out of force: at no instant does a holder have none.
tl::expected<std::string, workflow::refusal> supersede(const correction& now,
                                                       const store::certificate_row& old,
                                                       certificate_kind kind,
                                                       const store::certificate_body& body) {
    const auto decided = workflow::decide(old.state, certificate_action::supersede, now.who.actor,
                                          certificate_facts(now.edition.state, now.reason));
    if (!decided) return tl::unexpected(decided.error());
    store::new_certificate made{
        kind, old.entry_id, old.judge_id, std::nullopt, notifications::serial_of(draw_number()), body};
    const auto next = store::add_certificate(now.db, now.edition.id, old.issued_on, made);
    store::record_act(now.db, now.who, workflow::audit_subject::certificate, workflow::value(next),
                      workflow::audit_action::certificate_issued, {{"supersedes", workflow::value(old.id)}});
    store::note_certificate_reason(now.db, old.id, now.reason);
    store::move_certificate(now.db, now.who, old.id, old.version, *decided, {{"next", workflow::value(next)}},
                            next);
    tell_of_certificate(now, old, made.serial);
    return made.serial;
}

tl::expected<workflow::certificate_decision, workflow::refusal> revoke(const correction& now,
                                                                       const store::certificate_row& old) {
    const auto decided = workflow::decide(old.state, certificate_action::revoke, now.who.actor,
                                          certificate_facts(now.edition.state, now.reason));
    if (!decided) return decided;
    store::note_certificate_reason(now.db, old.id, now.reason);
    store::move_certificate(now.db, now.who, old.id, old.version, *decided);
    return decided;
}

std::vector<store::certificate_row> in_force(store::database& db, workflow::entry_id entry) {
    auto rows = store::list_certificates_of_entry(db, entry);
    std::erase_if(rows, [](const auto& one) { return one.state != workflow::certificate_state::issued; });
    return rows;
}

void tell_of_result(const correction& now, workflow::entry_id entry, const std::string& outcome,
                    workflow::decision_id decision) {
    for (const auto& one : store::list_corrected_addressees(now.db, entry))
        store::queue_letter(
            now.db, store::letter_about(
                        notifications::result_corrected_facts{
                            one.title, one.city, outcome, now.reason, now.day(),
                            now.service_address + "/my/entries/" + std::to_string(workflow::value(entry))},
                        now.edition.id, {one.id, one.name, one.email, one.language},
                        "decision " + std::to_string(workflow::value(decision))));
}

store::new_decision with_entry(store::new_decision made, workflow::entry_id entry, std::string_view what) {
    made.body["entry"] = workflow::value(entry);
    made.body["correction"] = what;
    return made;
}

}  // namespace

corrected revoke_award(store::database& db, const store::author& who, workflow::entry_id id,
                       const store::new_decision& made, const std::string& service_address) {
    store::lock_edition(db, who.edition.value());
    const auto edition = store::load_edition(db, who.edition.value());
    const auto entry = store::lock_entry(db, id);
    const auto decided = workflow::decide(entry.state, workflow::entry_action::revoke, who.actor,
                                          correction_facts(edition.state, made));
    if (!decided) return tl::unexpected(decided.error());
    if (edition.state ==
        workflow::edition_state::decided)  // nothing is public yet: the slate is withdrawn instead
        return workflow::refuse(workflow::refusal_code::result_still_hidden);
    const auto decision = decide_upon(db, who, with_entry(made, id, "revoke"), {});
    store::revoke_prize(db, edition.id, id, made.public_note, decision);
    store::move_entry(db, who, id, entry.version, *decided, store::visibility::open,
                      {{"decision", workflow::value(decision)}});
    const correction now{db, who, edition, service_address, made.reason};
    for (const auto& one : in_force(db, id))
        if (one.kind == certificate_kind::winner)
            if (const auto done = revoke(now, one); !done) return tl::unexpected(done.error());
    tell_of_result(now, id, "The prize has been taken back.", decision);
    return decision;
}

corrected promote_entry(store::database& db, const store::author& who, workflow::entry_id id,
                        const prize_slot& slot, const store::new_decision& made,
                        const std::string& service_address) {
    store::lock_edition(db, who.edition.value());
    const auto edition = store::load_edition(db, who.edition.value());
    const auto entry = store::lock_entry(db, id);
    const auto decided = workflow::decide(entry.state, workflow::entry_action::promote, who.actor,
                                          correction_facts(edition.state, made));
    if (!decided) return tl::unexpected(decided.error());
    const auto category = std::ranges::find(edition.categories, slot.category, &workflow::category::id);
    const auto tier = std::ranges::find(edition.tiers, slot.tier, &workflow::tier::id);
    if (category == edition.categories.end() || tier == edition.tiers.end() ||
        entry.category_id != slot.category)
        throw store::not_found{};
    auto recorded = with_entry(made, id, "promote");
    recorded.body["tier"] = workflow::value(slot.tier);
    const auto decision = decide_upon(db, who, recorded, {});
    store::add_prize(db, edition.id, slot.category, slot.tier, slot.place, id, made.public_note, decision);
    store::move_entry(db, who, id, entry.version, *decided, store::visibility::open,
                      {{"decision", workflow::value(decision)}});
    const correction now{db, who, edition, service_address, made.reason};
    for (const auto& one : in_force(db, id)) {
        auto body = store::body_of(one);
        body.tier = tier->name;
        body.tier_rank = static_cast<int>(std::ranges::count_if(
            edition.tiers, [&](const auto& each) { return each.order <= tier->order; }));
        if (const auto done = supersede(now, one, certificate_kind::winner, body); !done)
            return tl::unexpected(done.error());
    }
    tell_of_result(now, id, tier->name + ", " + category->name, decision);
    return decision;
}

corrected correct_names(store::database& db, const store::author& who, workflow::entry_id id,
                        const printed_names& names, const store::new_decision& made,
                        const std::string& service_address) {
    store::lock_edition(db, who.edition.value());
    const auto edition = store::load_edition(db, who.edition.value());
    const auto entry = store::lock_entry(db, id);
    auto recorded = with_entry(made, id, "names");
    // What was printed until now stays in the record.
    recorded.body["before"] = boost::json::object{
        {"city", entry.city_name}, {"country", entry.city_country}, {"title", entry.title}};
    recorded.body["after"] =
        boost::json::object{{"city", names.city}, {"country", names.country}, {"title", names.title}};
    const auto decision = decide_upon(db, who, recorded, {});
    store::correct_printed_names(db, edition.id, id, names.city, names.country, names.title, decision);
    const correction now{db, who, edition, service_address, made.reason};
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
    const auto edition = store::load_edition(db, who.edition.value());
    const auto old = store::lock_certificate(db, id);
    return supersede({db, who, edition, service_address, reason}, old, old.kind, store::body_of(old));
}

tl::expected<workflow::certificate_decision, workflow::refusal> revoke_certificate(
    store::database& db, const store::author& who, workflow::certificate_id id, const std::string& reason) {
    const auto edition = store::load_edition(db, who.edition.value());
    return revoke({db, who, edition, {}, reason}, store::lock_certificate(db, id));
}

}  // namespace acts
