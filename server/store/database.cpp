#include "server/store/database.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

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

failure_kind kind_of(std::string_view sqlstate) {
    if (sqlstate.starts_with("08") || sqlstate.starts_with("57P") || sqlstate.starts_with("53") || sqlstate.empty())
        return failure_kind::unavailable;
    if (sqlstate == "25006") return failure_kind::unavailable;
    if (sqlstate.starts_with("40") || sqlstate == "55P03") return failure_kind::try_again;
    if (sqlstate.starts_with("23")) return failure_kind::constraint;
    if (sqlstate == "42501") return failure_kind::not_permitted;
    if (sqlstate == "57014") return failure_kind::took_too_long;
    return failure_kind::other;
}

// A statement kept prepared: SOCI holds pointers into the values, so it must not move.
struct kept_statement {
    kept_statement(soci::session& session, std::string_view sql, parameters given)
        : texts(given.size()), indicators(given.size(), soci::i_ok), statement(session) {
        for (const auto& one : given) names.emplace_back(one.name());
        statement.alloc();
        statement.prepare(std::string(sql));
        bind();
    }

    void bind() {
        for (std::size_t i = 0; i < names.size(); ++i)
            statement.exchange(soci::use(texts[i], indicators[i], names[i]));
        statement.define_and_bind();
    }

    // After a failed execution SOCI keeps the buffers of its values, and a NULL would be sent as what stood there
    // before: bind anew. The statement itself stays prepared.
    void recover() {
        statement.bind_clean_up();
        bind();
    }
    kept_statement(const kept_statement&) = delete;

    void set(parameters given) {
        if (given.size() != texts.size()) throw std::logic_error("another number of parameters than before");
        std::size_t i = 0;
        for (const auto& one : given) {
            if (names[i] != one.name()) throw std::logic_error("other parameters than before");
            indicators[i] = one.text() ? soci::i_ok : soci::i_null;
            texts[i] = one.text().value_or("");
            ++i;
        }
    }
    const PGresult* result() {
        return static_cast<soci::postgresql_statement_backend*>(statement.get_backend())->result_.get_result();
    }

    std::vector<std::string> texts;
    std::vector<soci::indicator> indicators;
    std::vector<std::string> names;
    soci::statement statement;
};

class result_view final : public answer {
public:
    int rows() const override { return result ? PQntuples(result) : 0; }
    int columns() const override { return result ? PQnfields(result) : 0; }
    int column(const char* name) const override { return PQfnumber(result, name); }
    std::optional<std::string_view> text(int row, int column) const override {
        if (PQgetisnull(result, row, column)) return std::nullopt;
        return std::string_view(PQgetvalue(result, row, column),
                                static_cast<std::size_t>(PQgetlength(result, row, column)));
    }
    const PGresult* result = nullptr;
};

std::string in_quotes(std::string_view number_or_empty) { return "'" + std::string(number_or_empty) + "'"; }

std::string acting_settings(database_role role, std::optional<workflow::person_id> person) {
    // Both values come from closed sets (a role's name, an integer), so nothing can be injected here.
    return std::string("set local role ") + name_of(role) + "; select set_config('app.person', " +
           in_quotes(person ? std::to_string(workflow::value(*person)) : "") + ", true), now()";
}

}  // namespace

failure::failure(failure_kind kind, std::string sqlstate, std::string constraint)
    : std::runtime_error("database: SQLSTATE " + (sqlstate.empty() ? "none" : sqlstate) +
                         (constraint.empty() ? "" : ", constraint " + constraint)),
      kind_(kind),
      constraint_(std::move(constraint)) {}

struct database::connection_state {
    soci::session session;
    std::unordered_map<std::string, std::unique_ptr<kept_statement>> statements;
    result_view view;
    database_role role = database_role::public_reader;
    std::optional<workflow::person_id> person;
    workflow::instant now{};
    std::optional<workflow::instant> told;
    bool in_transaction = false;
    bool broken = false;

    PGconn* raw() {
        return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
    }

