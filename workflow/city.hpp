#pragma once
// A city or local government as a value: who it is officially, how it is printed, which country counts
// for conflicts. The store fills it; conflicts (judging) and certificates (print) read it.

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "workflow/ids.hpp"

namespace workflow {

// `country` is ISO 3166-1 alpha-2 and decides conflicts; `printed_country` is protocol ("Chinese Taipei")
// and decides nothing.
struct city {
    city_id id{};
    std::string official_name;
    std::string printed_name;
    std::string country;
    std::string printed_country;
    std::optional<city_id> parent;
    bool is_member = false;
    std::string region;  // regional office
    friend bool operator==(const city&, const city&) = default;
};
BOOST_DESCRIBE_STRUCT(city, (),
                      (id, official_name, printed_name, country, printed_country, parent, is_member, region))

// The same government or its parent or district: true for Songpa and Seoul, false for two districts of
// one city, which enter and are judged independently of each other.
constexpr bool are_one_family(const city& left, const city& right) {
    return left.id == right.id || left.parent == right.id || right.parent == left.id;
}

}  // namespace workflow
