#include "server/store/tally.hpp"

#include "workflow/state_sets.hpp"

#include "server/store/documents.hpp"

#include <charconv>

namespace store {
namespace {

struct kept_line {
    std::int64_t entry, category;
    std::optional<std::string> from_sheets, value;
    std::optional<int> rank;
    std::string why_unranked;
    int assigned, given, counted, recused, voided, excused;
    bool below_minimum;
};
BOOST_DESCRIBE_STRUCT(kept_line, (),
                      (entry, category, from_sheets, value, rank, why_unranked, assigned, given, counted,
                       recused, voided, excused, below_minimum))
struct kept_severity {
    std::int64_t judge;
    std::string points;
};
BOOST_DESCRIBE_STRUCT(kept_severity, (), (judge, points))
struct kept_result {
    std::vector<kept_line> entries;
    std::vector<kept_severity> severities;
};
BOOST_DESCRIBE_STRUCT(kept_result, (), (entries, severities))

template <class Enum>
std::string word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

std::optional<std::string> written(const std::optional<judging::fraction>& value) {
    return value ? std::optional(judging::write_exactly(*value)) : std::nullopt;
}

// Reads one line of a sealed text, word by word.
class line_reader {
public:
    explicit line_reader(std::string_view line) : rest_(line) {}
    bool is_done() const { return rest_.empty(); }
    std::string_view next() { return take(rest_.find(' ')); }
    void expect(std::string_view word) {
        if (next() != word)
            throw std::runtime_error("sealed inputs: a word is not the one that belongs there");
    }
    std::int64_t number() {
        const auto text = next();
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            throw std::runtime_error("sealed inputs: no number");
        return value;
    }
    // "6:impact": its length stands in front.
    std::string key() {
        const auto colon = rest_.find(':');
        std::size_t length = 0;
        if (colon == std::string_view::npos ||
            std::from_chars(rest_.data(), rest_.data() + colon, length).ptr != rest_.data() + colon)
            throw std::runtime_error("sealed inputs: no key");
        rest_.remove_prefix(colon + 1);
        if (length > rest_.size()) throw std::runtime_error("sealed inputs: a key that is cut");
        std::string key(rest_.substr(0, length));
        rest_.remove_prefix(length);
        if (!rest_.empty()) rest_.remove_prefix(1);  // the blank, or the sign before the score
        return key;
    }

private:
    std::string_view take(std::size_t end) {
        const auto word = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return word;
    }
    std::string_view rest_;
};

template <class Enum>
Enum enumerator(std::string_view word) {
    Enum value{};
    if (!boost::describe::enum_from_string(std::string(word).c_str(), value))
        throw std::runtime_error("sealed inputs: an unknown word");
    return value;
}

workflow::criterion read_criterion(line_reader& line) {
    workflow::criterion one;
    one.key = line.key();
    line.expect("weight"), one.weight_bp = static_cast<int>(line.number());
    line.expect("scale"), one.scale_min = static_cast<int>(line.number());
    one.scale_max = static_cast<int>(line.number());
    return one;
}

judging::judged_entry read_entry(line_reader& line) {
    const auto entry = workflow::id_from<workflow::entry_id>(line.number());
    line.expect("category");
    return {entry, workflow::id_from<workflow::category_id>(line.number())};
}

judging::sheet read_sheet(line_reader& line) {
    judging::sheet one;
    line.expect("entry"), one.entry = workflow::id_from<workflow::entry_id>(line.number());
    line.expect("judge"), one.judge = workflow::id_from<workflow::judge_id>(line.number());
    one.standing = enumerator<judging::standing>(line.next());
    while (!line.is_done()) {
        auto key = line.key();
        one.scores[std::move(key)] = static_cast<int>(line.number());
    }
    return one;
}

judging::delta read_delta(line_reader& line) {
    line.expect("entry");
    const auto entry = workflow::id_from<workflow::entry_id>(line.number());
    line.expect("hundredths");
    return {entry, static_cast<int>(line.number())};
}

void read_line(line_reader line, judging::tally_input& input) {
    const auto first = line.next();
    if (first == "method")
        input.rules.method = enumerator<workflow::tally_method>(line.next());
    else if (first == "trim")
        input.rules.trim = static_cast<int>(line.number());
    else if (first == "incomplete")
        input.rules.incomplete = enumerator<judging::incomplete_sheet>(line.next());
    else if (first == "minimum_sheets")
        input.rules.minimum_sheets = static_cast<int>(line.number());
    else if (first == "minimum_entries_per_judge")
        input.rules.minimum_entries_per_judge = static_cast<int>(line.number());
    else if (first == "criterion")
        input.rules.criteria.push_back(read_criterion(line));
    else if (first == "entry")
        input.entries.push_back(read_entry(line));
    else if (first == "sheet")
        input.sheets.push_back(read_sheet(line));
    else if (first == "delta")
        input.deltas.push_back(read_delta(line));
    else
        throw std::runtime_error("sealed inputs: an unknown line");
}

constexpr std::string_view run_lines = R"(
    select t.id, t.round_id, r.number as round_number, r.name as round_name, encode(s.hash, 'hex') as input_hash,
           encode(t.result_hash, 'hex') as result_hash, k.version as rules_version, t.program_version, t.cause,
           p.name as run_by, t.run_at
    from tally_run t join sealed_input s on s.id = t.sealed_input_id join round r on r.id = t.round_id
    join rule_set k on k.id = t.rule_set_id left join person p on p.id = t.run_by
    where t.edition_id = :edition )";

}  // namespace

