#pragma once
// E5: what an entry was when it was submitted: every field and file with its SHA-256, as canonical JSON with
// a hash of its own, never edited. Written at submission; judges, the secretariat and receipts read it, since
// a scorecard names the version that it read. It knows neither the present draft nor its answers.

#include "server/store/audit.hpp"
#include "workflow/entry.hpp"

namespace store {

// One answer as it was asked and given; `sha256` is that of `value`, hexadecimal. What the service asks by
// itself (the title, the category, the provider) stands in section `project`.
struct kept_field {
    std::string section;
    std::string section_title;
    std::string key;
    std::string label;
    std::string value;
    std::string sha256;
    bool names_the_applicant = false;  // not for judges
};
BOOST_DESCRIBE_STRUCT(kept_field, (),
                      (section, section_title, key, label, value, sha256, names_the_applicant))

struct kept_version {
    workflow::entry_id entry{};
    int number = 1;
    std::string edition;  // its key
    int rules = 1;        // the rule set's version
    workflow::city_id city{};
    std::string city_name;
    std::string city_country;
    std::string category;  // its key
    std::string category_name;
    std::string title;
    std::string provider;            // the third party that entered for the city, or empty
    std::string submitted_at;        // 2014-06-30T15:00:00Z
    std::vector<kept_field> fields;  // in the order of the form
    std::vector<workflow::attachment> files;
};
BOOST_DESCRIBE_STRUCT(kept_version, (),
                      (entry, number, edition, rules, city, city_name, city_country, category, category_name,
                       title, provider, submitted_at, fields, files))

// Returns the SHA-256 of the kept text, hexadecimal.
std::string keep_version(database&, workflow::edition_id, const kept_version&, workflow::person_id);

struct version_line {
    int number;
    workflow::instant submitted_at;
    std::string hash;  // hexadecimal
};
BOOST_DESCRIBE_STRUCT(version_line, (), (number, submitted_at, hash))
std::vector<version_line> list_versions(database&, workflow::entry_id);

struct found_version {
    version_line line;
    kept_version kept;
};
std::optional<found_version> find_version(database&, workflow::entry_id, int number);

// SHA-256 in hexadecimal.
std::string hash_of_text(std::string_view text);

}  // namespace store
