// What people decide: each kind is kept with its body and read again as it was.
#include "server/store/decisions.hpp"

#include "server/store/documents.hpp"
#include "tests/store/judged_edition.hpp"

namespace {

class decisions : public tests::judged_edition {};

TEST_F(decisions, J10_every_kind_is_kept_with_its_body_and_read_again) {
    in_office(mina);
    store::for_each_body([&]<class Body>(std::type_identity<Body>) {
        SCOPED_TRACE(workflow::name_of(Body::kind));
        Body decided{};
        // The one kind that the database reads: it takes back what was decided before.
        if constexpr (Body::kind == store::decision_kind::taking_back)
            decided.decision = decide(store::sharing_body{});
        const auto id = decide(decided);
        const auto line = store::list_decisions(db, edition).front();
        EXPECT_EQ(line.id, id);
        EXPECT_EQ(line.kind, Body::kind);
        const auto body = store::body_of(line);
        const auto* read = std::get_if<Body>(&body);
        ASSERT_NE(read, nullptr) << workflow::name_of(Body::kind);
        EXPECT_EQ(store::to_document(*read), store::to_document(decided));
    });
}

}  // namespace
