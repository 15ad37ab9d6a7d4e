#include "server/store/rounds.hpp"

#include "workflow/state_sets.hpp"

namespace store {
namespace {

constexpr std::string_view rounds = "select id, number, name, purpose, opened_at, closed_at from round ";

constexpr std::string_view cards = R"(
    select s.id, s.judge_id, s.entry_id, j.name as judge, e.title, c.printed_name as city, k.name as category, s.reason,
           s.explanation, e.number, s.state, s.version, j.terms_accepted_at is not null as terms_accepted,
           j.identity_checked_at is not null as identity_verified, j.left_at is not null as judge_left
    from scorecard s join judge j on j.id = s.judge_id join entry e on e.id = s.entry_id
    join city c on c.id = e.city_id join category k on k.id = e.category_id )";

struct available_row {
    workflow::judge_id id;
    std::optional<int> capacity;
    bool alternate, verified;
    std::string expertise;
};
BOOST_DESCRIBE_STRUCT(available_row, (), (id, capacity, alternate, verified, expertise))

struct category_key {
    workflow::category_id id;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(category_key, (), (id, key))

struct standing_row {
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
    bool started;
};
BOOST_DESCRIBE_STRUCT(standing_row, (), (judge_id, entry_id, started))

struct barred_row {
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
};
BOOST_DESCRIBE_STRUCT(barred_row, (), (judge_id, entry_id))

struct entry_row_of_round {
    workflow::entry_id id;
    workflow::category_id category_id;
};
BOOST_DESCRIBE_STRUCT(entry_row_of_round, (), (id, category_id))

std::vector<judging::judged_entry> as_judged(const std::vector<entry_row_of_round>& rows) {
    std::vector<judging::judged_entry> entries;
    for (const auto& row : rows) entries.push_back({row.id, row.category_id});
    return entries;
}

bool holds_word(std::string_view words, std::string_view wanted) {
    const auto padded = " " + std::string(words) + " ";
    return padded.find(" " + std::string(wanted) + " ") != std::string::npos;
}

}  // namespace

std::vector<round_row> list_rounds(database& db, workflow::edition_id edition) {
    return db.list<round_row>(std::string(rounds) + "where edition_id = :edition order by number",
                              {{"edition", edition}});
}

std::optional<round_row> find_last_round(database& db, workflow::edition_id edition) {
    return db.find<round_row>(
        std::string(rounds) + "where edition_id = :edition order by number desc limit 1",
        {{"edition", edition}});
}

round_row add_round(database& db, const author& who, const workflow::rule_set& rules) {
    const auto last = find_last_round(db, who.edition.value());
    const int number = last ? last->number + 1 : 1;
    const auto index = static_cast<std::size_t>(number - 1);
    const auto name =
        index < rules.rounds.size() ? rules.rounds[index].name : "Round " + std::to_string(number);
    const bool scores = number == 1 || (index < rules.rounds.size() && rules.rounds[index].key == "scoring");
    auto made = db.load<round_row>(
        R"(insert into round (edition_id, number, name, purpose) values (:edition, :number, :name, :purpose)
           returning id, number, name, purpose, opened_at, closed_at)",
        {{"edition", who.edition},
         {"number", number},
         {"name", name},
         {"purpose", scores ? "scoring" : "finals"}});
    record_act(db, who, audit_subject::round, workflow::value(made.id), audit_action::round_added,
               {{"number", number}});
    return made;
}

void note_round_opened(database& db, workflow::round_id id) {
    db.run("update round set opened_at = coalesce(opened_at, :now) where id = :id",
           {{"now", db.now()}, {"id", id}});
}

void note_round_closed(database& db, workflow::round_id id) {
    db.run("update round set closed_at = coalesce(closed_at, :now) where id = :id",
           {{"now", db.now()}, {"id", id}});
}

void set_round_entries(database& db, const author& who, workflow::round_id round,
                       const std::vector<workflow::entry_id>& entries) {
    db.run("delete from round_entry where round_id = :round and entry_id <> all (cast(:entries as bigint[]))",
           {{"round", round}, {"entries", entries}});
    db.run(R"(insert into round_entry (round_id, entry_id, edition_id)
              select :round, entry, :edition from unnest(cast(:entries as bigint[])) as entry on conflict do nothing)",
           {{"round", round}, {"edition", who.edition}, {"entries", entries}});
    record_act(db, who, audit_subject::round, workflow::value(round), audit_action::round_entries_set,
               {{"entries", entries.size()}});
}

