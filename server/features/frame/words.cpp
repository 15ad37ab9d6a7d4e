#include "server/features/frame/words.hpp"

#include <algorithm>

namespace features {

using pages::t;

pages::phrase words_for(workflow::edition_state state) {
    using enum workflow::edition_state;
    switch (state) {
        case planned: return t("Planned");
        case open: return t("Open for entries");
        case screening: return t("Screening");
        case judging: return t("Judging");
        case deliberation: return t("Deliberation");
        case decided: return t("Decided, under embargo");
        case announced: return t("Announced");
        case archived: return t("Archived");
        case cancelled: return t("Cancelled");
    }
    return {};
}

pages::phrase words_for(workflow::edition_action action) {
    using enum workflow::edition_action;
    switch (action) {
        case open_call: return t("Open the call");
        case close_call: return t("Close the call");
        case extend_deadline: return t("Extend the deadline");
        case start_judging: return t("Start judging");
        case close_judging: return t("Close judging");
        case resume_judging: return t("Open a further round");
        case ratify: return t("Ratify the slate");
        case withdraw_slate: return t("Withdraw the slate");
        case announce: return t("Announce the winners");
        case archive: return t("Archive the edition");
        case cancel: return t("Cancel the edition");
    }
    return {};
}

pages::phrase words_for(workflow::entry_state state) {
    using enum workflow::entry_state;
    switch (state) {
        case draft: return t("Draft");
        case submitted: return t("Submitted");
        case returned: return t("Returned for completion");
        case eligible: return t("Eligible");
        case ineligible: return t("Ineligible");
        case withdrawn: return t("Withdrawn");
        case lapsed: return t("Lapsed");
        case awarded: return t("Awarded");
        case not_awarded: return t("Not awarded");
        case revoked: return t("Award revoked");
    }
    return {};
}

pages::phrase words_for(workflow::scorecard_state state) {
    using enum workflow::scorecard_state;
    switch (state) {
        case assigned: return t("Not begun");
        case in_progress: return t("In progress");
        case submitted: return t("Submitted");
        case locked: return t("Locked");
        case reopened: return t("Reopened by decision");
        case recused: return t("Recused");
        case excused: return t("Excused");
        case voided: return t("Void");
    }
    return {};
}

pages::phrase words_for(judging::conflict_kind kind) {
    using enum judging::conflict_kind;
    switch (kind) {
        case same_city: return t("Same city");
        case parent_city: return t("The judge's city is the parent of the entry's city");
        case district: return t("The judge's city is a district of the entry's city");
        case same_country_of_origin: return t("Same country of origin");
        case same_country_of_employment: return t("Same country of employment");
        case same_organisation: return t("Same organisation");
        case took_part: return t("The judge took part in the entry, or is its contact");
        case same_mail_domain: return t("Addresses at the same domain: somebody should look");
        case recorded_relation: return t("Recorded relation");
        case declared: return t("Declared by the judge");
        case challenged: return t("Challenged");
        case taken_off: return t("Taken off by the secretariat");
    }
    return {};
}

pages::phrase words_for(judging::pair_reason reason) {
    using enum judging::pair_reason;
    switch (reason) {
        case started: return t("Already begun");
        case kept: return t("Kept from before");
        case every_judge: return t("Every judge scores every entry without a conflict");
        case expertise: return t("Knows the category");
        case balance: return t("Evens out the work");
        case alternate: return t("An alternate, since judges are missing");
        case link: return t("Links two groups of entries");
    }
    return {};
}

pages::phrase words_for(judging::absence reason) {
    using enum judging::absence;
    switch (reason) {
        case barred: return t("conflict of interest");
        case identity_not_verified: return t("identity not verified");
        case no_expertise: return t("does not know the category");
        case at_capacity: return t("has as many entries as agreed");
        case alternate_not_needed: return t("alternate, not needed");
        case not_needed: return t("not needed");
    }
    return {};
}

pages::phrase plain_words(std::string_view word) {
    std::string plain(word);
    std::ranges::replace(plain, '_', ' ');
    return plain;
}

pages::phrase words_for(workflow::edition_consequence follows) {
    using enum workflow::edition_consequence;
    switch (follows) {
        case publish_call: return t("The call becomes public, with its calendar, criteria and questions.");
        case publish_calendar: return t("The new deadline is published.");
        case tell_applicants_of_the_deadline: return t("Every applicant gets a letter about it.");
        case lapse_drafts: return t("Unfinished drafts lapse, unless their city has a personal extension.");
        case publish_rule_set: return t("The rules are frozen, and their hash is published.");
        case open_scorecards:
            return t("Pairs of judge and entry that are missing are assigned, and the round is opened.");
        case tell_judges_to_begin: return t("Every judge with a scorecard gets a letter.");
        case lock_scorecards: return t("Every submitted scorecard is locked, and the round is closed.");
        case seal_tally_inputs: return t("What was scored is sealed with its hash.");
        case run_tally: return t("The tally is run.");
        case award_slate: return t("Every entry is awarded or passed over, under the seal.");
        case seal_result: return t("The slate is fixed, with the list of those who will hear of it.");
        case reconsider_slate: return t("The slate is withdrawn, and its entries are open again.");
        case publish_result: return t("The result becomes public.");
        case send_results: return t("Every applicant, judge and member of the secretariat gets a letter.");
        case issue_certificates: return t("The certificates are issued.");
        case send_cancellation: return t("Applicants and judges get a letter with the reason.");
    }
    return {};
}

std::vector<pages::phrase> words_for_move(workflow::edition_state from, workflow::edition_action action) {
    using enum workflow::edition_action;
    std::vector<pages::phrase> said;
    for (const auto follows : workflow::list_consequences(from, action)) said.push_back(words_for(follows));
    // What the state itself means for people.
    switch (action) {
        case open_call: said.push_back(t("Cities can write and submit entries at once.")); break;
        case close_call:
            said.push_back(t("No city can submit any more, unless it has a personal extension."));
            said.push_back(t("Screening begins."));
            break;
        case close_judging:
            said.push_back(t("From then on the panel and the secretariat can see the scores."));
            break;
        case extend_deadline: said.push_back(t("The decision is recorded with its reason.")); break;
        case cancel: said.push_back(t("The edition ends here and cannot be taken up again.")); break;
        case archive:
            said.push_back(t("Nothing about the edition changes any more. Its pages stay public."));
            break;
        case start_judging:
        case resume_judging:
        case ratify:
        case withdraw_slate:
        case announce: break;
    }
    return said;
}

pages::tag tag_of(workflow::edition_state state) {
    using enum workflow::edition_state;
    const auto colour = [&] {
        switch (state) {
            case open: return "green";
            case screening:
            case judging:
            case deliberation: return "blue";
            case decided: return "amber";
            case announced: return "purple";
            case cancelled: return "red";
            default: return "grey";
        }
    }();
    return {words_for(state), colour};
}

pages::tag tag_of(workflow::entry_state state) {
    using enum workflow::entry_state;
    const auto colour = [&] {
        switch (state) {
            case submitted: return "blue";
            case returned: return "amber";
            case eligible: return "green";
            case ineligible:
            case revoked: return "red";
            case awarded: return "purple";
            default: return "grey";
        }
    }();
    return {words_for(state), colour};
}

pages::phrase name_of_judge(const std::string& name, bool has_left) {
    return has_left ? t("{name}, who left the panel", {{"name", name}}) : pages::phrase(name);
}

pages::tag tag_of(workflow::scorecard_state state) {
    using enum workflow::scorecard_state;
    const auto colour = [&] {
        switch (state) {
            case in_progress: return "blue";
            case submitted:
            case locked: return "green";
            case reopened: return "amber";
            case voided: return "red";
            default: return "grey";
        }
    }();
    return {words_for(state), colour};
}

pages::tag tag_of(workflow::certificate_state state) {
    using enum workflow::certificate_state;
    switch (state) {
        case issued: return {t("Valid"), "green"};
        case superseded: return {t("Superseded"), "amber"};
        case revoked: return {t("Revoked"), "red"};
    }
    return {};
}

}  // namespace features
