#include "tests/support/asking.hpp"

#include <filesystem>

#include "server/access/tokens.hpp"
#include "server/store/moves.hpp"

namespace tests {
namespace {

const features::services& services() {
    static const config::settings settings = [] {
        config::settings all;
        all.server.public_address = "https://awards.example";
        all.paths.var = std::filesystem::temp_directory_path().string();
        return all;
    }();
    static const pages::catalogue pages({WEGO_SOURCE_DIR "/server/pages", WEGO_BINARY_DIR "/assets"});
    static const features::services both{settings, pages};
    return both;
}

store::subject_of_url subject_of(const fields& parameters) {
    store::subject_of_url subject;
    for (const auto& [name, value] : parameters) {
        if (name == "edition") subject.edition = value;
        if (name == "entry") subject.entry = std::stoll(value);
        if (name == "scorecard") subject.scorecard = std::stoll(value);
        if (name == "attachment") subject.attachment = std::stoll(value);
    }
    return subject;
}

std::string text_of(const http::response& answer) {
    if (const auto* text = std::get_if<std::string>(&answer.body)) return *text;
    if (const auto* file = std::get_if<http::temporary_file>(&answer.body)) return file->read_all();
    return {};
}

}  // namespace

asking::asking(const std::string& connection, store::database& owner, workflow::person_id person)
    : db_(connection, {}), token_("token of person " + std::to_string(workflow::value(person))) {
    owner.run(R"(insert into session (token_hash, person_id, second_factor_at, expires_at)
                 values (:token, :person, now(), now() + interval '1 day'))",
              {{"token", access_control::hash_of(token_)}, {"person", person}});
}

reply asking::operator()(const question& asked) {
    http::request request;
    request.method = asked.form.empty() ? http::method::get : http::method::post;
    request.parameters = asked.parameters;
    for (const auto& [name, value] : asked.form) request.form.add(name, value);
    if (asked.wants_json) request.headers.emplace_back("accept", "application/json");
    const auto kind = asked.form.empty() ? store::transaction_kind::read : store::transaction_kind::write;
    db_.begin(kind, store::database_role::access, std::nullopt);
    const auto facts =
        store::load_visit(db_, access_control::hash_of(token_), subject_of(asked.parameters), 60, 60);
    features::visit visit{request, facts, services(), asked.right, {}, false, false, {}};
    visit.frame.csrf = "token";
    reply answered;
    if (access_control::may(asked.right, facts) != access_control::admission::yes) {
        answered = {404, "", ""};
        db_.rollback();
        return answered;
    }
    db_.act_as(access_control::role_of(asked.right), facts.person);
    try {
        auto answer = asked.feature(visit, db_);
        answered.status = answer.status;
        answered.body = text_of(answer);
        for (const auto& [name, value] : answer.headers)
            if (name == "Location") answered.location = value;
        if (answer.status < 400 || visit.keep_changes)
            db_.commit();
        else
            db_.rollback();
    } catch (const store::not_found&) {
        db_.rollback();
        answered.status = 404;
    } catch (const store::stale_row&) {
        db_.rollback();
        answered.status = 409;
    }
    return answered;
}

}  // namespace tests
