// Every form of the service with hostile values in every field that it declares: never a broken page, and
// nothing that cannot be read is ever stored.
#include "server/routes.hpp"
#include "tests/support/demonstration.hpp"

#include <gtest/gtest.h>

using commands::demo_stage;

namespace {

const std::vector<std::pair<const char*, std::string>>& hostile_values() {
    static const std::vector<std::pair<const char*, std::string>> values{
        {"nothing", ""},
        {"invalid UTF-8", "good \xff\xfe words"},
        {"half a sign", "caf\xc3"},
        {"a surrogate", "x\xed\xa0\x80y"},
        {"a NUL", std::string("a\0b", 3)},
        {"a minus", "-1"},
        {"2^63", "9223372036854775808"},
        {"no number", "1e999"},
        {"a date that is none", "2014-06-31T25:61"},
        {"SQL", "'; select pg_sleep(9); --"},
        {"a template", "{{7*7}} %s ${x}"},
        {"very long", std::string(40'000, 'x')}};
    return values;
}

class hostile_forms : public testing::TestWithParam<demo_stage> {
protected:
    std::optional<workflow::person_id> person_for(access_control::right act) {
        switch (access_control::policy_of(act).who) {
            case access_control::audience::applicant:
            case access_control::audience::signed_in: return people.city;
            case access_control::audience::judge: return people.judge;
            case access_control::audience::secretariat: return people.office;
            default: return std::nullopt;
        }
    }
    // Every declared name with the value; "answer.*" as a name that the forms have, and one that they have
    // not.
    tests::fields filled(const parameters& takes, const std::string& value) {
        tests::fields form;
        for (const auto name : takes.names()) {
            std::string whole(name);
            if (!whole.ends_with('*')) {
                form.emplace_back(whole, value);
                continue;
            }
            whole.pop_back();
            for (const auto* rest : {"1", "problem", "impact", "accept"})
                form.emplace_back(whole + rest, value);
            if (whole == "answer.") form.emplace_back("version.answer.problem", "0");
        }
        return form;
    }
    // Texts with U+FFFD in them, in any table.
    std::int64_t count_unreadable() {
        std::int64_t found = 0;
        for (const auto& query : service.with_database([](store::database& db) {
                 return db.values<std::string>(
                     R"(select format('select count(*) from %I where %I like ''%%'' || chr(65533) || ''%%''',
                     table_name, column_name) from information_schema.columns
                     where table_schema = 'public' and data_type = 'text' and table_name <> 'migration')");
             }))
            found += service.value<std::int64_t>(query);
        return found;
    }

    tests::service service{nullptr, tests::demonstrated(GetParam())};
    tests::demonstration_people people{service};
};

TEST_P(hostile_forms, bad_input_in_any_field_breaks_nothing_and_is_never_stored_unread) {
    std::map<std::optional<workflow::person_id>, std::unique_ptr<tests::browser>> browsers;
    for (const auto& row : routes()) {
        if (row.method != http::method::post || row.pattern == "/sign-out" ||
            row.pattern == "/account/sessions")
            continue;
        const auto who = person_for(row.right);
        auto& client = browsers[who];
        if (!client) {
            client = std::make_unique<tests::browser>(service);
            if (who) client->sign_in_as(*who);
        }
        const auto path = people.paths_of(row.pattern).front();
        for (const auto& [what, value] : hostile_values()) {
            const auto answer = client->post(path, filled(row.takes, value));
            EXPECT_LT(answer.status, 500) << path << " with " << what << ":\n" << answer.text();
            const bool is_for_a_script = answer.header("content-type").starts_with("application/json");
            if (answer.status == 422 && !is_for_a_script && !answer.has("<title>Error:"))
                EXPECT_TRUE(answer.says("This cannot be done now")) << path << " with " << what << ":\n"
                                                                    << answer.text();
        }
    }
    EXPECT_EQ(count_unreadable(), 0);
}

INSTANTIATE_TEST_SUITE_P(bad_input, hostile_forms,
                         testing::Values(demo_stage::open, demo_stage::screening, demo_stage::judging,
                                         demo_stage::deliberation, demo_stage::decided,
                                         demo_stage::announced),
                         [](const auto& given) { return boost::describe::enum_to_string(given.param, ""); });

}  // namespace
