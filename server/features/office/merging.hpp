#pragma once
// E8: whether a city is one that is known already, and the question before the two become one. Parts of the
// page of a city.

#include "server/features/office/page.hpp"
#include "server/store/cities.hpp"

namespace features {

// The cities that may be the same, or with a search (`with`) what it finds, and the form that makes them one.
std::vector<pages::office_block> merge_blocks(const visit&, store::database&, const workflow::edition&,
                                              const store::city_row&);
// What happens to `city` and `kept`; sends the form of the page once more, confirmed.
http::response ask_to_merge(visit&, const workflow::edition&, const store::city_row& city,
                            const store::city_row& kept);

}  // namespace features
