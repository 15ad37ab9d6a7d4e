#include "server/features/office/invitations.hpp"

#include "server/access/tokens.hpp"

#include <boost/json/serialize.hpp>

namespace features {
namespace {

struct invitation {
    std::string link;
    notifications::moment valid_until;
    std::string cause;
};

invitation make_invitation(visit& visit, store::database& db, workflow::person_id person,
                           const boost::json::object& details, const std::string& zone) {
    const auto token = access_control::make_token();
    const int minutes = visit.with.settings.security.invitation_days * 24 * 60;
    store::add_link(db, access_control::hash_of(token), store::link_purpose::invitation, person,
                    boost::json::serialize(details), minutes);
    return {address_of(visit, "/invitation/" + token),
            moment_of(db.now() + std::chrono::minutes(minutes), zone), "invitation " + visit.request.id};
}

notifications::moment told(workflow::instant at, const std::string& zone) {
    return at == workflow::instant{} ? notifications::moment() : moment_of(at, zone);
}

}  // namespace

void send_judge_invitation(visit& visit, store::database& db, const workflow::edition& edition,
                           const store::judge_row& judge) {
    const auto& calendar = edition.calendar;
    const char* part = judge.chair ? "the chair of the panel" : judge.alternate ? "an alternate" : "a judge";
    const auto made = make_invitation(
        visit, db, judge.person_id,
        {{"part", part}, {"edition", workflow::value(edition.id)}, {"judge", workflow::value(judge.id)}},
        calendar.zone);
    // Whoever has an account is greeted by the own spelling of the name, not by that of who invites.
    auto to = store::addressee_of(judge);
    if (judge.has_account) to.name = judge.own_name;
    store::queue_letter(db,
                        store::letter_about(
                            notifications::invitation_content{
                                part, judge.has_account, told(calendar.judging_opens_at, calendar.zone),
                                told(calendar.judging_closes_at, calendar.zone), made.link, made.valid_until},
                            edition.id, to, made.cause));
}

void send_member_invitation(visit& visit, store::database& db, const workflow::edition& edition,
                            const store::office_member& member) {
    const auto made =
        make_invitation(visit, db, member.person_id,
                        {{"part", "a member of the secretariat"}, {"edition", workflow::value(edition.id)}},
                        edition.calendar.zone);
    store::queue_letter(
        db, store::letter_about(
                notifications::account_invitation_content{"a member of the secretariat", member.has_account,
                                                          made.link, made.valid_until},
                edition.id, {member.person_id, member.name, member.email, member.language}, made.cause));
}

void send_city_invitation(visit& visit, store::database& db, const workflow::edition& edition,
                          const store::city_row& city, const store::person_row& person) {
    const auto part = "somebody who writes for " + city.printed_name;
    const auto made = make_invitation(
        visit, db, person.id, {{"part", part}, {"city", workflow::value(city.id)}}, edition.calendar.zone);
    store::queue_letter(
        db, store::letter_about(
                notifications::account_invitation_content{part, false, made.link, made.valid_until},
                edition.id, {person.id, person.name, person.email, person.language}, made.cause));
}

}  // namespace features
