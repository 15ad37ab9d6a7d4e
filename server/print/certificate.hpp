#pragma once
// Certificates as PDF: A4 landscape, one page each, every font embedded. Called by the certificate job and
// the download; draws what notifications/certificate says and adds no word. Safe on several threads.

#include <span>
#include <string>

#include "notifications/certificate.hpp"

namespace print {

// The bytes of the file. The same certificate gives the same bytes.
// Throws std::runtime_error when drawing fails.
std::string pdf_of(const notifications::certificate&);

// All of an edition in one file, a page each, in the order given. Throws std::invalid_argument for none.
std::string pdf_of(std::span<const notifications::certificate>);

}  // namespace print
