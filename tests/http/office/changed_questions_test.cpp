// E9 through the whole service: the questions change while cities write and have submitted entries.
#include "tests/http/city/ground.hpp"

#include <gmock/gmock.h>

#include "workflow/names.hpp"

namespace tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class changed_questions : public city_test {
protected:
    changed_questions() { office.sign_in_as(service_.add_secretariat("Ada")); }

    using change_of_section = std::function<void(workflow::form_section&)>;
    // The form of a section as a browser sends it.
    fields form_of(const workflow::form_section& section) {
        fields form{{"title", section.title}, {"help", section.help}};
        for (std::size_t i = 0; i < section.questions.size(); ++i) {
            const auto& one = section.questions[i];
            const auto row = "_" + std::to_string(i + 1);
            std::string choices;
            for (const auto& choice : one.choices) choices += choice + "\r\n";
            form.insert(form.end(), {{"key" + row, one.key},
                                     {"label" + row, one.label},
                                     {"hint" + row, one.hint},
                                     {"kind" + row, std::string(workflow::name_of(one.kind))},
                                     {"words" + row, std::to_string(one.word_limit)},
                                     {"choices" + row, choices}});
            if (one.required) form.emplace_back("required" + row, "yes");
            if (one.must_agree) form.emplace_back("agree" + row, "yes");
            if (one.names_the_applicant) form.emplace_back("names" + row, "yes");
        }
        return form;
    }
    // Sends the section with a change.
    page change(const std::string& section, const change_of_section& made) {
        auto sections =
            service_.with_database([&](store::database& db) { return store::load_rules(db, edition); })
                .rules.form.sections;
        for (auto& one : sections)
            if (one.key == section) {
                made(one);
                auto form = form_of(one);
                form.emplace_back("version", office.get(url(section)).value_of("version"));
                return office.post(url(section), form);
            }
        return {};
    }
    // What the page that asks carries along, and the reason.
    page confirm(const page& asked, const std::string& section, const std::string& reason,
                 const char* by = "reason_for_cities") {
        auto form = asked.hidden_fields();
        form.emplace_back(by, reason);
        form.emplace_back("once", asked.value_of("once"));
        return office.post(url(section), form);
    }
    void change_and_confirm(const std::string& section, const change_of_section& made) {
        const auto asked = change(section, made);
        ASSERT_EQ(asked.status, 200) << asked.text();
        const auto saved = confirm(asked, section, "The jury asked for it");
        ASSERT_EQ(saved.status, 303) << saved.text();
    }
    static std::string url(const std::string& section) { return "/office/2014/set-up/questions/" + section; }
    std::int64_t submitted(const std::string& title) {
        const auto entry = start(title);
        fill(entry);
        EXPECT_EQ(submit(entry).status, 303);
        return entry;
    }
    void answer(std::int64_t entry, std::string_view question, std::string_view value) {
        service_.run(
            "insert into answer (entry_id, edition_id, question, value) values (:entry, :edition, :q, :v)",
            {{"entry", entry}, {"edition", edition}, {"q", question}, {"v", value}});
    }
    std::int64_t versions() { return service_.value<std::int64_t>("select count(*) from rule_set"); }
    std::vector<service::letter> letters(std::string_view address) {
        auto all = service_.letters_to(address);
        std::erase_if(all, [](const auto& one) { return one.occasion != "questions_changed"; });
        return all;
    }
    std::string office_page(std::int64_t entry) {
        return office.get("/office/2014/entries/" + std::to_string(entry)).text();
    }

    browser office{service_};
};

void ask_for_a_video(workflow::form_section& section) {
    section.questions.push_back({"", "Where is the video?", "", workflow::question_kind::short_text, true});
}
void drop_before(workflow::form_section& section) {
    std::erase_if(section.questions, [](const auto& one) { return one.key == "before"; });
}

TEST_F(changed_questions, E9_a_change_is_saved_only_once_it_is_confirmed_with_a_reason) {
    start("One counter"), submitted("Night buses");
    const auto asked = change("project", ask_for_a_video);
    EXPECT_TRUE(asked.says("Change the questions while entries are under way?")) << asked.text();
    EXPECT_TRUE(asked.says(
        "“Where is the video?” is a new question, and has to be answered. With an answer: drafts 0, "
        "submitted entries 0. Without one: drafts 1, submitted entries 1."))
        << asked.text();
    EXPECT_TRUE(asked.says("Submitted entries that lack what is asked now: 1.")) << asked.text();
    EXPECT_EQ(confirm(asked, "project", "yes", "go_back").value_of("label_5"), "Where is the video?");
    EXPECT_TRUE(letters("mina@example.org").empty());
    const auto silent = confirm(asked, "project", " ");
    EXPECT_EQ(silent.status, 422);
    EXPECT_TRUE(silent.has("reason_for_cities-error")) << silent.text();
    EXPECT_EQ(silent.value_of("label_5"), "Where is the video?") << "what was typed stays";
    EXPECT_EQ(versions(), 1);

    ASSERT_EQ(confirm(silent, "project", "The jury asked for it").status, 303);
    EXPECT_EQ(confirm(silent, "project", "The jury asked for it").status, 303) << "T7: sent twice, done once";
    EXPECT_EQ(versions(), 2);
    EXPECT_EQ(service_.value<std::string>("select reason from rule_set where version = 2"),
              "The jury asked for it");
    EXPECT_EQ(
        service_.value<std::int64_t>("select count(*) from audit_event where action = 'questions_changed'"),
        1);
    EXPECT_TRUE(office.get("/office/2014/log").says("Questions changed, and the cities concerned told"));
    EXPECT_EQ(letters("mina@example.org").size(), 1U);
}

