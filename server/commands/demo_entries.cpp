#include "server/commands/demo_entries.hpp"

#include "server/commands/demo_projects.hpp"

#include <array>
#include <set>
#include <stdexcept>

namespace demonstration {
namespace {

using answers = std::map<std::string, std::string>;

constexpr std::array<std::string_view, 24> given_names{
    "Amina", "Bao",    "Carla", "Daniyar", "Elena", "Farid",   "Grace", "Hana",
    "Ivan",  "Jia",    "Karim", "Lucía",   "Minh",  "Nadia",   "Omar",  "Priya",
    "Rosa",  "Sanjay", "Tariq", "Ulla",    "Vera",  "Wanjiru", "Yusuf", "Zoë"};
constexpr std::array<std::string_view, 19> family_names{
    "Abebe", "Castro", "Demir",  "Haddad", "Ito",    "Jensen", "Kowalska", "Lim",    "Mensah", "Novak",
    "Osman", "Perera", "Rahman", "Silva",  "Tamang", "Usman",  "Virtanen", "Wijaya", "Zhou"};
constexpr std::array<std::string_view, 5> stages{
    "In use for one to three years", "In use for less than a year", "In use for more than three years",
    "On trial", "In use for one to three years"};
constexpr std::array<std::string_view, 6> months{"January 2011", "March 2012", "September 2012",
                                                 "May 2013",     "June 2010",  "November 2012"};
constexpr std::array<std::string_view, 4> technologies{
    "Open-source software on the city's own servers, with a small part bought for maps. We chose what our "
    "own staff can "
    "keep running.",
    "A web application and a gateway for text messages. The telephone came first, since more people have "
    "one.",
    "Standard products joined by interfaces that we wrote ourselves and publish.",
    "Sensors with a public standard, a data platform and simple pages. Nothing ties us to one supplier."};
constexpr std::array<std::string_view, 4> difficulties{
    "Two departments feared to lose work. It helped to let their people design the new way.",
    "The first version was too clever. We threw half of it away after watching twenty people use it.",
    "Old data was worse than we believed; cleaning it took as long as building.",
    "The supplier of the old system did not want to open it. We now ask for open interfaces in each "
    "contract."};

std::string join(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) text += part;
    return text;
}

// A number that looks measured, the same for the same entry.
std::size_t figure(std::size_t seed, std::size_t least, std::size_t most) {
    return least + (seed * 7919 + 104729) % (most - least + 1);
}

void add_story(answers& all, const made_up_project& project, const std::string& city, std::size_t seed) {
    const auto users = std::to_string(figure(seed, 12, 940) * 1000);
    const auto shorter = std::to_string(figure(seed + 1, 15, 85));
    all["summary"] =
        join({"We built ", project.thing, ". Before, ", project.people, " of ", city, " ", project.trouble,
              ". Now ", users, " people use it in a year. (A made-up project of the demonstration.)"});
    all["stage"] = stages[seed % stages.size()];
    all["started_on"] = months[seed % months.size()];
    all["website"] = "https://www." + address_word(city) + ".example/project";
    all["problem"] = join({"For years ", project.people, " ", project.trouble, ". A survey of ",
                           std::to_string(figure(seed + 2, 400, 2400)),
                           " residents put this first among all complaints."});
    all["before"] = "On paper and in several offices, each with its own list.";
    all["solution"] =
        join({"We built ", project.thing, ". A team of ", std::to_string(figure(seed + 3, 4, 16)),
              " from four departments worked in one room and showed something that worked each month."});
    all["innovation"] =
        "New is less the technology than the order of work: we began with those who had the trouble, and "
        "changed the rules before we wrote the program.";
    all["difficulties"] = difficulties[seed % difficulties.size()];
    all["results"] =
        join({users,
              " people used it last year, counted in the service's own log. The time that it takes fell by ",
              shorter, " per cent, measured by the city's audit office before and after."});
    all["users"] = users;
    all["time_saved_percent"] = shorter;
    all["beneficiaries"] =
        join({"First of all ", project.people, "; then the staff who used to deal with it by hand."});
}

void add_means(answers& all, const std::string& city, std::size_t seed) {
    const auto person = made_up_name(seed);
    all["money_saved"] = std::to_string(figure(seed + 4, 20, 900) * 1000);
    all["evidence"] = "The log of the service, a yearly survey, and an audit whose report is public.";
    all["technology"] = technologies[seed % technologies.size()];
    all["protection"] =
        "Only what is needed is stored, for as long as it is needed. Staff see their own cases. When the "
        "service fails, the counters take over the same day.";
    all["inclusion"] =
        "Whoever cannot use it online comes to a counter, where staff use the same service with them. It was "
        "tested with people who use a screen reader.";
    all["participation"] = "Forty residents tried each version and decided with us what came next.";
    all["cost_to_build"] = std::to_string(figure(seed + 5, 40, 1900) * 1000);
    all["cost_per_year"] = std::to_string(figure(seed + 6, 8, 260) * 1000);
    all["funding"] =
        "The city's own budget; a fifth came from a national programme that has ended. Running costs are "
        "secured.";
    all["replication"] =
        "The guide and the contracts can be had. A city with two developers and a willing registry can "
        "begin within half a year.";
    all["shared"] = "The guide, the source code of our own parts, and a visit.";
    all["contact_name"] = person;
    all["contact_position"] = "Project lead, department of information technology";
    all["contact_email"] = "projects@" + address_word(city) + ".example";
    all["contact_phone"] = "+82 2 555 0" + std::to_string(100 + seed % 900);
    all["signatory"] = person + ", for the mayor";
    all["declaration_of_truth"] = "yes";
    all["consent_to_publish"] = "yes";
}

answers answers_of(const made_up_project& project, const std::string& city, std::size_t seed) {
    answers all;
    add_story(all, project, city, seed);
    add_means(all, city, seed);
    return all;
}

std::size_t find_city(const config::edition_file& file, std::string_view name) {
    for (std::size_t i = 0; i < file.cities.size(); ++i)
        if (file.cities[i].name == name) return i;
    throw std::runtime_error("the edition file has no city " + std::string(name));
}

// The winners' cities first, then others picked evenly from the list.
std::vector<std::size_t> pick_cities(const config::edition_file& file) {
    std::vector<std::size_t> picked;
    for (const auto& winner : file.winners) picked.push_back(find_city(file, winner.city));
    const std::set<std::size_t> won(picked.begin(), picked.end());
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < file.cities.size(); ++i)
        if (!won.contains(i)) others.push_back(i);
    const auto wanted = cities_entering - picked.size();
    if (others.size() < wanted) throw std::runtime_error("the edition file has not enough cities");
    for (std::size_t i = 0; i < wanted; ++i) picked.push_back(others[i * others.size() / wanted]);
    return picked;
}

}  // namespace

