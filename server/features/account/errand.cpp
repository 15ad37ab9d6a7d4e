#include "server/features/account/errand.hpp"

#include "server/pages/account/views.hpp"
#include "workflow/names.hpp"

#include <algorithm>
#include <array>

namespace features {
namespace {

using pages::t;

constexpr std::string_view field_prefix = "kept.field.";
constexpr std::array<std::string_view, 7> never_kept{"csrf",         "once", "password", "old_password",
                                                     "new_password", "code", "secret"};
constexpr std::size_t longest_path = 2000;

bool may_be_kept(const http::field& field) {
    return field.is_valid_text && http::is_valid_text(field.name) &&
           std::find(never_kept.begin(), never_kept.end(), field.name) == never_kept.end();
}

// "answer.problem_statement" -> "Problem statement"
std::string readable_name(std::string_view name) {
    std::string shown(name.substr(name.rfind('.') + 1));
    std::replace(shown.begin(), shown.end(), '_', ' ');
    if (!shown.empty())
        shown.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(shown.front())));
    return shown;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const unsigned char sign : text) {
        if (std::isalnum(sign) || sign == '-' || sign == '.' || sign == '_' || sign == '~' || sign == '/') {
            encoded += static_cast<char>(sign);
        } else {
            encoded += '%';
            encoded += digits[sign >> 4];
            encoded += digits[sign & 15];
        }
    }
    return encoded;
}

// What somebody does who sends a form under this right. Forms that only read are never kept.
pages::phrase words_for_act_of(access_control::right right) {
    using enum access_control::right;
    switch (right) {
        case read_public:
        case read_own_entry:
        case read_panels:
        case read_panel:
        case read_assigned_entry:
        case read_own_scorecard:
        case read_offices:
        case read_office:
        case read_log: return t("read");
        case sign_in: return t("sign in or register");
        case keep_account:
        case secure_account: return t("change your account");
        case act_for_city: return t("act for your city");
        case start_entry: return t("begin an entry");
        case write_own_entry: return t("save the entry");
        case submit_own_entry: return t("submit or reopen the entry");
        case withdraw_own_entry: return t("withdraw the entry");
        case appeal: return t("appeal");
        case accept_terms: return t("accept the terms");
        case declare_conflict: return t("declare conflicts of interest");
        case score: return t("save or submit your scores");
        case deliberate: return t("write a note for the panel");
        case found_edition: return t("found an edition");
        case set_up_edition: return t("change the set-up");
        case keep_panel: return t("change the panel or the secretariat");
        case screen: return t("screen an entry");
        case assign: return t("assign judges");
        case decide: return t("decide about the edition");
        case read_tally: return t("run the tally");
        case build_slate: return t("change the slate");
        case ratify: return t("ratify the slate");
        case announce: return t("announce the result");
        case correct: return t("correct the result");
        case certify: return t("change certificates");
        case send_letters: return t("send letters");
    }
    return {};
}

}  // namespace

bool is_own_path(std::string_view path) {
    const auto is_unfit = [](unsigned char sign) { return sign <= 0x20 || sign == 0x7f || sign == '\\'; };
    return path.starts_with('/') && !path.starts_with("//") && path.size() <= longest_path &&
           std::none_of(path.begin(), path.end(), is_unfit);
}

errand errand_of_request(const visit& visit) {
    const auto& request = visit.request;
    errand kept;
    if (http::is_safe(request.method)) {
        if (is_own_path(request.target)) kept.next = request.target;
        return kept;
    }
    if (request.method != http::method::post || !is_own_path(request.target)) return kept;
    kept_form form{request.target, {}, !request.uploads.empty(), visit.right};
    for (const auto& field : request.form)
        if (may_be_kept(field)) form.fields.push_back({field.name, field.value});
    kept.form = std::move(form);
    return kept;
}

errand carried_errand(const visit& visit) {
    errand kept;
    auto next = visit.field("next");
    if (next.empty()) next = visit.query("next");
    if (is_own_path(next)) kept.next = next;
    const auto path = visit.field("kept.path");
    if (!is_own_path(path)) return kept;
    kept_form form{path,
                   {},
                   visit.has_field("kept.files"),
                   workflow::find_named<access_control::right>(visit.field("kept.act"))};
    for (const auto& field : visit.request.form)
        if (field.name.starts_with(field_prefix) && field.is_valid_text)
            form.fields.push_back({field.name.substr(field_prefix.size()), field.value});
    kept.form = std::move(form);
    return kept;
}

std::vector<pages::hidden_field> hidden_fields(const errand& kept) {
    std::vector<pages::hidden_field> hidden;
    if (!kept.next.empty()) hidden.push_back({"next", kept.next});
    if (!kept.form) return hidden;
    hidden.push_back({"kept.path", kept.form->path});
    if (kept.form->had_files) hidden.push_back({"kept.files", "yes"});
    if (kept.form->act) hidden.push_back({"kept.act", std::string(workflow::name_of(*kept.form->act))});
    for (const auto& field : kept.form->fields)
        hidden.push_back({std::string(field_prefix) + field.name, field.value});
    return hidden;
}

std::string with_next(std::string url, const errand& kept) {
    if (!kept.next.empty()) url += "?next=" + percent_encoded(kept.next);
    return url;
}

http::response go_on(visit& visit, const errand& kept, std::string_view home) {
    if (kept.form)
        return show_kept_form(
            visit, 200, t("Here is your form again"),
            t("You had to sign in before it could be taken, so nothing was changed yet. Here is what "
              "you had typed: one press sends it. Passwords are not kept."),
            *kept.form);
    return visit.see_other(kept.next.empty() ? std::string(home) : kept.next);
}

http::response show_kept_form(visit& visit, int status, pages::phrase heading, pages::phrase reason,
                              const kept_form& form) {
    pages::kept_form_view view;
    view.heading = std::move(heading);
    view.reason = std::move(reason);
    view.action = form.path;
    view.go = form.act ? t("Send it: {act}", {{"act", words_for_act_of(*form.act)}}) : t("Send it");
    view.hidden = form.fields;
    view.had_files = form.had_files;
    for (const auto& field : form.fields)
        if (!field.value.empty()) view.typed.push_back({readable_name(field.name), field.value});
    view.has_typed = !view.typed.empty();
    return visit.page(status, "account/kept_form", view);
}

}  // namespace features
