#include "server/store/migrations.hpp"

#include "notifications/letter_content.hpp"
#include "server/store/database.hpp"
#include "workflow/audit_words.hpp"
#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

#include <fstream>
#include <iterator>

namespace store {
namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> list_migrations(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(directory)) {
        const auto name = file.path().filename().string();
        if (name.size() > 5 && name[4] == '_' && name.ends_with(".sql")) files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void fill_edges(database& db) {
    std::vector<std::string> machines, from, actions, to;
    for (const auto& edge : workflow::list_edges()) {
        machines.push_back(edge.machine);
        from.push_back(edge.from);
        actions.push_back(edge.action);
        to.push_back(edge.to);
    }
    // Edges are added and never taken away: old audit events refer to them.
    db.run(R"(insert into lifecycle_edge (machine, from_state, action, to_state)
              select * from unnest(cast(:machines as text[]), cast(:from as text[]), cast(:actions as text[]),
                                   cast(:to as text[]))
              on conflict do nothing)",
           {{"machines", machines}, {"from", from}, {"actions", actions}, {"to", to}});
}

void fill_occasions(database& db) {
    std::vector<std::string> words;
    std::vector<bool> tell;
    for (const auto& row : notifications::letter_kinds) {
        words.emplace_back(boost::describe::enum_to_string(row.about, ""));
        tell.push_back(row.tells_the_result);
    }
    db.run(R"(insert into letter_occasion (word, tells_the_result)
              select * from unnest(cast(:words as text[]), cast(:tell as boolean[]))
              on conflict (word) do update set tells_the_result = excluded.tells_the_result)",
           {{"words", words}, {"tell", tell}});
}

template <class Enum>
void fill_audit_words(database& db, std::string_view part) {
    std::vector<std::string> words;
    for (const auto& [value, name] : workflow::all_of<Enum>) words.emplace_back(name);
    // Never taken away either.
    db.run(R"(insert into audit_word (part, word) select :part, unnest(cast(:words as text[]))
              on conflict do nothing)",
           {{"part", part}, {"words", words}});
}

}  // namespace

int migrate(const std::string& connection, const std::filesystem::path& schema_directory) {
    limits patient;
    patient.statement_timeout_ms = 0;
    patient.lock_timeout_ms = 60000;
    database db(connection, patient);
    db.run_script("select pg_advisory_lock(7202014)");
    db.run_script(
        "create table if not exists migration (name text primary key, applied_at timestamptz not null "
        "default clock_timestamp())");
    int applied = 0;
    for (const auto& file : list_migrations(schema_directory)) {
        const auto name = file.filename().string();
        if (db.value<bool>("select exists (select from migration where name = :name)", {{"name", name}}))
            continue;
        const auto script = read_file(file);
        try {
            db.run_script("begin; " + script + "; insert into migration (name) values ('" + name +
                          "'); commit");
        } catch (const failure& error) {
            db.run_script("rollback");
            throw std::runtime_error(name + ": " + error.what());
        }
        ++applied;
    }
    fill_edges(db);
    fill_occasions(db);
    fill_audit_words<workflow::audit_subject>(db, "subject");
    fill_audit_words<workflow::audit_action>(db, "action");
    db.run_script("select pg_advisory_unlock(7202014)");
    return applied;
}

}  // namespace store
