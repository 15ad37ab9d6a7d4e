// Small values: typed ids, cities that belong together, roles in a set, words of enums.
#include <gtest/gtest.h>

#include "workflow/city.hpp"
#include "workflow/machine.hpp"
#include "workflow/names.hpp"

namespace {

using namespace workflow;

TEST(ids, go_through_their_number) {
    EXPECT_EQ(value(id_from<entry_id>(68)), 68);
    EXPECT_EQ(id_from<city_id>(value(city_id{7})), city_id{7});
}

TEST(cities, a_district_belongs_to_its_parent_and_not_to_its_sister) {
    city seoul, songpa, gangnam;
    seoul.id = city_id{1};
    songpa.id = city_id{2};
    gangnam.id = city_id{3};
    songpa.parent = gangnam.parent = seoul.id;
    EXPECT_TRUE(are_one_family(seoul, songpa));
    EXPECT_TRUE(are_one_family(songpa, seoul));
    EXPECT_TRUE(are_one_family(songpa, songpa));
    EXPECT_FALSE(are_one_family(songpa, gangnam));
}

TEST(roles, make_sets) {
    const role_set both = role::judge | role::chair;
    EXPECT_TRUE(both.holds(role::judge));
    EXPECT_FALSE(both.holds(role::nobody));
    EXPECT_TRUE(role_set{}.is_empty());
}

TEST(words, are_the_enumerators) {
    EXPECT_EQ(name_of(entry_state::not_awarded), "not_awarded");
    EXPECT_EQ(find_named<scorecard_state>("voided"), scorecard_state::voided);
    EXPECT_EQ(find_named<scorecard_state>("void"), std::nullopt);
}

// The compile-time checks themselves, on tables that are wrong in one way each.
enum class lamp { off, on, broken };
BOOST_DESCRIBE_ENUM(lamp, off, on, broken)
enum class touch { press, drop };
BOOST_DESCRIBE_ENUM(touch, press, drop)
struct no_facts {};
enum class effect { click };
BOOST_DESCRIBE_ENUM(effect, click)
using lamp_row = move_row<lamp, touch, no_facts, effect>;
constexpr lamp_row press{lamp::off, touch::press, lamp::on, role::judge, nullptr, {effect::click}};
constexpr lamp_row release{lamp::on, touch::press, lamp::off, role::judge, nullptr, {}};
constexpr lamp_row drop{lamp::on, touch::drop, lamp::broken, role::judge, nullptr, {}};

TEST(table_checks, find_each_fault) {
    constexpr auto sound = std::to_array({press, release, drop});
    static_assert(has_no_move_twice(sound) && reaches_every_state(sound) && uses_every_action(sound));
    static_assert(ends_exactly_in(sound, {lamp::broken}));
    static_assert(!ends_exactly_in(sound, {}) && !ends_exactly_in(sound, {lamp::broken, lamp::on}));
    static_assert(!has_no_move_twice(std::to_array({press, press})));
    static_assert(!reaches_every_state(std::to_array({press, release})));
    static_assert(!uses_every_action(std::to_array({press, release})));
    static_assert(uses_every_consequence(sound, effect{}));
    static_assert(!uses_every_consequence(std::to_array({release, drop}), effect{}));
    EXPECT_EQ(find(sound, lamp::broken, touch::press), nullptr);
}

}  // namespace
