#include "server/features/judge/terms.hpp"

#include "server/features/judge/home.hpp"
#include "server/pages/judge/views.hpp"
#include "typed/characters.hpp"

namespace features {
namespace {

using pages::t;

pages::terms_view terms_of(const store::panel_seat& seat) {
    pages::terms_view view;
    view.terms = {
        t("I judge each entry by the published rubric alone, and by what is in the entry."),
        t("I am impartial. I declare every conflict of interest before I read an entry, and step off an "
          "entry at once "
          "when I find one later."),
        t("I keep entries, scores, comments and everything that the panel says to myself, before and after "
          "the "
          "announcement."),
        t("I score by myself. I do not talk about scores with other judges before judging is closed, and "
          "never with "
          "the cities."),
        t("I do not give entries or their files to anybody, and I do not upload them or parts of them to "
          "artificial "
          "intelligence or translation services that keep what they are given."),
        t("I accept no gift or favour from a city that takes part or from anyone who acts for it, and tell "
          "the "
          "secretariat when one is offered."),
        t("I delete what I have downloaded when the edition is over."),
        t("What I do here is recorded, so that the secretariat can show that the result was reached fairly."),
    };
    view.accepted_name = seat.terms_accepted_at ? seat.terms_name : "";
    if (seat.terms_accepted_at) view.accepted_at = pages::moment{*seat.terms_accepted_at};
    view.action = judging_url(seat, "/terms");
    view.name.name = "typed_name";
    view.name.label = t("Your full name, as your signature");
    view.name.autocomplete = "name";
    view.name.width = "20";
    view.agreed.name = "agreed";
    view.agreed.text = t("I have read these terms and promise to keep them.");
    view.back_href = judging_url(seat);
    return view;
}

}  // namespace

http::response show_terms(visit& visit, store::database& db) {
    return visit.page("judge/terms", terms_of(take_seat(visit, db)));
}

http::response accept_terms(visit& visit, store::database& db) {
    const auto name = visit.field("typed_name");
    const bool agreed = visit.field("agreed") == "yes";

    const auto seat = take_seat(visit, db);

    auto view = terms_of(seat);
    view.name.value = name;
    view.agreed.chosen = agreed;
    if (!visit.is_readable("typed_name"))
        view.name.error = visit.error("typed_name", t("This text could not be read. Type it again."));
    else if (name.empty())
        view.name.error = visit.error("typed_name", t("Type your full name."));
    else if (typed::is_longer_than(name, 200))
        view.name.error = visit.error("typed_name", t("This name is too long."));
    if (!agreed) view.agreed.error = visit.error("agreed", t("Tick the box if you accept the terms."));
    if (!visit.frame.errors.empty()) return visit.page("judge/terms", view);

    if (!seat.terms_accepted_at) store::accept_terms(db, visit.as_author(), seat.judge_id, name);
    return visit.see_other(judging_url(seat), "terms_accepted");
}

}  // namespace features
