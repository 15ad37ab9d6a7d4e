#include "server/features/public/statements.hpp"

#include "server/features/frame/letters.hpp"
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

http::response answer_robots(visit& visit, store::database&) {
    auto answer = http::text(200,
                             "User-agent: *\n"
                             "Disallow: /account\nDisallow: /judging\nDisallow: /my\nDisallow: /office\n"
                             "Disallow: /register\nDisallow: /sign-in\n"
                             "Sitemap: " +
                                 whole_address(visit, "/sitemap.xml") + "\n");
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

http::response answer_sitemap(visit& visit, store::database& db) {
    std::string list =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    // A slug has letters, digits and hyphens only: nothing to escape.
    const auto add = [&](const std::string& path) {
        list += "<url><loc>" + whole_address(visit, path) + "</loc></url>\n";
    };
    for (const auto* path : {"/", "/editions", "/winners", "/certificates", "/privacy", "/accessibility"})
        add(path);
    for (const auto& edition : store::list_public_editions(db)) {
        add("/editions/" + edition.key);
        if (edition.prizes > 0) add("/editions/" + edition.key + "/winners");
    }
    auto answer = http::text(200, list + "</urlset>\n");
    answer.type = "application/xml; charset=utf-8";
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

// Browsers ask for it by this name; the icon that the pages name is the same.
http::response answer_favicon(visit& visit, store::database&) {
    return visit.see_other(visit.with.pages.asset("favicon.svg"));
}

http::response answer_ready(visit&, store::database& db) {
    store::check_answers(db);
    return http::text(200, "ready\n");
}

}  // namespace features
