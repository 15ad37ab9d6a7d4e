#include "server/features/account/page.hpp"

#include "server/features/account/forms.hpp"
#include "server/features/account/session_start.hpp"
#include "server/features/frame/letters.hpp"

#include <array>

namespace features {
namespace {

using pages::t;

// "Mozilla/5.0 (Windows NT 10.0; …) … Firefox/120.0" -> "Firefox, Windows"
pages::phrase device_name(std::string_view agent) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> programs{
        {{"Edg/", "Edge"},
         {"OPR/", "Opera"},
         {"Firefox/", "Firefox"},
         {"Chrome/", "Chrome"},
         {"Safari/", "Safari"}}};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> systems{
        {{"Android", "Android"},
         {"iPhone", "iPhone"},
         {"iPad", "iPad"},
         {"Windows", "Windows"},
         {"Mac OS", "macOS"},
         {"Linux", "Linux"}}};
    const auto first = [&](const auto& known) {
        for (const auto& [sign, name] : known)
            if (agent.find(sign) != agent.npos) return std::string(name);
        return std::string();
    };
    const auto program = first(programs), system = first(systems);
    if (program.empty()) return t("A browser that is not known");
    return system.empty() ? program : program + ", " + system;
}

pages::table sessions_of(const visit& visit, store::database& db) {
    pages::table table;
    table.caption = t("Sessions");
    for (const auto& heading : {t("Where"), t("Since"), t("Last seen")})
        table.columns.emplace_back().text = heading;
    for (const auto& one : store::list_sessions(db, visit.person(), this_session(visit))) {
        std::vector<pages::cell> cells(3);
        cells[0].text = device_name(one.user_agent);
        if (one.is_this) cells[0].state = pages::tag{t("This one"), "green"};
        cells[1].text = moment_of(visit, db, one.created_at).in_words;
        cells[2].text = moment_of(visit, db, one.seen_at).in_words;
        table.add_row(std::move(cells));
    }
    return table;
}

pages::summary_list person_of(const visit& visit, store::database& db) {
    pages::summary_list list;
    const auto add = [&](pages::phrase name, pages::phrase text, pages::phrase change, std::string where) {
        list.rows.push_back(
            {std::move(name), std::move(text), {{std::move(change), std::move(where), false}}});
    };
    add(t("Name"), visit.who.name.value_or(""), t("Change your name"), "/account/name");
    add(t("E-mail address"), visit.who.email.value_or(""), t("Change your address"), "/account/address");
    const auto zone = store::load_zone(db, visit.person());
    add(t("Time zone"),
        zone.empty() ? t("Not named: letters give the edition's time and UTC") : pages::phrase(zone),
        t("Change your time zone"), "/account/zone");
    add(t("One-time codes"), visit.who.has_totp ? t("Set up") : t("Not set up"),
        visit.who.has_totp ? t("Set them up anew") : t("Set them up"), "/account/second-factor");
    return list;
}

}  // namespace

pages::account_view account_page(visit& visit, store::database& db) {
    pages::account_view view;
    view.person = person_of(visit, db);
    view.old_password = old_password_field("old_password");
    view.old_password.label = t("The password that you have now");
    view.new_password = new_password_field(visit, "new_password", t("New password"));
    view.sessions = sessions_of(visit, db);
    if (visit.who.has_totp) {
        const auto left = store::count_recovery_codes(db, visit.person());
        view.codes = pages::text_block{
            t("Recovery codes that you have not used yet: {count}.", {{"count", std::to_string(left)}})};
    }
    return view;
}

std::optional<int> wait_for_own_password(visit& visit, store::database& db) {
    visit.keep_changes = true;
    const auto& security = visit.with.settings.security;
    return store::find_wait(db, "password of person " + std::to_string(workflow::value(visit.person())),
                            security.sign_in_tries, security.sign_in_window_minutes);
}

bool is_own_password(visit& visit, store::database& db, std::string_view typed) {
    const auto credential = store::find_credential(db, visit.person());
    const auto hash = credential ? credential->password_hash.value_or("") : "";
    const bool is_right = access_control::is_password(typed, hash, cost_of_passwords(visit));
    if (!is_right) record_account_act(visit, db, visit.person(), workflow::audit_action::password_failed);
    return is_right;
}

}  // namespace features
