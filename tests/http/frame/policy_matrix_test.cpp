// Every route, as every kind of person, in every phase of an edition, answers what the policy table says.
// A form without its anti-forgery token tells the lock apart from the feature
// behind it: who may get through is told 403, who may not is told what everybody is told about a page that is
// not there. Nothing is changed.
#include "server/access/policy.hpp"
#include "server/routes.hpp"
#include "server/store/documents.hpp"
#include "server/store/results.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/service.hpp"

#include <gtest/gtest.h>

namespace {

using access_control::admission;
using workflow::edition_state;

using phases = std::vector<edition_state>;

// A kind of person, with what is true of this person by the way the facts are laid down below - not by a
// query.
struct visitor {
    std::string name;
    store::visit_facts facts;
    std::optional<workflow::person_id> person;
    bool second_factor = true;
};

// One edition with an entry, a scorecard, an attachment and a certificate; another edition beside it.
class laid_down {
public:
    explicit laid_down(tests::service& service) : service_(service) {
        const auto own = service.add_person("Own");
        const auto other = service.add_person("Other");
        const auto judge = service.add_secured_person("Judge");
        const auto barred = service.add_secured_person("Barred");
        const auto office = service.add_secured_person("Office");
        const auto beside = service.add_secured_person("Beside");
        service.with_database([&](store::database& db) {
            matrix_ = put_edition(db, "matrix", office);
            put_edition(db, "beside", beside);
            tests::city_built{
                .name = "Paris", .country = "FR", .printed_country = "France", .applicant = other}
                .put(db);
            const auto entry = put_entry(db, own);
            put_panel(db, entry, judge, barred);
        });
        visitors_ = {{"nobody", {}, {}},     {"own", {}, own},
                     {"other", {}, other},   {"judge", {}, judge},
                     {"barred", {}, barred}, {"office", {}, office},
                     {"beside", {}, beside}, {"office without the second factor", {}, office, false}};
        for (auto& one : visitors_) {
            auto& facts = one.facts;
            facts.person = one.person;
            if (one.person && one.second_factor) facts.second_factor_at = workflow::instant{};
            facts.is_subject_there = true;
            const bool is_office = one.name.starts_with("office"), is_beside = one.name == "beside";
            facts.in_any_office = is_office || is_beside;
            facts.on_any_panel = facts.has_accepted_panel = one.name == "judge" || one.name == "barred";
            facts.is_applicant = one.name == "own" || one.name == "other";
        }
    }

    const std::vector<visitor>& visitors() const { return visitors_; }

    void set_phase(edition_state state) {
        service_.with_database([&](store::database& db) { tests::bring(db, matrix_, state); });
    }

    // The path with every parameter filled in, and what it names as far as the policy asks.
    std::string fill(std::string_view pattern, store::visit_facts& facts, const visitor& who,
                     edition_state state) {
        std::string path;
        bool names_edition = false, names_entry = false, names_city = false, names_scorecard = false;
        for (std::size_t at = 0; at < pattern.size();) {
            if (pattern[at] != '{') {
                path += pattern[at++];
                continue;
            }
            const auto end = pattern.find('}', at);
            const auto name = std::string(pattern.substr(at + 1, pattern.find_first_of(":}", at) - at - 1));
            path += value_of(name, pattern.substr(at, end - at).find(":number") != std::string_view::npos);
            names_edition |= name == "edition" || name == "judge";
            names_entry |= name == "entry" || name == "attachment" || name == "certificate";
            names_scorecard |= name == "scorecard";
            names_city |= name == "city";
            at = end + 1;
        }
        names_entry |= names_scorecard;
        names_edition |= names_entry;
        if (names_edition) {
            facts.edition = workflow::id_from<workflow::edition_id>(1);
            facts.state = state;
            facts.in_office = who.name.starts_with("office");
            if (facts.on_any_panel) facts.judge = workflow::id_from<workflow::judge_id>(1);
        }
        facts.is_own_city = who.name == "own" && (names_entry || names_city);
        facts.is_assigned = who.name == "judge" && names_entry;
        facts.is_own_scorecard = who.name == "judge" && names_scorecard;
        facts.is_barred = who.name == "barred" && names_entry;
        return path;
    }

private:
    static workflow::edition_id put_edition(store::database& db, const std::string& key,
                                            workflow::person_id office) {
        tests::edition_built made;
        made.edition.key = key;
        const auto id = made.put(db);
        tests::put_in_office(db, office, id);
        return id;
    }
    workflow::entry_id put_entry(store::database& db, workflow::person_id own) const {
        const auto city =
            tests::city_built{.name = "Seoul", .country = "KR", .printed_country = "Korea", .applicant = own}
                .put(db);
        const auto entry =
            tests::entry_built{
                .edition = matrix_, .city = city, .by = own, .state = workflow::entry_state::eligible}
                .put(db);
        db.run(R"(insert into attachment (entry_id, edition_id, name, media_type, size)
                  values (:entry, :edition, 'plan.pdf', 'application/pdf', 1))",
               {{"entry", entry}, {"edition", matrix_}});
        db.run(R"(insert into certificate (serial, edition_id, kind, entry_id, body, issued_on)
                  values ('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', :edition, 'participant', :entry, :body, '2014-11-05'))",
               {{"entry", entry},
                {"edition", matrix_},
                {"body", store::to_document(store::certificate_body{})}});
        return entry;
    }
    void put_panel(store::database& db, workflow::entry_id entry, workflow::person_id judge,
                   workflow::person_id barred) const {
        const auto scores = tests::judge_built{.edition = matrix_,
                                               .person = judge,
                                               .name = "Judge",
                                               .verified = false,
                                               .terms_accepted = false}
                                .put(db);
        const auto stays_away = tests::judge_built{.edition = matrix_,
                                                   .person = barred,
                                                   .name = "Barred",
                                                   .country = "KR",
                                                   .verified = false,
                                                   .terms_accepted = false}
                                    .put(db);
        db.run(R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation)
                  values (:edition, :judge, :entry, 'same_country_of_origin', 'KR'))",
               {{"edition", matrix_}, {"judge", stays_away}, {"entry", entry}});
        const auto round = tests::round_built{.edition = matrix_, .opened = false}.put(db);
        tests::scorecard_built{.round = round, .judge = scores, .entry = entry}.put(db);
    }

    std::string value_of(const std::string& name, bool is_number) {
        auto known = values_.find(name);
        if (known != values_.end()) return known->second;
        const auto id = [&](const char* sql) { return std::to_string(service_.value<std::int64_t>(sql)); };
        std::string value = is_number ? "1" : "x";
        if (name == "edition") value = "matrix";
        if (name == "entry") value = id("select id from entry");
        if (name == "scorecard") value = id("select id from scorecard");
        if (name == "attachment") value = id("select id from attachment");
        if (name == "judge") value = id("select id from judge where name = 'Judge'");
        if (name == "city") value = id("select id from city where official_name = 'Seoul'");
        if (name == "certificate") value = id("select id from certificate");
        return values_[name] = value;
    }

    tests::service& service_;
    workflow::edition_id matrix_{};
    std::vector<visitor> visitors_;
    std::map<std::string, std::string> values_;
};

