#pragma once
// E3: is an entry complete by its edition's form? Called at submission, where it blocks, and on the form's
// pages, where it only speaks. Words are counted by whoever knows Unicode (ICU, in the shell).

#include <boost/describe.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/entry.hpp"
#include "workflow/refusal.hpp"
#include "workflow/rules.hpp"

namespace workflow {

using word_counter = std::function<std::size_t(std::string_view utf8)>;

// One thing to put right, beside its field. The title, the category and the attachments, which every form
// has, are the questions `title` and `category` of section `project` and `approval_letter` and `files` of
// section `attachments`.
struct field_problem {
    std::string section;
    std::string question;
    refusal_code code{};
    std::vector<particular> particulars;
    friend bool operator==(const field_problem&, const field_problem&) = default;
};
BOOST_DESCRIBE_STRUCT(field_problem, (), (section, question, code, particulars))

// What is wrong with one answer: the first problem, or nothing. For checking while typing, pass
// `required` as false on the question: an empty field is no error before submission.
std::optional<field_problem> check_answer(const std::string& section, const question&,
                                          std::string_view answer, const word_counter&);

// Everything that blocks the submission of this entry, in the order of the form. None: complete.
std::vector<field_problem> list_problems(const entry&, const rule_set&, const word_counter&);

// Nothing was given yet; else what was given is wrong.
bool is_only_missing(const field_problem&);

// E6: may this file be attached to an entry that has these already? Type and size as found, not as claimed.
verdict may_attach(const std::vector<attachment>& present, std::string_view media_type, std::int64_t bytes,
                   const entry_limits&);

// A longest text for each kind, in characters (typed/characters.hpp), whatever the rules say.
std::size_t longest_answer(question_kind);

}  // namespace workflow
