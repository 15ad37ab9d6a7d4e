#include "tests/support/demonstration.hpp"

#include "tests/support/database.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <sstream>

namespace tests {

config::settings settings_to_demonstrate(const throw_away_database& database) {
    config::settings settings;
    settings.database.connection = database.connection();
    settings.paths.editions = WEGO_SOURCE_DIR "/config/editions";
    settings.paths.var = (std::filesystem::temp_directory_path() / database.name()).string();
    settings.security.password_passes = 1;
    settings.security.password_memory_kib = 8;
    return settings;
}

const std::string& demonstrated(commands::demo_stage stage) {
    static std::map<commands::demo_stage, std::unique_ptr<throw_away_database>> told;
    auto& one = told[stage];
    if (one) return one->name();
    one = std::make_unique<throw_away_database>();
    const auto settings = settings_to_demonstrate(*one);
    std::ostringstream output, complaints;
    const auto status = commands::load_demonstration(settings, stage, output, complaints);
    std::filesystem::remove_all(settings.paths.var);
    if (status != 0) throw std::runtime_error(complaints.str());
    return one->name();
}

demonstration_people::demonstration_people(service& service)
    : city(service.value<workflow::person_id>(R"(select min(a.person_id) from applicant a
          where exists (select from entry e where e.city_id = a.city_id))")),
      judge(service.value<workflow::person_id>("select min(person_id) from judge")),
      office(service.value<workflow::person_id>("select min(person_id) from secretariat")),
      service_(service) {}

std::vector<std::string> demonstration_people::values_of(const std::string& parameter) const {
    // Each question names both people, so that all are asked in one way.
    static const std::map<std::string, std::string> asked{
        {"edition", "select slug from edition"},
        {"entry",
         R"(select cast(e.id as text) from entry e, who where e.city_id in (select city_id from applicant where person_id = who.city)
                     union select cast(min(s.entry_id) as text) from scorecard s join judge j on j.id = s.judge_id, who
                           where j.person_id = who.judge
                     union select cast(entry_id as text) from slate_prize where entry_id is not null)"},
        {"scorecard",
         R"(select cast(min(s.id) as text) from scorecard s join judge j on j.id = s.judge_id, who
                         group by j.person_id = who.judge order by 1)"},
        {"judge", "select cast(id as text) from judge"},
        {"city", R"(select cast(a.city_id as text) from applicant a, who where a.person_id = who.city
                    union select cast(max(id) as text) from city)"},
        {"category", "select cast(min(id) as text) from category"},
        {"attachment", "select cast(min(id) as text) from attachment"},
        {"run", "select cast(max(id) as text) from tally_run"},
        {"section", "select 'problem'"}};
    const auto found = asked.find(parameter);
    if (found == asked.end()) return {"1"};
    const auto sql =
        "with who as (select cast(:city as bigint) as city, cast(:judge as bigint) as judge) "
        "select v from (" +
        found->second + ") as l (v) where v is not null";
    auto values = service_.with_database([&](store::database& db) {
        return db.values<std::string>(sql, {{"city", city}, {"judge", judge}});
    });
    return values.empty() ? std::vector<std::string>{"1"} : values;
}

std::vector<std::string> demonstration_people::paths_of(std::string_view pattern) const {
    const auto open = pattern.find('{');
    if (open == std::string_view::npos) return {std::string(pattern)};
    const auto close = pattern.find('}');
    const auto name = std::string(pattern.substr(open + 1, pattern.find_first_of(":}", open) - open - 1));
    std::vector<std::string> paths;
    for (const auto& rest : paths_of(pattern.substr(close + 1)))
        for (const auto& value : values_of(name))
            paths.push_back(std::string(pattern.substr(0, open)) + value + rest);
    return paths;
}

}  // namespace tests
