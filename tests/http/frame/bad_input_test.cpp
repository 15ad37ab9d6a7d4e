// What bad input gets, kind by kind, through the whole service. Its kinds about expired
// logins and anti-forgery tokens have more tests in kept_forms_test.cpp, those about malformed bytes in
// edge_test.cpp, the absent database in bad_input_database_test.cpp, bad files in bad_input_start_test.cpp.
#include "tests/http/city/ground.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/raw_client.hpp"

#include <gmock/gmock.h>

using tests::browser;
using tests::fields;
using tests::page;
using tests::service;

namespace {

class bad_input_of_a_city : public tests::city_test {
protected:
    page begin_with(const std::string& title) {
        return city.post(
            new_entry,
            {{"city", number(seoul)}, {"title", title}, {"category", "open_city"}, {"third_party", "yes"}});
    }
    static std::string number(auto id) { return std::to_string(workflow::value(id)); }
    static constexpr auto new_entry = "/my/editions/2014/entries";
};

// 422 (or 409), the errors summed up at the top where the script puts the focus, each leading to its field,
// and said beside the field again.
void expect_errors_at(const page& answer, const std::vector<std::string>& names, int status = 422) {
    EXPECT_EQ(answer.status, status) << answer.text();
    EXPECT_TRUE(answer.has("<title>Error:"));
    const auto summary = answer.body.find("data-module=\"govuk-error-summary\" tabindex=\"-1\"");
    ASSERT_NE(summary, std::string::npos) << answer.text();
    EXPECT_LT(summary, answer.body.find("<h1"));
    const auto listed = answer.body.substr(summary, answer.body.find("</ul>", summary) - summary);
    for (const auto& name : names) {
        EXPECT_THAT(listed, testing::HasSubstr("href=\"#" + name + "\""));
        EXPECT_TRUE(answer.has("id=\"" + name + "\"")) << name << " leads nowhere";
        EXPECT_TRUE(answer.has("id=\"" + name + "-error\"")) << name << " says nothing beside the field";
    }
}

}  // namespace

// ── a form field too long, missing, of the wrong kind, in invalid UTF-8
// ────────────────────────────────────────────

TEST_F(bad_input_of_a_city, a_field_too_long_gets_422_and_everything_typed_is_still_there) {
    const std::string title(3000, 'x');
    const auto answer = begin_with(title);
    expect_errors_at(answer, {"title"});
    EXPECT_EQ(answer.value_of("title"), title);
    EXPECT_EQ(answer.value_of("category"), "open_city");
    EXPECT_EQ(answer.value_of("city"), number(seoul));
    EXPECT_TRUE(answer.has("name=\"third_party\" type=\"checkbox\" value=\"yes\" checked")) << answer.body;
    EXPECT_EQ(service_.value<int>("select count(*) from entry"), 0);
}

TEST_F(bad_input_of_a_city, a_missing_field_gets_422_and_everything_typed_is_still_there) {
    const auto answer = city.post("/my/cities", {{"official_name", ""},
                                                 {"printed_name", "Zürich"},
                                                 {"country", "CH"},
                                                 {"printed_country", "Switzerland"},
                                                 {"region", "europe"}});
    expect_errors_at(answer, {"official_name"});
    EXPECT_EQ(answer.value_of("printed_name"), "Zürich");
    EXPECT_EQ(answer.value_of("country"), "CH");
}

TEST_F(bad_input_of_a_city, a_field_of_the_wrong_kind_gets_422_and_everything_typed_is_still_there) {
    const auto answer = city.post(
        new_entry, {{"city", number(seoul)}, {"title", "One door"}, {"category", "no_such_category"}});
    expect_errors_at(answer, {"category"});
    EXPECT_EQ(answer.value_of("title"), "One door");
}

TEST_F(bad_input_of_a_city, invalid_UTF_8_gets_422_and_everything_else_typed_is_still_there) {
    const auto answer = begin_with("caf\xe9");
    expect_errors_at(answer, {"title"});
    EXPECT_EQ(answer.value_of("category"), "open_city");
    const auto entry = start("One door");
    const auto section = at(entry, "/sections/problem");
    auto form = city.get(section).hidden_fields();
    form.insert(form.end(), {{"answer.problem", "\xff\xfe"}, {"answer.before", "Paper forms"}});
    const auto refused = city.post(section, form);
    expect_errors_at(refused, {"answer.problem"});
    EXPECT_EQ(refused.value_of("answer.before"), "Paper forms");
}

