#include "server/commands/commands.hpp"

#include "config/bad_file.hpp"
#include "config/version.hpp"
#include "server/app.hpp"
#include "server/commands/assign_judges.hpp"
#include "server/commands/demo.hpp"
#include "server/commands/editions.hpp"
#include "server/commands/options.hpp"
#include "server/commands/people.hpp"
#include "server/commands/simulate.hpp"
#include "server/commands/tally_scores.hpp"
#include "server/store/migrations.hpp"
#include "workflow/lifecycle.hpp"

#include <sodium.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <chrono>
#include <iostream>

namespace commands {
namespace {

int draw_lifecycles(const std::string& format) {
    for (const auto machine : {workflow::machine::edition, workflow::machine::entry,
                               workflow::machine::scorecard, workflow::machine::certificate})
        std::cout << (format == "dot" ? workflow::draw_dot(machine) : workflow::draw_mermaid(machine))
                  << '\n';
    return 0;
}

int migrate(const config::settings& settings) {
    const auto applied = store::migrate(settings.database.owner_connection, settings.paths.schema);
    std::cout << (applied == 0 ? "The schema is up to date."
                               : "Applied " + std::to_string(applied) + " migrations.")
              << '\n';
    return 0;
}

int import_from(const config::settings& settings, const std::string& file) {
    const auto key = import_edition(settings, file);
    std::cout << "Edition " << key << " is there; set its panel up in the office, then open the call.\n";
    return 0;
}

// A line on the terminal that is written over, once it is clear that it takes long.
std::function<void(int)> show_progress(int editions) {
    if (isatty(STDERR_FILENO) == 0) return {};
    return [editions, next = std::chrono::steady_clock::now() + std::chrono::seconds(2),
            shown = false](int done) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now < next && (done < editions || !shown)) return;
        next = now + std::chrono::seconds(1);
        shown = true;
        std::cerr << '\r' << done << " of " << editions << " editions" << (done == editions ? "\n" : "")
                  << std::flush;
    };
}

void add_people(CLI::App& simulate, judging::made_up_people& people) {
    const auto add = [&](const char* name, double& value, CLI::Validator range, const char* what) {
        simulate.add_option(name, value, what)->check(std::move(range))->capture_default_str();
    };
    add("--quality", people.quality, number(0, 100),
        "How far projects differ: SD in points of a scale of 1 to 10");
    add("--noise", people.noise, number(0, 100),
        "How far a judge's opinion of an entry is off: SD in points");
    add("--severity", people.severity, number(0, 100), "How far judges differ in severity: SD in points");
    add("--home-bias", people.home_bias, number(-100, 100), "Added to each score of the own country: points");
    add("--halo", people.halo, number(0, 1), "Share of cards with one score on all criteria: 0 to 1");
    add("--dropouts", people.dropouts, number(0, 1), "Share of judges who drop out: 0 to 1");
    add("--recusals", people.recusals, number(0, 1), "Share of cards recused beyond the rules' bars: 0 to 1");
}

void add_options(CLI::App& simulate, simulation& wanted, std::string& format) {
    auto& rules = wanted.made_up;
    simulate.add_option("rules", wanted.rules_file, "An edition's file, as config/editions/wego-2014.toml")
        ->required();
    const auto add = [&](const char* name, auto& value, CLI::Validator range, const char* what) {
        simulate.add_option(name, value, what)->check(std::move(range))->capture_default_str();
    };
    add("--editions", rules.editions, whole_number(1, 1'000'000), "How many editions to play");
    add("--entries", rules.entries, whole_number(2, 5000), "Entries of an edition");
    add("--judges", rules.judges, whole_number(1, 200), "Judges of the panel");
    add("--countries", rules.countries, whole_number(1, 300), "Countries that entries come from");
    add("--seed", rules.seed, whole_number(0), "The same seed plays the same editions");
    simulate.add_option("--judges-per-entry", wanted.judges_per_entry, "Assignments to compare, as all,5,3")
        ->delimiter(',');
    add_people(simulate, rules.people);
    simulate.add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}));
    simulate.add_option("--plot", wanted.plot, "Draws it into this SVG file");
}

