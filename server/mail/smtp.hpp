#pragma once
// One attempt to hand one message to the mail server, by libcurl. Called by the outbox sender on a worker
// thread (it blocks up to `timeout`); it decides nothing about trying again: notifications/delivery does.

#include <chrono>
#include <string>
#include <vector>

#include "config/settings.hpp"
#include "notifications/delivery.hpp"
#include "server/mail/compose.hpp"

namespace mail {

struct server_settings {
    std::string host;
    int port = 587;
    config::mail_security security = config::mail_security::starttls;
    std::string user;
    std::string password;
    std::string authority_file;                // PEM; empty: the system's authorities
    std::vector<std::string> only_to_domains;  // a staging system's leash; empty: anywhere
    std::chrono::seconds timeout{30};
};

// The part of the settings that speaks of the server.
server_settings server_of(const config::mail_settings&);

struct sending {
    notifications::attempt_result result{};
    int code = 0;      // the server's last reply, 0 when there was none
    std::string text;  // why not, for the secretariat; never a password
};

// Offers the message. With `starttls` or `tls` nothing, least of all the password, travels unencrypted.
// Throws std::invalid_argument for a password without encryption. Safe on several threads.
sending send(const server_settings&, const message&);

}  // namespace mail
