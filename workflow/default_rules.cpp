#include "workflow/rules.hpp"

namespace workflow {

// clang-format off: its alignment of nested lists breaks these texts over the margin.

namespace {

question short_text(std::string key, std::string label, std::string hint, bool required = true) {
    return {std::move(key), std::move(label), std::move(hint), question_kind::short_text, required};
}

question long_text(std::string key, std::string label, std::string hint, int words, bool required = true) {
    return {std::move(key), std::move(label), std::move(hint), question_kind::long_text, required, words};
}

question of_kind(question_kind kind, std::string key, std::string label, std::string hint, bool required) {
    return {std::move(key), std::move(label), std::move(hint), kind, required};
}

question choice(std::string key, std::string label, std::string hint, std::vector<std::string> choices) {
    return {std::move(key),    std::move(label), std::move(hint), question_kind::choice, true, 0,
            std::move(choices)};
}

question about_the_applicant(question asked) {
    asked.names_the_applicant = true;
    return asked;
}

question to_agree_with(std::string key, std::string label, std::string hint) {
    auto asked = of_kind(question_kind::yes_no, std::move(key), std::move(label), std::move(hint), true);
    asked.must_agree = true;
    return asked;
}

form_section project_section() {
    return {
        "project",
        "The project",
        "What it is and how far it has come. Judges read this first.",
        {long_text("summary", "Sum the project up",
                   "Write for somebody who has never been to your city. This text is published if you win.",
                   150),
         choice("stage", "How far has the project come?", "",
                {"Planned and funded", "On trial", "In use for less than a year",
                 "In use for one to three years", "In use for more than three years"}),
         short_text("started_on", "When did the work on it begin?",
                    "Month and year, for example March 2012."),
         of_kind(question_kind::url, "website", "Where can it be seen on the web?",
                 "A full address, for example https://www.example.org. Leave it empty if there is none.",
                 false)}};
}

form_section problem_section() {
    return {"problem",
            "The problem",
            "What was wrong, for whom, and how you knew.",
            {long_text("problem", "Which problem did you set out to solve?",
                       "Say who had the problem and how large it was. Figures help.", 250),
             long_text("before", "How was it dealt with before?",
                       "For example: on paper, by several offices, or not at all.", 150, false)}};
}

form_section solution_section() {
    return {"solution",
            "The solution",
            "What you did and what is new about it.",
            {long_text("solution", "What did you do?",
                       "Describe what people can do now that they could not do before.", 350),
             long_text("innovation", "What is new about it?",
                       "New to your city, to your country or to anyone: say which.", 200),
             long_text("difficulties", "What was difficult, and what did you learn?",
                       "An honest answer helps other cities and does not count against you.", 200, false)}};
}

form_section results_section() {
    return {"results",
            "Results",
            "What has changed since. Give figures and say where they come from.",
            {long_text("results", "What has the project achieved?",
                       "Compare before and after, and name the source of each figure.", 300),
             of_kind(question_kind::number, "users", "How many people use it in a year?",
                     "A whole number; an estimate will do.", true),
             of_kind(question_kind::number, "time_saved_percent",
                     "By how many per cent did it shorten the time that people wait or spend?",
                     "Leave it empty if it is not about time.", false),
             of_kind(question_kind::number, "money_saved",
                     "How much money does it save in a year, in US dollars?",
                     "Your city's own costs only. Leave it empty if you do not know.", false),
             long_text("evidence", "How do you measure success?",
                       "For example: surveys, logs, an audit, an independent study.", 150)}};
}

form_section technology_section() {
    return {"technology",
            "Use of technology",
            "In plain words; judges come from many professions.",
            {long_text("technology", "Which technology does it use, and why that one?",
                       "Say what was bought, what was built and what is open source.", 200),
             long_text("protection", "How are people's data and the service protected?",
                       "For example: what is stored, who can see it, what happens when it fails.", 150)}};
}

form_section beneficiaries_section() {
    return {
        "beneficiaries",
        "Who benefits",
        "People first: who is better off, and who might be left out.",
        {long_text("beneficiaries", "Who benefits, and how?",
                   "Name the groups, for example residents, small firms or staff.", 200),
         long_text("inclusion",
                   "How do people use it who have no computer, a disability or another language?", "", 200),
         long_text("participation", "Did residents take part in shaping it?", "", 150, false)}};
}

form_section cost_section() {
    return {"cost",
            "Cost and funding",
            "Orders of magnitude are enough.",
            {of_kind(question_kind::number, "cost_to_build", "What did it cost to build, in US dollars?",
                     "A whole number, with your own staff's time if you can.", true),
             of_kind(question_kind::number, "cost_per_year",
                     "What does it cost to run for a year, in US dollars?", "", true),
             long_text("funding", "Who paid, and who will pay for the years to come?",
                       "Name grants, partners and fees.", 150)}};
}

form_section replication_section() {
    return {"replication",
            "Replication",
            "What another city would need to do the same.",
            {long_text("replication", "How could another city take it over?",
                       "Think of a city with less money or fewer specialists than yours.", 200),
             long_text("shared", "What are you ready to share?",
                       "For example: source code, guides, a visit, a contact person.", 100, false)}};
}

form_section contact_section() {
    return {"contact",
            "Contact",
            "Whom the secretariat may ask. Judges do not see this section.",
            {about_the_applicant(short_text("contact_name", "Name", "")),
             about_the_applicant(short_text("contact_position", "Position and department", "")),
             about_the_applicant(of_kind(question_kind::email, "contact_email", "E-mail address",
                                         "The receipt and all questions go there.", true)),
             about_the_applicant(of_kind(question_kind::phone, "contact_phone", "Telephone",
                                         "With the country's code, for example +82 2 1234 5678.", false))}};
}

form_section declaration_section() {
    return {"declaration",
            "Declaration",
            "Please read it together with whoever answers for the project.",
            {about_the_applicant(short_text("signatory", "Who makes this declaration?", "Name and office.")),
             to_agree_with("declaration_of_truth",
                           "What is written here is true, and the city knows of this entry",
                           "The city answers for it, also where a partner wrote the text."),
             to_agree_with("consent_to_publish",
                           "If the project wins, its title, its summary and the city's name may be published",
                           "")}};
}

criterion ten_point(std::string key, std::string name, std::string asked, int weight_bp,
                    std::vector<std::string> one_four_seven_ten) {
    std::vector<level> levels;
    int score = 1;
    for (auto& description : one_four_seven_ten) {
        levels.push_back({score, std::move(description)});
        score += 3;
    }
    return {std::move(key), std::move(name), std::move(asked), weight_bp, 1, 10, std::move(levels)};
}

}  // namespace

entry_form default_form() {
    return {"en",
            {project_section(), problem_section(), solution_section(), results_section(),
             technology_section(), beneficiaries_section(), cost_section(), replication_section(),
             contact_section(), declaration_section()}};
}

rubric default_rubric() {
    return {
        "The rubric of 2014 is not public. These criteria are a proposal of this service and were not used "
        "in 2014.",
        false,
        {ten_point("impact", "Impact", "How much has changed for the people it was made for?", 2500,
                   {"No change is shown.", "Some change, described but not measured.",
                    "A clear change, measured for those it reaches.",
                    "A large, lasting change, measured against the time before and well sourced."}),
         ten_point("innovation", "Innovation", "How new is the idea, or the way it is carried out?", 2000,
                   {"What most cities have had for years.", "A known idea, suited to this city.",
                    "New in its country or its field.", "New to cities anywhere; others will follow it."}),
         ten_point("usability", "Ease of use and inclusion",
                   "Can everyone use it, also people with a disability, little money or another language?",
                   1500,
                   {"Few can use it, or only with help.", "Usable for most; others were not thought of.",
                    "Easy to use, with other ways for those who need them.",
                    "Made with the people it serves; nobody is left out."}),
         ten_point("sustainability", "Sustainability", "Will it still be there and in use in five years?",
                   1500,
                   {"It ends with its first funding.", "Running costs are known but not yet secured.",
                    "Funded, staffed and part of the city's daily work.",
                    "Secured for years; it improves and carries its own cost."}),
         ten_point(
             "replicability", "Replicability", "Could another city do the same, also one with less means?",
             1500,
             {"It depends on what only this city has.", "Parts of it could be taken over with much work.",
              "Others can take it over; the way is described.",
              "Others already do, or everything needed is ready to share."}),
         ten_point("openness", "Openness and participation",
                   "Are residents informed and heard, and is their data safe?", 1000,
                   {"Residents had no part and learn little.", "Residents are informed.",
                    "Residents are heard, and one can see what came of it.",
                    "Residents shape it; data and decisions are open and personal data is well kept."})}};
}

rule_set default_rules() {
    rule_set rules;
    rules.form = default_form();
    rules.rubric = default_rubric();
    rules.rounds = {{"scoring", "First round", "Every judge scores every entry without a conflict.", 5},
                    {"finals", "Finals", "The panel looks at the shortlist again, entry by entry.", {}}};
    rules.tie_ladder = {{tie_rung::key_criterion, "impact"},
                        {tie_rung::head_to_head, ""},
                        {tie_rung::second_ballot, ""},
                        {tie_rung::chair, ""},
                        {tie_rung::shared, ""}};
    return rules;
}

}  // namespace workflow
