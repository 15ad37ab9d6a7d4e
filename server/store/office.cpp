#include "server/store/office.hpp"

#include "workflow/state_sets.hpp"

namespace store {
namespace {

constexpr std::string_view filtered = R"(
    from entry e join city c on c.id = e.city_id join category k on k.id = e.category_id
    where e.edition_id = :edition and (e.state <> :draft or :state = :draft)
      and (:search = '' or position(folded_name(:search) in folded_name(e.title || ' | ' || e.provider_name)) > 0
           or position(folded_name(:search) in c.folded) > 0 or cast(e.number as text) = :search)
      and (:category = '' or k.key = :category) and (:state = '' or e.state = :state)
      and (:country = '' or c.country = :country)
      and (:city = '' or position(folded_name(:city) in c.folded) > 0)
      and (not cast(:flagged as boolean) or e.flag <> ''))";

std::string order_of(std::string_view sort) {
    const bool down = sort.starts_with('-');
    if (down) sort.remove_prefix(1);
    const std::string turn = down ? " desc" : "";
    if (sort == "title") return "lower(e.title)" + turn + ", e.id";
    if (sort == "city") return "c.printed_name" + turn + ", e.id";
    if (sort == "category") return "k.position" + turn + ", e.number, e.id";
    if (sort == "state") return "e.state" + turn + ", e.number, e.id";
    if (sort == "submitted") return "e.submitted_at" + turn + " nulls last, e.id";
    return "e.number" + turn + " nulls last, e.id";
}

}  // namespace

entry_counts count_entries(database& db, workflow::edition_id edition) {
    return db.load<entry_counts>(
        R"(select count(*) filter (where state = :draft) as drafts,
                  count(*) filter (where number is not null) as received,
                  count(*) filter (where number is not null and state <> all(:not_complete))
                      as complete,
                  count(*) filter (where state = any(:found_eligible)) as eligible,
                  count(*) filter (where exists (select from scorecard s where s.entry_id = e.id and s.state = :locked))
                      as judged,
                  count(distinct city_id) filter (where number is not null) as cities
           from entry e where edition_id = :edition)",
        {{"edition", edition},
         {"draft", workflow::entry_state::draft},
         {"not_complete", workflow::entry_states::not_complete},
         {"found_eligible", workflow::entry_states::found_eligible},
         {"locked", workflow::scorecard_state::locked}});
}

std::vector<office_entry_line> list_office_entries(database& db, workflow::edition_id edition,
                                                   const entry_filter& filter) {
    const auto sql =
        R"(select e.id, e.number, e.title, c.printed_name as city, c.country, k.name as category, e.state,
                               e.flag, e.third_party, e.submitted_at, e.return_due_at,
                               (select count(*) from attachment a where a.entry_id = e.id and a.state = :stored)
                                   as files)" +
        std::string(filtered) + " order by " + order_of(filter.sort) + " limit :most offset :skip";
    return db.list<office_entry_line>(sql, {{"edition", edition},
                                            {"search", filter.search},
                                            {"category", filter.category},
                                            {"state", filter.state},
                                            {"draft", workflow::entry_state::draft},
                                            {"country", filter.country},
                                            {"city", filter.city},
                                            {"flagged", filter.flagged},
                                            {"most", filter.most},
                                            {"stored", attachment_state::stored},
                                            {"skip", filter.skip}});
}

std::int64_t count_office_entries(database& db, workflow::edition_id edition, const entry_filter& filter) {
    return db.value<std::int64_t>("select count(*)" + std::string(filtered),
                                  {{"edition", edition},
                                   {"search", filter.search},
                                   {"category", filter.category},
                                   {"state", filter.state},
                                   {"draft", workflow::entry_state::draft},
                                   {"country", filter.country},
                                   {"city", filter.city},
                                   {"flagged", filter.flagged}});
}

std::vector<std::string> list_entry_countries(database& db, workflow::edition_id edition) {
    return db.values<std::string>(
        R"(select distinct c.country from entry e join city c on c.id = e.city_id where e.edition_id = :edition
           order by c.country)",
        {{"edition", edition}});
}

std::vector<std::string> list_used_categories(database& db, workflow::edition_id edition) {
    return db.values<std::string>(
        R"(select k.key from category k where k.edition_id = :edition
           and exists (select from entry e where e.category_id = k.id) order by k.position)",
        {{"edition", edition}});
}

std::vector<small_category> list_small_categories(database& db, workflow::edition_id edition, int least) {
    return db.list<small_category>(
        R"(select k.key, k.name, count(e.id) as eligible
           from category k left join entry e on e.category_id = k.id and e.state = :eligible
           where k.edition_id = :edition group by k.id having count(e.id) < :least order by k.position)",
        {{"edition", edition}, {"eligible", workflow::entry_state::eligible}, {"least", least}});
}

