#include "server/error_pages.hpp"

#include "server/pages/frame/views.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace error_pages {

using pages::t;

using plain_view = pages::plain_error_view;

namespace {

http::response answer(const pages::catalogue& pages, const http::request* asked, int status,
                      std::string_view code, const plain_view& view) {
    pages::frame frame;
    frame.navigation = {
        {t("Home"), "/"}, {t("Winners"), "/winners"}, {t("Check a certificate"), "/certificates"}};
    if (asked != nullptr && asked->header("accept").starts_with("application/json")) {
        const boost::json::object said{{"error", code}, {"message", pages.say(view.explanation, frame)}};
        return http::json(status, boost::json::serialize(said));
    }
    return http::html(status, pages.render("frame/plain", view, frame));
}

}  // namespace

http::response not_found(const pages::catalogue& pages, const http::request& asked) {
    return answer(
        pages, &asked, 404, "not_found",
        {t("Page not found"),
         t("There is no page at this address, or it is not for you. Check the address, or sign in with the "
           "account that it was sent to."),
         ""});
}

http::response undeclared(const pages::catalogue& pages, const http::request& asked, std::string_view name) {
    return answer(
        pages, &asked, 400, "undeclared_parameter",
        {t("This address or form holds something that we do not know"),
         t("The part “{name}” does not belong here. Nothing was changed.", {{"name", std::string(name)}}),
         ""});
}

http::response stale(const pages::catalogue& pages, const http::request& asked) {
    return answer(pages, &asked, 409, "stale_version",
                  {t("Somebody else was faster"),
                   t("What you were working on was changed in the meantime. Nothing of yours was saved over "
                     "it. Go back, "
                     "look at the new state, and decide again."),
                   ""});
}

http::response unavailable(const pages::catalogue& pages, const http::request& asked) {
    auto away = answer(
        pages, &asked, 503, "unavailable",
        {t("The service is away for a moment"),
         t("Nothing that you saved is lost, and what you typed is still in your browser. Go back and try "
           "again in a minute."),
         asked.id});
    away.with("Retry-After", away_for);
    return away;
}

http::response broken(const pages::catalogue& pages, std::string_view request_id) {
    return answer(
        pages, nullptr, 500, "broken",
        {t("Something went wrong on our side"),
         t("Nothing was changed. Please try again; if it happens again, tell the secretariat this number:"),
         std::string(request_id)});
}

http::response by_status(const pages::catalogue& pages, int status, std::string_view request_id) noexcept
    try {
    plain_view view{t("We could not understand this request"),
                    t("Nothing was changed. Go back and try again."), ""};
    if (status == 404)
        view = {t("Page not found"), t("There is no page at this address. Check the address."), ""};
    if (status == 405)
        view = {t("This cannot be done here"), t("The page is there, but not for this kind of request."), ""};
    if (status == 408)
        view = {t("That took too long"), t("The connection was too slow. Please send it again."), ""};
    if (status == 413)
        view = {t("That is too large"), t("What you sent is larger than we accept. Nothing was changed."),
                ""};
    if (status == 503)
        view = {t("The service is busy"),
                t("Please try again in a moment. What you typed is still in your browser."), ""};
    if (status == 500) return broken(pages, request_id);
    return answer(pages, nullptr, status, "refused", view);
} catch (...) {
    return http::text(status, "error " + std::to_string(status) + "\n");
}

}  // namespace error_pages
