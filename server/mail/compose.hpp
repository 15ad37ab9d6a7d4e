#pragma once
// Letters in words: wordings are loaded once per language and turned into a plain and an HTML template each;
// compose() renders a letter of the outbox with them. The only file of the room that knows Mustache.
// A fact that the wording names and the letter does not have is a broken wording and throws.

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "notifications/letter.hpp"
#include "notifications/wording.hpp"

namespace mail {

// A letter ready to be sent: one line each for subject and name, UTF-8, line ends as `\n`.
struct message {
    std::string from_name;
    std::string from_address;
    std::string to_name;
    std::string to_address;
    std::string subject;
    std::string text;
    std::string html;
    std::string message_id;  // without the angle brackets
    std::string date;        // as in a header; see mail_date()
};

// Wording by file name (`receipt.letter`, `frame.txt`, `frame.html`).
using wording_files = std::map<std::string, std::string>;

// Reads every file of a directory. Throws bad_wording when it is not there.
wording_files read_wording_files(const std::filesystem::path& directory);

class wording {
public:
    // Throws notifications::bad_wording: an occasion without a letter, a letter that does not parse.
    // `language` is BCP 47, for the HTML and its direction.
    wording(const wording_files&, const notifications::translator&, std::string language = "en");
    ~wording();

    // Subject, text and HTML, with to_name, to_address and message_id of the letter; from and date are left
    // to the sender. May be called by several threads at once.
    message compose(const notifications::letter&) const;

private:
    struct templates;
    std::unique_ptr<const templates> templates_;
};

}  // namespace mail