const CLI::IsMember text_or_json({"text", "json"});

void add_options(CLI::App& tally, tally_request& asked, std::string& format) {
    tally.add_option("scores", asked.scores, "CSV: entry, category, judge, criterion, score")->required();
    tally.add_option("--rules", asked.rules, "TOML: an edition's file, or [rules] and [[tiers]] alone")
        ->required();
    tally.add_option("--format", format, "text or json")->check(text_or_json);
    tally.add_option("--confidence", asked.intervals.confidence, "Of intervals, 0.5 to 0.999")
        ->check(number(0.5, 0.999));
    tally.add_option("--draws", asked.intervals.draws, "Resamples where they are drawn")
        ->check(whole_number(100, 100000));
    tally.add_option("--seed", asked.intervals.seed, "Of the drawn resamples")->check(whole_number(0));
}

template <class Enum>
CLI::CheckedTransformer words_of() {
    std::map<std::string, Enum> words;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
        [&](auto one) { words[one.name] = one.value; });
    return CLI::CheckedTransformer(words);
}

void add_options(CLI::App& assign, assign_request& asked, std::string& format) {
    assign.add_option("entries", asked.entries, "CSV: entry, category; city, parent, country, organisations")
        ->required();
    assign.add_option("judges", asked.judges, "CSV: judge; country, capacity, alternate, expertise and more")
        ->required();
    assign.add_option("--rules", asked.rules_file, "TOML: an edition's file, or [rules] alone")->required();
    assign.add_option("--conflicts", asked.conflicts, "CSV: judge, entry; reason");
    assign.add_option("--standing", asked.standing,
                      "CSV: judge, entry; started (yes or no): what is assigned already");
    assign
        .add_option("--judges-per-entry", asked.rules.judges_per_entry,
                    "Without it every judge has every entry")
        ->check(whole_number(1, 1000));
    assign.add_option("--expertise", asked.rules.expertise, "ignored, preferred or required")
        ->transform(words_of<judging::expertise_rule>());
    assign.add_option("--objective", asked.rules.objective, "most_expertise or worst_off_first")
        ->transform(words_of<judging::assignment_objective>());
    assign.add_option("--seed", asked.rules.seed, "Decides between assignments that are equally good")
        ->check(whole_number(0));
    assign.add_option("--format", format, "text or json")->check(text_or_json);
}

struct command_line {
    CLI::App app{"The WeGO Awards: an edition from the call for applications to the printed certificate"};
    std::string settings_file, format = "mermaid", edition, folder, name, email, edition_file, stage = "open",
                               report = "text";
    tally_request tallied;
    assign_request assigned;

    CLI::App* serve = app.add_subcommand("serve", "Serves until SIGINT or SIGTERM");
    CLI::App* migrate = app.add_subcommand("migrate", "Brings the database to the newest schema");
    CLI::App* lifecycle = app.add_subcommand("lifecycle", "Draws the lifecycles from their tables");
    CLI::App* certificates = app.add_subcommand("certificates", "Prints an edition's certificates as PDF");
    CLI::App* demo = app.add_subcommand("demo", "Loads the made-up demonstration into an empty database");
    CLI::App* editions = app.add_subcommand("edition", "Editions");
    CLI::App* import = editions->add_subcommand("import", "Adds the edition of a TOML file");
    CLI::App* rehearse =
        app.add_subcommand("simulate", "Plays editions with made-up judges: what the rules would do");
    simulation rehearsed;
    CLI::App* user = app.add_subcommand("user", "People");
    CLI::App* invite =
        user->add_subcommand("invite", "Prints a link for the first member of the secretariat");
    CLI::App* code = user->add_subcommand("code", "Prints the one-time code of a demonstration's account");
    CLI::App* close = user->add_subcommand("close", "Ends somebody's memberships and closes the account");
    CLI::App* tally =
        app.add_subcommand("tally", "Tallies a file of scores, with everything that stands beside a tally");
    CLI::App* assign = app.add_subcommand("assign", "Assigns judges to entries, from files, and explains it");
    CLI::App* settings = app.add_subcommand("settings", "What is set");
    CLI::App* dump = settings->add_subcommand("dump", "Prints the settings in force, secrets masked");

