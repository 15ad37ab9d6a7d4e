#pragma once
// What the pages of a "no" and of a broken world show (server/pages/errors).

#include "server/pages/frame.hpp"

namespace pages {

// errors/plain.html
struct plain_error_view {
    phrase title;
    phrase explanation;
    std::string request_id;  // to be told to the secretariat; empty where it would not help
};
BOOST_DESCRIBE_STRUCT(plain_error_view, (), (title, explanation, request_id))

}  // namespace pages
