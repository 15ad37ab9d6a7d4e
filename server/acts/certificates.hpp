#pragma once
// Certificates: who gets one at the announcement, and what a kept one says when it is printed.

#include "server/store/certificates.hpp"
#include "server/store/editions.hpp"
#include "server/store/results.hpp"

#include <filesystem>

namespace acts {

// For every winner, every other judged entry and every judge of the edition; one statement.
void issue_certificates(store::database&, const store::author&, const workflow::edition&);

// 128 bits from libsodium's generator.
notifications::certificate_number draw_number();

// What a kept certificate prints. Throws std::logic_error when its serial is none.
notifications::certificate_content printed_content(const store::certificate_row&,
                                                   std::string_view service_address);

// The words around the content, from wording/certificate.words of this folder. Throws
// notifications::bad_wording.
notifications::certificate_words load_certificate_words(const std::filesystem::path& wording);

}  // namespace acts
