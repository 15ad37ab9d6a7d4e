#pragma once
// What goes wrong between the service and PostgreSQL, as the caller needs to know it. Thrown by `database`
// alone; caught once per request and once per job, and by who expects a constraint to speak.

#include <stdexcept>
#include <string>
#include <string_view>

namespace store {

// What a broken promise of the database means for the caller; never carries a bound value or a DETAIL.
enum class failure_kind {
    unavailable,    // no connection, or it was lost: 503, and the outcome of a commit is unknown
    try_again,      // serialisation conflict, deadlock, lock timeout: the transaction may be repeated
    constraint,     // `constraint` names it
    not_permitted,  // row-level security or a grant said no
    took_too_long,  // statement_timeout
    other
};

// What a SQLSTATE means; none at all is a lost connection.
failure_kind kind_of(std::string_view sqlstate);

class failure : public std::runtime_error {
public:
    failure(failure_kind kind, std::string sqlstate, std::string constraint);
    failure_kind kind() const { return kind_; }
    const std::string& constraint() const { return constraint_; }

private:
    failure_kind kind_;
    std::string constraint_;
};

// Thrown by `load` when the row is not there or not for this person: both are the same 404.
class not_found : public std::runtime_error {
public:
    not_found() : std::runtime_error("not found") {}
};

}  // namespace store
