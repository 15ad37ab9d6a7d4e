// Files of an entry (E6): by a form, in pieces, read back; and what is no file of the wanted types.

#include <gmock/gmock.h>

#include <thread>

#include "server/store/due_moves.hpp"
#include "tests/http/city/ground.hpp"

namespace {

using tests::city_test;

class attachments : public city_test {
protected:
    std::int64_t entry = start("A");

    tests::page attach(std::string name, std::string bytes) {
        return city.post_file(at(entry, "/files"), {},
                              {"files", std::move(name), "application/pdf", std::move(bytes)});
    }
    tests::page ask(std::string method, const std::string& target, std::string type, std::string body,
                    tests::fields more = {}) {
        more.push_back({"X-CSRF-Token", city.csrf()});
        more.push_back({"Accept", "application/json"});
        return city.ask(method, target, type, body, more);
    }
    std::string announce(std::string name, std::size_t size) {
        const auto answer = ask("POST", at(entry, "/files"), "application/json",
                                R"({"name": ")" + name + R"(", "size": )" + std::to_string(size) + "}");
        EXPECT_EQ(answer.status, 201) << answer.body;
        const auto begin = answer.body.find("/my/attachments/");
        return answer.body.substr(begin, answer.body.find('"', begin) - begin);
    }
    tests::page put(const std::string& upload, std::size_t offset, std::string bytes) {
        return ask("PUT", upload, "application/octet-stream", std::move(bytes),
                   {{"Upload-Offset", std::to_string(offset)}});
    }
    int stored() { return service_.value<int>("select count(*) from attachment where state = 'stored'"); }
};

TEST_F(attachments, E6_takes_a_pdf_and_gives_the_same_bytes_back_as_a_file_to_save) {
    EXPECT_EQ(attach("plan.pdf", tests::small_pdf()).status, 303);
    const auto page = city.get(at(entry, "/attachments"));
    EXPECT_TRUE(page.says("plan.pdf"));
    const auto id = service_.value<std::int64_t>("select id from attachment");
    const auto file = city.get("/my/attachments/" + std::to_string(id));
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, tests::small_pdf());
    EXPECT_TRUE(file.header("content-disposition").starts_with("attachment"));
    EXPECT_EQ(service_.value<std::string>("select encode(hash, 'hex') from attachment"),
              service_.value<std::string>("select encode(sha256(bytes), 'hex') from attachment_chunk"));
}

TEST_F(attachments, E6_finds_the_type_from_the_content_and_not_from_the_name) {
    EXPECT_EQ(attach("picture.pdf", tests::small_png()).status, 303);
    EXPECT_EQ(service_.value<std::string>("select media_type from attachment"), "image/png");
    for (const auto& bytes :
         {std::string("<html><script>alert(1)</script></html>"), std::string("MZ\x90"),
          std::string("%PDF-1.4 and no more"), std::string("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")}) {
        const auto answer = attach("harmless.pdf", bytes);
        EXPECT_EQ(answer.status, 422);
        EXPECT_TRUE(answer.says("harmless.pdf"));
    }
    EXPECT_EQ(stored(), 1);
}

TEST_F(attachments, E6_refuses_no_healthy_pdf_for_what_stands_around_it) {
    for (const auto& bytes :
         {"\xEF\xBB\xBF" + tests::small_pdf(), "\r\n" + tests::small_pdf(),
          tests::small_pdf() + std::string(5000, '\0'), tests::small_pdf() + std::string(100'000, ' '),
          tests::small_pdf() + "<!-- served in 3 ms -->"})
        EXPECT_EQ(attach("plan.pdf", bytes).status, 303) << bytes.substr(0, 20);
    EXPECT_EQ(attach("a.png", tests::small_png() + std::string(9, '\0')).status, 303);
}

TEST_F(attachments, E6_a_pdf_that_asks_for_a_password_is_refused_and_says_so) {
    const auto answer = attach("plan.pdf", tests::locked_pdf());
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("This PDF opens only with a password. Save it without one")) << answer.text();
    const auto cut = attach("plan.pdf", tests::small_pdf().substr(0, 60));
    EXPECT_TRUE(cut.says("a part of it is missing")) << cut.text();
    const auto page = attach("plan.pdf", "<html><p>A page</p></html>");
    EXPECT_TRUE(page.says("This is no PDF, PNG or JPEG but: HTML document. Save or print it")) << page.text();
    EXPECT_EQ(stored(), 0);
}

TEST_F(attachments, E6_a_file_is_named_by_what_it_is) {
    ASSERT_EQ(attach("plan.docx", tests::small_pdf()).status, 303);
    EXPECT_EQ(service_.value<std::string>("select name from attachment"), "plan.pdf");
    const auto upload = announce("plan v1.2", tests::small_pdf().size());
    ASSERT_EQ(put(upload, 0, tests::small_pdf()).status, 200);
    const auto done = ask("POST", upload + "/finish", "application/json", "{}");
    EXPECT_TRUE(done.has("plan v1.2.pdf")) << done.body;
    const auto id = service_.value<std::int64_t>("select max(id) from attachment");
    EXPECT_THAT(city.get("/my/attachments/" + std::to_string(id)).header("content-disposition"),
                testing::HasSubstr("plan v1.2.pdf"));
}

