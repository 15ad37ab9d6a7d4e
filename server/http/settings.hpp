#pragma once
// Limits and deadlines of the edge, with the defaults of a running service.
// Filled by the application from config/settings; tests shorten them. Knows no file format.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "server/http/workers.hpp"

namespace http {

struct settings {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  ///< 0: any free one, see server::port()
    std::size_t io_threads = 1;
    std::size_t most_connections = 4096;
    pool_size ordinary{4, 128};
    pool_size slow{2, 32};

    std::string certificate_file;  ///< PEM chain; with private_key_file: TLS here
    std::string private_key_file;
    bool is_behind_tls = false;                     ///< a proxy in front speaks TLS
    std::string own_origin;                         ///< "https://awards.example"; empty: from the Host header
    std::vector<std::string> trusted_proxies;       ///< addresses or networks whose X-Forwarded-For counts
    std::string session_cookie = "__Host-session";  ///< who sends it never gets a page from the cache

    std::uint32_t most_head_bytes = 16 * 1024;
    std::size_t most_fields = 1000;
    std::size_t most_field_bytes = 1024 * 1024;
    std::size_t most_files = 16;
    std::filesystem::path spool_directory = std::filesystem::temp_directory_path();

    std::chrono::milliseconds handshake_deadline{10'000};
    std::chrono::milliseconds idle_deadline{60'000};  ///< between two requests of a connection
    std::chrono::milliseconds head_deadline{10'000};  ///< from a request's first byte to its head's end
    std::chrono::milliseconds body_pause{30'000};     ///< longest silence within a body
    std::uint64_t body_bytes_per_second = 1024;       ///< a body slower than this, pauses included, is ended
    std::chrono::milliseconds answer_pause{30'000};   ///< longest silence of a client that is written to
    std::chrono::milliseconds linger_limit{2'000};    ///< how long a refused client may go on sending
    std::chrono::milliseconds watch_interval{250};    ///< how often deadlines are looked at
    std::chrono::milliseconds stop_limit{10'000};     ///< what is in flight at the stop may take so long
    std::chrono::seconds retry_after{2};              ///< said with a 503 at the door
};

}  // namespace http
