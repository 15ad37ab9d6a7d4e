#include "tests/pages/samples.hpp"

#include <chrono>

#include "server/pages/frame/views.hpp"

namespace pages_tests {
namespace {

using namespace pages;

confirm_view sample_confirm() {
    text_area reason;
    reason.name = "reason";
    reason.label = t("Reason");
    reason.hint = t("It becomes part of the record.");
    reason.error = t("Enter a reason");
    reason.word_limit = 50;
    return {t("Withdraw this entry?"),
            {t("The judges will not see it."), t("This cannot be undone.")},
            "/entries/7/withdraw",
            {{"version", "3"}},
            {reason},
            {t("Withdraw the entry"), "danger", "", "", t("Withdraw the entry for good?")},
            "/entries/7"};
}

void add_frame_samples(sampler& all) {
    all.put("frame/confirm", sample_confirm(), all.wrong);
    all.put("frame/forbidden", forbidden_view{"/entries/7/save", {{"title", "Typed <b>text</b>"}}}, all.mine);
    all.put("frame/plain",
            plain_error_view{t("Page not found"),
                             t("There is no page at this address, or it is not for you."), "r-81f2", "/my"},
            all.open);
    all.put("frame/stale",
            stale_view{"/entries/7/save",
                       {{"version", "9"}},
                       {{"problem", t("The problem"), "What I wrote.", "What a colleague wrote."}},
                       "/entries/7"},
            all.mine);
}

}  // namespace

const catalogue& all_pages() {
    static const catalogue loaded{{WEGO_SOURCE_DIR "/server/pages",
                                   WEGO_BINARY_DIR "/assets",
                                   "/assets/",
                                   {"en", std::string{pseudo_language}},
                                   {}}};
    return loaded;
}

frame sample_frame(bool signed_in_) {
    frame around;
    around.zone = "Asia/Seoul";
    around.edition_name = "2nd WeGO Awards 2014";
    around.csrf = "token";
    around.once = "mark";
    around.demonstration = t("Demonstration: projects, texts and scores on these pages are made up.");
    around.navigation = {
        {t("The call"), "/", true}, {t("Winners"), "/winners"}, {t("Past editions"), "/editions"}};
    if (signed_in_) {
        around.person = signed_in{"Ngô Thị Minh", t("Applicant"), "7", 120};
        around.navigation.push_back({t("Your entries"), "/entries"});
        around.breadcrumbs = {{t("Your entries"), "/entries"}};
    }
    return around;
}

moment sample_moment(unsigned month, unsigned day, int hour) {
    using namespace std::chrono;
    return {sys_days{year{2014} / static_cast<int>(month) / static_cast<int>(day)} + hours{hour}};
}

std::map<std::string, std::string> render_samples(const std::string& language) {
    sampler all{sample_frame(false), sample_frame(true), sample_frame(true), {}};
    auto &open = all.open, &mine = all.mine, &wrong = all.wrong;
    for (auto* each : {&open, &mine, &wrong}) each->language = language;
    wrong.errors = {error_for("reason", t("Enter a reason"))};
    mine.notification =
        notice{t("Your password has been changed"), true, {{t("Go to your entries"), "/entries"}}};
    add_public_samples(all);
    add_account_samples(all);
    add_frame_samples(all);
    add_entry_samples(all);
    add_judging_samples(all);
    add_office_samples(all);
    return std::move(all.made);
}

}  // namespace pages_tests
