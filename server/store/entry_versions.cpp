#include "server/store/entry_versions.hpp"

#include "server/store/documents.hpp"

namespace store {
namespace {

struct version_row {
    int number;
    workflow::instant submitted_at;
    std::string hash;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(version_row, (), (number, submitted_at, hash, body))

}  // namespace

std::string keep_version(database& db, workflow::edition_id edition, const kept_version& kept,
                         workflow::person_id person) {
    const auto body = to_document(kept);
    const auto hash = sha256(body);
    db.run(R"(insert into entry_version (entry_id, edition_id, number, body, hash, submitted_at, submitted_by)
              values (:entry, :edition, :number, :body, :hash, :now, :person))",
           {{"entry", kept.entry},
            {"edition", edition},
            {"number", kept.number},
            {"body", body},
            {"hash", bytes{hash}},
            {"now", db.now()},
            {"person", person}});
    return to_hexadecimal(hash);
}

std::vector<version_line> list_versions(database& db, workflow::entry_id entry) {
    return db.list<version_line>(R"(select number, submitted_at, encode(hash, 'hex') as hash
                                    from entry_version where entry_id = :entry order by number)",
                                 {{"entry", entry}});
}

std::optional<found_version> find_version(database& db, workflow::entry_id entry, int number) {
    const auto row = db.find<version_row>(R"(select number, submitted_at, encode(hash, 'hex') as hash, body
                                             from entry_version where entry_id = :entry and number = :number)",
                                          {{"entry", entry}, {"number", number}});
    if (!row) return std::nullopt;
    return found_version{{row->number, row->submitted_at, row->hash}, from_document<kept_version>(row->body)};
}

std::string hash_of_text(std::string_view text) {
    return to_hexadecimal(sha256(text));
}

}  // namespace store