std::vector<extension_line> list_extensions(database& db, workflow::edition_id edition) {
    return db.list<extension_line>(
        R"(select c.printed_name as city, x.until, x.reason, p.name as granted_by, x.granted_at
           from extension x join city c on c.id = x.city_id left join person p on p.id = x.granted_by
           where x.edition_id = :edition order by x.id desc)",
        {{"edition", edition}});
}

void grant_extension(database& db, const author& who, workflow::city_id city, workflow::instant until,
                     std::string_view reason) {
    const auto id = db.value<std::int64_t>(
        R"(insert into extension (edition_id, city_id, until, reason, granted_by)
           values (:edition, :city, :until, :reason, :by) returning id)",
        {{"edition", who.edition},
         {"city", city},
         {"until", until},
         {"reason", reason},
         {"by", who.actor.person}});
    record_act(db, who, audit_subject::extension, id, audit_action::extension_granted,
               {{"city", workflow::value(city)}, {"until", to_text(until)}});
}

std::vector<city_choice> list_city_choices(database& db) {
    return db.list<city_choice>(
        R"(select id, official_name as name, country from city where approved_at is not null and merged_into is null
           order by official_name, id)");
}

std::vector<letter_line> list_letters(database& db, workflow::edition_id edition,
                                      std::optional<letter_state> state, int most, int skip) {
    return db.list<letter_line>(
        R"(select id, occasion, cause, to_name, to_address, state, last_error, attempts, queued_at, next_attempt_at,
                  accepted_at,
                  (select j.id from judge j where j.person_id = letter.person_id and j.edition_id = letter.edition_id
                     and j.terms_accepted_at is null and j.left_at is null) as judge_id
           from letter where edition_id = :edition and (cast(:state as text) is null or state = :state)
           order by id desc limit :most offset :skip)",
        {{"edition", edition}, {"state", state}, {"most", most}, {"skip", skip}});
}

letter_counts count_letters(database& db, workflow::edition_id edition) {
    return db.load<letter_counts>(
        R"(select count(*) filter (where state = :queued or state = :leased) as queued,
                  count(*) filter (where state = :accepted) as accepted,
                  count(*) filter (where state = :failed) as failed
           from letter where edition_id = :edition)",
        {{"edition", edition},
         {"queued", letter_state::queued},
         {"leased", letter_state::leased},
         {"accepted", letter_state::accepted},
         {"failed", letter_state::failed}});
}

void send_letter_again(database& db, const author& who, std::int64_t id) {
    const auto touched = db.run(
        R"(update letter set state = :queued, next_attempt_at = clock_timestamp(), lease_until = null
           where id = :id and edition_id = :edition and state = :failed)",
        {{"queued", letter_state::queued},
         {"failed", letter_state::failed},
         {"id", id},
         {"edition", who.edition}});
    if (touched != 1) throw not_found{};
    record_act(db, who, audit_subject::letter, id, audit_action::letter_sent_again);
}

failed_letter load_failed_letter(database& db, workflow::edition_id edition, std::int64_t id) {
    return db.load<failed_letter>(
        "select occasion, person_id from letter where id = :id and edition_id = :edition and state = :failed",
        {{"id", id}, {"edition", edition}, {"failed", letter_state::failed}});
}

void settle_letter(database& db, const author& who, std::int64_t id) {
    const auto touched = db.run(
        R"(update letter set state = :settled, facts = without_tokens(facts), lease_until = null
           where id = :id and edition_id = :edition and state = :failed)",
        {{"settled", letter_state::settled},
         {"failed", letter_state::failed},
         {"id", id},
         {"edition", who.edition}});
    if (touched != 1) throw not_found{};
    record_act(db, who, audit_subject::letter, id, audit_action::letter_settled);
}

void redirect_failed_letters(database& db, const author& who, workflow::person_id person,
                             std::string_view address) {
    db.run(
        R"(update letter set state = :queued, to_address = :address, next_attempt_at = clock_timestamp(), lease_until = null
           where person_id = :person and edition_id = :edition and state = :failed)",
        {{"queued", letter_state::queued},
         {"failed", letter_state::failed},
         {"address", address},
         {"person", person},
         {"edition", who.edition}});
}

void keep_known_city(database& db, const known_city& city) {
    db.run(
        R"(insert into city (official_name, printed_name, country, printed_country, parent_id, member, approved_at)
           select :name, :printed, :country, :printed_country, p.id, :member, clock_timestamp()
           from (values (1)) as one
           left join city p on p.country = :country and p.official_name = :parent and p.merged_into is null
           where not exists (select from city k where k.country = :country and k.parent_id is not distinct from p.id
                             and (folded_name(k.official_name) = folded_name(:name) or :name = any(k.other_names)))
           on conflict do nothing)",
        {{"name", city.name},
         {"printed", city.printed_name},
         {"country", city.country},
         {"printed_country", city.printed_country},
         {"parent", city.parent},
         {"member", city.member}});
}

}  // namespace store
