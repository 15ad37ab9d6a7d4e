#include "server/store/database.hpp"

#include "server/store/wire.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>

namespace store {
namespace {

const char* name_of(database_role role) {
    switch (role) {
        case database_role::public_reader: return "wego_public";
        case database_role::access: return "wego_access";
        case database_role::applicant: return "wego_applicant";
        case database_role::judge: return "wego_judge";
        case database_role::secretariat: return "wego_secretariat";
        case database_role::clock: return "wego_clock";
    }
    throw std::logic_error("a database role without a name");
}

// A statement that SOCI has parsed and prepared; it is run past SOCI, which knows no pipeline. A name that
// stands twice in the statement has two positions.
struct kept_statement {
    kept_statement(soci::session& session, std::string_view sql, parameters given) : statement(session) {
        statement.alloc();
        statement.prepare(std::string(sql));
        const auto* prepared = static_cast<soci::postgresql_statement_backend*>(statement.get_backend());
        name = prepared->statementName_;
        for (const auto& one : given) names.emplace_back(one.name());
        for (const auto& wanted : prepared->names_) {
            const auto found = std::find(names.begin(), names.end(), wanted);
            if (found == names.end()) throw std::logic_error("a parameter without a value: " + wanted);
            positions.push_back(static_cast<std::size_t>(found - names.begin()));
        }
        values.resize(positions.size());
    }
    kept_statement(const kept_statement&) = delete;

    // The values live as long as `given`.
    std::span<const char* const> set(parameters given) {
        if (!std::equal(given.begin(), given.end(), names.begin(), names.end(),
                        [](const parameter& one, const std::string& known) { return one.name() == known; }))
            throw std::logic_error("other parameters than before");
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const auto& text = given.begin()[positions[i]].text();
            values[i] = text ? text->c_str() : nullptr;
        }
        return values;
    }

    soci::statement statement;
    std::string name;
    std::vector<std::string> names;
    std::vector<std::size_t> positions;
    std::vector<const char*> values;
};

class result_view final : public query_result {
public:
    int rows() const override { return PQntuples(get()); }
    int columns() const override { return PQnfields(get()); }
    int column(const char* name) const override { return PQfnumber(get(), name); }
    std::optional<std::string_view> text(int row, int column) const override {
        if (PQgetisnull(get(), row, column)) return std::nullopt;
        return std::string_view(PQgetvalue(get(), row, column),
                                static_cast<std::size_t>(PQgetlength(get(), row, column)));
    }
    owned_result result;

private:
    const PGresult* get() const { return result.get(); }
};

// Prepared on each connection when it opens. set_config with `true` lasts as SET LOCAL does, and takes
// values.
constexpr const char* begin_read = "wego_begin_read";
constexpr const char* begin_write = "wego_begin_write";
constexpr const char* take_role = "wego_act";
constexpr std::array<std::array<const char*, 2>, 3> own_statements{
    {{begin_read, "begin isolation level repeatable read, read only"},
     {begin_write, "begin isolation level read committed"},
     {take_role, "select set_config('role', $1, true), set_config('app.person', $2, true), now()"}}};

// A statement's text is looked up as it stands in the program.
struct text_hash : std::hash<std::string_view> {
    using is_transparent = void;
};

}  // namespace

struct database::connection_state {
    soci::session session;
    std::optional<wire> line;
    std::unordered_map<std::string, std::unique_ptr<kept_statement>, text_hash, std::equal_to<>> statements;
    result_view view;
    database_role role = database_role::public_reader;
    std::optional<workflow::person_id> person;
    std::optional<workflow::instant> now;
    std::optional<workflow::instant> told;
    transaction_kind kind = transaction_kind::read;
    bool in_transaction = false;
    bool has_begun = false;  // the server knows of the transaction
    bool broken = false;

    PGconn* raw() { return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_; }

    [[noreturn]] void translate(const PGresult* result, std::string sqlstate) {
        std::string constraint;
        if (result != nullptr) {
            if (const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE)) sqlstate = state;
            if (const char* name = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME)) constraint = name;
        }
        // No answer and no reason, a server that ends the connection (57P: libpq may not have noticed yet),
        // or a primary that became a standby (25006): only another connection can be trusted.
        if (PQstatus(raw()) != CONNECTION_OK || (result == nullptr && sqlstate.empty()) ||
            sqlstate.starts_with("57P") || sqlstate == "25006") {
            broken = true;
            sqlstate = sqlstate.empty() ? "08006" : sqlstate;
        }
        throw failure(broken ? failure_kind::unavailable : kind_of(sqlstate), sqlstate, constraint);
    }

    owned_result sound(owned_result result) {
        if (!is_sound(result.get())) translate(result.get(), "");
        return result;
    }

    // What was sent along ends with the acting settings, and they with the transaction's instant.
    owned_result heard(owned_result answer, const PGresult* acted) {
        has_begun = in_transaction;
        auto result = sound(std::move(answer));
        if (acted == nullptr) acted = result.get();
        if (!now) from_text(PQgetvalue(acted, 0, 2), now.emplace());
        return result;
    }

    void send_what_waits() {
        if (line->has_along()) heard(line->run_along(), nullptr);
    }

    workflow::instant begun_at() {
        if (!now) send_what_waits();
        return now.value_or(workflow::instant{});
    }

    owned_result run(kept_statement& kept, parameters values) {
        const auto set = kept.set(values);
        if (!line->has_along()) return sound(line->run(kept.name.c_str(), set));
        auto answer = line->run(kept.name.c_str(), set);
        return heard(std::move(answer), line->answer_along());
    }

    owned_result send(const std::string& sql) {
        send_what_waits();
        return sound(line->run_text(sql));
    }

    void act_later(database_role as, std::optional<workflow::person_id> who) {
        line->send_along(take_role, {name_of(as), who ? std::to_string(workflow::value(*who)) : ""});
        role = as;
        person = who;
    }
};

