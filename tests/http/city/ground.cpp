#include "tests/http/city/ground.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/support/builders.hpp"

namespace tests {

city_test::city_test()
    : mina(service_.add_person("Mina")), edition(open_edition()), seoul(add_city("Seoul", mina)) {
    city.sign_in_as(mina);
}

workflow::edition_id city_test::open_edition() {
    edition_built made{.state = workflow::edition_state::open};
    made.edition.categories.push_back({{}, "open_city", "Open City", "", 2});
    return service_.with_database([&](store::database& db) { return made.put(db); });
}

workflow::city_id city_test::add_city(const std::string& name, workflow::person_id applicant) {
    const city_built made{
        .name = name, .country = "KR", .printed_country = "Korea", .member = true, .applicant = applicant};
    return service_.with_database([&](store::database& db) { return made.put(db); });
}

void city_test::set_state(workflow::edition_state state) {
    service_.with_database([&](store::database& db) { bring(db, edition, state); });
}

void city_test::set_state(std::int64_t entry, workflow::entry_state state, store::visibility seen) {
    service_.with_database(
        [&](store::database& db) { bring(db, workflow::id_from<workflow::entry_id>(entry), state, seen); });
}

void city_test::close_in(int minutes) {
    service_.run(
        "update edition set closes_at = clock_timestamp() + make_interval(mins => cast(:m as integer)) where "
        "id = :id",
        {{"m", minutes}, {"id", edition}});
}

void city_test::allow_until(int minutes) {
    service_.run(R"(insert into extension (edition_id, city_id, until, reason)
                    values (:edition, :city, clock_timestamp() + make_interval(mins => cast(:m as integer)), 'A flood'))",
                 {{"edition", edition}, {"city", seoul}, {"m", minutes}});
}

std::int64_t city_test::start(std::string title) {
    const auto answer =
        city.post("/my/editions/2014/entries", {{"city", std::to_string(workflow::value(seoul))},
                                                {"title", std::move(title)},
                                                {"category", "services"}});
    EXPECT_EQ(answer.status, 303) << answer.text();
    return std::stoll(answer.location().substr(std::string("/my/entries/").size()));
}

void city_test::fill(std::int64_t entry) {
    std::vector<std::string> keys, values;
    const auto rules = workflow::default_rules();
    for (const auto& section : rules.form.sections)
        for (const auto& asked : section.questions) {
            if (!asked.required) continue;
            keys.push_back(asked.key);
            using enum workflow::question_kind;
            switch (asked.kind) {
                case number: values.push_back("12"); break;
                case choice: values.push_back(asked.choices.front()); break;
                case email: values.push_back("mina@seoul.example"); break;
                case yes_no: values.push_back("yes"); break;
                default: values.push_back("Words about " + asked.key);
            }
        }
    service_.run(R"(insert into answer (entry_id, edition_id, question, value)
                    select :entry, :edition, k, v from unnest(cast(:keys as text[]), cast(:values as text[])) as t (k, v)
                    on conflict (entry_id, question) do nothing)",
                 {{"entry", entry}, {"edition", edition}, {"keys", keys}, {"values", values}});
}

page city_test::submit(std::int64_t entry) {
    const auto check = city.get(at(entry, "/check"));
    return city.post(at(entry, "/submit"), {{"version", check.value_of("version")}});
}

std::string city_test::at(std::int64_t entry, std::string_view rest) const {
    return "/my/entries/" + std::to_string(entry) + std::string(rest);
}

std::string city_test::state_of(std::int64_t entry) {
    return service_.value<std::string>("select state from entry where id = :id", {{"id", entry}});
}

std::string small_pdf() {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count "
           "0>>endobj\n"
           "trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
}

std::string locked_pdf() {
    QPDF empty;
    empty.emptyPDF();
    QPDFWriter writer(empty);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("sesame", "sesame", true, true, true, true, true, true, qpdf_r3p_full,
                                     true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::string small_png() {
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89", 33) +
           std::string("\0\0\0\0IEND\xae\x42\x60\x82", 12);
}

fields section_of(const page& shown, fields changed) {
    auto form = shown.hidden_fields();
    form.insert(form.end(), changed.begin(), changed.end());
    return form;
}

}  // namespace tests