bool is_answer_of(admission expected, const route& row, const tests::page& answer) {
    const bool is_read = http::is_safe(row.method);
    switch (expected) {
        case admission::yes:
            return is_read ? answer.status != 401 && answer.status != 500 : answer.status == 403;
        case admission::not_there: return answer.status == 404;
        case admission::sign_in_first: return answer.status == 401;
        case admission::second_factor_first:
            return answer.status == 303 || answer.status == 401 || answer.status == 403;
    }
    return false;
}

// Asks each route as each kind of person, and returns how many answers were held against the table.
int ask_everything(tests::service& service, laid_down& facts, edition_state phase) {
    int cells = 0;
    std::map<std::string, std::unique_ptr<tests::browser>> browsers;
    for (const auto& who : facts.visitors()) {
        browsers[who.name] = std::make_unique<tests::browser>(service);
        if (who.person) browsers[who.name]->sign_in_as(*who.person, who.second_factor);
    }
    for (const auto& row : routes())
        for (const auto& who : facts.visitors()) {
            auto known = who.facts;
            const auto path = facts.fill(row.pattern, known, who, phase);
            const auto expected = access_control::may(row.right, known);
            const bool is_read = http::is_safe(row.method);
            if (is_read && expected == admission::yes && row.runs == pace::slow)
                continue;  // PDFs, exports: tested apart
            const auto answer = is_read
                                    ? browsers[who.name]->get(path)
                                    : browsers[who.name]->ask(std::string(http::to_text(row.method)), path,
                                                              row.body == http::body_policy::raw
                                                                  ? "application/octet-stream"
                                                                  : "application/x-www-form-urlencoded",
                                                              "");
            EXPECT_TRUE(is_answer_of(expected, row, answer))
                << http::to_text(row.method) << ' ' << path << " as " << who.name << " while "
                << boost::describe::enum_to_string(phase, "") << ": expected "
                << boost::describe::enum_to_string(expected, "") << ", got " << answer.status;
            ++cells;
        }
    return cells;
}

int ask_everything_in(const phases& life) {
    tests::service service;
    laid_down facts(service);
    int cells = 0;
    for (const auto phase : life) {
        facts.set_phase(phase);
        const auto events = [&] { return service.value<int>("select count(*) from audit_event"); };
        const auto before = events();
        cells += ask_everything(service, facts, phase);
        EXPECT_EQ(events(), before);
    }
    return cells;
}

TEST(policy_matrix, every_route_answers_every_person_in_every_phase_as_the_table_says) {
    using enum edition_state;
    EXPECT_GT(
        ask_everything_in({planned, open, screening, judging, deliberation, decided, announced, archived}),
        1000);
}

TEST(policy_matrix, and_once_the_edition_is_cancelled) {
    EXPECT_GT(ask_everything_in({edition_state::cancelled}), 100);
}

}  // namespace
