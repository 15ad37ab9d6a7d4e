#include "server/features/judge/autosave.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "server/features/judge/scorecard_shown.hpp"
#include "server/store/moves.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_state;

http::response saved(const visit& visit, const store::database& db, int version) {
    (void)visit;
    return http::json(200, boost::json::serialize(boost::json::object{
                               {"version", version}, {"saved_at", workflow::utc_text(db.now())}}));
}

http::response unsaved(const visit& visit, int status, const pages::phrase& why) {
    return http::json(status, boost::json::serialize(
                                  boost::json::object{{"message", visit.with.pages.say(why, visit.frame)}}));
}

// One field of the page as a part of the sheet.
struct one_field {
    store::given_sheet given;
    std::optional<pages::phrase> wrong;
};

one_field read_field(std::string_view name, const std::string& value) {
    one_field read;
    const auto after = [&](std::string_view head) -> std::optional<std::string> {
        if (!name.starts_with(head)) return std::nullopt;
        return std::string(name.substr(head.size()));
    };
    if (const auto criterion = after("score.")) {
        const auto score = read_score(value);
        if (!score.is_sound) read.wrong = t("Choose a score from the scale.");
        read.given.scores.push_back({*criterion, true, score.value, std::nullopt});
    } else if (const auto reasoned = after("reason.")) {
        if (is_longer_than(value, longest_reason_of_a_score)) read.wrong = t("This text is too long.");
        read.given.scores.push_back({*reasoned, false, std::nullopt, value});
    } else if (name == "comment.city" || name == "comment.panel") {
        if (is_longer_than(value, longest_comment_on_an_entry)) read.wrong = t("This text is too long.");
        (name == "comment.city" ? read.given.to_city : read.given.to_panel) = value;
    } else {
        read.wrong = t("The rubric has no such criterion.");
    }
    return read;
}

// The database keeps keys of this shape only; whether the rubric has it is asked of the rules.
bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 60 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == text.npos;
}

std::optional<pages::phrase> find_wrong(const store::given_sheet& given, const workflow::rubric& rubric) {
    for (const auto& one : given.scores) {
        const auto* criterion = workflow::find_criterion(rubric, one.criterion);
        if (criterion == nullptr) return t("The rubric has no such criterion.");
        if (!is_on_scale(*criterion, one.value)) return t("Choose a score from the scale.");
    }
    return std::nullopt;
}

// Does the server hold all of it already? Then the request came twice, or late with nothing new.
bool is_held(const store::sheet& held, const store::given_sheet& given) {
    for (const auto& one : given.scores) {
        const auto* score = store::find_score(held, one.criterion);
        if (one.sets_value && (score == nullptr ? std::optional<int>() : score->value) != one.value)
            return false;
        if (one.reason && (score == nullptr ? std::string() : score->reason) != *one.reason) return false;
    }
    return (!given.to_city || *given.to_city == held.to_city) &&
           (!given.to_panel || *given.to_panel == held.to_panel);
}

std::string held_text(const store::sheet& held, const store::given_sheet& given) {
    if (given.to_city) return held.to_city;
    if (given.to_panel) return held.to_panel;
    if (given.scores.empty()) return {};
    const auto* score = store::find_score(held, given.scores.front().criterion);
    if (score == nullptr) return {};
    if (given.scores.front().reason) return score->reason;
    return score->value ? std::to_string(*score->value) : std::string();
}

// What the quick statement did not take: the first save of a scorecard, a stale or a double one, one that is
// closed.
http::response autosave_slowly(visit& visit, store::database& db, int version,
                               const store::given_sheet& given) {
    store::share_edition(db, visit.edition());
    const auto card = open_scorecard(visit, db);
    const bool is_stale = card.row.version != version;
    if (is_stale && is_held(card.held, given)) return saved(visit, db, card.row.version);
    if (is_stale)
        return http::json(409, boost::json::serialize(boost::json::object{
                                   {"version", card.row.version}, {"theirs", held_text(card.held, given)}}));
    if (const auto wrong = find_wrong(given, card.rules->rubric)) return unsaved(visit, 422, *wrong);
    if (card.row.state != scorecard_state::assigned)
        return visit.refuse({workflow::refusal_code::no_such_move,
                             {{"state", boost::describe::enum_to_string(card.row.state, "")}}});
    const auto begun = begin_scorecard(visit, db, card);
    if (!begun) return visit.refuse(begun.error());
    const auto kept = store::save_sheet(db, visit.as_author(), card.row.id, *begun, given);
    if (!kept) throw store::stale_row();
    return saved(visit, db, kept->version);
}

}  // namespace

http::response autosave_scorecard(visit& visit, store::database& db) {
    const auto name = visit.field("field");
    const auto version = static_cast<int>(visit.find_number("version").value_or(0));
    if (!visit.is_readable("field") || !visit.is_readable("value"))
        return unsaved(visit, 422, t("This text could not be read. Type it again."));
    const auto read = read_field(name, visit.text("value"));
    if (read.wrong) return unsaved(visit, 422, *read.wrong);
    for (const auto& one : read.given.scores)
        if (!is_key(one.criterion)) return unsaved(visit, 422, t("The rubric has no such criterion."));

    const auto kept = store::save_sheet(db, visit.as_author(), visit.id<workflow::scorecard_id>("scorecard"),
                                        version, read.given);

    if (!kept) return autosave_slowly(visit, db, version, read.given);
    // Looked at after it was written, in the same transaction, to save a round trip: an error rolls it back.
    if (const auto wrong =
            find_wrong(read.given, store::rules_by_hash(db, kept->rule_set_id, kept->rules_hash).rubric))
        return unsaved(visit, 422, *wrong);
    return saved(visit, db, kept->version);
}

}  // namespace features