TEST(bad_input, every_form_of_an_account_gets_422_with_its_errors_beside_the_fields) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service), stranger(service);
    mina.sign_in_as(person);
    const std::string long_name(300, 'x');
    expect_errors_at(stranger.post("/sign-in", {{"email", ""}, {"password", ""}}), {"email", "password"});
    expect_errors_at(
        stranger.post("/register", {{"name", long_name}, {"email", "no address"}, {"password", "short"}}),
        {"name", "email", "password"});
    expect_errors_at(stranger.post("/forgot-password", {{"email", "\xff"}}), {"email"});
    const auto renamed = mina.post("/account/name", {{"name", long_name}});
    expect_errors_at(renamed, {"name"});
    EXPECT_EQ(renamed.value_of("name"), long_name);
    expect_errors_at(
        mina.post("/account/password", {{"old_password", "wrong"}, {"new_password", "a long enough one 8"}}),
        {"old_password"});
    expect_errors_at(mina.post("/account/address", {{"email", "none"}, {"password", ""}}),
                     {"email", "password"});
}

// ── a parameter that the route does not declare
// ────────────────────────────────────────────────────────────────────

TEST(bad_input, an_undeclared_parameter_gets_400_in_the_query_and_in_the_form_and_as_a_file) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service);
    mina.sign_in_as(person);
    EXPECT_EQ(mina.get("/?debug=1").status, 400);
    EXPECT_EQ(mina.get("/account?person=2").status, 400);
    const auto form = mina.post("/account/name", {{"name", "X"}, {"role", "secretariat"}});
    EXPECT_EQ(form.status, 400);
    EXPECT_TRUE(form.says("role"));
    EXPECT_EQ(
        mina.post_file("/account/name", {{"name", "X"}}, {"photograph", "a.png", "image/png", "x"}).status,
        400);
    EXPECT_EQ(service.value<std::string>("select name from person"), "Mina");
}

// ── a page that is not there, or not for this person
// ───────────────────────────────────────────────────────────────

TEST_F(bad_input_of_a_city, absent_and_forbidden_pages_are_the_same_404_to_the_byte) {
    const auto jean = service_.add_person("Jean");
    const auto paris = add_city("Paris", jean);
    const tests::entry_built door{.edition = edition, .city = paris, .title = "Une porte", .by = jean};
    const auto forbidden =
        workflow::value(service_.with_database([&](store::database& db) { return door.put(db); }));
    const auto bare = [](page answer) {
        answer.headers.erase("x-request-id"), answer.headers.erase("date");
        return answer;
    };
    const auto compare = [&](browser& who, const std::string& there, const std::string& absent) {
        const auto one = bare(who.get(there)), other = bare(who.get(absent));
        EXPECT_EQ(one.status, 404) << there;
        EXPECT_EQ(one.body_but_mark(), other.body_but_mark()) << there;
        EXPECT_EQ(one.headers, other.headers) << there;
    };
    compare(city, at(forbidden), at(forbidden + 999));
    compare(city, at(forbidden, "/preview"), at(forbidden + 999, "/preview"));
    compare(city, "/my/cities/" + number(paris), "/my/cities/999999");
    compare(city, "/office/2014", "/office/1999");
    compare(city, "/judging/2014", "/judging/1999");
    const auto write_there = bare(city.post(at(forbidden, "/submit"), {{"version", "1"}}));
    const auto write_absent = bare(city.post(at(forbidden + 999, "/submit"), {{"version", "1"}}));
    EXPECT_EQ(write_there.status, 404);
    EXPECT_EQ(write_there.body_but_mark(), write_absent.body_but_mark());
}

// ── a login expired in the middle of a form
// ────────────────────────────────────────────────────────────────────────

TEST_F(bad_input_of_a_city, a_login_expired_in_the_middle_of_an_entry_brings_the_whole_section_back) {
    const auto entry = start("One door");
    const auto section = at(entry, "/sections/problem");
    auto form = city.get(section).hidden_fields();
    form.insert(form.end(),
                {{"answer.problem", "Queues.\nLong ones."}, {"answer.before", "Paper \"forms\""}});
    service_.run("update session set expires_at = clock_timestamp()");
    const auto turned_away = city.post(section, form);
    EXPECT_EQ(turned_away.status, 401);
    auto signing_in = turned_away.hidden_fields();
    signing_in.insert(signing_in.end(),
                      {{"email", "mina@example.org"}, {"password", service::good_password}});
    const auto kept = city.post("/sign-in", signing_in);
    ASSERT_EQ(kept.status, 200) << kept.text();
    EXPECT_TRUE(kept.says("Paper \"forms\""));
    EXPECT_EQ(city.post(section, kept.hidden_fields()).status, 303);
    EXPECT_EQ(service_.value<std::string>("select value from answer where question = 'problem'"),
              "Queues.\nLong ones.");
}

// ── a stale version
// ────────────────────────────────────────────────────────────────────────────────────────────────

