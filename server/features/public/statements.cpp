#include "server/features/public/statements.hpp"

#include "server/features/public/pages.hpp"

#include "server/pages/public/views.hpp"
#include "server/store/public.hpp"

namespace features {
namespace {

http::response statement(visit& visit, std::string_view page) {
    const auto& mail = visit.with.settings.mail;
    auto answer = visit.page(page, pages::statement_view{mail.from_name, mail.from_address});
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

}  // namespace

http::response show_privacy(visit& visit, store::database&) {
    return statement(visit, "public/privacy");
}

http::response show_accessibility(visit& visit, store::database&) {
    return statement(visit, "public/accessibility");
}

http::response answer_robots(visit&, store::database&) {
    auto answer = http::text(200,
                             "User-agent: *\n"
                             "Disallow: /account\nDisallow: /judging\nDisallow: /my\nDisallow: /office\n"
                             "Disallow: /register\nDisallow: /sign-in\n");
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

http::response answer_ready(visit&, store::database& db) {
    store::check_answers(db);
    return http::text(200, "ready\n");
}

}  // namespace features
