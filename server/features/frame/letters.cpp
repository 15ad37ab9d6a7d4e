#include "server/features/frame/letters.hpp"

#include "notifications/letter.hpp"
#include "server/pages/zones.hpp"
#include "server/store/editions.hpp"

namespace features {

void queue_letter(const visit& visit, store::database& db, const store::addressee& to,
                  const notifications::any_letter_content& content, std::string cause) {
    const auto letter = [&](const auto& known) {
        return store::letter_about(known, visit.who.edition, to, std::move(cause));
    };
    store::queue_letter(db, std::visit(letter, content));
}

std::string whole_address(const visit& visit, std::string_view path) {
    auto address = visit.with.settings.server.public_address;
    while (address.ends_with('/')) address.pop_back();
    return address.append(path);
}

std::string in_words(workflow::instant at, const std::string& zone) {
    return notifications::instant_in_words(pages::civil_time_of(at, zone), zone,
                                           pages::civil_time_of(at, "UTC"));
}

notifications::moment moment_of(workflow::instant at, const std::string& zone) {
    return {in_words(at, zone), at};
}

notifications::moment moment_of(const visit& visit, store::database& db, workflow::instant at) {
    return moment_of(at, visit.who.edition_zone ? *visit.who.edition_zone : store::load_current_zone(db));
}

}  // namespace features
