#pragma once
// What the tests of the clock stand on: an edition whose state and calendar are laid down in minutes from
// now, with entries of cities, and counts of what the clock left behind.

#include "tests/http/jobs/clock.hpp"
#include "tests/http/office/ground.hpp"
#include "tests/http/results/ground.hpp"

namespace tests {

class clock_test : public office_test {
protected:
    // With rules that a call can open under.
    void lay_edition(int year = 2014) {
        lay([year](workflow::edition& made, workflow::rule_set& rules) {
            made.key = std::to_string(year), made.year = year, made.ordinal = year - 2012;
            rules = workflow::default_rules();
        });
    }
    // The edition in this state, its call from and until so many minutes from now; a minus is the past.
    void lay_call(workflow::edition_state state, int opens, int closes, int grace = 0) {
        if (workflow::value(edition_) == 0) lay_edition();
        service_.run(
            R"(update edition set state = :state, grace_minutes = :grace, closed_at = null,
                            opens_at = now() + make_interval(mins => :opens),
                            opened_at = case when :state <> 'planned' then now() end, ready_at = now(),
                            closes_at = now() + make_interval(mins => :closes),
                            judging_opens_at = now() + make_interval(mins => :closes, days => 1),
                            judging_closes_at = now() + make_interval(mins => :closes, days => 2)
                        where id = :id)",
            {{"state", state}, {"opens", opens}, {"closes", closes}, {"grace", grace}, {"id", edition_}});
    }
    void extend_for_city_of(workflow::entry_id entry, int minutes) {
        service_.run(R"(insert into extension (edition_id, city_id, until, reason)
                        select edition_id, city_id, now() + make_interval(mins => :minutes), 'A flood'
                        from entry where id = :entry)",
                     {{"minutes", minutes}, {"entry", entry}});
    }
    void set_due(workflow::entry_id entry, int minutes) {
        service_.run(
            "update entry set return_due_at = now() + make_interval(mins => :minutes) where id = :entry",
            {{"minutes", minutes}, {"entry", entry}});
    }
    std::string state_of(workflow::entry_id entry) {
        return service_.value<std::string>("select state from entry where id = :entry", {{"entry", entry}});
    }
    std::int64_t events(std::string_view action) {
        return count("select count(*) from audit_event where action = :action and actor_role = 'clock'",
                     {{"action", action}});
    }

    ticking_clock clock_{service_.settings().database.connection};
};

// An edition that two people have ratified and that waits for its announcement.
class announcement_clock_test : public results_pages {
protected:
    announcement_clock_test() {
        lay();
        browser mina(service_), jun(service_);
        mina.sign_in_as(mina_), jun.sign_in_as(jun_);
        const auto hash = build(mina);
        mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    }
    void announce_in(int minutes) {
        service_.run("update edition set announce_at = now() + make_interval(mins => :minutes)",
                     {{"minutes", minutes}});
    }
    std::int64_t count(std::string_view of) {
        return service_.value<std::int64_t>("select count(*) from " + std::string(of));
    }
    std::string in_state() { return service_.value<std::string>("select state from edition"); }

    ticking_clock clock_{service_.settings().database.connection};
    const std::string results_ = "letter where occasion in ('result_won', 'result_not_won')";
};

}  // namespace tests
