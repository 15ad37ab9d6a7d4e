#include "tests/mail/mail_sink.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void make_certificate(const std::filesystem::path& directory) {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout " +
        (directory / "key.pem").string() + " -out " + (directory / "certificate.pem").string() +
        " 2>/dev/null";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl makes no certificate");
}

}  // namespace

mail_sink::mail_sink(guarded how) {
    std::string pattern = (std::filesystem::temp_directory_path() / "mail_sink.XXXXXX").string();
    directory_ = ::mkdtemp(pattern.data());
    std::vector<std::string> words{"/usr/bin/python3", WEGO_SOURCE_DIR "/tests/mail/mail_sink.py",
                                   directory_.string()};
    if (how == guarded::yes) {
        make_certificate(directory_);
        for (const std::string& word :
             {authority_file(), (directory_ / "key.pem").string(), std::string(user), std::string(password)})
            words.push_back(word);
    }
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> to_child{}, from_child{};
    if (::pipe(to_child.data()) != 0 || ::pipe(from_child.data()) != 0) throw std::runtime_error("pipe");
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(to_child[0], 0);
        ::dup2(from_child[1], 1);
        ::dup2(::open("/dev/null", O_WRONLY), 2);  // it prints each refused handshake
        for (const int end : {to_child[0], to_child[1], from_child[0], from_child[1]}) ::close(end);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(to_child[0]);
    ::close(from_child[1]);
    input_ = to_child[1];
    std::string line;
    for (char c = 0; ::read(from_child[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(from_child[0]);
    if (line.empty()) throw std::runtime_error("the mail sink does not start");
    port_ = std::stoi(line);
}

mail_sink::~mail_sink() {
    ::close(input_);  // the sink ends when its input does
    ::waitpid(process_, nullptr, 0);
    std::filesystem::remove_all(directory_);
}

std::vector<received_mail> mail_sink::list_received() const {
    std::vector<received_mail> received;
    for (int number = 0;; ++number) {
        const auto path = directory_ / std::to_string(number);
        if (!std::filesystem::exists(path.string() + ".json")) return received;
        received.push_back({content_of(path.string() + ".eml"), content_of(path.string() + ".json")});
    }
}
