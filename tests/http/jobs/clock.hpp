#pragma once
// The clock of the editions for tests: ticks on a connection of its own, as in a service, and remembers what
// it told. Instants come from the calendar in the database, which a test moves; nothing here waits for one.

#include "server/jobs/edition_clock.hpp"

#include <string>
#include <vector>

namespace tests {

class ticking_clock {
public:
    explicit ticking_clock(const std::string& connection) : db_(connection, store::limits{}) {}

    // Does everything that is due, once.
    void tick() {
        const jobs::teller tell{[this](auto job, auto what) { failures.push_back(said(job, what)); },
                                [](auto, auto) {},
                                [this](auto slug, auto action) { moved.push_back(said(slug, action)); }};
        jobs::move_editions(
            db_, tell, [this] { ++public_changes; }, "http://awards.example");
    }

    std::vector<std::string> moved;     // "2014 open_call"
    std::vector<std::string> failures;  // "clock 2014 open_call: …"
    int public_changes = 0;

private:
    static std::string said(std::string_view first, std::string_view second) {
        return std::string(first) + " " + std::string(second);
    }
    store::database db_;
};

}  // namespace tests
