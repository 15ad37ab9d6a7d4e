#include "server/commands/demo.hpp"

#include "server/commands/demo_history.hpp"
#include "server/pages/zones.hpp"
#include "server/store/demonstration.hpp"
#include "server/store/people.hpp"

#include <filesystem>

namespace commands {
namespace {

using namespace demonstration;
using namespace std::chrono_literals;
using workflow::instant;

// Days from today of: the call's opening and close, judging's opening and close, the announcement.
struct calendar_around_today {
    demo_stage stage;
    int opens, closes, judging_opens, judging_closes, announces;
};
constexpr std::array calendars{
    calendar_around_today{demo_stage::open, -35, 20, 35, 65, 80},
    calendar_around_today{demo_stage::screening, -60, -5, 12, 45, 60},
    calendar_around_today{demo_stage::judging, -90, -35, -15, 16, 31},
    calendar_around_today{demo_stage::deliberation, -120, -65, -45, -4, 14},
    calendar_around_today{demo_stage::decided, -125, -70, -50, -9, 7},
    calendar_around_today{demo_stage::announced, -140, -85, -65, -24, -5},
};

// The facts of the file stay; its calendar is made up anyway and lies around today.
void shift(workflow::calendar& calendar, demo_stage stage, instant now) {
    const auto morning = std::chrono::floor<std::chrono::days>(now) + 1h;  // ten o'clock in Seoul
    const auto& row = calendars[static_cast<std::size_t>(stage)];
    const auto on = [&](int days) { return instant(morning + 24h * days); };
    calendar.opens_at = on(row.opens);
    calendar.closes_at = on(row.closes) + 8h;
    calendar.judging_opens_at = on(row.judging_opens);
    calendar.judging_closes_at = on(row.judging_closes) + 8h;
    calendar.announce_at = on(row.announces);
}

std::string panel_address(const std::string& name) {
    return address_word(name) + "@panel.example";
}

void add_everyone(story& told) {
    std::vector<wanted_account> wanted{
        {"secretariat", "Lucía Marchetti", "lucia.marchetti@secretariat.example", true},
        {"secretariat", "Seo Ha-yoon", "ha-yoon.seo@secretariat.example", true},
        {"secretariat", "Daniel Okoye", "daniel.okoye@secretariat.example", true}};
    const auto office = wanted.size();
    for (const auto& judge : told.loaded.file.judges)
        wanted.push_back({"judge", judge.name, panel_address(judge.name), true});
    for (const auto* city : {"Seoul", "Taipei", "Barcelona", "Helsinki", "Da Nang"})
        wanted.push_back({std::string("applicant of ") + city, made_up_name(wanted.size()),
                          "applicant@" + address_word(city) + ".example", false});
    const auto added = add_accounts(told.db, told.settings, wanted);
    const auto judges = told.loaded.file.judges.size();
    told.office.assign(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(office));
    told.judges.assign(added.begin() + static_cast<std::ptrdiff_t>(office),
                       added.begin() + static_cast<std::ptrdiff_t>(office + judges));
    told.applicants.assign(added.begin() + static_cast<std::ptrdiff_t>(office + judges), added.end());
    // Members before there was anything to confirm (T5).
    told.db.tell_as_of(told.calendar().opens_at - std::chrono::hours(24 * 15));
    for (const auto& member : told.office) {
        told.db.act_as(store::database_role::access, member.person);
        store::join_every_office(told.db, member.person);
    }
}

void tell(story& told, demo_stage stage) {
    add_everyone(told);
    tell_preparation(told);
    tell_call(told, stage == demo_stage::open ? 18 : 0);
    if (stage >= demo_stage::screening) tell_screening(told, stage == demo_stage::screening ? 16 : 0);
    if (stage >= demo_stage::judging) tell_judging(told, stage > demo_stage::judging);
    if (stage >= demo_stage::deliberation) tell_deliberation(told);
    if (stage >= demo_stage::decided) tell_ratification(told);
    if (stage >= demo_stage::announced) tell_announcement(told);
}

}  // namespace

int load_demonstration(const config::settings& settings, demo_stage stage, std::ostream& output,
                       std::ostream& complaints) {
    auto loaded = config::load_edition_file(std::filesystem::path(settings.paths.editions) / "wego-2014.toml",
                                            pages::answer_for_zone);
    store::database_of_the_past db(settings.database.connection, {settings.database.statement_timeout_ms,
                                                                  settings.database.lock_timeout_ms, 0});
    db.begin(store::transaction_kind::write, store::database_role::access, std::nullopt);
    if (store::has_edition(db)) {
        complaints << "wego-awards: there is an edition already; a demonstration is loaded into an empty "
                      "database only\n";
        return 1;
    }
    const auto now = db.clock();
    shift(loaded.calendar, stage, now);
    auto made_up = make_up_entries(loaded.file);
    story told{db, settings, std::move(loaded), std::move(made_up), now, {}, {}, {}, {}, {}, {}};
    tell(told, stage);

    auto accounts = told.office;
    accounts.insert(accounts.end(), told.judges.begin(), told.judges.end());
    accounts.insert(accounts.end(), told.applicants.begin(), told.applicants.end());
    const auto path = write_accounts(settings.paths.var, accounts);
    db.commit();
    output << "The demonstration is loaded up to the stage \"" << boost::describe::enum_to_string(stage, "")
           << "\". Projects, texts and scores are made up. The accounts are in " << path << '\n';
    return 0;
}

}  // namespace commands
