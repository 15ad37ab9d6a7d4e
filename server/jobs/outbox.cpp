#include "server/jobs/outbox.hpp"

#include "notifications/delivery.hpp"
#include "notifications/letter.hpp"
#include "server/mail/eml.hpp"
#include "server/mail/mime.hpp"
#include "server/store/letters.hpp"
#include "typed/addresses.hpp"
#include "workflow/names.hpp"

namespace jobs {
namespace {

constexpr int at_a_time = 20;

std::string domain_of(std::string_view address) {
    const auto wire = typed::find_wire_address(address).value();
    const auto at = wire.find('@');
    return at == wire.npos ? wire : wire.substr(at + 1);
}

notifications::circumstances circumstances_of(const config::settings& settings,
                                              const store::leased_letter& letter) {
    notifications::circumstances around;
    around.edition_name = letter.edition_name.value_or(settings.mail.from_name);
    around.organiser = letter.organiser.value_or(settings.mail.from_name);
    around.service_address = settings.server.public_address;
    around.secretariat_address = settings.mail.from_address;
    around.demonstration = letter.demonstration.value_or(settings.demonstration.enabled);
    return around;
}

notifications::recipient recipient_of(const store::leased_letter& letter) {
    const auto about = workflow::find_named<notifications::occasion>(letter.occasion);
    const bool may_be_contact = about && notifications::hears_the_contact(notifications::kind_of(*about).who);
    return {letter.to_name, letter.to_address, may_be_contact && !letter.is_known_person};
}

// A zone that the database knows no longer costs its reader the own time, not the letter.
void tell_in_own_zone(store::database& db, notifications::any_letter_content& content,
                      const std::string& zone) {
    if (zone.empty()) return;
    try {
        db.begin(store::transaction_kind::read, store::database_role::clock, std::nullopt);
        store::add_own_times(db, content, zone);
        db.commit();
    } catch (const store::failure&) {
        db.rollback();
    }
}

notifications::retry_schedule schedule_of(const config::mail_settings& settings) {
    notifications::retry_schedule schedule;
    schedule.attempts = settings.attempts;
    return schedule;
}

}  // namespace

outbox::outbox(const config::settings& settings, const letter_languages& languages, const teller& tell)
    : settings_(settings), tell_(tell) {
    const auto files = mail::read_wording_files(settings.paths.wording);
    for (const auto& [language, translate] : languages)
        wordings_.try_emplace(language, files, translate, language);
}

const mail::wording& outbox::wording_of(const std::string& language) const {
    const auto found = wordings_.find(language);
    return found == wordings_.end() ? wordings_.at("en") : found->second;
}

int outbox::send_due(store::database& db) {
    db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
    const auto letters = store::lease_letters(db, at_a_time, settings_.mail.timeout_seconds * at_a_time + 60);
    db.commit();
    for (const auto& letter : letters) offer(db, letter);
    return static_cast<int>(letters.size());
}

void outbox::offer(store::database& db, const store::leased_letter& letter) {
    mail::sending sent;
    try {
        const auto id = mail::message_id_of(letter.occasion + " " + letter.cause, letter.to_address,
                                            domain_of(settings_.mail.from_address));
        auto content = store::read_letter_content(letter.occasion, letter.content);
        tell_in_own_zone(db, content, letter.zone);
        const auto written = notifications::write_letter(circumstances_of(settings_, letter),
                                                         recipient_of(letter), content, id);
        sent = mail::deliver(settings_.mail, wording_of(letter.language).compose(written),
                             std::chrono::floor<std::chrono::seconds>(letter.queued_at));
    } catch (const std::exception& error) {
        sent.result = notifications::attempt_result::lasting_failure;
        sent.text = error.what();
    }
    db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
    if (sent.result == notifications::attempt_result::accepted) {
        store::mark_letter_accepted(db, letter.id);
    } else {
        auto about = notifications::occasion::attention_wanted;
        boost::describe::enum_from_string(letter.occasion.c_str(), about);
        const auto next = notifications::after_attempt(schedule_of(settings_.mail), about, sent.result,
                                                       letter.attempts, letter.queued_at, db.now());
        store::mark_letter_tried(db, letter.id, sent.text, next.next_attempt_at);
    }
    db.commit();
    tell_.letter(letter.occasion, boost::describe::enum_to_string(sent.result, ""));
}

}  // namespace jobs
