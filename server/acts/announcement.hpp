#pragma once
// The announcement: from the ratified slate, and from nothing else, the public result, the certificates and
// the letters, in one transaction (P3). Made by a person in the office or by the clock at the announcement's
// instant.

#include "server/acts/editions.hpp"

namespace acts {

// decided -> announced. Throws std::runtime_error when
// the slate read back is not the one that two people approved (its hash differs, or the approvals are not
// there), or the recipients of its letters are not the list that was frozen with it: then nothing is
// announced.
edition_moved announce(const acting&);

}  // namespace acts
