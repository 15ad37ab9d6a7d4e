#pragma once
// A real SMTP server (aiosmtpd) on a free loopback port for the tests of sending; ends with the object.

#include <filesystem>
#include <string>
#include <vector>

struct received_mail {
    std::string content;   // as received, dots taken out again
    std::string envelope;  // JSON: from, to, tls, authenticated
};

class mail_sink {
public:
    enum class guarded { no, yes };
    static constexpr const char* user = "wego";
    static constexpr const char* password = "a secret of the tests";

    explicit mail_sink(guarded);
    ~mail_sink();
    mail_sink(const mail_sink&) = delete;
    mail_sink& operator=(const mail_sink&) = delete;

    int port() const { return port_; }
    std::string authority_file() const { return (directory_ / "certificate.pem").string(); }
    std::vector<received_mail> list_received() const;

private:
    std::filesystem::path directory_;
    int process_ = -1;
    int input_ = -1;
    int port_ = 0;
};
