#include "server/store/disclosure.hpp"

#include "server/store/documents.hpp"
#include "workflow/states.hpp"

namespace store {
namespace {

struct kept_row {
    workflow::entry_id entry_id;
    workflow::round_id round_id;
    std::string round, category, title, printed_city, printed_country;
    std::optional<int> place;
    int of_entries;
    std::optional<std::string> value;
    std::string highest, lowest, criteria;
};
BOOST_DESCRIBE_STRUCT(kept_row, (),
                      (entry_id, round_id, round, category, title, printed_city, printed_country, place,
                       of_entries, value, highest, lowest, criteria))

constexpr std::string_view kept_rows = R"(
    select d.entry_id, d.round_id, d.round, c.name as category, d.title, d.printed_city, d.printed_country,
           d.place, d.of_entries, d.value, d.highest, d.lowest, d.criteria
    from disclosed_score d join category c on c.id = d.category_id )";

std::vector<disclosed_row> read_rows(std::vector<kept_row> kept) {
    std::vector<disclosed_row> rows;
    for (auto& one : kept) {
        std::optional<judging::fraction> value;
        if (one.value) value.emplace(*one.value);
        rows.push_back({one.entry_id, one.round_id, std::move(one.round), std::move(one.category),
                        std::move(one.title), std::move(one.printed_city), std::move(one.printed_country),
                        one.place, one.of_entries, std::move(value), judging::fraction(one.highest),
                        judging::fraction(one.lowest),
                        from_document<std::vector<judging::criterion_scores>>(one.criteria)});
    }
    return rows;
}

}  // namespace

void add_disclosed_scores(database& db, workflow::edition_id edition, workflow::round_id round,
                          bool to_everybody, const std::vector<judging::disclosed_scores>& scores) {
    std::vector<workflow::entry_id> entries;
    std::vector<int> places, all_places;                         // 0: no place
    std::vector<std::string> values, highest, lowest, criteria;  // an empty value: none
    for (const auto& one : scores) {
        entries.push_back(one.entry);
        places.push_back(one.place.value_or(0));
        all_places.push_back(one.of);
        values.push_back(one.value ? judging::write_exactly(*one.value) : "");
        highest.push_back(judging::write_exactly(one.highest));
        lowest.push_back(judging::write_exactly(one.lowest));
        criteria.push_back(to_document(one.criteria));
    }
    db.run(
        R"(insert into disclosed_score (entry_id, round_id, edition_id, round, round_number, place, of_entries, value, highest, lowest, criteria,
                                        to_everybody, category_id, title, printed_city, printed_country)
           select t.entry, r.id, :edition, r.name, r.number, nullif(t.place, 0), t.of_entries, nullif(t.value, ''), t.highest, t.lowest,
                  t.criteria, :to_everybody, e.category_id, e.title, ci.printed_name, ci.printed_country
           from unnest(cast(:entries as bigint[]), cast(:places as integer[]), cast(:all_places as integer[]),
                       cast(:values as text[]), cast(:highest as text[]), cast(:lowest as text[]),
                       cast(:criteria as text[]))
                as t (entry, place, of_entries, value, highest, lowest, criteria)
           join round r on r.id = :round
           join entry e on e.id = t.entry and e.edition_id = :edition join city ci on ci.id = e.city_id)",
        {{"edition", edition},
         {"round", round},
         {"to_everybody", to_everybody},
         {"entries", entries},
         {"places", places},
         {"all_places", all_places},
         {"values", values},
         {"highest", highest},
         {"lowest", lowest},
         {"criteria", criteria}});
}

void add_disclosed_comments(database& db, workflow::edition_id edition, workflow::round_id round) {
    db.run(
        R"(insert into disclosed_comment (entry_id, round_id, edition_id, number, body)
           select d.entry_id, d.round_id, d.edition_id,
                  row_number() over (partition by d.entry_id order by random()), c.body
           from disclosed_score d
           join scorecard s on s.entry_id = d.entry_id and s.round_id = d.round_id and s.state = :locked
           join scorecard_comment c on c.scorecard_id = s.id and c.reader = 'city' and c.body <> ''
           where d.edition_id = :edition and d.round_id = :round)",
        {{"edition", edition}, {"round", round}, {"locked", workflow::scorecard_state::locked}});
}

std::vector<disclosed_row> list_disclosed_scores(database& db, workflow::edition_id edition,
                                                 workflow::entry_id entry) {
    static const auto sql = std::string(kept_rows) +
                            "where d.edition_id = :edition and d.entry_id = :entry order by d.round_number";
    return read_rows(db.list<kept_row>(sql, {{"edition", edition}, {"entry", entry}}));
}

std::vector<disclosed_row> list_published_scores(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(kept_rows) +
                            R"(where d.edition_id = :edition and d.to_everybody
                               order by d.round_number desc, c.position, d.place nulls last, d.printed_city, d.entry_id)";
    return read_rows(db.list<kept_row>(sql, {{"edition", edition}}));
}

bool has_published_scores(database& db, workflow::edition_id edition) {
    return db.value<bool>(
        "select exists (select from disclosed_score where edition_id = :edition and to_everybody)",
        {{"edition", edition}});
}

std::vector<disclosed_comment> list_disclosed_comments(database& db, workflow::edition_id edition,
                                                       workflow::entry_id entry) {
    return db.list<disclosed_comment>(
        R"(select round_id, body from disclosed_comment where edition_id = :edition and entry_id = :entry
           order by round_id, number)",
        {{"edition", edition}, {"entry", entry}});
}

}  // namespace store
