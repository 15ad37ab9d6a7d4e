#include <gtest/gtest.h>

#include "tests/support/edge_server.hpp"
#include "tests/support/raw_client.hpp"

using http::body_policy;
using http::method;
using support::get;
using support::post;
using support::raw_client;

namespace {

const std::vector<http::route> echo_routes{
    {method::get, "/"},
    {method::get, "/entries/{id:number}"},
    {method::get, "/broken"},
    {method::post, "/entries", http::pool::ordinary, body_policy::form, 1000},
    {method::put, "/files/{id:number}", http::pool::slow, body_policy::raw, 1000},
};

http::response echo(http::request& asked) {
    if (asked.pattern == "/broken") throw std::runtime_error("secret of the database");
    std::string said(to_text(asked.method));
    for (const auto& segment : asked.path) said += "/" + segment;
    for (const auto& [name, value] : asked.parameters) said += " {" + name + "}=" + value;
    for (const auto& each : asked.query) said += " ?" + each.name + "=" + each.value;
    for (const auto& each : asked.form)
        said += " " + each.name + "=" + (each.is_valid_text ? each.value : "(not text)");
    if (asked.raw) said += " raw " + asked.raw->file.read_all();
    if (!asked.body.empty()) said += " body " + asked.body;
    return http::text(200, said);
}

}  // namespace

TEST(edge, answers_keep_alive_requests_one_after_another) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    for (int time = 0; time < 3; ++time) {
        const auto answer = client.ask(get("/entries/7?a=1&b=x+y%20z"));
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "GET/entries/7 {id}=7 ?a=1 ?b=x y z");
    }
}

TEST(edge, keeps_the_order_of_pipelined_requests) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    client.send(get("/entries/1") + post("/entries", "application/x-www-form-urlencoded", "t=2") +
                get("/entries/3"));
    EXPECT_EQ(client.read().body, "GET/entries/1 {id}=1");
    EXPECT_EQ(client.read().body, "POST/entries t=2");
    EXPECT_EQ(client.read().body, "GET/entries/3 {id}=3");
}

TEST(edge, HEAD_is_GET_without_the_body) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    const auto answer = client.ask("HEAD /entries/12 HTTP/1.1\r\nHost: a\r\n\r\n", false);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-length"), std::to_string(std::string("HEAD/entries/12 {id}=12").size()));
    EXPECT_EQ(client.ask(get("/entries/12")).body, "GET/entries/12 {id}=12");
}

