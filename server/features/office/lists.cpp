#include "server/features/office/lists.hpp"

#include "server/features/office/keeping.hpp"
#include "server/features/office/stale.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "typed/characters.hpp"

#include <algorithm>
#include <set>

namespace features {
namespace {

using pages::t;

// What a person may not do by form any more, in the edition's state; nothing when it may be done.
std::optional<workflow::refusal> find_hold(const workflow::edition& edition) {
    using enum workflow::edition_state;
    if (edition.state == planned || edition.state == open || edition.state == screening) return std::nullopt;
    return workflow::refusal{workflow::refusal_code::decision_required, {}};
}

pages::office_form categories_form(const visit& visit, const workflow::edition& edition, bool is_back) {
    auto form = set_up_form(visit, edition, "/set-up/categories", {});
    const auto rows = is_back ? count_rows(visit, "name") : edition.categories.size() + empty_rows;
    for (std::size_t row = 1; row <= rows; ++row) {
        const auto* kept =
            !is_back && row <= edition.categories.size() ? &edition.categories[row - 1] : nullptr;
        const auto given = [&](const char* name, const std::string& value) {
            return is_back ? row_field(visit, name, row) : value;
        };
        form.hidden.push_back({numbered("key", row), given("key", kept ? kept->key : "")});
        form.groups.push_back({t("Category {number}", {{"number", std::to_string(row)}}),
                               {},
                               {line(numbered("name", row), t("Name"), given("name", kept ? kept->name : "")),
                                lines(numbered("description", row), t("Description"),
                                      given("description", kept ? kept->description : ""), 3)}});
    }
    return form;
}

pages::office_form tiers_form(const visit& visit, const workflow::edition& edition, bool is_back) {
    auto form = set_up_form(visit, edition, "/set-up/tiers", {});
    const auto rows = is_back ? count_rows(visit, "name") : edition.tiers.size() + empty_rows;
    for (std::size_t row = 1; row <= rows; ++row) {
        const auto* kept = !is_back && row <= edition.tiers.size() ? &edition.tiers[row - 1] : nullptr;
        const auto given = [&](const char* name, const std::string& value) {
            return is_back ? row_field(visit, name, row) : value;
        };
        form.hidden.push_back({numbered("key", row), given("key", kept ? kept->key : "")});
        form.groups.push_back(
            {t("Tier {number}", {{"number", std::to_string(row)}}),
             {},
             {line(numbered("name", row), t("Name"), given("name", kept ? kept->name : "")),
              line(numbered("count", row), t("Prizes in each category, at most"),
                   given("count", kept ? std::to_string(kept->per_category) : "1"), {}, "3")}});
    }
    return form;
}

// A key of its own for each row: the one it has, or one made of its name.
std::string own_key(const visit& visit, std::size_t row, std::set<std::string>& taken) {
    auto key = key_of(row_field(visit, "key", row), "");
    if (key.empty()) key = key_of(row_field(visit, "name", row), "row_" + std::to_string(row));
    while (!taken.insert(key).second) key = key.substr(0, 36) + "_" + std::to_string(row);
    return key;
}

}  // namespace

http::response show_categories(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = set_up_page(visit, edition, t("Categories"), categories_form(visit, edition, false));
    view.lead = t("In the order in which they are shown. Empty the name of a category to remove it.");
    if (const auto no = find_hold(edition)) close_form(visit, view, *no);
    return office_page(visit, view);
}

http::response save_categories(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = categories_form(visit, edition, true);
    if (!is_fresh(visit, edition)) {
        mark_stale(visit, form, categories_form(visit, edition, false), edition.version);
        return office_page(visit, 409, set_up_page(visit, edition, t("Categories"), std::move(form)));
    }
    is_readable(visit, form, 2000);
    std::vector<workflow::category> categories;
    std::set<std::string> taken;
    for (std::size_t row = 1; row <= count_rows(visit, "name"); ++row) {
        const auto name = row_field(visit, "name", row);
        if (name.empty()) continue;
        if (typed::is_longer_than(name, 120))
            mark(visit, form, numbered("name", row), t("This name is too long."));
        categories.push_back({{}, own_key(visit, row, taken), name, row_field(visit, "description", row), 0});
    }
    if (categories.empty()) mark(visit, form, "name_1", t("Give at least one category."));
    if (const auto no = find_hold(edition); no && visit.frame.errors.empty())
        visit.error("", visit.sentence(*no));
    if (visit.frame.errors.empty()) {
        const auto name_of = [&](const std::string& key) {
            return std::ranges::find(edition.categories, key, &workflow::category::key)->name;
        };
        const auto in_use = store::list_used_categories(db, edition.id);
        for (const auto& key : in_use)
            if (!taken.contains(key))
                visit.error("", t("Entries are in the category {category}: it cannot be removed.",
                                  {{"category", name_of(key)}}));
    }
    if (!visit.frame.errors.empty())
        return office_page(visit, set_up_page(visit, edition, t("Categories"), std::move(form)));
    store::set_categories(db, visit.as_author(), edition.id, categories);
    visit.public_changed = true;
    return visit.see_other(office_url(edition, "/set-up"), "saved");
}

http::response show_tiers(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = set_up_page(visit, edition, t("Prize tiers"), tiers_form(visit, edition, false));
    view.lead = t("The highest prize first. Empty the name of a tier to remove it.");
    if (const auto no = find_hold(edition)) close_form(visit, view, *no);
    return office_page(visit, view);
}

http::response save_tiers(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = tiers_form(visit, edition, true);
    if (!is_fresh(visit, edition)) {
        mark_stale(visit, form, tiers_form(visit, edition, false), edition.version);
        return office_page(visit, 409, set_up_page(visit, edition, t("Prize tiers"), std::move(form)));
    }
    is_readable(visit, form, 200);
    std::vector<workflow::tier> tiers;
    std::set<std::string> taken;
    for (std::size_t row = 1; row <= count_rows(visit, "name"); ++row) {
        const auto name = row_field(visit, "name", row);
        if (name.empty()) continue;
        if (typed::is_longer_than(name, 120))
            mark(visit, form, numbered("name", row), t("This name is too long."));
        const auto count = visit.find_number(numbered("count", row));
        if (!count || *count < 1 || *count > 20)
            mark(visit, form, numbered("count", row), t("Enter a number from 1 to 20."));
        tiers.push_back(
            {{}, own_key(visit, row, taken), name, 0, static_cast<int>(count.value_or(1)), false});
    }
    if (tiers.empty()) mark(visit, form, "name_1", t("Give at least one tier."));
    if (const auto no = find_hold(edition); no && visit.frame.errors.empty())
        visit.error("", visit.sentence(*no));
    if (!visit.frame.errors.empty())
        return office_page(visit, set_up_page(visit, edition, t("Prize tiers"), std::move(form)));
    store::set_tiers(db, visit.as_author(), edition.id, tiers);
    visit.public_changed = true;
    return visit.see_other(office_url(edition, "/set-up"), "saved");
}

}  // namespace features
