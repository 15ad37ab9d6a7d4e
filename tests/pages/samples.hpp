#pragma once
// Every page with made-up content, for the tests and for looking at them: build/*/preview/*.html.

#include <map>
#include <string>

#include "server/pages/render.hpp"

namespace pages_tests {

// The templates and assets of this build, in English and in the pseudo-language.
const pages::catalogue& all_pages();

// A frame of a signed-in applicant, or of the public.
pages::frame sample_frame(bool signed_in);

// Page name -> HTML, with every part of the page filled.
std::map<std::string, std::string> render_samples(const std::string& language);

// What the samples are rendered with; `more` tells two samples of one page apart.
struct sampler {
    pages::frame open, mine, wrong;
    std::map<std::string, std::string> made;

    template <class View>
    void put(const std::string& page, const View& view, const pages::frame& around, const char* more = "") {
        made[page + more] = all_pages().render(page, view, around);
    }
};
void add_public_samples(sampler&);                                    // server/pages/public
void add_account_samples(sampler&);                                   // server/pages/account
void add_entry_samples(sampler&);                                     // server/pages/city
void add_judging_samples(sampler&);                                   // server/pages/judge
void add_office_samples(sampler&);                                    // server/pages/office
pages::moment sample_moment(unsigned month, unsigned day, int hour);  // of 2014

}  // namespace pages_tests
