#include "server/features/judge/autosave.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

#include "server/features/judge/scorecard_shown.hpp"
#include "server/features/judge/sheet_changes.hpp"
#include "server/store/moves.hpp"
#include "typed/characters.hpp"
#include "workflow/deadlines.hpp"

namespace features {
namespace {

using pages::t;
using workflow::scorecard_state;

// What another window changed meanwhile is told with it: the page shows the sheet as the server holds it.
http::response saved(const store::database& db, int version, const sheet_changes* since = nullptr) {
    boost::json::object said{{"version", version}, {"saved_at", workflow::utc_text(db.now())}};
    if (since != nullptr) said["changed"] = boost::json::value_from(since->list_changed());
    return http::json(200, boost::json::serialize(said));
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
        if (typed::is_longer_than(value, longest_reason_of_a_score)) read.wrong = t("This text is too long.");
        read.given.scores.push_back({*reasoned, false, std::nullopt, value});
    } else if (name == "comment.city" || name == "comment.panel") {
        if (typed::is_longer_than(value, longest_comment_on_an_entry))
            read.wrong = t("This text is too long.");
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

// The one field that came, and what is stored of it.
struct compared_field {
    std::string given, stored;
};

compared_field compare(const store::sheet& held, const store::given_sheet& given) {
    if (given.to_city) return {*given.to_city, held.to_city};
    if (given.to_panel) return {*given.to_panel, held.to_panel};
    const auto& one = given.scores.front();
    const auto* score = store::find_score(held, one.criterion);
    if (one.reason) return {*one.reason, score == nullptr ? std::string() : score->reason};
    return {score_text(one.value), score == nullptr ? std::string() : score_text(score->value)};
}

http::response stale(int version, const std::string& theirs, const sheet_changes& since) {
    return http::json(409, boost::json::serialize(boost::json::object{
                               {"version", version},
                               {"theirs", theirs},
                               {"changed", boost::json::value_from(since.list_changed())}}));
}

// What the quick statement did not take: the first save of a scorecard, one that another window has changed
// meanwhile, a double request, one that is closed.
http::response autosave_slowly(visit& visit, store::database& db, const std::string& name, int version,
                               const store::given_sheet& given) {
    store::share_edition(db, visit.edition());
    store::lock_own_scorecard(db, visit.id<workflow::scorecard_id>("scorecard"));
    const auto card = open_scorecard(visit, db);
    if (const auto wrong = find_wrong(given, card.rules->rubric)) return unsaved(visit, 422, *wrong);
    const sheet_changes since(store::list_field_changes(db, card.row.id), version, given.key);
    const auto [mine, stored] = compare(card.held, given);
    const auto verdict = since.judge(name, mine, stored);
    if (verdict == workflow::save_verdict::stale) return stale(card.row.version, stored, since);
    if (verdict != workflow::save_verdict::write) return saved(db, card.row.version, &since);
    auto current = card.row.version;
    if (card.row.state == scorecard_state::assigned) {
        const auto begun = begin_scorecard(visit, db, card);
        if (!begun) return visit.refuse(begun.error());
        current = *begun;
    } else if (card.row.state != scorecard_state::in_progress) {
        return visit.refuse({workflow::refusal_code::no_such_move,
                             {{"state", boost::describe::enum_to_string(card.row.state, "")}}});
    }
    const auto kept = store::save_sheet(db, visit.as_author(), card.row.id, current, given);
    if (!kept) throw store::stale_row();
    return saved(db, kept->version, &since);
}

}  // namespace

http::response autosave_scorecard(visit& visit, store::database& db) {
    const auto name = visit.field("field");
    const auto version = static_cast<int>(visit.find_number("version").value_or(0));
    if (!visit.is_readable("field") || !visit.is_readable("value"))
        return unsaved(visit, 422, t("This text could not be read. Type it again."));
    auto read = read_field(name, visit.text("value"));
    read.given.key = visit.key("key");
    if (read.wrong) return unsaved(visit, 422, *read.wrong);
    for (const auto& one : read.given.scores)
        if (!is_key(one.criterion)) return unsaved(visit, 422, t("The rubric has no such criterion."));

    const auto kept = store::save_sheet(db, visit.as_author(), visit.id<workflow::scorecard_id>("scorecard"),
                                        version, read.given);

    if (!kept) return autosave_slowly(visit, db, name, version, read.given);
    // Looked at after it was written, in the same transaction, to save a round trip: an error rolls it back.
    if (const auto wrong =
            find_wrong(read.given, store::rules_by_hash(db, kept->rule_set_id, kept->rules_hash).rubric))
        return unsaved(visit, 422, *wrong);
    return saved(db, kept->version);
}

}  // namespace features
