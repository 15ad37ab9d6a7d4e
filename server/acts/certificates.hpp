#pragma once
// Certificates: who gets one at the announcement, and what a kept one says when it is printed.

#include "server/store/editions.hpp"
#include "server/store/results.hpp"

namespace acts {

// For every winner, every other judged entry and every judge of the edition; one statement.
void issue_certificates(store::database&, const store::act&, const workflow::edition&);

// 128 bits from libsodium's generator.
notifications::certificate_number draw_number();

// What a kept certificate prints. `serial` is the kept one; throws std::logic_error for a serial that is none.
notifications::certificate_facts printed_facts(notifications::certificate_kind, std::string_view serial,
                                               const store::certificate_body&, std::string_view issued_on,
                                               std::string_view service_address);

}  // namespace acts