database::database(const std::string& connection, const limits& limits)
    : state_(std::make_unique<connection_state>()) {
    static std::once_flag once;
    std::call_once(once, [] { PQinitOpenSSL(0, 0); });
    try {
        state_->session.open(soci::postgresql, connection);
    } catch (const soci::soci_error&) {
        // what() of a failed connection holds the connection string, and with it a password.
        throw failure(failure_kind::unavailable, "08001", "");
    }
    state_->line.emplace(state_->raw());
    state_->send(
        "set timezone to 'UTC'; set datestyle to 'ISO'; set client_min_messages to warning; "
        "set statement_timeout to " +
        std::to_string(limits.statement_timeout_ms) + "; set lock_timeout to " +
        std::to_string(limits.lock_timeout_ms) + "; set idle_in_transaction_session_timeout to " +
        std::to_string(limits.idle_in_transaction_timeout_ms));
    for (const auto& [name, sql] : own_statements) state_->sound(state_->line->prepare(name, sql));
}

database::~database() {
    rollback();
    // Statements hold pointers into the session: they go first.
    state_->statements.clear();
}

void database::begin(transaction_kind kind, database_role role, std::optional<workflow::person_id> person) {
    state_->told.reset();
    state_->now.reset();
    state_->kind = kind;
    state_->in_transaction = true;
    state_->line->send_along(kind == transaction_kind::read ? begin_read : begin_write, {});
    state_->act_later(role, person);
}

void database::act_as(database_role role, std::optional<workflow::person_id> person) {
    state_->act_later(role, person);
}

void database::commit() {
    state_->in_transaction = false;
    state_->line->forget_along();
    if (!std::exchange(state_->has_begun, false)) return;
    // Nothing depends on how reading ends, so that nobody waits for it.
    if (state_->kind == transaction_kind::read) return state_->line->run_unheard("commit");
    const auto result = state_->send("commit");
    // COMMIT of an aborted transaction succeeds as a command and says ROLLBACK.
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") != 0)
        throw failure(failure_kind::try_again, "25P02", "");
}

void database::rollback() noexcept {
    if (!state_->in_transaction) return;
    state_->in_transaction = false;
    state_->line->forget_along();
    if (!std::exchange(state_->has_begun, false)) return;
    state_->line->run_text("rollback");
    if (PQstatus(state_->raw()) != CONNECTION_OK) state_->broken = true;
}

bool database::in_transaction() const {
    return state_->in_transaction;
}
bool database::is_broken() const {
    return state_->broken;
}
database_role database::role() const {
    return state_->role;
}
std::optional<workflow::person_id> database::person() const {
    return state_->person;
}
workflow::instant database::now() const {
    return state_->told ? *state_->told : state_->begun_at();
}
workflow::instant database::clock() {
    return state_->told ? *state_->told : value<workflow::instant>("select clock_timestamp()");
}
void database::stand_at(workflow::instant at) {
    state_->told = at;
}
std::optional<workflow::instant> database::told_at() const {
    return state_->told ? std::optional(state_->begun_at()) : std::nullopt;
}

const query_result* database::run_statement(std::string_view sql, parameters values) {
    auto& statements = state_->statements;
    auto kept = statements.find(sql);
    if (kept == statements.end()) {
        // SOCI prepares at once, and what a statement may see is a matter of the role: that goes first.
        state_->send_what_waits();
        try {
            kept =
                statements
                    .emplace(std::string(sql), std::make_unique<kept_statement>(state_->session, sql, values))
                    .first;
        } catch (const soci::postgresql_soci_error& error) {
            state_->translate(nullptr, error.sqlstate());
        } catch (const soci::soci_error&) {
            if (PQstatus(state_->raw()) != CONNECTION_OK) state_->translate(nullptr, "08006");
            throw;
        }
    }
    state_->view.result = state_->run(*kept->second, values);
    return &state_->view;
}

long database::run(std::string_view sql, parameters values) {
    run_statement(sql, values);
    const char* touched = PQcmdTuples(state_->view.result.get());
    return touched == nullptr || *touched == '\0' ? 0 : std::stol(touched);
}

void database::run_script(const std::string& sql) {
    state_->send(sql);
}

}  // namespace store
