#pragma once
// Which city enters what in the demonstration: 68 entries of 46 cities, at most two a city, each with all
// answers of the form. Deterministic: the same edition file gives the same entries. Only the winners' cities
// and categories are facts; titles and texts are made up.

#include "config/edition_file.hpp"

#include <map>

namespace demonstration {

struct made_up_entry {
    std::size_t city = 0;  // in the file's list of cities
    std::string category;  // its key
    std::string tier;      // what it won in fact; empty: nothing
    std::string title;
    std::map<std::string, std::string> answers;
};

inline constexpr std::size_t entries_received = 68;
inline constexpr std::size_t cities_entering = 46;

// In the order in which they come in. Throws std::runtime_error when the file has not enough cities or names
// a winner that is no city of its list.
std::vector<made_up_entry> make_up_entries(const config::edition_file&);

// A name for somebody who works for a city; different for neighbouring numbers.
std::string made_up_name(std::size_t number);
// "da-nang": a city's word in made-up addresses.
std::string address_word(std::string_view city);

}  // namespace demonstration
