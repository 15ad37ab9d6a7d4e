// The whole service on a free port of the loopback, over a database of its own, and a browser without scripts
// that keeps cookies and knows the anti-forgery field of the last page. For the tests of tests/http.
//
//     tests::service service;
//     tests::browser city(service);
//     city.sign_in_as(service.add_person("Mina"));           // a session, without the password's cost
//     auto page = city.get("/my");                           // 200, page.body, page.has("…")
//     auto answer = city.post("/my/cities", {{"name", "Seoul"}});   // brings the csrf field along
//     answer = city.follow(answer);                          // where the 303 leads
#pragma once

#include "config/settings.hpp"
#include "tests/support/database.hpp"
#include "workflow/ids.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

using fields = std::vector<std::pair<std::string, std::string>>;

// One answer, whole.
struct page {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string set_cookies;                     // as sent, one a line
    std::string body;

    std::string header(const std::string& name) const;
    std::string location() const { return header("location"); }
    bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
    // What people read: the body without tags, runs of blanks as one, entities as signs.
    std::string text() const;
    bool says(std::string_view words) const { return text().find(words) != std::string::npos; }
    // The value of the form's field of this name as the page holds it; empty when there is none.
    std::string value_of(std::string_view name) const;
    // The body without the random mark of its forms, which differs each time.
    std::string body_but_mark() const;
    // All hidden fields in the order of the page, but the anti-forgery ones.
    fields hidden_fields() const;
};

class service {
public:
    // `change` sees the settings before the service starts. `copy_of`: a database with facts in it already.
    explicit service(const std::function<void(config::settings&)>& change = {},
                     const std::string& copy_of = {});
    ~service();
    service(const service&) = delete;
    service& operator=(const service&) = delete;

    unsigned short port() const;
    const config::settings& settings() const { return settings_; }
    const throw_away_database& database() const { return database_; }

    // Facts are laid down and looked at as the owner, whom row-level security does not bind. Each call is a
    // transaction of its own.
    long run(std::string_view sql, store::parameters values = {});
    template <class Value>
    Value value(std::string_view sql, store::parameters values = {}) {
        begin();
        auto found = owner_->value<Value>(sql, values);
        owner_->commit();
        return found;
    }
    template <class Row>
    std::vector<Row> list(std::string_view sql, store::parameters values = {}) {
        begin();
        auto rows = owner_->list<Row>(sql, values);
        owner_->commit();
        return rows;
    }
    // Something longer in one transaction as the owner, for the functions of server/store.
    template <class Work>
    auto with_database(Work work) {
        begin();
        if constexpr (std::is_void_v<decltype(work(*owner_))>) {
            work(*owner_);
            owner_->commit();
        } else {
            auto result = work(*owner_);
            owner_->commit();
            return result;
        }
    }

    // A person with a confirmed address, <name in small letters>@example.org, and the password
    // `good_password`.
    workflow::person_id add_person(std::string_view name);
    // The same with one-time codes set up; `totp_secret` is theirs.
    workflow::person_id add_secured_person(std::string_view name);
    // Of every edition's secretariat, with one-time codes.
    workflow::person_id add_secretariat(std::string_view name);
    // The six digits of this moment for everyone with one-time codes here, by the database's clock.
    std::string code_now();

    // The letters in the outbox to this address, oldest first: "occasion", and the content as JSON.
    struct letter {
        std::string occasion;
        std::string content;
        // The path of the link in it, "/reset-password/…".
        std::string link() const;
    };
    std::vector<letter> letters_to(std::string_view address);

    inline static const std::string good_password = "a long enough sentence 7";
    static const std::string totp_secret;

private:
    void begin();
    struct running;
    throw_away_database database_;
    config::settings settings_;
    std::unique_ptr<store::database> owner_;
    std::unique_ptr<running> running_;
    std::string password_hash_;
};

class browser {
public:
    explicit browser(service&);
    ~browser();

    // A session as if signed in just now; judges and the secretariat need the second factor.
    browser& sign_in_as(workflow::person_id, bool second_factor = true);
    bool is_signed_in() const { return cookies_.contains("__Host-session"); }
    void forget_everything() { cookies_.clear(), csrf_.clear(); }

    page get(const std::string& target, const fields& headers = {});
    // A form with the anti-forgery token of the last page that had one; without one, it first looks at
    // /sign-in or, when signed in, makes the token of its session.
    page post(const std::string& target, fields form = {}, const fields& headers = {});
    // Exactly this, without a token.
    page post_bare(const std::string& target, const fields& form, const fields& headers = {});
    // multipart/form-data with one file, with the token.
    struct file {
        std::string field, name, type, bytes;
    };
    page post_file(const std::string& target, fields form, const file&);
    // The page that a 303 leads to; the answer itself when it is none.
    page follow(const page& answer);
    page head(const std::string& target);
    page ask(const std::string& method, const std::string& target, const std::string& type,
             const std::string& body, const fields& headers = {});

    std::map<std::string, std::string>& cookies() { return cookies_; }
    // The anti-forgery token that the next post brings along.
    std::string csrf();

private:
    page send(const std::string& head, const std::string& body, bool has_body);

    service& service_;
    std::map<std::string, std::string> cookies_;
    std::string csrf_;
};

// The six digits that an app would show for the secret on the page of setting up one-time codes.
std::string code_of_page(service&, const page&);
// The ten codes on the page that shows them.
std::vector<std::string> recovery_codes_of(const page&);

// `a=1&b=%20`, as a browser sends it.
std::string urlencoded(const fields&);

}  // namespace tests