std::vector<judging::judged_entry> list_round_entries(database& db, workflow::round_id round) {
    return as_judged(db.list<entry_row_of_round>(
        R"(select e.id, e.category_id from round_entry r join entry e on e.id = r.entry_id
           where r.round_id = :round and e.state <> all(:out) order by e.id)",
        {{"round", round}, {"out", workflow::entry_states::out_of_judging}}));
}

std::vector<judging::judged_entry> list_eligible_entries(database& db, workflow::edition_id edition) {
    return as_judged(db.list<entry_row_of_round>(
        "select id, category_id from entry where edition_id = :edition and state = :eligible order by id",
        {{"edition", edition}, {"eligible", workflow::entry_state::eligible}}));
}

judging::assignment_input load_assignment_input(database& db, workflow::edition_id edition,
                                                workflow::round_id round, const workflow::rule_set& rules) {
    judging::assignment_input input;
    input.rules.minimum_per_entry = rules.minimum_judges_per_entry;
    input.entries = list_round_entries(db, round);
    const auto categories = db.list<category_key>("select id, key from category where edition_id = :edition",
                                                  {{"edition", edition}});
    for (
        const auto& row : db.list<available_row>(
            R"(select id, capacity, alternate, identity_checked_at is not null as verified, expertise from judge
                where edition_id = :edition and left_at is null order by id)",
            {{"edition", edition}})) {
        judging::available_judge judge{row.id, row.capacity, row.alternate, row.verified, {}};
        for (const auto& category : categories)
            if (holds_word(row.expertise, category.key)) judge.expertise.push_back(category.id);
        input.judges.push_back(std::move(judge));
    }
    for (const auto& row : db.list<barred_row>(
             "select distinct judge_id, entry_id from conflict where edition_id = :edition and bars",
             {{"edition", edition}}))
        input.barred.push_back({row.judge_id, row.entry_id});
    for (const auto& row : db.list<standing_row>(
             R"(select judge_id, entry_id, state <> :assigned as started from scorecard
                where round_id = :round and state <> all(:taken_off))",
             {{"round", round},
              {"assigned", workflow::scorecard_state::assigned},
              {"taken_off", workflow::scorecard_states::taken_off}}))
        input.standing.push_back({row.judge_id, row.entry_id, row.started});
    // A judge who stepped off an entry does not get it back.
    for (const auto& row : db.list<barred_row>(
             R"(select judge_id, entry_id from scorecard
                where round_id = :round and state = any(:taken_off))",
             {{"round", round}, {"taken_off", workflow::scorecard_states::taken_off}}))
        input.barred.push_back({row.judge_id, row.entry_id});
    return input;
}

std::vector<card_line> list_cards(database& db, workflow::round_id round) {
    return db.list<card_line>(
        std::string(cards) + "where s.round_id = :round order by e.number, e.id, j.name, j.id",
        {{"round", round}});
}

card_line lock_card(database& db, workflow::scorecard_id id) {
    return db.load<card_line>(std::string(cards) + "where s.id = :id for update of s", {{"id", id}});
}

std::vector<card_line> lock_cards_of_judge(database& db, workflow::judge_id judge) {
    return db.list<card_line>(std::string(cards) + R"(join round r on r.id = s.round_id
                                  where s.judge_id = :judge and r.closed_at is null order by s.id for update of s)",
                              {{"judge", judge}});
}

std::vector<card_line> lock_cards_on_entry(database& db, workflow::entry_id entry) {
    return db.list<card_line>(std::string(cards) + R"(join round r on r.id = s.round_id
                                  where s.entry_id = :entry and r.closed_at is null order by s.id for update of s)",
                              {{"entry", entry}});
}

std::vector<card_line> lock_cards(database& db, workflow::round_id round) {
    return db.list<card_line>(std::string(cards) + "where s.round_id = :round order by s.id for update of s",
                              {{"round", round}});
}

std::vector<card_line> lock_barred_cards(database& db, workflow::edition_id edition) {
    return db.list<card_line>(std::string(cards) + R"(where s.edition_id = :edition
                                      and s.state <> all(:taken_off)
                                      and exists (select from conflict x where x.judge_id = s.judge_id
                                                  and x.entry_id = s.entry_id and x.bars)
                                  order by s.id for update of s)",
                              {{"edition", edition}, {"taken_off", workflow::scorecard_states::taken_off}});
}

