#pragma once
// One connection's messages to PostgreSQL: a prepared statement with its answer, and what is sent together
// with it to save a round trip (libpq's pipeline). `database` is the only caller; this knows no transaction,
// no role and no SOCI.

#include <libpq-fe.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace store {

struct clear_result {
    void operator()(PGresult* result) const { PQclear(result); }
};
using owned_result = std::unique_ptr<PGresult, clear_result>;

bool is_sound(const PGresult*);

class wire {
public:
    explicit wire(PGconn* connection) : connection_(connection) {}

    // Parses a statement under this name, for good. Its answer says whether that went well.
    owned_result prepare(const char* name, const char* sql);

    // Sends a prepared statement along with the next one, before it. Nothing is sent now.
    void send_along(const char* name, std::vector<std::string> values);
    bool has_along() const { return !along_.empty(); }
    void forget_along() { along_.clear(); }
    // The last of the statements that were sent along with the last `run` or `run_along`; null when none was.
    const PGresult* answer_along() const { return answer_along_.get(); }

    // Runs a prepared statement after what was to be sent along. Null values are NULL. The answer is the
    // statement's, or that of the first one that failed; null when the connection is lost.
    owned_result run(const char* name, std::span<const char* const> values);
    // Runs what was to be sent along by itself.
    owned_result run_along();

    // Text of one or several commands, without values; the answer of the last.
    owned_result run_text(const std::string& sql);
    // Sends a command and does not wait: its answer is read, and forgotten, before the next statement.
    void run_unheard(const char* sql);

private:
    struct prepared_call {
        const char* name;
        std::vector<std::string> values;
    };
    bool send(const char* name, std::span<const char* const> values);
    bool send_all_along();
    owned_result read_pipeline(std::size_t count);
    void hear();

    PGconn* connection_;
    std::vector<prepared_call> along_;
    owned_result answer_along_;
    bool is_unheard_ = false;
};

}  // namespace store