std::string result_document(const judging::tally_result& result) {
    kept_result kept;
    for (const auto& one : result.entries)
        kept.entries.push_back({workflow::value(one.entry), workflow::value(one.category),
                                written(one.from_sheets), written(one.value), one.rank,
                                one.why_unranked ? word(*one.why_unranked) : "", one.counts.assigned,
                                one.counts.given, one.counts.counted, one.counts.recused, one.counts.voided,
                                one.counts.excused, one.below_minimum});
    for (const auto& one : result.severities)
        kept.severities.push_back({workflow::value(one.judge), judging::write_exactly(one.points)});
    return to_document(kept);
}

judging::tally_input read_sealed_inputs(std::string_view text) {
    judging::tally_input input;
    auto rest = text;
    bool is_first = true, is_ended = false;
    while (!rest.empty() && !is_ended) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (is_first && line != "tally inputs 1")
            throw std::runtime_error("sealed inputs of an unknown kind");
        if (line == "end")
            is_ended = true;
        else if (!is_first)
            read_line(line_reader(line), input);
        is_first = false;
    }
    if (judging::canonical_inputs(input) != text)
        throw std::runtime_error("sealed inputs that do not read back");
    return input;
}

std::vector<tally_run_line> list_tally_runs(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(run_lines) + "order by t.id desc";
    return db.list<tally_run_line>(sql, {{"edition", edition}});
}

tally_texts load_tally_texts(database& db, workflow::edition_id edition, workflow::tally_run_id run) {
    return db.load<tally_texts>(
        R"(select s.body as inputs, t.result from tally_run t join sealed_input s on s.id = t.sealed_input_id
           where t.edition_id = :edition and t.id = :run)",
        {{"edition", edition}, {"run", run}});
}

kept_tally load_tally_run(database& db, workflow::edition_id edition, workflow::tally_run_id run) {
    static const auto sql = std::string(run_lines) + "and t.id = :run";
    kept_tally kept{db.load<tally_run_line>(sql, {{"edition", edition}, {"run", run}}), {}, {}};
    const auto texts = load_tally_texts(db, edition, run);
    if (to_hexadecimal(sha256(texts.inputs)) != kept.line.input_hash)
        throw std::runtime_error("the sealed inputs of a tally run are not those that were sealed");
    kept.input = read_sealed_inputs(texts.inputs);
    auto result = judging::tally(kept.input);
    if (!result || result_document(*result) != texts.result ||
        to_hexadecimal(sha256(texts.result)) != kept.line.result_hash)
        throw std::runtime_error("the result of a tally run does not follow from its sealed inputs");
    kept.result = std::move(*result);
    return kept;
}

workflow::tally_run_id add_tally_run(database& db, const author& who, const new_tally_run& made,
                                     const judging::tally_result& result) {
    const auto text = result_document(result);
    const auto id = db.value<workflow::tally_run_id>(
        R"(insert into tally_run (edition_id, round_id, sealed_input_id, rule_set_id, program_version, cause, result,
                                  result_hash, run_by, run_at)
           values (:edition, :round, :input, :rules, :program, :cause, :result, :hash, :by, :now) returning id)",
        {{"edition", who.edition},
         {"round", made.round},
         {"input", made.sealed_input},
         {"rules", made.rules},
         {"program", made.program_version},
         {"cause", made.cause},
         {"result", text},
         {"hash", bytes{sha256(text)}},
         {"by", who.actor.person},
         {"now", db.now()}});
    record_act(db, who, audit_subject::tally_run, workflow::value(id), audit_action::tally_run_made,
               {{"result", to_hexadecimal(sha256(text))}});
    return id;
}

namespace {
struct entry_count {
    workflow::entry_id entry;
    int cards;
};
BOOST_DESCRIBE_STRUCT(entry_count, (), (entry, cards))
}  // namespace

std::map<workflow::entry_id, int> count_assigned(database& db, workflow::round_id round) {
    std::map<workflow::entry_id, int> counts;
    for (const auto& row : db.list<entry_count>(
             R"(select entry_id as entry, cast(count(*) as integer) as cards from scorecard
                where round_id = :round group by entry_id)",
             {{"round", round}}))
        counts[row.entry] = row.cards;
    return counts;
}

int count_outstanding(database& db, workflow::round_id round) {
    return db.value<int>(
        "select cast(count(*) as integer) from scorecard where round_id = :round and state = "
        "any(:outstanding)",
        {{"round", round}, {"outstanding", workflow::scorecard_states::outstanding}});
}

std::vector<card_score> list_given_scores(database& db, workflow::round_id round, workflow::entry_id entry) {
    return db.list<card_score>(
        R"(select x.scorecard_id, x.criterion, x.value from score x join scorecard s on s.id = x.scorecard_id
           where s.round_id = :round and s.entry_id = :entry order by x.scorecard_id, x.criterion)",
        {{"round", round}, {"entry", entry}});
}

std::optional<workflow::round_id> find_tallied_round(database& db, workflow::edition_id edition) {
    const auto found = db.values<workflow::round_id>(
        R"(select id from round where edition_id = :edition and closed_at is not null order by number desc limit 1)",
        {{"edition", edition}});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace store