TEST(edge, tells_unknown_paths_from_wrong_methods) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    EXPECT_EQ(client.ask(get("/nowhere")).status, 404);
    EXPECT_EQ(client.ask(get("/entries/seven")).status, 404);
    const auto wrong = client.ask("DELETE /entries HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("allow"), "OPTIONS, POST");
    EXPECT_EQ(client.ask("TRACE /entries/5 HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
    const auto options = client.ask("OPTIONS /entries/5 HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("allow"), "OPTIONS, GET, HEAD");
}

TEST(edge, body_over_the_limit_gets_413_and_the_end) {
    support::edge_server server(echo_routes, echo);
    const std::string form = "application/x-www-form-urlencoded";
    EXPECT_EQ(raw_client(server.port()).ask(post("/entries", form, "t=" + std::string(998, 'x'))).status,
              200);
    raw_client client(server.port());
    EXPECT_EQ(client.ask(post("/entries", form, "t=" + std::string(999, 'x'))).status, 413);
    EXPECT_TRUE(client.is_at_end());
}

TEST(edge, chunked_body_over_the_limit_gets_413) {
    support::edge_server server(echo_routes, echo);
    const std::string head = "PUT /files/1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    raw_client fits(server.port());
    EXPECT_EQ(fits.ask(head + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").body, "PUT/files/1 {id}=1 raw abcde");
    EXPECT_EQ(fits.ask(get("/")).body, "GET");
    raw_client client(server.port());
    EXPECT_EQ(client.ask(head + "3e9\r\n" + std::string(1001, 'x') + "\r\n0\r\n\r\n").status, 413);
    EXPECT_TRUE(client.is_at_end());
}

TEST(edge, head_over_the_limit_gets_431) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    EXPECT_EQ(client.ask(get("/", "X-Long: " + std::string(20'000, 'x') + "\r\n")).status, 431);
    EXPECT_TRUE(client.is_at_end());
}

TEST(edge, unknown_type_of_body_gets_415) {
    support::edge_server server(echo_routes, echo);
    EXPECT_EQ(raw_client(server.port()).ask(post("/entries", "text/xml", "<a/>")).status, 415);
    EXPECT_EQ(raw_client(server.port()).ask(post("/entries", "application/json", "{}")).body,
              "POST/entries body {}");
}

TEST(edge, says_100_continue_when_the_body_is_wanted) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    client.send("PUT /files/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    EXPECT_EQ(client.ask("ab").body, "PUT/files/1 {id}=1 raw ab");
}

TEST(edge, invalid_UTF_8_in_a_field_is_told_not_fatal) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    const std::string form = "application/x-www-form-urlencoded";
    EXPECT_EQ(client.ask(post("/entries", form, "a=%ff&b=ok&c=a%00b")).body,
              "POST/entries a=(not text) b=ok c=(not text)");
    EXPECT_EQ(raw_client(server.port()).ask(post("/entries", form, "a=%zz")).status, 400);
    EXPECT_EQ(raw_client(server.port()).ask(get("/entries/%ff")).status, 400);
}

TEST(edge, slow_head_gets_408) {
    auto chosen = support::edge_settings();
    chosen.head_deadline = std::chrono::milliseconds(20);
    support::edge_server server(echo_routes, echo, chosen);
    raw_client client(server.port());
    EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHo").status, 408);
    EXPECT_TRUE(client.is_at_end());
    EXPECT_TRUE(server.seen().has_line("slow head"));
}

TEST(edge, slow_body_gets_408) {
    auto chosen = support::edge_settings();
    chosen.body_pause = std::chrono::milliseconds(20);
    support::edge_server server(echo_routes, echo, chosen);
    raw_client client(server.port());
    EXPECT_EQ(client.ask("PUT /files/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab").status, 408);
    EXPECT_TRUE(client.is_at_end());
    EXPECT_TRUE(server.seen().has_line("slow body"));
}

TEST(edge, idle_connection_is_closed_without_a_word) {
    auto chosen = support::edge_settings();
    chosen.idle_deadline = std::chrono::milliseconds(20);
    support::edge_server server(echo_routes, echo, chosen);
    raw_client client(server.port());
    EXPECT_EQ(client.ask(get("/")).status, 200);
    EXPECT_EQ(client.read().status, 0);
}

TEST(edge, exception_in_a_worker_is_a_500_with_the_request_id_alone) {
    support::edge_server server(echo_routes, echo);
    raw_client client(server.port());
    const auto answer = client.ask(get("/broken"));
    EXPECT_EQ(answer.status, 500);
    const auto id = answer.header("x-request-id");
    EXPECT_EQ(id.size(), 32u);
    EXPECT_NE(answer.body.find(id), std::string::npos);
    EXPECT_EQ((answer.head + answer.body).find("secret"), std::string::npos);
    EXPECT_TRUE(server.seen().has_line("failed " + id));
    EXPECT_EQ(client.ask(get("/")).status, 200);
}

TEST(edge, full_pool_is_a_503_at_the_door) {
    auto chosen = support::edge_settings();
    chosen.ordinary = {1, 2};
    support::gate gate;
    support::edge_server server(
        echo_routes,
        [&](http::request&) {
            gate.wait();
            return http::text(200, "done");
        },
        chosen);
    raw_client first(server.port()), second(server.port()), third(server.port());
    first.send(get("/"));
    gate.wait_for_waiting(1);
    // One runs; of the two others one waits and one is turned away, whichever comes first.
    second.send(get("/"));
    third.send(get("/"));
    EXPECT_TRUE(server.seen().wait_for_line("finished GET / 503"));
    EXPECT_TRUE(server.seen().has_line("refused ordinary"));
    gate.open();
    const auto second_answer = second.read(), third_answer = third.read();
    EXPECT_EQ(first.read().status, 200);
    EXPECT_EQ(second_answer.status + third_answer.status, 200 + 503);
    EXPECT_EQ((second_answer.status == 503 ? second_answer : third_answer).header("retry-after"), "2");
}

TEST(edge, port_in_use_is_named) {
    support::edge_server server(echo_routes, echo);
    auto chosen = support::edge_settings();
    chosen.port = server.port();
    try {
        support::edge_server second(echo_routes, echo, chosen);
        FAIL();
    } catch (const std::runtime_error& refused) {
        EXPECT_NE(std::string(refused.what()).find(std::to_string(server.port())), std::string::npos);
    }
}

TEST(edge, stop_ends_idle_connections_and_finishes_what_is_in_flight) {
    support::gate gate;
    support::edge_server server(echo_routes, [&](http::request&) {
        gate.wait();
        return http::text(200, "done");
    });
    raw_client idle(server.port()), busy(server.port());
    busy.send(get("/"));
    gate.wait_for_waiting(1);
    std::thread stopping([&] { server.server().stop(); });
    EXPECT_TRUE(idle.is_at_end());
    gate.open();
    const auto answer = busy.read();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(busy.is_at_end());
    stopping.join();
    EXPECT_THROW(raw_client(server.port()), std::runtime_error);
}

TEST(edge, stop_does_not_wait_for_ever) {
    auto chosen = support::edge_settings();
    chosen.ordinary = {1, 8};
    chosen.stop_limit = std::chrono::milliseconds(20);
    support::gate gate;
    support::edge_server server(
        echo_routes,
        [&](http::request&) {
            gate.wait();
            return http::text(200, "done");
        },
        chosen);
    raw_client running(server.port()), waiting(server.port());
    running.send(get("/"));
    gate.wait_for_waiting(1);
    waiting.send(get("/"));
    std::thread stopping([&] { server.server().stop(); });
    EXPECT_TRUE(running.is_at_end());
    gate.open();
    stopping.join();
}
