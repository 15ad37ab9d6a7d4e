#include "server/app.hpp"

#include "server/error_pages.hpp"
#include "server/http/files.hpp"
#include "server/http/server.hpp"
#include "server/jobs/background.hpp"
#include "server/metrics_port.hpp"
#include "server/shell.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <iostream>

namespace app {
namespace {

http::settings edge_settings(const config::settings& all) {
    const auto& from = all.server;
    http::settings to;
    to.address = from.address;
    to.port = static_cast<unsigned short>(from.port);
    to.io_threads = static_cast<std::size_t>(from.threads);
    to.most_connections = static_cast<std::size_t>(from.connection_limit);
    const auto waiting = static_cast<std::size_t>(from.waiting_limit);
    to.ordinary = {static_cast<std::size_t>(from.workers), static_cast<std::size_t>(from.workers) + waiting};
    to.slow = {static_cast<std::size_t>(from.slow_workers),
               static_cast<std::size_t>(from.slow_workers) + waiting};
    to.certificate_file = from.tls_certificate;
    to.private_key_file = from.tls_key;
    to.own_origin = from.public_address;
    to.is_behind_tls = from.tls_certificate.empty() && from.public_address.starts_with("https:");
    to.trusted_proxies = from.trusted_proxies;
    to.most_head_bytes = static_cast<std::uint32_t>(from.header_limit_bytes);
    to.spool_directory = std::filesystem::path(all.paths.var) / "spool";
    to.head_deadline = std::chrono::seconds(from.header_timeout_seconds);
    to.body_pause = std::chrono::seconds(from.body_timeout_seconds);
    to.answer_pause = std::chrono::seconds(from.write_timeout_seconds);
    to.idle_deadline = std::chrono::seconds(from.idle_timeout_seconds);
    to.stop_limit = std::chrono::seconds(from.stop_timeout_seconds);
    return to;
}

pages::catalogue load_pages(const config::settings& settings, const pages::translator& translate) {
    pages::catalogue_source source;
    source.templates = settings.paths.templates;
    source.assets = settings.paths.assets;
    source.languages = pages::list_languages(settings.paths.locale);
    source.translate = translate;
    return pages::catalogue(source);
}

jobs::letter_languages languages_of_letters(const config::settings& settings,
                                            const pages::translator& translate) {
    jobs::letter_languages languages;
    for (const auto& language : pages::list_languages(settings.paths.locale))
        languages[language] = [=](std::string_view text) { return translate(language, text); };
    return languages;
}

http::parts parts_of(const features::services& services, observations& observed, http::page_cache& prepared,
                     const http::files& assets) {
    http::parts parts;
    parts.make_worker = [&](http::pool) { return std::make_unique<shell>(services, observed, prepared); };
    parts.make_error_page = [&](int status, std::string_view id) {
        return error_pages::by_status(services.pages, status, id);
    };
    parts.observer = &observed;
    parts.pages = &prepared;
    parts.files = &assets;
    return parts;
}

}  // namespace

int serve(const config::settings& settings) {
    observations observed(settings.log.level);
    const auto translate =
        pages::gettext_translator(settings.paths.locale, pages::list_languages(settings.paths.locale));
    const auto catalogue = load_pages(settings, translate);
    const features::services services{settings, catalogue};
    const http::files assets(settings.paths.assets, "/assets/");
    http::page_cache prepared_pages;
    const auto table = http_routes(settings);
    std::filesystem::create_directories(std::filesystem::path(settings.paths.var) / "spool");

    http::server server(edge_settings(settings), table, parts_of(services, observed, prepared_pages, assets));
    jobs::background background(
        settings, languages_of_letters(settings, translate),
        {[&](auto job, auto what) { observed.job_failed(job, what); },
         [&](auto occasion, auto outcome) { observed.letter_sent(occasion, outcome); },
         [&](auto slug, auto action) { observed.edition_moved(slug, action); }},
        [&] { prepared_pages.clear(); });
    metrics_port metrics(settings, observed);

    boost::asio::io_context main_loop;
    boost::asio::signal_set signals(main_loop, SIGINT, SIGTERM);
    signals.async_wait([](auto, int) {});
    server.start();
    background.start();
    observed.started(settings.server.public_address);
    main_loop.run();
    server.stop();
    background.stop();
    observed.stopped();
    return 0;
}

}  // namespace app
