#pragma once
// Certificates: listed, printed, corrected, revoked; and the own one of a city or a judge after the
// announcement.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_certificates, print_certificate, print_own_certificate, print_judges_certificate,
    print_all_certificates, ask_certificate, change_certificate;

}  // namespace features
