#pragma once
// One type for each kind of row that has a number, so that an entry's id can never be passed
// where a judge's is wanted. Everyone uses these; they know nothing of the database.

#include <cstdint>
#include <type_traits>

namespace workflow {

enum class edition_id : std::int64_t {};
enum class rule_set_id : std::int64_t {};
enum class category_id : std::int64_t {};
enum class tier_id : std::int64_t {};
enum class city_id : std::int64_t {};
enum class organisation_id : std::int64_t {};
enum class person_id : std::int64_t {};
enum class entry_id : std::int64_t {};
enum class entry_version_id : std::int64_t {};
enum class file_id : std::int64_t {};
enum class judge_id : std::int64_t {};
enum class round_id : std::int64_t {};
enum class assignment_id : std::int64_t {};
enum class scorecard_id : std::int64_t {};
enum class conflict_id : std::int64_t {};
enum class decision_id : std::int64_t {};
enum class tally_run_id : std::int64_t {};
enum class slate_id : std::int64_t {};
enum class certificate_id : std::int64_t {};
enum class letter_id : std::int64_t {};
enum class audit_event_id : std::int64_t {};

template <class Id>
concept numbered = std::is_enum_v<Id> && std::is_same_v<std::underlying_type_t<Id>, std::int64_t>;

// The bare number, for a column or a URL.
template <numbered Id>
constexpr std::int64_t value(Id id) {
    return static_cast<std::int64_t>(id);
}

// The typed id of a bare number: `id_from<entry_id>(7)`.
template <numbered Id>
constexpr Id id_from(std::int64_t number) {
    return static_cast<Id>(number);
}

}  // namespace workflow
