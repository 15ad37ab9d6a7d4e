#include "server/features/frame/questions_then.hpp"

namespace features {

using pages::t;

pages::phrase words_for(const workflow::form_change& change) {
    pages::phrase_values values;
    for (const auto& [name, value] : workflow::particulars_of(change)) values.emplace_back(name, value);
    return t(workflow::sentence_of(change.kind), std::move(values));
}

pages::phrase text_of_answer(const workflow::answer_before& one) {
    if (one.asked.kind != workflow::question_kind::yes_no) return pages::phrase(one.value);
    return one.value == "yes" ? t("Yes") : t("No");
}

}  // namespace features
