#pragma once
// One connection to PostgreSQL and the transaction that runs on it. Each worker thread owns one. The files of
// server/store ask their questions through it; features only hold it to pass it on. SQL is text with :named
// parameters, rows arrive as described structs whose members have the columns' names.

#include "server/store/failure.hpp"
#include "server/store/parameter.hpp"
#include "server/store/row.hpp"
#include "workflow/ids.hpp"
#include "workflow/time.hpp"

#include <memory>

namespace store {

// The database role that a transaction takes on; row-level security decides by it (schema/0007_roles.sql).
enum class database_role { public_reader, access, applicant, judge, secretariat, clock };

enum class transaction_kind { read, write };

struct limits {
    int statement_timeout_ms = 10000;
    int lock_timeout_ms = 3000;
    int idle_in_transaction_timeout_ms = 15000;
};

class database {
public:
    // Opens the connection; throws failure{unavailable}. `connection` is a libpq connection string.
    database(const std::string& connection, const limits& limits);
    ~database();
    database(const database&) = delete;
    database& operator=(const database&) = delete;

    // Starts a transaction in one message: kind, role, acting person. A read sees one snapshot.
    void begin(transaction_kind kind, database_role role, std::optional<workflow::person_id> person);
    // Changes role and acting person inside the transaction.
    void act_as(database_role role, std::optional<workflow::person_id> person);
    // Throws failure when the server rolled back instead.
    void commit();
    void rollback() noexcept;
    bool in_transaction() const;
    // Once broken, a connection stays so: throw the object away and open another.
    bool is_broken() const;

    database_role role() const;
    std::optional<workflow::person_id> person() const;
    // The database's clock when the transaction began, UTC. The one clock that decides deadlines.
    workflow::instant now() const;
    // The database's clock at this instant, for after a lock was waited for.
    workflow::instant clock();
    // When this transaction tells of another time (store/demonstration.hpp): the database's clock as it is.
    std::optional<workflow::instant> told_at() const;

    // Rows in the order of the query.
    template <class Row>
    std::vector<Row> list(std::string_view sql, parameters values = {}) {
        const auto found = run_statement(sql, values);
        return read_rows<Row>(*found);
    }
    // The only row, or nothing.
    template <class Row>
    std::optional<Row> find(std::string_view sql, parameters values = {}) {
        auto rows = list<Row>(sql, values);
        if (rows.empty()) return std::nullopt;
        return std::move(rows.front());
    }
    // The only row; throws not_found.
    template <class Row>
    Row load(std::string_view sql, parameters values = {}) {
        auto row = find<Row>(sql, values);
        if (!row) throw not_found{};
        return std::move(*row);
    }
    // The only column of the only row; throws not_found.
    template <class Value>
    Value value(std::string_view sql, parameters values = {}) {
        const auto found = run_statement(sql, values);
        return read_value<Value>(*found);
    }
    // The only column of every row.
    template <class Value>
    std::vector<Value> values(std::string_view sql, parameters given = {}) {
        const auto found = run_statement(sql, given);
        return read_column<Value>(*found);
    }
    // A command; tells how many rows it touched.
    long run(std::string_view sql, parameters values = {});
    // Several commands without parameters in one message; for migrations and settings.
    void run_script(const std::string& sql);

protected:
    // To the end of the transaction both clocks stand at this instant.
    void stand_at(workflow::instant);

private:
    struct connection_state;
    // Keeps the statement prepared on this connection; the answer is valid until the next call.
    const query_result* run_statement(std::string_view sql, parameters values);
    std::unique_ptr<connection_state> state_;
};

}  // namespace store
