#include "server/features/account/session_start.hpp"

#include "server/access/tokens.hpp"
#include "server/features/frame/letters.hpp"
#include "server/pages/frame/views.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace features {
namespace {

using pages::t;

// A header may hold anything; what is kept of it is a line of ASCII.
std::string agent_of(const visit& visit) {
    std::string agent;
    for (const char sign : visit.request.header("user-agent").substr(0, 200))
        agent += sign >= 0x20 && sign < 0x7f ? sign : '?';
    return agent;
}

std::string session_token(const visit& visit) {
    return std::string(visit.request.find_cookie(session_cookie).value_or(""));
}

}  // namespace

store::bytes this_session(const visit& visit) {
    return access_control::hash_of(session_token(visit));
}

http::cookie start_session(visit& visit, store::database& db, workflow::person_id person) {
    const auto token = access_control::make_token();
    store::end_session(db, this_session(visit));
    store::open_session(db, access_control::hash_of(token), person, false,
                        visit.with.settings.security.session_hours, agent_of(visit));
    db.act_as(store::database_role::access, person);
    visit.frame.csrf = access_control::csrf_token(token);
    return {session_cookie, token, std::nullopt};
}

http::cookie strengthen_session(visit& visit, store::database& db) {
    const auto token = access_control::make_token();
    store::renew_session(db, this_session(visit), access_control::hash_of(token));
    visit.frame.csrf = access_control::csrf_token(token);
    return {session_cookie, token, std::nullopt};
}

http::response with_cookie(http::response answer, http::cookie cookie) {
    answer.with(std::move(cookie));
    return answer;
}

store::bytes device_of(const visit& visit) {
    return access_control::hash_of(visit.request.find_cookie(device_cookie).value_or(""));
}

void remember_device(visit& visit, store::database& db, const newcomer& person, http::response& answer) {
    if (person.knows_device) return;
    // A device is one person's: who signs in here as somebody else gets a new token.
    const auto token = access_control::make_token();
    store::add_device(db, access_control::hash_of(token), person.id);
    answer.with(http::cookie{device_cookie, token, std::chrono::hours(24 * 365)});
    if (!person.has_devices) return;
    queue_letter(visit, db, {person.id, person.name, person.email, person.language},
                 notifications::sign_in_notice_content{moment_of(visit, db, db.now()), agent_of(visit),
                                                       whole_address(visit, "/account")},
                 "sign-in " + visit.request.id);
}

void record_account_act(visit& visit, store::database& db, std::optional<workflow::person_id> person,
                        workflow::audit_action action) {
    const store::author who{{workflow::role::nobody, db.person()}, std::nullopt};
    store::record_act(db, who, workflow::audit_subject::person, person ? workflow::value(*person) : 0, action,
                      {{"request", visit.request.id}});
}

std::string_view home_of(bool in_any_office, bool on_any_panel) {
    if (in_any_office) return "/office";
    return on_any_panel ? "/judging" : "/my";
}

http::response too_many_tries(visit& visit, int seconds) {
    visit.keep_changes = true;
    const auto text = t("To protect accounts we take only so many tries in a while. Please try again later.");
    auto answer =
        visit.wants_json()
            ? http::json(429, boost::json::serialize(boost::json::object{
                                  {"error", "too_many_tries"},
                                  {"message", visit.with.pages.say(text, visit.frame)}}))
            : visit.page(429, "frame/plain", pages::plain_error_view{t("Too many tries"), text, ""});
    answer.with("Retry-After", std::to_string(seconds));
    return answer;
}

access_control::password_cost cost_of_passwords(const visit& visit) {
    const auto& security = visit.with.settings.security;
    return {security.password_passes, security.password_memory_kib};
}

}  // namespace features
