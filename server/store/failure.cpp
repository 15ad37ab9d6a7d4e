#include "server/store/failure.hpp"

namespace store {

failure_kind kind_of(std::string_view sqlstate) {
    if (sqlstate.starts_with("08") || sqlstate.starts_with("57P") || sqlstate.starts_with("53") ||
        sqlstate.empty())
        return failure_kind::unavailable;
    if (sqlstate == "25006") return failure_kind::unavailable;
    if (sqlstate.starts_with("40") || sqlstate == "55P03") return failure_kind::try_again;
    if (sqlstate.starts_with("23")) return failure_kind::constraint;
    if (sqlstate == "42501") return failure_kind::not_permitted;
    if (sqlstate == "57014") return failure_kind::took_too_long;
    return failure_kind::other;
}

failure::failure(failure_kind kind, std::string sqlstate, std::string constraint)
    : std::runtime_error("database: SQLSTATE " + (sqlstate.empty() ? "none" : sqlstate) +
                         (constraint.empty() ? "" : ", constraint " + constraint)),
      kind_(kind),
      constraint_(std::move(constraint)) {}

}  // namespace store
