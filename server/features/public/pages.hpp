#pragma once
// What anyone may read: the call, the winners, past editions, a city's page, the check of a certificate,
// statements. All answers may be kept until a writer says that something public changed
// (visit.public_changed).

#include "server/features/frame/visit.hpp"
#include "workflow/edition.hpp"

namespace features {

feature answer_ready;

// For the front page: the call or the result of one edition, whoever asks.
http::response call_page(visit&, store::database&, const workflow::edition&);
http::response winners_page(visit&, store::database&, const workflow::edition&);

// What is shown where the page's link is passed on. The page of an edition is known by its own address, also
// while it is the front page.
void describe(visit&, pages::phrase, std::string_view path);

// `2014-12-01`: a public date within a sentence, the same in every language.
std::string day_in_sentence(workflow::instant, const std::string& zone);

}  // namespace features
