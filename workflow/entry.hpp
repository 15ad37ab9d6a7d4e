#pragma once
// One project that one city enters in one category, as a value, with its answers and attachments.
// The store fills it; completeness.hpp checks it, pages show it.

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflow/ids.hpp"
#include "workflow/states.hpp"
#include "workflow/time.hpp"

namespace workflow {

// What an attachment is for; the approval letter is the city's, where a provider enters for it.
enum class file_purpose { supporting, approval_letter };
BOOST_DESCRIBE_ENUM(file_purpose, supporting, approval_letter)

struct attachment {
    file_id id{};
    file_purpose purpose = file_purpose::supporting;
    std::string name;
    std::string media_type;  // found from the content
    std::int64_t bytes = 0;
    std::string sha256;
    friend bool operator==(const attachment&, const attachment&) = default;
};
BOOST_DESCRIBE_STRUCT(attachment, (), (id, purpose, name, media_type, bytes, sha256))

// By the question's key; a question that was not answered has no row or an empty text.
using answers = std::map<std::string, std::string>;

// E1: drafts are free, but nobody needs more of them at a time.
inline constexpr int most_drafts_of_a_city = 20;

struct entry {
    entry_id id{};
    edition_id edition{};
    city_id city{};
    std::optional<category_id> category;
    std::string title;
    std::string provider;  // the third party that enters for the city, or empty
    entry_state state = entry_state::draft;
    int version = 1;
    std::optional<instant> submitted_at;
    std::optional<instant> completion_due_at;
    workflow::answers answers;
    std::vector<attachment> attachments;
    std::vector<std::string> unfinished_uploads;  // names of files of which a part has not arrived
    friend bool operator==(const entry&, const entry&) = default;
};
BOOST_DESCRIBE_STRUCT(entry, (),
                      (id, edition, city, category, title, provider, state, version, submitted_at,
                       completion_due_at, answers, attachments, unfinished_uploads))

}  // namespace workflow
