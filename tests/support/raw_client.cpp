#include "tests/support/raw_client.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cctype>
#include <stdexcept>

namespace support {

std::string raw_answer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

raw_client::raw_client(unsigned short port) : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval longest{20, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
}

raw_client::~raw_client() {
    ::close(descriptor_);
}

bool raw_client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void raw_client::end_sending() {
    ::shutdown(descriptor_, SHUT_WR);
}

bool raw_client::fill() {
    char piece[65536];
    const auto got = ::recv(descriptor_, piece, sizeof piece, 0);
    if (got > 0) received_.append(piece, static_cast<std::size_t>(got));
    return got > 0;
}

raw_answer raw_client::read(bool has_body) {
    raw_answer answer;
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) return answer;
    answer.head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
    for (auto at = answer.head.find("\r\n") + 2; at < answer.head.size();) {
        const auto stop = answer.head.find("\r\n", at);
        const auto colon = answer.head.find(": ", at);
        auto name = answer.head.substr(at, colon - at);
        for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const auto value = answer.head.substr(colon + 2, stop - colon - 2);
        if (name == "set-cookie") answer.set_cookies += value + "\n";
        answer.headers[name] = value;
        at = stop + 2;
    }
    const auto length = answer.header("content-length");
    const std::size_t size = has_body && !length.empty() && answer.status != 304 ? std::stoul(length) : 0;
    while (received_.size() < size)
        if (!fill()) break;
    answer.body = received_.substr(0, size);
    received_.erase(0, size);
    return answer;
}

raw_answer raw_client::ask(std::string_view bytes, bool has_body) {
    send(bytes);
    return read(has_body);
}

bool raw_client::is_at_end() {
    if (!received_.empty()) return false;
    char one = 0;
    return ::recv(descriptor_, &one, 1, 0) <= 0 && errno != EAGAIN;
}

std::string get(std::string_view target, std::string_view lines) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: awards.example\r\n" + std::string(lines) +
           "\r\n";
}

std::string post(std::string_view target, std::string_view type, std::string_view body,
                 std::string_view lines) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: awards.example\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(lines) + "\r\n" +
           std::string(body);
}

}  // namespace support
