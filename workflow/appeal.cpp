#include "workflow/appeal.hpp"

#include <chrono>

#include "workflow/deadlines.hpp"

namespace workflow {

instant appeals_end(instant announced_at, int days) {
    return announced_at + std::chrono::hours{24} * days;
}

verdict may_appeal(const appeal_facts& facts) {
    if (!facts.announced_at) return refuse(refusal_code::result_still_hidden);
    const auto end = appeals_end(*facts.announced_at, facts.days);
    if (facts.now >= end) return refuse(refusal_code::appeals_closed, {{"closed_at", utc_text(end)}});
    if (facts.one_is_open) return refuse(refusal_code::appeal_open_already);
    return {};
}

verdict may_settle_appeal(bool is_open, bool has_judged) {
    if (!is_open) return refuse(refusal_code::appeal_settled);
    if (has_judged) return refuse(refusal_code::settled_by_a_judge);
    return {};
}

}  // namespace workflow
