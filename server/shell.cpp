#include "server/shell.hpp"

#include "server/access/tokens.hpp"
#include "server/error_pages.hpp"
#include "server/features/frame/chrome.hpp"
#include "server/features/frame/notices.hpp"
#include "server/store/audit.hpp"
#include "server/store/moves.hpp"
#include "server/store/people.hpp"
#include "server/store/sent_forms.hpp"

namespace {

using access_control::admission;

constexpr int most_tries = 4;
constexpr auto touch_after = std::chrono::minutes(1);

std::optional<std::int64_t> find_parameter(const http::request& request, std::string_view name) {
    for (const auto& [known, value] : request.parameters)
        if (known == name) return std::stoll(value);
    return std::nullopt;
}

store::subject_of_url subject_of(const http::request& request) {
    store::subject_of_url subject;
    for (const auto& [name, value] : request.parameters)
        if (name == "edition") subject.edition = value;
    subject.entry = find_parameter(request, "entry");
    subject.scorecard = find_parameter(request, "scorecard");
    subject.attachment = find_parameter(request, "attachment");
    subject.judge = find_parameter(request, "judge");
    subject.city = find_parameter(request, "city");
    subject.certificate = find_parameter(request, "certificate");
    return subject;
}

std::string session_of(const http::request& request) {
    return std::string(request.find_cookie("__Host-session").value_or(""));
}

// The first name that the route does not declare.
std::optional<std::string> find_undeclared(const http::request& request, const route& row) {
    for (const auto& field : request.query)
        if (!row.takes.allows(field.name)) return field.name;
    for (const auto& field : request.form)
        if (field.name != "csrf" && field.name != "once" && !row.takes.allows(field.name)) return field.name;
    for (const auto& upload : request.uploads)
        if (!row.takes.allows(upload.field)) return upload.field;
    return std::nullopt;
}

// T7: by what a form is known when it comes again: who sent it, where to, all that was entered, and the
// random mark of the page that it stood on. Nothing for what carries no mark (scripts have keys of their
// own).
std::optional<store::bytes> fingerprint_of(const features::visit& visit) {
    const auto& request = visit.request;
    if (http::is_safe(request.method) || visit.key("once").empty()) return std::nullopt;
    std::string everything;
    const auto add = [&](std::string_view part) {
        everything += std::to_string(part.size()) + ":" + std::string(part);
    };
    add(visit.who.person ? std::to_string(workflow::value(visit.person()))
                         : "cookie " + features::forgery_cookie_of(request));
    add(request.target);
    for (const auto& field : request.form) {
        if (field.name == "csrf") continue;  // another one after signing in again
        add(field.name);
        add(field.value);
    }
    for (const auto& upload : request.uploads) {
        add(upload.field);
        add(upload.filename);
        add(std::to_string(upload.size));
    }
    return store::bytes{store::sha256(everything)};
}

// An answer that can be given a second time: a way to another page, and no cookie but the notice.
std::optional<store::first_answer> find_repeatable(const http::response& answer) {
    if (answer.status != 303) return std::nullopt;
    store::first_answer first;
    for (const auto& [name, value] : answer.headers)
        if (name == "Location") first.location = value;
    for (const auto& cookie : answer.cookies) {
        if (cookie.name != features::notice_cookie) return std::nullopt;
        first.notice = cookie.value;
    }
    return first;
}

}  // namespace

shell::shell(const features::services& services, observations& observations, http::page_cache& pages)
    : services_(services), observations_(observations), pages_(pages) {}

store::database& shell::connection() {
    if (!database_ || database_->is_broken()) {
        database_.reset();
        const auto& settings = services_.settings.database;
        database_ = std::make_unique<store::database>(
            settings.connection, store::limits{settings.statement_timeout_ms, settings.lock_timeout_ms,
                                               settings.idle_in_transaction_timeout_ms});
    }
    return *database_;
}

// A connection that died while nobody used it is found out by the first question, before anything was done: a
// new one is tried once, so that the first request after the database came back is answered like any other.
store::visit_facts shell::find_out_who(const http::request& request, const std::string& token,
                                       store::transaction_kind kind) {
    const auto& security = services_.settings.security;
    for (bool may_be_dead = database_ != nullptr;; may_be_dead = false) {
        auto& db = connection();
        try {
            db.begin(kind, store::database_role::access, std::nullopt);
            return store::load_visit(db, token.empty() ? store::bytes{} : access_control::hash_of(token),
                                     subject_of(request), security.session_idle_minutes,
                                     security.applicant_session_idle_minutes);
        } catch (const store::failure&) {
            if (!may_be_dead || !db.is_broken()) throw;
        }
    }
}

