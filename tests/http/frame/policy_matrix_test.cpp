// Every route, as every kind of person, in every phase of an edition, answers what the policy table says.
// A form without its anti-forgery token tells the lock apart from the feature
// behind it: who may get through is told 403, who may not is told what everybody is told about a page that is
// not there. Nothing is changed.
#include "server/access/policy.hpp"
#include "server/routes.hpp"
#include "server/store/documents.hpp"
#include "server/store/editions.hpp"
#include "server/store/entry_versions.hpp"
#include "server/store/results.hpp"
#include "tests/support/service.hpp"

#include <gtest/gtest.h>

namespace {

using access_control::admission;
using workflow::edition_state;

constexpr edition_state phases[] = {
    edition_state::planned,   edition_state::open,         edition_state::screening,
    edition_state::judging,   edition_state::deliberation, edition_state::decided,
    edition_state::announced, edition_state::archived,     edition_state::cancelled};

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
        service.run(R"(insert into edition (slug, ordinal, year, name, zone, opens_at, closes_at, opened_at)
                       values ('matrix', 1, 2014, 'Matrix', 'UTC', '2014-01-01', '2014-02-01', '2014-01-01'),
                              ('beside', 2, 2015, 'Beside', 'UTC', '2014-01-01', '2014-02-01', '2014-01-01'))");
        service.with_database([&](store::database& db) {
            const auto edition = *store_find(db);
            store::add_rules(db, {{workflow::role::clock, std::nullopt}, edition}, edition,
                             workflow::default_rules(), "x");
        });
        const auto own = service.add_person("Own");
        const auto other = service.add_person("Other");
        const auto judge = service.add_secured_person("Judge");
        const auto barred = service.add_secured_person("Barred");
        const auto office = service.add_secured_person("Office");
        const auto beside = service.add_secured_person("Beside");
        service.run(R"(
            with e as (select id, rule_set_id from edition where slug = 'matrix'),
                 c as (insert into city (official_name, printed_name, country, printed_country, approved_at)
                       values ('Seoul', 'Seoul', 'KR', 'Korea', now()) returning id),
                 d as (insert into city (official_name, printed_name, country, printed_country, approved_at)
                       values ('Paris', 'Paris', 'FR', 'France', now()) returning id),
                 a as (insert into applicant (city_id, person_id, confirmed_at)
                       select c.id, cast(:own as bigint), now() from c
                       union all select d.id, cast(:other as bigint), now() from d returning 1),
                 k as (insert into category (edition_id, key, position, name) select id, 'services', 1, 'Services' from e
                       returning id),
                 n as (insert into entry (edition_id, city_id, category_id, number, place, title, state, submitted_at,
                                          current_version)
                       select e.id, c.id, k.id, 1, 1, 'An entry', 'eligible', now(), 1 from e, c, k returning id),
                 v as (insert into entry_version (entry_id, edition_id, number, body, hash)
                       select n.id, e.id, 1, cast(:version as text), sha256('x') from n, e returning 1),
                 f as (insert into attachment (entry_id, edition_id, name, media_type, size)
                       select n.id, e.id, 'plan.pdf', 'application/pdf', 1 from n, e returning 1),
                 j as (insert into judge (edition_id, person_id, name, country)
                       select e.id, cast(:judge as bigint), 'Judge', 'CA' from e returning id),
                 b as (insert into judge (edition_id, person_id, name, country)
                       select e.id, cast(:barred as bigint), 'Barred', 'KR' from e returning id),
                 x as (insert into conflict (edition_id, judge_id, entry_id, kind, explanation)
                       select e.id, b.id, n.id, 'same_country_of_origin', 'KR' from e, b, n returning 1),
                 o as (insert into secretariat (person_id, edition_id)
                       select cast(:office as bigint), e.id from e
                       union all select cast(:beside as bigint), id from edition where slug = 'beside' returning 1)
            select 1 from c, d, a, k, n, v, f, j, b, x, o)",
                    {{"own", own},
                     {"other", other},
                     {"judge", judge},
                     {"barred", barred},
                     {"office", office},
                     {"beside", beside},
                     {"version", store::to_document(store::kept_version{})}});
        service.run(R"(with e as (select id, rule_set_id from edition where slug = 'matrix'),
                            r as (insert into round (edition_id, number, name, purpose) select id, 1, 'Scoring', 'scoring'
                                  from e returning id)
                       insert into scorecard (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version)
                       select e.id, r.id, (select id from judge where name = 'Judge'), (select id from entry), e.rule_set_id, 1
                       from e, r)");
        service.run(R"(insert into certificate (serial, edition_id, kind, entry_id, body, issued_on)
                       select 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', e.edition_id, 'participant', e.id, :body, '2014-11-05' from entry e)",
                    {{"body", store::to_document(store::certificate_body{})}});
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
            facts.on_any_panel = one.name == "judge" || one.name == "barred";
            facts.is_applicant = one.name == "own" || one.name == "other";
        }
    }

    const std::vector<visitor>& visitors() const { return visitors_; }

    void set_phase(edition_state state) {
        service_.run(R"(update edition set state = :state,
                            announced_at = case when :state in ('announced', 'archived') then now() end
                        where slug = 'matrix')",
                     {{"state", state}});
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
    static std::optional<workflow::edition_id> store_find(store::database& db) {
        return store::find_edition(db, "matrix");
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

TEST(policy_matrix, every_route_answers_every_person_in_every_phase_as_the_table_says) {
    tests::service service;
    laid_down facts(service);
    std::map<std::string, std::unique_ptr<tests::browser>> browsers;
    for (const auto& who : facts.visitors()) {
        browsers[who.name] = std::make_unique<tests::browser>(service);
        if (who.person) browsers[who.name]->sign_in_as(*who.person, who.second_factor);
    }
    int cells = 0;
    for (const auto phase : phases) {
        facts.set_phase(phase);
        for (const auto& row : routes())
            for (const auto& who : facts.visitors()) {
                auto known = who.facts;
                const auto path = facts.fill(row.pattern, known, who, phase);
                const auto expected = access_control::may(row.right, known);
                const bool is_read = http::is_safe(row.method);
                if (is_read && expected == admission::yes && row.runs == pace::slow)
                    continue;  // PDFs, exports: tested apart
                const auto answer =
                    is_read ? browsers[who.name]->get(path)
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
    }
    EXPECT_GT(cells, 1000);
    EXPECT_EQ(service.value<int>("select count(*) from audit_event where action not in ('rules_written')"),
              0);
}

}  // namespace
