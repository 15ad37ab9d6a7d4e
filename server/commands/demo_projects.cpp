#include "server/commands/demo_projects.hpp"

#include <array>

namespace demonstration {
namespace {

constexpr std::array services{
    made_up_project{"One Counter for Every Permit", "one online counter where any permit is asked for, paid and followed",
                    "shop owners and builders", "queued at up to seven offices for a single permit"},
    made_up_project{"Birth to School in One Folder", "a family folder that carries a child's papers from birth to school",
                    "young parents", "brought the same certificates to four offices in six years"},
    made_up_project{"City Hall on the Telephone", "a number that answers every question day and night and keeps what was asked",
                    "residents who work in shifts", "found the counters closed whenever they were free"},
    made_up_project{"Pay Once, Anywhere", "a single account for taxes, fees and fines that takes any means of payment",
                    "households and small firms", "paid nine bills at nine places"},
    made_up_project{"The Moving Day Assistant", "a service that tells all offices and utilities of a move at once",
                    "people who move house", "told eleven offices the same new address"},
    made_up_project{"Clinic Appointments for All", "a booking of appointments in all public clinics, by web, message or voice",
                    "patients of public clinics", "came at dawn to draw a number"},
    made_up_project{"Open a Business by Friday", "a guided registration that needs no paper and ends within five days",
                    "people who start a firm", "waited forty days for a stamp"},
    made_up_project{"My Street, My Request", "a map on which residents report what is broken and see who mends it",
                    "residents of every district", "never heard what became of a complaint"},
    made_up_project{"Certificates Without a Queue", "signed certificates that are printed at home and checked by a code",
                    "everyone who needs a paper", "lost half a working day for one signature"},
    made_up_project{"School Meals, Ordered Fairly", "an account for school meals that hides who pays and who does not",
                    "pupils and their parents", "stood in a separate queue for free meals"},
    made_up_project{"The Library in Your Pocket", "one card and one catalogue for all libraries of the city",
                    "readers in the outer districts", "could not know which branch had a book"},
    made_up_project{"Water Account Online", "readings, bills and repairs of the water supply in one place",
                    "households on metered water", "argued about estimated bills at the counter"},
    made_up_project{"Help After the Flood", "one form for all aid after a disaster, filled in on a telephone",
                    "families whose homes were damaged", "told their story to six agencies"},
    made_up_project{"Parking Without Coins", "paying and extending a parking time from any telephone",
                    "drivers and traders in the centre", "circled for coins more than for a place"},
};

constexpr std::array efficiency{
    made_up_project{"The Paperless Council", "council papers that are written, changed and voted on without a printer",
                    "council members and clerks", "carried four tonnes of paper a year"},
    made_up_project{"Shared Books of Eleven Offices", "one ledger for eleven offices that closes each month by itself",
                    "the city's accountants", "reconciled eleven ledgers by hand"},
    made_up_project{"Tenders in the Open", "tenders that are published, received and opened online",
                    "suppliers and buyers", "met in the corridor before the bids were opened"},
    made_up_project{"Lamps That Report Themselves", "street lamps that report a fault before anyone calls",
                    "maintenance crews", "drove every street at night to find dark lamps"},
    made_up_project{"One Map for All Departments", "one map on which every department works and nobody copies",
                    "planners and engineers", "dug up a street that had been paved the week before"},
    made_up_project{"The Letter That Finds Its Desk", "incoming mail that is read, sorted and answered in one system",
                    "case workers", "searched for files in three cellars"},
    made_up_project{"Fleet by the Hour", "city vehicles that every office books by the hour",
                    "staff of all departments", "kept cars that stood still two days in three"},
    made_up_project{"Energy Books of Public Buildings", "a daily account of heat and power for every public building",
                    "caretakers and treasurers", "saw the cost of a leak a year later"},
    made_up_project{"Pay Roll in Two Days", "wages of all staff worked out in two days instead of twelve",
                    "nine thousand employees", "waited for corrections until the next month"},
    made_up_project{"A Data Centre for the Region", "a shared data centre for the city and its smaller neighbours",
                    "small administrations", "kept servers in cupboards"},
    made_up_project{"Inspections by Tablet", "inspections that are planned, written and signed on the spot",
                    "inspectors of food and buildings", "copied their notes every evening"},
    made_up_project{"Ask Once", "registers that ask each other, so that residents are asked once",
                    "residents and clerks", "typed the same data into five systems"},
    made_up_project{"Warehouse Without Dust", "one stock of materials for schools, roads and parks",
                    "storekeepers", "bought what lay unused two streets away"},
    made_up_project{"The Budget in Plain Numbers", "a budget tool that shows each change and who made it",
                    "treasurers of all departments", "mailed forty versions of one table"},
};

constexpr std::array open_city{
    made_up_project{"Region of Open Data", "open data of the whole region under one licence and one address",
                    "developers and journalists", "asked each office for each file"},
    made_up_project{"The Data Counter", "public data in forms that machines and people can read, with a promise of when it is renewed",
                    "companies and researchers", "typed numbers from scanned pages"},
    made_up_project{"Ask the Mayor, See the Answer", "questions to the mayor with the answers and what was done, for all to see",
                    "residents", "never learnt what became of a question"},
    made_up_project{"Our Budget, Our Vote", "a part of the budget on which residents decide online and in tents on the square",
                    "residents of all districts", "saw the budget when it was passed"},
    made_up_project{"Council Live", "debates that are broadcast, written down and searchable the same day",
                    "residents and reporters", "could not come to a session at noon"},
    made_up_project{"Laws in the Making", "drafts of by-laws that everyone can comment line by line",
                    "associations and citizens", "read a by-law for the first time when it bound them"},
    made_up_project{"Where the Money Goes", "every payment above a hundred dollars on a page that can be searched",
                    "taxpayers", "had to trust a yearly sum"},
    made_up_project{"The Neighbourhood Forum", "a forum for each neighbourhood with an officer who answers",
                    "neighbours", "met the city only when something had gone wrong"},
    made_up_project{"Plan With Us", "building plans in three dimensions that residents can turn, mark and discuss",
                    "residents near building sites", "learnt of a tower from its crane"},
    made_up_project{"Petitions That Count", "petitions that are checked, counted and answered within sixty days",
                    "citizens", "handed boxes of signatures to a porter"},
    made_up_project{"Code of the City", "the city's own software as open source, with a place to improve it",
                    "developers and other cities", "bought the same program again and again"},
    made_up_project{"Youth Council Online", "a council of pupils that drafts, debates and votes online",
                    "people under eighteen", "were asked about playgrounds once in ten years"},
    made_up_project{"Air in Numbers", "air quality by the hour for every quarter, as data and as a colour",
                    "parents and cyclists", "found a yearly average in a report"},
    made_up_project{"The Promise Tracker", "each promise of the city's programme with its state and its evidence",
                    "voters", "compared speeches with memories"},
};

constexpr std::array urban_management{
    made_up_project{"The Night Bus Drawn by Data", "night bus lines that follow where people really travel at night",
                    "night workers", "paid a day's wage for a taxi home"},
    made_up_project{"Smart Control Room", "one room that sees traffic, water, fire and weather together",
                    "dispatchers and crews", "called each other by telephone in a storm"},
    made_up_project{"Buses on Time", "buses with positions, green lights and arrival times at every stop",
                    "passengers", "waited without knowing for how long"},
    made_up_project{"Flood Warning by the Street", "gauges, a model and a warning that names streets, two hours ahead",
                    "families along the river", "were warned by the water"},
    made_up_project{"Bins That Call", "containers that report when they are full, and routes drawn each morning",
                    "street cleaners and residents", "passed half-empty bins and missed full ones"},
    made_up_project{"Green Wave for Ambulances", "traffic lights that open the way for an ambulance",
                    "patients and crews", "lost four minutes at crossings"},
    made_up_project{"Every Tree Has a Number", "a register of trees with their health, open to all",
                    "gardeners and residents", "learnt of a sick tree when it fell"},
    made_up_project{"Safe Way to School", "routes to school drawn from accidents, lights and what children say",
                    "pupils and parents", "crossed the widest road in the dark"},
    made_up_project{"Leak Finder", "sensors that hear a leak in the pipes before it is seen",
                    "the water works and all households", "lost a third of the water underground"},
    made_up_project{"Quiet Streets", "noise measured by night and speed lowered where people sleep",
                    "residents of main roads", "slept behind closed windows"},
    made_up_project{"Bicycles for a Day", "shared bicycles with stations where data showed the gaps of the buses",
                    "commuters", "walked the last two kilometres"},
    made_up_project{"Landslide Watch", "rain and slope measured in real time, with sirens and messages",
                    "families on the hills", "left their homes too late or for nothing"},
    made_up_project{"The Market Map", "a map of stalls, hours and fees that traders keep themselves",
                    "street traders", "paid three collectors for one stall"},
    made_up_project{"Dust and Permit", "permits for building sites tied to their measured dust",
                    "neighbours of building sites", "swept their balconies twice a day"},
};

constexpr std::array digital_divide{
    made_up_project{"Classrooms on Wheels", "buses with computers and teachers that come to every village each week",
                    "villages without a connection", "travelled two hours to a computer"},
    made_up_project{"Free Wireless on the Square", "free wireless access in public places, hospitals and stations",
                    "visitors and people without a contract", "sat outside cafés to send a form"},
    made_up_project{"Silver Net", "lessons by pensioners for pensioners, at home and at their pace",
                    "people over sixty-five", "asked their grandchildren to see their own pension"},
    made_up_project{"Voice First", "city services that are spoken in nine languages and need no reading",
                    "people who do not read", "paid a scribe in front of the city hall"},
    made_up_project{"A Tablet for Every Reader", "tablets on loan with lessons and a year of access",
                    "households with a low income", "did homework on one telephone for four children"},
    made_up_project{"Signs and Words", "interpreters of sign language by video at every counter",
                    "deaf residents", "wrote notes through a pane of glass"},
    made_up_project{"The Fishermen's Weather", "weather, prices and rescue by text message on the simplest telephone",
                    "fishing families", "went out without a forecast"},
    made_up_project{"Girls Who Build", "workshops where girls build what their street needs",
                    "girls between ten and sixteen", "were one in nine of those in computer classes"},
    made_up_project{"Second Life of Computers", "repaired office computers for schools and associations",
                    "schools without a budget", "taught spreadsheets on the blackboard"},
    made_up_project{"The Village Desk", "a desk with a trained neighbour who helps with every online service",
                    "residents of far districts", "paid middlemen for a free form"},
    made_up_project{"Large Letters", "a plain and large version of every service, tested by those who need it",
                    "people with weak sight", "gave up at the first small button"},
    made_up_project{"Newcomers' Guide", "first steps in the city in fourteen languages, with a human on call",
                    "people who have just arrived", "missed deadlines that they could not read"},
    made_up_project{"School of the Market Women", "lessons on savings and sales by telephone, between two customers",
                    "women who trade in markets", "kept their accounts in their heads"},
    made_up_project{"The Connected Clinic", "consultations by video between villages and the hospital",
                    "patients in the mountains", "walked a day to see a doctor"},
};

}  // namespace

std::span<const made_up_project> projects_of(std::string_view category) {
    if (category == "services") return services;
    if (category == "efficiency") return efficiency;
    if (category == "open_city") return open_city;
    if (category == "urban_management") return urban_management;
    if (category == "digital_divide") return digital_divide;
    return {};
}

}  // namespace demonstration
