#include "server/features/city/entry_history.hpp"

#include "server/features/city/entry_form.hpp"

namespace features {
namespace {

using pages::t;

// The text of a choice is its name on the form, not what is stored for it.
pages::phrase shown_text(const my_entry& opened, const workflow::question& asked, const std::string& value) {
    if (value.empty()) return t("Empty");
    if (asked.kind == workflow::question_kind::yes_no) return value == "yes" ? t("Yes") : t("No");
    if (asked.key == "category")
        for (const auto& one : opened.edition.categories)
            if (one.key == value) return pages::phrase(one.name);
    return pages::phrase(value);
}

std::optional<pages::tag> state_of(const store::answer_text& text) {
    if (text.refused) return pages::tag{t("Not taken: somebody else had saved"), "amber"};
    if (text.current) return pages::tag{t("Stored now"), "green"};
    return std::nullopt;
}

// The section with all that it asks and ever asked: what was written to a question that is gone can be read
// too (E9).
std::optional<form_page> find_page_as_ever(store::database& db, const my_entry& opened,
                                           std::string_view key) {
    std::optional<form_page> ever;
    const auto add = [&](const std::vector<form_page>& sections) {
        const auto* page = find_page(sections, key);
        if (!page) return;
        if (!ever) ever = form_page{page->key, page->title, "", {}};
        for (const auto& asked : page->questions)
            if (!find_asked({*ever}, asked.key)) ever->questions.push_back(asked);
    };
    add(form_pages(opened));
    for (const auto& one : store::list_forms(db, opened.edition.id)) add(one.form.sections);
    return ever;
}

}  // namespace

http::response show_history(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto page = find_page_as_ever(db, opened, visit.request.parameter("section"));
    if (!page) return visit.not_there();
    std::vector<std::string> questions;
    for (const auto& asked : page->questions) questions.push_back(asked.key);
    const auto history = store::list_history(db, opened.row.id, questions);

    pages::history_view view{
        page->title, title_of(opened.row.title), {}, opened.href("sections/" + page->key)};
    if (const auto all = form_pages(opened); !find_page(all, page->key)) view.back_href = opened.href();
    for (const auto& asked : page->questions) {
        pages::history_of_answer shown{label_of(asked), {}};
        for (const auto& text : history)
            if (text.question == asked.key)
                shown.texts.push_back({text.name ? pages::phrase(*text.name) : t("Somebody"),
                                       {text.saved_at},
                                       state_of(text),
                                       shown_text(opened, asked, text.value)});
        if (!shown.texts.empty()) view.answers.push_back(std::move(shown));
    }
    return visit.page("city/history", view);
}

}  // namespace features