std::vector<made_up_entry> make_up_entries(const config::edition_file& file) {
    std::vector<made_up_entry> all;
    std::map<std::string, std::size_t> used;   // projects of a category
    std::map<std::size_t, std::string> first;  // the category of a city's first entry
    const auto add = [&](std::size_t city, const std::string& category, const std::string& tier) {
        first.emplace(city, category);
        const auto projects = projects_of(category);
        const auto& project = projects[used[category]++ % projects.size()];
        const auto& line = file.cities[city];
        all.push_back({city, category, tier, std::string(project.title),
                       answers_of(project, line.printed_name.value_or(line.name), all.size() + 1)});
    };
    for (const auto& winner : file.winners) add(find_city(file, winner.city), winner.category, winner.tier);
    const auto cities = pick_cities(file);
    // The rest goes round the categories; a city's second entry falls into another category than its first.
    for (std::size_t turn = file.winners.size(); all.size() < entries_received; ++turn) {
        const auto city = cities[turn % cities.size()];
        auto place = turn * 3 + turn / cities.size();
        const auto known = first.find(city);
        if (known != first.end() && known->second == file.categories[place % file.categories.size()].key)
            ++place;
        add(city, file.categories[place % file.categories.size()].key, "");
    }
    return all;
}

std::string made_up_name(std::size_t number) {
    return std::string(given_names[number % given_names.size()]) + " " +
           std::string(family_names[(number * 5 + 3) % family_names.size()]);
}

std::string address_word(std::string_view city) {
    std::string word;
    for (const char sign : city) {
        const bool is_letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        if (is_letter)
            word += static_cast<char>(sign | 0x20);
        else if (!word.empty() && word.back() != '-')
            word += '-';
    }
    while (word.ends_with('-')) word.pop_back();
    return word;
}

}  // namespace demonstration