    [[noreturn]] void translate(const PGresult* result, std::string sqlstate) {
        std::string constraint;
        if (result != nullptr) {
            if (const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE)) sqlstate = state;
            if (const char* name = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME)) constraint = name;
        }
        // 25006: a primary that became a standby; another connection may find the new primary.
        if (PQstatus(raw()) != CONNECTION_OK || sqlstate == "25006") {
            broken = true;
            sqlstate = sqlstate.empty() ? "08006" : sqlstate;
        }
        throw failure(broken ? failure_kind::unavailable : kind_of(sqlstate), sqlstate, constraint);
    }

    // A message of several commands, or one that SOCI has no words for. Returns the last result.
    std::unique_ptr<PGresult, decltype(&PQclear)> send(const std::string& sql) {
        std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(raw(), sql.c_str()), &PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) translate(result.get(), "");
        return result;
    }

    void take_acting(const std::string& sql, database_role as, std::optional<workflow::person_id> who) {
        const auto result = send(sql);
        from_text(PQgetvalue(result.get(), 0, 1), now);
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
    state_->send("set timezone to 'UTC'; set datestyle to 'ISO'; set client_min_messages to warning; "
                 "set statement_timeout to " + std::to_string(limits.statement_timeout_ms) +
                 "; set lock_timeout to " + std::to_string(limits.lock_timeout_ms) +
                 "; set idle_in_transaction_session_timeout to " +
                 std::to_string(limits.idle_in_transaction_timeout_ms));
}

database::~database() {
    rollback();
    // Statements hold pointers into the session: they go first.
    state_->statements.clear();
}

void database::begin(transaction_kind kind, database_role role, std::optional<workflow::person_id> person) {
    const std::string start = kind == transaction_kind::read ? "begin isolation level repeatable read, read only; "
                                                             : "begin isolation level read committed; ";
    state_->told.reset();
    state_->take_acting(start + acting_settings(role, person), role, person);
    state_->in_transaction = true;
}

void database::act_as(database_role role, std::optional<workflow::person_id> person) {
    state_->take_acting(acting_settings(role, person), role, person);
}

void database::commit() {
    state_->in_transaction = false;
    const auto result = state_->send("commit");
    // COMMIT of an aborted transaction succeeds as a command and says ROLLBACK.
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") != 0) throw failure(failure_kind::try_again, "25P02", "");
}

void database::rollback() noexcept {
    if (!state_->in_transaction) return;
    state_->in_transaction = false;
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(state_->raw(), "rollback"), &PQclear);
    if (PQstatus(state_->raw()) != CONNECTION_OK) state_->broken = true;
}

bool database::in_transaction() const { return state_->in_transaction; }
bool database::is_broken() const { return state_->broken; }
database_role database::role() const { return state_->role; }
std::optional<workflow::person_id> database::person() const { return state_->person; }
workflow::instant database::now() const { return state_->told.value_or(state_->now); }
workflow::instant database::clock() {
    return state_->told ? *state_->told : value<workflow::instant>("select clock_timestamp()");
}
void database::tell_as_of(workflow::instant at) { state_->told = at; }
std::optional<workflow::instant> database::told_at() const {
    return state_->told ? std::optional(state_->now) : std::nullopt;
}

const answer* database::run_statement(std::string_view sql, parameters values) {
    auto& statements = state_->statements;
    auto kept = statements.find(std::string(sql));
    try {
        if (kept == statements.end())
            kept = statements
                       .emplace(std::string(sql), std::make_unique<kept_statement>(state_->session, sql, values))
                       .first;
        kept->second->set(values);
        kept->second->statement.execute(true);
    } catch (const soci::postgresql_soci_error& error) {
        const auto sqlstate = error.sqlstate();
        const PGresult* result = nullptr;
        if (kept != statements.end()) {
            result = kept->second->result();
            kept->second->recover();
        }
        state_->translate(result, sqlstate);
    } catch (const soci::soci_error&) {
        if (PQstatus(state_->raw()) != CONNECTION_OK) state_->translate(nullptr, "08006");
        throw;
    }
    state_->view.result = kept->second->result();
    return &state_->view;
}

long database::run(std::string_view sql, parameters values) {
    const auto* found = static_cast<const result_view*>(run_statement(sql, values));
    const char* touched = PQcmdTuples(const_cast<PGresult*>(found->result));
    return touched == nullptr || *touched == '\0' ? 0 : std::stol(touched);
}

void database::run_script(const std::string& sql) { state_->send(sql); }

}  // namespace store
