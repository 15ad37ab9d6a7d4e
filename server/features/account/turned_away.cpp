#include "server/features/account/forms.hpp"
#include "server/features/account/session_start.hpp"
#include "server/features/frame/chrome.hpp"

#include "server/access/tokens.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace features {
namespace {

using pages::t;

http::response to_script(const visit& visit, int status, std::string_view code,
                         const pages::phrase& message) {
    const boost::json::object said{{"error", code}, {"message", visit.with.pages.say(message, visit.frame)}};
    return http::json(status, boost::json::serialize(said));
}

// A page that was asked for without a session shows a form of ours: it needs a token all the same.
void ensure_form_token(visit& visit) {
    if (!visit.frame.csrf.empty()) return;
    visit.new_form_cookie = access_control::make_token();
    visit.frame.csrf = access_control::csrf_token(*visit.new_form_cookie);
}

// Turned away before the feature ran: the shell adds no cookies to such an answer.
http::response with_form_cookie(const visit& visit, http::response answer) {
    undress(visit, answer);
    return answer;
}

}  // namespace

http::response ask_to_sign_in(visit& visit) {
    if (visit.wants_json())
        return to_script(visit, 401, "sign_in_first",
                         t("Your session has ended. Sign in and go on where you were."));
    // A form that another site sends is not one that somebody typed here: it would be sent in the name of who
    // signs in now. The cookie of a session that has ended still tells which forms are ours.
    const auto kept = is_forged(visit.request) ? errand{} : errand_of_request(visit);
    ensure_form_token(visit);
    auto view = sign_in_form(kept);
    const bool had_session = !visit.request.find_cookie(session_cookie).value_or("").empty();
    if (kept.form)
        view.reason =
            pages::text_block{t("Your session has ended. What you typed is kept: sign in, and the form is "
                                "there again as it was.")};
    else if (had_session)
        view.reason = pages::text_block{t("Your session has ended. Sign in and go on where you were.")};
    return with_form_cookie(visit, visit.page(401, "account/sign_in", view));
}

http::response ask_for_second_factor(visit& visit) {
    if (visit.wants_json())
        return to_script(visit, 403, "second_factor_first", t("Type a one-time code first, then try again."));
    const auto kept = is_forged(visit.request) ? errand{} : errand_of_request(visit);
    visit.frame.notification.reset();
    if (visit.who.has_totp) return visit.page(403, "account/code", code_form(kept));
    return visit.page(403, "account/enrol_code", enrol_form(visit, kept));
}

http::response send_again(visit& visit, int status) {
    const auto reason =
        t("To keep others from acting in your name, each form carries a secret, and the one that came "
          "was missing or too old. Nothing was changed, and nothing that you typed is lost: one press "
          "sends it.");
    if (visit.wants_json()) return to_script(visit, status, "form_token_wrong", reason);
    if (!http::origin_is_own(visit.request))
        return visit.page(
            status, "frame/plain",
            pages::plain_error_view{t("This form came from another site"),
                                    t("Nothing was changed. Forms of this service are sent from "
                                      "its own pages only."),
                                    ""});
    ensure_form_token(visit);
    const auto kept = errand_of_request(visit);
    const auto form = kept.form.value_or(kept_form{"/", {}, false, {}});
    return with_form_cookie(visit, show_kept_form(visit, status, t("Please send this again"), reason, form));
}

http::response send_later(visit& visit) {
    ensure_form_token(visit);
    const auto kept = errand_of_request(visit);
    const auto form = kept.form.value_or(kept_form{"/", {}, false, {}});
    return with_form_cookie(
        visit, show_kept_form(
                   visit, 503, t("The service is away for a moment"),
                   t("Nothing that you saved is lost, and nothing that you typed: here it is. Wait a minute, "
                     "then one press sends it. Passwords are not kept."),
                   form));
}

}  // namespace features
