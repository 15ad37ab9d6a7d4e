#include "server/features/office/readiness.hpp"

#include "server/acts/editions.hpp"
#include "workflow/state_sets.hpp"

namespace features {

using pages::t;

std::optional<pages::office_block> readiness_block(const workflow::edition& edition) {
    if (edition.state != workflow::edition_state::planned) return std::nullopt;
    pages::office_block block;
    block.heading = t("Opening by itself");
    block.text =
        edition.ready_at
            ? t("Somebody has said that the edition is ready: the call opens at its time. A change of "
                "the set-up takes that back.")
            : t("The call does not open by itself before somebody says that the edition is ready.");
    block.form =
        form_to(office_url(edition, "/ready"), {},
                edition.ready_at ? t("It is not ready yet") : t("The edition is ready"), "secondary");
    block.form->hidden = {{"ready", edition.ready_at ? "no" : "yes"}};
    return block;
}

std::optional<pages::office_block> front_page_block(store::database& db, const workflow::edition& edition) {
    if (is_among(edition.state, workflow::edition_states::out_of_sight) ||
        edition.state == workflow::edition_state::archived)
        return std::nullopt;
    const auto current = store::find_current_edition(db);
    if (!current || *current == edition.id) return std::nullopt;
    pages::office_block block;
    block.heading = t("The home page");
    block.text = t("It shows {edition} now.", {{"edition", store::load_edition(db, *current).name}});
    block.form = form_to(office_url(edition, "/front-page"), {}, t("Show this edition instead"), "secondary");
    return block;
}

http::response say_ready(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    if (const auto said = acts::say_ready(visit.acting(db), visit.field("ready") == "yes"); !said)
        return visit.refuse(said.error());
    return visit.see_other(office_url(edition), "saved");
}

http::response put_on_front_page(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    if (is_among(edition.state, workflow::edition_states::out_of_sight)) return visit.not_there();
    acts::show_on_front_page(visit.acting(db));
    visit.public_changed = true;
    return visit.see_other(office_url(edition), "saved");
}

}  // namespace features
