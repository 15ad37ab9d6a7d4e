#pragma once
// What the tests of conflicts and of judges who leave ask again and again: who is barred, who got which
// letter, and the form of a judge's data.

#include "tests/http/office/ground.hpp"

namespace tests {

class office_conflicts : public office_test {
protected:
    std::int64_t conflicts(const judge& who, workflow::entry_id entry) {
        return count("select count(*) from conflict where judge_id = :judge and entry_id = :entry and bars",
                     {{"judge", who.id}, {"entry", entry}});
    }
    std::int64_t letters(std::string_view occasion, std::string_view address) {
        return count("select count(*) from letter where occasion = :occasion and to_address = :address",
                     {{"occasion", occasion}, {"address", address}});
    }
    std::string panel(const judge& who, std::string_view rest = "") {
        return "/office/2014/panel/" + number(who.id) + std::string(rest);
    }
    fields data_of(const judge& who, const std::string& country) {
        const auto shown = office.get(panel(who));
        return {{"version", shown.value_of("version")},
                {"name", who.name},
                {"title", ""},
                {"affiliation", ""},
                {"part", "member"},
                {"country", country},
                {"employment_country", ""},
                {"city", ""},
                {"capacity", ""}};
    }
};

}  // namespace tests
