#include "server/store/letters.hpp"

#include "notifications/letter.hpp"
#include "server/store/row.hpp"
#include "server/store/states.hpp"
#include "workflow/deadlines.hpp"

namespace notifications {

void tag_invoke(boost::json::value_from_tag, boost::json::value& to, const moment& told) {
    if (told.at == workflow::instant{})
        to = told.in_words;
    else
        to = {{"in_words", told.in_words}, {"at", store::to_text(told.at)}};
}

moment tag_invoke(boost::json::value_to_tag<moment>, const boost::json::value& from) {
    if (from.is_string()) return {std::string(from.as_string()), {}};
    moment told{std::string(from.at("in_words").as_string()), {}};
    store::from_text(from.at("at").as_string(), told.at);
    return told;
}

}  // namespace notifications

namespace store {
namespace {

struct wall_time_row {
    std::string wall_time;
};
BOOST_DESCRIBE_STRUCT(wall_time_row, (), (wall_time))

}  // namespace

notifications::moment moment_of(database& db, workflow::instant at, const std::string& zone) {
    const auto wall_time = [&](std::string_view where) {
        return *workflow::parse_civil(db.value<std::string>(
            R"(select to_char(cast(:at as timestamptz) at time zone cast(:zone as text), 'YYYY-MM-DD"T"HH24:MI'))",
            {{"at", at}, {"zone", where}}));
    };
    return {notifications::instant_in_words(wall_time(zone), zone, wall_time("UTC")), at};
}

void add_own_times(database& db, notifications::any_letter_content& content, const std::string& zone) {
    const auto moments = notifications::list_moments(content);
    if (zone.empty() || moments.empty()) return;
    std::vector<std::string> instants;
    for (const auto* told : moments) instants.push_back(to_text(told->at));
    const auto wall_times = db.list<wall_time_row>(
        R"(select to_char(at at time zone cast(:zone as text), 'YYYY-MM-DD"T"HH24:MI') as wall_time
           from unnest(cast(:instants as timestamptz[])) with ordinality as t (at, place) order by place)",
        {{"instants", instants}, {"zone", zone}});
    for (std::size_t i = 0; i < moments.size(); ++i)
        notifications::add_own_time(*moments[i], workflow::parse_civil(wall_times.at(i).wall_time).value(),
                                    zone);
}

void queue_letter(database& db, const new_letter& letter) {
    queue_letters(db, {letter});
}

// The column of the content is still called `facts`, as every database that was filled has it.
long queue_letters(database& db, const std::vector<new_letter>& letters) {
    if (letters.empty()) return 0;
    std::vector<std::string> editions, occasions, causes, persons, names, addresses, languages, content;
    for (const auto& one : letters) {
        // 0 stands for null: an array of text has no other word for it here.
        editions.push_back(std::to_string(one.edition ? workflow::value(*one.edition) : 0));
        persons.push_back(std::to_string(one.person ? workflow::value(*one.person) : 0));
        occasions.push_back(one.occasion);
        causes.push_back(one.cause);
        names.push_back(one.to_name);
        addresses.push_back(one.to_address);
        languages.push_back(one.language);
        content.push_back(one.content);
    }
    return db.run(
        R"(insert into letter (edition_id, occasion, cause, person_id, to_name, to_address, language, facts)
              select nullif(edition, 0), occasion, cause, nullif(person, 0), name, address, language, content
              from unnest(cast(:editions as bigint[]), cast(:occasions as text[]), cast(:causes as text[]),
                          cast(:persons as bigint[]), cast(:names as text[]), cast(:addresses as text[]),
                          cast(:languages as text[]), cast(:content as text[]))
                   as t (edition, occasion, cause, person, name, address, language, content)
              on conflict do nothing)",
        {{"editions", editions},
         {"occasions", occasions},
         {"causes", causes},
         {"persons", persons},
         {"names", names},
         {"addresses", addresses},
         {"languages", languages},
         {"content", content}});
}

namespace {

template <std::size_t... Index>
notifications::any_letter_content read_by_occasion(std::string_view occasion, std::string_view document,
                                                   std::index_sequence<Index...>) {
    std::optional<notifications::any_letter_content> found;
    const auto try_one = [&]<class Content>(std::type_identity<Content>) {
        if (occasion == boost::describe::enum_to_string(Content::kind.about, ""))
            found = from_document<Content>(document);
    };
    (try_one(std::type_identity<std::variant_alternative_t<Index, notifications::any_letter_content>>{}),
     ...);
    if (!found) throw std::logic_error("a letter about an unknown occasion: " + std::string(occasion));
    return *found;
}

}  // namespace

notifications::any_letter_content read_letter_content(std::string_view occasion, std::string_view document) {
    constexpr auto occasions = std::variant_size_v<notifications::any_letter_content>;
    return read_by_occasion(occasion, document, std::make_index_sequence<occasions>{});
}

std::vector<leased_letter> lease_letters(database& db, int most, int lease_seconds) {
    // The states stand here in words, since the partial index letter_due is found by its very words only.
    return db.list<leased_letter>(
        R"(with due as (
               select id from letter
               where (state = 'queued' and next_attempt_at <= clock_timestamp())
                  or (state = 'leased' and lease_until < clock_timestamp())
               order by next_attempt_at, id limit :most for update skip locked),
           taken as (
               update letter l set state = 'leased', attempts = l.attempts + 1,
                      lease_until = clock_timestamp() + make_interval(secs => cast(:seconds as float8))
               from due where l.id = due.id
               returning l.*)
           select t.id, t.occasion, t.cause, t.to_name, t.to_address, t.language, t.facts as content, t.attempts, t.queued_at,
                  t.person_id is not null as is_known_person, coalesce(p.zone, '') as zone,
                  e.name as edition_name, e.organiser, e.demonstration
           from taken t left join edition e on e.id = t.edition_id left join person p on p.id = t.person_id
           order by t.id)",
        {{"most", most}, {"seconds", lease_seconds}});
}

void mark_letter_accepted(database& db, std::int64_t id) {
    db.run(
        R"(update letter set state = :accepted, accepted_at = clock_timestamp(), lease_until = null, last_error = '',
                  facts = without_tokens(facts)
              where id = :id and state = :leased)",
        {{"accepted", letter_state::accepted}, {"leased", letter_state::leased}, {"id", id}});
}

void mark_letter_tried(database& db, std::int64_t id, std::string_view error,
                       std::optional<workflow::instant> next_attempt_at) {
    db.run(
        R"(update letter set state = case when cast(:next as timestamptz) is null then :failed else :queued end,
                  next_attempt_at = coalesce(cast(:next as timestamptz), next_attempt_at), lease_until = null,
                  last_error = left(:error, 500)
              where id = :id and state = :leased)",
        {{"failed", letter_state::failed},
         {"queued", letter_state::queued},
         {"leased", letter_state::leased},
         {"next", next_attempt_at},
         {"error", error},
         {"id", id}});
}

}  // namespace store
