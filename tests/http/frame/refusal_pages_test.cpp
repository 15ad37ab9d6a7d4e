// A "no" leads back to the page of this site from which it was asked, and nowhere else.
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

class refusal_pages : public office_pages {
protected:
    // A move that the edition's state refuses, asked for on the page of this address.
    page refused_from(const std::string& referer) {
        fields headers;
        if (!referer.empty()) headers.emplace_back("referer", referer);
        const auto answer = office.post("/office/2014/moves/archive", {{"reason", "It is over"}}, headers);
        EXPECT_EQ(answer.status, 409) << answer.text();
        return answer;
    }
    std::string here() const { return service_.settings().server.public_address; }
};

TEST_F(refusal_pages, lead_back_to_where_the_person_was) {
    lay();
    EXPECT_TRUE(refused_from(here() + "/office/2014/moves/archive?by=hand")
                    .has("<a class=\"govuk-link\" href=\"/office/2014/moves/archive?by=hand\">"));
}

TEST_F(refusal_pages, lead_to_no_other_site) {
    lay();
    for (const auto& elsewhere :
         {std::string("https://elsewhere.example/office"), here() + ".elsewhere.example/office",
          here() + "//elsewhere.example/", here() + "/\\elsewhere.example/", here(),
          "javascript:alert(1)//" + here() + "/", std::string()}) {
        const auto page = refused_from(elsewhere);
        EXPECT_FALSE(page.says("Go back to where you were")) << elsewhere;
        EXPECT_FALSE(page.has("elsewhere.example")) << elsewhere;
    }
}

}  // namespace
}  // namespace tests
