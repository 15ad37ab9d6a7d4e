#include "server/features/frame/chrome.hpp"

#include "server/access/tokens.hpp"
#include "server/features/frame/notices.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;

constexpr const char* form_cookie = "__Host-form";

pages::phrase role_name(const visit& visit) {
    if (visit.who.in_any_office) return t("Secretariat");
    if (visit.who.on_any_panel) return t("Judge");
    if (visit.who.is_applicant) return t("Applicant");
    return t("Signed in");
}

std::vector<pages::link> navigation(const visit& visit) {
    std::vector<pages::link> links{{t("Home"), "/"}, {t("Winners"), "/winners"}};
    if (!visit.who.person) {
        links.push_back({t("Check a certificate"), "/certificates"});
        return links;
    }
    if (visit.who.in_any_office) links.push_back({t("Office"), "/office"});
    if (visit.who.on_any_panel) links.push_back({t("Judging"), "/judging"});
    if (visit.who.is_applicant || !(visit.who.in_any_office || visit.who.on_any_panel))
        links.push_back({t("My entries"), "/my"});
    const auto here = "/" + (visit.request.path.empty() ? std::string() : visit.request.path.front());
    for (auto& link : links) link.current = link.href == here;
    return links;
}

// As store::load_visit() counts.
int idle_minutes(const visit& visit) {
    const auto& security = visit.with.settings.security;
    return visit.who.in_any_office || visit.who.has_accepted_panel ? security.session_idle_minutes
                                                                   : security.applicant_session_idle_minutes;
}

bool takes_forms_from_anyone(const visit& visit) {
    return visit.right == access_control::right::sign_in;
}

// What the page's forms are known by when they are sent twice (T7). A form that comes back to be corrected,
// or to be sent again, keeps its mark.
std::string mark_of(const visit& visit) {
    if (auto given = visit.key("once"); !given.empty()) return given;
    auto mark = access_control::make_token();
    std::replace(mark.begin(), mark.end(), '_', '-');
    return mark;
}

}  // namespace

std::string forgery_cookie_of(const http::request& request) {
    const auto session = request.find_cookie("__Host-session");
    if (session && !session->empty()) return std::string(*session);
    return std::string(request.find_cookie(form_cookie).value_or(""));
}

bool is_forged(const http::request& request) {
    if (http::is_safe(request.method)) return false;
    if (!http::origin_is_own(request)) return true;
    auto given = request.form.find_field("csrf").value_or(request.header("x-csrf-token"));
    const auto cookie = forgery_cookie_of(request);
    return cookie.empty() || !access_control::is_csrf_token(given, cookie);
}

void dress(visit& visit) {
    auto& frame = visit.frame;
    frame.language = visit.who.language.value_or("en");
    frame.zone = visit.who.edition_zone.value_or("UTC");
    if (visit.who.person)
        frame.person = pages::signed_in{visit.who.name.value_or(""), role_name(visit),
                                        std::to_string(workflow::value(visit.person())), idle_minutes(visit)};
    frame.navigation = navigation(visit);
    if (visit.with.settings.demonstration.enabled)
        frame.demonstration = t("This is a demonstration. Projects, texts and scores are made up.");
    auto cookie = forgery_cookie_of(visit.request);
    if (cookie.empty() && takes_forms_from_anyone(visit)) {
        cookie = access_control::make_token();
        visit.request.cookies.emplace_back(form_cookie, cookie);
        visit.new_form_cookie = cookie;
    }
    if (!cookie.empty()) frame.csrf = access_control::csrf_token(cookie);
    frame.once = mark_of(visit);
    if (const auto key = visit.request.find_cookie(notice_cookie)) frame.notification = find_notice(*key);
}

bool has_fresh_factor(const visit& visit, store::database& db) {
    if (!visit.who.has_totp) return true;
    return visit.who.second_factor_at && db.now() - *visit.who.second_factor_at < fresh_factor;
}

void undress(const visit& visit, http::response& answer) {
    if (visit.new_form_cookie) answer.with(http::cookie{form_cookie, *visit.new_form_cookie, std::nullopt});
    const bool was_shown = visit.request.find_cookie(notice_cookie) && answer.status == 200;
    if (was_shown) answer.with(http::cookie{std::string(notice_cookie), "", std::chrono::seconds(0)});
}

}  // namespace features
