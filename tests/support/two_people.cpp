#include "tests/support/two_people.hpp"

namespace tests {

store::grave_act_wanted wanted_by_two(workflow::grave_act act, std::string reason) {
    store::grave_act_wanted wanted{.act = act};
    wanted.minutes.reason = std::move(reason);
    return wanted;
}

page confirm_last(service& service, browser& second, const std::string& edition) {
    const auto id = service.value<std::int64_t>("select max(id) from grave_act");
    return second.post("/office/" + edition + "/two-people/" + std::to_string(id),
                       {{"outcome", "confirmed"}});
}

page done_by_two(service& service, browser& first, browser& second, const std::string& path,
                 const fields& form) {
    auto asked = first.post(path, form);
    const std::string end = "/two-people";
    if (asked.status != 303 || !asked.location().ends_with(end)) return asked;
    const auto from = std::string("/office/").size();
    return confirm_last(service, second, path.substr(from, path.find('/', from) - from));
}

}  // namespace tests