http::response shell::handle(http::request& request) {
    const auto& row = routes()[request.route];
    for (int tries = 1;; ++tries) {
        try {
            return answer_once(request, row);
        } catch (const store::failure& error) {
            if (database_) database_->rollback();
            if (error.kind() == store::failure_kind::try_again && tries < most_tries) continue;
            if (error.kind() == store::failure_kind::not_permitted) {
                observations_.access_denied(request.id, boost::describe::enum_to_string(row.right, ""),
                                            "row_security");
                return error_pages::not_found(services_.pages, request);
            }
            observations_.database_failed(request.id, error.what());
            const bool is_passing = error.kind() == store::failure_kind::unavailable ||
                                    error.kind() == store::failure_kind::try_again ||
                                    error.kind() == store::failure_kind::took_too_long;
            return is_passing ? answer_away(request, row) : error_pages::broken(services_.pages, request.id);
        } catch (const store::not_found&) {
            database_->rollback();
            return error_pages::not_found(services_.pages, request);
        } catch (const store::stale_row&) {
            database_->rollback();
            return error_pages::stale(services_.pages, request);
        } catch (const std::exception& error) {
            if (database_) database_->rollback();
            observations_.feature_failed(request.id, error.what());
            return error_pages::broken(services_.pages, request.id);
        }
    }
}

http::response shell::answer_once(http::request& request, const route& row) {
    if (const auto name = find_undeclared(request, row))
        return error_pages::undeclared(services_.pages, request, *name);
    // The one row without a feature: the process is alive, whatever the database does.
    if (row.answer == nullptr) return http::text(200, "alive\n");
    const auto kind =
        http::is_safe(request.method) ? store::transaction_kind::read : store::transaction_kind::write;
    const auto token = session_of(request);
    const auto facts = find_out_who(request, token, kind);
    auto& db = *database_;
    features::visit visit{request, facts, services_, row.right, {}, false, false, {}};
    features::dress(visit);
    const auto may = access_control::may(row.right, facts);
    if (may != admission::yes) {
        db.rollback();
        return turn_away(visit, may);
    }
    if (features::is_forged(request)) {
        db.rollback();
        observations_.forged_form(request.id, row.pattern);
        return features::send_again(visit, 403);
    }
    auto answer = answer_once_for_all(visit, db, row);
    if (visit.public_changed && answer.status < 400) pages_.clear();
    if (facts.session_seen_at && db.now() - *facts.session_seen_at > touch_after) {
        db.begin(store::transaction_kind::write, store::database_role::access, facts.person);
        store::touch_session(db, access_control::hash_of(token));
        db.commit();
    }
    features::undress(visit, answer);
    return answer;
}

// T7: the work and the answer that it got are kept together, or neither is.
http::response shell::answer_once_for_all(features::visit& visit, store::database& db, const route& row) {
    const auto sent = fingerprint_of(visit);
    if (sent)
        if (const auto first = store::claim_form(db, *sent)) {
            db.rollback();
            return visit.see_other(first->location, first->notice);
        }
    db.act_as(access_control::role_of(row.right), visit.who.person);
    auto answer = row.answer(visit, db);
    if (answer.status >= 400 && !visit.keep_changes) {
        db.rollback();
        return answer;
    }
    if (const auto first = sent ? find_repeatable(answer) : std::nullopt) {
        db.act_as(store::database_role::access, visit.who.person);
        store::keep_answer(db, *sent, *first);
    }
    db.commit();
    return answer;
}

http::response shell::turn_away(features::visit& visit, admission why) {
    observations_.access_denied(visit.request.id, boost::describe::enum_to_string(visit.right, ""),
                                boost::describe::enum_to_string(why, ""));
    switch (why) {
        case admission::sign_in_first: return features::ask_to_sign_in(visit);
        case admission::second_factor_first: return features::ask_for_second_factor(visit);
        default: return visit.not_there();
    }
}

// Without a database: who is asking is not known, but a form that came with its token is given back to be
// sent again.
http::response shell::answer_away(http::request& request, const route& row) {
    const bool is_form =
        request.method == http::method::post && !request.form.empty() && !features::is_forged(request);
    const store::visit_facts unknown{};
    features::visit visit{request, unknown, services_, row.right, {}, false, false, {}};
    if (!is_form || visit.wants_json()) return error_pages::unavailable(services_.pages, request);
    features::dress(visit);
    auto answer = features::send_later(visit);
    answer.with("Retry-After", error_pages::away_for);
    return answer;
}