long add_cards(database& db, const author& who, workflow::round_id round, workflow::rule_set_id rules,
               const std::vector<new_card>& cards_wanted, bool by_hand) {
    std::vector<workflow::judge_id> judges;
    std::vector<workflow::entry_id> entries;
    std::vector<std::string> explanations;
    for (const auto& one : cards_wanted) {
        judges.push_back(one.judge);
        entries.push_back(one.entry);
        explanations.push_back(one.explanation);
    }
    const auto added = db.run(
        R"(insert into scorecard (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, assigned_by,
                                  explanation, assigned_at)
           select :edition, :round, t.judge, t.entry, :rules, e.current_version, cast(:by as bigint), t.explanation,
                  :now
           from unnest(cast(:judges as bigint[]), cast(:entries as bigint[]), cast(:explanations as text[]))
                as t (judge, entry, explanation)
           join entry e on e.id = t.entry and e.edition_id = :edition and e.state = :eligible
           join judge j on j.id = t.judge and j.edition_id = :edition
           on conflict (round_id, judge_id, entry_id) do nothing)",
        {{"edition", who.edition},
         {"round", round},
         {"rules", rules},
         {"by", by_hand ? who.actor.person : std::nullopt},
         {"judges", judges},
         {"entries", entries},
         {"explanations", explanations},
         {"eligible", workflow::entry_state::eligible},
         {"now", db.now()}});
    if (added > 0)
        record_act(db, who, audit_subject::round, workflow::value(round), audit_action::pairs_assigned,
                   {{"pairs", added}});
    return added;
}

void remove_card(database& db, const author& who, workflow::scorecard_id id) {
    if (db.run("delete from scorecard where id = :id and state = :assigned",
               {{"id", id}, {"assigned", workflow::scorecard_state::assigned}}) != 1)
        throw not_found{};
    record_act(db, who, audit_subject::scorecard, workflow::value(id), audit_action::pair_removed);
}

void remove_unstarted_cards(database& db, workflow::round_id round,
                            const std::vector<judging::standing_pair>& dropped) {
    std::vector<workflow::judge_id> judges;
    std::vector<workflow::entry_id> entries;
    for (const auto& one : dropped) {
        if (one.started) continue;
        judges.push_back(one.judge);
        entries.push_back(one.entry);
    }
    db.run(R"(delete from scorecard s using unnest(cast(:judges as bigint[]), cast(:entries as bigint[]))
                  as gone (judge, entry)
              where s.round_id = :round and s.judge_id = gone.judge and s.entry_id = gone.entry and s.state = :assigned)",
           {{"round", round},
            {"judges", judges},
            {"entries", entries},
            {"assigned", workflow::scorecard_state::assigned}});
}

void refresh_cards(database& db, workflow::round_id round, workflow::rule_set_id rules) {
    db.run(R"(update scorecard s set rule_set_id = :rules, entry_version = e.current_version
              from entry e where e.id = s.entry_id and s.round_id = :round and s.state = :assigned)",
           {{"rules", rules}, {"round", round}, {"assigned", workflow::scorecard_state::assigned}});
}

void set_card_reasons(database& db, const std::vector<workflow::scorecard_id>& cards,
                      const std::vector<std::string>& reasons) {
    if (cards.empty()) return;
    db.run(R"(update scorecard s set reason = g.reason
              from unnest(cast(:cards as bigint[]), cast(:reasons as text[])) as g (id, reason) where s.id = g.id)",
           {{"cards", cards}, {"reasons", reasons}});
}

bool has_locked_scorecard(database& db, workflow::edition_id edition) {
    return db.value<bool>(
        R"(select exists (select from scorecard where edition_id = :edition
                          and state = any(:locked_once)))",
        {{"edition", edition}, {"locked_once", workflow::scorecard_states::locked_once}});
}

unscored count_unscored(database& db, workflow::edition_id edition, int minimum) {
    return db.load<unscored>(
        R"(select count(*) filter (where n = 0) as by_nobody, count(*) filter (where n between 1 and :minimum - 1) as by_too_few
           from (select (select count(*) from scorecard s where s.entry_id = e.id and s.round_id = r.round_id
                                                            and s.state = any(:done)) as n
                 from round_entry r join entry e on e.id = r.entry_id and e.state <> all(:out)
                 where r.round_id = (select max(id) from round where edition_id = :edition)) as scored)",
        {{"edition", edition},
         {"minimum", minimum},
         {"done", workflow::scorecard_states::done},
         {"out", workflow::entry_states::out_of_judging}});
}

}  // namespace store
