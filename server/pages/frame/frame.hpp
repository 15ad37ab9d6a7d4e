#pragma once
// What stands around every page: who is signed in, where one can go, what just happened, what is wrong. The
// shell fills one for each request and features add to it; the layout shows it. Knows no feature.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "server/pages/phrase.hpp"

namespace pages {

struct link {
    phrase text;
    std::string href;
    bool current = false;  // the page one is on: aria-current
};
BOOST_DESCRIBE_STRUCT(link, (), (text, href, current))

struct signed_in {
    std::string name;
    phrase role;           // t("Secretariat")
    std::string number;    // tells scripts whose typing they keep, where several people share a browser
    int idle_minutes = 0;  // after so long without a request the session ends
};
BOOST_DESCRIBE_STRUCT(signed_in, (), (name, role, number, idle_minutes))

// What search engines and those who pass a link on show of a public page.
struct summary_for_links {
    phrase text;
    std::string address;  // https://…
};
BOOST_DESCRIBE_STRUCT(summary_for_links, (), (text, address))

// One line of the error summary; href is "#" and the id of the field, so that it leads there.
struct error_line {
    phrase text;
    std::string href;
};
BOOST_DESCRIBE_STRUCT(error_line, (), (text, href))

// What the reader's last act did ("Your entry has been submitted"), shown once at the top.
struct notice {
    phrase text;
    bool good = true;  // false: something to know rather than a success
    std::vector<link> links;
};
BOOST_DESCRIBE_STRUCT(notice, (), (text, good, links))

struct frame {
    std::string language = "en";  // BCP 47; decides texts, dates, numbers and the direction of writing
    std::string zone = "UTC";     // the edition's IANA zone
    std::string edition_name;     // "2nd WeGO Awards 2014"
    std::string csrf;             // the token that {{>components/csrf}} puts in a form
    std::string once;  // its companion, random for each page: a form that is sent twice is done once (T7)
    std::optional<signed_in> person;
    std::vector<link> navigation;   // the service's parts that are open to this person
    std::vector<link> breadcrumbs;  // from the outermost to the page above this one
    std::optional<notice> notification;
    std::vector<error_line> errors;       // the error summary; the page's title then begins with "Error:"
    std::optional<phrase> demonstration;  // the banner of a demonstration's pages
    std::optional<summary_for_links> summary;
    bool wide = false;  // tables and the scorecard use the whole width
};
BOOST_DESCRIBE_STRUCT(frame, (),
                      (language, zone, edition_name, csrf, once, person, navigation, breadcrumbs,
                       notification, errors, demonstration, summary, wide))

}  // namespace pages