TEST_F(attachments, E6_refuses_what_is_larger_than_the_rules_allow) {
    EXPECT_EQ(attach("large.pdf", tests::small_pdf() + std::string(20 * 1024 * 1024, ' ')).status, 422);
    const auto answer =
        ask("POST", at(entry, "/files"), "application/json", R"({"name": "large.pdf", "size": 20971521})");
    EXPECT_EQ(answer.status, 422) << answer.body;
    EXPECT_EQ(stored(), 0);
}

TEST_F(attachments, E6_refuses_the_eleventh_file) {
    for (int i = 0; i < 10; ++i) ASSERT_EQ(attach("a.pdf", tests::small_pdf()).status, 303);
    EXPECT_EQ(attach("a.pdf", tests::small_pdf()).status, 422);
    EXPECT_EQ(stored(), 10);
}

TEST_F(attachments, E6_goes_on_where_a_broken_line_left_off) {
    std::string bytes = tests::small_pdf();
    bytes.insert(9, std::string(700'000, '%') + "\n");
    const auto upload = announce("long.pdf", bytes.size());
    EXPECT_EQ(put(upload, 0, bytes.substr(0, 300'000)).status, 200);
    const auto wrong = put(upload, 0, bytes.substr(0, 300'000));
    EXPECT_EQ(wrong.status, 409);
    EXPECT_TRUE(wrong.has("300000"));
    EXPECT_TRUE(ask("GET", upload, "", "").has("300000"));
    EXPECT_EQ(ask("POST", upload + "/finish", "application/json", "{}").status, 409);
    EXPECT_EQ(put(upload, 300'000, bytes.substr(300'000)).status, 200);
    const auto done = ask("POST", upload + "/finish", "application/json", "{}");
    EXPECT_EQ(done.status, 201) << done.body;
    EXPECT_EQ(ask("POST", upload + "/finish", "application/json", "{}").status, 201);
    const auto id = service_.value<std::int64_t>("select id from attachment");
    EXPECT_EQ(city.get("/my/attachments/" + std::to_string(id)).body, bytes);
    EXPECT_LE(service_.value<std::int64_t>("select max(length(bytes)) from attachment_chunk"), 1024 * 1024);
}

TEST_F(attachments, E6_an_upload_that_broke_off_is_listed_and_goes_on_or_is_removed) {
    const auto bytes = tests::small_pdf();
    const auto begin = [&] {
        const auto answer = ask("POST", at(entry, "/files"), "application/json",
                                R"({"name": "plan.pdf", "source": "plan.pdf 1404000000", "size": )" +
                                    std::to_string(bytes.size()) + "}");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.body;
    };
    const auto begun = begin();
    EXPECT_EQ(begin(), begun) << "T7: its answer may have been lost";
    const auto id = service_.value<std::int64_t>("select id from attachment");
    const auto upload = "/my/attachments/" + std::to_string(id) + "/upload";
    ASSERT_EQ(put(upload, 0, bytes.substr(0, bytes.size() / 2)).status, 200);

    const auto page = city.get(at(entry, "/attachments"));
    EXPECT_TRUE(page.says("Not finished"));
    EXPECT_TRUE(page.says("% of it has arrived"));
    fill(entry);
    EXPECT_TRUE(city.get(at(entry, "/check")).says("A part of “plan.pdf” has not arrived."));
    EXPECT_NE(submit(entry).status, 303);
    EXPECT_EQ(state_of(entry), "draft");

    EXPECT_EQ(begin(), begun) << "after a closed tab it goes on in the same upload";
    ASSERT_EQ(put(upload, bytes.size() / 2, bytes.substr(bytes.size() / 2)).status, 200);
    ASSERT_EQ(ask("POST", upload + "/finish", "application/json", "{}").status, 201);
    EXPECT_EQ(city.get("/my/attachments/" + std::to_string(id)).body, bytes);

    EXPECT_NE(begin(), begun) << "the first is whole: this is another one";
    const auto other = service_.value<std::int64_t>("select max(id) from attachment");
    EXPECT_EQ(city.post("/my/attachments/" + std::to_string(other) + "/remove").status, 303);
    EXPECT_FALSE(city.get(at(entry, "/attachments")).says("Not finished"));
    EXPECT_EQ(submit(entry).status, 303);
}

TEST_F(attachments, E6_no_more_than_the_limit_though_many_arrive_at_once) {
    std::vector<std::string> uploads;
    for (int i = 0; i < 14; ++i) {
        uploads.push_back(announce("plan.pdf", tests::small_pdf().size()));
        ASSERT_EQ(put(uploads.back(), 0, tests::small_pdf()).status, 200);
    }
    std::vector<std::thread> threads;
    for (const auto& upload : uploads)
        threads.emplace_back([&, own = tests::browser(city)]() mutable {
            own.ask("POST", upload + "/finish", "application/json", "{}",
                    {{"X-CSRF-Token", own.csrf()}, {"Accept", "application/json"}});
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(stored(), 10);
}

TEST_F(attachments, E6_a_part_of_a_file_is_given_and_what_the_browser_has_is_not_sent_again) {
    std::string bytes = tests::small_pdf();
    bytes.insert(9, std::string(700'000, '%') + "\n");
    ASSERT_EQ(attach("long.pdf", bytes).status, 303);
    const auto file =
        "/my/attachments/" + std::to_string(service_.value<std::int64_t>("select id from attachment"));
    const auto whole = city.get(file);
    EXPECT_EQ(whole.header("accept-ranges"), "bytes");
    EXPECT_EQ(whole.header("cache-control"), "private, no-cache");
    const auto tag = whole.header("etag");
    const auto part = city.get(file, {{"Range", "bytes=262140-262150"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, bytes.substr(262140, 11));
    EXPECT_EQ(part.header("content-range"), "bytes 262140-262150/" + std::to_string(bytes.size()));
    EXPECT_EQ(city.get(file, {{"Range", "bytes=-7"}}).body, bytes.substr(bytes.size() - 7));
    EXPECT_EQ(city.get(file, {{"Range", "bytes=700000-"}}).body, bytes.substr(700'000));
    EXPECT_EQ(city.get(file, {{"Range", "bytes=9999999-"}}).status, 416);
    EXPECT_EQ(city.get(file, {{"Range", "bytes=5-2"}}).status, 200) << "no range: passed over";
    EXPECT_EQ(city.get(file, {{"Range", "bytes=0-4"}, {"If-Range", tag}}).status, 206);
    EXPECT_EQ(city.get(file, {{"Range", "bytes=0-4"}, {"If-Range", "\"of another\""}}).status, 200);
    const auto known = city.get(file, {{"If-None-Match", tag}});
    EXPECT_EQ(known.status, 304);
    EXPECT_EQ(known.body, "");
}

TEST_F(attachments, E6_a_file_that_no_version_names_is_swept_after_it_was_removed) {
    const auto sweep = [&] {
        service_.with_database([](store::database& db) {
            db.act_as(store::database_role::clock, std::nullopt);
            store::sweep(db);
        });
        return service_.value<int>("select count(*) from attachment");
    };
    const auto remove_all = [&] {
        for (const auto id : service_.with_database([](store::database& db) {
                 return db.values<std::int64_t>("select id from attachment where state = 'stored'");
             }))
            EXPECT_EQ(city.post("/my/attachments/" + std::to_string(id) + "/remove").status, 303);
    };
    ASSERT_EQ(attach("first.pdf", tests::small_pdf()).status, 303);
    EXPECT_EQ(sweep(), 1);
    remove_all();
    EXPECT_EQ(sweep(), 0);
    EXPECT_EQ(service_.value<int>("select count(*) from attachment_chunk"), 0);

    ASSERT_EQ(attach("second.pdf", tests::small_pdf()).status, 303);
    fill(entry);
    ASSERT_EQ(submit(entry).status, 303);
    city.post(at(entry, "/reopen"), {{"version", city.get(at(entry)).value_of("version")}});
    remove_all();
    EXPECT_EQ(sweep(), 1) << "E5: the version that was submitted names it";
}

TEST_F(attachments, E6_a_piece_over_the_announced_size_is_refused) {
    const auto upload = announce("short.pdf", 10);
    EXPECT_EQ(put(upload, 0, std::string(11, 'x')).status, 422);
    EXPECT_EQ(service_.value<std::int64_t>("select received from attachment"), 0);
}

TEST_F(attachments, E6_a_finished_upload_of_a_wrong_type_is_dropped) {
    const auto upload = announce("page.pdf", 6);
    EXPECT_EQ(put(upload, 0, "<html>").status, 200);
    const auto done = ask("POST", upload + "/finish", "application/json", "{}");
    EXPECT_TRUE(done.status == 415 || done.status == 422) << done.status;
    EXPECT_EQ(stored(), 0);
    EXPECT_EQ(put(upload, 6, "x").status, 404);
}

TEST_F(attachments, T3_another_city_s_file_is_not_there) {
    ASSERT_EQ(attach("plan.pdf", tests::small_pdf()).status, 303);
    const auto file =
        "/my/attachments/" + std::to_string(service_.value<std::int64_t>("select id from attachment"));
    tests::browser stranger(service_);
    const auto other = service_.add_person("Other");
    add_city("Busan", other);
    stranger.sign_in_as(other);
    EXPECT_EQ(stranger.get(file).status, 404);
    EXPECT_EQ(stranger.post(file + "/remove").status, 404);
    EXPECT_EQ(stored(), 1);
}

TEST_F(attachments, a_removed_file_stays_where_a_submitted_version_names_it) {
    ASSERT_EQ(attach("plan.pdf", tests::small_pdf()).status, 303);
    const auto file =
        "/my/attachments/" + std::to_string(service_.value<std::int64_t>("select id from attachment"));
    EXPECT_EQ(city.post(file + "/remove").status, 303);
    EXPECT_FALSE(city.get(at(entry, "/attachments")).says("plan.pdf"));
    EXPECT_EQ(city.get(file).body, tests::small_pdf());
}

}  // namespace
