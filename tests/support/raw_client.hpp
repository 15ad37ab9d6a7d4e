#pragma once
// A client that sends exactly the bytes a test gives it and reads answers one by one.
// For the tests of the HTTP edge. Knows just enough HTTP to find an answer's end.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace support {

struct raw_answer {
    int status = 0;                              ///< 0: the connection ended instead
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string set_cookies;                     ///< all of them, one a line
    std::string head;
    std::string body;

    std::string header(const std::string& name) const;
};

class raw_client {
public:
    explicit raw_client(unsigned short port);
    raw_client(const raw_client&) = delete;
    raw_client& operator=(const raw_client&) = delete;
    ~raw_client();

    /// False when the other side has hung up.
    bool send(std::string_view bytes);
    void end_sending();

    /// Reads one answer; `has_body` is false for an answer to HEAD.
    raw_answer read(bool has_body = true);
    raw_answer ask(std::string_view bytes, bool has_body = true);

    /// True when nothing more comes and the other side has closed.
    bool is_at_end();

private:
    bool fill();

    int descriptor_ = -1;
    std::string received_;
};

/// "GET target HTTP/1.1" with a Host and further lines, each ended by CRLF.
std::string get(std::string_view target, std::string_view lines = "");
std::string post(std::string_view target, std::string_view type, std::string_view body,
                 std::string_view lines = "");

}  // namespace support