TEST_F(changed_questions, E9_each_of_those_concerned_gets_one_letter_with_all_of_their_entries) {
    start("One counter"), submitted("Night buses");
    const auto hana = service_.add_person("Hana");
    add_city("Busan", hana);
    change_and_confirm("project", ask_for_a_video);
    for (const auto* address : {"mina@example.org", "mina@seoul.example"}) {
        const auto told = letters(address);
        ASSERT_EQ(told.size(), 1U) << address;
        const auto& letter = told.front().content;
        EXPECT_THAT(letter, HasSubstr("“Where is the video?” is a new question, and has to be answered."));
        EXPECT_THAT(letter, HasSubstr("The jury asked for it"));
        EXPECT_THAT(
            letter,
            HasSubstr(
                R"("to_reopen":[{"entry_title":"Night buses","city_name":"Seoul","deadline":{"in_words":")"));
        EXPECT_THAT(letter, HasSubstr("/my\""));
    }
    EXPECT_THAT(letters("mina@example.org").front().content,
                HasSubstr(R"("being_written":[{"entry_title":"One counter")"));
    EXPECT_TRUE(letters("hana@example.org").empty()) << "no entry, no letter";
    change_and_confirm("project", [](auto& section) { section.questions[0].label = "Tell it"; });
    ASSERT_EQ(letters("mina@example.org").size(), 2U) << "the next change is told too";
    EXPECT_THAT(letters("mina@example.org").back().content,
                HasSubstr(R"("may_be_reopened":[{"entry_title":"Night buses")"));
}

TEST_F(changed_questions, E9_nobody_is_told_of_an_entry_that_went_away_or_where_there_is_none) {
    EXPECT_EQ(change("project", ask_for_a_video).status, 303) << "no entry: saved at once";
    EXPECT_EQ(versions(), 2);
    EXPECT_FALSE(office.get(url("project")).says("Cities are at work with these questions"));
    set_state(start("One counter"), workflow::entry_state::withdrawn);
    EXPECT_EQ(change("problem", drop_before).status, 303);
    EXPECT_EQ(
        service_.value<std::int64_t>("select count(*) from letter where occasion = 'questions_changed'"), 0);
}

TEST_F(changed_questions, E9_the_secretariat_is_warned_before_it_changes_anything) {
    start("One counter"), submitted("Night buses");
    for (const auto& page : {office.get("/office/2014/set-up/questions"), office.get(url("project"))})
        EXPECT_TRUE(page.says("Cities are at work with these questions. Drafts: 1; submitted entries: 1."))
            << page.text();
    EXPECT_EQ(change("project", [](auto& section) { section.help = "In short"; }).status, 303)
        << "no question changes";
    EXPECT_EQ(office
                  .post("/office/2014/set-up/questions",
                        {{"version", office.get("/office/2014/set-up/questions").value_of("version")},
                         {"title", "Lessons"}})
                  .status,
              200)
        << "a new section brings a question";
    EXPECT_EQ(versions(), 2);
}

TEST_F(changed_questions, E9_what_was_answered_stays_visible_in_the_words_of_then) {
    const auto draft = start("One counter");
    answer(draft, "before", "On paper,\nby three offices");
    const auto entry = start("Night buses");
    fill(entry), answer(entry, "before", "Nobody drove at night");
    ASSERT_EQ(submit(entry).status, 303);
    change_and_confirm("problem", drop_before);

    const auto page = city.get(at(draft));
    EXPECT_TRUE(page.says("Asked before")) << page.text();
    EXPECT_TRUE(page.says("How was it dealt with before? On paper, by three offices")) << page.text();
    EXPECT_TRUE(page.has(at(draft, "/sections/problem/history")));
    EXPECT_FALSE(city.get(at(draft, "/sections/problem")).says("How was it dealt with before?"));
    EXPECT_TRUE(city.get(at(entry)).says("Asked before")) << city.get(at(entry)).text();
    EXPECT_TRUE(city.get(at(entry)).says("Nobody drove at night"));
    EXPECT_TRUE(city.get(at(entry, "/preview")).says("How was it dealt with before?"))
        << "judges read what was submitted";
    EXPECT_FALSE(city.get(at(draft, "/preview")).says("How was it dealt with before?"));

    EXPECT_THAT(office_page(draft), HasSubstr("Asked before How was it dealt with before? On paper"));
    EXPECT_THAT(office_page(entry), HasSubstr("How was it dealt with before? Nobody drove at night"));
    EXPECT_THAT(office_page(entry), Not(HasSubstr("Asked before"))) << "it stands in its own place";
}

TEST_F(changed_questions, E9_the_history_of_a_question_that_is_gone_can_be_read) {
    const auto draft = start("One counter");
    const auto shown = city.get(at(draft, "/sections/problem"));
    ASSERT_EQ(
        city.post(at(draft, "/sections/problem"), section_of(shown, {{"answer.before", "On paper"}})).status,
        303);
    change_and_confirm("problem", drop_before);
    const auto history = city.get(at(draft, "/sections/problem/history"));
    EXPECT_TRUE(history.says("How was it dealt with before?")) << history.text();
    EXPECT_TRUE(history.says("On paper")) << history.text();
    change_and_confirm("problem", [](auto& section) { section.questions.clear(); });
    const auto gone = city.get(at(draft, "/sections/problem/history"));
    EXPECT_TRUE(gone.says("On paper")) << "the whole section is gone";
    EXPECT_FALSE(gone.has(at(draft, "/sections/problem\""))) << "no way back to what is not there";
    EXPECT_EQ(city.get(at(draft, "/sections/nothing/history")).status, 404);
}

TEST_F(changed_questions, E9_an_entry_is_screened_in_the_words_it_was_submitted_with) {
    const auto entry = submitted("Night buses");
    change_and_confirm("project", [](auto& section) { section.questions[0].label = "Tell it"; });
    EXPECT_THAT(office_page(entry), HasSubstr("Sum the project up Words about summary"));
    EXPECT_THAT(office_page(entry), Not(HasSubstr("Tell it")));
    EXPECT_TRUE(city.get(at(entry, "/preview")).says("Sum the project up"));
}

TEST_F(changed_questions, E9_a_choice_that_is_taken_away_stays_visible_to_who_made_it) {
    const auto draft = start("One counter");
    answer(draft, "stage", "On trial");
    change_and_confirm("project",
                       [](auto& section) { std::erase(section.questions[1].choices, "On trial"); });
    EXPECT_TRUE(city.get(at(draft)).says("How far has the project come? On trial"))
        << city.get(at(draft)).text();
}

TEST_F(changed_questions, E9_a_submitted_entry_may_be_reopened_and_is_asked_what_is_new) {
    const auto entry = submitted("Night buses"), left = submitted("One counter");
    change_and_confirm("project", ask_for_a_video);
    const auto shown = city.get(at(entry));
    EXPECT_TRUE(shown.says("The questions have changed since this entry was submitted")) << shown.text();
    EXPECT_TRUE(shown.says("“Where is the video?” is a new question, and has to be answered."))
        << shown.text();
    EXPECT_TRUE(shown.says("reopen it and submit it again until")) << shown.text();
    ASSERT_EQ(city.post(at(entry, "/reopen"), {{"version", shown.value_of("version")}}).status, 303);
    EXPECT_FALSE(city.get(at(entry)).says("The questions have changed since")) << "it is a draft again";
    const auto refused = submit(entry);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Where is the video?")) << refused.text();
    answer(entry, "where_is_the_video", "On our website");
    ASSERT_EQ(submit(entry).status, 303);
    EXPECT_FALSE(city.get(at(entry)).says("The questions have changed since"));

    EXPECT_EQ(state_of(left), "submitted") << "who does nothing stays submitted";
    EXPECT_EQ(service_.value<int>("select current_version from entry where id = :id", {{"id", left}}), 1);
}

TEST_F(changed_questions, E9_after_the_deadline_nobody_is_sent_to_reopen) {
    const auto entry = submitted("Night buses");
    close_in(-1);
    set_state(workflow::edition_state::screening);
    change_and_confirm("project", ask_for_a_video);
    const auto told = letters("mina@example.org");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told.front().content, HasSubstr(R"("as_submitted":[{"entry_title":"Night buses")"));
    EXPECT_THAT(told.front().content, HasSubstr(R"("to_reopen":[])"));
    EXPECT_TRUE(city.get(at(entry)).says("The entry counts as it was submitted. There is nothing to do."))
        << city.get(at(entry)).text();
}

TEST_F(changed_questions, E9_a_new_question_never_takes_the_answers_of_an_earlier_one) {
    const auto draft = start("One counter");
    const auto ask = [&](std::string label) {
        change_and_confirm("problem", [&](auto& section) {
            std::erase_if(section.questions, [](const auto& one) { return one.key != "problem"; });
            if (!label.empty()) section.questions.push_back({"", label, ""});
        });
    };
    const auto key = [&] {
        const auto kept =
            service_.with_database([&](store::database& db) { return store::load_rules(db, edition); });
        for (const auto& section : kept.rules.form.sections)
            if (section.key == "problem") return section.questions.back().key;
        return std::string();
    };
    ask("무엇?");
    const auto first = key();
    answer(draft, first, "A bus");
    ask("누가?");
    EXPECT_NE(key(), first);
    EXPECT_TRUE(city.get(at(draft)).says("무엇? A bus")) << city.get(at(draft)).text();
    ask("무엇?");
    EXPECT_EQ(key(), first) << "the same question has its answers again";
    EXPECT_FALSE(city.get(at(draft)).says("Asked before"));
}

}  // namespace
}  // namespace tests
