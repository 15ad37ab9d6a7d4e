#include "server/refusals.hpp"

refused answer_to(const workflow::refusal& no) {
    return {409, boost::describe::enum_to_string(no.code, ""), pages::t("This cannot be done now.")};
}
