#pragma once
// What a feature gets in its hand: the request, who is asking, and what it may use to answer. A feature is a
// plain function visit + database -> response, with four paragraphs: read the form, load the facts, decide in
// the domain, answer. The shell has checked the policy, the anti-forgery token and the parameters' names
// before, runs it in one transaction and commits unless the answer is an error.

#include "config/settings.hpp"
#include "server/access/policy.hpp"
#include "server/acts/moving.hpp"
#include "server/features/frame/refusals.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/pages/render.hpp"
#include "server/store/audit.hpp"

namespace features {

// What outlives every request.
struct services {
    const config::settings& settings;
    const pages::catalogue& pages;
};

class visit {
public:
    http::request& request;
    const store::visit_facts& who;
    const services& with;
    access_control::right right;
    pages::frame frame;

    // Commit although the answer is an error: a failed try to sign in is counted, a late entry's refusal
    // kept.
    bool keep_changes = false;
    // What the public sees has changed: the prepared pages are forgotten after the commit.
    bool public_changed = false;
    // The anti-forgery cookie of a visitor without a session, when it had to be made.
    std::optional<std::string> new_form_cookie;

    // The signed-in person; only for acts that demand one.
    workflow::person_id person() const { return who.person.value(); }
    // The edition that the URL names, itself or through an entry, a scorecard, …
    workflow::edition_id edition() const { return who.edition.value(); }
    workflow::actor actor() const { return {access_control::acting_role(right, who), who.person}; }
    // For the audit log.
    store::author as_author() const { return {actor(), who.edition}; }
    // For an act on the edition that the URL names, with the reason that was typed.
    acts::acting acting(store::database&, std::string reason = {}) const;

    // A number from the path; the router has checked its shape.
    std::int64_t number(std::string_view parameter) const;
    template <class Id>
    Id id(std::string_view parameter) const {
        return workflow::id_from<Id>(number(parameter));
    }
    // A field of the form or of the query, without blanks at its ends; empty when it did not come, or when
    // nothing of it can be seen.
    std::string field(std::string_view name) const;
    std::string query(std::string_view name) const;
    // An e-mail address in the spelling by which a person is known (typed/addresses.hpp); empty when it is
    // none.
    std::string mail_address(std::string_view field) const;
    bool has_field(std::string_view name) const { return request.form.has_field(name); }
    // A field as it was typed, with line ends as \n.
    std::string text(std::string_view name) const;
    // False when it came in invalid UTF-8; say so beside the field, with 422.
    bool is_readable(std::string_view name) const { return request.form.is_valid_text(name); }
    std::optional<std::int64_t> find_number(std::string_view field) const;
    // The random key of a request, by which it is known when it comes again; empty when none came.
    std::string key(std::string_view field) const;

    // The page, status 200, or 422 when the frame has errors.
    template <class View>
    http::response page(std::string_view name, const View& view) const {
        return page(frame.errors.empty() ? 200 : 422, name, view);
    }
    template <class View>
    http::response page(int status, std::string_view name, const View& view) const {
        return http::html(status, with.pages.render(name, view, frame));
    }
    // 303, and the notice of this key (see notices.hpp) on the page that comes next.
    http::response see_other(std::string url, std::string_view notice = {}) const;
    // The page of this site from which the request came, as a path; empty where the browser did not tell.
    std::string page_before() const;
    // A refusal as a page of its own, which leads back there, or as JSON for a script that asked for it.
    http::response refuse(const workflow::refusal&) const;
    http::response not_there() const;
    // True when a script asked and wants JSON back.
    bool wants_json() const;

    // One line for the error summary and the same beside the field.
    pages::phrase error(std::string_view field_id, pages::phrase text);
    // The same, put beside the field of this name among these.
    void error(std::vector<pages::field>&, std::string_view name, pages::phrase text);
    // The sentence of a refusal, for the error beside a field.
    pages::phrase sentence(const workflow::refusal& no) const { return answer_to(no).sentence; }
};

using feature = http::response(visit&, store::database&);

}  // namespace features
