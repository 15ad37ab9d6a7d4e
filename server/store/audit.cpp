#include "server/store/audit.hpp"

#include "workflow/names.hpp"

#include <sodium.h>
#include <boost/json/serialize.hpp>

namespace store {
namespace {

// What happened to what, in words; a move has its states too.
struct event_words {
    std::string_view subject, action;
    std::optional<std::string_view> machine, from, to;
};

event_words words_of(audit_subject subject, audit_action action) {
    return {workflow::name_of(subject), workflow::name_of(action), {}, {}, {}};
}

// The members' order is fixed here, and JSON text is what is hashed: jsonb would print it anew.
event_text text_of(database& db, const author& who, const event_words& words, std::int64_t subject_id,
                   boost::json::object details) {
    boost::json::object body;
    body["at"] = to_text(db.now());
    body["edition"] = who.edition ? boost::json::value(workflow::value(*who.edition)) : boost::json::value();
    body["actor"] =
        who.actor.person ? boost::json::value(workflow::value(*who.actor.person)) : boost::json::value();
    body["role"] = workflow::name_of(who.actor.acts_as);
    body["subject"] = words.subject;
    body["id"] = subject_id;
    body["action"] = words.action;
    if (words.from) body["from"] = *words.from;
    if (words.to) body["to"] = *words.to;
    if (who.asked_by) body["asked_by"] = workflow::value(*who.asked_by);
    if (!details.empty()) body["details"] = std::move(details);
    if (const auto written = db.told_at()) body["demonstration_written_at"] = to_text(*written);
    auto text = boost::json::serialize(body);
    std::string salt(16, '\0');
    randombytes_buf(salt.data(), salt.size());
    auto leaf = sha256(std::string(1, '\0') + salt + text);
    return {std::move(text), bytes{std::move(salt)}, bytes{std::move(leaf)}};
}

void insert_event(database& db, const author& who, const event_words& words, std::int64_t subject_id,
                  boost::json::object details) {
    const auto event = text_of(db, who, words, subject_id, std::move(details));
    db.run(
        R"(insert into audit_event (edition_id, happened_at, actor_id, actor_role, subject, subject_id, action,
                                       machine, from_state, to_state, body, salt, leaf_hash)
              values (:edition, :at, :actor, :role, :subject, :subject_id, :action, :machine, :from, :to, :body, :salt,
                      :leaf))",
        {{"edition", who.edition},
         {"at", db.now()},
         {"actor", who.actor.person},
         {"role", who.actor.acts_as},
         {"subject", words.subject},
         {"subject_id", subject_id},
         {"action", words.action},
         {"machine", words.machine},
         {"from", words.from},
         {"to", words.to},
         {"body", event.body},
         {"salt", event.salt},
         {"leaf", event.leaf}});
}

}  // namespace

std::string to_hexadecimal(std::string_view bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    text.pop_back();
    return text;
}

std::string sha256(std::string_view text) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return digest;
}

event_text act_text(database& db, const author& who, audit_subject subject, std::int64_t subject_id,
                    audit_action action, boost::json::object details) {
    return text_of(db, who, words_of(subject, action), subject_id, std::move(details));
}

void record_act(database& db, const author& who, audit_subject subject, std::int64_t subject_id,
                audit_action action, boost::json::object details) {
    insert_event(db, who, words_of(subject, action), subject_id, std::move(details));
}

void record_move(database& db, const author& who, const recorded_move& move, std::int64_t subject_id,
                 boost::json::object details) {
    insert_event(db, who, {move.machine, move.action, move.machine, move.from, move.to}, subject_id,
                 std::move(details));
}

std::vector<audit_row> list_audit_events(database& db, workflow::edition_id edition,
                                         const audit_filter& filter) {
    return db.list<audit_row>(
        R"(select a.id, a.happened_at, a.actor_id, p.name as actor_name, a.actor_role, a.subject, a.subject_id,
                  a.action, a.from_state, a.to_state, a.body
           from audit_event a left join person p on p.id = a.actor_id
           where a.edition_id = :edition
             and (cast(:subject as text) is null or a.subject = :subject)
             and (cast(:subject_id as bigint) is null or a.subject_id = cast(:subject_id as bigint))
             and (:action = '' or a.action = :action)
             and (cast(:before as bigint) is null or a.id < cast(:before as bigint))
           order by a.id desc limit :most)",
        {{"edition", edition},
         {"subject", filter.subject},
         {"subject_id", filter.subject_id},
         {"action", filter.action},
         {"before", filter.before},
         {"most", filter.most}});
}

}  // namespace store
