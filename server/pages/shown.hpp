#pragma once
// Values whose look depends on the reader: instants, days, numbers. View structs hold them bare; the renderer
// writes them in the reader's language and the edition's zone (E4). Knows no page.

#include <chrono>
#include <cstdint>
#include <string>

#include "workflow/time.hpp"

namespace pages {

// An instant. In a template: {{#deadline}}{{>components/moment}}{{/deadline}}, which shows it in the
// edition's zone, in UTC and, with JavaScript, in the reader's own zone;
// {{#deadline}}{{>components/moment_short}}
// {{/deadline}} shows the edition's zone only. Single names: edition, utc, iso, short, date. `zone` where a
// page tells of several editions; else the frame's holds.
struct moment {
    workflow::instant at{};
    std::string zone = {};
};

// A day without a time, as the ceremony has: {{ceremony}} prints "5 November 2014".
struct day {
    std::chrono::year_month_day date{};
};

// A number with the reader's separators: number{1234567} prints "1,234,567"; number{8250, 2} prints "82.50".
struct number {
    std::int64_t units = 0;
    int decimals = 0;
};

}  // namespace pages
