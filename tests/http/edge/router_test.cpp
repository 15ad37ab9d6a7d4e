#include "server/http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

using http::is_valid_pattern;
using http::method;
using http::patterns_overlap;
using http::route_key;

namespace {

constexpr std::array sound{
    route_key{method::get, "/"},
    route_key{method::get, "/entries"},
    route_key{method::post, "/entries"},
    route_key{method::get, "/entries/new"},
    route_key{method::get, "/entries/{id:number}"},
    route_key{method::post, "/entries/{id:number}/{action}"},
    route_key{method::put, "/entries/{name}"},
};
static_assert(http::routes_are_sound(sound));

constexpr std::array doubled{route_key{method::get, "/a/{x}"}, route_key{method::get, "/a/b"}};
static_assert(!http::routes_are_sound(doubled));

http::router::found find(const http::router& routes, method wanted, std::vector<std::string> path) {
    return routes.find(wanted, path);
}

}  // namespace

TEST(router, knows_valid_patterns) {
    for (const auto* good : {"/", "/a", "/a-b/c.txt", "/a/{b}", "/{a}/{b:number}/c", "/~x"})
        EXPECT_TRUE(is_valid_pattern(good)) << good;
    for (const auto* bad : {"", "a", "/a/", "//", "/a//b", "/{", "/{}", "/{a", "/a}", "/{a}b", "/{A}", "/a b",
                            "/%41", "/{a:word}", "/{:number}"})
        EXPECT_FALSE(is_valid_pattern(bad)) << bad;
}

TEST(router, knows_overlapping_patterns) {
    EXPECT_TRUE(patterns_overlap("/a", "/a"));
    EXPECT_TRUE(patterns_overlap("/a/{x}", "/{y}/b"));
    EXPECT_TRUE(patterns_overlap("/{x:number}", "/5"));
    EXPECT_TRUE(patterns_overlap("/{x:number}", "/{y}"));
    EXPECT_FALSE(patterns_overlap("/{x:number}", "/new"));
    EXPECT_FALSE(patterns_overlap("/a/{x}", "/a"));
    EXPECT_FALSE(patterns_overlap("/a/{x}", "/b/{x}"));
}

TEST(router, refuses_an_unsound_table_by_name) {
    EXPECT_THROW(http::router{doubled}, std::invalid_argument);
    const std::array wrong{route_key{method::get, "/a/"}};
    EXPECT_THROW(http::router{wrong}, std::invalid_argument);
}

TEST(router, finds_the_row_and_the_parts_of_the_path) {
    const http::router routes(sound);
    EXPECT_EQ(find(routes, method::get, {}).route, 0u);
    EXPECT_EQ(find(routes, method::get, {"entries", "new"}).route, 3u);
    const auto entry = find(routes, method::get, {"entries", "17"});
    EXPECT_EQ(entry.route, 4u);
    EXPECT_EQ(entry.parameters.at(0), std::make_pair(std::string("id"), std::string("17")));
    const auto act = find(routes, method::post, {"entries", "17", "submit"});
    EXPECT_EQ(act.parameters.at(1).second, "submit");
    EXPECT_EQ(find(routes, method::put, {"entries", "new"}).route, 6u);
    EXPECT_EQ(find(routes, method::head, {"entries"}).route, 1u);
}

TEST(router, tells_404_from_405) {
    const http::router routes(sound);
    EXPECT_EQ(find(routes, method::get, {"nothing"}).allow, "");
    EXPECT_EQ(find(routes, method::get, {"entries", ""}).allow, "");
    EXPECT_EQ(find(routes, method::delete_, {"entries"}).allow, "OPTIONS, GET, POST, HEAD");
    EXPECT_EQ(find(routes, method::get, {"entries", "1234567890123456789"}).allow, "OPTIONS, PUT");
}