    command_line() {
        app.set_version_flag("--version", "wego-awards " + std::string(config::program_version()));
        app.add_option("--settings", settings_file, "The settings' file, as config/awards.toml");
        app.require_subcommand(1);
        settings->require_subcommand(1);
        user->require_subcommand(1);
        editions->require_subcommand(1);
        import->add_option("file", edition_file, "As config/editions/wego-2014.toml")->required();
        demo->add_option("--stage", stage, "open, screening, judging, deliberation, decided or announced")
            ->check(CLI::IsMember({"open", "screening", "judging", "deliberation", "decided", "announced"}));
        invite->add_option("--name", name, "Stands in the form already");
        invite->add_option("--email", email, "Stands in the form already");
        code->add_option("email", email, "Whose code")->required();
        close->add_option("email", email, "Whose account")->required();
        lifecycle->add_option("--format", format, "mermaid or dot")->check(CLI::IsMember({"mermaid", "dot"}));
        certificates->add_option("edition", edition, "The edition's word in addresses, as 2014")->required();
        certificates->add_option("--out", folder, "The folder for the files")->required();
        add_options(*rehearse, rehearsed, report);
        add_options(*tally, tallied, report);
        add_options(*assign, assigned, report);
    }

    int dispatch() {
        if (*lifecycle) return draw_lifecycles(format);
        if (*tally) {
            boost::describe::enum_from_string(report.c_str(), tallied.format);
            return tally_scores(tallied, std::cout, std::cerr);
        }
        if (*assign) {
            boost::describe::enum_from_string(report.c_str(), assigned.format);
            return assign_judges(assigned, std::cout, std::cerr);
        }
        if (*rehearse) {
            boost::describe::enum_from_string(report.c_str(), rehearsed.format);
            rehearsed.progress = show_progress(rehearsed.made_up.editions);
            return simulate(rehearsed, {std::cout, std::cerr});
        }
        const auto file =
            settings_file.empty() ? std::nullopt : std::optional<std::filesystem::path>(settings_file);
        const auto all = config::load(file, config::read_environment());
        if (*dump) {
            std::cout << config::dump(all);
            return 0;
        }
        if (*migrate) return commands::migrate(all);
        if (*demo) {
            auto reached = demo_stage::open;
            boost::describe::enum_from_string(stage.c_str(), reached);
            return load_demonstration(all, reached, std::cout, std::cerr);
        }
        if (*import) return import_from(all, edition_file);
        if (*invite) return invite_secretariat(all, name, email, {std::cout, std::cerr});
        if (*code) return show_code(all, email, {std::cout, std::cerr});
        if (*close) return close_account(all, email, {std::cout, std::cerr});
        if (*certificates) return write_certificates(all, edition, folder, std::cout);
        return app::serve(all);
    }
};

}  // namespace

int run(int argc, char** argv) {
    command_line line;
    try {
        line.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return line.app.exit(error) == 0 ? 0 : 2;
    }
    if (sodium_init() < 0) {
        std::cerr << "wego-awards: no source of randomness\n";
        return 1;
    }
    try {
        return line.dispatch();
    } catch (const config::bad_file& error) {
        std::cerr << error.what() << '\n';
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "wego-awards: " << error.what() << '\n';
        return 1;
    }
}

}  // namespace commands
