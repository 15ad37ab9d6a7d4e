#pragma once
// What the tests of the secretariat's and the judges' pages stand on: the running service, an edition whose
// call is closed, a panel, cities with entries, and a person of the secretariat who is signed in. Knows no
// page but the judge's way through a scorecard.

#include <gmock/gmock.h>

#include "tests/support/builders.hpp"
#include "tests/support/service.hpp"
#include "tests/support/two_people.hpp"

namespace tests {

class office_test : public testing::Test {
protected:
    using change_of_edition = std::function<void(workflow::edition&, workflow::rule_set&)>;
    struct judge {
        workflow::person_id person;
        workflow::judge_id id;
        std::string name;
    };
    enum class part { member, alternate, unverified };

    office_test();
    // In screening unless said otherwise: two categories, two tiers, one criterion ("impact", 1 to 10), a
    // minimum of two judges; `change` sees it before it is kept.
    void lay(const change_of_edition& change = {},
             workflow::edition_state = workflow::edition_state::screening);

    // Terms accepted, and the identity verified unless said otherwise.
    judge add_judge(const std::string& name, std::string_view country, part = part::member);
    // One entry of a city of its own, with an applicant of the city's name; numbers follow each other.
    workflow::entry_id add_entry(const std::string& city, std::string_view country,
                                 workflow::entry_state = workflow::entry_state::eligible,
                                 const std::string& category = "services");
    void add_file(workflow::entry_id, std::string_view name, std::string_view bytes);

    // Assigns and starts judging by the pages, as `office`.
    void start_judging();
    // As `office`; jun confirms what two people have to do (T5).
    page move(std::string_view action, std::string reason = "As planned");
    // Declares no conflict on everything that is open, and gives each open scorecard of the judge this score.
    void score(const judge&, int score);
    void score_one(const judge&, workflow::entry_id, int score);
    // Declares no conflict on what waits for a declaration.
    void declare(browser&, const judge&);

    std::int64_t count(std::string_view sql, store::parameters values = {});
    std::string state_of(const judge&, workflow::entry_id);
    std::string card_of(const judge&, workflow::entry_id);  // its number
    std::string in_state();                                 // of the edition
    void set_state(workflow::edition_state);
    workflow::person_id applicant_of(workflow::entry_id);
    template <class Id>
    static std::string number(Id id) {
        return std::to_string(workflow::value(id));
    }

    service service_;
    workflow::person_id mina_, jun_;
    workflow::edition_id edition_{};
    browser office{service_};

private:
    void give(browser&, std::int64_t card, int score);
};

// What the tests of the secretariat's pages ask again and again.
class office_pages : public office_test {
protected:
    std::string entry(workflow::entry_id id, std::string_view rest = "") {
        return "/office/2014/entries/" + number(id) + std::string(rest);
    }
    std::string entry_state(workflow::entry_id id) {
        return service_.value<std::string>("select state from entry where id = :id", {{"id", id}});
    }
    page tick_everything(workflow::entry_id id) {
        fields points;
        for (const auto* key : {"eligible_city", "one_project", "right_category", "readable", "files_open",
                                "contact_works", "not_a_double"})
            points.emplace_back(std::string("point_") + key, "yes");
        return office.post(entry(id, "/checklist"), points);
    }
    std::int64_t letters(std::string_view occasion) {
        return count("select count(*) from letter where occasion = :occasion", {{"occasion", occasion}});
    }
    // The hour so far from now, as Seoul writes it in a form.
    std::string wall(const char* from_now) {
        return service_.value<std::string>(
            R"(select left(replace(cast(date_trunc('minute', (now() + cast(:span as interval)) at time zone 'Asia/Seoul') as text),
                                   ' ', 'T'), 16))",
            {{"span", from_now}});
    }
};

}  // namespace tests