TEST_F(bad_input_of_a_city, a_stale_version_in_the_office_gets_409_with_both_texts) {
    const auto sofia = service_.add_secretariat("Sofia");
    browser one(service_), other(service_);
    one.sign_in_as(sofia), other.sign_in_as(sofia);
    const auto url = "/office/2014/set-up/calendar";
    const auto form_of = [&](const page& from, const std::string& theme) {
        fields form{{"theme", theme}};
        for (const auto* name : {"version", "name", "organiser", "host", "zone", "opens_at", "closes_at",
                                 "judging_opens_at", "judging_closes_at", "grace_minutes", "announce_at",
                                 "ceremony_on", "ceremony_event", "ceremony_place", "appeal_days"})
            form.emplace_back(name, from.value_of(name));
        return form;
    };
    // People type minutes; the fixture's dates have seconds, and an opened call's dates stay as they are.
    service_.run(
        "update edition set opens_at = date_trunc('minute', opens_at), closes_at = date_trunc('minute', "
        "closes_at)");
    const auto first = one.get(url), second = other.get(url);
    EXPECT_EQ(one.post(url, form_of(first, "Open doors")).status, 303);
    const auto stale = other.post(url, form_of(second, "Open windows"));
    expect_errors_at(stale, {"theme"}, 409);
    EXPECT_EQ(stale.value_of("theme"), "Open windows");
    EXPECT_TRUE(stale.says("Open doors"));
    EXPECT_EQ(service_.value<std::string>("select theme from edition"), "Open doors");
    EXPECT_EQ(other.post(url, form_of(stale, "Open windows")).status, 303);
    EXPECT_EQ(service_.value<std::string>("select theme from edition"), "Open windows");
}

TEST_F(bad_input_of_a_city, a_stale_version_of_a_judge_gets_409_with_both_texts) {
    const auto sofia = service_.add_secretariat("Sofia");
    const auto person = service_.add_person("Ann");
    const tests::judge_built ann{.edition = edition, .person = person, .name = "Ann", .affiliation = "A"};
    service_.with_database([&](store::database& db) { ann.put(db); });
    const auto url =
        "/office/2014/panel/" + std::to_string(service_.value<std::int64_t>("select id from judge"));
    browser one(service_), other(service_);
    one.sign_in_as(sofia), other.sign_in_as(sofia);
    const auto version = one.get(url).value_of("version");
    const auto form = [&](const std::string& affiliation) {
        return fields{{"version", version},
                      {"name", "Ann"},
                      {"part", "member"},
                      {"country", "CA"},
                      {"affiliation", affiliation}};
    };
    EXPECT_EQ(one.post(url, form("City of Toronto")).status, 303);
    const auto stale = other.post(url, form("City of Ottawa"));
    expect_errors_at(stale, {"affiliation"}, 409);
    EXPECT_EQ(stale.value_of("affiliation"), "City of Ottawa");
    EXPECT_TRUE(stale.says("City of Toronto"));
}

// ── a body over the limit, a malformed request
// ─────────────────────────────────────────────────────────────────────

TEST(bad_input, a_body_over_the_limit_and_a_malformed_request_end_the_connection_and_hurt_nobody) {
    service service;
    const std::string too_long(static_cast<std::size_t>(service.settings().server.body_limit_bytes) + 1, 'x');
    support::raw_client large(service.port()), malformed(service.port());
    EXPECT_EQ(
        large.ask(support::post("/sign-in", "application/x-www-form-urlencoded", "email=" + too_long)).status,
        413);
    EXPECT_TRUE(large.is_at_end());
    EXPECT_EQ(malformed.ask("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n").status, 400);
    EXPECT_TRUE(malformed.is_at_end());
    browser next(service);
    EXPECT_EQ(next.get("/sign-in").status, 200);
}

// ── too many tries to log in
// ───────────────────────────────────────────────────────────────────────────────────────

namespace {

// How many tries until 429, each for another account and with another forwarded address; at most 100.
int count_tries(service& service) {
    browser attacker(service);
    for (int tries = 1; tries <= 100; ++tries) {
        const auto number = std::to_string(tries);
        const auto answer = attacker.post(
            "/sign-in", {{"email", "a" + number + "@example.org"}, {"password", "guess"}},
            {{"X-Forwarded-For", "198.51.100." + number}, {"Forwarded", "for=198.51.100." + number}});
        if (answer.status != 429) continue;
        EXPECT_GT(std::stoi("0" + answer.header("retry-after")), 0);
        EXPECT_FALSE(answer.says("@example.org"));
        return tries;
    }
    return 101;
}

}  // namespace

TEST(bad_input, too_many_tries_to_log_in_get_429_and_a_forwarded_address_does_not_evade_it) {
    service open;
    EXPECT_EQ(count_tries(open), open.settings().security.sign_in_tries * 5 + 1);
    service behind_a_proxy([](config::settings& all) { all.server.trusted_proxies = {"127.0.0.1"}; });
    EXPECT_EQ(count_tries(behind_a_proxy), 101);
}
