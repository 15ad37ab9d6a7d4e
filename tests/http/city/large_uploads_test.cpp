// Many large files at once through the whole service, session, policy and rows of the database included:
// memory does not grow with them. The edge alone is in upload_test.cpp.

#include <barrier>
#include <fstream>
#include <thread>

#include "tests/http/city/ground.hpp"
#include "tests/support/memory.hpp"
#include "tests/support/raw_client.hpp"

namespace {

constexpr std::size_t clients = 20;
constexpr std::size_t most_bytes = 20 * 1024 * 1024;  // what the default rules allow one file

std::string largest_pdf() {
    auto bytes = tests::small_pdf();
    const auto missing = most_bytes - bytes.size();
    bytes.insert(9, std::string(missing - 1, '%') + "\n");
    return bytes;
}

class large_uploads : public tests::city_test {
protected:
    struct sender {
        std::string head, before;
    };
    // A city of its own for each, with an entry that was just begun.
    sender make_sender(std::size_t number) {
        const auto name = "City " + std::to_string(number);
        const auto person = service_.add_person(name);
        const auto own_city = add_city(name, person);
        tests::browser one(service_);
        one.sign_in_as(person);
        const auto begun =
            one.post("/my/editions/2014/entries", {{"city", std::to_string(workflow::value(own_city))},
                                                   {"title", "Project"},
                                                   {"category", "services"}});
        EXPECT_EQ(begun.status, 303) << begun.text();
        sender made;
        made.before =
            "--xyz\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + one.csrf() +
            "\r\n--xyz\r\nContent-Disposition: form-data; name=\"files\"; filename=\"plan.pdf\"\r\n\r\n";
        const auto entry = std::stoll(begun.location().substr(std::string("/my/entries/").size()));
        made.head =
            "POST /my/entries/" + std::to_string(entry) +
            "/files HTTP/1.1\r\nHost: awards.example\r\nCookie: __Host-session=" +
            one.cookies().at("__Host-session") + "\r\nContent-Type: multipart/form-data; boundary=xyz\r\n" +
            "Content-Length: " + std::to_string(made.before.size() + most_bytes + after.size()) + "\r\n\r\n";
        return made;
    }
    const std::string after = "\r\n--xyz--\r\n";
};

TEST_F(large_uploads, E6_twenty_of_20_MiB_at_once_stay_out_of_memory) {
    std::vector<sender> senders;
    for (std::size_t each = 0; each < clients; ++each) senders.push_back(make_sender(each));
    const auto content = largest_pdf();
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak counts from here
    std::barrier all_but_the_end(clients);
    std::vector<int> answers(clients);
    std::vector<std::thread> threads;
    for (std::size_t each = 0; each < clients; ++each)
        threads.emplace_back([&, each] {
            support::raw_client client(service_.port());
            client.send(senders[each].head);
            client.send(senders[each].before);
            client.send(content);
            all_but_the_end.arrive_and_wait();
            answers[each] = client.ask(after).status;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(answers, std::vector<int>(clients, 303));
    EXPECT_EQ(
        service_.value<int>("select count(*) from attachment where state = 'stored' and size = 20971520"),
        20);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    RecordProperty("peak_resident_kilobytes", static_cast<int>(support::peak_resident_kilobytes()));
    EXPECT_LT(support::peak_resident_kilobytes(), 150u * 1024u);
#endif
}

}  // namespace
