#include "server/mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "notifications/letter.hpp"
#include "server/mail/mime.hpp"
#include "typed/addresses.hpp"

namespace mail {

namespace {

using notifications::attempt_result;
using notifications::conversation_stage;

// What one attempt hands over and hears.
struct conversation {
    std::string content;
    std::size_t handed_over = 0;
    bool all_handed_over = false;
    conversation_stage stage = conversation_stage::connecting;
    std::string last_refusal;
};

std::size_t hand_over(char* room, std::size_t size, std::size_t count, void* context) {
    auto& talk = *static_cast<conversation*>(context);
    const auto rest = std::string_view(talk.content).substr(talk.handed_over);
    const auto length = rest.copy(room, size * count);
    talk.handed_over += length;
    if (length == 0) talk.all_handed_over = true;
    return length;
}

// Commands tell how far we are; the words of AUTH are looked at and never kept.
int listen(CURL*, curl_infotype kind, char* data, std::size_t size, void* context) {
    auto& talk = *static_cast<conversation*>(context);
    const std::string_view line(data, size);
    if (kind == CURLINFO_HEADER_OUT) {
        if (line.starts_with("AUTH ")) talk.stage = conversation_stage::authenticating;
        if (line.starts_with("MAIL FROM:")) talk.stage = conversation_stage::sender;
        if (line.starts_with("RCPT TO:")) talk.stage = conversation_stage::recipient;
        if (line.starts_with("DATA\r\n")) talk.stage = conversation_stage::content;
    }
    const bool is_refusal = line.starts_with('4') || line.starts_with('5');
    if (kind == CURLINFO_HEADER_IN && is_refusal)
        talk.last_refusal = line.substr(0, line.find_first_of("\r\n"));
    return 0;
}

std::size_t ignore_output(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

std::string domain_of(std::string_view address) {
    const auto wire = typed::find_wire_address(address).value();
    return wire.substr(wire.rfind('@') + 1);
}

std::string address_of(const server_settings& server, const message& message) {
    const bool is_ipv6 = server.host.find(':') != std::string::npos;
    const std::string scheme = server.security == config::mail_security::tls ? "smtps://" : "smtp://";
    return scheme + (is_ipv6 ? "[" + server.host + "]" : server.host) + ":" + std::to_string(server.port) +
           "/" + domain_of(message.from_address);
}

void set_security(CURL* handle, const server_settings& server) {
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     server.security == config::mail_security::starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (!server.authority_file.empty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, server.authority_file.c_str());
    if (server.user.empty()) return;
    curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
}

std::string printable(std::string_view text) {
    std::string result(text.substr(0, 500));
    for (char& c : result)
        if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) >= 0x7f) c = ' ';
    return result;
}

sending judge(CURLcode outcome, long code, const conversation& talk, std::string_view curls_words) {
    if (outcome == CURLE_OK) return {attempt_result::accepted, static_cast<int>(code), {}};
    const bool has_refused = code >= 400;
    const std::string text =
        printable(has_refused && !talk.last_refusal.empty() ? talk.last_refusal : curls_words);
    if (has_refused)
        return {notifications::meaning_of_reply(talk.stage, static_cast<int>(code)), static_cast<int>(code),
                text};
    const bool may_have_arrived = talk.stage == conversation_stage::content && talk.all_handed_over;
    return {may_have_arrived ? attempt_result::unknown : attempt_result::temporary_failure,
            static_cast<int>(code), text};
}

sending converse(const server_settings& server, const message& message, conversation talk) {
    static const bool is_ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, typed::find_wire_address(message.to_address).value().c_str()),
        curl_slist_free_all);
    if (!is_ready || !handle || !recipients) throw std::runtime_error("libcurl does not start");
    char words[CURL_ERROR_SIZE] = "";
    curl_easy_setopt(handle.get(), CURLOPT_URL, address_of(server, message).c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, static_cast<long>(server.timeout.count()));
    curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.timeout.count()));
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, words);
    curl_easy_setopt(handle.get(), CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGDATA, &talk);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, ignore_output);
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM,
                     typed::find_wire_address(message.from_address).value().c_str());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, hand_over);
    curl_easy_setopt(handle.get(), CURLOPT_READDATA, &talk);
    set_security(handle.get(), server);
    const CURLcode outcome = curl_easy_perform(handle.get());
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return judge(outcome, code, talk, words[0] ? words : curl_easy_strerror(outcome));
}

bool may_go_to(const server_settings& server, std::string_view address) {
    const auto domain = domain_of(address);
    return server.only_to_domains.empty() ||
           std::ranges::find(server.only_to_domains, domain) != server.only_to_domains.end();
}

}  // namespace

server_settings server_of(const config::mail_settings& settings) {
    server_settings server;
    server.host = settings.host;
    server.port = settings.port;
    server.security = settings.security;
    server.user = settings.user;
    server.password = settings.password.value;
    server.timeout = std::chrono::seconds(settings.timeout_seconds);
    return server;
}

sending send(const server_settings& server, const message& message) {
    if (!server.user.empty() && server.security == config::mail_security::none)
        throw std::invalid_argument("a mail password needs STARTTLS or TLS");
    conversation talk;
    try {
        talk.content = as_mime(message);
    } catch (const unsendable& reason) {
        return {attempt_result::lasting_failure, 0, reason.what()};
    }
    if (!may_go_to(server, message.to_address))
        return {attempt_result::lasting_failure, 0, "this installation may not write to that domain"};
    return converse(server, message, std::move(talk));
}

}  // namespace mail
